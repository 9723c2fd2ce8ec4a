#include "core/io/sections.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

InputColumn readInput(JsonObject json) {
  InputColumn input;
  input.name = json.text("name", "");
  const std::string type = json.text("type", "numeric");
  input.categorical = type == "categorical";
  if (!input.categorical && type != "numeric")
    json.fail("type", {QT_TRANSLATE_NOOP("Core", "%1 must be numeric or categorical"), {}});
  input.labels = json.texts("labels");
  input.fill = json.number("fill", 0.0);
  input.shift = json.number("shift", 0.0);
  input.scale = json.number("scale", 1.0);
  if (input.name.empty()) json.fail("name", {QT_TRANSLATE_NOOP("Core", "%1 is missing"), {}});
  if (input.categorical && input.labels.empty())
    json.fail("labels", {QT_TRANSLATE_NOOP("Core", "%1 is missing"), {}});
  if (input.scale == 0.0) json.fail("scale", {QT_TRANSLATE_NOOP("Core", "%1 must not be 0"), {}});
  return input;
}

OrderedJson writeInput(const InputColumn& input) {
  OrderedJson out{{"name", input.name}, {"type", input.categorical ? "categorical" : "numeric"}};
  if (input.categorical) out["labels"] = input.labels;
  if (input.categorical) return out;
  out["fill"] = input.fill;
  out["shift"] = input.shift;
  out["scale"] = input.scale;
  return out;
}

Task readTask(JsonObject& scaling) {
  const std::string task = scaling.text("task", "");
  if (task != "regression" && task != "classification")
    scaling.fail("task",
                 {QT_TRANSLATE_NOOP("Core", "%1 must be regression or classification"), {}});
  return task == "classification" ? Task::classification : Task::regression;
}

MissingRule readRule(JsonObject& scaling) {
  const std::string rule = scaling.text("missing", "drop");
  if (rule != "drop" && rule != "mean")
    scaling.fail("missing", {QT_TRANSLATE_NOOP("Core", "%1 must be drop or mean"), {}});
  return rule == "mean" ? MissingRule::mean : MissingRule::drop;
}

bool isZero(double value) {
  return value == 0.0;
}

void checkTargets(JsonObject& scaling, const Preprocessing& p) {
  if (p.targets.empty()) scaling.fail("targets", {QT_TRANSLATE_NOOP("Core", "%1 is missing"), {}});
  const std::size_t wanted = p.targetShift.empty() ? 0 : p.outputWidth();
  const bool zero = std::any_of(p.targetScale.begin(), p.targetScale.end(), isZero);
  if (p.targetShift.size() != wanted || p.targetScale.size() != wanted || zero)
    scaling.fail("target_scale", {QT_TRANSLATE_NOOP("Core", "%1 does not fit the targets"), {}});
}

bool finite(const MetricValues& values) {
  return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

bool finite(const EpochRecord& record) {
  return std::isfinite(record.loss) && std::isfinite(record.trainLossEnd) &&
         std::isfinite(record.valLoss.value_or(0.0)) && std::isfinite(record.learningRate) &&
         finite(record.metrics) && finite(record.valMetrics);
}

using Series = std::vector<double>;

/// A column of the history; one of another length than `loss` is refused.
Series readColumn(JsonObject& history, const std::string& key, std::size_t epochs, bool needed) {
  if (!needed && !history.has(key)) return {};
  Series column = history.numbers(key);
  if (column.size() != epochs)
    history.fail(key, {QT_TRANSLATE_NOOP("Core", "%1 must have %2 numbers, one per epoch"),
                       {std::to_string(epochs)}});
  column.resize(epochs);
  return column;
}

} // namespace

Preprocessing readPreprocessing(JsonObject& top, std::optional<Error>& trouble) {
  Preprocessing p;
  JsonObject scaling = top.object("scaling");
  p.task = readTask(scaling);
  p.missing = readRule(scaling);
  scaling.each("inputs", [&](const Json& item, const std::string& where) {
    p.inputs.push_back(readInput({item, where, trouble}));
  });
  if (p.inputs.empty()) scaling.fail("inputs", {QT_TRANSLATE_NOOP("Core", "%1 is missing"), {}});
  p.targets = scaling.texts("targets");
  p.classes = top.texts("labels");
  if (p.task == Task::classification && p.classes.size() == 1)
    top.fail("labels", {QT_TRANSLATE_NOOP("Core", "%1 needs at least two classes"), {}});
  if (p.task == Task::regression) p.classes.clear();
  p.targetShift = scaling.numbers("target_shift");
  p.targetScale = scaling.numbers("target_scale");
  checkTargets(scaling, p);
  return p;
}

OrderedJson writePreprocessing(const Preprocessing& preprocessing) {
  OrderedJson inputs = OrderedJson::array();
  for (const InputColumn& input : preprocessing.inputs) inputs.push_back(writeInput(input));
  OrderedJson out{{"task", name(preprocessing.task)},
                  {"missing", name(preprocessing.missing)},
                  {"inputs", std::move(inputs)},
                  {"targets", preprocessing.targets}};
  if (preprocessing.targetShift.empty()) return out;
  out["target_shift"] = preprocessing.targetShift;
  out["target_scale"] = preprocessing.targetScale;
  return out;
}

std::size_t finiteEpochs(const History& history) {
  std::size_t count = 0;
  while (count < history.epochs.size() && finite(history.epochs[count])) ++count;
  return count;
}

History readHistory(JsonObject json, const std::vector<Metric>& metrics) {
  History history;
  history.metrics = metrics;
  const std::size_t epochs = json.numbers("loss").size();
  const Series loss = readColumn(json, "loss", epochs, true);
  const Series end = readColumn(json, "train_loss_end", epochs, true);
  const Series rate = readColumn(json, "learning_rate", epochs, true);
  const Series val = readColumn(json, "val_loss", epochs, false);
  std::vector<Series> train;
  std::vector<Series> validation;
  for (const Metric metric : metrics) {
    train.push_back(readColumn(json, kerasName(metric), epochs, true));
    validation.push_back(
        readColumn(json, std::string("val_") + kerasName(metric), epochs, !val.empty()));
  }
  for (std::size_t i = 0; i < epochs; ++i) {
    EpochRecord& record = history.epochs.emplace_back();
    record.epoch = static_cast<int>(i) + 1;
    record.loss = loss[i];
    record.trainLossEnd = end[i];
    record.learningRate = rate[i];
    for (const Series& column : train) record.metrics.push_back(column[i]);
    if (val.empty()) continue;
    record.valLoss = val[i];
    for (const Series& column : validation)
      record.valMetrics.push_back(column.empty() ? 0.0 : column[i]);
  }
  return history;
}

OrderedJson writeHistory(const History& history) {
  OrderedJson out{{"loss", OrderedJson::array()},
                  {"train_loss_end", OrderedJson::array()},
                  {"learning_rate", OrderedJson::array()}};
  const std::size_t count = finiteEpochs(history);
  for (const Metric metric : history.metrics) out[kerasName(metric)] = OrderedJson::array();
  for (std::size_t i = 0; i < count; ++i) {
    const EpochRecord& record = history.epochs[i];
    out["loss"].push_back(record.loss);
    out["train_loss_end"].push_back(record.trainLossEnd);
    out["learning_rate"].push_back(record.learningRate);
    if (record.valLoss) out["val_loss"].push_back(*record.valLoss);
    for (std::size_t m = 0; m < history.metrics.size(); ++m) {
      const std::string key = kerasName(history.metrics[m]);
      out[key].push_back(m < record.metrics.size() ? record.metrics[m] : 0.0);
      if (m < record.valMetrics.size()) out["val_" + key].push_back(record.valMetrics[m]);
    }
  }
  return out;
}

} // namespace layerlab
