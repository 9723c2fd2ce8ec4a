#include "ui/widgets/panels/windowactions.h"

#include "ui/session/workbench.h"
#include "ui/widgets/theme.h"

#include <QActionGroup>
#include <QMenuBar>

namespace layerlab {
namespace {

struct Entry {
  QAction* WindowActions::*action;
  const char* name; ///< objectName, for scripts
  const char* text;
  const char* icon;
  const char* shortcut;
  bool checkable = false;
};

using W = WindowActions;

// In the order of the menus.
constexpr Entry entries[] = {
    {&W::open, "fileOpen", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Open…"), "open",
     "Ctrl+O"},
    {&W::makeData, "fileMakeData",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Generate or paint…"), "data", "Ctrl+G"},
    {&W::reload, "fileReload", QT_TRANSLATE_NOOP("layerlab::WindowActions", "Re&load the table"),
     "reset", "Ctrl+Shift+R"},
    {&W::save, "fileSave", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Save project"), "save",
     "Ctrl+S"},
    {&W::saveAs, "fileSaveAs", QT_TRANSLATE_NOOP("layerlab::WindowActions", "Save project &as…"),
     "", "Ctrl+Shift+S"},
    {&W::embedData, "fileEmbedData",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Keep the data in the project"), "", "", true},
    {&W::quit, "fileQuit", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Quit"), "", "Ctrl+Q"},
    {&W::undo, "editUndo", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Undo"), "undo", "Ctrl+Z"},
    {&W::redo, "editRedo", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Redo"), "redo",
     "Ctrl+Shift+Z"},
    {&W::copyPicture, "editCopyPicture",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Copy the chart"), "copy", "Ctrl+Shift+C"},
    {&W::pasteTable, "editPasteTable",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Paste a table"), "table", "Ctrl+Shift+V"},
    {&W::find, "editFind", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Find in the table"),
     "search", "Ctrl+F"},
    {&W::addLayer, "modelAddLayer",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Add a hidden layer"), "plus", "Ctrl+L"},
    {&W::duplicateLayer, "modelDuplicateLayer",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Duplicate the layer"), "duplicate", ""},
    {&W::removeLayer, "modelRemoveLayer",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Remove the layer"), "trash", ""},
    {&W::followTask, "modelFollowTask",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Output layer by the task"), "target", ""},
    {&W::fit, "trainFit", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Fit or pause"), "play",
     "F5"},
    {&W::stop, "trainStop", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Stop"), "stop",
     "Shift+F5"},
    {&W::stepStage, "trainStepStage",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "Step one sta&ge"), "step", "F7"},
    {&W::stepBatch, "trainStepBatch",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "Step one &batch"), "step", "F8"},
    {&W::stepEpoch, "trainStepEpoch",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "Step one &epoch"), "step", "Shift+F8"},
    {&W::reset, "trainReset", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Reset the weights"),
     "reset", "Ctrl+R"},
    {&W::startSweep, "sweepStart", QT_TRANSLATE_NOOP("layerlab::WindowActions", "Start the s&weep"),
     "elbow", ""},
    {&W::stopSweep, "sweepStop", QT_TRANSLATE_NOOP("layerlab::WindowActions", "S&top the sweep"),
     "", ""},
    {&W::sidePanel, "viewSide", QT_TRANSLATE_NOOP("layerlab::WindowActions", "Left &panel"), "",
     "F9", true},
    {&W::projector, "viewProjector",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "Pro&jector mode"), "projector", "F11", true},
    {&W::fitNetwork, "viewFitNetwork",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Whole network"), "fit", "Ctrl+0"},
    {&W::nextPanel, "viewNextPanel", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Next panel"),
     "", "F6"},
    {&W::previousPanel, "viewPreviousPanel",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "Pre&vious panel"), "", "Shift+F6"},
    {&W::resetLayout, "viewResetLayout",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Reset the layout"), "", ""},
    {&W::themeSystem, "themeSystem", QT_TRANSLATE_NOOP("layerlab::WindowActions", "As the &system"),
     "", "", true},
    {&W::themeLight, "themeLight", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Light"), "sun",
     "", true},
    {&W::themeDark, "themeDark", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Dark"), "moon", "",
     true},
    {&W::english, "languageEnglish", "English", "", "", true},
    {&W::korean, "languageKorean", "한국어", "", "", true},
    {&W::shortcuts, "helpShortcuts",
     QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Keyboard shortcuts"), "help", "Shift+F1"},
    {&W::about, "helpAbout", QT_TRANSLATE_NOOP("layerlab::WindowActions", "&About LayerLab"),
     "info", ""},
    {&W::aboutQt, "helpAboutQt", QT_TRANSLATE_NOOP("layerlab::WindowActions", "About &Qt"), "",
     ""}};

} // namespace

WindowActions::WindowActions(const Theme& theme, QMainWindow* window)
    : QObject(window), m_theme(theme), m_window(window) {
  for (const Entry& entry : entries) {
    auto* action = this->*entry.action = new QAction(window);
    action->setObjectName(QLatin1String(entry.name));
    action->setShortcut(QKeySequence(QLatin1String(entry.shortcut)));
    action->setCheckable(entry.checkable);
  }
  buildFileAndEdit();
  buildModelAndTrain();
  buildView();
  buildHelp();
  connect(&theme, &Theme::changed, this, &WindowActions::refreshIcons);
  retranslate();
  refreshIcons();
}

QMenu* WindowActions::addMenu(const char* title, const QString& name, QMenu* parent) {
  QMenu* menu = parent ? parent->addMenu(QString()) : m_window->menuBar()->addMenu(QString());
  menu->setObjectName(name);
  menu->setToolTipsVisible(true);
  m_menus << qMakePair(menu, title);
  return menu;
}

void WindowActions::buildFileAndEdit() {
  QMenu* file =
      addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "&File"), QStringLiteral("fileMenu"));
  file->addAction(open);
  file->addAction(makeData);
  examples = addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Examples"),
                     QStringLiteral("examplesMenu"), file);
  recent = addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Recent files"),
                   QStringLiteral("recentMenu"), file);
  file->addAction(reload);
  file->addSeparator();
  file->addActions({save, saveAs, embedData});
  exports = addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "E&xport"),
                    QStringLiteral("exportMenu"), file);
  file->addSeparator();
  file->addAction(quit);
  QMenu* edit =
      addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Edit"), QStringLiteral("editMenu"));
  edit->addActions({undo, redo});
  edit->addSeparator();
  edit->addActions({copyPicture, pasteTable});
  edit->addSeparator();
  edit->addAction(find);
}

void WindowActions::buildModelAndTrain() {
  QMenu* model =
      addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Model"), QStringLiteral("modelMenu"));
  model->addActions({addLayer, duplicateLayer, removeLayer});
  model->addSeparator();
  model->addAction(followTask);
  QMenu* train =
      addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Train"), QStringLiteral("trainMenu"));
  train->addActions({fit, stop, reset});
  train->addSeparator();
  train->addActions({stepStage, stepBatch, stepEpoch});
  train->addSeparator();
  train->addActions({startSweep, stopSweep});
}

void WindowActions::buildView() {
  QMenu* view =
      addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "&View"), QStringLiteral("viewMenu"));
  m_view = view;
  view->addSeparator();
  view->addActions({sidePanel, projector, fitNetwork, nextPanel, previousPanel, resetLayout});
  view->addSeparator();
  QMenu* themes = addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Theme"),
                          QStringLiteral("themeMenu"), view);
  themes->addActions({themeSystem, themeLight, themeDark});
  QMenu* languages = addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "Lan&guage"),
                             QStringLiteral("languageMenu"), view);
  languages->addActions({english, korean});
  auto* themeGroup = new QActionGroup(this);
  for (QAction* action : {themeSystem, themeLight, themeDark}) themeGroup->addAction(action);
  auto* languageGroup = new QActionGroup(this);
  for (QAction* action : {english, korean}) languageGroup->addAction(action);
}

void WindowActions::buildHelp() {
  lessons = addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "Le&ssons"),
                    QStringLiteral("lessonsMenu"));
  QMenu* help =
      addMenu(QT_TRANSLATE_NOOP("layerlab::WindowActions", "&Help"), QStringLiteral("helpMenu"));
  help->addAction(shortcuts);
  help->addSeparator();
  help->addActions({about, aboutQt});
}

QAction* WindowActions::addPage(const QString& name, const QString& icon) {
  auto* action = new QAction(m_window);
  action->setObjectName(QStringLiteral("view%1%2").arg(name.at(0).toUpper()).arg(name.mid(1)));
  action->setProperty("icon", icon);
  m_pages << action;
  if (m_pages.size() < 10)
    action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(m_pages.size())));
  m_view->insertAction(m_view->actions().value(static_cast<int>(m_pages.size()) - 1), action);
  action->setIcon(m_theme.icon(icon));
  return action;
}

void WindowActions::retranslate() {
  for (const Entry& entry : entries) (this->*entry.action)->setText(tr(entry.text));
  for (const auto& [menu, title] : m_menus) menu->setTitle(tr(title));
}

void WindowActions::refresh(Workbench& workbench, bool layerChosen, const QString& language) {
  Session& session = workbench.session();
  const bool table = session.table() != nullptr;
  save->setEnabled(table);
  saveAs->setEnabled(table);
  exports->setEnabled(table);
  embedData->setEnabled(workbench.canChooseEmbedding());
  embedData->setChecked(workbench.embedsData());
  reload->setEnabled(table);
  find->setEnabled(table);
  undo->setEnabled(session.undoStack().canUndo());
  redo->setEnabled(session.undoStack().canRedo());
  const bool ready = session.outline().has_value(); // else there is nothing to train on
  for (QAction* action : {fit, stepStage, stepBatch, stepEpoch}) action->setEnabled(ready);
  stop->setEnabled(workbench.trainState() != Workbench::TrainState::idle);
  reset->setEnabled(session.weights() || session.currentRun());
  startSweep->setEnabled(table && !workbench.isSweeping());
  stopSweep->setEnabled(workbench.isSweeping());
  duplicateLayer->setEnabled(layerChosen);
  removeLayer->setEnabled(layerChosen);
  followTask->setEnabled(ready);
  (language == QLatin1String("ko") ? korean : english)->setChecked(true);
  const ThemeMode mode = m_theme.mode();
  (mode == ThemeMode::light  ? themeLight
   : mode == ThemeMode::dark ? themeDark
                             : themeSystem)
      ->setChecked(true);
}

void WindowActions::refreshIcons() {
  for (const Entry& entry : entries)
    if (*entry.icon) (this->*entry.action)->setIcon(m_theme.icon(QLatin1String(entry.icon)));
  for (QAction* page : m_pages) page->setIcon(m_theme.icon(page->property("icon").toString()));
}

QVector<const QAction*> WindowActions::withShortcuts() const {
  QVector<const QAction*> list;
  for (const Entry& entry : entries)
    if (*entry.shortcut) list << this->*entry.action;
  for (const QAction* page : m_pages)
    if (page->isVisible()) list << page; // teacher mode hides some
  return list;
}

} // namespace layerlab

#include "moc_windowactions.cpp"
