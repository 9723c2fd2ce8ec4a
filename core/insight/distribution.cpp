#include "core/insight/distribution.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace layerlab {
namespace {

constexpr double saturatedShare = 0.95; // of the rows
constexpr float nearEnd = 0.01f;        // of the range

struct Range {
  float low;
  float high;
};

Range rangeOf(Activation activation) {
  const bool signedEnds = activation == Activation::tanh || activation == Activation::softsign;
  return {signedEnds ? -1.0f : 0.0f, 1.0f};
}

bool isDead(const Matrix& a, std::size_t unit) {
  for (std::size_t r = 0; r < a.rows; ++r)
    if (a(r, unit) > 0.0f) return false;
  return true;
}

bool isSaturated(const Matrix& a, std::size_t unit, Range range) {
  const float margin = nearEnd * (range.high - range.low);
  std::size_t atEnd = 0;
  for (std::size_t r = 0; r < a.rows; ++r)
    atEnd += a(r, unit) < range.low + margin || a(r, unit) > range.high - margin ? 1 : 0;
  return static_cast<double>(atEnd) >= saturatedShare * static_cast<double>(a.rows);
}

} // namespace

std::int64_t Histogram::largest() const {
  return counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
}

std::size_t Histogram::binOf(double value) const {
  if (!(value >= low && value <= high)) return counts.size();
  const auto bins = static_cast<double>(counts.size());
  const auto bin = static_cast<std::size_t>((value - low) / (high - low) * bins);
  return std::min(bin, counts.size() - 1);
}

Histogram histogram(std::span<const float> values, double low, double high, std::size_t bins) {
  assert(low < high && bins > 0);
  Histogram out{low, high, std::vector<std::int64_t>(bins, 0), 0};
  for (const float value : values) {
    const std::size_t bin = out.binOf(static_cast<double>(value));
    ++(bin < bins ? out.counts[bin] : out.beyond);
  }
  return out;
}

Histogram histogram(std::span<const float> values, std::size_t bins) {
  double low = 0.0;
  double high = 0.0;
  bool any = false;
  for (const float value : values) {
    if (!std::isfinite(value)) continue;
    low = any ? std::min(low, static_cast<double>(value)) : static_cast<double>(value);
    high = any ? std::max(high, static_cast<double>(value)) : static_cast<double>(value);
    any = true;
  }
  const double margin = low == high ? std::max(1e-3, std::abs(low) * 0.1) : 0.0;
  return histogram(values, low - margin, high + margin, bins);
}

Spread spreadOf(std::span<const float> values) {
  Spread out;
  double sum = 0.0;
  double squares = 0.0;
  for (const float single : values) {
    if (!std::isfinite(single)) continue;
    const auto value = static_cast<double>(single);
    ++out.count;
    sum += value;
    squares += value * value;
    out.largest = std::max(out.largest, std::abs(value));
  }
  if (out.count == 0) return out;
  const auto count = static_cast<double>(out.count);
  out.mean = sum / count;
  out.deviation = std::sqrt(std::max(0.0, squares / count - out.mean * out.mean));
  return out;
}

bool canDie(Activation activation) {
  return activation == Activation::relu;
}

bool canSaturate(Activation activation) {
  return activation == Activation::sigmoid || activation == Activation::tanh ||
         activation == Activation::softsign || activation == Activation::hardSigmoid;
}

UnitHealth unitHealth(Activation activation, const Matrix& a) {
  UnitHealth health;
  if (a.rows == 0) return health;
  for (std::size_t unit = 0; unit < a.cols; ++unit) {
    if (canDie(activation) && isDead(a, unit)) health.dead.push_back(unit);
    if (canSaturate(activation) && isSaturated(a, unit, rangeOf(activation)))
      health.saturated.push_back(unit);
  }
  return health;
}

} // namespace layerlab
