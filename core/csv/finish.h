#pragma once

#include "core/csv/dictionary.h"
#include "core/data/table.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace layerlab {

/// Spreadsheet row of a data row.
using SheetRow = std::function<std::int64_t(std::size_t)>;

/// A typed column, without its name, and its warnings, without a column number.
struct FinishedColumn {
  Column column;
  std::vector<TableIssue> issues;
  bool odd = false;   ///< other CSV readers may take some cell for something else
  bool point = false; ///< its numbers need a decimal point
};

/// Statistics in double, then float32; scrambles `values` (NaN: missing). `infinite` values were
/// stored as missing, the first in spreadsheet row `firstInfinite`.
FinishedColumn finishNumbers(std::span<double> values, std::int64_t infinite,
                             std::int64_t firstInfinite);

/// Labels, their counts, and what is worth a warning; `codes` as given out by `dictionary`.
FinishedColumn finishLabels(Dictionary&& dictionary, std::span<const std::int32_t> codes,
                            const SheetRow& sheetRow);

} // namespace layerlab
