#pragma once

#include "core/base/cancel.h"
#include "core/data/table.h"

#include <cstdint>
#include <vector>

namespace layerlab {

/// Row numbers in the order of a column: numbers by size, labels as a person sorts them (by number
/// if all are numbers, else by code point); equal rows stay in file order, missing ones come last
/// either way. Empty when cancelled.
LAYERLAB_API std::vector<std::uint32_t> sortedRows(const Column& column, bool descending,
                                                   const CancelToken& cancel = {});

} // namespace layerlab
