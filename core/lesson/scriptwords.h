#pragma once

#include "core/base/api.h"

#include <cstddef>
#include <string>
#include <vector>

namespace layerlab {

/// A command of a LayerLab script and how many words may follow it. Kept here, where lessons are
/// read, so that `lesson check` knows a demo that cannot be played.
struct ScriptCommandWords {
  const char* name;
  std::size_t fewest;
  std::size_t most;
};

/// Null: there is no such command.
LAYERLAB_API const ScriptCommandWords* scriptCommandWords(const std::string& name);
/// Is this a command and as many words as go with it? What the words mean only the window knows.
LAYERLAB_API bool isScriptLine(const std::string& line);

} // namespace layerlab
