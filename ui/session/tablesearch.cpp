#include "ui/session/tablesearch.h"

#include "core/data/cells.h"

#include <algorithm>

namespace layerlab {
namespace {

/// One column, asked row by row; labels are compared once, not once for each row.
class ColumnSearch {
public:
  ColumnSearch(const Column& column, const QString& text) : m_column(column) {
    if (column.type == ColumnType::categorical) {
      for (const std::string& label : column.labels)
        m_labels.push_back(QString::fromStdString(label).contains(text, Qt::CaseInsensitive));
      m_possible = std::find(m_labels.begin(), m_labels.end(), true) != m_labels.end();
      return;
    }
    m_number = text.toLower().toStdString();
    m_possible = column.type == ColumnType::numeric &&
                 m_number.find_first_not_of("0123456789.+-einf") == std::string::npos;
  }

  bool possible() const { return m_possible; }
  bool matches(std::size_t row) const {
    if (isMissing(m_column, row)) return false;
    if (m_column.type == ColumnType::categorical)
      return m_labels[static_cast<std::size_t>(m_column.codes[row])];
    return floatText(m_column.numbers[row]).find(m_number) != std::string::npos;
  }

private:
  const Column& m_column;
  std::vector<bool> m_labels;
  std::string m_number;
  bool m_possible = false;
};

} // namespace

FoundCells findCells(const Table& table, const QString& text,
                     const std::vector<std::uint32_t>& order, const CancelToken& cancel) {
  constexpr std::size_t lookUp = 4096; // rows between two looks at the wish to stop
  FoundCells found;
  if (text.isEmpty()) return found;
  std::vector<std::pair<std::uint32_t, ColumnSearch>> columns;
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    if (ColumnSearch search(table.columns[c], text); search.possible())
      columns.emplace_back(static_cast<std::uint32_t>(c), std::move(search));
  if (columns.empty()) return found;
  for (std::size_t place = 0; place < static_cast<std::size_t>(table.rows); ++place) {
    if (place % lookUp == 0 && cancel.cancelled()) return {};
    const std::size_t row = order.empty() ? place : order[place];
    for (const auto& [index, search] : columns) {
      if (!search.matches(row)) continue;
      found.more = found.cells.size() == maxFound;
      if (found.more) return found;
      found.cells.push_back({static_cast<std::uint32_t>(row), index});
    }
  }
  return found;
}

} // namespace layerlab
