#include "core/insight/readout.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace layerlab {
namespace {

using Values = Eigen::MatrixXd;
constexpr double whisper = 1e-9;
constexpr double settled = 1e-7; // largest change of a weight that still matters

void fitScale(const Matrix& x, LinearReadOut& out) {
  const auto rows = static_cast<double>(std::max<std::size_t>(1, x.rows));
  out.mean.assign(x.cols, 0.0);
  out.scale.assign(x.cols, 0.0);
  for (std::size_t r = 0; r < x.rows; ++r)
    for (std::size_t c = 0; c < x.cols; ++c) out.mean[c] += static_cast<double>(x(r, c)) / rows;
  for (std::size_t r = 0; r < x.rows; ++r)
    for (std::size_t c = 0; c < x.cols; ++c) {
      const double off = static_cast<double>(x(r, c)) - out.mean[c];
      out.scale[c] += off * off / rows;
    }
  for (double& scale : out.scale) scale = scale > 0.0 ? std::sqrt(scale) : 1.0;
}

/// rows x (columns + 1): standardised, a one at the end.
Values design(const LinearReadOut& out, const Matrix& x) {
  Values values(static_cast<Eigen::Index>(x.rows), static_cast<Eigen::Index>(x.cols) + 1);
  for (std::size_t r = 0; r < x.rows; ++r)
    for (std::size_t c = 0; c < x.cols; ++c)
      values(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(c)) =
          (static_cast<double>(x(r, c)) - out.mean[c]) / out.scale[c];
  values.rightCols(1).setOnes();
  return values;
}

Values weightsOf(const LinearReadOut& out) {
  const auto outputs = static_cast<Eigen::Index>(out.outputs);
  return Eigen::Map<const Values>(out.weights.data(),
                                  static_cast<Eigen::Index>(out.weights.size()) / outputs, outputs);
}

/// softmax(Xw) - Y
Values errors(const Values& x, const Values& w, const std::vector<std::uint32_t>& classes) {
  Values p = x * w;
  p.colwise() -= Eigen::VectorXd(p.rowwise().maxCoeff());
  p = p.array().exp();
  p.array().colwise() /= Eigen::ArrayXd(p.rowwise().sum());
  for (std::size_t r = 0; r < classes.size(); ++r)
    p(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(classes[r])) -= 1.0;
  return p;
}

} // namespace

/// Softmax has the curvature bound 1/2 (I - 11'/K), which is at most 1/2 I; dropping the 11' part
/// leaves the classes independent, so that one (columns + 1)^2 factor serves all of them.
LinearReadOut fitClassReadOut(const Matrix& x, const std::vector<std::uint32_t>& classes,
                              std::size_t count, int steps) {
  assert(x.rows == classes.size());
  LinearReadOut out;
  out.outputs = count;
  fitScale(x, out);
  const Values values = design(out, x);
  const Eigen::Index width = values.cols();
  Eigen::VectorXd penalty = Eigen::VectorXd::Ones(width);
  penalty(width - 1) = 0.0; // the constant goes free
  Values bound = 0.5 * values.transpose() * values;
  bound.diagonal() += penalty;
  bound(width - 1, width - 1) += whisper;
  const Eigen::LLT<Values> factor(bound);
  Values w = Values::Zero(width, static_cast<Eigen::Index>(count));
  Values look = w; // Nesterov's look ahead, begun anew when it overshoots
  double momentum = 1.0;
  for (int i = 0; i < steps; ++i) {
    const Values slope =
        values.transpose() * errors(values, look, classes) + Values(penalty.asDiagonal() * look);
    const Values next = look - factor.solve(slope);
    const Values move = next - w;
    if ((slope.array() * move.array()).sum() > 0.0) momentum = 1.0;
    const double grown = (1.0 + std::sqrt(1.0 + 4.0 * momentum * momentum)) / 2.0;
    look = next + (momentum - 1.0) / grown * move;
    momentum = grown;
    w = next;
    if (move.cwiseAbs().maxCoeff() < settled) break;
  }
  out.weights.assign(w.data(), w.data() + w.size());
  return out;
}

double readOutAccuracy(const LinearReadOut& readOut, const Matrix& x,
                       const std::vector<std::uint32_t>& classes) {
  if (x.rows == 0) return 0.0;
  const Values z = design(readOut, x) * weightsOf(readOut);
  std::size_t hits = 0;
  for (Eigen::Index r = 0; r < z.rows(); ++r) {
    Eigen::Index largest = 0;
    z.row(r).maxCoeff(&largest);
    hits += static_cast<std::uint32_t>(largest) == classes[static_cast<std::size_t>(r)] ? 1 : 0;
  }
  return static_cast<double>(hits) / static_cast<double>(x.rows);
}

LinearReadOut fitNumberReadOut(const Matrix& x, const std::vector<double>& y) {
  assert(x.rows == y.size());
  LinearReadOut out;
  out.outputs = 1;
  fitScale(x, out);
  const Values values = design(out, x);
  Values square = values.transpose() * values;
  square.diagonal().array() += whisper * std::max(1.0, static_cast<double>(x.rows));
  const Eigen::Map<const Eigen::VectorXd> target(y.data(), static_cast<Eigen::Index>(y.size()));
  const Eigen::VectorXd w = square.llt().solve(values.transpose() * target);
  out.weights.assign(w.data(), w.data() + w.size());
  return out;
}

std::vector<double> readOutNumbers(const LinearReadOut& readOut, const Matrix& x) {
  const Values z = design(readOut, x) * weightsOf(readOut);
  return {z.data(), z.data() + z.size()};
}

} // namespace layerlab
