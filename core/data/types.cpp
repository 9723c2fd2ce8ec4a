#include "core/data/types.h"

#include "core/data/cells.h"
#include "core/data/roles.h"

#include <algorithm>
#include <limits>
#include <set>
#include <unordered_map>

namespace layerlab {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Column emptyLike(const Column& column, ColumnType type) {
  Column out;
  out.name = column.name;
  out.index = column.index;
  out.type = type;
  out.style = column.style;
  return out;
}

Column asCategory(const Column& column) {
  Column out = emptyLike(column, ColumnType::categorical);
  out.missing = column.missing;
  out.codes.reserve(column.numbers.size());
  std::unordered_map<float, std::int32_t> codes;
  for (const float value : column.numbers) {
    if (std::isnan(value)) {
      out.codes.push_back(-1);
      continue;
    }
    const auto next = static_cast<std::int32_t>(out.labels.size());
    const auto [at, fresh] = codes.emplace(value, next);
    if (fresh) {
      out.labels.push_back(floatText(value));
      out.labelCounts.push_back(0);
    }
    ++out.labelCounts[static_cast<std::size_t>(at->second)];
    out.codes.push_back(at->second);
  }
  out.distinct = static_cast<std::int64_t>(out.labels.size());
  return out;
}

/// Minimum, maximum, mean and number of different values of labels read as numbers (NaN: none).
void summarise(Column& out, const Column& column, const std::vector<double>& values) {
  std::set<double> different;
  double sum = 0.0;
  std::int64_t count = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    different.insert(values[i]);
    sum += values[i] * static_cast<double>(column.labelCounts[i]);
    count += column.labelCounts[i];
  }
  out.distinct = static_cast<std::int64_t>(different.size());
  out.missing = static_cast<std::int64_t>(column.codes.size()) - count;
  if (count == 0) return;
  out.min = *different.begin();
  out.max = *different.rbegin();
  out.mean = std::clamp(sum / static_cast<double>(count), out.min, out.max);
}

Column asNumber(const Column& column) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  Column out = emptyLike(column, ColumnType::numeric);
  std::vector<double> values;
  for (const std::string& label : column.labels) {
    const double value = numberFrom(label).value_or(none);
    values.push_back(std::isfinite(static_cast<float>(value)) ? value : none);
  }
  out.numbers.reserve(column.codes.size());
  for (const std::int32_t code : column.codes)
    out.numbers.push_back(
        static_cast<float>(code < 0 ? none : values[static_cast<std::size_t>(code)]));
  summarise(out, column, values);
  return out;
}

bool becomesCategory(const Column& column, const PrepareSpec& spec) {
  return contains(spec.asCategory, column.name) && canBeCategory(column);
}

bool becomesNumber(const Column& column, const PrepareSpec& spec) {
  return contains(spec.asNumber, column.name) && canBeNumber(column);
}

} // namespace

bool canBeCategory(const Column& column) {
  return column.type == ColumnType::numeric && column.distinct <= maxLabelsFromNumbers;
}

bool canBeNumber(const Column& column) {
  if (column.type != ColumnType::categorical) return false;
  return std::any_of(column.labels.begin(), column.labels.end(),
                     [](const std::string& label) { return numberFrom(label).has_value(); });
}

TablePtr withTypes(const TablePtr& table, const PrepareSpec& spec) {
  const bool some =
      std::any_of(table->columns.begin(), table->columns.end(), [&](const Column& column) {
        return becomesCategory(column, spec) || becomesNumber(column, spec);
      });
  if (!some) return table;
  auto out = std::make_shared<Table>();
  out->file = table->file;
  out->rows = table->rows;
  out->report = table->report;
  out->rowNumbers = table->rowNumbers;
  out->firstRow = table->firstRow;
  for (const Column& column : table->columns)
    out->columns.push_back(becomesCategory(column, spec) ? asCategory(column)
                           : becomesNumber(column, spec) ? asNumber(column)
                                                         : column);
  return out;
}

} // namespace layerlab
