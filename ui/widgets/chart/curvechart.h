#pragma once

#include "ui/widgets/chart/marker.h"

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <QVector>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace layerlab {

class Theme;

/// One line of a CurveChart. Points must have rising x; non-finite y are gaps. Any number of points
/// may be given: the chart thins them to the plot's width.
struct Curve {
  QString id;   ///< stable; a curve with the same id is updated in place
  QString name; ///< in the legend
  QColor color;
  enum class Style { solid, dashed, dotted, band } style = Style::solid;
  Marker marker = Marker::none; ///< on the line, here and there
  double width = 2.0;
  QVector<QPointF> points;
  QVector<QPointF> upper; ///< band only: `points` is the lower edge
  QStringList edges;      ///< band only: names of the lower and the upper edge in the read-out
  bool inLegend = true;
  bool onRight = false; ///< against an axis of its own at the right, linear and always whole
};

/// A marked place: a ring with words ("best epoch 42", "elbow: 8 units"). Where the value is not a
/// number the place is at the upper edge: with y = infinity the shape too, with NaN words only.
struct ChartMark {
  QString id;
  QPointF at;
  QString text;
  QColor color;
  enum class Shape { ring, diamond, dot, cross } shape = Shape::ring;
  bool line = false; ///< a vertical line through it as well
};

/// Loss and elbow curves on Qt Charts: legend of its own, log axes, hover read-out with a vertical
/// line and all values, wheel zoom (over an axis: that axis only), drag pan, double click resets.
/// Keyboard: arrows pan, +/- zoom, 0 resets, Shift+Left/Right moves the read-out, Escape ends it.
/// Cost per frame depends on the width of the plot, not on the number of points.
class CurveChart : public QWidget {
  Q_OBJECT
public:
  explicit CurveChart(const Theme& theme, QWidget* parent = nullptr);
  ~CurveChart() override;

  void setTitles(const QString& xTitle, const QString& yTitle);
  void setRightTitle(const QString& title);
  /// Off: whoever owns the chart says elsewhere which line is which.
  void setLegendShown(bool on);
  /// Takes the points over, so the caller's vectors stay unshared. Growing curves cost only their
  /// new points: give the same id and the old points in front.
  void setCurves(const QVector<Curve>& curves);
  /// Adds points behind those of a curve set before; unknown ids are ignored.
  void appendPoints(const QString& curveId, const QVector<QPointF>& points);
  /// The person may hide curves in the legend; hidden ones do not count for the range.
  void setCurveHidden(const QString& curveId, bool hidden);
  bool isCurveHidden(const QString& curveId) const;
  void setMarks(const QVector<ChartMark>& marks);
  void setLogX(bool on); ///< base 2 tick labels when the values are powers of two
  void setLogY(bool on); ///< values <= 0 become gaps
  /// Range of x when there is nothing to show yet or to leave room for what is coming.
  void setXRange(std::optional<double> from, std::optional<double> to);
  /// Shown in the middle while there are no points.
  void setEmptyText(const QString& text);
  /// Numbers on the x axis while there are no points too, so that a place on it can be chosen.
  void setAxisWhenEmpty(bool on);
  /// More lines of the read-out at an x: name and value.
  using Notes = QVector<QPair<QString, QString>>;
  void setReadOutNotes(std::function<Notes(double x)> notes);
  void resetZoom();
  /// Shows exactly this stretch, in data, as if the person had zoomed there. False: there is no
  /// such stretch (backward, not finite, not above zero on a log axis).
  bool showRange(double xFrom, double xTo, double yFrom, double yTo);
  /// One sentence for screen readers, also the widget's accessible description.
  void setDescription(const QString& text);

  /// Axis ranges in data as shown now; always finite, from < to.
  QRectF visibleRange() const;
  /// What the read-out says at this x: the x, then "name value" for each curve; empty: no curves.
  QStringList readOutAt(double x) const;
  /// Points drawn after thinning, over all curves.
  int drawnPoints() const;

  /// The chart with its legend, fitted to `size`; in view or not.
  QImage picture(QSize size, double scale);
  /// The same as large as it is in view, for files; false: the file could not be written.
  bool exportPng(const QString& path, double scale = 2.0);
  bool exportSvg(const QString& path);
  bool exportPdf(const QString& path);

signals:
  /// A click on the point nearest to the cursor, in data coordinates.
  void pointClicked(const QString& curveId, QPointF at);
  /// Another stretch is shown because the person zoomed, panned or reset.
  void rangeChanged();
  /// A click on a mark; then pointClicked does not follow.
  void markClicked(const QString& markId);
  /// A click anywhere in the plot, before the other two.
  void plotClicked(QPointF at);
  /// Return was pressed while the read-out stands at x.
  void readOutChosen(double x);

protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

private:
  class Private;
  std::unique_ptr<Private> d;
};

} // namespace layerlab
