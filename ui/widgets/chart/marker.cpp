#include "ui/widgets/chart/marker.h"

#include <QPainter>

#include <array>
#include <cmath>
#include <optional>

namespace layerlab {

void paintMarker(QPainter& painter, Marker marker, QPointF at, double reach) {
  const auto place = [&](double x, double y) { return at + reach * QPointF(x, y); };
  const auto polygon = [&](auto... corners) {
    const std::array points{corners...};
    painter.drawConvexPolygon(points.data(), static_cast<int>(points.size()));
  };
  switch (marker) {
  case Marker::none:
    return;
  case Marker::disc:
    return painter.drawEllipse(at, reach, reach);
  case Marker::square:
    return painter.drawRect(QRectF(place(-0.9, -0.9), place(0.9, 0.9)));
  case Marker::triangle:
    return polygon(place(0.0, -1.2), place(1.1, 0.8), place(-1.1, 0.8));
  case Marker::diamond:
    return polygon(place(0.0, -1.3), place(1.3, 0.0), place(0.0, 1.3), place(-1.3, 0.0));
  case Marker::wedge:
    return polygon(place(0.0, 1.2), place(1.1, -0.8), place(-1.1, -0.8));
  case Marker::cross:
    painter.drawLine(place(-0.9, -0.9), place(0.9, 0.9));
    return painter.drawLine(place(-0.9, 0.9), place(0.9, -0.9));
  case Marker::plus:
    painter.drawLine(place(-1.2, 0.0), place(1.2, 0.0));
    return painter.drawLine(place(0.0, -1.2), place(0.0, 1.2));
  }
}

Marker classMarker(std::size_t index, std::size_t count) {
  // With a face of their own, so that a hollow one can be told from a full one.
  constexpr std::array faces{Marker::disc, Marker::square, Marker::triangle, Marker::diamond,
                             Marker::wedge};
  if (count <= 2) return index == 0 ? Marker::square : Marker::disc;
  return faces[index % faces.size()];
}

QVector<QPointF> markerPlaces(const std::vector<QVector<QPointF>>& pieces, Marker marker,
                              const QRectF& plot, double apart) {
  QVector<QPointF> places;
  if (marker == Marker::none) return places;
  constexpr int kinds = 7;
  double next = plot.left() + apart * (3 * (static_cast<int>(marker) - 1) % kinds) / kinds;
  std::optional<QPointF> last;
  for (const QVector<QPointF>& piece : pieces)
    for (const QPointF& point : piece) {
      if (!plot.contains(point)) continue;
      last = point;
      if (point.x() < next) continue;
      places << point;
      next += apart * (1.0 + std::floor((point.x() - next) / apart));
    }
  if (places.isEmpty() && last) places << *last; // a short curve has one too
  return places;
}

} // namespace layerlab
