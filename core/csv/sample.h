#pragma once

#include "core/base/result.h"
#include "core/csv/number.h"
#include "core/csv/record.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace layerlab {

inline constexpr std::size_t maxCsvColumns = 100'000;

/// One field of the first records, trimmed.
struct SampleCell {
  std::string text;
  bool quoted = false;
  bool spaced = false; ///< there were blanks around it
  CellReading reading;
};

/// One of the first records; `row` counts from 1 as a spreadsheet does.
struct SampleRecord {
  std::int64_t row = 0;
  std::vector<SampleCell> cells;
  bool blank = false; ///< every field unquoted and empty (rule C3)

  bool startsWithHash() const;
};

/// The first complete records of the text, blank ones included.
struct Sample {
  std::vector<SampleRecord> records;
  std::size_t bytes = 0; ///< of text they take
};

/// Cuts the beginning of the text (at most about a thousand records) into records. An Error for an
/// unclosed quote, text after a closing quote, and more than maxCsvColumns fields.
Result<Sample> takeSample(std::string_view text, bool last, char delimiter);

/// Errors both the sample and the body can meet.
Error openQuote(std::int64_t row, std::int64_t column);
Error textAfterQuote(std::int64_t row, std::int64_t column);
Error tooManyColumns(std::int64_t row);

} // namespace layerlab
