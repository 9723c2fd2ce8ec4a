#include "core/base/random.h"
#include "core/net/spec.h"

#include <cmath>
#include <span>

namespace layerlab {
namespace {

// Standard deviation of a standard normal truncated at +-2 (Keras divides by it, so that the
// truncated numbers have the wished deviation).
constexpr double truncatedSd = 0.87962566103423978;
// Keras' default deviation of random_normal and bound of random_uniform.
constexpr double plainScale = 0.05;

void drawUniform(std::span<float> values, double bound, Random& random) {
  for (float& value : values) value = static_cast<float>(random.uniform(-bound, bound));
}

void drawTruncated(std::span<float> values, double sd, Random& random) {
  for (float& value : values)
    value = static_cast<float>(sd / truncatedSd * random.truncatedNormal());
}

void drawNormal(std::span<float> values, double sd, Random& random) {
  for (float& value : values) value = static_cast<float>(sd * random.normal());
}

void fillWith(std::span<float> values, float constant) {
  for (float& value : values) value = constant;
}

/// `in`, `out`: the fan of the variable (Keras: a vector of n values has fan in = out = n).
void draw(std::span<float> values, Initializer initializer, double in, double out, Random& random) {
  switch (initializer) {
  case Initializer::glorotUniform:
    return drawUniform(values, std::sqrt(6.0 / (in + out)), random);
  case Initializer::glorotNormal:
    return drawTruncated(values, std::sqrt(2.0 / (in + out)), random);
  case Initializer::heUniform:
    return drawUniform(values, std::sqrt(6.0 / in), random);
  case Initializer::heNormal:
    return drawTruncated(values, std::sqrt(2.0 / in), random);
  case Initializer::lecunUniform:
    return drawUniform(values, std::sqrt(3.0 / in), random);
  case Initializer::lecunNormal:
    return drawTruncated(values, std::sqrt(1.0 / in), random);
  case Initializer::randomNormal:
    return drawNormal(values, plainScale, random);
  case Initializer::randomUniform:
    return drawUniform(values, plainScale, random);
  case Initializer::zeros:
    return fillWith(values, 0.0f);
  case Initializer::ones:
    return fillWith(values, 1.0f);
  }
}

LayerWeights drawLayer(const LayerSpec& layer, std::size_t inputs, Random random) {
  const auto units = static_cast<std::size_t>(layer.units);
  LayerWeights weights{Matrix(inputs, units), {}};
  draw(weights.kernel.values, layer.kernelInitializer, static_cast<double>(inputs), layer.units,
       random);
  if (!layer.useBias) return weights;
  weights.bias.resize(units);
  draw(weights.bias, layer.biasInitializer, layer.units, layer.units, random);
  return weights;
}

} // namespace

Weights initialWeights(const NetworkSpec& spec, std::size_t inputWidth, std::uint64_t seed) {
  Weights weights;
  std::size_t inputs = inputWidth;
  for (const std::size_t index : spec.denseLayers()) {
    const LayerSpec& layer = spec.layers[index];
    // One stream per layer: widening one layer leaves the draws of the others alone.
    weights.push_back(drawLayer(layer, inputs, Random(seed, Stream::init, weights.size())));
    inputs = static_cast<std::size_t>(layer.units);
  }
  return weights;
}

} // namespace layerlab
