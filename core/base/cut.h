#pragma once

#include <string_view>

namespace layerlab {

/// Cuts off what stands before the first `separator`, or all; `text` keeps what stands behind it.
inline std::string_view cut(std::string_view& text, char separator) {
  const std::size_t end = text.find(separator);
  const std::string_view head = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return head;
}

} // namespace layerlab
