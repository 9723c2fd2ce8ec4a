#pragma once

#include <cstdint>
#include <span>

namespace layerlab {

/// The exact number of different values (no NaN among them); scrambles `values`.
/// Linear: a small table first, then a split into parts that fit the cache.
std::int64_t countDistinct(std::span<double> values);

} // namespace layerlab
