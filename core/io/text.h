#pragma once

#include <array>
#include <charconv>
#include <string>
#include <string_view>

// Private to core/io: numbers and cells for text files, whatever the locale.

namespace layerlab {

/// `value` with `digits` significant digits.
inline void appendNumber(std::string& out, double value, int digits) {
  std::array<char, 64> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                 std::chars_format::general, digits)
                       .ptr;
  out.append(text.data(), end);
}

/// A CSV cell, quoted where it must be.
inline void appendCell(std::string& out, std::string_view cell) {
  const bool padded = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
  if (!padded && cell.find_first_of(",;\t\"\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

} // namespace layerlab
