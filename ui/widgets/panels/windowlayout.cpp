#include "ui/widgets/panels/windowlayout.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/windowmemory.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSplitter>

namespace layerlab {

namespace {
const QString geometryKey = QStringLiteral("geometry");
const QString foldedKey = QStringLiteral("folded");
constexpr QSize usualSize{1280, 720};
constexpr QSize frameRoom{20, 60}; ///< for the frame and title that the window manager adds
} // namespace

std::optional<QSize> WindowLayout::firstSize(QSize room) {
  const QSize needed = usualSize + frameRoom;
  const bool fits = room.width() >= needed.width() && room.height() >= needed.height();
  return fits ? std::optional(usualSize) : std::nullopt;
}

bool WindowLayout::isSeen() {
  const QString platform = QGuiApplication::platformName();
  return platform != QLatin1String("offscreen") && platform != QLatin1String("minimal");
}

/// Never over the edge of a small screen: there the window takes all of it.
void WindowLayout::takeFirstSize() const {
  const QSize room = isSeen() ? window->screen()->availableSize() : usualSize + frameRoom;
  const std::optional<QSize> size = firstSize(room);
  window->resize(size.value_or(usualSize.boundedTo(room)));
  if (!size) window->setWindowState(window->windowState() | Qt::WindowMaximized);
}

void WindowLayout::restore() const {
  takeFirstSize();
  window->restoreGeometry(windowmemory::value(geometryKey).toByteArray());
  for (QSplitter* splitter : splitters)
    splitter->restoreState(windowmemory::value(splitter->objectName()).toByteArray());
  const QStringList folded = windowmemory::value(foldedKey).toStringList();
  for (Section* section : sections) section->setFolded(folded.contains(section->objectName()));
}

void WindowLayout::reset() const {
  for (int i = 0; i < splitters.size(); ++i) splitters[i]->setSizes(usual.value(i));
  for (Section* section : sections) section->setFolded(false);
  if (!window->isMaximized() && !window->isFullScreen()) takeFirstSize();
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
