#include "ui/widgets/chart/chartpaint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr double gap = 6.0;
constexpr double markerPen = 1.5;
constexpr double rimGap = 3.0;    ///< between the rim of a chart that has the focus and its titles
constexpr double titleGap = 14.0; ///< room for half of the last tick label before the x title

void paintXLabels(QPainter& painter, const ChartFrame& frame, double rightLimit) {
  const QFontMetricsF metrics(painter.font());
  const double top = frame.map.plot.bottom() + gap - 1.0;
  double taken = -1e9;
  for (const Tick& tick : frame.xTicks) {
    if (tick.label.isEmpty()) continue;
    const double width = metrics.horizontalAdvance(tick.label);
    const double left = frame.map.pixelX(tick.value) - width / 2;
    if (left < taken + 8.0 || left + width > rightLimit) continue;
    painter.drawText(QPointF(left, top + metrics.ascent()), tick.label);
    taken = left + width;
  }
}

void paintYLabels(QPainter& painter, const ChartFrame& frame) {
  const QFontMetricsF metrics(painter.font());
  const double right = frame.map.plot.left() - gap;
  double taken = 1e9; // from the bottom upwards
  for (const Tick& tick : frame.yTicks) {
    if (tick.label.isEmpty()) continue;
    const double y = frame.map.pixelY(tick.value);
    if (y + metrics.height() / 2 > taken) continue;
    painter.drawText(QPointF(right - metrics.horizontalAdvance(tick.label),
                             y + metrics.ascent() / 2 - metrics.descent() / 2),
                     tick.label);
    taken = y - metrics.height() / 2;
  }
}

void paintRightLabels(QPainter& painter, const ChartFrame& frame) {
  const QFontMetricsF metrics(painter.font());
  for (const Tick& tick : frame.rightTicks) {
    if (tick.label.isEmpty()) continue;
    const double y = frame.map.pixelY(frame.fromRight(tick.value));
    painter.drawText(
        QPointF(frame.map.plot.right() + gap, y + metrics.ascent() / 2 - metrics.descent() / 2),
        tick.label);
  }
  double widest = 0.0;
  for (const Tick& tick : frame.rightTicks)
    widest = std::max(widest, metrics.horizontalAdvance(tick.label));
  if (!frame.titlesAbove) return;
  const double end = frame.map.plot.right() + gap + widest;
  const double start = end - metrics.horizontalAdvance(frame.rightTitle);
  painter.drawText(QPointF(start, metrics.ascent() + rimGap), frame.rightTitle);
}

void paintGrid(QPainter& painter, const Colors& colors, const ChartFrame& frame) {
  const QRectF& plot = frame.map.plot;
  const QColor faint = mixed(colors.surface, colors.grid, 0.55);
  const auto pen = [&](const Tick& tick) {
    painter.setPen(QPen(tick.label.isEmpty() ? faint : colors.grid, 1.0));
  };
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (const Tick& tick : frame.xTicks) {
    pen(tick);
    const double x = std::round(frame.map.pixelX(tick.value));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
  }
  for (const Tick& tick : frame.yTicks) {
    pen(tick);
    const double y = std::round(frame.map.pixelY(tick.value));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
  }
  painter.setPen(QPen(colors.border, 1.0));
  painter.drawLine(plot.bottomLeft(), plot.bottomRight());
  painter.setRenderHint(QPainter::Antialiasing, true);
}

} // namespace

double ChartFrame::fromRight(double value) const {
  const double share = (value - right.from) / right.length();
  return map.dataY(map.y.from + share * map.y.length());
}

QRectF plotRect(const Theme& theme, QSizeF size, const ChartFrame& frame) {
  const QFontMetricsF metrics(theme.font(smallType));
  const auto widest = [&metrics](const std::vector<Tick>& ticks) {
    double width = metrics.horizontalAdvance(QStringLiteral("0.0"));
    for (const Tick& tick : ticks) width = std::max(width, metrics.horizontalAdvance(tick.label));
    return width;
  };
  const double left = widest(frame.yTicks) + gap + 4.0;
  const double right = frame.rightTicks.empty() ? 14.0 : widest(frame.rightTicks) + gap + 8.0;
  // Without titles there half a tick label has to fit above the plot.
  const double top =
      frame.titlesAbove ? metrics.height() + 6.0 + rimGap : metrics.height() / 2.0 + 2.0;
  const double bottom = metrics.height() * (frame.titleInRow ? 1.0 : 2.0) + gap + 2.0;
  const double behind = frame.titleInRow ? metrics.horizontalAdvance(frame.xTitle) + titleGap : 0.0;
  return {left, top, std::max(20.0, size.width() - left - right - behind),
          std::max(20.0, size.height() - top - bottom)};
}

void paintFrame(QPainter& painter, const Theme& theme, const ChartFrame& frame) {
  const Colors& colors = theme.colors();
  const QRectF& plot = frame.map.plot;
  paintGrid(painter, colors, frame);
  painter.setFont(theme.font(smallType));
  painter.setPen(colors.muted);
  const QFontMetricsF metrics(painter.font());
  const double titleWidth = metrics.horizontalAdvance(frame.xTitle);
  const double line = plot.bottom() + gap - 1.0 + metrics.ascent();
  if (frame.titleInRow) {
    paintXLabels(painter, frame, plot.right() + titleGap);
    painter.drawText(QPointF(plot.right() + titleGap + 8.0, line), frame.xTitle);
  } else {
    paintXLabels(painter, frame, plot.right() + 14.0);
    painter.drawText(QPointF(plot.center().x() - titleWidth / 2, line + metrics.height()),
                     frame.xTitle);
  }
  paintYLabels(painter, frame);
  if (!frame.rightTicks.empty()) paintRightLabels(painter, frame);
  if (frame.titlesAbove)
    painter.drawText(QPointF(2.0 + rimGap, metrics.ascent() + rimGap), frame.yTitle);
}

QVector<QLineF> dashes(const std::vector<QVector<QPointF>>& pieces, Curve::Style style,
                       double width) {
  const double on = style == Curve::Style::dotted ? std::max(1.5, width) : 7.0;
  const double off = style == Curve::Style::dotted ? 2.0 * std::max(1.5, width) : 4.5;
  QVector<QLineF> lines;
  for (const QVector<QPointF>& piece : pieces) {
    double phase = 0.0;
    for (qsizetype i = 1; i < piece.size(); ++i) {
      const QLineF line(piece[i - 1], piece[i]);
      const double length = std::min(line.length(), 1e5);
      for (double at = 0.0; at < length;) {
        const bool drawing = phase < on;
        const double step = std::min(length - at, (drawing ? on : on + off) - phase);
        if (drawing) lines << QLineF(line.pointAt(at / length), line.pointAt((at + step) / length));
        at += std::max(step, 1e-3);
        phase += std::max(step, 1e-3);
        if (phase >= on + off - 1e-6) phase = 0.0;
      }
    }
  }
  return lines;
}

QVector<QPolygonF> chained(const QVector<QLineF>& lines) {
  QVector<QPolygonF> chains;
  for (const QLineF& line : lines) {
    if (chains.isEmpty() || chains.last().last() != line.p1()) chains << QPolygonF{line.p1()};
    chains.last() << line.p2();
  }
  return chains;
}

void paintMarkers(QPainter& painter, const DrawnCurve& curve) {
  if (curve.markers.isEmpty()) return;
  painter.setPen(QPen(curve.color, markerPen));
  painter.setBrush(curve.color);
  for (const QPointF& place : curve.markers)
    paintMarker(painter, curve.marker, place, 2.0 + 0.5 * curve.width);
}

// Liang and Barsky: the line's parameter against each of the four sides.
std::optional<QLineF> clipped(const QLineF& line, const QRectF& rect) {
  double from = 0.0;
  double to = 1.0;
  const double p[] = {-line.dx(), line.dx(), -line.dy(), line.dy()};
  const double q[] = {line.x1() - rect.left(), rect.right() - line.x1(), line.y1() - rect.top(),
                      rect.bottom() - line.y1()};
  for (int i = 0; i < 4; ++i) {
    if (p[i] == 0.0 && q[i] < 0.0) return std::nullopt;
    if (p[i] < 0.0) from = std::max(from, q[i] / p[i]);
    if (p[i] > 0.0) to = std::min(to, q[i] / p[i]);
  }
  if (from > to) return std::nullopt;
  return QLineF(line.pointAt(from), line.pointAt(to));
}

void paintCurve(QPainter& painter, const DrawnCurve& curve, const QRectF& plot) {
  if (curve.style == Curve::Style::band) {
    if (curve.pieces.empty()) return;
    QPolygonF outline = curve.pieces.front();
    for (auto it = curve.upper.crbegin(); it != curve.upper.crend(); ++it) outline << *it;
    QPainterPath path;
    path.addPolygon(outline);
    path.closeSubpath();
    QPainterPath window;
    window.addRect(plot);
    painter.fillPath(path.intersected(window), curve.color);
    return;
  }
  painter.setPen(QPen(curve.color, curve.width, Qt::SolidLine, Qt::FlatCap));
  painter.setBrush(Qt::NoBrush);
  QVector<QLineF> lines;
  if (curve.style == Curve::Style::solid) {
    for (const QVector<QPointF>& piece : curve.pieces)
      for (qsizetype i = 1; i < piece.size(); ++i) lines << QLineF(piece[i - 1], piece[i]);
  } else
    lines = dashes(curve.pieces, curve.style, curve.width);
  QPainterPath path;
  for (const QLineF& line : lines)
    if (const auto inside = clipped(line, plot)) {
      if (path.currentPosition() != inside->p1()) path.moveTo(inside->p1());
      path.lineTo(inside->p2());
    }
  painter.drawPath(path);
  paintMarkers(painter, curve);
}

void paintSample(QPainter& painter, const QRectF& rect, const QColor& color, Curve::Style style,
                 Marker marker) {
  painter.setRenderHint(QPainter::Antialiasing);
  const double y = rect.center().y();
  if (style == Curve::Style::band) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(rect.left(), y - 4.0, rect.width(), 8.0), 2.0, 2.0);
    return;
  }
  painter.setPen(QPen(color, 2.5, Qt::SolidLine, Qt::FlatCap));
  const QVector<QPointF> line{{rect.left(), y}, {rect.right(), y}};
  if (style == Curve::Style::solid)
    painter.drawLine(line.first(), line.last());
  else
    painter.drawLines(dashes({line}, style, 2.0));
  painter.setPen(QPen(color, markerPen));
  painter.setBrush(color);
  paintMarker(painter, marker, rect.center(), 3.0);
}

void paintReadOut(QPainter& painter, const Theme& theme, const ChartFrame& frame,
                  const ReadOut& readOut) {
  const Colors& colors = theme.colors();
  const QRectF& plot = frame.map.plot;
  const double x = frame.map.pixelX(readOut.x);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colors.muted, 1.0));
  painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
  for (const ReadOut::Row& row : readOut.rows) {
    const QPointF place(row.at.x(), row.onRight ? frame.fromRight(row.at.y()) : row.at.y());
    const QPointF at = frame.map.pixel(place);
    if (!frame.map.drawable(place) || at.y() < plot.top() || at.y() > plot.bottom()) continue;
    painter.setPen(QPen(colors.surface, 1.5));
    painter.setBrush(row.color);
    painter.drawEllipse(at, 4.5, 4.5);
  }
}

} // namespace layerlab
