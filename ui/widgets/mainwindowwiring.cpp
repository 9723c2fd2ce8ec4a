#include "ui/widgets/mainwindow.h"

#include "ui/session/autosave.h"
#include "ui/session/text.h"
#include "ui/widgets/inside/stagespage.h"
#include "ui/widgets/lessons/lessondesk.h"
#include "ui/widgets/pages/datapage.h"
#include "ui/widgets/pages/elbowpage.h"
#include "ui/widgets/pages/losspage.h"
#include "ui/widgets/panels/advicebar.h"
#include "ui/widgets/panels/datapanel.h"
#include "ui/widgets/panels/fitpanel.h"
#include "ui/widgets/panels/infodialogs.h"
#include "ui/widgets/panels/networkpane.h"
#include "ui/widgets/panels/projectdoor.h"
#include "ui/widgets/panels/recoverybar.h"
#include "ui/widgets/panels/runlist.h"
#include "ui/widgets/panels/trainingbar.h"
#include "ui/widgets/panels/windowactions.h"

#include <QApplication>
#include <QScrollArea>

// What happens on which signal: the window's wiring, apart from what the window is.

namespace layerlab {

void MainWindow::connectVerbs() {
  connect(m_actions->open, &QAction::triggered, m_door, &ProjectDoor::askOpen);
  connect(m_data, &DataPanel::openRequested, m_door, &ProjectDoor::askOpen);
  connect(m_data, &DataPanel::exampleRequested, m_door, &ProjectDoor::openExample);
  connect(m_door, &ProjectDoor::said, this,
          [this](const Message& sentence) { showAt(QStringLiteral("data"), sentence); });
  m_data->sourceMenu()->addActions(
      {m_actions->open, m_actions->makeData, m_actions->pasteTable, m_actions->reload});
  connect(m_actions->makeData, &QAction::triggered, m_door, [this] { m_door->makeData(m_theme); });
  connect(m_actions->pasteTable, &QAction::triggered, m_door, &ProjectDoor::pasteTable);
  connect(m_actions->reload, &QAction::triggered, &m_workbench, &Workbench::reload);
  connect(m_actions->find, &QAction::triggered, this, [this] {
    showPage(QStringLiteral("data"));
    m_table->find();
  });
  connect(m_actions->save, &QAction::triggered, m_door, [this] { m_door->startSave(false); });
  connect(m_actions->saveAs, &QAction::triggered, m_door, [this] { m_door->startSave(true); });
  connect(m_actions->embedData, &QAction::triggered, &m_workbench, &Workbench::setEmbedsData);
  connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
  connect(m_actions->fit, &QAction::triggered, this, &MainWindow::toggleFit);
  connect(m_actions->stop, &QAction::triggered, &m_workbench, &Workbench::stop);
  connect(m_actions->reset, &QAction::triggered, &m_workbench, &Workbench::reset);
  connect(m_actions->startSweep, &QAction::triggered, m_elbow, &ElbowPage::start);
  connect(m_actions->stopSweep, &QAction::triggered, &m_workbench, &Workbench::stopSweep);
  connect(m_elbow, &ElbowPage::lossPageRequested, this,
          [this] { showPage(QStringLiteral("loss")); });
  connect(m_bar, &TrainingBar::fitClicked, this, &MainWindow::toggleFit);
  const std::pair<QAction*, StepUnit> steps[] = {{m_actions->stepStage, StepUnit::stage},
                                                 {m_actions->stepBatch, StepUnit::batch},
                                                 {m_actions->stepEpoch, StepUnit::epoch}};
  for (const auto& [action, unit] : steps)
    connect(action, &QAction::triggered, this, [this, u = unit] { m_workbench.step(u); });
  connect(m_bar, &TrainingBar::stepClicked, &m_workbench, &Workbench::step);
  connect(m_bar, &TrainingBar::stopClicked, &m_workbench, &Workbench::stop);
  connect(m_bar, &TrainingBar::resetClicked, &m_workbench, &Workbench::reset);
}

void MainWindow::offerRecovery(Autosave& autosave) {
  connect(&autosave, &Autosave::failed, this,
          [this](const Error& error) { showAt(QStringLiteral("file"), error); });
  connect(m_recovery, &RecoveryBar::recoverRequested, this, [this] {
    m_lessons->end(); // it is the person's own work that makes room
    if (m_door->mayLeave()) m_recovery->recover();
  });
  m_recovery->offer(autosave);
}

void MainWindow::connectModel() {
  QUndoStack* undo = &m_workbench.session().undoStack();
  connect(m_actions->undo, &QAction::triggered, undo, &QUndoStack::undo);
  connect(m_actions->redo, &QAction::triggered, undo, &QUndoStack::redo);
  connect(m_bar, &TrainingBar::undoClicked, undo, &QUndoStack::undo);
  connect(m_bar, &TrainingBar::redoClicked, undo, &QUndoStack::redo);
  connect(m_actions->addLayer, &QAction::triggered, m_network, &NetworkPane::addLayer);
  connect(m_actions->duplicateLayer, &QAction::triggered, m_network,
          &NetworkPane::duplicateSelected);
  connect(m_actions->removeLayer, &QAction::triggered, m_network, &NetworkPane::removeSelected);
  connect(m_actions->followTask, &QAction::triggered, m_network, &NetworkPane::followTaskAgain);
  connect(m_network->canvas(), &NetworkCanvas::layerSelected, this, &MainWindow::refreshActions);
  connect(m_stages, &StagesPage::layerShown, m_network->canvas(),
          [this](int id) { m_network->canvas()->selectLayer(id); });
  connect(m_actions->copyPicture, &QAction::triggered, this, &MainWindow::copyPicture);
}

void MainWindow::connectView() {
  connect(m_actions->sidePanel, &QAction::toggled, m_side, &QWidget::setVisible);
  connect(m_actions->sidePanel, &QAction::toggled, m_advice, [this](bool shown) {
    if (shown) m_advice->tell({});
  }); // the panel says it itself
  connect(m_actions->projector, &QAction::toggled, this, &MainWindow::setProjector);
  connect(m_actions->projector, &QAction::triggered, this, &MainWindow::fillScreen); // by a person
  connect(m_actions->fitNetwork, &QAction::triggered, m_network->canvas(),
          &NetworkCanvas::fitToWindow);
  connect(m_actions->resetLayout, &QAction::triggered, this, [this] {
    if (m_projector) m_actions->projector->trigger();
    m_layout.reset();
  });
  connect(m_actions->nextPanel, &QAction::triggered, this, [this] { stepPanel(1); });
  connect(m_actions->previousPanel, &QAction::triggered, this, [this] { stepPanel(-1); });
  const std::pair<QAction*, ThemeMode> modes[] = {{m_actions->themeSystem, ThemeMode::system},
                                                  {m_actions->themeLight, ThemeMode::light},
                                                  {m_actions->themeDark, ThemeMode::dark}};
  for (const auto& [action, mode] : modes)
    connect(action, &QAction::triggered, this, [this, m = mode] { chooseTheme(m); });
  connect(m_bar, &TrainingBar::themeClicked, this,
          [this] { chooseTheme(m_theme.isDark() ? ThemeMode::light : ThemeMode::dark); });
  connect(&m_theme, &Theme::changed, this, &MainWindow::refreshActions);
  connect(m_actions->english, &QAction::triggered, this,
          [this] { chooseLanguage(QStringLiteral("en")); });
  connect(m_actions->korean, &QAction::triggered, this,
          [this] { chooseLanguage(QStringLiteral("ko")); });
  connect(m_bar, &TrainingBar::languageClicked, this, [this] {
    chooseLanguage(m_language == QLatin1String("ko") ? QStringLiteral("en") : QStringLiteral("ko"));
  });
  connect(m_actions->shortcuts, &QAction::triggered, this,
          [this] { showShortcuts(this, *m_actions); });
  connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
  connect(m_actions->aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

void MainWindow::connectWorkbench() {
  connect(&m_workbench, &Workbench::failed, this, &MainWindow::showAt);
  connect(&m_workbench, &Workbench::said, this, &MainWindow::showAt);
  connect(&m_workbench, &Workbench::trainStateChanged, this, &MainWindow::refreshActions);
  connect(&m_workbench, &Workbench::sweepChanged, this, &MainWindow::refreshActions);
  connect(m_data, &DataPanel::issuesRequested, this, [this] {
    showPage(QStringLiteral("data"));
    m_table->showIssues();
  });
  connect(&m_workbench.session(), &Session::changed, this, [this](Session::Parts parts) {
    if (parts & Session::tablePart) m_door->rememberOpened();
    // Epochs and weights come with every frame; what can be done then is told by the train state.
    if (parts & ~Session::Parts(Session::historyPart | Session::weightsPart)) refreshActions();
  });
}

/// The project keeps how the window is arranged, and a project that was opened arranges it.
void MainWindow::connectLayout() {
  m_projectLayout.splitters = {m_columns, m_rows};
  m_projectLayout.sections = {m_data->section(), m_fit->section(), m_runs->section()};
  m_projectLayout.sidePanel = m_actions->sidePanel;
  m_projectLayout.projector = m_actions->projector;
  for (const Page* page : m_pageList) m_projectLayout.options << page->viewOptions();
  m_projectLayout.page = [this] { return currentPage(); };
  m_projectLayout.showPage = [this](const QString& name) { showPage(name); };
  m_workbench.setLayoutSource([this] { return m_projectLayout.text(); });
  connect(&m_workbench, &Workbench::projectOpened, this,
          [this] { m_projectLayout.restore(m_workbench.savedLayout()); });
}

} // namespace layerlab
