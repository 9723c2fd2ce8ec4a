#include "tests/core/referencenet.h"

#include <cmath>

using namespace layerlab;

namespace {

using M = ReferenceNet::Matrix;

M softmaxRows(const M& z) {
  M e = (z.colwise() - z.rowwise().maxCoeff()).array().exp();
  for (Eigen::Index r = 0; r < e.rows(); ++r) e.row(r) /= e.row(r).sum();
  return e;
}

double clipped(double p) {
  return std::min(std::max(p, 1e-7), 1.0 - 1e-7);
}

double rowLoss(const FitSpec& fit, const Eigen::RowVectorXd& p, const Eigen::RowVectorXd& y) {
  double sum = 0.0;
  for (Eigen::Index j = 0; j < p.size(); ++j) {
    const double e = p[j] - y[j];
    switch (fit.loss) {
    case Loss::mse:
      sum += e * e;
      break;
    case Loss::mae:
      sum += std::abs(e);
      break;
    case Loss::huber:
      sum += std::abs(e) <= fit.huberDelta
                 ? 0.5 * e * e
                 : fit.huberDelta * std::abs(e) - 0.5 * fit.huberDelta * fit.huberDelta;
      break;
    case Loss::binaryCrossentropy: {
      const double q = clipped(p[j]);
      sum -= y[j] * std::log(q) + (1.0 - y[j]) * std::log(1.0 - q);
      break;
    }
    case Loss::categoricalCrossentropy:
      sum -= y[j] * std::log(clipped(p[j] / p.sum()));
      break;
    }
  }
  return fit.loss == Loss::categoricalCrossentropy ? sum : sum / static_cast<double>(p.size());
}

template <class Values> double penalty(const Values& values, const Regularizer& regularizer) {
  return regularizer.l1 * values.array().abs().sum() +
         regularizer.l2 * values.array().square().sum();
}

} // namespace

ReferenceNet::Matrix toDouble(const layerlab::Matrix& m) {
  M out(static_cast<Eigen::Index>(m.rows), static_cast<Eigen::Index>(m.cols));
  for (std::size_t i = 0; i < m.values.size(); ++i)
    out.data()[i] = static_cast<double>(m.values[i]);
  return out;
}

ReferenceNet::ReferenceNet(const NetworkSpec& spec, const FitSpec& fitSpec, const Weights& weights)
    : fit(fitSpec) {
  std::size_t next = 0;
  for (const LayerSpec& layer : spec.layers) {
    if (layer.kind != LayerKind::dense) continue;
    Layer own{toDouble(weights[next].kernel), {}, layer};
    if (layer.useBias) {
      own.bias.resize(layer.units);
      for (Eigen::Index j = 0; j < own.bias.size(); ++j)
        own.bias[j] = static_cast<double>(weights[next].bias[static_cast<std::size_t>(j)]);
    }
    layers.push_back(own);
    ++next;
  }
}

M ReferenceNet::predict(const M& x) const {
  M a = x;
  for (const Layer& layer : layers) {
    M z = a * layer.kernel;
    if (layer.spec.useBias) z.rowwise() += layer.bias;
    if (layer.spec.activation == Activation::softmax)
      a = softmaxRows(z);
    else
      a = z.unaryExpr([&](double v) { return activate(layer.spec.activation, v); });
  }
  return a;
}

double ReferenceNet::loss(const M& x, const M& y) const {
  const M p = predict(x);
  double sum = 0.0;
  for (Eigen::Index r = 0; r < p.rows(); ++r) sum += rowLoss(fit, p.row(r), y.row(r));
  sum /= static_cast<double>(p.rows());
  for (const Layer& layer : layers) {
    sum += penalty(layer.kernel, layer.spec.kernelRegularizer);
    if (layer.spec.useBias) sum += penalty(layer.bias, layer.spec.biasRegularizer);
  }
  return sum;
}
