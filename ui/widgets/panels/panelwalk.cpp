#include "ui/widgets/panels/panelwalk.h"

#include <QApplication>
#include <QWidget>

namespace layerlab {
namespace {

bool takesFocus(const QWidget* widget) {
  return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

/// The first widget of a panel that takes the focus, in tab order; null: none.
QWidget* firstInside(QWidget* panel) {
  if (takesFocus(panel)) return panel;
  for (QWidget* next = panel->nextInFocusChain(); next != panel; next = next->nextInFocusChain())
    if (panel->isAncestorOf(next) && takesFocus(next)) return next;
  return nullptr;
}

qsizetype panelWithFocus(const QList<QWidget*>& panels) {
  const QWidget* focus = QApplication::focusWidget();
  for (qsizetype i = 0; focus && i < panels.size(); ++i)
    if (panels[i] == focus || panels[i]->isAncestorOf(focus)) return i;
  return -1;
}

} // namespace

void stepFocus(const QList<QWidget*>& panels, int direction) {
  const qsizetype count = panels.size();
  const qsizetype at = panelWithFocus(panels);
  const qsizetype start = at < 0 && direction < 0 ? 0 : at;
  for (qsizetype step = 1; step <= count; ++step) {
    const qsizetype next = ((start + direction * step) % count + count) % count;
    QWidget* inside = panels[next]->isVisible() ? firstInside(panels[next]) : nullptr;
    if (!inside) continue;
    inside->setFocus(direction > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return;
  }
}

} // namespace layerlab
