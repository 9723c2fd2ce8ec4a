#pragma once

#include "core/fit/design.h"

#include <Eigen/Core>

#include <vector>

/// A network in double, written for plainness: the yardstick of the engine's gradients. Rows are
/// samples.
struct ReferenceNet {
  using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  struct Layer {
    Matrix kernel;
    Eigen::RowVectorXd bias; ///< empty without bias
    layerlab::LayerSpec spec;
  };
  std::vector<Layer> layers;
  layerlab::FitSpec fit;

  ReferenceNet(const layerlab::NetworkSpec& spec, const layerlab::FitSpec& fitSpec,
               const layerlab::Weights& weights);

  Matrix predict(const Matrix& x) const;
  /// Mean over the rows, penalties included.
  double loss(const Matrix& x, const Matrix& y) const;
};

ReferenceNet::Matrix toDouble(const layerlab::Matrix& m);
