#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace layerlab {

/// A finite stretch of an axis, in data for a linear and in log10(data) for a log axis.
struct Range {
  double from = 0.0;
  double to = 1.0;
  double length() const { return to - from; }
  bool operator==(const Range&) const = default;
};

/// A tick: a labelled or an unlabelled (minor) grid line, in data.
struct Tick {
  double value = 0.0;
  QString label; ///< empty: a fainter line
};

/// "0.25", "1,200", "1e-5": plain where that is short. `step` gives the decimals; 0: as needed.
QString axisNumber(double value, double step = 0.0);

/// Round steps of 1, 2 or 5, about `wanted` of them; `whole` allows no step below 1.
std::vector<Tick> linearTicks(Range range, int wanted, bool whole);
/// Decades, with 2 and 5 where there is room; less than a decade: round linear steps. Powers of two
/// when `binary`.
std::vector<Tick> logTicks(Range range, int wanted, bool binary);

/// Between data and pixels of the plot.
struct PlotMap {
  QRectF plot;
  Range x;
  Range y;
  bool logX = false;
  bool logY = false;

  double axisX(double value) const;
  double axisY(double value) const;
  double dataX(double axis) const;
  double dataY(double axis) const;
  double pixelX(double value) const;
  double pixelY(double value) const;
  QPointF pixel(QPointF data) const { return {pixelX(data.x()), pixelY(data.y())}; }
  QPointF toAxis(QPointF data) const { return {axisX(data.x()), axisY(data.y())}; }
  /// Axis units under a pixel.
  QPointF axisAt(QPointF pixel) const;
  bool drawable(QPointF data) const;
};

} // namespace layerlab
