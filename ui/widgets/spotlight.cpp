#include "ui/widgets/spotlight.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QScrollArea>

namespace layerlab {
namespace {

constexpr int margin = 4;

/// What of the window shows a widget: a panel that scrolls hides what is scrolled away.
QRect seenThrough(const QWidget* target) {
  QRect seen = target->window()->rect();
  for (const QWidget* above = target->parentWidget(); above; above = above->parentWidget())
    if (const auto* area = qobject_cast<const QScrollArea*>(above)) {
      const QWidget* view = area->viewport();
      seen &= QRect(view->mapTo(target->window(), QPoint()), view->size());
    }
  return seen;
}

} // namespace

Spotlight::Spotlight(const Theme& theme, QWidget* window) : QWidget(window), m_theme(theme) {
  setObjectName(QStringLiteral("spotlight"));
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  hide();
  connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void Spotlight::point(QWidget* target) {
  if (target == m_target) return follow();
  if (m_target) qApp->removeEventFilter(this);
  m_target = target;
  if (!target) return hide();
  for (QWidget* above = target->parentWidget(); above; above = above->parentWidget())
    if (auto* area = qobject_cast<QScrollArea*>(above)) area->ensureWidgetVisible(target, 8, 24);
  qApp->installEventFilter(this); // whatever moves it, it is one of its parents
  follow();
}

void Spotlight::follow() {
  if (!m_target || !m_target->isVisible()) return hide();
  const QRect place(m_target->mapTo(window(), QPoint()), m_target->size());
  const QRect seen = seenThrough(m_target);
  if (!seen.intersects(place)) return hide();
  setGeometry(place.adjusted(-margin, -margin, margin, margin) &
              seen.adjusted(-margin, -margin, margin, margin) & window()->rect());
  show();
  raise();
}

bool Spotlight::eventFilter(QObject* watched, QEvent* event) {
  const bool moves = event->type() == QEvent::Move || event->type() == QEvent::Resize ||
                     event->type() == QEvent::Show || event->type() == QEvent::Hide;
  if (moves && m_target && watched != this && watched->isWidgetType() &&
      (watched == m_target || static_cast<QWidget*>(watched)->isAncestorOf(m_target)))
    follow();
  return false;
}

void Spotlight::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(m_theme.colors().accent, 2.5));
  painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 8, 8);
}

} // namespace layerlab

#include "moc_spotlight.cpp"
