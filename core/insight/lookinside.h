#pragma once

#include "core/base/api.h"
#include "core/base/matrix.h"
#include "core/data/prepare.h"
#include "core/net/spec.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace layerlab {

/// Outputs (rows x units) of dense layer `layer` (from 0) for x (rows x inputs), dropout off.
LAYERLAB_API Matrix layerOutputs(const NetworkSpec& spec, const Weights& weights, const Matrix& x,
                                 std::size_t layer);

/// At most `most` row numbers of `count`, evenly spread, in order.
LAYERLAB_API std::vector<std::uint32_t> evenRows(std::size_t count, std::size_t most);
/// These rows of x.
LAYERLAB_API Matrix rowsOf(const Matrix& x, const std::vector<std::uint32_t>& rows);

/// A rectangle of the plane of two inputs, looked at in `columns` x `rows` points.
struct InputPlane {
  double left = 0.0; ///< scaled units, as the network gets them
  double right = 1.0;
  double bottom = 0.0;
  double top = 1.0;
  std::size_t columns = 100;
  std::size_t rows = 100;
};

/// Around the points of x (two columns) with a margin of a twelfth on each side.
LAYERLAB_API InputPlane planeAround(const Matrix& x);
/// The plane's points as inputs: (columns * rows) x 2, the upper row first, cells by their centre.
LAYERLAB_API Matrix planePoints(const InputPlane& plane);

/// y in the target's own words: the class of each row (2 classes: one 0/1 column; k: one-hot).
LAYERLAB_API std::vector<std::uint32_t> trueClasses(const Matrix& y);
/// Column `output` of y or of predictions in the target's own units.
LAYERLAB_API std::vector<double> inUnits(const Preprocessing& preprocessing, const Matrix& y,
                                         std::size_t output);

} // namespace layerlab
