#pragma once

#include <QList>

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
};

} // namespace layerlab
