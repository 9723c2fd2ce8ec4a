#include "core/csv/distinct.h"

#include "core/csv/rawarray.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <memory>
#include <new>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace layerlab {
namespace {

constexpr std::size_t maxSet = 8192;
constexpr std::size_t tableSize = 2 * maxSet; ///< 128 KB: stays in the second cache
constexpr int scatterBits = 10;
constexpr std::size_t maxScatter = std::size_t{1} << 20; ///< keys: 8 MB beside them
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

/// Where keys are copied to, in 1024 ranges by their next bits: four times as fast as swapping them
/// in place.
class Scatter {
public:
  static constexpr std::size_t ranges = std::size_t{1} << scatterBits;
  using Starts = std::array<std::size_t, ranges + 1>;

  /// At most maxScatter keys; gives the ranges' first places in the copy.
  Starts scatter(std::span<const std::uint64_t> keys, int bits) {
    const auto rangeOf = [shift = 64 - bits - scatterBits](std::uint64_t key) {
      return static_cast<std::size_t>(key >> shift) & (ranges - 1);
    };
    Starts start{};
    for (std::uint64_t key : keys) ++start[rangeOf(key) + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    Starts next = start;
    if (!m_copy) {
      m_copy = std::make_unique_for_overwrite<std::uint64_t[]>(maxScatter);
      preferHugePages(m_copy.get(), maxScatter * sizeof(std::uint64_t));
    }
    for (std::uint64_t key : keys) m_copy[next[rangeOf(key)]++] = key;
    return start;
  }
  std::span<std::uint64_t> range(const Starts& start, std::size_t i) {
    return {m_copy.get() + start[i], start[i + 1] - start[i]};
  }

private:
  std::unique_ptr<std::uint64_t[]> m_copy; ///< of maxScatter keys
};

/// With 51 agreeing bits at most maxSet different keys are left, so the recursion ends.
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

/// The first level: ranges of a copy, or of the keys themselves where a copy would be too large.
std::size_t countAll(std::span<std::uint64_t> keys, int bits, SmallSet& set, Scatter& scatter) {
  const std::size_t found = set.count(keys, bits);
  if (found <= maxSet) return found;
  std::size_t count = 0;
  if (keys.size() <= maxScatter) {
    const Scatter::Starts start = scatter.scatter(keys, bits);
    for (std::size_t i = 0; i < Scatter::ranges; ++i)
      count += countKeys(scatter.range(start, i), bits + scatterBits, set);
    return count;
  }
  const auto start = split(keys, bits);
  for (std::size_t part = 0; part < parts; ++part)
    count += countAll(keys.subspan(start[part], start[part + 1] - start[part]), bits + partBits,
                      set, scatter);
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
  Scatter scatter;
  return static_cast<std::int64_t>(countAll({keys, values.size()}, 0, set, scatter));
}

} // namespace layerlab
