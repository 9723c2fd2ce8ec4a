#include "ui/session/columnuse.h"

#include "core/data/cells.h"

#include <algorithm>

namespace layerlab {
namespace {

// Looking at this many cells takes a millisecond or two.
constexpr std::int64_t cellsAtOnce = 500'000;

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Columns whose missing values cost rows.
std::vector<const Column*> costlyColumns(const Table& table, const PrepareSpec& spec) {
  const QStringList features = effectiveFeatures(table, spec);
  std::vector<const Column*> columns;
  for (const Column& column : table.columns) {
    if (column.missing == 0) continue;
    const bool feature =
        spec.missing == MissingRule::drop && features.contains(QString::fromStdString(column.name));
    if (feature || contains(spec.targets, column.name)) columns.push_back(&column);
  }
  return columns;
}

std::int64_t rowsWithout(const Table& table, const std::vector<const Column*>& columns) {
  std::vector<bool> gap(static_cast<std::size_t>(table.rows), false);
  for (const Column* column : columns)
    for (std::size_t row = 0; row < gap.size(); ++row)
      if (isMissing(*column, row)) gap[row] = true;
  return std::count(gap.begin(), gap.end(), false);
}

PrepareSpec rolesOf(const PrepareSpec& spec) {
  PrepareSpec roles;
  roles.targets = spec.targets;
  roles.features = spec.features;
  roles.ignored = spec.ignored;
  roles.missing = spec.missing;
  return roles;
}

} // namespace

QStringList effectiveFeatures(const Table& table, const PrepareSpec& spec) {
  QStringList names;
  for (const Column& column : table.columns) {
    if (contains(spec.targets, column.name)) continue;
    const bool used = spec.features.empty() ? !contains(spec.ignored, column.name)
                                            : contains(spec.features, column.name);
    if (used && whyNoInput(column, table.rows).empty())
      names << QString::fromStdString(column.name);
  }
  return names;
}

std::int64_t usableRows(const Table& table, const PrepareSpec& spec) {
  const std::vector<const Column*> columns = costlyColumns(table, spec);
  return columns.empty() ? table.rows : rowsWithout(table, columns);
}

std::optional<std::int64_t> RowCounter::usable(const TablePtr& table, const PrepareSpec& spec) {
  const PrepareSpec roles = rolesOf(spec);
  if (table == m_table && roles == m_spec) return m_rows;
  m_table = table;
  m_spec = roles;
  m_rows.reset();
  m_inquiry.drop();
  const auto costly = static_cast<std::int64_t>(costlyColumns(*table, roles).size());
  if (costly * table->rows <= cellsAtOnce) return m_rows = usableRows(*table, roles);
  m_inquiry.ask([table, roles](const CancelToken&) { return usableRows(*table, roles); },
                [this](std::int64_t rows) {
                  m_rows = rows;
                  emit counted();
                });
  return std::nullopt;
}

} // namespace layerlab

#include "moc_columnuse.cpp"
