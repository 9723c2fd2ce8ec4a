#include "ui/widgets/inside/stagering.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace layerlab {
namespace {

constexpr double gapWidth = 16.0;
constexpr double wordsEdge = 12.0;   // of a stage, left and right of its words together
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

/// All names where there is room for them, else that of the present stage and of the others the
/// numbers.
QVector<StageRing::Stage> StageRing::stages() const {
  QVector<Stage> out;
  const QFontMetricsF metrics(stageFont());
  double needed = 0.0;
  for (int i = 0; i < m_names.size(); ++i) {
    const QString words = QStringLiteral("%1 %2").arg(i + 1).arg(m_names[i]);
    out << Stage{{0, 0, metrics.horizontalAdvance(words) + wordsEdge, 0}, words};
    needed += out.back().box.width();
  }
  const double room = width() - gapWidth * static_cast<double>(out.size() - 1);
  const int named = std::max(0, m_current);
  const bool narrow = needed > room;
  for (int i = 0; narrow && i < out.size(); ++i) {
    if (i == named) continue;
    needed -= out[i].box.width();
    out[i].words = QString::number(i + 1);
    out[i].box.setWidth(metrics.horizontalAdvance(out[i].words) + wordsEdge);
    needed += out[i].box.width();
  }
  const double even = room / static_cast<double>(out.size());
  const bool alike = std::all_of(out.begin(), out.end(),
                                 [even](const Stage& stage) { return stage.box.width() <= even; });
  const double extra = (room - needed) / static_cast<double>(out.size());
  double left = 0.0;
  for (Stage& stage : out) {
    const double wide = alike ? even : stage.box.width() + extra;
    stage.box = {left, 0.0, wide, height() - returnHeight - 2.0};
    left = stage.box.right() + gapWidth;
  }
  return out;
}

QStringList StageRing::shownWords() const {
  QStringList words;
  for (const Stage& stage : stages()) words << stage.words;
  return words;
}

QFont StageRing::stageFont() const {
  return m_theme.font(9.5, QFont::DemiBold);
}

void StageRing::paintEvent(QPaintEvent*) {
  const QVector<Stage> all = stages();
  if (all.isEmpty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Colors& colors = m_theme.colors();
  const double high = all.front().box.height();
  painter.setFont(stageFont());
  for (int i = 0; i < all.size(); ++i) {
    const QRectF& box = all[i].box;
    const bool lit = i == m_current;
    painter.setPen(lit ? QPen(Qt::NoPen) : QPen(colors.border));
    painter.setBrush(lit ? colors.accent : i < m_current ? colors.selection : colors.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(lit ? colors.accentText : colors.text);
    painter.drawText(box, Qt::AlignCenter, all[i].words);
    if (i + 1 == all.size()) continue;
    painter.setPen(QPen(colors.muted, 1.5));
    painter.drawLine(QPointF(box.right() + 4, high / 2),
                     QPointF(box.right() + gapWidth - 4, high / 2));
  }
  // Back from the last to the second: the same for the next batch.
  QPainterPath back(QPointF(all.back().box.center().x(), high + 1.0));
  back.lineTo(back.currentPosition().x(), height() - 2.0);
  back.lineTo(all[1].box.center().x(), height() - 2.0);
  back.lineTo(all[1].box.center().x(), high + 1.0);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(m_current == m_names.size() - 1 ? colors.accent : colors.border, 1.5));
  painter.drawPath(back);
}

} // namespace layerlab

#include "moc_stagering.cpp"
