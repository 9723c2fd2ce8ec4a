#pragma once

#include "core/fit/design.h"
#include "core/insight/stagewalk.h"
#include "ui/widgets/inside/stageboard.h"

#include <QString>

namespace layerlab {

/// The cell of a stage spelled out in numbers: "z = 0.31·(-1.2) + 0.05 = -0.32". `row` and `column`
/// lie inside the part.
QString spelledCell(const StageWalk& walk, const Design& design, std::size_t layer, StagePart part,
                    int row, int column);

/// The line of Keras code behind a stage.
QString stageCode(const Design& design, const StageWalk& walk, std::size_t layer);

} // namespace layerlab
