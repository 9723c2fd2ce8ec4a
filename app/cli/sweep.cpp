#include "commands.h"
#include "elbowtext.h"
#include "outputs.h"
#include "progress.h"
#include "resume.h"
#include "settings.h"
#include "signals.h"

#include "core/io/export.h"
#include "core/io/files.h"
#include "core/io/shard.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace layerlab::cli {
namespace {

struct SweepRequest {
  SweepSpec spec;
  std::optional<Shard> shard;
  int jobs = 1;
  bool timing = false;
  bool score = false;
  double maxSeconds = 0.0;
};

int machineThreads() {
  return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

void readShard(FlagReader& flags, SweepRequest& sweep) {
  if (!flags.has("shard")) return;
  const auto shard = shardFromText(flags.text("shard"));
  if (!shard) return flags.fail(usageError(shard.error().message));
  sweep.shard = *shard;
}

void readUnits(FlagReader& flags, SweepRequest& sweep) {
  if (!flags.has("units"))
    return flags.fail(usageError({"which node counts? give --units, e.g. 1:32 or pow2:64", {}}));
  auto units = unitsFromText(flags.text("units"));
  if (!units) return flags.fail(units.error());
  sweep.spec.units = std::move(*units);
}

SweepRequest sweepRequest(FlagReader& flags) {
  SweepRequest sweep;
  sweep.jobs = machineThreads();
  readUnits(flags, sweep);
  readShard(flags, sweep);
  flags.integer("layer", sweep.spec.layer, 1);
  flags.integer("repeats", sweep.spec.repeats, 1);
  flags.integer("threads", sweep.jobs, 1);
  flags.integer("jobs", sweep.jobs, 1);
  flags.number("max-seconds", sweep.maxSeconds);
  if (flags.has("max-seconds") && !(sweep.maxSeconds > 0.0))
    flags.fail(inputError({"max-seconds must be above 0", {}}));
  constexpr std::int64_t mostTrials = 10'000'000;
  if (static_cast<std::int64_t>(sweep.spec.units.size()) * sweep.spec.repeats > mostTrials)
    flags.fail(
        inputError({"units x repeats is more than %1 trials", {std::to_string(mostTrials)}}));
  sweep.timing = flags.has("timing");
  sweep.score = flags.has("score") || sweepMetric(flags, true) == SweepMetric::score;
  return sweep;
}

std::string numbersJson(const std::vector<double>& values) {
  std::vector<std::string> texts;
  texts.reserve(values.size());
  for (const double value : values) texts.push_back(jsonNumber(value));
  return jsonList(texts);
}

std::string sweepJson(const SweepCurve& curve, const Elbow& elbow) {
  return "{\"schema\":\"layerlab.sweep/1\",\"units\":" + numbersJson(curve.units) +
         ",\"mean\":" + numbersJson(curve.mean) + ",\"min\":" + numbersJson(curve.min) +
         ",\"max\":" + numbersJson(curve.max) + ",\"elbow\":" + elbowJson(elbow) +
         ",\"lowest\":" + jsonNumber(elbow.lowest) + "}\n";
}

std::string cell(double value) {
  std::string text = std::isfinite(value) ? numberText(value, 6) : "-";
  return std::string(text.size() < 12 ? 12 - text.size() : 1, ' ') + text;
}

std::string readable(const SweepCurve& curve, const Elbow& elbow) {
  std::string out = "       units        mean         min         max\n";
  for (std::size_t i = 0; i < curve.units.size(); ++i)
    out +=
        cell(curve.units[i]) + cell(curve.mean[i]) + cell(curve.min[i]) + cell(curve.max[i]) + "\n";
  const bool any = std::any_of(curve.mean.begin(), curve.mean.end(),
                               [](double mean) { return std::isfinite(mean); });
  out += (any ? elbowSentence(elbow)
              : std::string("no elbow: all trainings diverged; lower the learning rate (--lr)")) +
         "\n";
  if (elbow.lowest) out += "lowest: " + numberText(*elbow.lowest) + " units\n";
  return out;
}

bool validated(const SweepResult& result) {
  return std::any_of(result.trials.begin(), result.trials.end(),
                     [](const TrialResult& trial) { return trial.finalValLoss.has_value(); });
}

std::string answer(const SweepResult& result, FlagReader& flags) {
  const SweepCurve curve = sweepCurve(result, sweepMetric(flags, validated(result)));
  const Elbow elbow = findElbow(curve.units, curve.repeats, elbowOptions(flags));
  if (flags.has("json")) return sweepJson(curve, elbow);
  // A part of the trials has no elbow of its own.
  if (!flags.text("shard").empty())
    return "shard " + flags.text("shard") + ": " + std::to_string(result.trials.size()) +
           " trial(s); join the shards with sweep --merge\n";
  return readable(curve, elbow);
}

/// The answer comes from the numbers as the file has them, so that a merged sweep, and `elbow` on
/// the file, say the very same.
Outcome finish(const SweepResult& result, FlagReader& flags, Outputs& outputs,
               const std::string& csv) {
  outputs.write("out", csv);
  if (outputs.failure()) return *outputs.failure();
  auto written = sweepFromCsv({"", csv});
  if (!written) return written.error();
  written->result.spec = result.spec;
  Outcome outcome(answer(written->result, flags));
  if (result.cancelled) outcome.status = signalStatus();
  return outcome;
}

Outcome mergeCommand(const Request& request, FlagReader& flags) {
  if (request.arguments.empty())
    return usageError({"merge needs the shards: sweep --merge A.csv B.csv ...", {}});
  std::vector<ShardFile> files;
  for (const std::string& path : request.arguments) {
    auto text = readFile(path, maxProjectBytes);
    if (!text) return text.error();
    files.push_back({path, std::move(*text)});
  }
  Outputs outputs;
  outputs.add(request, "out");
  if (auto ok = outputs.checkAll(request.arguments); !ok) return ok.error();
  const auto merged = inFile(mergeShards(files), request.arguments.front());
  if (!merged) return merged.error();
  if (!merged->score && sweepMetric(flags, true) == SweepMetric::score)
    return inputError({"metric: these shards have no column score; write them with --score", {}});
  return finish(merged->result, flags, outputs,
                sweepCsv(merged->result, merged->timing, merged->score));
}

std::string sweepFile(const Settings& settings, const SweepRequest& sweep, std::size_t planned,
                      const SweepResult& result) {
  if (!sweep.shard) return sweepCsv(result, sweep.timing, sweep.score);
  return shardCsv(result, sweep.timing, *sweep.shard, planned,
                  sweepFingerprint(settings.project.design, *settings.prepared, sweep.spec),
                  sweep.score);
}

Outcome runCommand(const Request& request, FlagReader& flags, const SweepRequest& sweep) {
  Progress progress(flags);
  if (flags.trouble()) return *flags.trouble();
  auto settings = loadSettings(request);
  if (signalStatus() != 0) return Outcome::ended(signalStatus());
  if (!settings) return settings.error();
  Outputs outputs;
  outputs.add(request, "out");
  if (auto ok = outputs.checkAll({settings->dataPath}); !ok) return ok.error();

  const std::vector<Trial> plan = planSweep(sweep.spec, settings->project.design.fit.seed);
  const std::vector<Trial> wanted = sweep.shard ? shardOf(plan, *sweep.shard) : plan;
  auto known = knownTrials(flags, *settings, sweep.spec, wanted);
  if (!known) return known.error();
  const std::vector<Trial> trials = trialsLeft(*known);
  SweepControl control;
  control.cancel = stopToken();
  std::size_t done = 0;
  control.trialDone = [&](const TrialResult& trial) {
    ++done;
    if (progress.due())
      progress.show("trial " + std::to_string(done) + "/" + std::to_string(trials.size()) +
                    "  units " + std::to_string(trial.trial.units));
  };
  if (sweep.maxSeconds > 0.0) startTimer(sweep.maxSeconds);
  const auto trained = inFile(runSweep(settings->project.design, *settings->prepared, sweep.spec,
                                       trials, sweep.jobs, control),
                              settings->dataPath);
  if (!trained) return trained.error();
  const SweepResult result = joined(std::move(*known), *trained);
  return finish(result, flags, outputs, sweepFile(*settings, sweep, plan.size(), result));
}

} // namespace

Outcome sweepCommand(const Request& request) {
  FlagReader flags(request);
  elbowOptions(flags);
  sweepMetric(flags, true);
  if (flags.has("merge"))
    return flags.trouble() ? Outcome(*flags.trouble()) : mergeCommand(request, flags);
  const SweepRequest sweep = sweepRequest(flags);
  if (flags.trouble()) return *flags.trouble();
  return runCommand(request, flags, sweep);
}

} // namespace layerlab::cli
