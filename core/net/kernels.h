#pragma once

#include "core/base/api.h"
#include "core/net/aligned.h"

#include <cstddef>
#include <cstdint>
#include <span>

/// The hot loop's products. Activations lie feature by feature, A[feature][sample], with the
/// samples of a batch padded to whole vectors; so every product runs over samples at full vector
/// width, whatever the widths of the layers, and needs neither packing nor a transposed kernel.
/// `columns` below is always that padded count of samples, `stride` the distance of two features.
namespace layerlab::kernels {

/// Samples rounded up to whole vectors of this variant of the core.
LAYERLAB_API std::size_t paddedColumns(std::size_t samples);

/// Distance of two features for `samples` columns: beyond two cache lines an odd number of lines,
/// so that features spread over all sets of the cache (a power of two would share a few).
LAYERLAB_API std::size_t featureStride(std::size_t samples);

/// out[r][c] = start[r] + sum_k coef[r * rowStep + k * depthStep] * in[k][c] for r < rows,
/// k < depth, c < columns (>= one vector). `start` may be null: zero. One sum per element, in the
/// order of k: the result of a column never depends on its neighbours.
struct Product {
  const float* coef;
  std::size_t rowStep;
  std::size_t depthStep;
  std::size_t rows;
  std::size_t depth;
  const float* start;
  const float* in;
  std::size_t inStride;
  float* out;
  std::size_t outStride;
  std::size_t columns;
};
LAYERLAB_API void multiply(const Product& product);

/// z (units x columns) = w^T a + b; w is inputs x units, a is inputs x columns. `b` may be null.
struct DenseShape {
  std::size_t inputs;
  std::size_t units;
};
/// Working memory of the wide products and the transposed copy; sized once, never in the loop.
struct Scratch {
  AlignedFloats transposed; ///< dz with samples as rows
  AlignedFloats panelA;     ///< Eigen's packed operands
  AlignedFloats panelB;
};
LAYERLAB_API void reserve(Scratch& scratch, DenseShape shape, std::size_t columns);

LAYERLAB_API void forward(DenseShape shape, const float* w, const float* b, const float* a,
                          float* z, std::size_t stride, std::size_t columns, Scratch& scratch);
/// da (inputs x columns) = w dz.
LAYERLAB_API void inputGradient(DenseShape shape, const float* w, const float* dz, float* da,
                                std::size_t stride, std::size_t columns, Scratch& scratch);
/// dw (inputs x units) = a dz^T, db (units, may be null) = sum of dz over the `samples` columns.
/// dz must be zero in the padding, a finite there.
LAYERLAB_API void weightGradient(DenseShape shape, const float* a, const float* dz, float* dw,
                                 float* db, std::size_t stride, std::size_t samples,
                                 Scratch& scratch);

/// out[c][s] = values[rows[s]][c] for the `width` columns of row-major `values`; the padding
/// repeats the last sample, so that it is finite exactly where a real sample is.
LAYERLAB_API void gather(const float* values, std::size_t width,
                         std::span<const std::uint32_t> rows, float* out, std::size_t stride);

/// Asks for the rows a later gather will read: random rows would else be waited for one by one.
LAYERLAB_API void prefetch(const float* values, std::size_t width,
                           std::span<const std::uint32_t> rows);
/// The same for `count` rows in a row from `first` on.
LAYERLAB_API void gather(const float* values, std::size_t width, std::size_t first,
                         std::size_t count, float* out, std::size_t stride);

/// out[c][r] = in[r][c].
LAYERLAB_API void transpose(const float* in, std::size_t inStride, std::size_t rows,
                            std::size_t cols, float* out, std::size_t outStride);

} // namespace layerlab::kernels
