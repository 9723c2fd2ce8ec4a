#pragma once

#include "core/base/cancel.h"
#include "core/base/random.h"
#include "core/net/kernels.h"
#include "core/net/spec.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace layerlab {

/// One dense layer inside a Network: its shape, its rules and where its variables lie.
struct DenseLayer {
  kernels::DenseShape shape{};
  Activation activation = Activation::linear;
  bool useBias = true;
  Regularizer kernelRegularizer;
  Regularizer biasRegularizer;
  std::vector<double> dropoutRates; ///< dropout layers between this layer and the one below
  std::size_t kernel = 0;           ///< offset of inputs x units
  std::size_t bias = 0;             ///< offset of units values

  std::size_t kernelSize() const { return shape.inputs * shape.units; }
};

/// One trainable variable as a stretch of the parameter buffer.
struct Variable {
  std::size_t offset;
  std::size_t size;
};

/// The parameters of all layers in one contiguous buffer on cache lines, so that an optimizer is
/// one pass. Gaps between variables and the end of the buffer are zero and stay zero.
class LAYERLAB_API Network {
public:
  Network() = default;
  /// All parameters zero.
  Network(const NetworkSpec& spec, std::size_t inputWidth);

  const std::vector<DenseLayer>& layers() const { return m_layers; }
  const std::vector<Variable>& variables() const { return m_variables; }
  std::size_t inputs() const { return m_layers.front().shape.inputs; }
  std::size_t outputs() const { return m_layers.back().shape.units; }
  std::span<float> parameters() { return m_parameters; }
  std::span<const float> parameters() const { return m_parameters; }

  const float* kernel(const DenseLayer& layer) const { return m_parameters.data() + layer.kernel; }
  const float* bias(const DenseLayer& layer) const {
    return layer.useBias ? m_parameters.data() + layer.bias : nullptr;
  }

  Weights weights() const { return weightsFrom(m_parameters); }
  /// Any buffer laid out like the parameters (gradients, moments, older weights), layer by layer.
  Weights weightsFrom(std::span<const float> buffer) const;
  void setWeights(const Weights& weights); ///< they must fit (checkWeights)
  bool finite() const;                     ///< no NaN, no infinity

  bool hasPenalty() const { return m_hasPenalty; }
  /// l1 sum|w| + l2 sum w^2 of every regularized variable.
  double penalty() const;
  void addPenaltyGradient(std::span<float> gradient) const;

private:
  std::vector<DenseLayer> m_layers;
  std::vector<Variable> m_variables;
  AlignedFloats m_parameters;
  bool m_hasPenalty = false;
};

/// What one layer leaves behind for the backward pass, feature-major (units x columns).
struct LayerCache {
  AlignedFloats z;
  AlignedFloats a;       ///< empty for linear: a is z
  AlignedFloats mask;    ///< dropout before this layer: 0 or 1 / (1 - rate) per input
  AlignedFloats dropped; ///< this layer's input after dropout

  const float* output() const { return a.empty() ? z.data() : a.data(); }
};

/// Working memory of a forward pass over up to `capacity` samples.
struct LAYERLAB_API ForwardCache {
  ForwardCache() = default;
  /// With `training`, room for dropout.
  ForwardCache(const Network& network, std::size_t capacity, bool training);

  void setSamples(std::size_t count);
  /// What layer `l` multiplied its kernel with.
  const float* input(std::size_t l) const;
  const float* output() const { return layers.back().output(); }

  std::size_t stride = 0;
  std::size_t samples = 0; ///< real ones
  std::size_t columns = 0; ///< samples in whole vectors
  AlignedFloats x;
  std::vector<LayerCache> layers;
  kernels::Scratch scratch;
};

/// dL/dz of each layer (feature-major) and dL/dparameters (laid out like the parameters).
struct LAYERLAB_API Gradients {
  Gradients() = default;
  Gradients(const Network& network, std::size_t stride);

  std::vector<AlignedFloats> dz;
  AlignedFloats parameters;
};

// Both passes look at `cancel` before every layer: a large batch of a wide network takes a second.
// False: it was cancelled, and the rest is not done.

/// Fills z and a of every layer from cache.x. `dropout` draws the masks; null: dropout off.
LAYERLAB_API bool forward(const Network& network, ForwardCache& cache, Random* dropout,
                          const CancelToken* cancel = nullptr);

/// From dz of the output layer (zero in the padding) to all gradients, penalties included.
LAYERLAB_API bool backward(const Network& network, ForwardCache& cache, Gradients& gradients,
                           const CancelToken* cancel = nullptr);

/// Feature-major block (width x samples) as a plain matrix (samples x width).
LAYERLAB_API Matrix toMatrix(const float* block, std::size_t width, std::size_t samples,
                             std::size_t stride);

} // namespace layerlab
