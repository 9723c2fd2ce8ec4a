#include "core/lesson/scriptwords.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace layerlab {
namespace {

using Command = ScriptCommandWords;
constexpr std::size_t anyWords = 1000;

constexpr std::array scriptCommands{
    Command{"open", 1, anyWords},   Command{"example", 1, 1},
    Command{"target", 1, anyWords}, Command{"features", 1, anyWords},
    Command{"set", 2, anyWords},    Command{"click", 1, 1},
    Command{"menu", 1, 1},          Command{"key", 1, 1},
    Command{"train", 1, 1},         Command{"sweep", 1, 1},
    Command{"step", 1, 1},          Command{"page", 1, 1},
    Command{"language", 1, 1},      Command{"theme", 1, 1},
    Command{"size", 2, 2},          Command{"wait", 1, 1},
    Command{"until", 2, anyWords},  Command{"save", 1, anyWords},
    Command{"export", 2, anyWords}, Command{"edit", 0, 0},
    Command{"answer", 1, 1},        Command{"screenshot", 1, anyWords},
    Command{"state", 0, 0},         Command{"widgets", 0, 0},
    Command{"expect", 1, anyWords}, Command{"latency", 0, 0},
    Command{"frames", 0, 0},        Command{"close", 0, 0},
    Command{"quit", 0, 0}};

} // namespace

const ScriptCommandWords* scriptCommandWords(const std::string& name) {
  const auto found = std::find_if(scriptCommands.begin(), scriptCommands.end(),
                                  [&](const Command& command) { return name == command.name; });
  return found == scriptCommands.end() ? nullptr : &*found;
}

bool isScriptLine(const std::string& line) {
  std::istringstream text(line);
  std::string command;
  text >> command;
  const ScriptCommandWords* known = scriptCommandWords(command);
  if (!known) return false;
  std::size_t words = 0;
  for (std::string word; text >> word;) ++words;
  return words >= known->fewest && words <= known->most;
}

} // namespace layerlab
