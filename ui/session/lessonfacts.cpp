#include "ui/session/lessonfacts.h"

#include "ui/session/examples.h"

#include <algorithm>

namespace layerlab {
namespace {

std::string number(double value) {
  return numberText(value);
}

std::string yesNo(bool value) {
  return value ? "yes" : "no";
}

void addData(LessonState& state, Workbench& workbench) {
  static constexpr const char* const scalings[] = {"none", "standard", "minmax"};
  static constexpr const char* const splits[] = {"last", "random", "stratified"};
  Session& session = workbench.session();
  const PrepareSpec& data = session.design().data;
  state["example"] = exampleOfPath(workbench.dataPath()).toStdString();
  state["rows"] = session.table() ? std::to_string(session.table()->rows) : "0";
  if (!data.targets.empty()) state["target"] = data.targets.front();
  state["scaling"] = scalings[static_cast<int>(data.scaling)];
  state["split"] = splits[static_cast<int>(data.split)];
  state["val_split"] = number(data.validationSplit);
  if (!session.outline()) return;
  state["task"] = session.outline()->task == Task::regression ? "regression" : "classification";
  state["features"] = std::to_string(session.outline()->inputNames.size());
  state["parameters"] =
      std::to_string(session.design().network.parameterCount(session.outline()->inputNames.size()));
}

void addNetwork(LessonState& state, const NetworkSpec& network) {
  const auto dense = network.denseLayers();
  if (dense.empty()) return;
  std::string units;
  for (std::size_t i = 0; i + 1 < dense.size(); ++i) {
    const LayerSpec& layer = network.layers[dense[i]];
    const std::string place = std::to_string(i + 1);
    state["units." + place] = std::to_string(layer.units);
    state["activation." + place] = kerasName(layer.activation);
    units += (units.empty() ? "" : ",") + std::to_string(layer.units);
  }
  state["units"] = units;
  state["hidden"] = std::to_string(dense.size() - 1);
  state["dropout"] = std::to_string(network.layers.size() - dense.size());
  state["output.units"] = std::to_string(network.layers[dense.back()].units);
  state["output.activation"] = kerasName(network.layers[dense.back()].activation);
}

void addFit(LessonState& state, const FitSpec& fit) {
  state["loss.name"] = kerasName(fit.loss);
  state["optimizer"] = kerasName(fit.optimizer.kind);
  state["lr"] = number(fit.optimizer.learningRate);
  state["batch"] = std::to_string(fit.batchSize);
  state["epochs"] = std::to_string(fit.epochs);
  state["seed"] = std::to_string(fit.seed);
  state["early_stopping"] = yesNo(fit.earlyStopping.has_value());
}

void addMetrics(LessonState& state, const History& history) {
  const EpochRecord& last = history.epochs.back();
  for (std::size_t i = 0; i < history.metrics.size(); ++i) {
    const std::string name = kerasName(history.metrics[i]);
    if (name != "accuracy") continue;
    if (i < last.metrics.size()) state["accuracy"] = number(last.metrics[i]);
    if (i < last.valMetrics.size()) state["val_accuracy"] = number(last.valMetrics[i]);
  }
}

void addRun(LessonState& state, const Session& session) {
  state["runs"] = std::to_string(session.runs().size());
  const Run* run = session.currentRun();
  if (!run) return;
  state["diverged"] = yesNo(run->divergedEpoch > 0);
  state["stopped_early"] = yesNo(!run->running && run->end == FitEnd::stoppedEarly);
  if (run->history.epochs.empty()) return;
  const EpochRecord& first = run->history.epochs.front();
  const EpochRecord& last = run->history.epochs.back();
  state["epoch"] = std::to_string(last.epoch);
  state["loss"] = number(last.loss);
  if (first.loss > 0.0) state["loss.ratio"] = number(last.loss / first.loss);
  addMetrics(state, run->history);
  const auto best = run->history.bestEpoch();
  if (best) state["best_epoch"] = std::to_string(run->history.epochs[*best].epoch);
  if (!last.valLoss) return;
  state["val_loss"] = number(*last.valLoss);
  const auto lowest = best ? run->history.epochs[*best].valLoss : std::nullopt;
  if (lowest && *lowest > 0.0) state["overfit"] = number(*last.valLoss / *lowest);
}

} // namespace

LessonState lessonFacts(Workbench& workbench, LessonState state) {
  const Session& session = workbench.session();
  addData(state, workbench);
  addNetwork(state, session.design().network);
  addFit(state, session.design().fit);
  addRun(state, session);
  state["training"] = yesNo(workbench.trainState() != Workbench::TrainState::idle);
  state["sweep.running"] = yesNo(workbench.isSweeping());
  state["sweep.done"] = std::to_string(workbench.sweepDone());
  state["sweep.total"] = std::to_string(workbench.sweepTotal());
  return state;
}

} // namespace layerlab
