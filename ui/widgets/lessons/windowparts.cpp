#include "ui/widgets/lessons/windowparts.h"

#include "core/lesson/lesson.h"
#include "ui/widgets/panels/form.h"

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

} // namespace

QWidget* windowPart(const QWidget* window, const QString& word) {
  for (const LessonWord& known : lessonHighlights())
    if (word == QLatin1String(known.word))
      return window->findChild<QWidget*>(QLatin1String(known.meaning));
  return nullptr;
}

QWidget* wholePart(QWidget* part) {
  QWidget* above = part ? part->parentWidget() : nullptr;
  return above && dynamic_cast<Field*>(above) ? above : part;
}

void setPartShown(QWidget* part, bool shown) {
  if (const Tab tab = tabOf(part); tab.index >= 0)
    tab.tabs->setTabVisible(tab.index, shown);
  else
    part->setVisible(shown);
}

bool isPartShown(const QWidget* part) {
  const Tab tab = tabOf(part);
  return tab.index >= 0 ? tab.tabs->isTabVisible(tab.index) : !part->isHidden();
}

} // namespace layerlab
