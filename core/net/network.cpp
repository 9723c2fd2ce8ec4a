#include "core/net/network.h"

#include "core/net/activations.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace layerlab {
namespace {

/// Variables of a cache line and more begin on one; small ones are packed, so that tiny networks
/// stay a few vectors in all.
std::size_t place(std::size_t& end, std::size_t size) {
  if (size >= lineFloats) end = roundUp(end, lineFloats);
  const std::size_t offset = end;
  end += size;
  return offset;
}

bool active(const Regularizer& regularizer) {
  return regularizer.l1 != 0.0 || regularizer.l2 != 0.0;
}

double penaltyOf(std::span<const float> values, const Regularizer& regularizer) {
  double absolute = 0.0;
  double squared = 0.0;
  for (const float value : values) {
    absolute += std::abs(static_cast<double>(value));
    squared += static_cast<double>(value) * static_cast<double>(value);
  }
  return regularizer.l1 * absolute + regularizer.l2 * squared;
}

void addPenaltySlope(std::span<const float> values, const Regularizer& regularizer,
                     std::span<float> gradient) {
  const auto l1 = static_cast<float>(regularizer.l1);
  const auto twiceL2 = static_cast<float>(2.0 * regularizer.l2);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float w = values[i];
    const float sign = w > 0.0f ? l1 : w < 0.0f ? -l1 : 0.0f;
    gradient[i] += sign + twiceL2 * w;
  }
}

/// Calls f(variable's part of `buffer`, regularizer) for every regularized variable.
template <class F> void eachPenalty(const DenseLayer& layer, const F& f) {
  if (active(layer.kernelRegularizer))
    f(Variable{layer.kernel, layer.kernelSize()}, layer.kernelRegularizer);
  if (layer.useBias && active(layer.biasRegularizer))
    f(Variable{layer.bias, layer.shape.units}, layer.biasRegularizer);
}

/// Multiplies one dropout layer's draw into the mask: feature by feature, sample by sample, so
/// that the draw depends on nothing but the stream.
void drawMask(double rate, std::size_t features, const ForwardCache& cache, Random& random,
              float* mask) {
  const auto scale = static_cast<float>(1.0 / (1.0 - rate));
  const auto limit = static_cast<std::uint64_t>(rate * 4294967296.0);
  for (std::size_t i = 0; i < features; ++i)
    for (std::size_t s = 0; s < cache.samples; s += 2) {
      const std::uint64_t word = random.next();
      float* at = mask + i * cache.stride + s;
      at[0] *= (word >> 32) >= limit ? scale : 0.0f;
      if (s + 1 < cache.samples) at[1] *= (word & 0xffffffffU) >= limit ? scale : 0.0f;
    }
}

void multiplyRows(const float* a, const float* b, float* out, std::size_t rows,
                  const ForwardCache& cache) {
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t s = i * cache.stride; s < i * cache.stride + cache.columns; ++s)
      out[s] = a[s] * b[s];
}

void drop(const DenseLayer& layer, const float* below, LayerCache& own, const ForwardCache& cache,
          Random* random) {
  std::fill(own.mask.begin(), own.mask.end(), 1.0f);
  if (random)
    for (const double rate : layer.dropoutRates)
      if (rate > 0.0) drawMask(rate, layer.shape.inputs, cache, *random, own.mask.data());
  multiplyRows(below, own.mask.data(), own.dropped.data(), layer.shape.inputs, cache);
}

void readLayer(std::span<const float> buffer, const DenseLayer& layer, LayerWeights& out) {
  out.kernel = Matrix(layer.shape.inputs, layer.shape.units);
  std::copy_n(buffer.data() + layer.kernel, layer.kernelSize(), out.kernel.values.begin());
  if (!layer.useBias) return;
  const float* bias = buffer.data() + layer.bias;
  out.bias.assign(bias, bias + layer.shape.units);
}

DenseLayer denseLayer(const LayerSpec& spec, std::size_t inputs) {
  DenseLayer layer;
  layer.shape = {inputs, static_cast<std::size_t>(spec.units)};
  layer.activation = spec.activation;
  layer.useBias = spec.useBias;
  layer.kernelRegularizer = spec.kernelRegularizer;
  layer.biasRegularizer = spec.biasRegularizer;
  return layer;
}

bool isCancelled(const CancelToken* cancel) {
  return cancel && cancel->cancelled();
}

} // namespace

Network::Network(const NetworkSpec& spec, std::size_t inputWidth) {
  std::size_t end = 0;
  std::size_t inputs = inputWidth;
  std::vector<double> rates;
  for (const LayerSpec& layerSpec : spec.layers) {
    if (layerSpec.kind == LayerKind::dropout) {
      rates.push_back(layerSpec.rate);
      continue;
    }
    DenseLayer layer = denseLayer(layerSpec, inputs);
    layer.dropoutRates.swap(rates);
    layer.kernel = place(end, layer.kernelSize());
    m_variables.push_back({layer.kernel, layer.kernelSize()});
    if (layer.useBias) {
      layer.bias = place(end, layer.shape.units);
      m_variables.push_back({layer.bias, layer.shape.units});
    }
    eachPenalty(layer, [&](Variable, const Regularizer&) { m_hasPenalty = true; });
    inputs = layer.shape.units;
    m_layers.push_back(std::move(layer));
  }
  m_parameters.resize(roundUp(end, lineFloats));
}

Weights Network::weightsFrom(std::span<const float> buffer) const {
  Weights out(m_layers.size());
  for (std::size_t l = 0; l < m_layers.size(); ++l) readLayer(buffer, m_layers[l], out[l]);
  return out;
}

void Network::setWeights(const Weights& weights) {
  assert(weights.size() == m_layers.size());
  for (std::size_t l = 0; l < m_layers.size(); ++l) {
    const DenseLayer& layer = m_layers[l];
    assert(weights[l].kernel.values.size() == layer.kernelSize());
    std::copy(weights[l].kernel.values.begin(), weights[l].kernel.values.end(),
              m_parameters.begin() + static_cast<std::ptrdiff_t>(layer.kernel));
    if (layer.useBias)
      std::copy(weights[l].bias.begin(), weights[l].bias.end(),
                m_parameters.begin() + static_cast<std::ptrdiff_t>(layer.bias));
  }
}

bool Network::finite() const {
  for (const Variable& v : m_variables)
    for (const float w : parameters().subspan(v.offset, v.size))
      if (!std::isfinite(w)) return false;
  return true;
}

double Network::penalty() const {
  double sum = 0.0;
  for (const DenseLayer& layer : m_layers)
    eachPenalty(layer, [&](Variable v, const Regularizer& regularizer) {
      sum += penaltyOf(parameters().subspan(v.offset, v.size), regularizer);
    });
  return sum;
}

void Network::addPenaltyGradient(std::span<float> gradient) const {
  for (const DenseLayer& layer : m_layers)
    eachPenalty(layer, [&](Variable v, const Regularizer& regularizer) {
      addPenaltySlope(parameters().subspan(v.offset, v.size), regularizer,
                      gradient.subspan(v.offset, v.size));
    });
}

ForwardCache::ForwardCache(const Network& network, std::size_t capacity, bool training)
    : stride(kernels::featureStride(capacity)), x(network.inputs() * stride),
      layers(network.layers().size()) {
  for (std::size_t l = 0; l < layers.size(); ++l) {
    const DenseLayer& layer = network.layers()[l];
    layers[l].z.resize(layer.shape.units * stride);
    if (layer.activation != Activation::linear) layers[l].a.resize(layer.shape.units * stride);
    if (training && !layer.dropoutRates.empty()) {
      layers[l].mask.resize(layer.shape.inputs * stride);
      layers[l].dropped.resize(layer.shape.inputs * stride);
    }
    kernels::reserve(scratch, layer.shape, stride);
  }
  setSamples(capacity);
}

void ForwardCache::setSamples(std::size_t count) {
  assert(count > 0 && count <= stride);
  samples = count;
  columns = kernels::paddedColumns(count);
}

const float* ForwardCache::input(std::size_t l) const {
  if (!layers[l].dropped.empty()) return layers[l].dropped.data();
  return l == 0 ? x.data() : layers[l - 1].output();
}

Gradients::Gradients(const Network& network, std::size_t stride)
    : parameters(network.parameters().size()) {
  for (const DenseLayer& layer : network.layers()) dz.emplace_back(layer.shape.units * stride);
}

bool forward(const Network& network, ForwardCache& cache, Random* dropout,
             const CancelToken* cancel) {
  for (std::size_t l = 0; l < cache.layers.size(); ++l) {
    if (isCancelled(cancel)) return false;
    const DenseLayer& layer = network.layers()[l];
    LayerCache& own = cache.layers[l];
    const float* below = l == 0 ? cache.x.data() : cache.layers[l - 1].output();
    if (!own.dropped.empty()) drop(layer, below, own, cache, dropout);
    kernels::forward(layer.shape, network.kernel(layer), network.bias(layer), cache.input(l),
                     own.z.data(), cache.stride, cache.columns, cache.scratch);
    if (!own.a.empty())
      applyActivation(layer.activation, own.z.data(), own.a.data(), layer.shape.units,
                      cache.columns, cache.stride);
  }
  return true;
}

bool backward(const Network& network, ForwardCache& cache, Gradients& gradients,
              const CancelToken* cancel) {
  for (std::size_t l = cache.layers.size(); l-- > 0;) {
    if (isCancelled(cancel)) return false;
    const DenseLayer& layer = network.layers()[l];
    const float* dz = gradients.dz[l].data();
    float* dw = gradients.parameters.data();
    kernels::weightGradient(layer.shape, cache.input(l), dz, dw + layer.kernel,
                            layer.useBias ? dw + layer.bias : nullptr, cache.stride, cache.samples,
                            cache.scratch);
    if (l == 0) break;
    if (isCancelled(cancel)) return false;
    float* da = gradients.dz[l - 1].data();
    kernels::inputGradient(layer.shape, network.kernel(layer), dz, da, cache.stride, cache.columns,
                           cache.scratch);
    const LayerCache& own = cache.layers[l];
    if (!own.mask.empty()) multiplyRows(da, own.mask.data(), da, layer.shape.inputs, cache);
    const LayerCache& below = cache.layers[l - 1];
    const DenseLayer& lower = network.layers()[l - 1];
    applyDerivative(lower.activation, below.z.data(), below.output(), da, lower.shape.units,
                    cache.columns, cache.stride);
  }
  if (network.hasPenalty()) network.addPenaltyGradient(gradients.parameters);
  return true;
}

Matrix toMatrix(const float* block, std::size_t width, std::size_t samples, std::size_t stride) {
  Matrix out(samples, width);
  kernels::transpose(block, stride, width, samples, out.values.data(), width);
  return out;
}

} // namespace layerlab
