#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace layerlab {

/// Which character separates fields (rule C2).
struct Dialect {
  char delimiter = '\xFF'; ///< noDelimiter: a one-column file
  std::size_t fields = 1;  ///< the usual number of fields per record
};

/// Title lines above the table are looked for in so many first records.
constexpr std::size_t maxTitles = 20;

/// The Excel hint line `sep=X` at the start of a file.
struct SepLine {
  char delimiter;
  std::size_t length; ///< bytes, line end included
};
std::optional<SepLine> sepLine(std::string_view text);

/// Tries `,` `;` tab `|` on the first records, with quotes respected; `given` overrides. `last`:
/// the text is the whole file.
Dialect findDialect(std::string_view text, bool last, std::optional<char> given);

} // namespace layerlab
