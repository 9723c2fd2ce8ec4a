#include "core/net/kernels_wide.h"

// GCC 12 takes the "undefined" operands of its own AVX-512 intrinsics for uninitialised variables
// (bug 105593).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <Eigen/Core>

#include <algorithm>

namespace layerlab::kernels::wide {
namespace {

// Eigen's inner kernel works on m x k panels of the left and k x n panels of the right operand:
// the left one should stay in the second-level cache, a slice of the right one in the first.
constexpr Eigen::Index blockM = 192;
constexpr Eigen::Index blockN = 512;
constexpr Eigen::Index blockK = 256;

struct Blocking : Eigen::internal::level3_blocking<float, float> {
  explicit Blocking(Scratch& scratch) {
    m_blockA = scratch.panelA.data();
    m_blockB = scratch.panelB.data();
    m_mc = blockM;
    m_nc = blockN;
    m_kc = blockK;
  }
};

struct Operand {
  const float* values;
  std::size_t stride;
};

/// out (m x n, column-major) += left (m x k) * right (k x n).
template <int LeftOrder, int RightOrder>
void accumulate(std::size_t m, std::size_t n, std::size_t k, Operand left, Operand right,
                float* out, std::size_t outStride, Scratch& scratch) {
  using Gemm =
      Eigen::internal::general_matrix_matrix_product<Eigen::Index, float, LeftOrder, false, float,
                                                     RightOrder, false, Eigen::ColMajor, 1>;
  Blocking blocking(scratch);
  const auto size = [](std::size_t n) { return static_cast<Eigen::Index>(n); };
  Gemm::run(size(m), size(n), size(k), left.values, size(left.stride), right.values,
            size(right.stride), out, 1, size(outStride), 1.0f, blocking, nullptr);
}

} // namespace

void reserve(Scratch& scratch) {
  scratch.panelA.resize(static_cast<std::size_t>(blockM * blockK));
  scratch.panelB.resize(static_cast<std::size_t>(blockN * blockK));
}

// A feature-major matrix is, to Eigen, column-major with the samples as rows: z^T = a^T w.
void forward(DenseShape shape, const float* w, const float* b, const float* a, float* z,
             std::size_t stride, std::size_t columns, Scratch& scratch) {
  for (std::size_t j = 0; j < shape.units; ++j)
    std::fill_n(z + j * stride, columns, b ? b[j] : 0.0f);
  accumulate<Eigen::ColMajor, Eigen::RowMajor>(columns, shape.units, shape.inputs, {a, stride},
                                               {w, shape.units}, z, stride, scratch);
}

void inputGradient(DenseShape shape, const float* w, const float* dz, float* da, std::size_t stride,
                   std::size_t columns, Scratch& scratch) {
  for (std::size_t i = 0; i < shape.inputs; ++i) std::fill_n(da + i * stride, columns, 0.0f);
  accumulate<Eigen::ColMajor, Eigen::ColMajor>(columns, shape.inputs, shape.units, {dz, stride},
                                               {w, shape.units}, da, stride, scratch);
}

void weightGradient(DenseShape shape, const float* a, const float* dz, float* dw,
                    std::size_t stride, std::size_t samples, Scratch& scratch) {
  std::fill_n(dw, shape.inputs * shape.units, 0.0f);
  accumulate<Eigen::RowMajor, Eigen::ColMajor>(shape.units, shape.inputs, samples, {dz, stride},
                                               {a, stride}, dw, shape.units, scratch);
}

} // namespace layerlab::kernels::wide
