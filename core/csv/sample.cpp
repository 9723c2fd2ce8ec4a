#include "core/csv/sample.h"

#include "core/csv/bytes.h"
#include "core/csv/text.h"

#include <algorithm>
#include <utility>

namespace layerlab {
namespace {

constexpr std::size_t maxRecords = 1000;
constexpr std::size_t maxCells = 300'000;

SampleCell sampleCell(const char* start, const RawCell& raw, char delimiter) {
  std::string scratch;
  const std::string_view whole = content(raw, scratch);
  SampleCell cell;
  cell.text = trimmed(whole);
  cell.quoted = raw.quoted;
  cell.spaced = cell.text.size() != whole.size() || blanksOutsideQuotes(start, raw, delimiter);
  cell.reading = readCell(cell.text);
  return cell;
}

/// Reads one record at `p`; false when the text ends before it does.
Result<bool> readRecord(const char*& p, const RecordText& text, SampleRecord& record) {
  for (;;) {
    RawCell raw;
    const char* const start = p;
    const CellEnd end = nextCell(p, text, raw);
    const auto column = static_cast<std::int64_t>(record.cells.size()) + 1;
    if (end == CellEnd::incomplete)
      return text.last ? Result<bool>(openQuote(record.row, column)) : Result<bool>(false);
    if (end == CellEnd::junk) return textAfterQuote(record.row, column);
    if (record.cells.size() == maxCsvColumns) return tooManyColumns(record.row);
    record.cells.push_back(sampleCell(start, raw, text.delimiter));
    if (end == CellEnd::record) break;
  }
  const auto isEmpty = [](const SampleCell& cell) { return !cell.quoted && cell.text.empty(); };
  record.blank = std::all_of(record.cells.begin(), record.cells.end(), isEmpty);
  return true;
}

} // namespace

bool SampleRecord::startsWithHash() const {
  return !cells.empty() && !cells[0].quoted && cells[0].text.starts_with('#');
}

Result<Sample> takeSample(std::string_view text, bool last, char delimiter) {
  Sample sample;
  const RecordText records{text.data() + text.size(), delimiter, last};
  const char* p = text.data();
  std::size_t cells = 0;
  std::size_t filled = 0;
  while (p != records.end && filled < maxRecords && cells < maxCells) {
    SampleRecord record{static_cast<std::int64_t>(sample.records.size()) + 1, {}, false};
    const Result<bool> complete = readRecord(p, records, record);
    if (!complete) return complete.error();
    if (!*complete) return sample;
    cells += record.cells.size();
    filled += record.blank ? 0 : 1;
    sample.records.push_back(std::move(record));
    sample.bytes = static_cast<std::size_t>(p - text.data());
  }
  return sample;
}

Error openQuote(std::int64_t row, std::int64_t column) {
  return inputError(
      {QT_TRANSLATE_NOOP("Core", "a quote (\") is opened here and never closed; close it, or "
                                 "double it if it belongs to the text"),
       {}},
      row, column);
}

Error textAfterQuote(std::int64_t row, std::int64_t column) {
  return inputError(
      {QT_TRANSLATE_NOOP("Core", "there is text directly after a closing quote (\"); a quote "
                                 "inside a quoted field must be doubled"),
       {}},
      row, column);
}

Error tooManyColumns(std::int64_t row) {
  return limitError({QT_TRANSLATE_NOOP("Core", "the table is too large: more than %1 columns"),
                     {std::to_string(maxCsvColumns)}},
                    row);
}

} // namespace layerlab
