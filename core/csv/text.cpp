#include "core/csv/text.h"

#include "core/csv/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <array>

namespace layerlab {
namespace {

using Text = std::string_view;

constexpr std::array<Text, 4> wideBlanks{"\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF",
                                         "\xE2\x80\x8B"};

bool isAsciiBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t blankAtStart(Text text) {
  if (text.empty()) return 0;
  if (isAsciiBlank(text.front())) return 1;
  for (Text blank : wideBlanks)
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

std::size_t blankAtEnd(Text text) {
  if (text.empty()) return 0;
  if (isAsciiBlank(text.back())) return 1;
  for (Text blank : wideBlanks)
    if (text.ends_with(blank)) return blank.size();
  return 0;
}

bool isAscii(Text text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

std::string toNfc(std::string text) {
  if (isAscii(text)) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(piece, status)) return text;
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_FAILURE(status) ? text : normal;
}

/// Every CRLF, CR and LF becomes `with`.
std::string withLineEnds(Text text, char with) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    out += text[i] == '\r' || text[i] == '\n' ? with : text[i];
  }
  return out;
}

} // namespace

Text trimmed(Text text) {
  while (const std::size_t n = blankAtStart(text)) text.remove_prefix(n);
  while (const std::size_t n = blankAtEnd(text)) text.remove_suffix(n);
  return text;
}

std::string labelFrom(Text trimmed) {
  return toNfc(withLineEnds(trimmed, '\n'));
}

std::string nameFrom(Text trimmed) {
  return toNfc(withLineEnds(trimmed, ' '));
}

std::string validUtf8(Text text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = utf8Length(text);
    if (length == 0)
      out += "\xEF\xBF\xBD";
    else
      out += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

std::string shown(Text text) {
  constexpr std::size_t limit = 60;
  std::string out;
  for (std::size_t n = 0; !text.empty(); ++n) {
    if (n == limit) return out + "\xE2\x80\xA6";
    const std::size_t length = utf8Length(text);
    const bool control = length == 1 && static_cast<unsigned char>(text[0]) < 0x20;
    if (length == 0)
      out += "\xEF\xBF\xBD";
    else
      out += control || text[0] == 0x7f ? Text(" ") : text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

std::string baseName(const std::string& path) {
  const std::size_t end = path.find_last_not_of('/');
  if (end == std::string::npos) return path;
  const std::size_t slash = path.find_last_of('/', end);
  std::string name = path.substr(slash == std::string::npos ? 0 : slash + 1);
  name.resize(end + 1 - (slash == std::string::npos ? 0 : slash + 1));
  for (char& c : name)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return validUtf8(name);
}

} // namespace layerlab
