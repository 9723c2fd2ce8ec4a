#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <string>

class QAction;
class QSplitter;
class QWidget;

namespace layerlab {

class Section;

/// How a person arranged the window for the open project: sizes, folded parts, the page in view and
/// the charts' options, as the text of a JSON object that the project keeps. What a text does not
/// say, or says of parts that are not there, stays as it is; the window itself keeps its size.
struct ProjectLayout {
  QList<QSplitter*> splitters; ///< these, the sections and the options each with an object name
  QList<Section*> sections;
  QAction* sidePanel = nullptr;
  QAction* projector = nullptr; ///< on: sizes and left panel are its business, not the project's
  QList<QWidget*> options;      ///< check boxes, switches, sliders, combo boxes
  std::function<QString()> page;
  std::function<void(const QString&)> showPage;

  std::string text() const;
  void restore(const std::string& text) const;
};

} // namespace layerlab
