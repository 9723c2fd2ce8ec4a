#pragma once

#include <QColor>
#include <QPointF>
#include <QString>
#include <QVector>
#include <QWidget>

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
  double width = 2.0;
  QVector<QPointF> points;
  QVector<QPointF> upper; ///< band only: `points` is the lower edge
  bool inLegend = true;
};

/// A marked place: a ring with words ("best epoch 42", "elbow: 8 units").
struct ChartMark {
  QString id;
  QPointF at;
  QString text;
  QColor color;
  enum class Shape { ring, diamond, dot, cross } shape = Shape::ring;
  bool line = false; ///< a vertical line through it as well
};

/// Loss and elbow curves on Qt Charts: legend of its own, log axes, hover read-out with a vertical
/// line and all values, wheel zoom, drag pan, double click resets. Cost per frame depends on the
/// width of the plot, not on the number of points.
class CurveChart : public QWidget {
  Q_OBJECT
public:
  explicit CurveChart(const Theme& theme, QWidget* parent = nullptr);
  ~CurveChart() override;

  void setTitles(const QString& xTitle, const QString& yTitle);
  void setCurves(const QVector<Curve>& curves);
  void setMarks(const QVector<ChartMark>& marks);
  void setLogX(bool on); ///< base 2 tick labels when the values are powers of two
  void setLogY(bool on); ///< values <= 0 become gaps
  /// Range of x when there is nothing to show yet or to leave room for what is coming.
  void setXRange(std::optional<double> from, std::optional<double> to);
  /// Shown in the middle while there are no points.
  void setEmptyText(const QString& text);
  void resetZoom();
  /// One sentence for screen readers, also the widget's accessible description.
  void setDescription(const QString& text);

  bool exportPng(const QString& path, double scale = 2.0);
  bool exportSvg(const QString& path);
  bool exportPdf(const QString& path);

signals:
  /// A click on the point nearest to the cursor, in data coordinates.
  void pointClicked(const QString& curveId, QPointF at);

private:
  class Private;
  std::unique_ptr<Private> d;
};

} // namespace layerlab
