#pragma once

#include "core/base/result.h"
#include "core/data/prepare.h"

#include <cstdint>
#include <vector>

namespace layerlab {

/// Two parts of the usable rows, each in file order.
struct RowSplit {
  std::vector<std::uint32_t> train;
  std::vector<std::uint32_t> validation;
};

/// Cuts `rows` (in file order). `last`: the first floor(n * (1 - share)) rows train, as in Keras;
/// `random`: as many, drawn; `stratified`: drawn within each class, by largest remainder.
/// `classes` gives the class of each of `rows` (stratified only). Errors name val-split.
Result<RowSplit> splitRows(const std::vector<std::uint32_t>& rows, const PrepareSpec& spec,
                           const std::vector<std::size_t>& classes, std::uint64_t seed);

} // namespace layerlab
