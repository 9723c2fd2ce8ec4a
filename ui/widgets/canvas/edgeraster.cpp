#include "ui/widgets/canvas/edgeraster.h"

#include "ui/widgets/pixels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace layerlab {
namespace {

constexpr int places = 256; ///< of the shape that are tabled

/// x = 1.5 t (1 - t) + t³ and y = t² (3 - 2 t) are the curve; x never falls, so t is bisected.
EdgeShape shapeAt(double u) {
  double low = 0.0;
  double high = 1.0;
  for (int i = 0; i < 50; ++i) {
    const double t = 0.5 * (low + high);
    (1.5 * t * (1.0 - t) + t * t * t < u ? low : high) = t;
  }
  const double t = 0.5 * (low + high);
  return {t * t * (3.0 - 2.0 * t), 6.0 * t * (1.0 - t) / (1.5 - 3.0 * t + 3.0 * t * t)};
}

std::array<EdgeShape, places + 1> shapeTable() {
  std::array<EdgeShape, places + 1> table;
  for (int i = 0; i <= places; ++i)
    table[static_cast<std::size_t>(i)] = shapeAt(static_cast<double>(i) / places);
  return table;
}

} // namespace

EdgeShape edgeShape(double u) {
  static const std::array<EdgeShape, places + 1> table = shapeTable();
  const double at = std::clamp(u, 0.0, 1.0) * places;
  const auto index = std::min(static_cast<std::size_t>(at), static_cast<std::size_t>(places - 1));
  const double share = at - static_cast<double>(index);
  const EdgeShape& a = table[index];
  const EdgeShape& b = table[index + 1];
  return {a.height + share * (b.height - a.height), a.slope + share * (b.slope - a.slope)};
}

EdgeRaster::EdgeRaster(QSize size) : m_image(size, QImage::Format_ARGB32_Premultiplied) {
  m_image.fill(Qt::transparent);
  m_pixels = reinterpret_cast<QRgb*>(m_image.bits());
}

void EdgeRaster::add(const QLineF& ends, double width, QRgb color) {
  if (!(ends.dx() > 0.0) || m_image.isNull()) return;
  const int first = std::max(0, static_cast<int>(std::floor(ends.x1())));
  const int last = std::min(m_image.width(), static_cast<int>(std::ceil(ends.x2())));
  for (int x = first; x < last; ++x) {
    const double left = std::max<double>(x, ends.x1());
    const double right = std::min<double>(x + 1, ends.x2());
    const EdgeShape shape = edgeShape((0.5 * (left + right) - ends.x1()) / ends.dx());
    const double slope = shape.slope * ends.dy() / ends.dx();
    addColumn(x, ends.y1() + shape.height * ends.dy(), width * std::sqrt(1.0 + slope * slope),
              std::abs(slope) * (right - left), right - left, color);
  }
}

/// Within a column a line of vertical extent `length` rises by `lean`: what it covers over the
/// height is a box of that length smeared over the lean, a trapezoid. A row has the difference of
/// its integral; `part` of the column's width counts.
void EdgeRaster::addColumn(int x, double y, double length, double lean, double part, QRgb color) {
  const auto rise = static_cast<float>(std::max(lean, 1e-3));
  const auto high = static_cast<float>(length);
  const float outer = 0.5f * (high + rise);
  const float inner = 0.5f * std::abs(high - rise);
  const auto ramp = [](float t) {
    const float above = std::max(t, 0.0f);
    return above * above;
  };
  const float scale = 127.5f * static_cast<float>(part) / rise; // half of 255: of the squares
  const auto below = [&](float t) {
    return scale * (ramp(t + outer) - ramp(t + inner) - ramp(t - inner) + ramp(t - outer));
  };
  const auto centre = static_cast<float>(y);
  const int from = std::max(0, static_cast<int>(std::floor(centre - outer)));
  const int to = std::min(m_image.height() - 1, static_cast<int>(std::floor(centre + outer)));
  if (from > to) return;
  const auto stride = m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
  QRgb* pixel = m_pixels + from * stride + x;
  float before = below(static_cast<float>(from) - centre);
  for (int row = from; row <= to; ++row, pixel += stride) {
    const float after = below(static_cast<float>(row + 1) - centre);
    // Never negative, so half more rounds; lround would be a call for every pixel.
    // NOLINTNEXTLINE(bugprone-incorrect-roundings)
    const auto share = static_cast<unsigned>(std::clamp(after - before, 0.0f, 255.0f) + 0.5f);
    *pixel = blended(*pixel, color, share);
    before = after;
  }
}

} // namespace layerlab
