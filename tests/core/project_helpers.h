#pragma once

#include "core/base/random.h"
#include "core/io/project.h"

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

inline layerlab::LayerWeights randomLayer(std::size_t inputs, std::size_t units,
                                          std::uint64_t seed) {
  layerlab::Random random(seed);
  layerlab::LayerWeights layer;
  layer.kernel = layerlab::Matrix(inputs, units);
  for (float& value : layer.kernel.values) value = static_cast<float>(random.normal());
  layer.bias.resize(units);
  for (float& value : layer.bias) value = static_cast<float>(random.uniform());
  return layer;
}

inline layerlab::InputColumn numberInput(const char* name, double shift, double scale) {
  layerlab::InputColumn column;
  column.name = name;
  column.fill = shift;
  column.shift = shift;
  column.scale = scale;
  return column;
}

inline layerlab::InputColumn labelInput(const char* name, std::vector<std::string> words) {
  layerlab::InputColumn column;
  column.name = name;
  column.categorical = true;
  column.labels = std::move(words);
  return column;
}

inline layerlab::EpochRecord epochOf(int number, double loss) {
  layerlab::EpochRecord record;
  record.epoch = number;
  record.loss = loss;
  record.metrics = {0.5};
  record.trainLossEnd = loss * 0.9;
  record.valLoss = loss * 1.1;
  record.valMetrics = {0.25};
  record.learningRate = 0.1;
  return record;
}

inline layerlab::Design everySetting() {
  using namespace layerlab;
  Design design;
  design.data.targets = {"species"};
  design.data.features = {"a", "b \"quoted\""};
  design.data.ignored = {"id"};
  design.data.asCategory = {"a"};
  design.data.asNumber = {"b \"quoted\""};
  design.data.task = Task::classification;
  design.data.scaling = Scaling::minmax;
  design.data.missing = MissingRule::mean;
  design.data.split = Split::stratified;
  design.data.validationSplit = 0.3;
  design.network = hiddenNetwork({5, 4}, Activation::gelu);
  design.network.layers[0].kernelRegularizer = {0.1, 0.2};
  design.network.layers[1].biasRegularizer = {0.0, 0.5};
  design.network.layers[1].useBias = false;
  design.network.layers[1].kernelInitializer = Initializer::heNormal;
  LayerSpec dropout;
  dropout.id = 9;
  dropout.kind = LayerKind::dropout;
  dropout.rate = 0.25;
  design.network.layers.insert(design.network.layers.begin() + 1, dropout);
  design.network.layers.back().units = 3;
  design.network.layers.back().activation = Activation::softmax;
  design.fit.optimizer.kind = OptimizerKind::sgd;
  design.fit.optimizer.learningRate = 1.0 / 3.0;
  design.fit.optimizer.momentum = 0.9;
  design.fit.optimizer.nesterov = true;
  design.fit.optimizer.clipnorm = 2.5;
  design.fit.optimizer.weightDecay = 0.01;
  design.fit.loss = Loss::categoricalCrossentropy;
  design.fit.huberDelta = 2.0;
  design.fit.metrics = {Metric::accuracy};
  design.fit.shuffle = false;
  design.fit.batchSize = 17;
  design.fit.epochs = 3;
  design.fit.seed = std::numeric_limits<std::uint64_t>::max();
  design.fit.earlyStopping = EarlyStopping{"loss", 4, 0.01, true};
  design.fit.reduceLr = ReduceLrOnPlateau{"val_loss", 0.5, 2, 0.001, 1, 1e-6};
  return design;
}

/// A model whose parts fit each other: 1 number + 2 labels in, 3 classes out.
inline layerlab::Project savedModel() {
  using namespace layerlab;
  Project project;
  project.dataFile = "data.csv";
  project.dataText = "a,b\n1,\"x\"\n";
  project.reading = {'\t', "cp949", HeaderMode::no, ','};
  project.design = everySetting();
  project.hasModel = true;
  project.hasLoss = true;
  Preprocessing preprocessing;
  preprocessing.task = Task::classification;
  preprocessing.inputs = {numberInput("a", 1.5, 0.3), labelInput("b", {"x", "y \u2028"})};
  preprocessing.targets = {"species"};
  preprocessing.classes = {"setosa", "versicolor", "virginica"};
  project.preprocessing = preprocessing;
  project.weights = Weights{randomLayer(3, 5, 1), randomLayer(5, 4, 2), randomLayer(4, 3, 3)};
  project.weights->at(1).bias.clear(); // that layer has none
  project.history = History{{Metric::accuracy}, {epochOf(1, 0.7), epochOf(2, 0.1 + 0.2)}};
  return project;
}

/// A small project with a sweep of which one trial diverged and one is missing.
inline layerlab::Project savedSweep() {
  using namespace layerlab;
  Project project;
  project.design.network = hiddenNetwork({4}, Activation::relu);
  project.hasModel = project.hasLoss = true;
  SweepResult sweep;
  sweep.design = project.design;
  sweep.design.fit.seed = 18446744073709551615ULL;
  sweep.spec = {1, {1, 3, 8}, 2};
  for (const Trial& trial : planSweep(sweep.spec, sweep.design.fit.seed)) {
    TrialResult one;
    one.trial = trial;
    one.done = trial.index != 4;
    one.status = trial.index == 2 ? FitEnd::diverged : FitEnd::completed;
    one.parameters = 10 * trial.units;
    one.seconds = 0.1;
    if (one.done && trial.index != 2) {
      one.finalLoss = 1.0 / (3.0 + trial.index);
      one.bestValLoss = one.finalLoss / 7.0;
      one.bestEpoch = 3;
      one.score = 0.9;
    }
    sweep.trials.push_back(one);
  }
  project.sweeps = {sweep, sweep};
  return project;
}

inline std::string failureOf(const std::string& text) {
  const auto project = layerlab::projectFromJson(text);
  return project ? "" : english(project.error());
}
