#pragma once

#include "core/base/api.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace layerlab {

/// What a stream of random numbers is for. One stream per purpose: drawing more for one never
/// shifts the numbers of another.
enum class Stream : std::uint64_t { split = 1, init, shuffle, dropout, generator, sweep };

/// xoshiro256++ (Blackman, Vigna 2019), seeded by splitmix64. Its own distributions, so that the
/// same seed gives the same bits with every standard library.
class LAYERLAB_API Random {
public:
  explicit Random(std::uint64_t seed, Stream stream = Stream::generator, std::uint64_t sub = 0);

  std::uint64_t next();
  /// In [0, 1), 53 bits.
  double uniform();
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  /// Standard normal (Marsaglia's polar method).
  double normal();
  /// Standard normal, drawn again until |x| <= 2, as Keras' truncated normals.
  double truncatedNormal();
  /// In [0, n), unbiased (Lemire 2019); n > 0.
  std::uint64_t below(std::uint64_t n);
  /// Fisher-Yates.
  void shuffle(std::span<std::uint32_t> items);

private:
  std::array<std::uint64_t, 4> m_state{};
  double m_spare = 0.0;
  bool m_hasSpare = false;
};

/// A seed derived from others: independent streams for (seed, a, b).
LAYERLAB_API std::uint64_t mixSeed(std::uint64_t seed, std::uint64_t a, std::uint64_t b);

} // namespace layerlab
