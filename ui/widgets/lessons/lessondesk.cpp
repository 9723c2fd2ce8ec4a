#include "ui/widgets/lessons/lessondesk.h"

#include "core/io/files.h"
#include "ui/widgets/lessons/lessonpanel.h"
#include "ui/widgets/lessons/windowparts.h"
#include "ui/widgets/panels/windowmemory.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/spotlight.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileInfo>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace layerlab {
namespace {

const QString root = QStringLiteral(":/lessons/");
const QString foldersKey = QStringLiteral("lessonFolders");

std::string contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

Result<Lesson> readBundled(const QString& name) {
  std::map<std::string, std::string> texts;
  for (const char* language : {"en", "ko"})
    if (std::string text = contents(root + name + QStringLiteral("/%1.md").arg(language));
        !text.empty())
      texts[language] = std::move(text);
  return readLesson(name.toStdString(), contents(root + name + QStringLiteral("/lesson.json")),
                    texts);
}

} // namespace

LessonDesk::LessonDesk(const Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* window,
                       std::function<QString()> page, std::function<void(const QString&)> showPage)
    : QObject(window), m_theme(theme), m_prompts(prompts), m_window(window),
      m_page(std::move(page)), m_showPage(std::move(showPage)),
      m_runner(workbench, [this] { return windowFacts(); }),
      m_panel(new LessonPanel(theme, m_runner, workbench, window)),
      m_sweep(window->findChild<SweepForm*>()) {
  connect(&m_runner, &LessonRunner::stateChanged, this, &LessonDesk::refresh);
  connect(&m_runner, &LessonRunner::ticked, this, &LessonDesk::refreshRings);
  connect(&m_runner, &LessonRunner::ticked, this, &LessonDesk::showGuess);
  if (m_sweep) connect(m_sweep, &SweepForm::guessChanged, this, &LessonDesk::takeGuess);
  connect(m_panel, &LessonPanel::endRequested, this, &LessonDesk::end);
  connect(m_panel, &LessonPanel::saveRequested, this, &LessonDesk::saveSummary);
}

std::vector<Lesson> LessonDesk::bundled() {
  std::vector<Lesson> lessons;
  for (const QString& name : QDir(root).entryList(QDir::Dirs, QDir::Name)) {
    auto lesson = readBundled(name);
    if (lesson)
      lessons.push_back(std::move(*lesson));
    else
      qWarning("%s", english(lesson.error()).c_str());
  }
  return lessons;
}

// Menu ------------------------------------------------------------------------------------------

void LessonDesk::serve(QMenu* menu) {
  m_menu = menu;
  fill();
  connect(menu, &QMenu::aboutToShow, this, &LessonDesk::fill);
}

QString LessonDesk::titleOf(const Lesson& lesson) const {
  const auto found = lesson.texts.find(m_language.toStdString());
  const LessonText& text =
      found == lesson.texts.end() ? lesson.texts.begin()->second : found->second;
  return QString::fromStdString(text.title).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

void LessonDesk::fill() {
  QMenu* menu = m_menu;
  menu->clear();
  int number = 0;
  for (const Lesson& lesson : bundled()) {
    const QString name = QString::fromStdString(lesson.name);
    QAction* action = menu->addAction(QStringLiteral("%1  %2").arg(++number).arg(titleOf(lesson)),
                                      this, [this, name] { start(name); });
    action->setObjectName(QStringLiteral("lesson_%1").arg(name));
  }
  menu->addSeparator();
  for (const QString& folder : windowmemory::value(foldersKey).toStringList()) {
    if (!QFileInfo(folder + QStringLiteral("/lesson.json")).isFile()) continue;
    menu->addAction(QFileInfo(folder).fileName(), this, [this, folder] { start(folder); });
  }
  QAction* open = menu->addAction(tr("Open a lesson of your own…"), this, &LessonDesk::addFolder);
  open->setObjectName(QStringLiteral("lessonOpen"));
  QAction* stop = menu->addAction(tr("End the lesson"), this, &LessonDesk::end);
  stop->setObjectName(QStringLiteral("lessonEnd"));
  stop->setEnabled(m_runner.isRunning());
}

/// A lesson's folder is remembered; it stands in the menu from now on.
void LessonDesk::addFolder() {
  const QString path =
      m_prompts.openPath(m_window, tr("Open a lesson"), tr("Lessons (lesson.json)"));
  if (path.isEmpty()) return;
  const QString folder = QFileInfo(path).absolutePath();
  QStringList folders = windowmemory::value(foldersKey).toStringList();
  if (!folders.contains(folder)) folders << folder;
  windowmemory::setValue(foldersKey, folders);
  start(folder);
}

void LessonDesk::start(const QString& name) {
  const bool own = name.contains(QLatin1Char('/'));
  const auto lesson =
      own ? readLessonFolder(QFile::encodeName(name).toStdString()) : readBundled(name);
  if (!lesson) {
    emit failed(lesson.error());
    return;
  }
  if (!m_runner.isRunning()) rememberView();
  m_runner.start(*lesson);
  if (m_sweep) m_sweep->setChoices({});
  if (!lesson->page.empty()) m_showPage(QString::fromStdString(lesson->page));
}

void LessonDesk::end() {
  m_runner.end();
}

void LessonDesk::setLanguage(const QString& code) {
  m_language = code;
  m_panel->setLanguage(code);
  if (m_menu) fill();
}

void LessonDesk::saveSummary() {
  const QString path = m_prompts.savePath(m_panel, tr("Save the summary"),
                                          QStringLiteral("%1.txt").arg(titleOf(m_runner.lesson())),
                                          tr("Text files (*.txt)"));
  if (path.isEmpty()) return;
  const auto written =
      writeFile(QFile::encodeName(path).toStdString(), m_panel->summaryText().toStdString());
  if (!written) emit failed(written.error());
}

// The window ------------------------------------------------------------------------------------

void LessonDesk::rememberView() {
  const auto* side = m_window->findChild<QScrollArea*>(QStringLiteral("sidePanel"));
  m_before = {m_page(), side ? side->verticalScrollBar()->value() : 0,
              m_sweep ? m_sweep->choices() : SweepChoices()};
}

void LessonDesk::restoreView() {
  if (m_before.page.isEmpty()) return;
  m_showPage(m_before.page);
  if (m_sweep) m_sweep->setChoices(m_before.sweep);
  // The side has its old height with the next layout.
  QTimer::singleShot(0, this, [this, scroll = m_before.scroll] {
    if (auto* side = m_window->findChild<QScrollArea*>(QStringLiteral("sidePanel")))
      side->verticalScrollBar()->setValue(scroll);
  });
}

void LessonDesk::refresh() {
  const bool running = m_runner.isRunning();
  if (running && !m_wasRunning) hideParts();
  if (!running)
    for (const QPointer<QWidget>& widget : m_hidden)
      if (widget) setPartShown(widget, true);
  if (!running) m_hidden.clear();
  if (!running && m_wasRunning) restoreView();
  m_wasRunning = running;
  refreshRings();
  takeGuess(); // it may have been clicked before the step asked for it
}

// Facts and answers -----------------------------------------------------------------------------

LessonState LessonDesk::windowFacts() const {
  LessonState state{{"page", m_page().toStdString()}};
  if (const auto* cutOff = m_window->findChild<QDoubleSpinBox*>(QStringLiteral("cutoffSpin")))
    state["cutoff"] = numberText(cutOff->value());
  return state;
}

bool LessonDesk::asksForElbow() const {
  if (!m_runner.isRunning() || m_runner.isSummary()) return false;
  const LessonStep& step = m_runner.lesson().steps[static_cast<std::size_t>(m_runner.step())];
  return step.question.kind == LessonQuestion::Kind::elbow;
}

/// A guess on the page Elbow is the answer the lesson asks for, and an answer in the lesson is seen
/// there.
void LessonDesk::takeGuess() {
  if (!m_sweep || m_sweep->guess() == 0 || !asksForElbow()) return;
  LessonAnswer answer = m_runner.answer(m_runner.step());
  if (answer.units == m_sweep->guess()) return;
  answer.units = m_sweep->guess();
  m_runner.setAnswer(answer);
}

void LessonDesk::showGuess() {
  if (!m_sweep || !asksForElbow()) return;
  const LessonAnswer& answer = m_runner.answer(m_runner.step());
  if (answer.units > 0.0) m_sweep->setGuess(static_cast<int>(answer.units));
}

void LessonDesk::hideParts() {
  for (const std::string& word : m_runner.lesson().hide) {
    QWidget* widget = wholePart(windowPart(m_window, QString::fromStdString(word)));
    if (!widget || !isPartShown(widget)) continue;
    setPartShown(widget, false);
    m_hidden << widget;
  }
}

/// Rings around what the step talks about, until the step is done.
void LessonDesk::refreshRings() {
  qDeleteAll(m_rings);
  m_rings.clear();
  if (!m_runner.isRunning() || m_runner.isSummary() || m_runner.stepDone(m_runner.step())) return;
  for (const std::string& word :
       m_runner.lesson().steps[static_cast<std::size_t>(m_runner.step())].highlights) {
    auto* ring = new Spotlight(m_theme, m_window);
    ring->setObjectName(QStringLiteral("lessonRing_%1").arg(QString::fromStdString(word)));
    ring->point(windowPart(m_window, QString::fromStdString(word)));
    m_rings << ring;
  }
}

} // namespace layerlab

#include "moc_lessondesk.cpp"
