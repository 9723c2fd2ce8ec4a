#pragma once

#include "core/teach/advice.h"

namespace layerlab {

/// Does the column only number the rows or give each its name? Some rows are needed to tell, but
/// for identifiers by their writing.
LAYERLAB_API bool namesRows(const Column& column, std::int64_t rows);

/// Remarks on the table and the roles of its columns, each with a one-click remedy: a split that is
/// not fair (file sorted by the target), columns that are constant, number the rows, or give the
/// target away. Reads every row once per feature: run it off the GUI thread for large tables.
LAYERLAB_API std::vector<Advice> adviseData(const Table& table, const Design& design,
                                            const Outline& outline);

} // namespace layerlab
