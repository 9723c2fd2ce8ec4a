#pragma once

#include "core/net/spec.h"

#include <string>

namespace layerlab {

/// model.summary() as Keras 3 prints it: layers with output shapes and parameters (the input has
/// none), totals with their size as float32.
LAYERLAB_API std::string kerasSummary(const NetworkSpec& network, std::size_t inputWidth);

} // namespace layerlab
