#pragma once

#include "core/base/result.h"
#include "core/csv/columnbuilder.h"
#include "core/csv/record.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace layerlab {

/// What happened to whole rows while a table was read.
struct RowNotes {
  std::int64_t blanks = 0;
  std::int64_t firstBlank = 0;
  std::int64_t shortRows = 0; ///< fewer fields than named columns
  std::int64_t firstShort = 0;
  std::int64_t narrowRows = 0; ///< all named columns, but not the unnamed ones behind them
  std::int64_t firstNarrow = 0;
  std::int64_t trailing = 0; ///< empty fields too many
  std::int64_t firstTrailing = 0;
  bool spaced = false; ///< some cell has blanks around it
};

/// Cuts text into records and puts their cells into the columns. A record that is not complete yet
/// leaves no trace: it is read again when there is more text.
class BodyParser {
public:
  /// `named`: columns up to the last one with a name.
  BodyParser(std::vector<ColumnBuilder> columns, std::size_t named, char delimiter);

  /// A row above the body (data without a header).
  Result<void> putRecord(const SampleRecord& record);
  /// All rows so far were such; from now on they come from the text, the first in sheet row `row`.
  void beginBody(std::int64_t row);
  /// Reads all complete records of [from, text.end) and returns where it stopped.
  Result<const char*> parse(const char* from, const RecordText& text);
  /// Makes room for about this many rows in all.
  Result<void> expectRows(std::size_t rows);

  std::size_t rows() const { return m_row; }
  std::size_t bodyRows() const { return m_row - m_leadRows; }
  std::vector<ColumnBuilder>& columns() { return m_columns; }
  const std::vector<ColumnBuilder>& columns() const { return m_columns; }
  const RowNotes& notes() const { return m_notes; }
  /// Spreadsheet row of each data row; empty when they follow each other from firstRow() on.
  std::vector<std::uint32_t>& rowNumbers() { return m_rowNumbers; }
  std::int64_t firstRow() const { return m_firstRow; }
  /// Spreadsheet row of the record that comes next.
  std::int64_t nextRow() const { return m_sheetRow; }

private:
  enum class Step { field, record, incomplete, error };
  Step parseRecord(const char*& at, const RecordText& text);
  Step parseCell(const char*& p, const RecordText& text);
  Result<void> finishRecord();
  void countWidth(std::size_t fields);
  void commit();
  Result<void> grow(std::size_t rows);

  std::vector<ColumnBuilder> m_columns;
  std::size_t m_named;
  char m_delimiter;
  std::int64_t m_sheetRow = 1; ///< of the record being read
  std::size_t m_row = 0;       ///< data rows complete
  std::size_t m_leadRows = 0;
  std::size_t m_capacity = 0;
  RowNotes m_notes;
  std::vector<std::uint32_t> m_rowNumbers;
  std::int64_t m_firstRow = 0;

  // The record being read.
  std::size_t m_field = 0;
  std::size_t m_empty = 0;
  bool m_extraText = false;
  std::vector<std::size_t> m_infinite; ///< its columns with infinite values
  std::string m_scratch;
  std::optional<Error> m_error;
};

} // namespace layerlab
