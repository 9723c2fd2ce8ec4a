#pragma once

#include "core/base/cancel.h"
#include "core/data/table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace layerlab {

/// One value or label and how often it is there.
struct ValueCount {
  std::string value;
  std::int64_t count = 0;
};

/// A column at a glance.
struct ColumnSketch {
  std::vector<std::int64_t> bins; ///< numbers: rows per equal part of [low, high]
  double low = 0.0;
  double high = 0.0;
  double deviation = 0.0; ///< of the present numbers, population
  double median = 0.0;
  /// Labels by frequency, or the different numbers in order where there are at most
  /// `maxListedNumbers`; at most `maxListed`.
  std::vector<ValueCount> values;
  std::int64_t otherRows = 0; ///< rows with a value that is not listed
};

inline constexpr std::size_t maxListed = 200;
inline constexpr std::int64_t maxListedNumbers = 30;

/// O(rows); an empty sketch when cancelled.
LAYERLAB_API ColumnSketch sketch(const Column& column, std::size_t bins,
                                 const CancelToken& cancel = {});

} // namespace layerlab
