#pragma once

#include <cstdint>
#include <string_view>

namespace layerlab {

/// The ways a whole column may write its numbers, as bits; a column is numeric when one bit is
/// common to all its values (rules C10, C11). The upper three are the same with a percent sign.
using Styles = std::uint8_t;
namespace style {
inline constexpr Styles plain = 1;     ///< 1234.5 .5 7. 1e-3
inline constexpr Styles thousands = 2; ///< 1,234.5
inline constexpr Styles comma = 4;     ///< 1234,5  1.234,5  1 234,5
inline constexpr Styles bare = plain | thousands | comma;
inline constexpr int percentShift = 3;
inline constexpr Styles all = bare | (bare << percentShift);
} // namespace style

enum class CellKind {
  missing,     ///< empty, NA, NaN, #N/A ... (rule C9)
  weakMissing, ///< - -- . None none: missing among numbers, a label among text
  number,
  text
};

/// What one trimmed cell can be.
struct CellReading {
  CellKind kind = CellKind::text;
  Styles styles = 0;       ///< every style the number fits
  bool identifier = false; ///< digits only, longer than one, starting with 0 (rule C12)
  bool nonFinite = false;  ///< inf, infinity, or beyond the range of double
  bool odd = false;        ///< a number or missing mark that other CSV readers may take for a text
};

/// Classifies a trimmed cell; independent of the C locale.
CellReading readCell(std::string_view trimmed);

/// The number a trimmed cell means in `one` style it fits; infinite for inf and overflow.
double numberIn(Styles one, std::string_view trimmed);

/// Four digits between 1800 and 2100: a year as a column name (rule C6). 0: no year.
int yearOf(std::string_view trimmed);

} // namespace layerlab
