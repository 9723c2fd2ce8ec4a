#pragma once

#include "ui/widgets/theme.h"

#include <QString>

namespace layerlab {

/// The style sheet of the whole program in these colours. `arrows` is the folder with the tinted
/// copies (chevron-down.svg, chevron-down-off.svg, ...) which styleSheetIcons() lists.
QString styleSheet(const Colors& colors, double textScale, const QString& arrows);

} // namespace layerlab
