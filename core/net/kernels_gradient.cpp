#include "core/net/kernels.h"
#include "core/net/kernels_wide.h"
#include "core/net/simd.h"

#include <algorithm>
#include <utility>

// The gradient of a kernel sums over samples, which lie along the vector. Wide layers get a copy
// of dz with samples as rows and then are an ordinary product; narrow ones multiply vectors of
// samples and add up their lanes, as many sums at once as a vector has lanes.

namespace layerlab::kernels {
namespace {

using simd::lanes;
using simd::V;

template <std::size_t W, std::size_t... k>
inline V mergePair(const V& a, const V& b, std::index_sequence<k...>) {
  // In blocks of 2W lanes: a's sums go to the lower W lanes, b's to the upper ones.
  const V keep = __builtin_shufflevector(a, b, (k & W ? lanes + k : k)...);
  const V move = __builtin_shufflevector(a, b, (k & W ? lanes + (k ^ W) : (k ^ W))...);
  return keep + move;
}

/// `lanes` vectors -> one vector: lane i holds the sum of the lanes of v[i].
template <std::size_t W = lanes / 2> inline V laneSums(V (&v)[lanes]) {
  for (std::size_t i = 0; i < W; ++i)
    v[i] = mergePair<W>(v[i], v[i + W], std::make_index_sequence<lanes>());
  if constexpr (W > 1) return laneSums<W / 2>(v);
  return v[0];
}

/// R inputs x C units, R * C == lanes; indices beyond the end repeat the last row.
template <std::size_t R, std::size_t C>
inline void dotTile(DenseShape shape, const float* a, const float* dz, float* dw,
                    std::size_t stride, std::size_t columns, std::size_t i, std::size_t j) {
  static_assert(R * C == lanes);
  const float* x[R];
  const float* y[C];
  for (std::size_t r = 0; r < R; ++r) x[r] = a + std::min(i + r, shape.inputs - 1) * stride;
  for (std::size_t c = 0; c < C; ++c) y[c] = dz + std::min(j + c, shape.units - 1) * stride;
  V sum[lanes] = {};
  for (std::size_t s = 0; s < columns; s += lanes) {
    V ys[C];
    for (std::size_t c = 0; c < C; ++c) ys[c] = simd::load(y[c] + s);
    for (std::size_t r = 0; r < R; ++r) {
      const V xs = simd::load(x[r] + s);
      for (std::size_t c = 0; c < C; ++c) sum[r * C + c] += xs * ys[c];
    }
  }
  float result[lanes];
  simd::store(result, laneSums(sum));
  const std::size_t rows = std::min(R, shape.inputs - i);
  const std::size_t cols = std::min(C, shape.units - j);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < cols; ++c) dw[(i + r) * shape.units + j + c] = result[r * C + c];
}

template <std::size_t R, std::size_t C>
void dotTiles(DenseShape shape, const float* a, const float* dz, float* dw, std::size_t stride,
              std::size_t columns) {
  for (std::size_t i = 0; i < shape.inputs; i += R)
    for (std::size_t j = 0; j < shape.units; j += C)
      dotTile<R, C>(shape, a, dz, dw, stride, columns, i, j);
}

/// db[j] = sum over columns of dz[j].
void biasGradient(std::size_t units, const float* dz, float* db, std::size_t stride,
                  std::size_t columns) {
  for (std::size_t j = 0; j < units; j += lanes) {
    const std::size_t count = std::min(lanes, units - j);
    V sum[lanes] = {};
    for (std::size_t k = 0; k < count; ++k)
      for (std::size_t s = 0; s < columns; s += lanes)
        sum[k] += simd::load(dz + (j + k) * stride + s);
    float result[lanes];
    simd::store(result, laneSums(sum));
    std::copy(result, result + count, db + j);
  }
}

} // namespace

void weightGradient(DenseShape shape, const float* a, const float* dz, float* dw, float* db,
                    std::size_t stride, std::size_t samples, Scratch& scratch) {
  const std::size_t columns = roundUp(samples, lanes);
  if (db) biasGradient(shape.units, dz, db, stride, columns);
  if (wide::worthwhile(shape))
    return wide::weightGradient(shape, a, dz, dw, stride, samples, scratch);
  if (shape.units >= lanes) {
    const std::size_t width = featureStride(shape.units);
    float* copy = scratch.transposed.data();
    transpose(dz, stride, shape.units, samples, copy, width);
    multiply(
        {a, stride, 1, shape.inputs, samples, nullptr, copy, width, dw, shape.units, shape.units});
  } else if (shape.units == 1) {
    dotTiles<lanes, 1>(shape, a, dz, dw, stride, columns);
  } else {
    dotTiles<4, lanes / 4>(shape, a, dz, dw, stride, columns);
  }
}

} // namespace layerlab::kernels
