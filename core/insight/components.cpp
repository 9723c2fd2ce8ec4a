#include "core/insight/components.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

// Up to here all eigenvectors are cheap; beyond, the few wanted ones are found by iteration.
constexpr Eigen::Index widestDense = 128;
constexpr int iterations = 60;

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::MatrixXd centred(const Matrix& x, Eigen::VectorXd& mean) {
  const Eigen::Map<const RowMajor> values(x.values.data(), static_cast<Eigen::Index>(x.rows),
                                          static_cast<Eigen::Index>(x.cols));
  Eigen::MatrixXd out = values.cast<double>();
  mean = out.colwise().mean();
  out.rowwise() -= mean.transpose();
  return out;
}

/// Orthogonal iteration (Golub, Van Loan, 8.2.4) from the first columns of a fixed basis.
Eigen::MatrixXd leadingVectors(const Eigen::MatrixXd& covariance, Eigen::Index count) {
  const Eigen::Index width = covariance.rows();
  Eigen::MatrixXd basis(width, count);
  for (Eigen::Index c = 0; c < count; ++c)
    for (Eigen::Index r = 0; r < width; ++r)
      basis(r, c) = std::cos(static_cast<double>((r + 1) * (c + 1)));
  for (int i = 0; i < iterations; ++i) {
    const Eigen::MatrixXd next = covariance * basis;
    basis = Eigen::HouseholderQR<Eigen::MatrixXd>(next).householderQ() *
            Eigen::MatrixXd::Identity(width, count);
  }
  return basis;
}

/// Columns: the `count` eigenvectors with the largest eigenvalues, largest first.
Eigen::MatrixXd directionsOf(const Eigen::MatrixXd& covariance, Eigen::Index count) {
  if (covariance.rows() > widestDense) return leadingVectors(covariance, count);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(covariance);
  return solver.eigenvectors().rightCols(count).rowwise().reverse();
}

void pointUp(Eigen::MatrixXd& directions) {
  for (Eigen::Index c = 0; c < directions.cols(); ++c) {
    Eigen::Index largest = 0;
    directions.col(c).cwiseAbs().maxCoeff(&largest);
    if (directions(largest, c) < 0.0) directions.col(c) *= -1.0;
  }
}

} // namespace

Components principalComponents(const Matrix& x, std::size_t count) {
  Components out;
  Eigen::VectorXd mean;
  const Eigen::MatrixXd values = centred(x, mean);
  const double divisor = std::max(1.0, static_cast<double>(x.rows) - 1.0);
  const Eigen::MatrixXd covariance = values.transpose() * values / divisor;
  const auto wanted = static_cast<Eigen::Index>(std::min(count, x.cols));
  Eigen::MatrixXd directions = directionsOf(covariance, wanted);
  pointUp(directions);
  out.totalVariance = covariance.trace();
  out.directions = Matrix(static_cast<std::size_t>(wanted), x.cols);
  for (std::size_t c = 0; c < x.cols; ++c)
    out.mean.push_back(static_cast<float>(mean(static_cast<Eigen::Index>(c))));
  for (Eigen::Index i = 0; i < wanted; ++i) {
    out.variance.push_back(directions.col(i).dot(covariance * directions.col(i)));
    for (std::size_t c = 0; c < x.cols; ++c)
      out.directions(static_cast<std::size_t>(i), c) =
          static_cast<float>(directions(static_cast<Eigen::Index>(c), i));
  }
  return out;
}

void alignSigns(Components& components, const Components& before) {
  if (components.directions.cols != before.directions.cols) return;
  const std::size_t count = std::min(components.directions.rows, before.directions.rows);
  for (std::size_t i = 0; i < count; ++i) {
    float dot = 0.0f;
    for (std::size_t c = 0; c < components.directions.cols; ++c)
      dot += components.directions(i, c) * before.directions(i, c);
    if (dot >= 0.0f) continue;
    for (float& value : components.directions.row(i)) value = -value;
  }
}

Matrix project(const Components& components, const Matrix& x) {
  Matrix out(x.rows, components.directions.rows);
  for (std::size_t r = 0; r < x.rows; ++r)
    for (std::size_t i = 0; i < out.cols; ++i) {
      float sum = 0.0f;
      for (std::size_t c = 0; c < x.cols; ++c)
        sum += (x(r, c) - components.mean[c]) * components.directions(i, c);
      out(r, i) = sum;
    }
  return out;
}

} // namespace layerlab
