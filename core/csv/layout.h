#pragma once

#include "core/csv/dialect.h"
#include "core/csv/sample.h"
#include "core/data/table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace layerlab {

/// What the header rules (C6) ask of the values below a field.
struct BelowFacts {
  bool anyNumber = false;
  bool anyText = false;  ///< a value that is neither missing nor a number
  bool anyOther = false; ///< a value that is no year between 1800 and 2100
  bool onlyNumbers() const { return anyNumber && !anyText; }
  void add(const SampleCell& cell);
  void add(const BelowFacts& other);
};

/// The records above the body of the table: comments, title lines, the header, or, where there is
/// none, the first data rows.
struct Layout {
  std::vector<SampleRecord> leading; ///< not blank, no comment; the last one may be the header
  std::size_t skipRecords = 0;       ///< records before the body, blank ones and comments included
  std::size_t titles = 0;            ///< how many of `leading` may be title lines
  std::size_t usualFields = 1;

  std::int64_t comments = 0;
  std::int64_t firstComment = 0;
  std::int64_t blanks = 0; ///< among the records before the body
  std::int64_t firstBlank = 0;

  // The decision, from the values below.
  std::optional<std::size_t> header; ///< index into `leading`
  std::size_t firstData() const { return header ? *header + 1 : 0; }
  std::size_t width() const;
};

/// Finds the records above the body. An Error when there are only blank rows.
Result<Layout> findLayout(const Sample& sample, const Dialect& dialect);

/// Decides what the leading records are (rules C6, C6b). `below` describes the columns of the body;
/// `bodyIsEmpty` when there is no data row below the leading records.
void decideHeader(Layout& layout, HeaderMode mode, const std::vector<BelowFacts>& below,
                  bool bodyIsEmpty);

/// Column names by rule C7; `duplicates` counts the repeated ones.
std::vector<std::string> columnNames(const Layout& layout, std::int64_t& duplicates);

/// Is column `c` without a name of its own?
bool isUnnamed(const Layout& layout, std::size_t c);

} // namespace layerlab
