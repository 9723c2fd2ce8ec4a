#pragma once

#include "core/base/api.h"
#include "core/data/table.h"

#include <cmath>
#include <cstddef>
#include <string>

namespace layerlab {

inline bool isMissing(const Column& column, std::size_t row) {
  if (column.type == ColumnType::numeric) return std::isnan(column.numbers[row]);
  return column.type == ColumnType::empty || column.codes[row] < 0;
}

/// Shortest text that reads back as the same float ("5.1", not "5.0999999").
LAYERLAB_API std::string floatText(float value);

} // namespace layerlab
