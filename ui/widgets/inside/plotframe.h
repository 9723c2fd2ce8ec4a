#pragma once

#include "ui/widgets/chart/axis.h"

#include <QSizeF>
#include <QString>

#include <vector>

class QPainter;

namespace layerlab {

class Theme;

/// Axes around a small picture: where the plot is, its ticks and titles.
struct PlotFrame {
  PlotMap map;
  std::vector<Tick> xTicks;
  std::vector<Tick> yTicks;
  QString xTitle;
  bool titleBelow = false; ///< of the numbers, in a line of its own
  QString yTitle;
};

/// Lays a plot of these ranges into `size`; ranges of no length are widened.
PlotFrame plotFrame(const Theme& theme, QSizeF size, Range x, Range y, const QString& xTitle,
                    const QString& yTitle);
/// Grid, labels and titles.
void paintAxes(QPainter& painter, const Theme& theme, const PlotFrame& frame);

/// From the least to the greatest of the values with a little room; [0, 1] without any.
Range rangeAround(const std::vector<double>& values);

} // namespace layerlab
