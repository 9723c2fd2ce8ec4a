#include "core/teach/advice.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

// Inputs beyond this size, unscaled, make the first steps too large for the usual learning rates.
constexpr double largeInput = 10.0;
// A target beyond this size takes thousands of steps of 0.001 to reach.
constexpr double largeTarget = 20.0;

using Advices = std::vector<Advice>;

std::vector<std::size_t> hiddenDense(const NetworkSpec& network) {
  std::vector<std::size_t> dense = network.denseLayers();
  if (!dense.empty()) dense.pop_back();
  return dense;
}

/// Where an output activation has both or one end, as a remark shows it; empty: everywhere.
std::string boundsOf(Activation activation) {
  switch (activation) {
  case Activation::sigmoid:
  case Activation::hardSigmoid:
  case Activation::softmax:
    return "0 ... 1";
  case Activation::tanh:
  case Activation::softsign:
    return "-1 ... 1";
  case Activation::relu:
  case Activation::softplus:
  case Activation::exponential:
    return ">= 0";
  default:
    return {};
  }
}

bool isBounded(Activation activation) {
  return !boundsOf(activation).empty();
}

void adviseOutput(const Design& design, const Outline& outline, Advices& out) {
  if (design.network.layers.empty() || followsTask(design, outline)) return;
  const LayerSpec& output = design.network.layers.back();
  const auto follow = [outline](Design& d) { followTask(d, outline); };
  const Message remedy{QT_TRANSLATE_NOOP("Core", "Set output and loss by the task"), {}};
  if (output.activation == Activation::softmax && output.units == 1) {
    out.push_back({"softmax_one_unit",
                   {QT_TRANSLATE_NOOP("Core", "softmax over one unit is always 1: the network "
                                              "cannot learn."),
                    {}},
                   remedy,
                   follow});
    return;
  }
  Design wanted = design;
  followTask(wanted, outline);
  const LayerSpec& right = wanted.network.layers.back();
  const std::string has = std::to_string(output.units) + " / " + kerasName(output.activation);
  const std::string needs = std::to_string(right.units) + " / " + kerasName(right.activation);
  if (outline.task == Task::regression && isBounded(output.activation)) {
    out.push_back(
        {"output_activation",
         {QT_TRANSLATE_NOOP("Core", "Regression: a %1 output can only give values %2; the "
                                    "class notes ask for %3."),
          {kerasName(output.activation), boundsOf(output.activation), needs}},
         remedy,
         follow});
    return;
  }
  if (has != needs) {
    out.push_back({"output_activation",
                   {outline.task == Task::regression
                        ? QT_TRANSLATE_NOOP("Core", "Regression: the output layer is %1, the class "
                                                    "notes ask for %2.")
                        : QT_TRANSLATE_NOOP("Core", "Classification: the output layer is %1, the "
                                                    "class notes ask for %2."),
                    {has, needs}},
                   remedy,
                   follow});
    return;
  }
  out.push_back({"loss",
                 {QT_TRANSLATE_NOOP("Core", "The loss %1 does not fit the task; the class notes "
                                            "ask for %2."),
                  {kerasName(design.fit.loss), kerasName(wanted.fit.loss)}},
                 remedy,
                 follow});
}

void adviseLinearStack(const Design& design, Advices& out) {
  const std::vector<std::size_t> hidden = hiddenDense(design.network);
  const auto linear = [&](std::size_t i) {
    return design.network.layers[i].activation == Activation::linear;
  };
  if (std::none_of(hidden.begin(), hidden.end(), linear)) return;
  out.push_back({"linear_stack",
                 {QT_TRANSLATE_NOOP("Core", "Hidden layers without activation collapse into one "
                                            "linear layer."),
                  {}},
                 {QT_TRANSLATE_NOOP("Core", "Set relu"), {}},
                 [hidden](Design& d) {
                   for (const std::size_t i : hidden)
                     if (i < d.network.layers.size() &&
                         d.network.layers[i].activation == Activation::linear)
                       d.network.layers[i].activation = Activation::relu;
                 }});
}

double size(const Column& column) {
  return std::max(std::abs(column.min), std::abs(column.max));
}

bool isTarget(const Design& design, const std::string& name) {
  const auto& targets = design.data.targets;
  return std::find(targets.begin(), targets.end(), name) != targets.end();
}

void adviseScaling(const Design& design, const Outline& outline, const Table& table, Advices& out) {
  if (design.data.scaling != Scaling::none) return;
  const Column* largest = nullptr;
  for (const std::string& name : outline.inputNames) {
    const Column* column = table.find(name);
    if (!column || column->type != ColumnType::numeric || isTarget(design, name)) continue;
    if (!largest || size(*column) > size(*largest)) largest = column;
  }
  if (!largest || size(*largest) <= largeInput) return;
  out.push_back(
      {"unscaled_inputs",
       {QT_TRANSLATE_NOOP("Core", "The inputs are not scaled (%1 goes up to %2): training "
                                  "will be slow or unstable."),
        {largest->name, numberText(size(*largest), 4)}},
       {QT_TRANSLATE_NOOP("Core", "Scale the inputs"), {}},
       [](Design& d) { d.data.scaling = Scaling::standard; }});
}

void adviseTarget(const Design& design, const Outline& outline, const Table& table, Advices& out) {
  if (outline.task != Task::regression || design.data.scaleTarget) return;
  for (const std::string& name : design.data.targets) {
    const Column* column = table.find(name);
    if (!column || column->type != ColumnType::numeric || size(*column) <= largeTarget) continue;
    out.push_back(
        {"unscaled_target",
         {QT_TRANSLATE_NOOP("Core", "The target %1 goes up to %2: with a learning rate of "
                                    "%3 the network needs very long to get there."),
          {name, numberText(size(*column), 4), numberText(design.fit.optimizer.learningRate)}},
         {QT_TRANSLATE_NOOP("Core", "Scale the target"), {}},
         [](Design& d) { d.data.scaleTarget = true; }});
    return;
  }
}

/// Rates outside are far off for the kind; inside, it is for the class to find out.
std::pair<double, double> usualRates(OptimizerKind kind) {
  return kind == OptimizerKind::sgd || kind == OptimizerKind::adagrad ? std::pair{1e-4, 1.0}
                                                                      : std::pair{1e-5, 0.1};
}

void adviseRate(const Design& design, Advices& out) {
  const double rate = design.fit.optimizer.learningRate;
  const OptimizerKind kind = design.fit.optimizer.kind;
  const auto [low, high] = usualRates(kind);
  if (rate >= low && rate <= high) return;
  const double usual = defaultLearningRate(kind);
  out.push_back({"learning_rate",
                 {rate > high ? QT_TRANSLATE_NOOP("Core", "The learning rate %1 is very high for "
                                                          "%2: the loss may jump or leave the "
                                                          "numbers.")
                              : QT_TRANSLATE_NOOP("Core", "The learning rate %1 is very low for "
                                                          "%2: the loss will hardly move."),
                  {numberText(rate), kerasName(kind)}},
                 {QT_TRANSLATE_NOOP("Core", "Try %1"), {numberText(usual)}},
                 [usual](Design& d) { d.fit.optimizer.learningRate = usual; }});
}

void adviseBatch(const Design& design, std::int64_t rows, Advices& out) {
  if (rows < 1 || design.fit.batchSize <= rows) return;
  out.push_back(
      {"batch_size",
       {QT_TRANSLATE_NOOP("Core", "The batch size %1 is larger than the %2 training rows: "
                                  "every epoch is a single step."),
        {std::to_string(design.fit.batchSize), std::to_string(rows)}},
       {QT_TRANSLATE_NOOP("Core", "Set 32"), {}},
       [](Design& d) { d.fit.batchSize = 32; }});
}

} // namespace

std::vector<Advice> adviseDesign(const Design& design, const Outline& outline, std::int64_t rows,
                                 const Table* table) {
  Advices out;
  adviseOutput(design, outline, out);
  adviseLinearStack(design, out);
  adviseRate(design, out);
  if (table) adviseScaling(design, outline, *table, out);
  if (table) adviseTarget(design, outline, *table, out);
  adviseBatch(design, rows, out);
  return out;
}

} // namespace layerlab
