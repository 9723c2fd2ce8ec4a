#pragma once

#include "core/base/api.h"

namespace layerlab {

/// The instruction-set variant of the core the loader picked: "x86-64-v4", "x86-64-v3" or
/// "baseline".
LAYERLAB_API const char* coreVariant();

} // namespace layerlab
