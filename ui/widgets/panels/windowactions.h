#pragma once

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QObject>
#include <QVector>

namespace layerlab {

class Theme;
class Workbench;

/// Menus and their actions, with shortcuts and words; what they do is connected by the window.
class WindowActions : public QObject {
  Q_OBJECT
public:
  WindowActions(const Theme& theme, QMainWindow* window);

  QAction* open = nullptr;
  QAction* makeData = nullptr;
  QAction* reload = nullptr;
  QAction* save = nullptr;
  QAction* saveAs = nullptr;
  QAction* embedData = nullptr;
  QAction* quit = nullptr;
  QAction* undo = nullptr;
  QAction* redo = nullptr;
  QAction* copyPicture = nullptr;
  QAction* pasteTable = nullptr;
  QAction* find = nullptr;
  QAction* addLayer = nullptr;
  QAction* duplicateLayer = nullptr;
  QAction* removeLayer = nullptr;
  QAction* followTask = nullptr;
  QAction* fit = nullptr;
  QAction* stop = nullptr;
  QAction* stepStage = nullptr;
  QAction* stepBatch = nullptr;
  QAction* stepEpoch = nullptr;
  QAction* reset = nullptr;
  QAction* startSweep = nullptr;
  QAction* stopSweep = nullptr;
  QAction* sidePanel = nullptr;
  QAction* resetLayout = nullptr;
  QAction* projector = nullptr;
  QAction* fitNetwork = nullptr;
  QAction* nextPanel = nullptr;
  QAction* previousPanel = nullptr;
  QAction* themeSystem = nullptr;
  QAction* themeLight = nullptr;
  QAction* themeDark = nullptr;
  QAction* english = nullptr;
  QAction* korean = nullptr;
  QAction* shortcuts = nullptr;
  QAction* about = nullptr;
  QAction* aboutQt = nullptr;
  QMenu* examples = nullptr;
  QMenu* recent = nullptr;
  QMenu* exports = nullptr;
  QMenu* lessons = nullptr;

  /// An action of the View menu for the page, "viewLoss" for "loss"; Ctrl+1 for the first.
  QAction* addPage(const QString& name, const QString& icon);
  void setPageText(int index, const QString& text) { m_pages[index]->setText(text); }
  void retranslate();
  /// Enables what can be done now; `layerChosen`: a hidden layer is selected on the canvas.
  void refresh(Workbench& workbench, bool layerChosen, const QString& language);
  /// Every action with a shortcut, in the order of the menus.
  QVector<const QAction*> withShortcuts() const;

private:
  QMenu* addMenu(const char* title, const QString& name, QMenu* parent = nullptr);
  void buildFileAndEdit();
  void buildModelAndTrain();
  void buildView();
  void buildHelp();
  void refreshIcons();

  const Theme& m_theme;
  QMainWindow* m_window;
  QMenu* m_view = nullptr;
  QVector<QAction*> m_pages;
  QVector<QPair<QMenu*, const char*>> m_menus; ///< with their English titles
};

} // namespace layerlab
