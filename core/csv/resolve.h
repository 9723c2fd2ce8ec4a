#pragma once

#include "core/csv/facts.h"
#include "core/data/table.h"

#include <optional>
#include <vector>

namespace layerlab {

/// How each column is to be read: one style bit, or 0 for text.
struct StylePlan {
  std::vector<Styles> columns;
  char decimal = '.'; ///< as reported
  bool operator==(const StylePlan&) const = default;
};

/// Rules C11, C12, C14 for all columns of a file together: a column that can only be decimal comma,
/// or `;` as delimiter, settles the ambiguous ones.
StylePlan resolveStyles(const std::vector<ColumnFacts>& facts, char delimiter,
                        std::optional<char> decimal);

} // namespace layerlab
