#pragma once

#include "core/net/kernels.h"

/// The same products for wide layers, by Eigen's packed matrix product. It is called below its
/// expression layer, with block sizes and buffers of our own: the bits then do not depend on the
/// machine's cache sizes, and no product allocates.
namespace layerlab::kernels::wide {

/// From here on packing pays.
inline bool worthwhile(DenseShape shape) {
  return shape.inputs >= 64 && shape.units >= 64 && shape.inputs * shape.units >= 256 * 128;
}

void reserve(Scratch& scratch);
void forward(DenseShape shape, const float* w, const float* b, const float* a, float* z,
             std::size_t stride, std::size_t columns, Scratch& scratch);
void inputGradient(DenseShape shape, const float* w, const float* dz, float* da, std::size_t stride,
                   std::size_t columns, Scratch& scratch);
void weightGradient(DenseShape shape, const float* a, const float* dz, float* dw,
                    std::size_t stride, std::size_t samples, Scratch& scratch);

} // namespace layerlab::kernels::wide
