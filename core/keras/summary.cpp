#include "core/keras/summary.h"

#include <array>
#include <cmath>

namespace layerlab {
namespace {

constexpr std::array<std::size_t, 3> widths{31, 22, 13}; // inside the cells' blanks

std::string repeated(const char* piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

/// A line between rows: left end, line, joint, right end.
std::string rule(const char* left, const char* line, const char* joint, const char* right) {
  std::string out = left;
  for (std::size_t i = 0; i < widths.size(); ++i)
    out += repeated(line, widths[i] + 2) + (i + 1 < widths.size() ? joint : right);
  return out + "\n";
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(text.size() < width ? width - text.size() : 0, ' ');
  return right ? blanks + text : text + blanks;
}

std::string row(const char* bar, const std::array<std::string, 3>& cells) {
  std::string out = bar;
  for (std::size_t i = 0; i < cells.size(); ++i)
    out += " " + padded(cells[i], widths[i], i == 2) + " " + bar;
  return out + "\n";
}

/// 12345 -> "12,345"
std::string grouped(std::int64_t value) {
  std::string out = std::to_string(value);
  for (auto at = static_cast<std::ptrdiff_t>(out.size()) - 3; at > 0; at -= 3)
    out.insert(static_cast<std::size_t>(at), ",");
  return out;
}

/// "196.00 B", "1.04 KB": Keras counts in steps of 1024.
std::string memory(std::int64_t parameters) {
  static constexpr const char* const units[] = {"B", "KB", "MB", "GB"};
  double size = 4.0 * static_cast<double>(parameters);
  std::size_t unit = 0;
  for (; size >= 1024.0 && unit < 3; ++unit) size /= 1024.0;
  const std::string digits = std::to_string(std::lround(size * 100.0) + 100000000);
  const std::string whole = std::to_string(std::lround(size * 100.0) / 100);
  return whole + "." + digits.substr(digits.size() - 2) + " " + units[unit];
}

std::string total(const char* what, std::int64_t parameters) {
  return std::string(" ") + what + ": " + grouped(parameters) + " (" + memory(parameters) + ")\n";
}

/// dense (Dense), dense_1 (Dense), dropout (Dropout)
std::string layerName(LayerKind kind, int& dense, int& dropout) {
  const bool isDense = kind == LayerKind::dense;
  int& count = isDense ? dense : dropout;
  std::string out = isDense ? "dense" : "dropout";
  if (count > 0) out += "_" + std::to_string(count);
  ++count;
  return out + (isDense ? " (Dense)" : " (Dropout)");
}

} // namespace

std::string kerasSummary(const NetworkSpec& network, std::size_t inputWidth) {
  std::string out = "Model: \"sequential\"\n" + rule("┏", "━", "┳", "┓");
  out += row("┃", {"Layer (type)", "Output Shape", "Param #"}) + rule("┡", "━", "╇", "┩");
  int dense = 0;
  int dropout = 0;
  auto width = static_cast<std::int64_t>(inputWidth);
  for (std::size_t i = 0; i < network.layers.size(); ++i) {
    const LayerSpec& layer = network.layers[i];
    if (i > 0) out += rule("├", "─", "┼", "┤");
    const bool isDense = layer.kind == LayerKind::dense;
    const std::int64_t parameters = isDense ? (width + (layer.useBias ? 1 : 0)) * layer.units : 0;
    if (isDense) width = layer.units;
    out += row("│", {layerName(layer.kind, dense, dropout), "(None, " + std::to_string(width) + ")",
                     grouped(parameters)});
  }
  const std::int64_t parameters = network.parameterCount(inputWidth);
  return out + rule("└", "─", "┴", "┘") + total("Total params", parameters) +
         total("Trainable params", parameters) + total("Non-trainable params", 0);
}

} // namespace layerlab
