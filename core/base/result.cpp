#include "core/base/result.h"

namespace layerlab {
namespace {

std::string oneLine(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return text;
}

} // namespace

std::string english(const Error& error) {
  std::string out;
  if (!error.file.empty()) out += error.file + ": ";
  if (error.row > 0) {
    out += "row " + std::to_string(error.row);
    if (error.column > 0) out += ", column " + std::to_string(error.column);
    out += ": ";
  }
  return oneLine(out + english(error.message));
}

} // namespace layerlab
