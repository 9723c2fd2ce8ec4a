#pragma once

#include "ui/widgets/theme.h"

#include <QColor>

#include <cstddef>

namespace layerlab {

/// The colour of class `index` of `count`: with two, class 0 is orange and class 1 blue everywhere.
QColor classColor(const Colors& colors, std::size_t index, std::size_t count);

/// Orange over the surface to blue for -1 ... 0 ... 1, opaque.
QColor signColor(const Colors& colors, double share);

/// Dark to bright for 0 ... 1, readable for colour-blind eyes (a cut of viridis, after Smith and
/// van der Walt 2015).
QColor amountColor(double share);

/// Black or white, whichever is readable on `background`.
QColor inkOn(const QColor& background);

} // namespace layerlab
