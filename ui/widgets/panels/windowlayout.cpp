#include "ui/widgets/panels/windowlayout.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/windowmemory.h"

#include <QSplitter>

namespace layerlab {

namespace {
const QString geometryKey = QStringLiteral("geometry");
const QString foldedKey = QStringLiteral("folded");
} // namespace

void WindowLayout::restore() const {
  window->resize(1280, 720);
  window->restoreGeometry(windowmemory::value(geometryKey).toByteArray());
  for (QSplitter* splitter : splitters)
    splitter->restoreState(windowmemory::value(splitter->objectName()).toByteArray());
  const QStringList folded = windowmemory::value(foldedKey).toStringList();
  for (Section* section : sections) section->setFolded(folded.contains(section->objectName()));
}

void WindowLayout::reset() const {
  for (int i = 0; i < splitters.size(); ++i) splitters[i]->setSizes(usual.value(i));
  for (Section* section : sections) section->setFolded(false);
  if (!window->isMaximized() && !window->isFullScreen()) window->resize(1280, 720);
  remember();
}

void WindowLayout::remember() const {
  windowmemory::setValue(geometryKey, window->saveGeometry());
  for (const QSplitter* splitter : splitters)
    windowmemory::setValue(splitter->objectName(), splitter->saveState());
  QStringList folded;
  for (const Section* section : sections)
    if (section->isFolded()) folded << section->objectName();
  windowmemory::setValue(foldedKey, folded);
}

} // namespace layerlab
