#include "resume.h"

#include "core/io/export.h"
#include "core/io/files.h"
#include "core/io/project.h"
#include "core/io/shard.h"

#include <algorithm>

namespace layerlab::cli {
namespace {

Error otherSweep(const std::string& path) {
  Error error = inputError({"these trials come from a sweep with other settings or data", {}});
  error.file = path;
  return error;
}

SweepResult openSweep(const SweepSpec& spec, const std::vector<Trial>& wanted) {
  SweepResult out;
  out.spec = spec;
  for (const Trial& trial : wanted) {
    out.trials.emplace_back();
    out.trials.back().trial = trial;
  }
  return out;
}

/// Where the plan has this trial; the plan's order is by units, then by repeat.
TrialResult* slotOf(SweepResult& sweep, const Trial& trial) {
  const auto before = [](const TrialResult& a, const Trial& b) {
    return std::pair(a.trial.units, a.trial.repeat) < std::pair(b.units, b.repeat);
  };
  const auto found = std::lower_bound(sweep.trials.begin(), sweep.trials.end(), trial, before);
  const bool same = found != sweep.trials.end() && found->trial.units == trial.units &&
                    found->trial.repeat == trial.repeat && found->trial.seed == trial.seed;
  return same ? &*found : nullptr;
}

std::string lineOf(const TrialResult& trial) {
  SweepResult one;
  one.trials.push_back(trial);
  return sweepCsv(one, false);
}

/// The first trial of the file, trained again, must give the numbers of the file.
bool firstIsTheSame(const SweepResult& known, const Settings& settings) {
  const auto first = std::find_if(known.trials.begin(), known.trials.end(),
                                  [](const TrialResult& trial) { return trial.done; });
  if (first == known.trials.end()) return true;
  const auto again =
      runSweep(settings.project.design, *settings.prepared, known.spec, {first->trial}, 1);
  return again && lineOf(again->trials.front()) == lineOf(*first);
}

} // namespace

Result<SweepResult> knownTrials(FlagReader& flags, const Settings& settings, const SweepSpec& spec,
                                const std::vector<Trial>& wanted) {
  SweepResult known = openSweep(spec, wanted);
  if (!flags.has("resume")) return known;
  const std::string path = flags.text("resume");
  auto text = readFile(path, maxProjectBytes);
  if (!text) return text.error();
  const auto old = sweepFromCsv({path, std::move(*text)});
  if (!old) return old.error();
  for (const TrialResult& trial : old->result.trials) {
    TrialResult* slot = slotOf(known, trial.trial);
    if (!slot) return otherSweep(path);
    const Trial place = slot->trial;
    *slot = trial;
    slot->trial = place;
  }
  if (!firstIsTheSame(known, settings)) return otherSweep(path);
  return known;
}

SweepResult joined(SweepResult known, const SweepResult& trained) {
  for (const TrialResult& trial : trained.trials)
    if (TrialResult* slot = slotOf(known, trial.trial); slot && trial.done) *slot = trial;
  known.cancelled = trained.cancelled;
  return known;
}

} // namespace layerlab::cli
