#include "ui/widgets/inside/plotframe.h"

#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr double gap = 4.0;
constexpr double rangeRoom = 0.05; // of the range, on each side
// A title that takes more of the axis than this leaves no room for numbers beside it.
constexpr double titleShare = 0.25;

Range widened(Range range) {
  if (!std::isfinite(range.from) || !std::isfinite(range.to)) return {0.0, 1.0};
  if (range.to > range.from) return range;
  const double margin = std::max(1e-6, std::abs(range.from) * 0.1);
  return {range.from - margin, range.from + margin};
}

double widestLabel(const QFontMetricsF& metrics, const std::vector<Tick>& ticks) {
  double width = 0.0;
  for (const Tick& tick : ticks) width = std::max(width, metrics.horizontalAdvance(tick.label));
  return width;
}

} // namespace

PlotFrame plotFrame(const Theme& theme, QSizeF size, Range x, Range y, const QString& xTitle,
                    const QString& yTitle) {
  const QFontMetricsF metrics(theme.font(smallType));
  PlotFrame frame;
  frame.map.x = widened(x);
  frame.map.y = widened(y);
  frame.xTitle = xTitle;
  frame.yTitle = yTitle;
  frame.yTicks =
      linearTicks(frame.map.y, std::max(2, static_cast<int>(size.height() / 48.0)), false);
  const double left = widestLabel(metrics, frame.yTicks) + 2.0 * gap;
  const double top = yTitle.isEmpty() ? gap + metrics.height() / 2.0 : metrics.height() + 2.0 * gap;
  const double title = metrics.horizontalAdvance(xTitle);
  frame.titleBelow = title > titleShare * (size.width() - left - 2.0 * gap);
  const double bottom = metrics.height() * (frame.titleBelow ? 2.0 : 1.0) + gap;
  frame.map.plot = QRectF(left, top, std::max(8.0, size.width() - left - 2.0 * gap),
                          std::max(8.0, size.height() - top - bottom));
  frame.xTicks =
      linearTicks(frame.map.x, std::max(2, static_cast<int>(frame.map.plot.width() / 48.0)), false);
  return frame;
}

void paintAxes(QPainter& painter, const Theme& theme, const PlotFrame& frame) {
  const QRectF& plot = frame.map.plot;
  painter.setFont(theme.font(smallType));
  const QFontMetricsF metrics(painter.font());
  const bool beside = !frame.titleBelow && !frame.xTitle.isEmpty();
  const double titleWidth = beside ? metrics.horizontalAdvance(frame.xTitle) : 0.0;
  for (const Tick& tick : frame.xTicks) {
    const double x = std::round(frame.map.pixelX(tick.value)) + 0.5;
    painter.setPen(theme.colors().grid);
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const double half = metrics.horizontalAdvance(tick.label) / 2.0;
    if (x + half > plot.right() - titleWidth - 2.0 * gap && titleWidth > 0.0) continue;
    painter.setPen(theme.colors().muted);
    painter.drawText(QPointF(x - half, plot.bottom() + gap + metrics.ascent()), tick.label);
  }
  for (const Tick& tick : frame.yTicks) {
    const double y = std::round(frame.map.pixelY(tick.value)) + 0.5;
    painter.setPen(theme.colors().grid);
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    painter.setPen(theme.colors().muted);
    painter.drawText(QRectF(0, y - metrics.height() / 2.0, plot.left() - gap, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, tick.label);
  }
  painter.setPen(theme.colors().muted);
  const double line = plot.bottom() + gap + (frame.titleBelow ? metrics.height() : 0.0);
  painter.drawText(QRectF(plot.left(), line, plot.width(), metrics.height()), Qt::AlignRight,
                   metrics.elidedText(frame.xTitle, Qt::ElideRight, plot.width()));
  painter.drawText(QRectF(0, 0, plot.right(), metrics.height()), Qt::AlignLeft,
                   metrics.elidedText(frame.yTitle, Qt::ElideRight, plot.right()));
}

Range rangeAround(const std::vector<double>& values) {
  double low = 0.0;
  double high = 0.0;
  bool any = false;
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    low = any ? std::min(low, value) : value;
    high = any ? std::max(high, value) : value;
    any = true;
  }
  if (!any) return {0.0, 1.0};
  const double margin = high > low ? (high - low) * rangeRoom : std::max(0.5, std::abs(low) * 0.1);
  return {low - margin, high + margin};
}

} // namespace layerlab
