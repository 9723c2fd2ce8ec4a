#include "core/csv/layout.h"

#include "core/csv/text.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace layerlab {
namespace {

bool isTitle(const SampleRecord& record, std::size_t usualFields) {
  const std::size_t n = record.cells.size();
  if (usualFields < 2 || (n != 1 && (usualFields < 3 || n != usualFields))) return false;
  const auto empty = [](const SampleCell& cell) { return cell.text.empty(); };
  return !empty(record.cells[0]) &&
         std::all_of(record.cells.begin() + 1, record.cells.end(), empty);
}

bool isComment(const SampleRecord& record, std::size_t usualFields) {
  return record.startsWithHash() && record.cells.size() != usualFields;
}

void noteBlank(Layout& layout, const SampleRecord& record) {
  if (layout.blanks++ == 0) layout.firstBlank = record.row;
}

void noteComment(Layout& layout, const SampleRecord& record) {
  if (layout.comments++ == 0) layout.firstComment = record.row;
}

bool isNumber(const SampleCell& cell) {
  return cell.reading.kind == CellKind::number;
}

/// All numeric fields are years, rising or falling, and at least one other field is there.
bool namesYears(const SampleRecord& record) {
  std::vector<int> years;
  for (const SampleCell& cell : record.cells)
    if (isNumber(cell)) years.push_back(yearOf(cell.text));
  const bool others = years.size() < record.cells.size();
  if (years.size() < 2 || !others || std::find(years.begin(), years.end(), 0) != years.end())
    return false;
  const auto notRising = [](int a, int b) { return a >= b; };
  const auto notFalling = [](int a, int b) { return a <= b; };
  return std::adjacent_find(years.begin(), years.end(), notRising) == years.end() ||
         std::adjacent_find(years.begin(), years.end(), notFalling) == years.end();
}

/// Rule C6 for the record `at`, given what stands below each column.
bool isHeader(const SampleRecord& record, const std::vector<BelowFacts>& below, bool nothingBelow) {
  static const BelowFacts none;
  const auto under = [&](std::size_t c) -> const BelowFacts& {
    return c < below.size() ? below[c] : none;
  };
  bool numbers = false;
  bool aboveNoNumber = true;
  bool textAboveNumbers = false;
  bool yearsBelow = true;
  for (std::size_t c = 0; c < record.cells.size(); ++c) {
    const bool number = isNumber(record.cells[c]);
    numbers = numbers || number;
    aboveNoNumber = aboveNoNumber && (!number || !under(c).anyNumber);
    yearsBelow = yearsBelow && (!number || !under(c).anyOther);
    const bool text = record.cells[c].reading.kind == CellKind::text;
    textAboveNumbers = textAboveNumbers || (text && under(c).onlyNumbers());
  }
  if (!numbers) return true;
  if (nothingBelow) return false;
  return (namesYears(record) && !yearsBelow) || aboveNoNumber || textAboveNumbers;
}

/// Is leading record `at` a header, seen from the records below it?
bool isHeaderAt(const Layout& layout, std::size_t at, std::vector<BelowFacts> below,
                bool bodyIsEmpty) {
  const auto& leading = layout.leading;
  for (std::size_t r = at + 1; r < leading.size(); ++r) {
    if (below.size() < leading[r].cells.size()) below.resize(leading[r].cells.size());
    for (std::size_t c = 0; c < leading[r].cells.size(); ++c) below[c].add(leading[r].cells[c]);
  }
  return isHeader(leading[at], below, bodyIsEmpty && at + 1 == leading.size());
}

} // namespace

void BelowFacts::add(const SampleCell& cell) {
  const CellKind kind = cell.reading.kind;
  anyNumber = anyNumber || kind == CellKind::number;
  anyText = anyText || kind == CellKind::text;
  const bool value = kind == CellKind::number || kind == CellKind::text;
  anyOther = anyOther || (value && yearOf(cell.text) == 0);
}

void BelowFacts::add(const BelowFacts& other) {
  anyNumber = anyNumber || other.anyNumber;
  anyText = anyText || other.anyText;
  anyOther = anyOther || other.anyOther;
}

std::size_t Layout::width() const {
  return header ? leading[*header].cells.size() : usualFields;
}

Result<Layout> findLayout(const Sample& sample, const Dialect& dialect) {
  Layout layout;
  layout.usualFields = dialect.fields;
  const auto& records = sample.records;
  std::size_t at = 0;
  // Everything down to, and with, the first record that is neither blank, comment nor title.
  for (; at < records.size(); ++at) {
    const SampleRecord& record = records[at];
    if (record.blank) {
      noteBlank(layout, record);
    } else if (isComment(record, dialect.fields)) {
      noteComment(layout, record);
    } else {
      layout.leading.push_back(record);
      if (!isTitle(record, dialect.fields) || layout.leading.size() > maxTitles) break;
    }
  }
  if (layout.leading.empty())
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "the file has no data: all its rows are empty"), {}});
  layout.titles = layout.leading.size() - 1;
  layout.skipRecords = std::min(at + 1, records.size());
  return layout;
}

void decideHeader(Layout& layout, HeaderMode mode, const std::vector<BelowFacts>& below,
                  bool bodyIsEmpty) {
  layout.header.reset();
  if (mode == HeaderMode::no) return;
  if (layout.titles > 0 && isHeaderAt(layout, layout.titles, below, bodyIsEmpty))
    layout.header = layout.titles;
  else if (mode == HeaderMode::yes || isHeaderAt(layout, 0, below, bodyIsEmpty))
    layout.header = 0;
}

bool isUnnamed(const Layout& layout, std::size_t c) {
  return !layout.header || layout.leading[*layout.header].cells[c].text.empty();
}

std::vector<std::string> columnNames(const Layout& layout, std::int64_t& duplicates) {
  std::vector<std::string> names(layout.width());
  std::unordered_set<std::string> wanted;
  for (std::size_t c = 0; c < names.size(); ++c) {
    if (isUnnamed(layout, c)) continue;
    names[c] = nameFrom(layout.leading[*layout.header].cells[c].text);
    wanted.insert(names[c]);
  }
  std::unordered_set<std::string> taken;
  std::unordered_map<std::string, std::int64_t> next; // by name, so that many repeats stay cheap
  const auto take = [&](const std::string& base) {
    const auto found = [&](const std::string& name) {
      return wanted.contains(name) || taken.contains(name);
    };
    std::int64_t& number = next.try_emplace(base, 2).first->second;
    std::string name = base + "_" + std::to_string(number++);
    while (found(name)) name = base + "_" + std::to_string(number++);
    taken.insert(name);
    return name;
  };
  duplicates = 0;
  for (std::size_t c = 0; c < names.size(); ++c) {
    const bool unnamed = names[c].empty();
    const std::string base = unnamed ? "column" + std::to_string(c + 1) : names[c];
    const bool free =
        unnamed ? !wanted.contains(base) && taken.insert(base).second : taken.insert(base).second;
    if (!unnamed && !free) ++duplicates;
    names[c] = free ? base : take(base);
  }
  return names;
}

} // namespace layerlab
