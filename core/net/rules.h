#pragma once

#include "core/base/api.h"

#include <optional>
#include <string_view>

namespace layerlab {

enum class Loss { mse, mae, huber, binaryCrossentropy, categoricalCrossentropy };
enum class OptimizerKind { sgd, rmsprop, adagrad, adam, adamw, nadam, adamax };

/// Keras' names ("mse", "binary_crossentropy", "rmsprop").
LAYERLAB_API const char* kerasName(Loss loss);
LAYERLAB_API const char* kerasName(OptimizerKind kind);
LAYERLAB_API std::optional<Loss> lossFromName(std::string_view name);
LAYERLAB_API std::optional<OptimizerKind> optimizerFromName(std::string_view name);

/// Keras' optimizer with Keras' defaults; fields that do not belong to the kind are ignored.
struct OptimizerSpec {
  OptimizerKind kind = OptimizerKind::adam;
  double learningRate = 0.001;
  double momentum = 0.0; ///< sgd, rmsprop
  bool nesterov = false; ///< sgd
  double rho = 0.9;      ///< rmsprop
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-7;
  double weightDecay = 0.004;      ///< adamw
  double initialAccumulator = 0.1; ///< adagrad
  double clipnorm = 0.0;           ///< per variable; 0 = off
  bool operator==(const OptimizerSpec&) const = default;
};

/// Keras' default learning rate of the kind (sgd 0.01, others 0.001).
LAYERLAB_API double defaultLearningRate(OptimizerKind kind);

} // namespace layerlab
