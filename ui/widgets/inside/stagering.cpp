#include "ui/widgets/inside/stagering.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace layerlab {
namespace {

constexpr double gapWidth = 16.0;
constexpr double returnHeight = 8.0; // of the line that leads back, below the stages

} // namespace

StageRing::StageRing(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StageRing::setNames(const QStringList& names) {
  m_names = names;
  update();
}

void StageRing::setCurrent(int stage) {
  m_current = stage;
  update();
}

void StageRing::paintEvent(QPaintEvent*) {
  const auto count = static_cast<double>(m_names.size());
  if (m_names.isEmpty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Colors& colors = m_theme.colors();
  const double wide = (width() - gapWidth * (count - 1.0)) / count;
  const double high = height() - returnHeight - 2.0;
  const auto box = [&](int i) { return QRectF(i * (wide + gapWidth), 0.0, wide, high); };
  painter.setFont(m_theme.font(9.5, QFont::DemiBold));
  const QFontMetricsF metrics(painter.font());
  for (int i = 0; i < m_names.size(); ++i) {
    const bool lit = i == m_current;
    painter.setPen(lit ? QPen(Qt::NoPen) : QPen(colors.border));
    painter.setBrush(lit ? colors.accent : i < m_current ? colors.selection : colors.raised);
    painter.drawRoundedRect(box(i).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(lit ? colors.accentText : colors.text);
    const QString words = QStringLiteral("%1 %2").arg(i + 1).arg(m_names[i]);
    painter.drawText(box(i), Qt::AlignCenter,
                     metrics.elidedText(words, Qt::ElideRight, wide - 8.0));
    if (i + 1 == m_names.size()) continue;
    painter.setPen(QPen(colors.muted, 1.5));
    const double x = box(i).right();
    painter.drawLine(QPointF(x + 4, high / 2), QPointF(x + gapWidth - 4, high / 2));
  }
  // Back from the last to the second: the same for the next batch.
  QPainterPath back(QPointF(box(static_cast<int>(m_names.size()) - 1).center().x(), high + 1.0));
  back.lineTo(back.currentPosition().x(), height() - 2.0);
  back.lineTo(box(1).center().x(), height() - 2.0);
  back.lineTo(box(1).center().x(), high + 1.0);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(m_current == m_names.size() - 1 ? colors.accent : colors.border, 1.5));
  painter.drawPath(back);
}

} // namespace layerlab
