#pragma once

#include "core/base/message.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace layerlab {

enum class ColumnType { numeric, categorical, empty };

/// How a column of the file writes its numbers (a percent sign aside).
enum class NumberStyle {
  plain,     ///< 1234.5
  thousands, ///< 1,234.5
  comma      ///< 1.234,5  1 234,5
};

/// One typed column. A numeric column fills `numbers` (missing = NaN; a present value is always
/// finite), a categorical one `codes` (index into `labels`, missing = -1); an empty one neither.
/// The statistics are taken in double from the file's own numbers, before rounding to float32.
struct Column {
  std::string name;
  int index = 0; ///< position in the file, from 1
  ColumnType type = ColumnType::empty;
  bool identifier = false; ///< digits with leading zeros, kept as text (rule C12)
  NumberStyle style = NumberStyle::plain;
  std::vector<float> numbers;
  std::vector<std::int32_t> codes;
  std::vector<std::string> labels;       ///< in order of first appearance
  std::vector<std::int64_t> labelCounts; ///< beside labels
  std::int64_t missing = 0;
  std::int64_t distinct = 0; ///< exact number of different values
  double min = 0.0;
  double max = 0.0;
  double mean = 0.0;
};

/// Something repaired or worth knowing about a file; `code` is one of inspect.schema.json's.
/// `row` counts as a spreadsheet does (header = 1), `column` from 1; 0 = no particular one.
struct TableIssue {
  std::string code;
  Message message;
  std::int64_t row = 0;
  std::int64_t column = 0;
  std::int64_t count = 0;
};

enum class HeaderMode { automatic, yes, no };

/// How to read; unset means: find out.
struct ReadOptions {
  std::optional<char> delimiter;
  std::optional<std::string> encoding;
  HeaderMode header = HeaderMode::automatic;
  std::optional<char> decimal;
  bool operator==(const ReadOptions&) const = default;
};

/// How the file was read.
struct ReadReport {
  std::string encoding = "utf-8";
  bool bom = false;
  std::optional<char> delimiter; ///< none: a one-column file
  char decimal = '.';
  bool header = true;
  std::int64_t bytes = 0;
  std::int64_t preambleSkipped = 0;
  std::int64_t commentSkipped = 0;
  std::int64_t blankSkipped = 0;
  std::int64_t recordsAbove = 0; ///< of any kind, above the header or the first data row
  /// Any CSV reader that is told delimiter, decimal sign, encoding and `recordsAbove` takes the
  /// names, numbers, texts and missing values for what they are here. Not so: blanks around cells,
  /// 1,234 or 95 %, "?" for missing, repeated names ...
  bool plain = true;
  std::vector<TableIssue> issues;
};

/// Typed columns of equal length; immutable once read, shared as shared_ptr<const Table>.
/// Knows neither roles nor training.
struct Table {
  std::string file; ///< path as given, or the example's name
  std::int64_t rows = 0;
  std::vector<Column> columns;
  ReadReport report;
  /// Spreadsheet row of each data row; empty when it is simply `firstRow + index`.
  std::vector<std::uint32_t> rowNumbers;
  std::int64_t firstRow = 2;

  std::int64_t sheetRow(std::int64_t dataRow) const {
    return rowNumbers.empty() ? firstRow + dataRow : rowNumbers[static_cast<std::size_t>(dataRow)];
  }
  const Column* find(const std::string& name) const {
    for (const Column& column : columns)
      if (column.name == name) return &column;
    return nullptr;
  }
};

using TablePtr = std::shared_ptr<const Table>;

} // namespace layerlab
