#pragma once

#include "core/base/cancel.h"
#include "core/data/table.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace layerlab {

/// A cell by its row and column in the table.
struct FoundCell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  bool operator==(const FoundCell&) const = default;
};

struct FoundCells {
  std::vector<FoundCell> cells; ///< row by row in the order asked for, then by column
  bool more = false;            ///< stopped at `maxFound`
};

inline constexpr std::size_t maxFound = 10'000;

/// Cells whose text, as it is shown, contains `text` (whatever the case). `order`: table rows in
/// the order they are shown; empty: as in the file.
FoundCells findCells(const Table& table, const QString& text,
                     const std::vector<std::uint32_t>& order, const CancelToken& cancel = {});

} // namespace layerlab
