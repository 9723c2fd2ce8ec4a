#pragma once

#include "core/insight/lookinside.h"

#include <vector>

namespace layerlab {

/// What a network with two inputs says over a rectangle of them.
struct Surface {
  InputPlane plane;
  Matrix values; ///< (columns * rows) x outputs, the upper row first

  float at(std::size_t row, std::size_t column, std::size_t output) const {
    return values(row * plane.columns + column, output);
  }
};

LAYERLAB_API Surface surfaceOf(const NetworkSpec& network, const Weights& weights,
                               const InputPlane& plane);

/// A piece of a border, in the plane's units.
struct BorderPiece {
  double x1 = 0.0;
  double y1 = 0.0;
  double x2 = 0.0;
  double y2 = 0.0;
};

/// Where `output` passes `level` (marching squares between the cells' centres).
LAYERLAB_API std::vector<BorderPiece> levelBorder(const Surface& surface, std::size_t output,
                                                  double level);

/// Where another class becomes the likeliest; outputs are classes, at least two.
LAYERLAB_API std::vector<BorderPiece> classBorders(const Surface& surface);

} // namespace layerlab
