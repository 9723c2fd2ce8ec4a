#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace layerlab {

/// Stands for "no delimiter"; never occurs in UTF-8.
inline constexpr char noDelimiter = '\xFF';

/// Records being cut: text up to `end`; `last` tells that nothing follows (the text then ends with
/// a line end unless a quote is open).
struct RecordText {
  const char* end;
  char delimiter;
  bool last;
};

/// One field as it stands in the text; for a quoted one without its outer quotes.
struct RawCell {
  const char* begin = nullptr;
  const char* end = nullptr;
  bool quoted = false;
  bool doubled = false; ///< contains "" for "
};

enum class CellEnd {
  delimiter,  ///< another field follows
  record,     ///< the record ends here
  incomplete, ///< the text ends before the field does; at the end of a file: a quote is open
  junk        ///< text directly after a closing quote
};

inline bool isBlankChar(char c, char delimiter) {
  return (c == ' ' || c == '\t') && c != delimiter;
}

/// Steps over what ends a field at `p`.
inline CellEnd passCellEnd(const char*& p, const RecordText& text) {
  if (p == text.end) return CellEnd::incomplete;
  const char c = *p;
  if (c == text.delimiter) return ++p, CellEnd::delimiter;
  if (c == '\n') return ++p, CellEnd::record;
  if (c != '\r') return CellEnd::junk;
  // A CR at the end of a block may be half of a CRLF.
  if (p + 1 == text.end && !text.last) return CellEnd::incomplete;
  p += p + 1 != text.end && p[1] == '\n' ? 2 : 1;
  return CellEnd::record;
}

/// Reads a field whose opening quote is at `p`.
inline CellEnd quotedCell(const char*& p, const RecordText& text, RawCell& cell) {
  cell = {++p, nullptr, true, false};
  for (;;) {
    const auto* quote =
        static_cast<const char*>(std::memchr(p, '"', static_cast<std::size_t>(text.end - p)));
    if (quote == nullptr) return p = text.end, CellEnd::incomplete;
    p = quote + 1;
    if (p == text.end && !text.last) return CellEnd::incomplete;
    if (p == text.end || *p != '"') {
      cell.end = quote;
      break;
    }
    cell.doubled = true;
    ++p;
  }
  while (p != text.end && isBlankChar(*p, text.delimiter)) ++p;
  if (p == text.end && text.last) return CellEnd::record;
  return passCellEnd(p, text);
}

/// Are there blanks between the quotes of the field that began at `start` and the delimiters?
inline bool blanksOutsideQuotes(const char* start, const RawCell& cell, char delimiter) {
  return cell.quoted && (*start != '"' || isBlankChar(cell.end[1], delimiter));
}

/// Reads the field at `p` (rules C3, C4) and steps over its end.
inline CellEnd nextCell(const char*& p, const RecordText& text, RawCell& cell) {
  const char* q = p;
  while (q != text.end && isBlankChar(*q, text.delimiter)) ++q;
  if (q != text.end && *q == '"') return p = q, quotedCell(p, text, cell);
  while (q != text.end && *q != text.delimiter && *q != '\n' && *q != '\r') ++q;
  cell = {p, q, false, false};
  p = q;
  return passCellEnd(p, text);
}

/// Steps over the rest of a field after a closing quote with text behind it.
inline CellEnd passJunk(const char*& p, const RecordText& text) {
  while (p != text.end && *p != text.delimiter && *p != '\n' && *p != '\r') ++p;
  return passCellEnd(p, text);
}

/// The content of a field; `scratch` holds it where doubled quotes had to be undone.
inline std::string_view content(const RawCell& cell, std::string& scratch) {
  if (!cell.doubled) return {cell.begin, static_cast<std::size_t>(cell.end - cell.begin)};
  scratch.clear();
  for (const char* p = cell.begin; p != cell.end; ++p) {
    scratch += *p;
    if (*p == '"') ++p; // the second of the pair
  }
  return scratch;
}

} // namespace layerlab
