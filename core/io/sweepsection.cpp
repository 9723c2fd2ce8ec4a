#include "core/io/export.h"
#include "core/io/sections.h"

#include <algorithm>
#include <cmath>
#include <limits>

// The section `sweeps` of a project file.
namespace layerlab {
namespace {

constexpr std::int64_t mostTrials = 1'000'000;
constexpr std::int64_t mostUnits = 50'000'000;

void readUnits(JsonObject& json, SweepSpec& spec) {
  for (const double units : json.numbers("units")) {
    const bool rising = spec.units.empty() || units > static_cast<double>(spec.units.back());
    const bool whole = units == std::floor(units);
    if (!(whole && rising && units >= 1.0 && units <= static_cast<double>(mostUnits))) {
      json.fail("units",
                {QT_TRANSLATE_NOOP("Core", "%1 must be rising whole numbers from 1 on"), {}});
      return;
    }
    spec.units.push_back(static_cast<int>(units));
  }
}

SweepSpec readSpec(JsonObject& json) {
  SweepSpec spec;
  spec.layer = static_cast<int>(json.integer("layer", 1, 1, 1'000'000));
  spec.repeats = static_cast<int>(json.integer("repeats", 3, 1, mostTrials));
  readUnits(json, spec);
  if (static_cast<std::int64_t>(spec.units.size()) * spec.repeats > mostTrials)
    json.fail("repeats", {QT_TRANSLATE_NOOP("Core", "%1: a sweep of more than %2 trials"),
                          {std::to_string(mostTrials)}});
  return spec;
}

/// The plan must be one that the design could train.
void checkPlan(JsonObject& json, const SweepResult& sweep, std::optional<Error>& trouble) {
  if (trouble) return;
  const std::size_t dense = sweep.design.network.denseLayers().size();
  if (sweep.spec.units.empty() || static_cast<std::size_t>(sweep.spec.layer) >= dense)
    return json.fail("layer",
                     {QT_TRANSLATE_NOOP("Core", "%1: the sweep does not fit its model"), {}});
  Trial widest;
  widest.units = sweep.spec.units.back();
  Result<void> usable = check(sweep.design.fit);
  if (usable) usable = check(trialDesign(sweep.design, sweep.spec, widest).network, 1);
  if (!usable) trouble = usable.error();
}

std::optional<double> numberIn(JsonObject& json, const std::string& key) {
  if (!json.has(key)) return json.raw(key), std::nullopt;
  return json.number(key, 0.0);
}

void readTrial(JsonObject json, SweepResult& sweep) {
  const auto last = static_cast<std::int64_t>(sweep.trials.size()) - 1;
  TrialResult& trial = sweep.trials[static_cast<std::size_t>(json.integer("index", 0, 0, last))];
  trial.done = true;
  trial.status = json.word("status", FitEnd::completed, endFromName);
  trial.parameters = json.integer("parameters", 0, 0, std::numeric_limits<std::int64_t>::max() / 2);
  trial.finalLoss = json.number("final_loss", 0.0);
  trial.finalValLoss = numberIn(json, "final_val_loss");
  trial.bestValLoss = numberIn(json, "best_val_loss");
  trial.bestEpoch = static_cast<int>(json.integer("best_epoch", 0, 0, 1'000'000'000));
  trial.score = numberIn(json, "score");
  trial.seconds = json.number("seconds", 0.0);
}

SweepResult readSweep(JsonObject json, std::optional<Error>& trouble) {
  SweepResult sweep;
  sweep.spec = readSpec(json);
  Project holder;
  ReadContext context;
  readDesign(json, holder, context);
  sweep.design = holder.design;
  if (context.trouble && !trouble) trouble = context.trouble;
  checkPlan(json, sweep, trouble);
  if (trouble) return sweep;
  for (const Trial& trial : planSweep(sweep.spec, sweep.design.fit.seed)) {
    sweep.trials.emplace_back();
    sweep.trials.back().trial = trial;
  }
  json.each("trials", [&](const Json& one, const std::string& where) {
    readTrial(JsonObject(one, where, trouble), sweep);
  });
  sweep.cancelled = std::any_of(sweep.trials.begin(), sweep.trials.end(),
                                [](const TrialResult& trial) { return !trial.done; });
  return sweep;
}

OrderedJson orNull(const std::optional<double>& value) {
  return value ? OrderedJson(*value) : OrderedJson();
}

/// The numbers of a diverged trial say nothing and are left out.
OrderedJson writeTrial(const TrialResult& trial) {
  OrderedJson out{{"index", trial.trial.index},
                  {"status", name(trial.status)},
                  {"parameters", trial.parameters},
                  {"seconds", trial.seconds}};
  if (trial.status == FitEnd::diverged) return out;
  out["final_loss"] = trial.finalLoss;
  out["final_val_loss"] = orNull(trial.finalValLoss);
  out["best_val_loss"] = orNull(trial.bestValLoss);
  out["best_epoch"] = trial.bestEpoch;
  out["score"] = orNull(trial.score);
  return out;
}

OrderedJson writeSweep(const SweepResult& sweep) {
  Project holder;
  holder.design = sweep.design;
  OrderedJson trials = OrderedJson::array();
  for (const TrialResult& trial : sweep.trials)
    if (trial.done) trials.push_back(writeTrial(trial));
  return {{"layer", sweep.spec.layer},
          {"repeats", sweep.spec.repeats},
          {"units", sweep.spec.units},
          {"data", writeData(holder)},
          {"model", writeModel(sweep.design.network)},
          {"training", writeTraining(sweep.design)},
          {"trials", trials}};
}

} // namespace

void readSweeps(JsonObject& top, Project& project, std::optional<Error>& trouble) {
  top.each("sweeps", [&](const Json& json, const std::string& where) {
    if (!trouble) project.sweeps.push_back(readSweep(JsonObject(json, where, trouble), trouble));
  });
}

OrderedJson writeSweeps(const std::vector<SweepResult>& sweeps) {
  OrderedJson out = OrderedJson::array();
  for (const SweepResult& sweep : sweeps) out.push_back(writeSweep(sweep));
  return out;
}

} // namespace layerlab
