#pragma once

#include "core/net/simd.h"

#include <cstddef>
#include <utility>

namespace layerlab::kernels {

/// One step of a transposition by halves: blocks of `W` lanes of a and b change places.
template <std::size_t W, class T, std::size_t... k>
inline void exchange(T& a, T& b, std::index_sequence<k...>) {
  constexpr std::size_t n = sizeof...(k);
  const T low = __builtin_shufflevector(a, b, (k & W ? n + (k ^ W) : k)...);
  const T high = __builtin_shufflevector(a, b, (k & W ? n + k : (k ^ W))...);
  a = low;
  b = high;
}

/// In place: v[i][j] <-> v[j][i].
template <std::size_t N, std::size_t W = N / 2, class T> inline void transposeBlock(T (&v)[N]) {
  LAYERLAB_UNROLL
  for (std::size_t i = 0; i < N; ++i)
    if ((i & W) == 0) exchange<W>(v[i], v[i + W], std::make_index_sequence<N>());
  if constexpr (W > 1) transposeBlock<N, W / 2>(v);
}

/// out[c][r] = rowAt(r)[c] in blocks of N x N; blocks at the end overlap their neighbours.
/// Needs rows >= N and cols >= N.
template <std::size_t N, class RowAt>
inline void transposeBlocks(const RowAt& rowAt, std::size_t rows, std::size_t cols, float* out,
                            std::size_t outStride) {
  using T = typename simd::VectorOf<N>::Float;
  for (std::size_t r0 = 0; r0 < rows; r0 += N) {
    const std::size_t r = r0 + N <= rows ? r0 : rows - N;
    for (std::size_t c0 = 0; c0 < cols; c0 += N) {
      const std::size_t c = c0 + N <= cols ? c0 : cols - N;
      T v[N];
      LAYERLAB_UNROLL
      for (std::size_t i = 0; i < N; ++i) v[i] = simd::load<T>(rowAt(r + i) + c);
      transposeBlock<N>(v);
      LAYERLAB_UNROLL
      for (std::size_t i = 0; i < N; ++i) simd::store(out + (c + i) * outStride + r, v[i]);
    }
  }
}

/// out[c][r] = rowAt(r)[c] for r < rows, c < cols, by the largest block that fits.
template <class RowAt>
inline void transposeRows(const RowAt& rowAt, std::size_t rows, std::size_t cols, float* out,
                          std::size_t outStride) {
  if constexpr (simd::lanes >= 16)
    if (rows >= 16 && cols >= 16) return transposeBlocks<16>(rowAt, rows, cols, out, outStride);
  if constexpr (simd::lanes >= 8)
    if (rows >= 8 && cols >= 8) return transposeBlocks<8>(rowAt, rows, cols, out, outStride);
  if (rows >= 4 && cols >= 4) return transposeBlocks<4>(rowAt, rows, cols, out, outStride);
  for (std::size_t r = 0; r < rows; ++r) {
    const float* row = rowAt(r);
    for (std::size_t c = 0; c < cols; ++c) out[c * outStride + r] = row[c];
  }
}

} // namespace layerlab::kernels
