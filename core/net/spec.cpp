#include "core/net/spec.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace layerlab {
namespace {

bool validRegularizer(const Regularizer& regularizer) {
  return std::isfinite(regularizer.l1) && std::isfinite(regularizer.l2) && regularizer.l1 >= 0.0 &&
         regularizer.l2 >= 0.0;
}

Result<void> checkDense(const LayerSpec& layer, const std::string& number) {
  if (layer.units < 1)
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "hidden layer %1 has %2 units; it needs at least 1"),
         {number, std::to_string(layer.units)}});
  if (!validRegularizer(layer.kernelRegularizer) || !validRegularizer(layer.biasRegularizer))
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "layer %1: l1 and l2 must be finite and not negative"),
         {number}});
  return {};
}

Result<void> checkLayer(const LayerSpec& layer, const std::string& number) {
  if (layer.kind == LayerKind::dense) return checkDense(layer, number);
  if (!(layer.rate >= 0.0 && layer.rate < 1.0))
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "layer %1: the dropout rate must be in [0, 1), not %2"),
         {number, numberText(layer.rate)}});
  return {};
}

std::string shapeText(std::size_t rows, std::size_t cols) {
  return std::to_string(rows) + " x " + std::to_string(cols);
}

Result<void> checkLayerWeights(const LayerWeights& weights, const LayerSpec& layer,
                               std::size_t inputs, const std::string& number) {
  const auto units = static_cast<std::size_t>(layer.units);
  if (weights.kernel.rows != inputs || weights.kernel.cols != units)
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "the kernel of dense layer %1 is %2, the network needs %3"),
         {number, shapeText(weights.kernel.rows, weights.kernel.cols), shapeText(inputs, units)}});
  const std::size_t bias = layer.useBias ? units : 0;
  if (weights.bias.size() != bias)
    return inputError(
        {QT_TRANSLATE_NOOP("Core",
                           "the bias of dense layer %1 has %2 values, the network needs %3"),
         {number, std::to_string(weights.bias.size()), std::to_string(bias)}});
  const auto finite = [](float value) { return std::isfinite(value); };
  if (!std::all_of(weights.kernel.values.begin(), weights.kernel.values.end(), finite) ||
      !std::all_of(weights.bias.begin(), weights.bias.end(), finite))
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "dense layer %1 has a weight that is not a finite number"),
         {number}});
  return {};
}

} // namespace

int NetworkSpec::freeId() const {
  int id = 0;
  for (const LayerSpec& layer : layers) id = std::max(id, layer.id);
  return id + 1;
}

std::vector<LayerSpec>::iterator NetworkSpec::find(int id) {
  return std::find_if(layers.begin(), layers.end(),
                      [id](const LayerSpec& layer) { return layer.id == id; });
}

std::vector<std::size_t> NetworkSpec::denseLayers() const {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < layers.size(); ++i)
    if (layers[i].kind == LayerKind::dense) indices.push_back(i);
  return indices;
}

std::int64_t NetworkSpec::parameterCount(std::size_t inputWidth) const {
  constexpr std::int64_t enough = std::numeric_limits<std::int64_t>::max() / 4;
  std::int64_t total = 0;
  auto inputs = static_cast<std::int64_t>(std::min<std::size_t>(inputWidth, 1U << 31));
  for (const LayerSpec& layer : layers) {
    if (layer.kind != LayerKind::dense) continue;
    total += (inputs + (layer.useBias ? 1 : 0)) * layer.units;
    if (total > enough) return enough; // refused by every limit; stop before it can overflow
    inputs = layer.units;
  }
  return total;
}

Result<void> check(const NetworkSpec& spec, std::size_t inputWidth) {
  if (spec.layers.empty() || spec.layers.back().kind != LayerKind::dense)
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "the last layer must be a Dense output layer"), {}});
  for (std::size_t i = 0; i < spec.layers.size(); ++i)
    if (auto ok = checkLayer(spec.layers[i], std::to_string(i + 1)); !ok) return ok.error();
  const std::int64_t parameters = spec.parameterCount(inputWidth);
  if (parameters > maxParameters)
    return Error{ErrorKind::limit,
                 {QT_TRANSLATE_NOOP("Core", "the network is too large: %1 parameters, the limit is "
                                            "%2; use fewer or narrower hidden layers"),
                  {std::to_string(parameters), std::to_string(maxParameters)}},
                 {},
                 0,
                 0};
  return {};
}

Result<void> checkWeights(const Weights& weights, const NetworkSpec& spec, std::size_t inputWidth) {
  const std::vector<std::size_t> dense = spec.denseLayers();
  if (weights.size() != dense.size())
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "weights for %1 dense layers, but the network has %2"),
         {std::to_string(weights.size()), std::to_string(dense.size())}});
  std::size_t inputs = inputWidth;
  for (std::size_t k = 0; k < dense.size(); ++k) {
    const LayerSpec& layer = spec.layers[dense[k]];
    if (auto ok = checkLayerWeights(weights[k], layer, inputs, std::to_string(k + 1)); !ok)
      return ok.error();
    inputs = static_cast<std::size_t>(layer.units);
  }
  return {};
}

} // namespace layerlab
