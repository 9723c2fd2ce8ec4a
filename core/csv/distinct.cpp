#include "core/csv/distinct.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <new>
#include <utility>
#include <vector>

namespace layerlab {
namespace {

constexpr std::size_t maxSet = 8192;
constexpr std::size_t tableSize = 2 * maxSet; ///< 128 KB: stays in the second cache
constexpr int partBits = 8;
constexpr std::size_t parts = std::size_t{1} << partBits;

/// Bijective and well mixed at the top, so that equal keys mean equal values.
std::uint64_t mix(double value) {
  auto key = std::bit_cast<std::uint64_t>(value);
  key ^= key >> 32;
  key *= 0x9E3779B97F4A7C15ULL;
  key ^= key >> 29;
  key *= 0xBF58476D1CE4E5B9ULL;
  return key;
}

/// A set of at most maxSet keys; 0 marks a free slot, the key 0 is kept apart.
class SmallSet {
public:
  /// Number of different `keys`, which agree in their top `bits`; maxSet + 1 when there are more.
  std::size_t count(std::span<const std::uint64_t> keys, int bits) {
    clear(keys.size());
    std::size_t found = 0;
    bool zero = false;
    for (std::uint64_t key : keys) {
      zero = zero || key == 0;
      if (key != 0 && add(key, bits) && ++found > maxSet) return found;
    }
    return found + (zero ? 1 : 0);
  }

private:
  void clear(std::size_t keys) {
    const std::size_t slots = std::bit_ceil(std::clamp<std::size_t>(2 * keys, 16, tableSize));
    if (m_slots.size() < slots) m_slots.resize(slots);
    std::fill_n(m_slots.begin(), slots, 0);
    m_mask = slots - 1;
    m_slotBits = std::countr_zero(slots);
  }
  bool add(std::uint64_t key, int bits) {
    std::size_t slot = static_cast<std::size_t>((key << bits) >> (64 - m_slotBits));
    for (; m_slots[slot] != 0; slot = (slot + 1) & m_mask)
      if (m_slots[slot] == key) return false;
    m_slots[slot] = key;
    return true;
  }

  std::vector<std::uint64_t> m_slots;
  std::size_t m_mask = 0;
  int m_slotBits = 0;
};

/// Swaps the keys into `parts` ranges by eight of their bits ("American flag sort").
std::array<std::size_t, parts + 1> split(std::span<std::uint64_t> keys, int bits) {
  const auto partOf = [shift = 64 - bits - partBits](std::uint64_t key) {
    return static_cast<std::size_t>(key >> shift) & (parts - 1);
  };
  std::array<std::size_t, parts + 1> start{};
  for (std::uint64_t key : keys) ++start[partOf(key) + 1];
  for (std::size_t i = 1; i <= parts; ++i) start[i] += start[i - 1];
  std::array<std::size_t, parts> next{};
  std::copy(start.begin(), start.end() - 1, next.begin());
  for (std::size_t part = 0; part < parts; ++part) {
    while (next[part] < start[part + 1]) {
      std::uint64_t key = keys[next[part]];
      for (std::size_t to = partOf(key); to != part; to = partOf(key))
        std::swap(key, keys[next[to]++]);
      keys[next[part]++] = key;
    }
  }
  return start;
}

/// With 56 agreeing bits at most 256 different keys are left, so the recursion ends.
std::size_t countKeys(std::span<std::uint64_t> keys, int bits, SmallSet& set) {
  const std::size_t found = set.count(keys, bits);
  if (found <= maxSet) return found;
  std::size_t count = 0;
  const auto start = split(keys, bits);
  for (std::size_t part = 0; part < parts; ++part)
    count +=
        countKeys(keys.subspan(start[part], start[part + 1] - start[part]), bits + partBits, set);
  return count;
}

} // namespace

std::int64_t countDistinct(std::span<double> values) {
  static_assert(sizeof(double) == sizeof(std::uint64_t) &&
                alignof(double) >= alignof(std::uint64_t));
  if (values.empty()) return 0;
  // The keys take the place of the values: no second array.
  std::uint64_t* keys = nullptr;
  for (double& value : values) {
    const std::uint64_t key = mix(value);
    auto* place = new (static_cast<void*>(&value)) std::uint64_t(key);
    keys = keys == nullptr ? place : keys;
  }
  SmallSet set;
  return static_cast<std::int64_t>(countKeys({keys, values.size()}, 0, set));
}

} // namespace layerlab
