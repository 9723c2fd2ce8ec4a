#include "core/io/shard.h"

#include "core/base/cut.h"
#include "core/io/export.h"
#include "core/io/fnv.h"
#include "core/io/project.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace layerlab {
namespace {

constexpr std::string_view headLine = "# layerlab-sweep shard=";
constexpr std::string_view columns = "units,repeat,seed,parameters,final_loss,final_val_loss,"
                                     "best_val_loss,best_epoch,status";

template <class Number> std::optional<Number> numberOf(std::string_view text, int base = 10) {
  Number value{};
  std::from_chars_result got{};
  if constexpr (std::is_floating_point_v<Number>)
    got = std::from_chars(text.data(), text.data() + text.size(), value);
  else
    got = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (got.ec != std::errc() || got.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string_view takeLine(std::string_view& text) {
  std::string_view line = cut(text, '\n');
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

void add(Fnv1a& hash, std::uint64_t number) {
  hash.add(&number, sizeof number);
}

void add(Fnv1a& hash, const Matrix& matrix) {
  add(hash, matrix.rows);
  add(hash, matrix.cols);
  hash.add(matrix.values.data(), matrix.values.size() * sizeof(float));
}

/// What the comment line of a shard says.
struct Head {
  Shard shard;
  std::size_t planned = 0;
  std::string settings;
};

Error badFile(const ShardFile& file, Message message, std::int64_t row = 0) {
  Error error = inputError(std::move(message), row);
  error.file = file.name;
  return error;
}

std::string_view valueOf(std::string_view& line, std::string_view key) {
  std::string_view word = cut(line, ' ');
  if (!word.starts_with(key)) return {};
  return word.substr(key.size());
}

std::optional<Head> headOf(std::string_view line) {
  if (!line.starts_with(headLine)) return std::nullopt;
  line.remove_prefix(headLine.size());
  const auto shard = shardFromText(std::string(cut(line, ' ')));
  const auto planned = numberOf<std::size_t>(valueOf(line, "trials="));
  const std::string settings(valueOf(line, "settings="));
  if (!shard || !planned || settings.empty() || *planned > 1'000'000'000) return std::nullopt;
  return Head{*shard, *planned, settings};
}

std::optional<TrialResult> trialOf(std::string_view line, bool timing, bool score) {
  const auto units = numberOf<int>(cut(line, ','));
  const auto repeat = numberOf<int>(cut(line, ','));
  const auto seed = numberOf<std::uint64_t>(cut(line, ','));
  const auto parameters = numberOf<std::int64_t>(cut(line, ','));
  const auto loss = numberOf<double>(cut(line, ','));
  TrialResult trial;
  trial.finalValLoss = numberOf<double>(cut(line, ','));
  trial.bestValLoss = numberOf<double>(cut(line, ','));
  const auto epoch = numberOf<int>(cut(line, ','));
  const auto end = endFromName(cut(line, ','));
  const auto seconds = timing ? numberOf<double>(cut(line, ',')) : std::nullopt;
  if (score) trial.score = numberOf<double>(cut(line, ','));
  if (!units || !repeat || !seed || !parameters || !end || (timing && !seconds) || !line.empty())
    return std::nullopt;
  if ((!loss || !epoch) && *end != FitEnd::diverged) return std::nullopt;
  trial.trial = {0, *units, *repeat, *seed};
  trial.done = true;
  trial.status = *end;
  trial.parameters = *parameters;
  trial.finalLoss = loss.value_or(0.0);
  trial.bestEpoch = epoch.value_or(0);
  trial.seconds = seconds.value_or(0.0);
  return trial;
}

/// The spec the trials came from, as far as they tell.
SweepSpec specOf(const std::vector<TrialResult>& trials) {
  SweepSpec spec;
  spec.repeats = 0;
  for (const TrialResult& trial : trials) {
    spec.units.push_back(trial.trial.units);
    spec.repeats = std::max(spec.repeats, trial.trial.repeat);
  }
  std::sort(spec.units.begin(), spec.units.end());
  spec.units.erase(std::unique(spec.units.begin(), spec.units.end()), spec.units.end());
  return spec;
}

/// Which columns there are beyond those every sweep has.
bool readColumns(std::string_view header, MergedSweep& out) {
  if (!header.starts_with(columns)) return false;
  header.remove_prefix(columns.size());
  out.timing = header.starts_with(",seconds");
  if (out.timing) header.remove_prefix(8);
  out.score = header == ",score";
  return header.empty() || out.score;
}

Result<std::vector<TrialResult>> trialsOf(const ShardFile& file, std::string_view text,
                                          const MergedSweep& columns, std::int64_t row) {
  std::vector<TrialResult> trials;
  while (!text.empty()) {
    const std::string_view line = takeLine(text);
    ++row;
    if (line.empty()) continue;
    auto trial = trialOf(line, columns.timing, columns.score);
    if (!trial) return badFile(file, {QT_TRANSLATE_NOOP("Core", "not a line of a sweep"), {}}, row);
    trials.push_back(*trial);
  }
  return trials;
}

std::size_t expectedTrials(const Head& head) {
  const auto parts = static_cast<std::size_t>(head.shard.parts);
  const auto first = static_cast<std::size_t>(head.shard.number) - 1;
  return head.planned <= first ? 0 : (head.planned - first - 1) / parts + 1;
}

/// Puts shards together, one after the other, and refuses what does not fit.
class Merge {
public:
  Result<void> add(const ShardFile& file) {
    std::string_view text = file.text;
    const auto head = headOf(takeLine(text));
    if (!head)
      return badFile(file, {QT_TRANSLATE_NOOP("Core", "not a shard of a sweep; write it with "
                                                      "sweep --shard i/n --out FILE"),
                            {}});
    auto sweep = sweepFromCsv(file);
    if (!sweep) return sweep.error();
    if (auto ok = checkHead(file, *head, *sweep); !ok) return ok;
    return place(file, *head, sweep->result.trials);
  }

  Result<MergedSweep> finish() {
    for (std::size_t i = 0; i < m_from.size(); ++i)
      if (m_from[i] == nullptr)
        return inputError({QT_TRANSLATE_NOOP("Core", "gap: shard %1 of %2 is missing"),
                           {std::to_string(i + 1), std::to_string(m_from.size())}});
    MergedSweep out;
    out.timing = m_timing;
    out.score = m_score;
    std::sort(m_trials.begin(), m_trials.end(), [](const TrialResult& a, const TrialResult& b) {
      return a.trial.index < b.trial.index;
    });
    out.result.spec = specOf(m_trials);
    out.result.trials = std::move(m_trials);
    return out;
  }

private:
  Result<void> checkHead(const ShardFile& file, const Head& head, const MergedSweep& sweep) {
    if (m_from.empty()) {
      m_head = head;
      m_timing = sweep.timing;
      m_score = sweep.score;
      m_from.resize(static_cast<std::size_t>(head.shard.parts));
    }
    const bool same = head.shard.parts == m_head.shard.parts && head.planned == m_head.planned &&
                      head.settings == m_head.settings && sweep.timing == m_timing &&
                      sweep.score == m_score;
    if (same) return {};
    return badFile(file, {QT_TRANSLATE_NOOP("Core", "this shard comes from a sweep with different "
                                                    "settings or data than the first one"),
                          {}});
  }

  Result<void> place(const ShardFile& file, const Head& head,
                     const std::vector<TrialResult>& trials) {
    const auto slot = static_cast<std::size_t>(head.shard.number) - 1;
    if (m_from[slot] != nullptr)
      return badFile(file, {QT_TRANSLATE_NOOP("Core", "overlap: %1 holds the same shard %2 of %3"),
                            {*m_from[slot], std::to_string(head.shard.number),
                             std::to_string(head.shard.parts)}});
    m_from[slot] = &file.name;
    if (trials.size() != expectedTrials(head))
      return badFile(file, {QT_TRANSLATE_NOOP("Core", "gap: shard %1 of %2 has %3 trials instead "
                                                      "of %4; run it again to its end"),
                            {std::to_string(head.shard.number), std::to_string(head.shard.parts),
                             std::to_string(trials.size()), std::to_string(expectedTrials(head))}});
    for (std::size_t k = 0; k < trials.size(); ++k) {
      m_trials.push_back(trials[k]);
      m_trials.back().trial.index = static_cast<int>(slot + k * m_from.size());
    }
    return {};
  }

  Head m_head;
  bool m_timing = false;
  bool m_score = false;
  std::vector<const std::string*> m_from; ///< file of each shard
  std::vector<TrialResult> m_trials;
};

} // namespace

Result<Shard> shardFromText(const std::string& text) {
  std::string_view rest = text;
  const auto number = numberOf<int>(cut(rest, '/'));
  const auto parts = numberOf<int>(rest);
  if (number && parts && *number >= 1 && *number <= *parts && *parts <= 1'000'000)
    return Shard{*number, *parts};
  return inputError({QT_TRANSLATE_NOOP("Core", "shard: \"%1\" is not i/n with 1 <= i <= n"),
                     {text.substr(0, 60)}});
}

std::vector<Trial> shardOf(const std::vector<Trial>& plan, const Shard& shard) {
  std::vector<Trial> trials;
  for (auto i = static_cast<std::size_t>(shard.number) - 1; i < plan.size();
       i += static_cast<std::size_t>(shard.parts))
    trials.push_back(plan[i]);
  return trials;
}

std::uint64_t sweepFingerprint(const Design& design, const PreparedData& data,
                               const SweepSpec& spec) {
  Fnv1a hash; // over whatever decides the results
  hash.add(designToJson(design));
  for (const Matrix* part : {&data.xTrain, &data.yTrain, &data.xValidation, &data.yValidation})
    add(hash, *part);
  add(hash, static_cast<std::uint64_t>(spec.layer));
  add(hash, static_cast<std::uint64_t>(spec.repeats));
  for (const int units : spec.units) add(hash, static_cast<std::uint64_t>(units));
  return hash.value();
}

std::string shardCsv(const SweepResult& result, bool timing, const Shard& shard,
                     std::size_t planned, std::uint64_t fingerprint, bool score) {
  return std::string(headLine) + std::to_string(shard.number) + "/" + std::to_string(shard.parts) +
         " trials=" + std::to_string(planned) + " settings=" + hexText(fingerprint) + "\n" +
         sweepCsv(result, timing, score);
}

Result<MergedSweep> mergeShards(const std::vector<ShardFile>& files) {
  Merge merge;
  for (const ShardFile& file : files)
    if (auto ok = merge.add(file); !ok) return ok.error();
  return merge.finish();
}

Result<MergedSweep> sweepFromCsv(const ShardFile& file) {
  std::string_view text = file.text;
  std::int64_t row = 1;
  std::string_view header = takeLine(text);
  if (header.starts_with(headLine)) {
    header = takeLine(text);
    ++row;
  }
  MergedSweep out;
  if (!readColumns(header, out))
    return badFile(file, {QT_TRANSLATE_NOOP("Core", "not a sweep file"), {}});
  auto trials = trialsOf(file, text, out, row);
  if (!trials) return trials.error();
  out.result.spec = specOf(*trials);
  out.result.trials = std::move(*trials);
  return out;
}

} // namespace layerlab
