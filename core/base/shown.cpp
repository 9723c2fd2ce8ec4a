#include "core/base/shown.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <cmath>

namespace layerlab {

std::string validUtf8(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = utf8Length(text);
    if (length == 0)
      out += "\xEF\xBF\xBD";
    else
      out += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

std::string shown(std::string_view text) {
  constexpr std::size_t limit = 60;
  std::string out;
  for (std::size_t n = 0; !text.empty(); ++n) {
    if (n == limit) return out + "\xE2\x80\xA6";
    const std::size_t length = utf8Length(text);
    const bool control = length == 1 && static_cast<unsigned char>(text[0]) < 0x20;
    if (length == 0)
      out += "\xEF\xBF\xBD";
    else
      out += control || text[0] == 0x7f ? std::string_view(" ") : text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

std::string percentText(double share) {
  return std::to_string(std::lround(100.0 * share));
}

std::string baseName(const std::string& path) {
  const std::size_t end = path.find_last_not_of('/');
  if (end == std::string::npos) return path;
  const std::size_t slash = path.find_last_of('/', end);
  std::string name = path.substr(slash == std::string::npos ? 0 : slash + 1);
  name.resize(end + 1 - (slash == std::string::npos ? 0 : slash + 1));
  for (char& c : name)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return validUtf8(name);
}

} // namespace layerlab
