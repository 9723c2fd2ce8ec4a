#pragma once

#include "core/net/spec.h"

#include <cstddef>

/// Activations over feature-major blocks (units x columns, columns in whole vectors).
namespace layerlab {

/// a = f(z); softmax runs over the units of each column. z and a must not overlap.
LAYERLAB_API void applyActivation(Activation activation, const float* z, float* a,
                                  std::size_t units, std::size_t columns, std::size_t stride);

/// d := d * f'(z), where d is the derivative by a and becomes the one by z. For softmax the whole
/// Jacobian: d := a (d - sum_units a d).
LAYERLAB_API void applyDerivative(Activation activation, const float* z, const float* a, float* d,
                                  std::size_t units, std::size_t columns, std::size_t stride);

} // namespace layerlab
