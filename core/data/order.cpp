#include "core/data/order.h"

#include "core/data/cells.h"
#include "core/data/roles.h"

#include <algorithm>
#include <unordered_map>

namespace layerlab {
namespace {

using Rows = std::vector<std::uint32_t>;

/// Place of each label among all labels.
std::vector<std::uint32_t> ranks(const Column& column) {
  const std::vector<std::string> ordered = inOrder(column.labels);
  std::unordered_map<std::string, std::uint32_t> place;
  for (std::size_t i = 0; i < ordered.size(); ++i)
    place.emplace(ordered[i], static_cast<std::uint32_t>(i));
  std::vector<std::uint32_t> out;
  for (const std::string& label : column.labels) out.push_back(place.at(label));
  return out;
}

template <class KeyOf> void sortBy(Rows& rows, bool descending, const KeyOf& keyOf) {
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    return descending ? keyOf(b) < keyOf(a) : keyOf(a) < keyOf(b);
  });
}

} // namespace

std::vector<std::uint32_t> sortedRows(const Column& column, bool descending,
                                      const CancelToken& cancel) {
  const std::size_t count = std::max(column.numbers.size(), column.codes.size());
  Rows rows;
  Rows gaps;
  rows.reserve(count);
  for (std::uint32_t row = 0; row < count; ++row)
    (isMissing(column, row) ? gaps : rows).push_back(row);
  if (column.type == ColumnType::numeric) {
    sortBy(rows, descending, [&](std::uint32_t row) { return column.numbers[row]; });
  } else if (column.type == ColumnType::categorical) {
    const std::vector<std::uint32_t> place = ranks(column);
    sortBy(rows, descending,
           [&](std::uint32_t row) { return place[static_cast<std::size_t>(column.codes[row])]; });
  }
  rows.insert(rows.end(), gaps.begin(), gaps.end());
  return cancel.cancelled() ? Rows{} : rows;
}

} // namespace layerlab
