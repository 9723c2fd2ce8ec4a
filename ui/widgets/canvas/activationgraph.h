#pragma once

#include "core/net/spec.h"
#include "ui/widgets/theme.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace layerlab {

/// The graph of an activation for z in [-4, 4], drawn from the core's own activate(); softmax,
/// which has no graph of one number, as three bars that share one height.
void paintActivation(QPainter& painter, const QRectF& rect, Activation activation,
                     const QColor& line, const QColor& axes);

/// The same as an icon of any shape that follows the theme.
QIcon activationIcon(const Theme& theme, Activation activation);

} // namespace layerlab
