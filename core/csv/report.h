#pragma once

#include "core/csv/reader.h"
#include "core/data/table.h"

#include <memory>
#include <string>

namespace layerlab {

/// The finished table with everything worth a warning. `file` stands for the source. An Error when
/// no column is left.
Result<TablePtr> finishTable(RawTable&& raw, const std::string& file);

} // namespace layerlab
