#include "core/csv/dialect.h"

#include "core/csv/number.h"
#include "core/csv/record.h"
#include "core/csv/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace layerlab {
namespace {

using Text = std::string_view;

constexpr std::size_t triedRecords = 1000;

/// What matters about one record: how many fields, and whether some are numbers.
struct Outlined {
  std::size_t fields = 0;
  bool blank = true;
  bool comment = false;
  bool number = false;
  Text whole;
};

/// Outlines the record at `p`; false when the text ends before it does.
bool outlineRecord(const char*& p, const RecordText& text, Outlined& record) {
  std::string scratch;
  const char* const start = p;
  for (CellEnd end = CellEnd::delimiter; end == CellEnd::delimiter; ++record.fields) {
    RawCell raw;
    end = nextCell(p, text, raw);
    if (end == CellEnd::incomplete) return ++record.fields, false;
    const Text cell = trimmed(content(raw, scratch));
    record.comment = record.comment || (record.fields == 0 && !raw.quoted && cell.starts_with('#'));
    record.blank = record.blank && !raw.quoted && cell.empty();
    record.number = record.number || readCell(cell).kind == CellKind::number;
    if (end == CellEnd::junk) end = passJunk(p, text);
    if (end == CellEnd::incomplete) return ++record.fields, false;
  }
  record.whole = trimmed({start, static_cast<std::size_t>(p - start)});
  return true;
}

/// The first records under one delimiter, without comments at the top and without blank rows,
/// unless there is nothing else.
std::vector<Outlined> outlineRecords(Text text, bool last, char delimiter) {
  const RecordText records{text.data() + text.size(), delimiter, last};
  std::vector<Outlined> found;
  std::vector<Outlined> comments;
  std::vector<Outlined> blanks;
  const char* p = text.data();
  for (std::size_t n = 0; p != records.end && n < triedRecords; ++n) {
    Outlined record;
    const bool complete = outlineRecord(p, records, record);
    // Of a record with an open quote, the fields before it tell something, if nothing else does.
    if (!complete && !(last || found.empty())) break;
    const bool atTop = found.empty() && record.comment;
    (record.blank && complete ? blanks : atTop ? comments : found).push_back(record);
    if (!complete) break;
  }
  if (!found.empty()) return found;
  return comments.empty() ? blanks : comments;
}

/// How well one delimiter explains the records.
struct Fit {
  Dialect dialect;
  std::size_t matches = 0;
  std::size_t records = 0;
  bool works = false;
};

/// Lines above a table: few single fields, then a consistent table whose first record holds no
/// number while a later one does.
bool hasTitles(const std::vector<Outlined>& records, std::size_t run, std::size_t fields) {
  if (run == 0 || run > maxTitles || run + 2 > records.size()) return false;
  const auto body = records.begin() + static_cast<std::ptrdiff_t>(run);
  const auto fits = [fields](const Outlined& record) { return record.fields == fields; };
  const auto number = [](const Outlined& record) { return record.number; };
  return std::all_of(body, records.end(), fits) && !body->number &&
         std::any_of(body, records.end(), number);
}

Fit fitOf(Text text, bool last, char delimiter) {
  const std::vector<Outlined> records = outlineRecords(text, last, delimiter);
  std::map<std::size_t, std::size_t> counts;
  for (const Outlined& record : records) ++counts[record.fields];
  Fit fit;
  fit.dialect.delimiter = delimiter;
  fit.records = records.size();
  for (const auto& [fields, count] : counts) {
    if (fields < 2 || count < fit.matches) continue;
    fit.matches = count;
    fit.dialect.fields = fields;
  }
  const auto single = [](const Outlined& record) { return record.fields == 1; };
  const auto run = static_cast<std::size_t>(
      std::find_if_not(records.begin(), records.end(), single) - records.begin());
  const bool onlyBlanks = !records.empty() && records[0].blank;
  fit.works = fit.matches > 0 && (onlyBlanks || fit.matches >= counts[1] ||
                                  hasTitles(records, run, fit.dialect.fields));
  return fit;
}

bool isBetter(const Fit& a, const Fit& b) {
  if (!a.works || !b.works) return a.works;
  const std::size_t left = a.matches * b.records;
  const std::size_t right = b.matches * a.records;
  return left != right ? left > right : a.dialect.fields > b.dialect.fields;
}

/// A name above one column of numbers with decimal commas: the comma separates nothing. Read as
/// two columns, the name alone would be a row that is too short.
bool isDecimalCommaColumn(Text text, bool last) {
  const std::vector<Outlined> records = outlineRecords(text, last, noDelimiter);
  if (records.size() < 2 || records[0].number || records[0].whole.find(',') != Text::npos)
    return false;
  const auto fits = [](const Outlined& record) {
    return (readCell(record.whole).styles & style::comma) != 0;
  };
  return std::all_of(records.begin() + 1, records.end(), fits);
}

} // namespace

std::optional<SepLine> sepLine(Text text) {
  const bool quoted = text.starts_with('"');
  Text line = text.substr(quoted ? 1 : 0);
  if (line.size() < 5 || (!line.starts_with("sep=") && !line.starts_with("SEP=")))
    return std::nullopt;
  const char delimiter = line[4];
  if (delimiter == '"' || delimiter == '\r' || delimiter == '\n' || (delimiter & 0x80) != 0)
    return std::nullopt;
  line.remove_prefix(5);
  if (quoted && !line.starts_with('"')) return std::nullopt;
  if (quoted) line.remove_prefix(1);
  std::size_t lineEnd = 0;
  if (line.starts_with("\r\n"))
    lineEnd = 2;
  else if (line.starts_with('\n') || line.starts_with('\r'))
    lineEnd = 1;
  else if (!line.empty())
    return std::nullopt;
  return SepLine{delimiter, text.size() - line.size() + lineEnd};
}

Dialect findDialect(Text text, bool last, std::optional<char> given) {
  if (given) {
    const Fit fit = fitOf(text, last, *given);
    return {*given, fit.works ? fit.dialect.fields : 1};
  }
  Fit best;
  for (char delimiter : {',', ';', '\t', '|'}) {
    const Fit fit = fitOf(text, last, delimiter);
    if (isBetter(fit, best)) best = fit;
  }
  if (!best.works || (best.dialect.delimiter == ',' && isDecimalCommaColumn(text, last)))
    return {noDelimiter, 1};
  return best.dialect;
}

} // namespace layerlab
