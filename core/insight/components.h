#pragma once

#include "core/base/api.h"
#include "core/base/matrix.h"

#include <cstddef>
#include <vector>

namespace layerlab {

/// The directions in which a cloud of rows spreads most (principal components, as scikit-learn's
/// PCA: centred, not scaled).
struct Components {
  std::vector<float> mean;      ///< per column
  Matrix directions;            ///< components x columns, unit rows, most spread first
  std::vector<double> variance; ///< along each (divided by rows - 1)
  double totalVariance = 0.0;

  /// Share of all variance along component `i`; 0 where nothing varies.
  double share(std::size_t i) const {
    return totalVariance > 0.0 ? variance[i] / totalVariance : 0.0;
  }
};

/// The first `count` components of `x` (rows >= 1; at most as many as columns). The largest entry
/// of each direction is positive, so that the picture does not flip by itself.
LAYERLAB_API Components principalComponents(const Matrix& x, std::size_t count);

/// Turns each direction so that it points the way it did in `before`: a live picture then moves
/// instead of flipping.
LAYERLAB_API void alignSigns(Components& components, const Components& before);

/// rows x components.
LAYERLAB_API Matrix project(const Components& components, const Matrix& x);

} // namespace layerlab
