#include "ui/widgets/lessons/windowparts.h"

#include "core/lesson/lesson.h"
#include "ui/widgets/panels/form.h"

#include <QAction>
#include <QTabWidget>

namespace layerlab {
namespace {

struct Tab {
  QTabWidget* tabs = nullptr;
  int index = -1;
};

/// The tab of a page; its index is -1 for everything else.
Tab tabOf(const QWidget* part) {
  for (QWidget* above = part->parentWidget(); above; above = above->parentWidget())
    if (auto* tabs = qobject_cast<QTabWidget*>(above))
      return {tabs, tabs->indexOf(const_cast<QWidget*>(part))};
  return {};
}

/// A page that is not shown has no menu entry and no shortcut either.
void refreshPageActions(const QTabWidget* pages) {
  for (int i = 0; i < pages->count(); ++i) {
    const QString page = pages->widget(i)->objectName().remove(QStringLiteral("Page"));
    auto* action = pages->window()->findChild<QAction*>(
        QStringLiteral("view%1%2").arg(page.left(1).toUpper(), page.mid(1)));
    if (!action) continue; // tabs inside a page
    const bool shown = !pages->isHidden() && pages->isTabVisible(i);
    action->setVisible(shown);
    action->setEnabled(shown);
  }
}

} // namespace

QWidget* windowPart(const QWidget* window, const QString& word) {
  for (const LessonPart& known : lessonHighlights())
    if (word == QLatin1String(known.word))
      return window->findChild<QWidget*>(QLatin1String(known.widget));
  return nullptr;
}

QWidget* wholePart(QWidget* part) {
  QWidget* above = part ? part->parentWidget() : nullptr;
  return above && dynamic_cast<Field*>(above) ? above : part;
}

void setPartShown(QWidget* part, bool shown) {
  const Tab tab = tabOf(part);
  if (tab.index >= 0)
    tab.tabs->setTabVisible(tab.index, shown);
  else
    part->setVisible(shown);
  const QTabWidget* pages = tab.index >= 0 ? tab.tabs : qobject_cast<QTabWidget*>(part);
  if (pages) refreshPageActions(pages);
}

bool isPartShown(const QWidget* part) {
  const Tab tab = tabOf(part);
  return tab.index >= 0 ? tab.tabs->isTabVisible(tab.index) : !part->isHidden();
}

} // namespace layerlab
