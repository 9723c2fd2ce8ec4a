#pragma once

#include "core/data/prepare.h"

namespace layerlab {

/// A column with more different numbers stays one of numbers: its labels would be no classes.
inline constexpr std::int64_t maxLabelsFromNumbers = 10'000;

/// Whether the column can be taken for labels (few enough different numbers), or read as numbers
/// (at least one of its labels is a number).
LAYERLAB_API bool canBeCategory(const Column& column);
LAYERLAB_API bool canBeNumber(const Column& column);

/// The table with the columns `spec.asCategory` and `spec.asNumber` retyped; labels that are no
/// numbers become missing. Names that are not there and columns that cannot change stay as they
/// are; `table` itself when nothing changes. Cost: one copy of the table.
LAYERLAB_API TablePtr withTypes(const TablePtr& table, const PrepareSpec& spec);

} // namespace layerlab
