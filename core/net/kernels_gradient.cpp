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

template <std::size_t W, std::size_t... k> inline V fold(const V& a, std::index_sequence<k...>) {
  return a + __builtin_shufflevector(a, a, (k ^ W)...);
}

/// N vectors -> one: lane i < N holds the sum of the lanes of v[i]. N is a power of two.
template <std::size_t N, std::size_t W = N / 2, std::size_t Fold = N> inline V laneSums(V (&v)[N]) {
  constexpr auto all = std::make_index_sequence<lanes>();
  if constexpr (W > 0) {
    LAYERLAB_UNROLL
    for (std::size_t i = 0; i < W; ++i) v[i] = mergePair<W>(v[i], v[i + W], all);
    return laneSums<N, W / 2, Fold>(v);
  } else if constexpr (Fold < lanes) {
    v[0] = fold<Fold>(v[0], all);
    return laneSums<N, 0, Fold * 2>(v);
  } else {
    return v[0];
  }
}

/// R inputs x C units; sums beyond the end repeat the first and go nowhere.
template <std::size_t R, std::size_t C>
inline void dotTile(DenseShape shape, const float* a, const float* dz, float* dw,
                    std::size_t stride, std::size_t columns, std::size_t i, std::size_t j) {
  const std::size_t rows = std::min(R, shape.inputs - i);
  const std::size_t cols = std::min(C, shape.units - j);
  const float* x = a + i * stride;
  const float* y = dz + j * stride;
  V sum[R * C];
  LAYERLAB_UNROLL
  for (std::size_t k = 0; k < R * C; ++k) sum[k] = V{};
  for (std::size_t s = 0; s < columns; s += lanes, x += lanes, y += lanes) {
    V ys[C];
    LAYERLAB_UNROLL
    for (std::size_t c = 0; c < C; ++c) ys[c] = simd::load(y + (c < cols ? c * stride : 0));
    LAYERLAB_UNROLL
    for (std::size_t r = 0; r < R; ++r) {
      const V xs = simd::load(x + (r < rows ? r * stride : 0));
      LAYERLAB_UNROLL
      for (std::size_t c = 0; c < C; ++c) sum[r * C + c] += xs * ys[c];
    }
  }
  float result[lanes];
  simd::store(result, laneSums<R * C>(sum));
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

/// The tile that wastes least on a narrow layer.
void narrowGradient(DenseShape shape, const float* a, const float* dz, float* dw,
                    std::size_t stride, std::size_t columns) {
  if (shape.units == 1) {
    if (shape.inputs > lanes / 2) return dotTiles<lanes, 1>(shape, a, dz, dw, stride, columns);
    if (shape.inputs > lanes / 4) return dotTiles<lanes / 2, 1>(shape, a, dz, dw, stride, columns);
    return dotTiles<lanes / 4, 1>(shape, a, dz, dw, stride, columns);
  }
  if (shape.units == 2) return dotTiles<2, 2>(shape, a, dz, dw, stride, columns);
  if (shape.inputs <= 2) return dotTiles<2, lanes / 4>(shape, a, dz, dw, stride, columns);
  dotTiles<4, lanes / 4>(shape, a, dz, dw, stride, columns);
}

/// db[j] = sum over columns of dz[j], N units at once.
template <std::size_t N>
inline void biasGroup(const float* dz, float* db, std::size_t stride, std::size_t columns) {
  V sum[N];
  LAYERLAB_UNROLL
  for (std::size_t k = 0; k < N; ++k) sum[k] = V{};
  for (std::size_t s = 0; s < columns; s += lanes) {
    LAYERLAB_UNROLL
    for (std::size_t k = 0; k < N; ++k) sum[k] += simd::load(dz + k * stride + s);
  }
  float result[lanes];
  simd::store(result, laneSums<N>(sum));
  std::copy_n(result, N, db);
}

template <std::size_t N = lanes>
inline void biasGradient(std::size_t units, const float* dz, float* db, std::size_t stride,
                         std::size_t columns) {
  for (; units >= N; units -= N, dz += N * stride, db += N) biasGroup<N>(dz, db, stride, columns);
  if constexpr (N > 1) biasGradient<N / 2>(units, dz, db, stride, columns);
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
  } else {
    narrowGradient(shape, a, dz, dw, stride, columns);
  }
}

} // namespace layerlab::kernels
