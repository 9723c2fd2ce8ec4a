#include "ui/widgets/inside/evolutionplot.h"

#include "ui/widgets/inside/plotframe.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace layerlab {

EvolutionPlot::EvolutionPlot(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&theme, &Theme::changed, this, [this] {
    draw();
    update();
  });
}

void EvolutionPlot::setColumns(std::vector<Histogram> columns, std::vector<double> means,
                               std::vector<int> epochs) {
  m_columns = std::move(columns);
  m_means = std::move(means);
  m_epochs = std::move(epochs);
  draw();
  update();
}

void EvolutionPlot::setTitle(const QString& title) {
  m_title = title;
  update();
}

void EvolutionPlot::setShownEpoch(std::optional<int> epoch) {
  m_shown = epoch;
  update();
}

/// The square root of the share of the fullest bin: rare numbers stay visible.
void EvolutionPlot::draw() {
  m_image = {};
  if (m_columns.empty()) return;
  const auto bins = static_cast<int>(m_columns.front().counts.size());
  m_image = QImage(static_cast<int>(m_columns.size()), bins, QImage::Format_RGB32);
  const Colors& colors = m_theme.colors();
  std::array<QRgb, 64> shades{};
  for (std::size_t i = 0; i < shades.size(); ++i)
    shades[i] = mixed(colors.surface, colors.accent,
                      static_cast<double>(i) / static_cast<double>(shades.size() - 1))
                    .rgb();
  for (int x = 0; x < m_image.width(); ++x) {
    const Histogram& column = m_columns[static_cast<std::size_t>(x)];
    const auto most = static_cast<double>(std::max<std::int64_t>(1, column.largest()));
    for (int bin = 0; bin < bins; ++bin) {
      const auto count = static_cast<double>(column.counts[static_cast<std::size_t>(bin)]);
      const auto shade = static_cast<std::size_t>(std::sqrt(count / most) * (shades.size() - 1));
      m_image.setPixel(x, bins - 1 - bin, shades[shade]);
    }
  }
}

void EvolutionPlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_columns.empty()) return;
  const double last = m_epochs.back() + 1.0;
  const PlotFrame frame =
      plotFrame(m_theme, size(), {static_cast<double>(m_epochs.front()), last},
                {m_columns.front().low, m_columns.front().high}, tr("epoch"), m_title);
  painter.drawImage(frame.map.plot, m_image);
  paintAxes(painter, m_theme, frame);
  // Columns are equally wide; so are the places of the means.
  const double wide = frame.map.plot.width() / static_cast<double>(m_columns.size());
  QVector<QPointF> means;
  for (std::size_t i = 0; i < m_means.size(); ++i)
    means << QPointF(frame.map.plot.left() + (static_cast<double>(i) + 0.5) * wide,
                     frame.map.pixelY(m_means[i]));
  painter.setPen(QPen(m_theme.colors().negative, 1.5));
  painter.drawPolyline(means.constData(), static_cast<int>(means.size()));
  if (!m_shown) return;
  const double x = frame.map.pixelX(*m_shown + 0.5);
  painter.setPen(QPen(m_theme.colors().text, 1.5));
  painter.drawLine(QPointF(x, frame.map.plot.top()), QPointF(x, frame.map.plot.bottom()));
}

} // namespace layerlab

#include "moc_evolutionplot.cpp"
