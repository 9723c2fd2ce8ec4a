#pragma once

#include "core/base/api.h"
#include "core/base/matrix.h"
#include "core/net/spec.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace layerlab {

/// Counts in equal bins between `low` and `high`; the last bin includes `high`.
struct Histogram {
  double low = 0.0;
  double high = 1.0;
  std::vector<std::int64_t> counts;
  std::int64_t beyond = 0; ///< values outside, or no numbers

  LAYERLAB_API std::int64_t largest() const;
  /// The bin of `value`; counts.size() where it is outside.
  LAYERLAB_API std::size_t binOf(double value) const;
  bool operator==(const Histogram&) const = default;
};

/// `low` < `high`, bins >= 1.
LAYERLAB_API Histogram histogram(std::span<const float> values, double low, double high,
                                 std::size_t bins);

/// Between the least and the largest value (widened a little where they are equal).
LAYERLAB_API Histogram histogram(std::span<const float> values, std::size_t bins);

/// Mean, standard deviation (population) and largest size of finite values.
struct Spread {
  double mean = 0.0;
  double deviation = 0.0;
  double largest = 0.0;
  std::size_t count = 0;
};
LAYERLAB_API Spread spreadOf(std::span<const float> values);

/// Units of one layer that carry nothing. Dead: the slope of the activation is 0 for every row
/// (relu never above 0). Saturated: in at least 95 % of the rows the output is within 1 % of an end
/// of the activation's range (sigmoid, tanh, softsign, hard_sigmoid).
struct UnitHealth {
  std::vector<std::size_t> dead;
  std::vector<std::size_t> saturated;
};

/// `a`: rows x units, the layer's outputs.
LAYERLAB_API UnitHealth unitHealth(Activation activation, const Matrix& a);

/// Can units of this activation die, or saturate?
LAYERLAB_API bool canDie(Activation activation);
LAYERLAB_API bool canSaturate(Activation activation);

} // namespace layerlab
