#include "ui/widgets/chart/curvechart_p.h"
#include "ui/widgets/chart/lineraster.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPainter>
#include <QPen>
#include <QValueAxis>

#include <algorithm>
#include <utility>

// The curves of a CurveChart: thinned to the plot and handed to Qt's series.
namespace layerlab {
namespace {

/// Dashes of a jagged line cannot be seen as such, and thousands of them are dear: it is drawn
/// whole.
constexpr double longestDashed = 12'000.0; // pixels of line

// So many markers tell a few curves apart and cost nothing; of many curves each has fewer.
constexpr double markerStep = 80.0; // pixels
constexpr double curvesAtThatStep = 8.0;

double lengthOf(const std::vector<QVector<QPointF>>& pieces) {
  double length = 0.0;
  for (const QVector<QPointF>& piece : pieces)
    for (qsizetype i = 1; i < piece.size(); ++i) length += QLineF(piece[i - 1], piece[i]).length();
  return length;
}

QVector<QPointF> toAxis(const PlotMap& map, const QVector<QPointF>& data) {
  QVector<QPointF> points;
  points.reserve(data.size());
  for (const QPointF& point : data) points << map.toAxis(point);
  return points;
}

QVector<QPointF> toPixels(const PlotMap& map, const QVector<QPointF>& data) {
  QVector<QPointF> points;
  points.reserve(data.size());
  for (const QPointF& point : data) points << map.pixel(point);
  return points;
}

} // namespace

QLineSeries* CurveChart::Private::newLine() {
  auto* line = new QLineSeries;
  chart->addSeries(line);
  line->attachAxis(xAxis);
  line->attachAxis(yAxis);
  return line;
}

void CurveChart::Private::dropSeries(CurveEntry& entry) {
  for (QLineSeries* line : entry.lines) {
    chart->removeSeries(line);
    delete line;
  }
  entry.lines.clear();
  dashImage = {};
  if (entry.area) {
    chart->removeSeries(entry.area);
    delete entry.area; // and its two borders
  }
  entry.area = nullptr;
  entry.key.reset();
}

void CurveChart::Private::fillSeries(CurveEntry& entry,
                                     const std::vector<QVector<QPointF>>& pieces) {
  while (entry.lines.size() < pieces.size()) entry.lines.push_back(newLine());
  const QPen pen(entry.curve.color, entry.curve.width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
  for (std::size_t i = 0; i < entry.lines.size(); ++i) {
    QLineSeries* line = entry.lines[i];
    if (line->pen() != pen) line->setPen(pen);
    line->replace(i < pieces.size() ? toAxis(frame.map, pieces[i]) : QVector<QPointF>());
  }
}

void CurveChart::Private::fillArea(CurveEntry& entry, const QVector<QPointF>& lower,
                                   const QVector<QPointF>& upper) {
  if (!entry.area) {
    entry.area = new QAreaSeries(new QLineSeries, new QLineSeries);
    entry.area->upperSeries()->setParent(entry.area);
    entry.area->lowerSeries()->setParent(entry.area);
    entry.area->setPen(Qt::NoPen);
    chart->addSeries(entry.area);
    entry.area->attachAxis(xAxis);
    entry.area->attachAxis(yAxis);
  }
  entry.area->setBrush(entry.curve.color);
  entry.area->lowerSeries()->replace(toAxis(frame.map, lower));
  entry.area->upperSeries()->replace(toAxis(frame.map, upper));
}

/// What is drawn of a curve, in data of the left axis.
std::vector<QVector<QPointF>> CurveChart::Private::thinned(const CurveEntry& entry,
                                                           int columns) const {
  if (!isShown(entry)) return {};
  const PlotMap& map = frame.map;
  const bool onRight = entry.curve.onRight;
  auto pieces = entry.data.thin(
      {map.dataX(map.x.from), map.dataX(map.x.to), columns, logX, logY && !onRight});
  if (!onRight) return pieces;
  for (QVector<QPointF>& piece : pieces)
    for (QPointF& point : piece) point.setY(frame.fromRight(point.y()));
  return pieces;
}

DrawKey CurveChart::Private::keyOf(const CurveEntry& entry) const {
  const Curve& curve = entry.curve;
  const PlotMap& map = frame.map;
  return {entry.data.version(),
          entry.upper.version(),
          isShown(entry),
          curve.color,
          curve.width,
          curve.style,
          curve.marker,
          map.plot,
          map.x,
          map.y,
          curve.onRight ? frame.right : Range(),
          logX,
          logY,
          entries.size()};
}

/// The dashes of all curves as one picture, made once for each state of them and each scale.
void CurveChart::Private::drawDashes(double scale) {
  if (std::exchange(dashScale, scale) == scale && !dashImage.isNull()) return;
  const QRect room = frame.map.plot.toAlignedRect();
  const QTransform toImage = QTransform::fromScale(scale, scale).translate(-room.x(), -room.y());
  LineRaster raster((QSizeF(room.size()) * scale).toSize());
  for (const auto& entry : entries) {
    if (entry->dashes.isEmpty()) continue;
    QVector<QPolygonF> dashes = entry->dashes;
    for (QPolygonF& dash : dashes) dash = toImage.map(dash);
    raster.add(dashes, entry->curve.width * scale, entry->curve.color.rgb());
  }
  dashImage = std::move(raster).image(); // its scale would be set on a copy otherwise
  dashImage.setDevicePixelRatio(scale);
}

/// What Qt's series do not draw. The markers may reach over the border of the plot.
void CurveChart::Private::paintDashes(QPainter& painter) {
  const bool any = std::any_of(entries.begin(), entries.end(),
                               [](const auto& entry) { return !entry->dashes.isEmpty(); });
  if (any) {
    drawDashes(painter.deviceTransform().m11());
    painter.drawImage(frame.map.plot.toAlignedRect().topLeft(), dashImage);
  }
  for (const auto& entry : entries) paintMarkers(painter, entry->drawn);
}

/// Earlier runs stand still while a new one grows: they cost nothing then.
void CurveChart::Private::drawEntry(CurveEntry& entry) {
  const DrawKey key = keyOf(entry);
  if (entry.key == key) return;
  entry.key = key;
  dashImage = {};
  redraw(entry);
}

void CurveChart::Private::redraw(CurveEntry& entry) {
  const Curve& curve = entry.curve;
  const PlotMap& map = frame.map;
  const double perCurve = std::max(400.0, 16000.0 / static_cast<double>(entries.size()));
  const int columns = static_cast<int>(std::clamp(map.plot.width(), 50.0, perCurve));
  std::vector<QVector<QPointF>> pieces = thinned(entry, columns);
  QVector<QPointF> upper;
  if (curve.style == Curve::Style::band) {
    const ThinView range{map.dataX(map.x.from), map.dataX(map.x.to), columns, logX, logY};
    for (const auto& piece : entry.upper.thin(range)) upper += piece;
    QVector<QPointF> lower;
    for (const auto& piece : pieces) lower += piece;
    if (lower.isEmpty()) upper.clear();
    fillArea(entry, lower, upper);
    pieces = {lower};
  }
  entry.drawn = {curve.id,     curve.name, curve.color,          curve.width, curve.style,
                 curve.marker, {},         toPixels(map, upper), {}};
  for (const auto& piece : pieces) entry.drawn.pieces.push_back(toPixels(map, piece));
  const double crowd = std::max(1.0, static_cast<double>(entries.size()) / curvesAtThatStep);
  entry.drawn.markers =
      markerPlaces(entry.drawn.pieces, curve.marker, map.plot, crowd * markerStep);
  const bool dashed = curve.style == Curve::Style::dashed || curve.style == Curve::Style::dotted;
  const bool calm = dashed && lengthOf(entry.drawn.pieces) <= longestDashed;
  QVector<QLineF> lines;
  if (calm) lines = dashes(entry.drawn.pieces, curve.style, curve.width);
  if (curve.style != Curve::Style::band)
    fillSeries(entry, calm ? std::vector<QVector<QPointF>>() : pieces);
  // A piece of one point is no line: show it as a dot.
  for (const auto& piece : entry.drawn.pieces)
    if (piece.size() == 1 && curve.style != Curve::Style::band)
      lines << QLineF(piece[0] - QPointF(2.0, 0.0), piece[0] + QPointF(2.0, 0.0))
            << QLineF(piece[0] - QPointF(0.0, 2.0), piece[0] + QPointF(0.0, 2.0));
  entry.dashes = chained(lines);
}

} // namespace layerlab
