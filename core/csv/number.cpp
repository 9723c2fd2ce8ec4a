#include "core/csv/number.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <limits>
#include <string>

namespace layerlab {
namespace {

using Text = std::string_view;

constexpr Text minusSign = "\xE2\x88\x92";                                      // U+2212
constexpr std::array<Text, 4> groupSigns{".", " ", "\xC2\xA0", "\xE2\x80\xAF"}; // U+00A0, U+202F

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digitRun(Text text) {
  std::size_t n = 0;
  while (n < text.size() && isDigit(text[n])) ++n;
  return n;
}

/// Bytes of a sign at the start: 0, 1 or 3.
std::size_t signLength(Text text) {
  if (text.starts_with('-') || text.starts_with('+')) return 1;
  return text.starts_with(minusSign) ? minusSign.size() : 0;
}

bool isNegative(Text text) {
  return text.starts_with('-') || text.starts_with(minusSign);
}

bool fitsExponent(Text text) {
  if (text.empty()) return true;
  if (text[0] != 'e' && text[0] != 'E') return false;
  text.remove_prefix(1);
  text.remove_prefix(signLength(text));
  return !text.empty() && digitRun(text) == text.size();
}

/// digits[.digits][e[+-]digits], also .5 and 7.
bool fitsDecimal(Text body, char decimal) {
  const std::size_t whole = digitRun(body);
  body.remove_prefix(whole);
  std::size_t fraction = 0;
  if (body.starts_with(decimal)) {
    body.remove_prefix(1);
    fraction = digitRun(body);
    body.remove_prefix(fraction);
  }
  return whole + fraction > 0 && fitsExponent(body);
}

/// 1,234,567.89: one to three digits, strict groups of three, an optional fraction.
bool fitsGrouped(Text body, Text sign, char decimal) {
  const std::size_t first = digitRun(body);
  if (first < 1 || first > 3 || body[0] == '0') return false;
  body.remove_prefix(first);
  bool grouped = false;
  while (body.starts_with(sign) && digitRun(body.substr(sign.size())) == 3) {
    body.remove_prefix(sign.size() + 3);
    grouped = true;
  }
  if (!grouped) return false;
  if (body.empty()) return true;
  return body[0] == decimal && digitRun(body.substr(1)) == body.size() - 1;
}

Styles stylesOfBody(Text body) {
  Styles styles = 0;
  if (fitsDecimal(body, '.'))
    styles |= style::plain | style::thousands;
  else if (fitsGrouped(body, ",", '.'))
    styles |= style::thousands;
  const auto groupedBy = [body](Text sign) { return fitsGrouped(body, sign, ','); };
  if (fitsDecimal(body, ',') || std::any_of(groupSigns.begin(), groupSigns.end(), groupedBy))
    styles |= style::comma;
  return styles;
}

bool isInfinityWord(Text body) {
  constexpr Text word = "infinity";
  if (body.size() != 3 && body.size() != word.size()) return false;
  for (std::size_t i = 0; i < body.size(); ++i)
    if ((body[i] | 0x20) != word[i]) return false;
  return true;
}

/// Marks that pandas knows as well, and those that it takes for texts.
constexpr std::array<Text, 13> commonMarks{"NA",  "N/A",  "n/a",  "#N/A", "#N/A N/A", "#NA", "NaN",
                                           "nan", "-NaN", "-nan", "NULL", "null",     "<NA>"};
constexpr std::array<Text, 7> ownMarks{"?",      "#DIV/0!", "#VALUE!", "#REF!",
                                       "#NAME?", "#NUM!",   "#NULL!"};

template <std::size_t count> bool isAmong(const std::array<Text, count>& marks, Text text) {
  return std::find(marks.begin(), marks.end(), text) != marks.end();
}

bool isWeakMark(Text text) {
  static constexpr std::array<Text, 5> marks{"-", "--", ".", "None", "none"};
  return isAmong(marks, text);
}

/// A number that is not simply ASCII digits with one decimal sign, or too long for 64 bits.
bool isOdd(Text trimmed, Text body, Styles styles) {
  const bool grouped = (styles & style::plain) == 0 && !fitsDecimal(body, ',');
  const bool longer = body.size() > 18 && digitRun(body) == body.size();
  return grouped || longer || trimmed.find(minusSign) != Text::npos;
}

/// Cuts the percent sign and the blanks before it; false when there is none.
bool cutPercent(Text& text) {
  if (!text.ends_with('%')) return false;
  text.remove_suffix(1);
  for (;;) {
    if (text.ends_with(' ') || text.ends_with('\t'))
      text.remove_suffix(1);
    else if (text.ends_with("\xC2\xA0"))
      text.remove_suffix(2);
    else
      return true;
  }
}

/// The power of ten of the first significant digit; tells overflow from underflow.
long long magnitude(Text plain) {
  long long power = 0;
  bool point = false;
  bool significant = false;
  std::size_t i = 0;
  for (; i < plain.size() && (isDigit(plain[i]) || plain[i] == '.'); ++i) {
    if (plain[i] == '.') {
      point = true;
      continue;
    }
    significant = significant || plain[i] != '0';
    if (!point && significant) ++power;
    if (point && !significant) --power;
  }
  if (!significant) return std::numeric_limits<long long>::min();
  if (i + 1 >= plain.size()) return power;
  const bool negative = plain[i + 1] == '-';
  int exponent = 0;
  const auto result =
      std::from_chars(plain.data() + i + (negative ? 2 : 1), plain.data() + plain.size(), exponent);
  const long long size = result.ec == std::errc{} ? exponent : std::numeric_limits<int>::max();
  return negative ? power - size : power + size;
}

/// `plain` is unsigned and of rule C10's form without a sign in front ("1.5e-3").
double parsePlain(Text plain) {
  double value = 0.0;
  const auto result = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (result.ec != std::errc::result_out_of_range) return value;
  return magnitude(plain) > 0 ? std::numeric_limits<double>::infinity() : 0.0;
}

/// The body in rule C10's form: groups left out, the decimal sign a point, ASCII minus.
std::string toPlain(Text body, bool decimalComma) {
  std::string plain;
  plain.reserve(body.size());
  bool exponent = false;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const char c = body[i];
    exponent = exponent || c == 'e' || c == 'E';
    if (isDigit(c) || c == 'e' || c == 'E' || c == '-')
      plain += c;
    else if (c == (decimalComma ? ',' : '.'))
      plain += '.';
    else if (exponent && body.substr(i).starts_with(minusSign))
      plain += '-';
  }
  return plain;
}

bool overflows(Text body, Styles styles) {
  // Only long numbers and large exponents can leave the range of double.
  if (body.size() < 300 && body.find_first_of("eE") == Text::npos) return false;
  const bool decimalComma = (styles & (style::plain | style::thousands)) == 0;
  return parsePlain(toPlain(body, decimalComma)) > std::numeric_limits<double>::max();
}

} // namespace

CellReading readCell(Text trimmed) {
  if (trimmed.empty() || isAmong(commonMarks, trimmed)) return {CellKind::missing};
  const bool weak = isWeakMark(trimmed);
  if (weak || isAmong(ownMarks, trimmed)) {
    CellReading reading{weak ? CellKind::weakMissing : CellKind::missing};
    reading.odd = true;
    return reading;
  }
  Text body = trimmed;
  const bool percent = cutPercent(body);
  body.remove_prefix(signLength(body));
  if (!percent && isInfinityWord(body)) return {CellKind::number, style::bare, false, true, true};
  const Styles styles = stylesOfBody(body);
  if (styles == 0) return {};
  CellReading reading{CellKind::number, styles};
  reading.identifier = !percent && body.size() > 1 && body[0] == '0' &&
                       body.size() == trimmed.size() && digitRun(body) == body.size();
  reading.nonFinite = overflows(body, styles);
  reading.odd = percent || reading.nonFinite || isOdd(trimmed, body, styles);
  if (percent) reading.styles = static_cast<Styles>(styles << style::percentShift);
  return reading;
}

double numberIn(Styles one, Text trimmed) {
  assert(one != 0 && (one & (one - 1)) == 0);
  Text body = trimmed;
  cutPercent(body);
  const bool negative = isNegative(body);
  body.remove_prefix(signLength(body));
  double value = std::numeric_limits<double>::infinity();
  if (!isInfinityWord(body)) {
    const Styles base = one >= (1 << style::percentShift) ? one >> style::percentShift : one;
    value = parsePlain(toPlain(body, base == style::comma));
  }
  return negative ? 0.0 - value : value;
}

int yearOf(Text trimmed) {
  if (trimmed.size() != 4 || digitRun(trimmed) != 4) return 0;
  int year = 0;
  std::from_chars(trimmed.data(), trimmed.data() + 4, year);
  return year >= 1800 && year <= 2100 ? year : 0;
}

} // namespace layerlab
