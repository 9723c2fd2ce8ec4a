#pragma once

#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

namespace layerlab {

/// A row-major float32 matrix as a plain value: rows are samples, columns are features (or, for
/// a kernel, rows are inputs and columns are units). For exchange and display; the hot loop has
/// its own layout (net/kernels.h).
struct Matrix {
  std::size_t rows = 0;
  std::size_t cols = 0;
  std::vector<float> values;

  Matrix() = default;
  Matrix(std::size_t rowCount, std::size_t colCount)
      : rows(rowCount), cols(colCount), values(rowCount * colCount, 0.0f) {}

  float& operator()(std::size_t r, std::size_t c) {
    assert(r < rows && c < cols);
    return values[r * cols + c];
  }
  float operator()(std::size_t r, std::size_t c) const {
    assert(r < rows && c < cols);
    return values[r * cols + c];
  }
  std::span<float> row(std::size_t r) { return {values.data() + r * cols, cols}; }
  std::span<const float> row(std::size_t r) const { return {values.data() + r * cols, cols}; }
  bool empty() const { return rows == 0 || cols == 0; }
  bool operator==(const Matrix&) const = default;
};

} // namespace layerlab
