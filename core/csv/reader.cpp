#include "core/csv/reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace layerlab {
namespace {

constexpr std::size_t firstLook = std::size_t{256} << 10;
constexpr std::size_t blockSize = std::size_t{512} << 10; // stays in the second cache
constexpr std::size_t maxRecord = std::size_t{64} << 20;
constexpr std::size_t enoughRecords = 3;

Error damagedText(Encoding encoding, std::int64_t row) {
  return inputError({QT_TRANSLATE_NOOP("Core", "the text is not valid %1 here (damaged encoding); "
                                               "save the file as UTF-8 again"),
                     {encoding == Encoding::utf8 ? "UTF-8" : name(encoding)}},
                    row);
}

Error recordTooLong(std::int64_t row) {
  return inputError(
      {QT_TRANSLATE_NOOP("Core", "this row is too large (more than 64 MiB); perhaps a quote (\") "
                                 "is opened in it and never closed"),
       {}},
      row);
}

Error changedBetweenPasses() {
  return inputError({QT_TRANSLATE_NOOP("Core", "the file was changed while it was being read; "
                                               "open it again when the other program is done"),
                     {}});
}

/// Steps over one record; false when the text ends before it does.
bool passRecord(const char*& p, const RecordText& text) {
  for (;;) {
    RawCell raw;
    CellEnd end = nextCell(p, text, raw);
    if (end == CellEnd::junk) end = passJunk(p, text);
    if (end == CellEnd::record) return true;
    if (end == CellEnd::incomplete) return false;
  }
}

/// Steps over all complete records and counts them.
std::int64_t passRecords(const char*& from, const RecordText& text) {
  std::int64_t count = 0;
  for (const char* p = from; p != text.end && passRecord(p, text); ++count) from = p;
  return count;
}

} // namespace

TableReader::TableReader(ByteSource& source, const EncodingChoice& encoding,
                         const ReadOptions& options, const ReadControl& control)
    : m_source(source), m_encoding(encoding), m_options(options), m_control(control) {}

Result<RawTable> TableReader::read() {
  if (const Result<void> looked = look(); !looked) return looked.error();
  planFromSample();
  // One pass, a second for columns that turned out different, and the same once more when the
  // whole column overrules the sample about the header. More is only possible when the file
  // changes under our hands.
  for (int tries = 0; tries < 4; ++tries) {
    if (const Result<void> passed = pass(); !passed) return passed.error();
    if (settle()) return take();
  }
  return changedBetweenPasses();
}

void TableReader::openText() {
  m_text = std::make_unique<TextSource>(m_source, m_encoding.encoding, m_encoding.bomLength);
  m_buffer.consume(m_buffer.end());
  m_last = false;
}

Result<void> TableReader::fill(std::size_t bytes) {
  if (m_control.cancel.cancelled()) return inputError({cancelledText, {}});
  const Result<TextSource::State> state = m_text->read(m_buffer, bytes);
  if (!state) return state.error();
  m_last = *state == TextSource::State::end;
  m_sound = m_last || *state == TextSource::State::more;
  m_damaged = *state == TextSource::State::damaged;
  if (!m_sound) return notText();
  const bool lineEnds =
      m_buffer.size() == 0 || m_buffer.end()[-1] == '\n' || m_buffer.end()[-1] == '\r';
  if (m_last && !lineEnds) m_buffer.push('\n');
  if (m_control.progress && m_source.size() > 0)
    m_control.progress(static_cast<double>(m_source.position()) /
                       static_cast<double>(m_source.size()));
  return {};
}

Result<void> TableReader::fillTo(std::size_t bytes) {
  while (!m_last && m_buffer.size() < bytes)
    if (const Result<void> filled = fill(bytes - m_buffer.size()); !filled) return filled.error();
  return {};
}

/// Looks at enough of the beginning to know how to read the rest.
Result<void> TableReader::look() {
  openText();
  for (std::size_t bytes = firstLook;; bytes *= 2) {
    const Result<bool> enough = lookAt(bytes);
    if (!enough) return enough.error();
    if (*enough) break;
  }
  const Result<Layout> layout = findLayout(m_sample, m_dialect);
  if (!layout) return layout.error();
  m_layout = *layout;
  return {};
}

Result<bool> TableReader::lookAt(std::size_t bytes) {
  if (const Result<void> filled = fillTo(bytes); !filled) return filled.error();
  const bool whole = m_last || bytes >= maxRecord;
  std::string_view text(m_buffer.begin(), m_buffer.size());
  chooseDialect(text, whole);
  text.remove_prefix(m_sepLength);
  Result<Sample> sample = takeSample(text, whole, m_dialect.delimiter);
  if (!sample) return sample.error();
  m_sample = std::move(*sample);
  m_looked = m_buffer.size();
  return whole || m_sample.records.size() >= enoughRecords;
}

void TableReader::chooseDialect(std::string_view text, bool whole) {
  std::optional<char> delimiter = m_options.delimiter;
  if (const std::optional<SepLine> line = sepLine(text)) {
    m_sepLength = line->length;
    if (!delimiter) delimiter = line->delimiter;
  }
  m_dialect = findDialect(text.substr(m_sepLength), whole, delimiter);
}

void TableReader::planFromSample() {
  std::vector<BelowFacts> below(m_dialect.fields);
  std::vector<ColumnFacts> facts;
  bool empty = true;
  const auto& records = m_sample.records;
  for (std::size_t r = m_layout.skipRecords; r < records.size(); ++r) {
    const auto& cells = records[r].cells;
    if (records[r].blank) continue;
    empty = false;
    if (facts.size() < cells.size()) facts.resize(cells.size());
    if (below.size() < cells.size()) below.resize(cells.size());
    for (std::size_t c = 0; c < cells.size(); ++c) {
      facts[c].add(cells[c].reading);
      below[c].add(cells[c]);
    }
  }
  decideHeader(m_layout, m_options.header, below, empty);
  facts.resize(m_layout.width());
  for (std::size_t r = m_layout.firstData(); r < m_layout.leading.size(); ++r)
    for (std::size_t c = 0; c < std::min(facts.size(), m_layout.leading[r].cells.size()); ++c)
      facts[c].add(m_layout.leading[r].cells[c].reading);
  m_plan = resolveStyles(facts, m_dialect.delimiter, m_options.decimal);
  m_done.clear();
  m_done.resize(facts.size());
}

std::size_t TableReader::namedColumns() const {
  std::size_t named = m_layout.width();
  if (!m_layout.header) return named;
  while (named > 0 && isUnnamed(m_layout, named - 1)) --named;
  return named;
}

void TableReader::startBody() {
  std::vector<ColumnBuilder> columns;
  columns.reserve(m_plan.columns.size());
  for (std::size_t c = 0; c < m_plan.columns.size(); ++c)
    columns.push_back(m_done[c] ? ColumnBuilder::ignoring() : ColumnBuilder(m_plan.columns[c]));
  m_body = std::make_unique<BodyParser>(std::move(columns), namedColumns(), m_dialect.delimiter);
}

void TableReader::skipLeading() {
  const RecordText text{m_buffer.end(), m_dialect.delimiter, m_last};
  const char* p = m_buffer.begin() + m_sepLength;
  for (std::size_t i = 0; i < m_layout.skipRecords && passRecord(p, text); ++i) continue;
  m_buffer.consume(p);
}

Result<void> TableReader::pass() {
  openText();
  if (const Result<void> filled = fillTo(m_looked); !filled) return filled.error();
  skipLeading();
  startBody();
  const std::size_t recordBytes = m_sample.bytes / m_sample.records.size() + 1;
  const auto size = static_cast<std::size_t>(m_source.size());
  const std::size_t expected = size / recordBytes + size / recordBytes / 32 + 64;
  if (const Result<void> room = m_body->expectRows(expected); !room) return room.error();
  for (std::size_t r = m_layout.firstData(); r < m_layout.leading.size(); ++r)
    if (const Result<void> put = m_body->putRecord(m_layout.leading[r]); !put) return put.error();
  m_body->beginBody(static_cast<std::int64_t>(m_layout.skipRecords) + 1);
  if (const Result<void> parsed = parseBody(); !parsed) return parsed.error();
  m_sound = !m_text->tooManyControls();
  if (!m_sound) return notText();
  return m_source.unchanged();
}

Result<void> TableReader::parseBody() {
  for (;;) {
    const RecordText text{m_buffer.end(), m_dialect.delimiter, m_last};
    const Result<const char*> stop = m_body->parse(m_buffer.begin(), text);
    if (!stop) return stop.error();
    m_buffer.consume(*stop);
    if (m_last) return {};
    if (m_buffer.size() > maxRecord) return recordTooLong(m_body->nextRow());
    if (const Result<void> filled = fill(std::max(blockSize, m_buffer.size())); !filled)
      return filled.error();
  }
}

std::vector<ColumnFacts> TableReader::facts() const {
  std::vector<ColumnFacts> all;
  const auto& columns = m_body->columns();
  for (std::size_t c = 0; c < columns.size(); ++c)
    all.push_back((m_done[c] ? *m_done[c] : columns[c]).facts(m_body->rows()));
  return all;
}

std::vector<BelowFacts> TableReader::below() const {
  std::vector<BelowFacts> all;
  const auto& columns = m_body->columns();
  for (std::size_t c = 0; c < columns.size(); ++c)
    all.push_back((m_done[c] ? *m_done[c] : columns[c]).below(m_body->rows()));
  return all;
}

/// Holds the plan against the facts of the whole file; false when another pass is needed.
bool TableReader::settle() {
  const std::vector<ColumnFacts> known = facts();
  const auto before = m_layout.header;
  decideHeader(m_layout, m_options.header, below(), m_body->bodyRows() == 0);
  if (m_layout.header != before) {
    m_plan = resolveStyles(known, m_dialect.delimiter, m_options.decimal);
    m_plan.columns.resize(m_layout.width(), style::plain);
    m_done.clear();
    m_done.resize(m_plan.columns.size());
    return false;
  }
  m_plan = resolveStyles(known, m_dialect.delimiter, m_options.decimal);
  bool settled = true;
  for (std::size_t c = 0; c < m_done.size(); ++c) {
    ColumnBuilder& column = m_body->columns()[c];
    if (m_done[c]) continue;
    if (!column.failed() && column.plan() == m_plan.columns[c])
      m_done[c] = std::make_unique<ColumnBuilder>(std::move(column));
    else
      settled = false;
  }
  return settled;
}

/// Records above the header or, without one, above the first data row.
std::int64_t TableReader::recordsAbove() const {
  const std::int64_t row = m_layout.leading[m_layout.header.value_or(0)].row;
  return row - 1 + (m_sepLength > 0 ? 1 : 0);
}

RawTable TableReader::take() {
  const std::int64_t above = recordsAbove();
  RawTable raw{m_encoding,
               m_dialect,
               std::move(m_layout),
               std::move(m_plan),
               {},
               m_body->notes(),
               std::move(m_body->rowNumbers()),
               m_body->firstRow(),
               m_body->rows(),
               m_source.size(),
               above};
  raw.columns.reserve(m_done.size());
  for (auto& column : m_done) raw.columns.push_back(std::move(*column));
  return raw;
}

Error TableReader::whyUnsound() {
  return m_damaged ? damagedText(m_encoding.encoding, unsoundRow()) : notText();
}

/// Counts the records of the text that is still well-formed. Only called for a broken file.
std::int64_t TableReader::unsoundRow() {
  openText();
  m_sepLength = 0;
  std::int64_t row = 1;
  for (bool first = true; m_buffer.size() <= maxRecord; first = false) {
    const Result<TextSource::State> state = m_text->read(m_buffer, blockSize);
    if (!state) break;
    if (first) chooseDialect({m_buffer.begin(), std::min(m_buffer.size(), firstLook)}, false);
    const bool more = *state == TextSource::State::more;
    const char* p = m_buffer.begin() + (first ? m_sepLength : 0);
    row += passRecords(p, {m_buffer.end(), m_dialect.delimiter, !more});
    m_buffer.consume(p);
    if (!more) break;
  }
  return row;
}

} // namespace layerlab
