#pragma once

#include "core/csv/dictionary.h"
#include "core/csv/facts.h"
#include "core/csv/fastnumber.h"
#include "core/csv/finish.h"
#include "core/csv/layout.h"
#include "core/csv/number.h"
#include "core/csv/rawarray.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace layerlab {

/// One column being read. It starts with a plan (a number style, or text) and gathers the facts
/// that later prove or disprove it; a number column that meets something else only goes on
/// gathering facts. Cells are stored by row, so that an unfinished row may be read again.
class ColumnBuilder {
public:
  static constexpr Styles textPlan = 0;

  explicit ColumnBuilder(Styles plan);
  /// A column that is not to be stored (already complete from an earlier pass).
  static ColumnBuilder ignoring();

  bool fast() const { return m_fast; }
  char decimal() const { return m_decimal; }
  void putNumber(std::size_t row, double value, Fraction fraction) {
    m_numbers[row] = value;
    if (m_watch && fraction != Fraction::none) noteFraction(fraction);
  }
  void putMissing(std::size_t row);
  /// A trimmed cell; true when it is infinite (to be counted when the row is complete).
  bool put(std::size_t row, std::string_view trimmed);
  void reserve(std::size_t rows);
  /// Bytes per row, and those of the labels so far.
  std::size_t rowBytes() const;
  std::size_t labelBytes() const { return m_dictionary ? m_dictionary->bytes() : 0; }

  void countInfinite(std::int64_t row);
  /// The `rows` rows put so far lie above the body: their facts are kept apart.
  void beginBody(std::size_t rows);

  bool failed() const { return m_failed; }
  Styles plan() const { return m_plan; }
  /// Facts of the body, and of all rows; `rows` is the number of rows read.
  ColumnFacts bodyFacts(std::size_t rows) const;
  ColumnFacts facts(std::size_t rows) const;
  BelowFacts below(std::size_t rows) const;

  /// The typed column, without its name, and its warnings, without a column number; empties the
  /// builder.
  FinishedColumn finish(std::size_t rows, const SheetRow& sheetRow);

private:
  void noteFraction(Fraction fraction);
  void fail(std::size_t row);
  bool anyStored(std::size_t from, std::size_t to) const;
  ColumnFacts labelFacts(std::size_t from, std::size_t rows) const;
  ColumnFacts numberFacts(ColumnFacts facts, std::size_t from, std::size_t rows) const;

  Styles m_plan = textPlan;
  bool m_fast = false;
  bool m_watch = false;
  bool m_failed = false;
  bool m_ignored = false;
  char m_decimal = '.';
  RawArray<double> m_numbers;
  RawArray<std::int32_t> m_codes;
  std::unique_ptr<Dictionary> m_dictionary;
  ColumnFacts m_lead;
  ColumnFacts m_body;
  std::size_t m_leadRows = 0;
  std::int64_t m_infinite = 0;
  std::int64_t m_firstInfinite = 0;
};

} // namespace layerlab
