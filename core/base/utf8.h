#pragma once

#include <cstddef>
#include <string_view>

namespace layerlab {

/// Length of the well-formed UTF-8 character at the start of `text` (Unicode 15, table 3-7), or 0
/// when it is malformed, or cut off by the end of the text.
inline std::size_t utf8Length(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto trails = [&](std::size_t from, std::size_t to) {
    if (text.size() < to) return false;
    for (std::size_t i = from; i < to; ++i)
      if ((byte(i) & 0xC0) != 0x80) return false;
    return true;
  };
  if (text.empty()) return 0;
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) return trails(1, 2) ? 2 : 0;
  if (!trails(1, 2)) return 0;
  const unsigned char second = byte(1);
  if (lead < 0xF0) {
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
    return trails(2, 3) ? 3 : 0;
  }
  if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
  return trails(2, 4) ? 4 : 0;
}

/// Is `text` (shorter than a character) the beginning of a well-formed one?
inline bool utf8Begins(std::string_view text) {
  if (text.empty() || text.size() > 3) return false;
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() >= length) return false;
  char whole[4] = {text[0], '\x90', '\x80', '\x80'};
  if (text.size() == 1) return true;
  for (std::size_t i = 1; i < text.size(); ++i) whole[i] = text[i];
  return utf8Length({whole, length}) == length;
}

} // namespace layerlab
