#include "core/base/random.h"

#include <bit>
#include <cassert>
#include <cmath>
#include <utility>

namespace layerlab {
namespace {

std::uint64_t splitmix(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

} // namespace

std::uint64_t mixSeed(std::uint64_t seed, std::uint64_t a, std::uint64_t b) {
  std::uint64_t state = seed;
  std::uint64_t mixed = splitmix(state);
  state = mixed ^ (a + 0x632be59bd9b4e019ULL);
  mixed = splitmix(state);
  state = mixed ^ (b + 0x9e6c63d0876a9a47ULL);
  return splitmix(state);
}

Random::Random(std::uint64_t seed, Stream stream, std::uint64_t sub) {
  std::uint64_t state = mixSeed(seed, static_cast<std::uint64_t>(stream), sub);
  for (auto& word : m_state) word = splitmix(state);
}

std::uint64_t Random::next() {
  auto& s = m_state;
  const std::uint64_t result = std::rotl(s[0] + s[3], 23) + s[0];
  const std::uint64_t t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = std::rotl(s[3], 45);
  return result;
}

double Random::uniform() {
  return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

double Random::normal() {
  if (m_hasSpare) {
    m_hasSpare = false;
    return m_spare;
  }
  double u = 0.0;
  double v = 0.0;
  double s = 0.0;
  do {
    u = 2.0 * uniform() - 1.0;
    v = 2.0 * uniform() - 1.0;
    s = u * u + v * v;
  } while (s >= 1.0 || s == 0.0);
  const double factor = std::sqrt(-2.0 * std::log(s) / s);
  m_spare = v * factor;
  m_hasSpare = true;
  return u * factor;
}

double Random::truncatedNormal() {
  double x = normal();
  while (std::abs(x) > 2.0) x = normal();
  return x;
}

std::uint64_t Random::below(std::uint64_t n) {
  assert(n > 0);
  __extension__ using Wide = unsigned __int128;
  Wide product = static_cast<Wide>(next()) * n;
  auto low = static_cast<std::uint64_t>(product);
  if (low < n) {
    const std::uint64_t threshold = (0 - n) % n;
    while (low < threshold) {
      product = static_cast<Wide>(next()) * n;
      low = static_cast<std::uint64_t>(product);
    }
  }
  return static_cast<std::uint64_t>(product >> 64);
}

void Random::shuffle(std::span<std::uint32_t> items) {
  for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
}

} // namespace layerlab
