#include "core/csv/bodyparser.h"

#include "core/csv/bytes.h"
#include "core/csv/sample.h"
#include "core/csv/text.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace layerlab {
namespace {

/// Rows of numbers and labels may take this much memory while being read.
constexpr std::size_t maxTableBytes = std::size_t{1536} << 20;
constexpr std::size_t maxRows = std::numeric_limits<std::int32_t>::max();

Error tooManyRows(std::size_t rows) {
  return limitError(
      {QT_TRANSLATE_NOOP("Core",
                         "the table is too large for the memory set aside for it: more than "
                         "%1 rows; leave out columns or rows"),
       {std::to_string(rows)}});
}

void note(std::int64_t& count, std::int64_t& first, std::int64_t row) {
  if (count++ == 0) first = row;
}

} // namespace

BodyParser::BodyParser(std::vector<ColumnBuilder> columns, std::size_t named, char delimiter)
    : m_columns(std::move(columns)), m_named(named), m_delimiter(delimiter) {}

Result<void> BodyParser::expectRows(std::size_t rows) {
  if (rows <= m_capacity) return {};
  return grow(rows);
}

Result<void> BodyParser::grow(std::size_t rows) {
  std::size_t rowBytes = 1;
  std::size_t labels = 0;
  for (const ColumnBuilder& column : m_columns) {
    rowBytes += column.rowBytes();
    labels += column.labelBytes();
  }
  const std::size_t room = labels < maxTableBytes ? maxTableBytes - labels : 0;
  const std::size_t most = std::min(room / rowBytes, maxRows);
  if (most <= m_row) return tooManyRows(m_row);
  m_capacity = std::min(rows, most);
  for (ColumnBuilder& column : m_columns) column.reserve(m_capacity);
  return {};
}

Result<void> BodyParser::putRecord(const SampleRecord& record) {
  m_sheetRow = record.row;
  m_field = m_empty = 0;
  m_extraText = false;
  m_infinite.clear();
  if (m_row == m_capacity)
    if (const Result<void> grown = grow(m_row + 64); !grown) return grown.error();
  for (const SampleCell& cell : record.cells) {
    m_notes.spaced = m_notes.spaced || cell.spaced;
    if (m_field >= m_columns.size())
      m_extraText = m_extraText || !cell.text.empty();
    else if (m_columns[m_field].put(m_row, cell.text))
      m_infinite.push_back(m_field);
    ++m_field;
  }
  return finishRecord();
}

void BodyParser::beginBody(std::int64_t row) {
  m_leadRows = m_row;
  m_sheetRow = row;
  if (m_row == 0) m_firstRow = row;
  for (ColumnBuilder& column : m_columns) column.beginBody(m_row);
}

Result<const char*> BodyParser::parse(const char* from, const RecordText& text) {
  while (from != text.end) {
    if (m_row == m_capacity)
      if (const Result<void> grown = grow(m_capacity + m_capacity / 2 + 64); !grown)
        return grown.error();
    const Step step = parseRecord(from, text);
    if (step == Step::incomplete) break;
    if (step == Step::error) return std::move(*m_error);
    if (const Result<void> finished = finishRecord(); !finished) return finished.error();
  }
  return from;
}

/// The hot loop. A plain number followed by a delimiter or a line end is stored at once; all other
/// cells take the long way through parseCell. It stays one function so that the state of a record
/// lives in registers.
BodyParser::Step BodyParser::parseRecord(const char*& at, const RecordText& text) {
  const char* p = at;
  const std::size_t width = m_columns.size();
  ColumnBuilder* const columns = m_columns.data();
  m_field = m_empty = 0;
  m_extraText = false;
  m_infinite.clear();
  for (;;) {
    if (m_field < width && columns[m_field].fast()) {
      ColumnBuilder& column = columns[m_field];
      double value = 0.0;
      Fraction fraction = Fraction::none;
      const char* end = fastNumber(p, column.decimal(), value, fraction);
      if (end != nullptr && *end == m_delimiter) {
        column.putNumber(m_row, value, fraction);
        ++m_field;
        p = end + 1;
        continue;
      }
      if (end != nullptr && *end == '\n') {
        column.putNumber(m_row, value, fraction);
        ++m_field;
        at = end + 1;
        return Step::record;
      }
    }
    const Step step = parseCell(p, text);
    if (step == Step::field) continue;
    if (step == Step::record) at = p;
    return step;
  }
}

BodyParser::Step BodyParser::parseCell(const char*& p, const RecordText& text) {
  RawCell raw;
  const char* const start = p;
  const CellEnd end = nextCell(p, text, raw);
  const auto column = static_cast<std::int64_t>(m_field) + 1;
  if (end == CellEnd::incomplete) {
    if (text.last) m_error = openQuote(m_sheetRow, column);
    return text.last ? Step::error : Step::incomplete;
  }
  if (end == CellEnd::junk) {
    m_error = textAfterQuote(m_sheetRow, column);
    return Step::error;
  }
  const std::string_view whole = content(raw, m_scratch);
  const std::string_view cell = trimmed(whole);
  m_notes.spaced =
      m_notes.spaced || cell.size() != whole.size() || blanksOutsideQuotes(start, raw, m_delimiter);
  if (cell.empty() && !raw.quoted) ++m_empty;
  if (m_field >= m_columns.size())
    m_extraText = m_extraText || !cell.empty();
  else if (m_columns[m_field].put(m_row, cell))
    m_infinite.push_back(m_field);
  ++m_field;
  return end == CellEnd::record ? Step::record : Step::field;
}

Result<void> BodyParser::finishRecord() {
  if (m_empty == m_field) {
    note(m_notes.blanks, m_notes.firstBlank, m_sheetRow++);
    return {};
  }
  if (m_extraText)
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "this row has %1 fields, expected %2; a field that contains the "
                                   "delimiter must stand in quotes"),
         {std::to_string(m_field), std::to_string(m_columns.size())}},
        m_sheetRow);
  countWidth(m_field);
  for (std::size_t c = m_field; c < m_columns.size(); ++c) m_columns[c].putMissing(m_row);
  for (std::size_t c : m_infinite) m_columns[c].countInfinite(m_sheetRow);
  commit();
  return {};
}

void BodyParser::countWidth(std::size_t fields) {
  if (fields > m_columns.size())
    note(m_notes.trailing, m_notes.firstTrailing, m_sheetRow);
  else if (fields < m_named)
    note(m_notes.shortRows, m_notes.firstShort, m_sheetRow);
  else if (fields < m_columns.size())
    note(m_notes.narrowRows, m_notes.firstNarrow, m_sheetRow);
}

void BodyParser::commit() {
  if (m_row == 0) m_firstRow = m_sheetRow;
  const auto expected = m_firstRow + static_cast<std::int64_t>(m_row);
  if (m_rowNumbers.empty() && m_sheetRow != expected)
    for (std::size_t row = 0; row < m_row; ++row)
      m_rowNumbers.push_back(
          static_cast<std::uint32_t>(m_firstRow + static_cast<std::int64_t>(row)));
  if (!m_rowNumbers.empty()) m_rowNumbers.push_back(static_cast<std::uint32_t>(m_sheetRow));
  ++m_row;
  ++m_sheetRow;
}

} // namespace layerlab
