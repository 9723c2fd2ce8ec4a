#include "ui/widgets/inside/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace layerlab {
namespace {

constexpr std::array<QRgb, 6> viridis{0xff443983, 0xff31688e, 0xff21918c,
                                      0xff35b779, 0xff90d743, 0xfffde725};

} // namespace

QColor classColor(const Colors& colors, std::size_t index, std::size_t count) {
  if (count <= 2) return index == 0 ? colors.negative : colors.positive;
  const std::array first{colors.positive, colors.negative, colors.trainEnd};
  return index < first.size() ? first[index]
                              : colors.series(static_cast<int>(index - first.size()));
}

QColor signColor(const Colors& colors, double share) {
  const double size = std::isfinite(share) ? std::min(1.0, std::abs(share)) : 0.0;
  return mixed(colors.surface, share < 0.0 ? colors.negative : colors.positive, size);
}

QColor amountColor(double share) {
  const double at = std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0) * (viridis.size() - 1);
  const auto low = std::min(static_cast<std::size_t>(at), viridis.size() - 2);
  return mixed(QColor(viridis[low]), QColor(viridis[low + 1]), at - static_cast<double>(low));
}

QColor inkOn(const QColor& background) {
  return contrast(background, Qt::white) >= contrast(background, Qt::black) ? QColor(Qt::white)
                                                                            : QColor(Qt::black);
}

} // namespace layerlab
