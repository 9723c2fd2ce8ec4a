#pragma once

#include "core/data/prepare.h"
#include "core/fit/design.h"

#include <cstdint>

namespace layerlab {

/// What the matrices depend on. Two equal keys have the same matrices, so that fitting again does
/// not prepare again.
struct PreparationKey {
  TablePtr table;
  PrepareSpec spec;
  std::uint64_t seed = 0;
  bool operator==(const PreparationKey&) const = default;
};

inline PreparationKey preparationKey(const TablePtr& table, const Design& design) {
  return {table, design.data, design.fit.seed};
}

/// The last matrices made, with their key.
struct Preparation {
  PreparationKey key;
  PreparedPtr data;

  PreparedPtr find(const PreparationKey& wanted) const {
    return data && key == wanted ? data : nullptr;
  }
};

/// `known`, or prepared now.
inline Result<PreparedPtr> preparedOr(const PreparedPtr& known, const PreparationKey& key) {
  return known ? Result<PreparedPtr>(known) : prepare(*key.table, key.spec, key.seed);
}

} // namespace layerlab
