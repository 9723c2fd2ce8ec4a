#include "ui/widgets/chart/chartpaint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr double labelPoints = 8.5;
constexpr double gap = 6.0;
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
  const double end = frame.map.plot.right() + gap + widest;
  painter.drawText(QPointF(end - metrics.horizontalAdvance(frame.rightTitle), metrics.ascent()),
                   frame.rightTitle);
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

QString valueText(double value) {
  const double size = std::abs(value);
  if (size != 0.0 && (size < 1e-4 || size >= 1e6)) return axisNumber(value);
  return QString::number(value, 'g', 4);
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

double ChartFrame::fromRight(double value) const {
  const double share = (value - right.from) / right.length();
  return map.dataY(map.y.from + share * map.y.length());
}

QRectF plotRect(const Theme& theme, QSizeF size, const ChartFrame& frame) {
  const QFontMetricsF metrics(theme.font(labelPoints));
  const auto widest = [&metrics](const std::vector<Tick>& ticks) {
    double width = metrics.horizontalAdvance(QStringLiteral("0.0"));
    for (const Tick& tick : ticks) width = std::max(width, metrics.horizontalAdvance(tick.label));
    return width;
  };
  const double left = widest(frame.yTicks) + gap + 4.0;
  const double right = frame.rightTicks.empty() ? 14.0 : widest(frame.rightTicks) + gap + 8.0;
  const double top = metrics.height() + 6.0;
  const double bottom = metrics.height() * (frame.titleInRow ? 1.0 : 2.0) + gap + 2.0;
  const double behind = frame.titleInRow ? metrics.horizontalAdvance(frame.xTitle) + titleGap : 0.0;
  return {left, top, std::max(20.0, size.width() - left - right - behind),
          std::max(20.0, size.height() - top - bottom)};
}

void paintFrame(QPainter& painter, const Theme& theme, const ChartFrame& frame) {
  const Colors& colors = theme.colors();
  const QRectF& plot = frame.map.plot;
  paintGrid(painter, colors, frame);
  painter.setFont(theme.font(labelPoints));
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
  painter.drawText(QPointF(2.0, metrics.ascent()), frame.yTitle);
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
                const QVector<ChartMark>& marks) {
  const Colors& colors = theme.colors();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(theme.font(labelPoints, QFont::DemiBold));
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
    const QRectF place = labelPlace(*at, size, frame.map.plot, taken, dots);
    taken << place;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(place, 3.0, 3.0);
    painter.setPen(contrast(mark.color, colors.surface) >= 4.5 ? mark.color : colors.text);
    painter.drawText(place, Qt::AlignCenter, mark.text);
  }
}

void paintSample(QPainter& painter, const QRectF& rect, const QColor& color, Curve::Style style) {
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
  const QFont font = theme.font(labelPoints);
  const QFont strong = theme.font(labelPoints, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  const QFontMetricsF bold(strong);
  double names = 0.0;
  double values = 0.0;
  for (const ReadOut::Row& row : readOut.rows) {
    names = std::max(names, metrics.horizontalAdvance(row.name));
    values = std::max(values, bold.horizontalAdvance(valueText(row.at.y())));
  }
  for (const auto& [name, value] : readOut.notes) {
    names = std::max(names, metrics.horizontalAdvance(name));
    values = std::max(values, bold.horizontalAdvance(value));
  }
  const QString head = QStringLiteral("%1 %2").arg(frame.xTitle, axisNumber(readOut.x)).trimmed();
  const double line = metrics.height() + 2.0;
  QRectF card(0, 0, std::max(22.0 + names + 14.0 + values, bold.horizontalAdvance(head)) + 20.0,
              line * static_cast<double>(std::ssize(readOut.rows) + readOut.notes.size() + 1) +
                  12.0);
  card.moveTop(plot.top() + 4.0);
  card.moveLeft(x + 12.0);
  if (card.right() > plot.right()) card.moveRight(x - 12.0);
  if (card.left() < plot.left()) card.moveLeft(plot.left());
  painter.setPen(QPen(colors.border, 1.0));
  painter.setBrush(colors.raised);
  painter.drawRoundedRect(card, 6.0, 6.0);
  QRectF row = card.adjusted(10.0, 6.0, -10.0, 0.0);
  row.setHeight(line);
  painter.setFont(strong);
  painter.setPen(colors.text);
  painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, head);
  const auto write = [&](const QString& name, const QString& value) {
    painter.setFont(font);
    painter.setPen(colors.muted);
    painter.drawText(row.adjusted(22.0, 0.0, 0.0, 0.0), Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setFont(strong);
    painter.setPen(colors.text);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, value);
  };
  for (const ReadOut::Row& entry : readOut.rows) {
    row.translate(0.0, line);
    paintSample(painter, QRectF(row.left(), row.top(), 14.0, line), entry.color, entry.style);
    write(entry.name, valueText(entry.at.y()));
  }
  for (const auto& [name, value] : readOut.notes) {
    row.translate(0.0, line);
    write(name, value);
  }
}

} // namespace layerlab
