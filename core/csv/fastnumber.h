#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace layerlab {

/// How the decimal sign was used, for the ambiguity of 1.234 (rule C11).
enum class Fraction : std::uint8_t { none, likeGroup, certain };

inline constexpr std::array<double, 23> powersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

inline constexpr std::array<std::uint64_t, 9> wholePowersOfTen{
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000};

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

/// Reads the digits at `p`, eight at a time, onto the end of `mantissa` (which may wrap). Up to
/// eight bytes beyond them must be readable.
inline const char* fastDigits(const char* p, std::uint64_t& mantissa) {
  static_assert(std::endian::native == std::endian::little);
  for (;;) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, p, sizeof bytes);
    bytes ^= 0x3030303030303030; // digits become 0 to 9
    // The lowest mark is that of the first byte above 9; a carry only reaches bytes behind it.
    const std::uint64_t marks = ((bytes + 0x7676767676767676) | bytes) & 0x8080808080808080;
    const int count = std::countr_zero(marks) / 8;
    if (count == 0) return p;
    bytes <<= 64 - 8 * count;
    bytes = bytes * 10 + (bytes >> 8); // pairs, then fours, then eight
    const std::uint64_t high = (bytes & 0x000000FF000000FF) * 0x000F424000000064;
    const std::uint64_t low = ((bytes >> 16) & 0x000000FF000000FF) * 0x0000271000000001;
    const std::uint64_t value = (high + low) >> 32;
    mantissa = mantissa * wholePowersOfTen[static_cast<std::size_t>(count)] + value;
    p += count;
    if (count < 8) return p;
  }
}

/// Reads [-]digits[.digits][e[+-]digits] and returns its end, or nullptr for everything that wants
/// a closer look (leading zeros, no digits, more than 18, beyond exact arithmetic). The text must
/// be followed by some byte that is no digit, and eight more that can be read. The result is
/// correctly rounded: a mantissa below 2^53 times or divided by a power of ten that a double holds
/// exactly (Clinger 1990).
inline const char* fastNumber(const char* p, char decimal, double& value, Fraction& fraction) {
  const bool negative = *p == '-';
  p += negative ? 1 : 0;
  const char* first = p;
  std::uint64_t mantissa = 0;
  p = fastDigits(p, mantissa);
  const auto whole = p - first;
  if (whole > 1 && *first == '0') return nullptr;
  int exponent = 0;
  auto digits = whole;
  fraction = Fraction::none;
  if (*p == decimal) {
    const char* start = ++p;
    p = fastDigits(p, mantissa);
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
