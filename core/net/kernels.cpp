#include "core/net/kernels.h"

#include "core/net/kernels_wide.h"
#include "core/net/simd.h"
#include "core/net/transpose.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace layerlab::kernels {
namespace {

using simd::lanes;
using simd::V;

// Rows x vectors held in registers by one tile: as many as there are registers for, at least
// the eight sums in flight that hide the latency of multiply-add.
constexpr std::size_t tileRows = simd::manyRegisters ? 8 : 4;
constexpr std::size_t tileVectors = 2;

template <std::size_t R, std::size_t S>
inline void tile(const Product& p, std::size_t row, std::size_t column) {
  V sum[R][S];
  for (std::size_t r = 0; r < R; ++r)
    for (std::size_t s = 0; s < S; ++s) sum[r][s] = simd::splat(p.start ? p.start[row + r] : 0.0f);
  const float* coef = p.coef + row * p.rowStep;
  const float* in = p.in + column;
  for (std::size_t k = 0; k < p.depth; ++k, coef += p.depthStep, in += p.inStride) {
    V x[S];
    for (std::size_t s = 0; s < S; ++s) x[s] = simd::load(in + s * lanes);
    for (std::size_t r = 0; r < R; ++r)
      for (std::size_t s = 0; s < S; ++s) sum[r][s] += coef[r * p.rowStep] * x[s];
  }
  float* out = p.out + row * p.outStride + column;
  for (std::size_t r = 0; r < R; ++r, out += p.outStride)
    for (std::size_t s = 0; s < S; ++s) simd::store(out + s * lanes, sum[r][s]);
}

/// All rows of S vectors of columns: whole tiles, then what is left in halves.
template <std::size_t S> inline void strip(const Product& p, std::size_t column) {
  std::size_t row = 0;
  for (; row + tileRows <= p.rows; row += tileRows) tile<tileRows, S>(p, row, column);
  const std::size_t left = p.rows - row;
  if constexpr (tileRows == 8) {
    if (left & 4) {
      tile<4, S>(p, row, column);
      row += 4;
    }
  }
  if (left & 2) {
    tile<2, S>(p, row, column);
    row += 2;
  }
  if (left & 1) tile<1, S>(p, row, column);
}

/// Fills the padding of each feature with its last sample.
void repeatLast(float* out, std::size_t width, std::size_t samples, std::size_t stride) {
  const std::size_t columns = paddedColumns(samples);
  if (samples == columns) return;
  for (std::size_t c = 0; c < width; ++c, out += stride)
    std::fill(out + samples, out + columns, out[samples - 1]);
}

} // namespace

std::size_t paddedColumns(std::size_t samples) {
  return roundUp(samples, lanes);
}

std::size_t featureStride(std::size_t samples) {
  const std::size_t lines = roundUp(samples, lineFloats) / lineFloats;
  return (lines > 2 ? lines | 1 : lines) * lineFloats;
}

void multiply(const Product& p) {
  assert(p.columns >= lanes);
  std::size_t column = 0;
  for (; column + tileVectors * lanes <= p.columns; column += tileVectors * lanes)
    strip<tileVectors>(p, column);
  for (; column + lanes <= p.columns; column += lanes) strip<1>(p, column);
  // A last partial vector overlaps the one before it: same sums, same bits.
  if (column < p.columns) strip<1>(p, p.columns - lanes);
}

void reserve(Scratch& scratch, DenseShape shape, std::size_t columns) {
  const std::size_t copy = columns * featureStride(shape.units);
  if (shape.units >= lanes && scratch.transposed.size() < copy) scratch.transposed.resize(copy);
  if (wide::worthwhile(shape)) wide::reserve(scratch);
}

void forward(DenseShape shape, const float* w, const float* b, const float* a, float* z,
             std::size_t stride, std::size_t columns, Scratch& scratch) {
  if (wide::worthwhile(shape)) return wide::forward(shape, w, b, a, z, stride, columns, scratch);
  multiply({w, 1, shape.units, shape.units, shape.inputs, b, a, stride, z, stride, columns});
}

void inputGradient(DenseShape shape, const float* w, const float* dz, float* da, std::size_t stride,
                   std::size_t columns, Scratch& scratch) {
  if (wide::worthwhile(shape))
    return wide::inputGradient(shape, w, dz, da, stride, columns, scratch);
  multiply(
      {w, shape.units, 1, shape.inputs, shape.units, nullptr, dz, stride, da, stride, columns});
}

void gather(const float* values, std::size_t width, std::span<const std::uint32_t> rows, float* out,
            std::size_t stride) {
  const auto rowAt = [=](std::size_t s) { return values + std::size_t{rows[s]} * width; };
  transposeRows(rowAt, rows.size(), width, out, stride);
  repeatLast(out, width, rows.size(), stride);
}

void prefetch(const float* values, std::size_t width, std::span<const std::uint32_t> rows) {
  for (const std::uint32_t row : rows) {
    const float* at = values + std::size_t{row} * width;
    for (std::size_t c = 0; c < width; c += lineFloats) __builtin_prefetch(at + c);
    __builtin_prefetch(at + width - 1);
  }
}

void gather(const float* values, std::size_t width, std::size_t first, std::size_t count,
            float* out, std::size_t stride) {
  const auto rowAt = [=](std::size_t s) { return values + (first + s) * width; };
  transposeRows(rowAt, count, width, out, stride);
  repeatLast(out, width, count, stride);
}

void transpose(const float* in, std::size_t inStride, std::size_t rows, std::size_t cols,
               float* out, std::size_t outStride) {
  transposeRows([=](std::size_t r) { return in + r * inStride; }, rows, cols, out, outStride);
}

} // namespace layerlab::kernels
