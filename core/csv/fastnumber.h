#pragma once

#include <array>
#include <cstdint>

namespace layerlab {

/// How the decimal sign was used, for the ambiguity of 1.234 (rule C11).
enum class Fraction : std::uint8_t { none, likeGroup, certain };

inline constexpr std::array<double, 23> powersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// Reads the exponent after the letter e; false when it has no digits or more than three.
inline bool fastExponent(const char*& p, int& exponent) {
  ++p;
  const bool negative = *p == '-';
  if (negative || *p == '+') ++p;
  const char* first = p;
  int value = 0;
  for (unsigned digit = 0; p - first < 4 && (digit = static_cast<unsigned>(*p - '0')) <= 9; ++p)
    value = value * 10 + static_cast<int>(digit);
  exponent += negative ? -value : value;
  return p > first && p - first <= 3;
}

/// Reads [-]digits[.digits][e[+-]digits] and returns its end, or nullptr for everything that wants
/// a closer look (leading zeros, no digits, more than 18, beyond exact arithmetic). The text must
/// be followed by some byte that is no digit. The result is correctly rounded: a mantissa below
/// 2^53 times or divided by a power of ten that a double holds exactly (Clinger 1990).
inline const char* fastNumber(const char* p, char decimal, double& value, Fraction& fraction) {
  const bool negative = *p == '-';
  p += negative ? 1 : 0;
  const char* first = p;
  std::uint64_t mantissa = 0;
  unsigned digit = 0;
  while ((digit = static_cast<unsigned>(*p - '0')) <= 9) {
    mantissa = mantissa * 10 + digit;
    ++p;
  }
  const auto whole = p - first;
  if (whole > 1 && *first == '0') return nullptr;
  int exponent = 0;
  auto digits = whole;
  fraction = Fraction::none;
  if (*p == decimal) {
    const char* start = ++p;
    while ((digit = static_cast<unsigned>(*p - '0')) <= 9) {
      mantissa = mantissa * 10 + digit;
      ++p;
    }
    const auto places = p - start;
    digits += places;
    exponent = static_cast<int>(-places);
    const bool group = places == 3 && whole >= 1 && whole <= 3 && *first != '0';
    fraction = group ? Fraction::likeGroup : Fraction::certain;
  }
  if (digits == 0 || digits > 18) return nullptr;
  if ((*p | 0x20) == 'e') {
    // 1.234e5 is no group of thousands.
    if (fraction == Fraction::likeGroup) fraction = Fraction::certain;
    if (!fastExponent(p, exponent)) return nullptr;
  }
  if (mantissa > (std::uint64_t{1} << 53) || exponent < -22 || exponent > 22) return nullptr;
  const auto exact = static_cast<double>(mantissa);
  value = exponent < 0 ? exact / powersOfTen[static_cast<std::size_t>(-exponent)]
                       : exact * powersOfTen[static_cast<std::size_t>(exponent)];
  // Minus zero and zero are one value.
  value = negative ? 0.0 - value : value;
  return p;
}

} // namespace layerlab
