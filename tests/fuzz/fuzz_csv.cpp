// Any bytes are a table or one Error: reading, the outline and the preparation keep their promises.
#include "core/base/shown.h"
#include "core/data/csv.h"
#include "core/data/prepare.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <set>
#include <string>

using namespace layerlab;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool allFinite(const Matrix& matrix) {
  for (float value : matrix.values)
    if (!std::isfinite(value)) return false;
  return true;
}

void checkNumbers(const Column& column, std::size_t rows) {
  require(column.numbers.size() == rows && column.codes.empty());
  std::int64_t missing = 0;
  for (float value : column.numbers) {
    require(std::isfinite(value) || std::isnan(value));
    missing += std::isnan(value) ? 1 : 0;
  }
  require(missing == column.missing);
  const std::int64_t present = static_cast<std::int64_t>(rows) - missing;
  require(column.distinct <= present && (column.distinct > 0) == (present > 0));
  require(std::isfinite(column.min) && std::isfinite(column.max) && std::isfinite(column.mean));
  require(column.min <= column.mean && column.mean <= column.max);
}

void checkLabels(const Column& column, std::size_t rows) {
  require(column.codes.size() == rows && column.numbers.empty());
  require(column.labels.size() == column.labelCounts.size());
  require(column.distinct == static_cast<std::int64_t>(column.labels.size()));
  std::int64_t present = 0;
  for (std::int64_t count : column.labelCounts) {
    require(count > 0);
    present += count;
  }
  require(present + column.missing == static_cast<std::int64_t>(rows));
  for (std::int32_t code : column.codes)
    require(code >= -1 && code < static_cast<std::int32_t>(column.labels.size()));
  const std::set<std::string> different(column.labels.begin(), column.labels.end());
  require(different.size() == column.labels.size());
  for (const std::string& label : column.labels) require(validUtf8(label) == label);
}

void checkTable(const Table& table) {
  const auto rows = static_cast<std::size_t>(table.rows);
  std::set<std::string> names;
  int index = 0;
  require(!table.columns.empty());
  for (const Column& column : table.columns) {
    require(!column.name.empty() && names.insert(column.name).second);
    require(validUtf8(column.name) == column.name);
    require(column.index > index);
    index = column.index;
    if (column.type == ColumnType::numeric) checkNumbers(column, rows);
    if (column.type == ColumnType::categorical) checkLabels(column, rows);
    if (column.type == ColumnType::empty) require(column.missing == table.rows);
  }
  require(table.rowNumbers.empty() || table.rowNumbers.size() == rows);
  for (const TableIssue& issue : table.report.issues)
    require(english(issue.message).size() <= 1000);
}

void checkPreparation(const Table& table) {
  PrepareSpec spec;
  spec.targets = {table.columns.back().name};
  spec.missing = table.rows % 2 == 0 ? MissingRule::mean : MissingRule::drop;
  const auto data = prepare(table, spec, 1);
  if (!data) return require(english(data.error()).size() <= 1000);
  require(allFinite((*data)->xTrain) && allFinite((*data)->yTrain));
  require(allFinite((*data)->xValidation) && allFinite((*data)->yValidation));
  require((*data)->xTrain.cols == outline(table, spec)->inputNames.size());
  const auto again = applyInputs((*data)->preprocessing, table);
  require(again && allFinite(*again));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A copy of exactly this size, so that one byte too far is noticed.
  const std::unique_ptr<char[]> bytes(new char[size]);
  if (size > 0) std::memcpy(bytes.get(), data, size);
  const auto table = readCsvBytes({bytes.get(), size}, "fuzz.csv");
  if (!table) {
    const std::string line = english(table.error());
    require(line.starts_with("fuzz.csv: ") && line.size() <= 1000);
    return 0;
  }
  checkTable(**table);
  checkPreparation(**table);
  return 0;
}
