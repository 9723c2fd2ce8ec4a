#pragma once

#include "core/insight/ranking.h"

#include <QWidget>

#include <vector>

namespace layerlab {

class Theme;

/// The ROC curve with the point of the present cut-off; the diagonal is guessing.
class RocPlot : public QWidget {
  Q_OBJECT
public:
  explicit RocPlot(const Theme& theme, QWidget* parent = nullptr);

  /// Empty: one of the classes has no row, and the plot says so.
  void setCurve(std::vector<RocPoint> points, double auc);
  void setPoint(double falsePositiveRate, double truePositiveRate);
  QSize sizeHint() const override { return {200, 200}; }
  QSize minimumSizeHint() const override { return {120, 96}; }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const Theme& m_theme;
  std::vector<RocPoint> m_points;
  double m_auc = 0.0;
  QPointF m_point;
};

} // namespace layerlab
