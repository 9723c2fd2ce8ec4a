#pragma once

#include "ui/widgets/chart/axis.h"
#include "ui/widgets/chart/marker.h"

#include <QColor>
#include <QImage>
#include <QLineF>
#include <QPointF>
#include <QString>
#include <QStringList>
#include <QVector>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace layerlab {

class Theme;

/// Points of one kind: full, or hollow for what the network was not trained on.
struct Dots {
  std::vector<QPointF> at;    ///< in data
  std::vector<QRgb> color;    ///< one per point, or one for all
  std::vector<Marker> marker; ///< one per point, or empty: discs
  bool hollow = false;
};

/// Everything a ScatterPlot shows.
struct ScatterScene {
  Range x;
  Range y;
  QString xTitle;
  QString yTitle;
  QVector<Dots> dots;
  QImage backdrop;           ///< stretched over the whole range
  std::vector<QLineF> lines; ///< in data: a diagonal, a border between classes
  QColor lineColor;
  std::optional<QPointF> marked; ///< a ring around one place
};

/// A cloud of points over an optional coloured plane. Says the point under the cursor.
class ScatterPlot : public QWidget {
  Q_OBJECT
public:
  explicit ScatterPlot(const Theme& theme, QWidget* parent = nullptr);

  void setScene(ScatterScene scene);
  const ScatterScene& scene() const { return m_scene; }
  void setMarked(std::optional<QPointF> at);
  /// Words for the tool tip of one point: which of `dots`, which point.
  void setWordsFor(std::function<QString(int dots, int point)> words);
  /// One sentence for screen readers.
  void setDescription(const QString& sentence);
  /// Of a dot among so many: together they cover at most a part of the picture behind them.
  static double dotRadius(QSizeF plot, std::size_t dots);
  QSize sizeHint() const override { return {240, 200}; }
  QSize minimumSizeHint() const override { return {120, 96}; }

signals:
  void pointClicked(int dots, int point);

protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

private:
  struct Found {
    int dots = -1;
    int point = -1;
  };
  Found nearest(QPointF pixel) const;
  PlotMap map() const;
  void paintDots(QPainter& painter, const PlotMap& map, const Dots& dots, double radius) const;
  void paintLines(QPainter& painter, const PlotMap& map) const;

  const Theme& m_theme;
  ScatterScene m_scene;
  std::function<QString(int, int)> m_words;
};

} // namespace layerlab
