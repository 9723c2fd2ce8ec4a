#pragma once

#include <vector>

namespace layerlab {

/// Losses at 1, 2, 4, ..., 64 units that bend at 8.
inline const std::vector<double> bend{.60, .45, .28, .20, .185, .182, .181};

} // namespace layerlab
