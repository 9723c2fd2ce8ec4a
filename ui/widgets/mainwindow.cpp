#include "ui/widgets/mainwindow.h"

#include "ui/session/text.h"
#include "ui/widgets/code/codepage.h"
#include "ui/widgets/inside/featurespage.h"
#include "ui/widgets/inside/predictpage.h"
#include "ui/widgets/inside/stagespage.h"
#include "ui/widgets/inside/weightspage.h"
#include "ui/widgets/lessons/helpdesk.h"
#include "ui/widgets/lessons/lessondesk.h"
#include "ui/widgets/lessons/lessonpanel.h"
#include "ui/widgets/pages/chartexport.h"
#include "ui/widgets/pages/datapage.h"
#include "ui/widgets/pages/elbowpage.h"
#include "ui/widgets/pages/losspage.h"
#include "ui/widgets/pages/pagetabs.h"
#include "ui/widgets/panels/advicebar.h"
#include "ui/widgets/panels/datapanel.h"
#include "ui/widgets/panels/exportmenu.h"
#include "ui/widgets/panels/fitpanel.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/networkpane.h"
#include "ui/widgets/panels/panelwalk.h"
#include "ui/widgets/panels/projectdoor.h"
#include "ui/widgets/panels/recoverybar.h"
#include "ui/widgets/panels/runlist.h"
#include "ui/widgets/panels/trainingbar.h"
#include "ui/widgets/panels/windowactions.h"
#include "ui/widgets/panels/windowmemory.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>

namespace layerlab {
namespace {

constexpr int pageHeight = 220; ///< least height of the pages: a low window shows them all the same
constexpr int leastCentre = 560; // beside a lesson on a small projector
const QString pageSuffix = QStringLiteral("Page");

/// The first local file of a drag; empty: none.
QString draggedFile(const QMimeData* data) {
  for (const QUrl& url : data->urls())
    if (url.isLocalFile()) return url.toLocalFile();
  return {};
}

} // namespace

MainWindow::MainWindow(Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* parent)
    : QMainWindow(parent), m_theme(theme), m_workbench(workbench), m_prompts(prompts) {
  setObjectName(QStringLiteral("mainWindow"));
  setWindowIcon(m_theme.icon(QStringLiteral("layerlab"))); // its dialogs take it over
  setAcceptDrops(true);
  const Theme::Building building(m_theme);
  build();
  connectVerbs();
  connectModel();
  connectView();
  connectWorkbench();
  connectLayout();
  fillMenus();
  retranslate();
  m_layout = {this,
              {m_columns, m_rows},
              {m_data->section(), m_fit->section(), m_runs->section()},
              {{sideWidth, 1000}, {270, 300}}};
  m_layout.restore();
  m_actions->sidePanel->setChecked(true);
  m_theme.setMode(savedTheme());
  refreshActions();
}

MainWindow::~MainWindow() {
  m_workbench.setLayoutSource({}); // it may live longer than its window
}

// Building --------------------------------------------------------------------------------------

void MainWindow::build() {
  m_door = new ProjectDoor(m_workbench, m_prompts, this);
  m_actions = new WindowActions(m_theme, this);
  m_recovery = new RecoveryBar(m_theme, this);
  m_bar = new TrainingBar(m_theme, m_workbench, this);
  m_columns = new QSplitter(Qt::Horizontal, this);
  m_columns->setObjectName(QStringLiteral("columns"));
  m_columns->addWidget(buildSide());
  m_columns->addWidget(buildCentre());
  m_columns->setStretchFactor(1, 1);
  buildLessons();
  m_columns->setCollapsible(1, false);
  m_columns->setSizes({sideWidth, 1000});
  m_advice = new AdviceBar(m_theme, m_workbench, this);
  auto* centre = new QWidget(this);
  auto* column = new QVBoxLayout(centre);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(8);
  column->addWidget(m_recovery);
  column->addWidget(m_bar);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_columns, 1);
  row->addWidget(m_lessons->panel());
  column->addLayout(row, 1);
  column->addWidget(m_advice);
  setCentralWidget(centre);
  // A click beside the controls takes the focus from them, so that Space fits again.
  centre->setFocusPolicy(Qt::ClickFocus);
  centre->setFocus();
}

QWidget* MainWindow::buildSide() {
  m_side = new QScrollArea(this);
  m_side->setObjectName(QStringLiteral("sidePanel"));
  m_side->setWidgetResizable(true);
  m_side->setFrameShape(QFrame::NoFrame);
  m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_side->setMinimumWidth(sideWidth);
  m_side->setFocusPolicy(Qt::NoFocus);
  auto* content = new QWidget(m_side);
  m_data = new DataPanel(m_theme, m_workbench, content);
  m_fit = new FitPanel(m_theme, m_workbench, content);
  m_runs = new RunList(m_theme, m_workbench.session(), m_prompts, content);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 4, 0);
  column->setSpacing(8);
  column->addWidget(m_data);
  column->addWidget(m_fit);
  column->addWidget(m_runs);
  column->addStretch(1);
  m_side->setWidget(content);
  return m_side;
}

QWidget* MainWindow::buildCentre() {
  m_rows = new QSplitter(Qt::Vertical, this);
  m_rows->setObjectName(QStringLiteral("rows"));
  m_network = new NetworkPane(m_theme, m_workbench, m_rows);
  m_pages = new PageTabs(m_rows);
  nameWidget(m_pages, QStringLiteral("pages"));
  m_pages->setMinimumHeight(pageHeight);
  buildPages();
  m_rows->addWidget(m_network);
  m_rows->addWidget(m_pages);
  m_rows->setSizes({270, 300});
  m_rows->setCollapsible(1, false);
  m_rows->setMinimumWidth(leastCentre);
  return m_rows;
}

/// A page is one line here; its menu entry and its place beside the tabs follow.
void MainWindow::buildPages() {
  addPage(QStringLiteral("loss"), m_loss = new LossPage(m_theme, m_workbench, m_prompts, m_pages));
  addPage(QStringLiteral("elbow"),
          m_elbow = new ElbowPage(m_theme, m_workbench, m_prompts, m_pages));
  addPage(QStringLiteral("predict"),
          m_predict = new PredictPage(m_theme, m_workbench, m_prompts, m_pages));
  addPage(QStringLiteral("features"), new FeaturesPage(m_theme, m_workbench, m_prompts, m_pages));
  addPage(QStringLiteral("weights"), new WeightsPage(m_theme, m_workbench, m_prompts, m_pages));
  addPage(QStringLiteral("stages"),
          m_stages = new StagesPage(m_theme, m_workbench, m_prompts, m_pages));
  addPage(QStringLiteral("code"),
          m_code = new CodePage(m_theme, m_workbench, m_prompts, *m_network->canvas(), m_pages));
  m_code->setCutOffSource([this] { return m_predict->cutOff(); });
  addPage(QStringLiteral("data"), m_table = new DataPage(m_theme, m_workbench, m_pages));
}

void MainWindow::addPage(const QString& name, Page* page) {
  page->setObjectName(name + pageSuffix);
  m_pageList << page;
  m_pages->addPage(page, page->controls());
  connect(m_actions->addPage(name, page->icon()), &QAction::triggered, this,
          [this, name] { showPage(name); });
}

void MainWindow::buildLessons() {
  m_lessons = new LessonDesk(
      m_theme, m_workbench, m_prompts, this, [this] { return currentPage(); },
      [this](const QString& page) { showPage(page); });
  connect(m_lessons, &LessonDesk::failed, this,
          [this](const Error& error) { showAt(QStringLiteral("file"), error); });
}

void MainWindow::fillMenus() {
  m_lessons->serve(m_actions->lessons);
  new HelpDesk(m_theme, m_workbench, this, m_rows,
               {[this] { m_lessons->start(QStringLiteral("01_fit")); },
                [this] { m_door->openExample(QStringLiteral("penguins")); },
                [this] { m_door->askOpen(); }});
  for (const QString& name : Workbench::exampleNames()) {
    QAction* action =
        m_actions->examples->addAction(name, m_door, [this, name] { m_door->openExample(name); });
    action->setObjectName(QStringLiteral("example_%1").arg(name));
  }
  m_bar->setMenus(menuBar()->actions());
  m_exports = new ExportMenu(m_actions->exports, this);
  connect(m_exports, &ExportMenu::requested, this, &MainWindow::askExport);
  connect(m_actions->recent, &QMenu::aboutToShow, m_door,
          [this] { m_door->fillRecent(m_actions->recent); });
}

// Verbs -----------------------------------------------------------------------------------------

void MainWindow::openPath(const QString& path) {
  m_door->open(path);
}

bool MainWindow::saveProject(bool askForPath) {
  return m_door->save(askForPath);
}

void MainWindow::toggleFit() {
  using State = Workbench::TrainState;
  switch (m_workbench.trainState()) {
  case State::idle:
    if (!m_pageList[m_pages->currentIndex()]->isLive()) showPage(QStringLiteral("loss"));
    m_workbench.fit();
    break;
  case State::running:
    m_workbench.pause();
    break;
  case State::paused:
    m_workbench.resume();
    break;
  case State::preparing:
    m_workbench.stop();
    break;
  }
}

/// Beside its cause, and in view.
void MainWindow::showAt(const QString& place, const Notice& notice) {
  if (place == QLatin1String("sweep")) return m_elbow->tell(notice);
  if (m_side->isHidden()) m_advice->tell(notice); // in view as well
  const bool training = place == QLatin1String("training");
  training ? m_fit->tell(notice) : m_data->tell(notice);
  QWidget* row = training ? m_fit->messageRow() : m_data->messageRow();
  // The row gets its place with the next layout.
  QTimer::singleShot(0, row, [this, row] { m_side->ensureWidgetVisible(row); });
}

// View ------------------------------------------------------------------------------------------

QStringList MainWindow::pageNames() const {
  QStringList names;
  for (int i = 0; i < m_pages->count(); ++i)
    names << m_pages->widget(i)->objectName().chopped(pageSuffix.size());
  return names;
}

QString MainWindow::currentPage() const {
  return pageNames().value(m_pages->currentIndex());
}

void MainWindow::showPage(const QString& name) {
  const int index = static_cast<int>(pageNames().indexOf(name));
  if (index >= 0 && m_pages->isTabVisible(index)) m_pages->setCurrentIndex(index);
}

void MainWindow::chooseTheme(ThemeMode mode) {
  m_theme.setMode(mode);
  windowmemory::setValue(QStringLiteral("theme"), static_cast<int>(mode));
}

ThemeMode MainWindow::savedTheme() {
  const int mode = windowmemory::value(QStringLiteral("theme")).toInt();
  return mode == static_cast<int>(ThemeMode::light)  ? ThemeMode::light
         : mode == static_cast<int>(ThemeMode::dark) ? ThemeMode::dark
                                                     : ThemeMode::system;
}

void MainWindow::setLanguage(const QString& code) {
  m_language = code;
  m_bar->setLanguage(code);
  m_lessons->setLanguage(code);
  refreshActions();
}

/// Only what a person chose is remembered.
void MainWindow::chooseLanguage(const QString& code) {
  windowmemory::setValue(QStringLiteral("language"), code);
  emit languageRequested(code);
}

QString MainWindow::savedLanguage() {
  return windowmemory::value(QStringLiteral("language")).toString();
}

void MainWindow::stepPanel(int direction) {
  stepFocus({m_bar, m_side->widget(), m_network->canvas(), m_pages, m_advice}, direction);
}

void MainWindow::refreshActions() {
  m_actions->refresh(m_workbench, m_network->canEditSelected(), m_language);
  refreshTitle();
}

void MainWindow::refreshTitle() {
  const QString name = m_door->name();
  setWindowTitle(name.isEmpty() ? QStringLiteral("LayerLab")
                                : QStringLiteral("%1[*] – LayerLab").arg(name));
  setWindowModified(!name.isEmpty() && m_workbench.session().isDirty());
}

void MainWindow::retranslate() {
  m_actions->retranslate();
  for (int i = 0; i < m_pages->count(); ++i) {
    m_pages->setTabText(i, m_pageList[i]->title());
    m_pages->setTabToolTip(i, m_pageList[i]->tip());
    m_actions->setPageText(i, m_pageList[i]->title());
  }
  setWords(m_pages, tr("Pages"), tr("One page at a time, each with a tab of its own"));
  m_exports->retranslate();
  refreshTitle();
}

// Events ----------------------------------------------------------------------------------------

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && m_advice) retranslate();
  QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  m_lessons->end(); // the person's own work is asked about, not the lesson's
  if (!m_door->mayLeave()) {
    event->ignore();
    return;
  }
  if (m_projector) m_actions->projector->trigger(); // it is the lecture's, not the window's
  m_layout.remember();
  m_workbench.stop();
  m_workbench.stopSweep();
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (!draggedFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  const QString path = draggedFile(event->mimeData());
  if (path.isEmpty()) return;
  event->acceptProposedAction();
  openPath(path);
}

/// Space arrives here only when the widget with the focus has no use for it.
void MainWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat() && m_actions->fit->isEnabled())
    toggleFit();
  else
    QMainWindow::keyPressEvent(event);
}

} // namespace layerlab

#include "moc_mainwindow.cpp"
