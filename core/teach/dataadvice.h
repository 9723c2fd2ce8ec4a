#pragma once

#include "core/teach/advice.h"

namespace layerlab {

/// Remarks on the table and the roles of its columns, each with a one-click remedy: a split that is
/// not fair (file sorted by the target), columns that are constant, number the rows, or give the
/// target away. Reads every row once per feature: run it off the GUI thread for large tables.
LAYERLAB_API std::vector<Advice> adviseData(const Table& table, const Design& design,
                                            const Outline& outline);

} // namespace layerlab
