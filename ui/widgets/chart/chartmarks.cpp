#include "ui/widgets/chart/chartpaint.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

// Marked places of a chart and where their words stand.
namespace layerlab {
namespace {

constexpr double boxWidth = 8.0; ///< pixels of a curve that one box stands for
constexpr double haloWidth = 4.0;

void paintShape(QPainter& painter, const Colors& colors, const ChartMark& mark, QPointF at) {
  painter.setPen(QPen(mark.color, 2.0));
  painter.setBrush(colors.surface);
  switch (mark.shape) {
  case ChartMark::Shape::ring:
    painter.drawEllipse(at, 5.0, 5.0);
    break;
  case ChartMark::Shape::diamond:
    painter.drawPolygon(QPolygonF{{at.x(), at.y() - 6.0},
                                  {at.x() + 6.0, at.y()},
                                  {at.x(), at.y() + 6.0},
                                  {at.x() - 6.0, at.y()}});
    break;
  case ChartMark::Shape::dot:
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark.color);
    painter.drawEllipse(at, 3.0, 3.0);
    break;
  case ChartMark::Shape::cross:
    painter.drawLine(at + QPointF(-4.5, -4.5), at + QPointF(4.5, 4.5));
    painter.drawLine(at + QPointF(-4.5, 4.5), at + QPointF(4.5, -4.5));
    break;
  }
}

/// Places of a label around `at`, the nearest first.
QVector<QRectF> labelPlaces(QPointF at, QSizeF size, const QRectF& plot) {
  const double dx = 12.0;
  const double dy = 9.0;
  const double w = size.width();
  const double h = size.height();
  const QPointF corners[] = {{dx, -h - dy},         {dx, dy},        {-w - dx, -h - dy},
                             {-w - dx, dy},         {dx, -h / 2},    {-w - dx, -h / 2},
                             {-w / 2, -h - dy - 4}, {-w / 2, dy + 4}};
  QVector<QRectF> places;
  for (const double stretch : {1.0, 2.6, 4.2})
    for (const QPointF& corner : corners) {
      QRectF place(at + QPointF(corner.x(), corner.y() * stretch), size);
      place.moveLeft(std::clamp(place.left(), plot.left() + 2.0,
                                std::max(plot.left() + 2.0, plot.right() - w - 2.0)));
      places << place;
    }
  return places;
}

bool hitsAny(const QRectF& place, const QVector<QRectF>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const QRectF& other) { return other.intersects(place); });
}

/// Adds the curve between two x as boxes, none much wider than boxWidth.
void addBoxes(QVector<QRectF>& boxes, const DrawnCurve& curve, double from, double to) {
  for (const QVector<QPointF>& piece : curve.pieces) {
    QRectF box;
    for (qsizetype i = 1; i < piece.size(); ++i) {
      const QLineF line(piece[i - 1], piece[i]);
      if (line.x2() < from || line.x1() > to) continue;
      const int parts = std::max(1, static_cast<int>(std::ceil(line.dx() / boxWidth)));
      for (int k = 0; k < parts; ++k) {
        const QPointF a = line.pointAt(static_cast<double>(k) / parts);
        const QPointF b = line.pointAt(static_cast<double>(k + 1) / parts);
        if (b.x() < from || a.x() > to) continue;
        const QRectF part = QRectF(a, b).normalized().adjusted(-1.0, -1.0, 1.0, 1.0);
        if (!box.isNull() && part.right() - box.left() > boxWidth + 2.0) {
          boxes << box;
          box = QRectF();
        }
        box = box.isNull() ? part : box.united(part);
      }
    }
    if (!box.isNull()) boxes << box;
  }
}

/// The curves around a mark whose label is `width` wide; a band may lie below a label.
QVector<QRectF> curvesNear(const std::vector<const DrawnCurve*>& curves, QPointF at, double width) {
  QVector<QRectF> boxes;
  for (const DrawnCurve* curve : curves)
    if (curve->style != Curve::Style::band)
      addBoxes(boxes, *curve, at.x() - width - 16.0, at.x() + width + 16.0);
  return boxes;
}

/// The words themselves, moved around in the background's colour: on the screen a tenth of the work
/// of a stroked outline, and marks are painted whenever a fit moves the curves.
void paintHalo(QPainter& painter, QPointF base, const QString& words) {
  constexpr double far = haloWidth / 2.0;
  constexpr double diagonal = far * 0.7;
  for (const QPointF& by :
       {QPointF(-far, 0.0), QPointF(far, 0.0), QPointF(0.0, -far), QPointF(0.0, far),
        QPointF(-diagonal, -diagonal), QPointF(diagonal, -diagonal), QPointF(-diagonal, diagonal),
        QPointF(diagonal, diagonal)})
    painter.drawText(base + by, words);
}

/// Words with a rim of the background: what lies below stays in view between them.
void paintWords(QPainter& painter, const Colors& colors, const QRectF& place, const QString& words,
                const QColor& color) {
  const QFontMetricsF metrics(painter.font());
  const QPointF base(place.center().x() - metrics.horizontalAdvance(words) / 2,
                     place.center().y() + (metrics.ascent() - metrics.descent()) / 2);
  if (painter.paintEngine()->type() == QPaintEngine::Raster) {
    painter.setPen(colors.surface);
    paintHalo(painter, base, words);
  } else { // in a file the words should stand once
    QPainterPath path;
    path.addText(base, painter.font(), words);
    painter.strokePath(path,
                       QPen(colors.surface, haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  }
  painter.setPen(color);
  painter.drawText(base, words);
}

} // namespace

QRectF labelPlace(QPointF at, QSizeF size, const QRectF& plot, const QVector<QRectF>& taken,
                  const QVector<QRectF>& dots) {
  const QVector<QRectF> places = labelPlaces(at, size, plot);
  const auto usable = [&](const QRectF& place) {
    return place.top() >= plot.top() && place.bottom() <= plot.bottom() && !hitsAny(place, taken) &&
           !place.adjusted(-4, -4, 4, 4).contains(at);
  };
  for (const QRectF& place : places)
    if (usable(place) && !hitsAny(place, dots)) return place;
  for (const QRectF& place : places)
    if (usable(place)) return place;
  QRectF place = places.last();
  place.moveTop(
      std::clamp(place.top(), plot.top(), std::max(plot.top(), plot.bottom() - size.height())));
  return place;
}

std::optional<QPointF> markPlace(const PlotMap& map, const ChartMark& mark) {
  const QRectF room = map.plot.adjusted(-1.0, -1.0, 1.0, 1.0);
  const bool edge = !std::isfinite(mark.at.y());
  if (!edge && !map.drawable(mark.at)) return std::nullopt;
  if (map.logX && mark.at.x() <= 0.0) return std::nullopt;
  const QPointF at =
      edge ? QPointF(map.pixelX(mark.at.x()), map.plot.top() + 8.0) : map.pixel(mark.at);
  return room.contains(at) ? std::optional(at) : std::nullopt;
}

void paintMarks(QPainter& painter, const Theme& theme, const ChartFrame& frame,
                const QVector<ChartMark>& marks, const std::vector<const DrawnCurve*>& curves) {
  const Colors& colors = theme.colors();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(theme.font(smallType, QFont::DemiBold));
  const QFontMetricsF metrics(painter.font());
  QVector<QRectF> taken;
  QVector<QRectF> dots;
  for (const ChartMark& mark : marks) {
    const auto at = markPlace(frame.map, mark);
    if (!at) continue;
    if (mark.line) {
      painter.setPen(QPen(mixed(colors.surface, mark.color, 0.6), 1.0, Qt::DashLine));
      painter.drawLine(QPointF(at->x(), frame.map.plot.top()),
                       QPointF(at->x(), frame.map.plot.bottom()));
    }
    if (!std::isnan(mark.at.y())) paintShape(painter, colors, mark, *at);
    (mark.text.isEmpty() ? dots : taken) << QRectF(*at - QPointF(6, 6), QSizeF(12, 12));
  }
  for (const ChartMark& mark : marks) {
    const auto at = markPlace(frame.map, mark);
    if (!at || mark.text.isEmpty()) continue;
    const QSizeF size(metrics.horizontalAdvance(mark.text) + 8.0, metrics.height() + 2.0);
    const QRectF place =
        labelPlace(*at, size, frame.map.plot, taken, dots + curvesNear(curves, *at, size.width()));
    taken << place;
    paintWords(painter, colors, place, mark.text,
               contrast(mark.color, colors.surface) >= 4.5 ? mark.color : colors.text);
  }
}

} // namespace layerlab
