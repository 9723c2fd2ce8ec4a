#pragma once

#include <QList>
#include <QSize>

#include <optional>

class QSplitter;
class QWidget;

namespace layerlab {

class Section;

/// The parts of a window whose sizes are remembered.
struct WindowLayout {
  QWidget* window = nullptr;
  QList<QSplitter*> splitters; ///< each with an object name
  QList<Section*> sections;

  void restore() const;
  void remember() const;
  /// As on the first day; what is remembered is forgotten.
  void reset() const;

  QList<QList<int>> usual; ///< sizes of the splitters on the first day

  /// Of the window on the first day; nullopt: all of a screen that has no more room than that.
  static std::optional<QSize> firstSize(QSize room);
  /// Somebody looks at a screen: without one its size means nothing.
  static bool isSeen();

private:
  void takeFirstSize() const;
};

} // namespace layerlab
