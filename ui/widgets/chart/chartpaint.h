#pragma once

#include "ui/widgets/chart/axis.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/chart/marker.h"
#include "ui/widgets/theme.h"

#include <QLineF>
#include <QPolygonF>
#include <QString>
#include <QVector>

#include <optional>
#include <vector>

class QPainter;

namespace layerlab {

/// Everything around the curves: where the plot is, its ticks and titles.
struct ChartFrame {
  PlotMap map;
  std::vector<Tick> xTicks;
  std::vector<Tick> yTicks;
  std::vector<Tick> rightTicks; ///< empty: no axis at the right
  Range right;
  QString xTitle;
  QString yTitle;
  QString rightTitle;
  bool titleInRow = false; ///< low chart: the x title stands behind the tick labels
  bool titlesAbove = true; ///< of the other axes, above the plot; else the legend has them

  /// A value of the right axis as the value of the left one at the same height.
  double fromRight(double value) const;
};

/// A curve as it is drawn: pieces between gaps, in pixels.
struct DrawnCurve {
  QString id;
  QString name;
  QColor color;
  double width = 2.0;
  Curve::Style style = Curve::Style::solid;
  Marker marker = Marker::none;
  std::vector<QVector<QPointF>> pieces;
  QVector<QPointF> upper;   ///< band only
  QVector<QPointF> markers; ///< places inside the plot
};

/// What the read-out shows at one x.
struct ReadOut {
  struct Row {
    QColor color;
    Curve::Style style = Curve::Style::solid;
    Marker marker = Marker::none;
    QString name;
    QPointF at; ///< in data
    bool onRight = false;
  };
  double x = 0.0;
  std::vector<Row> rows;
  CurveChart::Notes notes;
};

/// Room for tick labels and titles around a chart of this size; the rest is the plot.
QRectF plotRect(const Theme& theme, QSizeF size, const ChartFrame& frame);

void paintFrame(QPainter& painter, const Theme& theme, const ChartFrame& frame);
/// `pieces` cut into dashes (or dots) in pixels, for plain solid pens: Qt's own dashing is thirty
/// times slower.
QVector<QLineF> dashes(const std::vector<QVector<QPointF>>& pieces, Curve::Style style,
                       double width);
/// Lines that go on from each other as one: a dash with two ends, however many pieces it has.
QVector<QPolygonF> chained(const QVector<QLineF>& lines);
/// The part of a line inside `rect`; nullopt: none. (QSvgGenerator cannot clip.)
std::optional<QLineF> clipped(const QLineF& line, const QRectF& rect);
void paintMarkers(QPainter& painter, const DrawnCurve& curve);
/// Draws a curve cut to the plot by geometry, for files.
void paintCurve(QPainter& painter, const DrawnCurve& curve, const QRectF& plot);
/// Where the label of a mark at `at` stands: the first place around it that is inside the plot, on
/// nothing `taken` and on no dot (or curve); on dots rather than on what is taken.
QRectF labelPlace(QPointF at, QSizeF size, const QRectF& plot, const QVector<QRectF>& taken,
                  const QVector<QRectF>& dots);
/// Pixel of a mark, at the upper edge when its value is not a number; nullopt: out of view.
std::optional<QPointF> markPlace(const PlotMap& map, const ChartMark& mark);
/// The words of a mark keep off the curves where they can.
void paintMarks(QPainter& painter, const Theme& theme, const ChartFrame& frame,
                const QVector<ChartMark>& marks, const std::vector<const DrawnCurve*>& curves);
/// The line of the read-out and the points it meets; the figures are on a ReadOutCard.
void paintReadOut(QPainter& painter, const Theme& theme, const ChartFrame& frame,
                  const ReadOut& readOut);
/// Line sample of the legend and the read-out, centred in `rect`.
void paintSample(QPainter& painter, const QRectF& rect, const QColor& color, Curve::Style style,
                 Marker marker);

} // namespace layerlab
