#include "core/csv/text.h"

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

} // namespace layerlab
