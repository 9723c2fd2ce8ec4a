#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Private to core/io: FNV-1a in 64 bits, to tell inputs apart; no protection against malice.

namespace layerlab {

class Fnv1a {
public:
  void add(const void* data, std::size_t size) {
    const auto* bytes = static_cast<const unsigned char*>(data);
    for (std::size_t i = 0; i < size; ++i) m_value = (m_value ^ bytes[i]) * 0x100000001b3ULL;
  }
  void add(std::string_view text) { add(text.data(), text.size()); }
  std::uint64_t value() const { return m_value; }

private:
  std::uint64_t m_value = 0xcbf29ce484222325ULL;
};

/// Sixteen digits.
inline std::string hexText(std::uint64_t value) {
  std::string text(16, '0');
  for (char& digit : text) {
    digit = "0123456789abcdef"[value >> 60];
    value <<= 4;
  }
  return text;
}

} // namespace layerlab
