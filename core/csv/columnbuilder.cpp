#include "core/csv/columnbuilder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace layerlab {
namespace {

constexpr double missingNumber = std::numeric_limits<double>::quiet_NaN();

bool isYear(double value) {
  return value >= 1800.0 && value <= 2100.0 && value == std::floor(value);
}

NumberStyle styleOf(Styles plan) {
  const int bare = (plan | plan >> style::percentShift) & style::bare;
  if (bare == style::thousands) return NumberStyle::thousands;
  return bare == style::comma ? NumberStyle::comma : NumberStyle::plain;
}

} // namespace

ColumnBuilder::ColumnBuilder(Styles plan)
    : m_plan(plan), m_fast((plan & style::bare) != 0), m_watch(m_fast),
      m_decimal(plan == style::comma ? ',' : '.') {
  if (plan == textPlan) m_dictionary = std::make_unique<Dictionary>();
}

ColumnBuilder ColumnBuilder::ignoring() {
  ColumnBuilder column(style::plain);
  column.m_fast = false;
  column.m_ignored = true;
  return column;
}

void ColumnBuilder::reserve(std::size_t rows) {
  if (m_ignored || m_failed) return;
  if (m_plan == textPlan)
    m_codes.resize(rows);
  else
    m_numbers.resize(rows);
}

std::size_t ColumnBuilder::rowBytes() const {
  if (m_ignored || m_failed) return 0;
  return m_plan == textPlan ? sizeof(std::int32_t) : sizeof(double);
}

void ColumnBuilder::putMissing(std::size_t row) {
  if (m_ignored || m_failed) return;
  if (m_plan == textPlan)
    m_codes[row] = -1;
  else
    m_numbers[row] = missingNumber;
}

bool ColumnBuilder::put(std::size_t row, std::string_view trimmed) {
  if (m_ignored || (m_failed && m_body.settled())) return false;
  if (trimmed.empty()) return putMissing(row), false;
  if (m_plan == textPlan) {
    m_codes[row] = m_dictionary->code(trimmed, static_cast<std::uint32_t>(row));
    return false;
  }
  CellReading reading = readCell(trimmed);
  reading.odd = reading.odd || (m_plan == style::comma && trimmed.find('.') != trimmed.npos);
  m_body.add(reading);
  if (m_failed) return false;
  const bool missing = reading.kind == CellKind::missing || reading.kind == CellKind::weakMissing;
  if (!missing && ((reading.styles & m_plan) == 0 || reading.identifier)) return fail(row), false;
  const double value = missing ? missingNumber : numberIn(m_plan, trimmed);
  m_numbers[row] = std::isinf(value) ? missingNumber : value;
  return std::isinf(value);
}

/// The decimal sign tells more than digits alone: 1.5 is no group of thousands, 1.234 may be one.
void ColumnBuilder::noteFraction(Fraction fraction) {
  const bool comma = m_plan == style::comma;
  const Styles certain = comma ? style::comma : style::plain | style::thousands;
  const Styles likeGroup = comma ? style::comma | style::thousands : style::bare;
  m_body.fits =
      static_cast<Styles>(m_body.fits & (fraction == Fraction::certain ? certain : likeGroup));
  if ((m_body.fits & ~certain) == 0) m_watch = false;
}

void ColumnBuilder::fail(std::size_t row) {
  m_body = numberFacts(m_body, m_leadRows, row);
  m_failed = true;
  m_fast = false;
  m_numbers.free();
}

void ColumnBuilder::countInfinite(std::int64_t row) {
  if (m_infinite++ == 0) m_firstInfinite = row;
}

void ColumnBuilder::beginBody(std::size_t rows) {
  m_lead = m_plan == textPlan ? labelFacts(0, rows) : numberFacts(m_body, 0, rows);
  m_body = {};
  m_leadRows = rows;
  m_watch = m_fast;
}

bool ColumnBuilder::anyStored(std::size_t from, std::size_t to) const {
  return std::any_of(m_numbers.data() + from, m_numbers.data() + to,
                     [](double value) { return !std::isnan(value); });
}

/// Adds what the fast path did not note: that there were numbers, without percent signs.
ColumnFacts ColumnBuilder::numberFacts(ColumnFacts facts, std::size_t from, std::size_t to) const {
  if (m_failed || m_ignored || (m_plan & style::bare) == 0 || !anyStored(from, to)) return facts;
  facts.anyNumber = true;
  facts.fits = static_cast<Styles>(facts.fits & style::bare);
  return facts;
}

ColumnFacts ColumnBuilder::labelFacts(std::size_t from, std::size_t to) const {
  std::vector<bool> seen(m_dictionary->labelCount(), false);
  for (std::size_t row = from; row < to; ++row)
    if (m_codes[row] >= 0) seen[static_cast<std::size_t>(m_codes[row])] = true;
  ColumnFacts facts;
  for (std::size_t code = 0; code < seen.size(); ++code)
    if (seen[code]) facts.add(readCell(m_dictionary->label(code)));
  return facts;
}

ColumnFacts ColumnBuilder::bodyFacts(std::size_t rows) const {
  return m_plan == textPlan ? labelFacts(m_leadRows, rows) : numberFacts(m_body, m_leadRows, rows);
}

ColumnFacts ColumnBuilder::facts(std::size_t rows) const {
  ColumnFacts all = bodyFacts(rows);
  all.add(m_lead);
  return all;
}

BelowFacts ColumnBuilder::below(std::size_t rows) const {
  const ColumnFacts facts = bodyFacts(rows);
  BelowFacts below{facts.anyNumber, facts.anyText, facts.anyText};
  if (m_failed || below.anyOther || !facts.anyNumber) {
    below.anyOther = below.anyOther || m_failed;
  } else if (m_plan != textPlan) {
    below.anyOther = std::any_of(m_numbers.data() + m_leadRows, m_numbers.data() + rows,
                                 [](double value) { return !std::isnan(value) && !isYear(value); });
  } else {
    for (std::size_t code = 0; code < m_dictionary->labelCount(); ++code)
      below.anyOther = below.anyOther || yearOf(m_dictionary->label(code)) == 0;
  }
  return below;
}

FinishedColumn ColumnBuilder::finish(std::size_t rows, const SheetRow& sheetRow) {
  if (m_plan == textPlan) {
    FinishedColumn finished =
        finishLabels(std::move(*m_dictionary), std::span(m_codes.data(), rows), sheetRow);
    m_codes.free();
    return finished;
  }
  ColumnFacts facts = m_body;
  facts.add(m_lead);
  FinishedColumn finished =
      finishNumbers(std::span(m_numbers.data(), rows), m_infinite, m_firstInfinite);
  finished.column.style = styleOf(m_plan);
  const double largest = std::max(-finished.column.min, finished.column.max);
  finished.odd = facts.odd || finished.column.style == NumberStyle::thousands ||
                 largest > static_cast<double>(std::numeric_limits<float>::max());
  finished.point = (facts.fits & style::comma) == 0;
  m_numbers.free();
  return finished;
}

} // namespace layerlab
