#include "ui/widgets/inside/scatterplot.h"

#include "ui/widgets/inside/plotframe.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr double radius = 3.0; // of a few dots
constexpr double smallestRadius = 1.2;
constexpr double covered = 0.15; // of the plot, by the dots
constexpr double reach = 8.0;    // pixels around the cursor

} // namespace

ScatterPlot::ScatterPlot(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ScatterPlot::setScene(ScatterScene scene) {
  m_scene = std::move(scene);
  update();
}

void ScatterPlot::setMarked(std::optional<QPointF> at) {
  m_scene.marked = at;
  update();
}

void ScatterPlot::setWordsFor(std::function<QString(int, int)> words) {
  m_words = std::move(words);
}

void ScatterPlot::setDescription(const QString& sentence) {
  setAccessibleDescription(sentence);
}

PlotMap ScatterPlot::map() const {
  return plotFrame(m_theme, size(), m_scene.x, m_scene.y, m_scene.xTitle, m_scene.yTitle).map;
}

void ScatterPlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const PlotFrame frame =
      plotFrame(m_theme, size(), m_scene.x, m_scene.y, m_scene.xTitle, m_scene.yTitle);
  paintAxes(painter, m_theme, frame);
  if (!m_scene.backdrop.isNull()) {
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(frame.map.plot, m_scene.backdrop);
  }
  painter.setClipRect(frame.map.plot.adjusted(-radius, -radius, radius, radius));
  paintLines(painter, frame.map);
  std::size_t count = 0;
  for (const Dots& dots : m_scene.dots) count += dots.at.size();
  const double r = dotRadius(frame.map.plot.size(), count);
  for (const Dots& dots : m_scene.dots) paintDots(painter, frame.map, dots, r);
  if (!m_scene.marked) return;
  painter.setPen(QPen(m_theme.colors().text, 2.0));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(frame.map.pixel(*m_scene.marked), 2.0 * radius, 2.0 * radius);
}

double ScatterPlot::dotRadius(QSizeF plot, std::size_t dots) {
  const double room = covered * plot.width() * plot.height() / M_PI;
  return std::clamp(std::sqrt(room / static_cast<double>(std::max<std::size_t>(dots, 1))),
                    smallestRadius, radius);
}

void ScatterPlot::paintLines(QPainter& painter, const PlotMap& map) const {
  QVector<QLineF> pixels;
  for (const QLineF& line : m_scene.lines)
    pixels << QLineF(map.pixel(line.p1()), map.pixel(line.p2()));
  painter.setPen(QPen(m_scene.lineColor, 1.5));
  painter.drawLines(pixels);
}

void ScatterPlot::paintDots(QPainter& painter, const PlotMap& map, const Dots& dots,
                            double r) const {
  const double thin = r / radius; // pens shrink with their dots
  const QColor rim = m_scene.backdrop.isNull() ? m_theme.colors().surface : QColor(Qt::white);
  for (std::size_t i = 0; i < dots.at.size(); ++i) {
    if (!map.drawable(dots.at[i])) continue;
    const QColor color(dots.color.size() == 1 ? dots.color.front() : dots.color[i]);
    if (dots.hollow) {
      painter.setPen(QPen(color, 1.75 * thin));
      painter.setBrush(m_scene.backdrop.isNull() ? QBrush(Qt::NoBrush) : QBrush(rim));
    } else {
      painter.setPen(QPen(rim, 0.75 * thin));
      painter.setBrush(color);
    }
    paintMarker(painter, dots.marker.empty() ? Marker::disc : dots.marker[i], map.pixel(dots.at[i]),
                r);
  }
}

ScatterPlot::Found ScatterPlot::nearest(QPointF pixel) const {
  const PlotMap where = map();
  Found found;
  double best = reach * reach;
  for (int d = 0; d < m_scene.dots.size(); ++d)
    for (std::size_t i = 0; i < m_scene.dots[d].at.size(); ++i) {
      const QPointF off = where.pixel(m_scene.dots[d].at[i]) - pixel;
      const double distance = QPointF::dotProduct(off, off);
      if (!(distance < best)) continue;
      best = distance;
      found = {d, static_cast<int>(i)};
    }
  return found;
}

bool ScatterPlot::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip || !m_words) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const Found found = nearest(help->pos());
  if (found.dots < 0) return QWidget::event(event);
  QToolTip::showText(help->globalPos(), m_words(found.dots, found.point), this);
  return true;
}

void ScatterPlot::mousePressEvent(QMouseEvent* event) {
  const Found found = nearest(event->position());
  if (found.dots >= 0) emit pointClicked(found.dots, found.point);
  QWidget::mousePressEvent(event);
}

} // namespace layerlab

#include "moc_scatterplot.cpp"
