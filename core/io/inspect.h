#pragma once

#include "core/base/api.h"
#include "core/data/table.h"

#include <string>

namespace layerlab {

/// What `inspect --json` prints: one JSON document of schema layerlab.inspect/1, with a line end.
LAYERLAB_API std::string inspectJson(const Table& table);

} // namespace layerlab
