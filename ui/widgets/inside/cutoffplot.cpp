#include "ui/widgets/inside/cutoffplot.h"

#include "ui/widgets/chart/axis.h"
#include "ui/widgets/inside/palette.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr double smallStep = 0.01;
constexpr double largeStep = 0.1;
constexpr double usualCutOff = 0.5;
constexpr double pale = 0.35; // of the colour, for what is on the wrong side
constexpr double side = 8.0;

} // namespace

QString CutOffPlot::sideText(const QFontMetricsF& metrics, double room, const QString& words,
                             const QString& brief) {
  for (const QString& text : {words, brief})
    if (metrics.horizontalAdvance(text) <= room) return text;
  return {};
}

CutOffPlot::CutOffPlot(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setCursor(Qt::SplitHCursor);
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CutOffPlot::setHistograms(std::vector<Histogram> byClass, const QStringList& classes) {
  m_byClass = std::move(byClass);
  m_classes = classes;
  update();
}

void CutOffPlot::setCutOff(double cutOff) {
  m_cutOff = std::clamp(cutOff, 0.0, 1.0);
  update();
}

void CutOffPlot::setMarked(std::optional<double> probability) {
  m_marked = probability;
  update();
}

/// Above: the two sides' names; below: the axis.
QRectF CutOffPlot::plot() const {
  const QFontMetricsF metrics(m_theme.font(8.5));
  return QRectF(rect()).adjusted(side, metrics.height() + 6.0, -side, -metrics.height() - 4.0);
}

double CutOffPlot::pixelOf(double probability) const {
  const QRectF area = plot();
  return area.left() + std::clamp(probability, 0.0, 1.0) * area.width();
}

void CutOffPlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_byClass.size() == 2) {
    paintBars(painter, 0);
    paintBars(painter, 1);
  }
  paintSides(painter);
  paintLine(painter);
}

void CutOffPlot::paintBars(QPainter& painter, std::size_t which) const {
  const QRectF area = plot();
  const Histogram& bars = m_byClass[which];
  const auto most = static_cast<double>(
      std::max({std::int64_t{1}, m_byClass[0].largest(), m_byClass[1].largest()}));
  const double width = area.width() / static_cast<double>(bars.counts.size());
  const QColor full = classColor(m_theme.colors(), which, 2);
  const QColor wrong = mixed(m_theme.colors().surface, full, pale);
  painter.setPen(Qt::NoPen);
  for (std::size_t bin = 0; bin < bars.counts.size(); ++bin) {
    if (bars.counts[bin] == 0) continue;
    // The root keeps a few rows visible beside thousands at the ends.
    const double height = std::max(2.0, std::sqrt(static_cast<double>(bars.counts[bin]) / most) *
                                            area.height() / 2.0);
    const double middle =
        (static_cast<double>(bin) + 0.5) / static_cast<double>(bars.counts.size());
    const bool calledOne = middle >= m_cutOff;
    painter.setBrush(calledOne == (which == 1) ? full : wrong);
    const double x = area.left() + static_cast<double>(bin) * width;
    const double y = which == 1 ? area.center().y() - height : area.center().y();
    painter.drawRect(QRectF(x + 0.5, y, std::max(1.0, width - 1.0), height));
  }
}

void CutOffPlot::paintSides(QPainter& painter) const {
  const QRectF area = plot();
  painter.setFont(m_theme.font(8.5));
  const QFontMetricsF metrics(painter.font());
  painter.setPen(m_theme.colors().border);
  painter.drawLine(QPointF(area.left(), area.center().y()),
                   QPointF(area.right(), area.center().y()));
  painter.setPen(m_theme.colors().muted);
  for (const Tick& tick : linearTicks({0.0, 1.0}, 4, false)) {
    const double x = pixelOf(tick.value);
    const double wide = metrics.horizontalAdvance(tick.label);
    const double left = std::clamp(x - wide / 2.0, 0.0, std::max(0.0, width() - wide));
    painter.drawText(QPointF(left, area.bottom() + 2.0 + metrics.ascent()), tick.label);
  }
  if (m_classes.size() != 2) return;
  const double cut = pixelOf(m_cutOff);
  const QRectF top(0, 0, width(), metrics.height());
  // Where there is no room for the words, the arrow and the class say it; else the other side does.
  const auto name = [&](int which, const QRectF& where, Qt::Alignment align, const QString& words,
                        const QString& brief) {
    painter.setPen(classColor(m_theme.colors(), static_cast<std::size_t>(which), 2));
    painter.drawText(where, align, sideText(metrics, where.width(), words, brief));
  };
  name(0, QRectF(top.left(), top.top(), cut - 6.0, top.height()), Qt::AlignRight,
       tr("← called %1").arg(m_classes[0]), QStringLiteral("← %1").arg(m_classes[0]));
  name(1, QRectF(cut + 6.0, top.top(), width() - cut - 6.0, top.height()), Qt::AlignLeft,
       tr("called %1 →").arg(m_classes[1]), QStringLiteral("%1 →").arg(m_classes[1]));
}

void CutOffPlot::paintLine(QPainter& painter) const {
  const QRectF area = plot();
  const double x = std::round(pixelOf(m_cutOff)) + 0.5;
  painter.setPen(QPen(hasFocus() ? m_theme.colors().accent : m_theme.colors().text, 2.0));
  painter.drawLine(QPointF(x, area.top() - 4.0), QPointF(x, area.bottom()));
  painter.setBrush(painter.pen().color());
  painter.setPen(Qt::NoPen);
  painter.drawEllipse(QPointF(x, area.center().y()), 5.0, 5.0);
  if (!m_marked) return;
  const double at = pixelOf(*m_marked);
  QPainterPath arrow(QPointF(at, area.bottom() - 8.0));
  arrow.lineTo(at - 5.0, area.bottom());
  arrow.lineTo(at + 5.0, area.bottom());
  painter.fillPath(arrow, m_theme.colors().text);
}

void CutOffPlot::moveTo(double cutOff) {
  // Whole per cents: what the code line below says is then exactly what is counted.
  const double next = std::round(std::clamp(cutOff, 0.0, 1.0) * 100.0) / 100.0;
  if (next == m_cutOff) return;
  setCutOff(next);
  emit cutOffMoved(next);
}

void CutOffPlot::mousePressEvent(QMouseEvent* event) {
  mouseMoveEvent(event);
}

void CutOffPlot::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & Qt::LeftButton)) return;
  moveTo((event->position().x() - plot().left()) / std::max(1.0, plot().width()));
}

void CutOffPlot::keyPressEvent(QKeyEvent* event) {
  const double step = event->modifiers() & Qt::ShiftModifier ? largeStep : smallStep;
  switch (event->key()) {
  case Qt::Key_Left:
    return moveTo(m_cutOff - step);
  case Qt::Key_Right:
    return moveTo(m_cutOff + step);
  case Qt::Key_Home:
    return moveTo(usualCutOff);
  default:
    QWidget::keyPressEvent(event);
  }
}

void CutOffPlot::focusInEvent(QFocusEvent* event) {
  update();
  QWidget::focusInEvent(event);
}

void CutOffPlot::focusOutEvent(QFocusEvent* event) {
  update();
  QWidget::focusOutEvent(event);
}

} // namespace layerlab

#include "moc_cutoffplot.cpp"
