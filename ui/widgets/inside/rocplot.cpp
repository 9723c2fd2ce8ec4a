#include "ui/widgets/inside/rocplot.h"

#include "ui/widgets/inside/plotframe.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace layerlab {

RocPlot::RocPlot(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RocPlot::setCurve(std::vector<RocPoint> points, double auc) {
  m_points = std::move(points);
  m_auc = auc;
  update();
}

void RocPlot::setPoint(double falsePositiveRate, double truePositiveRate) {
  m_point = {falsePositiveRate, truePositiveRate};
  update();
}

void RocPlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Colors& colors = m_theme.colors();
  const PlotFrame frame = plotFrame(m_theme, size(), {0.0, 1.0}, {0.0, 1.0},
                                    tr("false positive rate"), tr("true positive rate"));
  paintAxes(painter, m_theme, frame);
  if (m_points.empty()) {
    painter.setPen(colors.muted);
    painter.drawText(frame.map.plot, Qt::AlignCenter | Qt::TextWordWrap,
                     tr("ROC needs rows of both classes"));
    return;
  }
  painter.setPen(QPen(colors.baseline, 1.0));
  painter.drawLine(frame.map.pixel({0, 0}), frame.map.pixel({1, 1}));
  QVector<QPointF> line;
  for (const RocPoint& point : m_points)
    line << frame.map.pixel({point.falsePositiveRate, point.truePositiveRate});
  painter.setPen(QPen(colors.accent, 2.0));
  painter.drawPolyline(line.constData(), static_cast<int>(line.size()));
  painter.setPen(QPen(colors.surface, 1.5));
  painter.setBrush(colors.text);
  painter.drawEllipse(frame.map.pixel(m_point), 5.0, 5.0);
  painter.setPen(colors.text);
  painter.setFont(m_theme.font(10, QFont::DemiBold));
  painter.drawText(frame.map.plot.adjusted(0, 0, -4, -4), Qt::AlignRight | Qt::AlignBottom,
                   tr("AUC %1").arg(Words::figure(m_auc)));
}

} // namespace layerlab

#include "moc_rocplot.cpp"
