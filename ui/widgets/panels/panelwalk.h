#pragma once

#include <QList>

class QWidget;

namespace layerlab {

/// Puts the keyboard focus on the panel after (`direction` 1) or before (-1) the one that has it;
/// panels that are hidden or cannot take it are passed over.
void stepFocus(const QList<QWidget*>& panels, int direction);

} // namespace layerlab
