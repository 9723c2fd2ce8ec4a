#include "core/fit/design.h"

#include "core/base/shown.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace layerlab {
namespace {

// In the order of the enums.
constexpr std::array lossNames{"mse", "mae", "huber", "binary_crossentropy",
                               "categorical_crossentropy"};
constexpr std::array optimizerNames{"sgd",   "rmsprop", "adagrad", "adam",
                                    "adamw", "nadam",   "adamax"};
constexpr std::array metricNames{"accuracy", "mae", "mse"};

template <class Enum, std::size_t count>
std::optional<Enum> byName(const std::array<const char*, count>& names, std::string_view name) {
  for (std::size_t i = 0; i < count; ++i)
    if (name == names[i]) return static_cast<Enum>(i);
  return std::nullopt;
}

bool inUnitInterval(double value) {
  return value >= 0.0 && value < 1.0;
}

Error rangeError(const char* pattern, double value) {
  return inputError({pattern, {numberText(value)}});
}

Result<void> checkOptimizer(const OptimizerSpec& optimizer) {
  if (!(std::isfinite(optimizer.learningRate) && optimizer.learningRate > 0.0))
    return rangeError(
        QT_TRANSLATE_NOOP("Core", "the learning rate (lr) must be above 0 and finite, not %1"),
        optimizer.learningRate);
  for (const double rate : {optimizer.beta1, optimizer.beta2, optimizer.momentum, optimizer.rho})
    if (!inUnitInterval(rate))
      return rangeError(QT_TRANSLATE_NOOP("Core",
                                          "optimizer: beta_1, beta_2, momentum and rho must "
                                          "be in [0, 1), not %1"),
                        rate);
  for (const double value :
       {optimizer.epsilon, optimizer.weightDecay, optimizer.initialAccumulator, optimizer.clipnorm})
    if (!(std::isfinite(value) && value >= 0.0))
      return rangeError(QT_TRANSLATE_NOOP("Core", "optimizer: epsilon, weight_decay, clipnorm and "
                                                  "initial_accumulator_value must be 0 or more, "
                                                  "not %1"),
                        value);
  return {};
}

constexpr std::string_view ofValidation = "val_";

/// Is this the loss, or a metric of these?
bool isMeasured(std::string_view monitor, const std::vector<Metric>& metrics) {
  if (monitor.starts_with(ofValidation)) monitor.remove_prefix(ofValidation.size());
  return monitor == "loss" || std::any_of(metrics.begin(), metrics.end(), [&](Metric metric) {
           return monitor == kerasName(metric);
         });
}

void watchWhatIsMeasured(std::string& monitor, const std::vector<Metric>& metrics) {
  if (isMeasured(monitor, metrics)) return;
  monitor = monitor.starts_with(ofValidation) ? "val_loss" : "loss";
}

bool validCallbacks(const FitSpec& fit) {
  if (fit.earlyStopping &&
      (fit.earlyStopping->patience < 0 || !std::isfinite(fit.earlyStopping->minDelta)))
    return false;
  if (!fit.reduceLr) return true;
  return fit.reduceLr->patience >= 0 && fit.reduceLr->cooldown >= 0 && fit.reduceLr->factor > 0.0 &&
         fit.reduceLr->factor < 1.0 && std::isfinite(fit.reduceLr->minDelta) &&
         fit.reduceLr->minLearningRate >= 0.0;
}

Activation outputActivation(const Outline& outline) {
  if (outline.task == Task::regression) return Activation::linear;
  return outline.classes.size() > 2 ? Activation::softmax : Activation::sigmoid;
}

Loss taskLoss(const Outline& outline) {
  if (outline.task == Task::regression) return Loss::mse;
  return outline.classes.size() > 2 ? Loss::categoricalCrossentropy : Loss::binaryCrossentropy;
}

/// Losses that measure a number's distance; each of them is right for regression.
bool fitsRegression(Loss loss) {
  return loss == Loss::mse || loss == Loss::mae || loss == Loss::huber;
}

} // namespace

const char* kerasName(Loss loss) {
  return lossNames.at(static_cast<std::size_t>(loss));
}
const char* kerasName(OptimizerKind kind) {
  return optimizerNames.at(static_cast<std::size_t>(kind));
}
const char* kerasName(Metric metric) {
  return metricNames.at(static_cast<std::size_t>(metric));
}

std::optional<Loss> lossFromName(std::string_view name) {
  if (name == "mean_squared_error") return Loss::mse;
  if (name == "mean_absolute_error") return Loss::mae;
  return byName<Loss>(lossNames, name);
}

std::optional<OptimizerKind> optimizerFromName(std::string_view name) {
  return byName<OptimizerKind>(optimizerNames, name);
}

std::optional<Metric> metricFromName(std::string_view name) {
  if (name == "acc" || name == "binary_accuracy" || name == "categorical_accuracy")
    return Metric::accuracy;
  if (name == "mean_squared_error") return Metric::mse;
  if (name == "mean_absolute_error") return Metric::mae;
  return byName<Metric>(metricNames, name);
}

std::string monitorFromName(std::string name) {
  const std::size_t from = name.starts_with(ofValidation) ? ofValidation.size() : 0;
  if (const auto metric = metricFromName(std::string_view(name).substr(from)))
    name.replace(from, std::string::npos, kerasName(*metric));
  return name;
}

double defaultLearningRate(OptimizerKind kind) {
  return kind == OptimizerKind::sgd ? 0.01 : 0.001;
}

Result<void> check(const FitSpec& fit) {
  if (fit.epochs < 1)
    return rangeError(QT_TRANSLATE_NOOP("Core", "epochs must be at least 1, not %1"), fit.epochs);
  if (fit.batchSize < 1)
    return rangeError(
        QT_TRANSLATE_NOOP("Core", "the batch size (batch) must be at least 1, not %1"),
        fit.batchSize);
  if (!(std::isfinite(fit.huberDelta) && fit.huberDelta > 0.0))
    return rangeError(QT_TRANSLATE_NOOP("Core", "huber: delta must be above 0, not %1"),
                      fit.huberDelta);
  if (!validCallbacks(fit))
    return inputError({QT_TRANSLATE_NOOP("Core", "a callback has a setting out of range (patience, "
                                                 "min_delta, factor in (0, 1), cooldown, min_lr)"),
                       {}});
  if (fit.earlyStopping && !isMeasured(fit.earlyStopping->monitor, fit.metrics))
    return inputError({QT_TRANSLATE_NOOP("Core", "early stopping watches '%1', which is not "
                                                 "measured: add it to the metrics, or watch "
                                                 "val_loss"),
                       {shown(fit.earlyStopping->monitor)}});
  return checkOptimizer(fit.optimizer);
}

void followTask(Design& design, const Outline& outline) {
  auto& layers = design.network.layers;
  if (layers.empty() || layers.back().kind != LayerKind::dense) {
    LayerSpec output;
    output.id = design.network.freeId();
    layers.push_back(output);
  }
  layers.back().units = static_cast<int>(outline.outputs);
  layers.back().activation = outputActivation(outline);
  if (outline.task != Task::regression || !fitsRegression(design.fit.loss))
    design.fit.loss = taskLoss(outline);
  design.fit.metrics = {outline.task == Task::regression ? Metric::mae : Metric::accuracy};
  const std::vector<Metric>& metrics = design.fit.metrics;
  if (design.fit.earlyStopping) watchWhatIsMeasured(design.fit.earlyStopping->monitor, metrics);
  if (design.fit.reduceLr) watchWhatIsMeasured(design.fit.reduceLr->monitor, metrics);
}

bool followsTask(const Design& design, const Outline& outline) {
  Design wanted = design;
  followTask(wanted, outline);
  return wanted.network == design.network && wanted.fit.loss == design.fit.loss;
}

NetworkSpec hiddenNetwork(const std::vector<int>& hidden, Activation activation) {
  NetworkSpec network;
  for (const int units : hidden) {
    LayerSpec layer;
    layer.id = network.freeId();
    layer.units = units;
    layer.activation = activation;
    network.layers.push_back(layer);
  }
  LayerSpec output;
  output.id = network.freeId();
  output.units = 1;
  network.layers.push_back(output);
  return network;
}

} // namespace layerlab
