#pragma once

#include "core/net/rules.h"
#include "core/net/spec.h"

#include <cstddef>

namespace layerlab {

/// A loss bound to the activation of the output layer. `fromLogits`: the loss is computed from z
/// (binary_crossentropy after sigmoid, categorical_crossentropy after softmax), stable at any
/// magnitude; otherwise from a, probabilities clipped to [1e-7, 1 - 1e-7] as Keras does.
struct LossRule {
  Loss loss = Loss::mse;
  float huberDelta = 1.0f;
  bool fromLogits = false;
};
LAYERLAB_API LossRule lossRule(Loss loss, double huberDelta, Activation output);

/// Feature-major blocks, outputs x columns: z and a of the output layer and the targets y.
struct LossInput {
  const float* z;
  const float* a;
  const float* y;
  std::size_t outputs;
  std::size_t columns;
  std::size_t stride;
};

/// out[s] = the loss of sample s (mean over the outputs; sum for categorical_crossentropy).
LAYERLAB_API void sampleLosses(const LossRule& rule, const LossInput& in, float* out);

/// Sum in double; columns in whole vectors, zero in the padding.
LAYERLAB_API double sumOf(const float* values, std::size_t columns);

/// d[j][s] = scale * derivative of sample s's loss by a[j][s], or by z[j][s] when `fromLogits`.
LAYERLAB_API void lossGradient(const LossRule& rule, const LossInput& in, float scale, float* d);

} // namespace layerlab
