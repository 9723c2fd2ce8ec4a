#pragma once

#include "core/data/table.h"
#include "core/fit/design.h"

#include <string>
#include <utility>
#include <vector>

namespace layerlab {

/// A column of numbers with its statistics.
Column numericColumn(const std::string& name, std::vector<float> values);

/// Columns a, b, y = a + 2b and a text column "kind" ("low" / "high" by y).
TablePtr linesTable(int rows = 200);

/// A design that predicts y of linesTable from a and b, `epochs` long.
Design linesDesign(int epochs);

/// Text of a CSV file with the columns of linesTable.
std::string linesCsv(int rows = 200);

} // namespace layerlab
