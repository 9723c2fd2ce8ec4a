#include "core/csv/report.h"

#include "core/base/shown.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace layerlab {
namespace {

using Issues = std::vector<TableIssue>;

/// An issue about rows, if there are any; the sentence says how many and where the first one is.
void addRows(Issues& issues, const char* code, const char* pattern, std::int64_t count,
             std::int64_t row) {
  if (count == 0) return;
  issues.push_back({code, {pattern, {std::to_string(count), std::to_string(row)}}, row, 0, count});
}

void noteEncoding(Issues& issues, const EncodingChoice& encoding) {
  if (encoding.guessed)
    issues.push_back(
        {"ENCODING_GUESSED",
         {QT_TRANSLATE_NOOP("Core", "the encoding was guessed to be %1; choose another "
                                    "one if letters look wrong"),
          {name(encoding.encoding)}}});
}

void noteLeading(Issues& issues, const RawTable& raw) {
  const Layout& layout = raw.layout;
  const auto titles = static_cast<std::int64_t>(layout.header.value_or(0));
  addRows(issues, "PREAMBLE_SKIPPED",
          QT_TRANSLATE_NOOP("Core", "%1 title line(s) above the table were skipped"), titles,
          titles > 0 ? layout.leading.front().row : 0);
  addRows(issues, "COMMENT_SKIPPED",
          QT_TRANSLATE_NOOP("Core", "%1 comment line(s) above the table were skipped"),
          layout.comments, layout.firstComment);
}

void noteRows(Issues& issues, const RawTable& raw, bool narrowMatters) {
  const RowNotes& notes = raw.notes;
  addRows(issues, "BLANK_ROWS_SKIPPED",
          QT_TRANSLATE_NOOP("Core", "%1 blank row(s) were skipped, the first is row %2"),
          raw.layout.blanks + notes.blanks,
          raw.layout.blanks > 0 ? raw.layout.firstBlank : notes.firstBlank);
  std::int64_t shortRows = notes.shortRows;
  std::int64_t first = notes.firstShort;
  if (narrowMatters && notes.narrowRows > 0) {
    first = shortRows == 0 ? notes.firstNarrow : std::min(first, notes.firstNarrow);
    shortRows += notes.narrowRows;
  }
  addRows(issues, "RAGGED_SHORT",
          QT_TRANSLATE_NOOP("Core",
                            "%1 row(s) have too few fields, the first is row %2; what is not "
                            "there counts as missing"),
          shortRows, first);
  addRows(issues, "TRAILING_DELIMITER",
          QT_TRANSLATE_NOOP("Core",
                            "%1 row(s) end with additional empty fields, the first is row %2; "
                            "they were left out"),
          notes.trailing, notes.firstTrailing);
  if (raw.rows == 0)
    issues.push_back(
        {"NO_DATA_ROWS",
         {QT_TRANSLATE_NOOP("Core", "the file has names of columns but no data rows"), {}}});
}

void noteSingleColumn(Issues& issues, const RawTable& raw) {
  if (raw.columns.size() == 1)
    issues.push_back({"SINGLE_COLUMN",
                      {QT_TRANSLATE_NOOP("Core", "no delimiter was found, so the table has one "
                                                 "column; choose the delimiter if this is wrong"),
                       {}}});
}

void noteEmpty(Issues& issues, const Column& column, bool dropped, bool hasRows) {
  if (dropped)
    issues.push_back({"EMPTY_COLUMN_DROPPED",
                      {QT_TRANSLATE_NOOP("Core", "column %1 has neither a name nor a value and was "
                                                 "left out"),
                       {std::to_string(column.index)}},
                      0,
                      column.index});
  else if (hasRows)
    issues.push_back({"EMPTY_COLUMN",
                      {QT_TRANSLATE_NOOP("Core", "column '%1' has no value"), {shown(column.name)}},
                      0,
                      column.index});
}

/// Read by others, the column has the same name and the same cells.
bool isPlain(const RawTable& raw, std::size_t c, const FinishedColumn& finished) {
  const bool point = finished.point && finished.column.style == NumberStyle::plain;
  if (finished.odd || (point && raw.plan.decimal == ',')) return false;
  if (!raw.layout.header) return true;
  const SampleCell& cell = raw.layout.leading[*raw.layout.header].cells[c];
  return !cell.spaced && cell.text == finished.column.name;
}

/// Types the columns one after the other, so that no more than one is held twice.
bool finishColumns(RawTable& raw, Table& table, Issues& issues, std::vector<std::string>&& names) {
  const SheetRow sheetRow = [&table](std::size_t row) {
    return table.sheetRow(static_cast<std::int64_t>(row));
  };
  bool trailingDropped = true;
  for (std::size_t c = 0; c < raw.columns.size(); ++c) {
    FinishedColumn finished = raw.columns[c].finish(raw.rows, sheetRow);
    Column& column = finished.column;
    column.name = std::move(names[c]);
    column.index = static_cast<int>(c) + 1;
    const bool empty = column.type == ColumnType::empty;
    const bool dropped = empty && isUnnamed(raw.layout, c);
    table.report.plain = table.report.plain && !dropped && isPlain(raw, c, finished);
    if (empty) noteEmpty(issues, column, dropped, raw.rows > 0);
    for (TableIssue& issue : finished.issues) {
      issue.column = column.index;
      issue.message.args[0] = shown(column.name);
      issues.push_back(std::move(issue));
    }
    trailingDropped = dropped;
    if (!dropped) table.columns.push_back(std::move(column));
  }
  return trailingDropped;
}

void describe(const RawTable& raw, ReadReport& report) {
  report.encoding = name(raw.encoding.encoding);
  report.bom = raw.encoding.bom;
  if (raw.columns.size() > 1) report.delimiter = raw.dialect.delimiter;
  report.decimal = raw.plan.decimal;
  report.header = raw.layout.header.has_value();
  report.bytes = raw.bytes;
  report.preambleSkipped = static_cast<std::int64_t>(raw.layout.header.value_or(0));
  report.commentSkipped = raw.layout.comments;
  report.blankSkipped = raw.layout.blanks + raw.notes.blanks;
  report.recordsAbove = raw.recordsAbove;
  report.plain = !raw.notes.spaced && raw.notes.trailing == 0;
}

} // namespace

Result<TablePtr> finishTable(RawTable&& raw, const std::string& file) {
  auto table = std::make_shared<Table>();
  table->file = file;
  table->rows = static_cast<std::int64_t>(raw.rows);
  table->firstRow = raw.firstRow;
  table->rowNumbers = std::move(raw.rowNumbers);
  describe(raw, table->report);
  std::int64_t duplicates = 0;
  std::vector<std::string> names = columnNames(raw.layout, duplicates);
  Issues columnIssues;
  const bool trailingDropped = finishColumns(raw, *table, columnIssues, std::move(names));
  if (table->columns.empty())
    return inputError({QT_TRANSLATE_NOOP("Core", "the file has no data: no column has a name or a "
                                                 "value"),
                       {}});
  Issues& issues = table->report.issues;
  noteEncoding(issues, raw.encoding);
  noteSingleColumn(issues, raw);
  noteLeading(issues, raw);
  noteRows(issues, raw, !trailingDropped);
  addRows(
      issues, "DUPLICATE_NAMES",
      QT_TRANSLATE_NOOP("Core", "%1 column name(s) stood there more than once and got a number"),
      duplicates, 0);
  issues.insert(issues.end(), std::make_move_iterator(columnIssues.begin()),
                std::make_move_iterator(columnIssues.end()));
  return TablePtr(std::move(table));
}

} // namespace layerlab
