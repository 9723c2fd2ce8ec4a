#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layerlab {

enum class Activation {
  linear,
  relu,
  leakyRelu,
  elu,
  selu,
  sigmoid,
  tanh,
  softplus,
  softsign,
  gelu,
  silu,
  hardSigmoid,
  exponential,
  softmax
};
inline constexpr int activationCount = 14;

enum class Initializer {
  glorotUniform,
  glorotNormal,
  heUniform,
  heNormal,
  lecunUniform,
  lecunNormal,
  randomNormal,
  randomUniform,
  zeros,
  ones
};
inline constexpr int initializerCount = 10;

/// Keras' names ("leaky_relu", "glorot_uniform"); `swish` is read as silu.
LAYERLAB_API const char* kerasName(Activation activation);
LAYERLAB_API const char* kerasName(Initializer initializer);
LAYERLAB_API std::optional<Activation> activationFromName(std::string_view name);
LAYERLAB_API std::optional<Initializer> initializerFromName(std::string_view name);

struct Regularizer {
  double l1 = 0.0; ///< adds l1 * sum|w|
  double l2 = 0.0; ///< adds l2 * sum w^2 (no 1/2, not divided by the batch)
  bool operator==(const Regularizer&) const = default;
};

enum class LayerKind { dense, dropout };

/// One layer as the user sees it. `id` is unique within a network and survives edits, so that
/// views move blocks instead of rebuilding them.
struct LayerSpec {
  int id = 0;
  LayerKind kind = LayerKind::dense;
  int units = 8;
  Activation activation = Activation::linear;
  bool useBias = true;
  Initializer kernelInitializer = Initializer::glorotUniform;
  Initializer biasInitializer = Initializer::zeros;
  Regularizer kernelRegularizer;
  Regularizer biasRegularizer;
  double rate = 0.5; ///< dropout only
  bool operator==(const LayerSpec&) const = default;
};

/// The stack; the last dense layer is the output. The input width comes from the data.
struct NetworkSpec {
  std::vector<LayerSpec> layers;
  bool operator==(const NetworkSpec&) const = default;

  LAYERLAB_API int freeId() const;
  /// The layer of that id, or layers.end().
  LAYERLAB_API std::vector<LayerSpec>::iterator find(int id);
  LAYERLAB_API std::vector<std::size_t> denseLayers() const; ///< indices into `layers`
  LAYERLAB_API std::int64_t parameterCount(std::size_t inputWidth) const;
};

inline constexpr std::int64_t maxParameters = 50'000'000;

/// Units >= 1, rates in [0, 1), a dense layer at the end, at most maxParameters.
LAYERLAB_API Result<void> check(const NetworkSpec& spec, std::size_t inputWidth);

/// The weights of one dense layer as plain values: kernel inputs x units, bias units (empty when
/// the layer has none).
struct LayerWeights {
  Matrix kernel;
  std::vector<float> bias;
  bool operator==(const LayerWeights&) const = default;
};
using Weights = std::vector<LayerWeights>; ///< one entry per dense layer, input side first

/// Stage 1 of fit: initial weights drawn from (seed, Stream::init).
LAYERLAB_API Weights initialWeights(const NetworkSpec& spec, std::size_t inputWidth,
                                    std::uint64_t seed);

/// Do the shapes fit? The Error names the layer and both shapes.
LAYERLAB_API Result<void> checkWeights(const Weights& weights, const NetworkSpec& spec,
                                       std::size_t inputWidth);

/// Outputs (rows x units of the last layer) for `x` (rows x inputs); const, keeps no state.
LAYERLAB_API Matrix predict(const NetworkSpec& spec, const Weights& weights, const Matrix& x);

/// f(z) and f'(z) of an element-wise activation, in double (graphs, tests); softmax excluded.
LAYERLAB_API double activate(Activation activation, double z);
LAYERLAB_API double activateDerivative(Activation activation, double z);

} // namespace layerlab
