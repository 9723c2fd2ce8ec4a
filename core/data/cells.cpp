#include "core/data/cells.h"

#include <array>
#include <charconv>

namespace layerlab {

std::string floatText(float value) {
  std::array<char, 48> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

} // namespace layerlab
