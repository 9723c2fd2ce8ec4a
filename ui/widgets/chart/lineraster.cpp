#include "ui/widgets/chart/lineraster.h"

#include "ui/widgets/pixels.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

/// The dash without `inset` at both ends, which its round ends give back; shorter ones are a dot.
QPolygonF withoutEnds(QPolygonF dash, double inset) {
  for (int end = 0; end < 2; ++end) {
    double left = inset;
    while (dash.size() > 1) {
      const QLineF first(dash[0], dash[1]);
      if (first.length() > left) {
        dash[0] = first.pointAt(left / first.length());
        break;
      }
      left -= first.length();
      dash.removeFirst();
    }
    std::reverse(dash.begin(), dash.end());
  }
  return dash;
}

} // namespace

LineRaster::LineRaster(QSize size)
    : m_image(size, QImage::Format_ARGB32_Premultiplied),
      m_mask(static_cast<std::size_t>(m_image.width()) *
             static_cast<std::size_t>(m_image.height())),
      m_touched(static_cast<std::size_t>(m_image.height())) {
  m_image.fill(Qt::transparent);
}

void LineRaster::add(const QVector<QPolygonF>& dashes, double width, QRgb color) {
  if (m_image.isNull()) return;
  const double inset = 0.5 * width;
  for (const QPolygonF& dash : dashes) {
    const QPolygonF line = withoutEnds(dash, inset);
    const auto reach = static_cast<float>(inset + 0.5);
    if (line.size() == 1) cover(line[0], line[0], reach);
    for (qsizetype i = 1; i < line.size(); ++i) cover(line[i - 1], line[i], reach);
  }
  blend(color);
}

/// A pixel whose centre is `reach` away is not covered, one that is a pixel nearer is wholly.
void LineRaster::cover(QPointF from, QPointF to, float reach) {
  const auto [left, right] = std::minmax({from.x(), to.x()});
  const auto [top, bottom] = std::minmax({from.y(), to.y()});
  const auto out = static_cast<double>(reach) + 0.5;
  if (right < -out || left > m_image.width() + out || bottom < -out || top > m_image.height() + out)
    return;
  const int x0 = std::max(0, static_cast<int>(std::floor(left - out)));
  const int x1 = std::min(m_image.width() - 1, static_cast<int>(std::floor(right + out)));
  const int y0 = std::max(0, static_cast<int>(std::floor(top - out)));
  const int y1 = std::min(m_image.height() - 1, static_cast<int>(std::floor(bottom + out)));
  if (x0 > x1) return;
  const auto dx = static_cast<float>(to.x() - from.x());
  const auto dy = static_cast<float>(to.y() - from.y());
  const float squared = dx * dx + dy * dy;
  const float along = squared > 1e-12f ? 1.0f / squared : 0.0f;
  for (int y = y0; y <= y1; ++y) {
    Span& span = m_touched[static_cast<std::size_t>(y)];
    span =
        span.from > span.to ? Span{x0, x1} : Span{std::min(span.from, x0), std::max(span.to, x1)};
    std::uint8_t* mask = m_mask.data() + static_cast<std::ptrdiff_t>(y) * m_image.width();
    const auto py = static_cast<float>(y + 0.5 - from.y());
    auto px = static_cast<float>(x0 + 0.5 - from.x());
    for (int x = x0; x <= x1; ++x, px += 1.0f) {
      const float t = std::clamp((px * dx + py * dy) * along, 0.0f, 1.0f);
      const float ex = px - t * dx;
      const float ey = py - t * dy;
      const float share = std::clamp(reach - std::sqrt(ex * ex + ey * ey), 0.0f, 1.0f);
      // Never negative, so half more rounds; lround would be a call for every pixel.
      // NOLINTNEXTLINE(bugprone-incorrect-roundings)
      mask[x] = std::max(mask[x], static_cast<std::uint8_t>(255.0f * share + 0.5f));
    }
  }
}

void LineRaster::blend(QRgb color) {
  for (int y = 0; y < m_image.height(); ++y) {
    Span& span = m_touched[static_cast<std::size_t>(y)];
    if (span.from > span.to) continue;
    std::uint8_t* mask = m_mask.data() + static_cast<std::ptrdiff_t>(y) * m_image.width();
    auto* row = reinterpret_cast<QRgb*>(m_image.scanLine(y));
    for (int x = span.from; x <= span.to; ++x) {
      if (mask[x] == 0) continue;
      row[x] = blended(row[x], color, mask[x]);
      mask[x] = 0;
    }
    span = {};
  }
}

} // namespace layerlab
