#pragma once

#include "ui/widgets/chart/chartpaint.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/chart/curvedata.h"

#include <QChartView>
#include <QGraphicsItem>
#include <QLabel>
#include <QPointer>

#include <functional>
#include <map>
#include <optional>
#include <vector>

class QAreaSeries;
class QChart;
class QLineSeries;
class QValueAxis;
class QXYSeries;

namespace layerlab {

class LegendRow;
class ReadOutCard;

/// A graphics item that is a function: grid below the curves, dashes, markers and marks above.
class PaintedItem : public QGraphicsItem {
public:
  PaintedItem(QGraphicsItem* parent, double z, std::function<void(QPainter&)> paint);
  void setRect(const QRectF& rect);
  QRectF boundingRect() const override { return m_rect; }
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
  QRectF m_rect;
  std::function<void(QPainter&)> m_paint;
};

/// Hands the pointer on; Qt Charts' own zooming does not know log axes.
class PlotView : public QChartView {
  Q_OBJECT
public:
  PlotView(QChart* chart, QWidget* parent);

signals:
  void resized();
  void aboutToPaint();
  void hovered(QPointF at);
  void left();
  void pressedAt(QPointF at);
  void draggedBy(QPointF by);
  void clickedAt(QPointF at);
  void doubleClicked();
  void wheeled(QPointF at, double turns);

protected:
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;

private:
  QPointF m_pressed;
  QPointF m_last;
  bool m_down = false;
  bool m_dragging = false;
};

/// All that a drawn curve depends on: equal keys, equal pictures.
struct DrawKey {
  std::size_t data = 0;
  std::size_t upper = 0;
  bool shown = false;
  QColor color;
  double width = 0.0;
  Curve::Style style = Curve::Style::solid;
  Marker marker = Marker::none;
  QRectF plot;
  Range x;
  Range y;
  Range right; ///< for curves of the right axis
  bool logX = false;
  bool logY = false;
  std::size_t curves = 0; ///< how many share the room
  bool operator==(const DrawKey&) const = default;
};

/// One curve with its data and its Qt series.
struct CurveEntry {
  Curve curve; ///< points and upper stay empty: they live in data
  CurveData data;
  CurveData upper;
  std::vector<QLineSeries*> lines; ///< one per piece between gaps; solid curves only
  QAreaSeries* area = nullptr;     ///< bands only
  DrawnCurve drawn;
  QVector<QPolygonF> dashes;
  std::optional<DrawKey> key; ///< of what is drawn now
};

class CurveChart::Private {
public:
  Private(CurveChart& chart, const Theme& theme);
  ~Private();

  // Data.
  void takeCurves(const QVector<Curve>& curves);
  CurveEntry* entryOf(const QString& id);
  bool isShown(const CurveEntry& entry) const;
  bool hasPoints() const;
  std::vector<const DrawnCurve*> drawnCurves() const; ///< those in view

  // Refreshing: requests pile up and are done once.
  void later();
  void refresh();
  void restyle();
  void connectView();

  // Ranges, in axis units.
  Range spanX() const; ///< from the first to the last value
  Range autoX() const;
  Range autoY() const;
  Range autoRight() const;
  bool hasRight() const;
  void setView(Range x, Range y);
  void zoomAt(QPointF pixel, double factor, bool onlyX, bool onlyY);
  void pan(double xShare, double yShare);
  bool wholeX() const;
  bool binaryX() const;

  // Read-out.
  ReadOut readOut(double x) const;
  std::optional<double> nearestX(double x) const;
  void showReadOut(std::optional<double> x);
  void placeCard(); ///< its figures, where it stands now
  void stepReadOut(int step);
  void click(QPointF at);
  const ChartMark* markAt(QPointF at) const;

  // Files.
  void paintAll(QPainter& painter, QSizeF size);

  CurveChart& q;
  const Theme& theme;
  QChart* chart;
  PlotView* view;
  QValueAxis* xAxis;
  QValueAxis* yAxis;
  LegendRow* legend;
  QLabel* emptyLabel;
  PaintedItem* grid;
  PaintedItem* dashItem;
  PaintedItem* overlay;
  QPointer<ReadOutCard> card; ///< of the window, which may go first

  std::vector<std::unique_ptr<CurveEntry>> entries;
  QVector<ChartMark> marks;
  ChartFrame frame;
  QString emptyText;
  std::function<Notes(double)> notes;
  bool axisWhenEmpty = false;
  bool logX = false;
  bool logY = false;
  std::optional<double> xFrom;
  std::optional<double> xTo;
  std::optional<Range> viewX; ///< the person zoomed or panned
  std::optional<Range> viewY;
  std::optional<double> readOutX;
  bool pending = false;
  QImage dashImage;       ///< null: to be drawn
  double dashScale = 1.0; ///< its pixels in one of ours

private:
  void layOutFrame(QSizeF size);
  void dropTicksOutside();
  void drawDashes(double scale);
  void paintDashes(QPainter& painter);
  void drawEntry(CurveEntry& entry);
  void redraw(CurveEntry& entry);
  DrawKey keyOf(const CurveEntry& entry) const;
  std::vector<QVector<QPointF>> thinned(const CurveEntry& entry, int columns) const;
  void fillSeries(CurveEntry& entry, const std::vector<QVector<QPointF>>& pieces);
  void fillArea(CurveEntry& entry, const QVector<QPointF>& lower, const QVector<QPointF>& upper);
  QLineSeries* newLine();
  void dropSeries(CurveEntry& entry);
};

} // namespace layerlab
