#include "ui/widgets/panels/projectdoor.h"

#include "core/data/source.h"
#include "ui/session/aside.h"
#include "ui/session/sources.h"
#include "ui/session/text.h"
#include "ui/widgets/panels/makedata.h"
#include "ui/widgets/panels/windowmemory.h"
#include "ui/widgets/prompts.h"

#include <QClipboard>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QTimer>

#include <utility>

namespace layerlab {

namespace {
const QString suffix = QStringLiteral(".layerlab");
constexpr int unnoticedMs = 100; // a save as short as this is over before anybody looks

std::string fileName(const QString& path) {
  return QFileInfo(path).fileName().toStdString();
}
} // namespace

ProjectDoor::ProjectDoor(Workbench& workbench, Prompts& prompts, QWidget* window)
    : QObject(window), m_workbench(workbench), m_prompts(prompts), m_window(window) {
  connect(&workbench, &Workbench::loadingChanged, this, &ProjectDoor::lockOpened);
  connect(&workbench, &Workbench::saveEnded, this, &ProjectDoor::saveEnded);
}

void ProjectDoor::askOpen() {
  const QString path = m_prompts.openPath(
      m_window, tr("Open"),
      tr("Tables and projects (*.csv *.tsv *.txt *.layerlab *.json);;All files (*)"));
  if (!path.isEmpty()) open(path);
}

void ProjectDoor::open(const QString& path) {
  if (mayReplace()) m_workbench.openFile(path);
}

bool ProjectDoor::openExample(const QString& name) {
  if (!mayReplace()) return false;
  m_workbench.openExample(name);
  return true;
}

void ProjectDoor::makeData(const Theme& theme) {
  auto* dialog = new MakeDataDialog(theme, m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  const QString source = m_workbench.dataPath();
  if (const auto spec = generatorFromSource(source.toStdString())) dialog->setSpec(*spec);
  const TablePtr table = m_workbench.session().tableAsRead();
  if (table && source == QLatin1String(paintedSource))
    if (const auto painting = paintingFromTable(*table)) dialog->setPainting(*painting);
  connect(dialog, &MakeDataDialog::generated, this, [this](const GeneratorSpec& spec) {
    if (mayReplace()) m_workbench.openGenerated(spec);
  });
  connect(dialog, &MakeDataDialog::painted, this, [this](const Painting& painting) {
    if (mayRepaint()) m_workbench.openPainted(painting);
  });
  dialog->open();
}

void ProjectDoor::pasteTable() {
  const QString text = QGuiApplication::clipboard()->text();
  if (text.trimmed().isEmpty()) {
    const char* pattern =
        QT_TRANSLATE_NOOP("Core", "there is no table on the clipboard; copy cells in a "
                                  "spreadsheet first");
    emit m_workbench.failed(QStringLiteral("data"), inputError({pattern, {}}));
    return;
  }
  if (mayReplace()) m_workbench.openPasted(text.toUtf8());
}

/// A design nobody saved under a name is quickly made again: trying one table after the other in
/// class asks nothing. A saved project is work, so is what was computed, and a table that is in no
/// file; a lesson works on a copy that nobody misses.
bool ProjectDoor::holdsWork() const {
  if (!m_workbench.projectPath().isEmpty()) return true;
  if (keeperOf(m_workbench).keeps()) return false;
  return holdsResults() || isTextSource(m_workbench.dataPath().toStdString());
}

bool ProjectDoor::holdsResults() const {
  const Session& session = m_workbench.session();
  return !session.runs().empty() || session.sweep();
}

/// The painting that was open goes on in the new one.
bool ProjectDoor::mayRepaint() {
  const bool painting = m_workbench.dataPath() == QLatin1String(paintedSource);
  return (painting && m_workbench.projectPath().isEmpty() && !holdsResults()) || mayReplace();
}

bool ProjectDoor::mayReplace() {
  if (!finishSaving()) return false;
  return !holdsWork() || mayLeave();
}

bool ProjectDoor::mayLeave() {
  if (!finishSaving()) return false;
  if (!m_workbench.session().isDirty()) return true;
  switch (m_prompts.unsavedChanges(m_window, name())) {
  case Prompts::SaveAnswer::save:
    return save(false);
  case Prompts::SaveAnswer::discard:
    return true;
  case Prompts::SaveAnswer::cancel:
    break;
  }
  return false;
}

/// ".iris.layerlab.lock" beside the project, so that it holds on a shared drive too. Where no such
/// file can be made (a folder that is only read), nobody can save either.
bool ProjectDoor::lock(const QString& path) {
  const QFileInfo info(path);
  const QString project = info.absoluteFilePath();
  if (project == m_locked) return true;
  auto lock = std::make_unique<QLockFile>(
      info.absoluteDir().filePath(QStringLiteral(".%1.lock").arg(info.fileName())));
  lock->setStaleLockTime(0); // a lesson may be open for hours; only its end frees the lock
  if (!lock->tryLock(0) && lock->error() == QLockFile::LockFailedError) return false;
  m_lock = std::move(lock);
  m_locked = project;
  return true;
}

/// The project that was just opened is ours, or the person learns that it is somebody else's.
void ProjectDoor::lockOpened() {
  if (m_workbench.isLoading()) return;
  const QString project = m_workbench.projectPath();
  if (project.isEmpty()) {
    m_lock.reset();
    m_locked.clear();
  } else if (!lock(project)) {
    emit said({QT_TRANSLATE_NOOP("Core", "%1 is open in another LayerLab as well: changes made "
                                         "here can be saved under another name."),
               {fileName(project)}});
  }
}

bool ProjectDoor::save(bool askForPath) {
  return beginSaving(askForPath) && finishSaving();
}

void ProjectDoor::startSave(bool askForPath) {
  if (!beginSaving(askForPath)) return;
  waitForSaving(unnoticedMs);
  if (m_workbench.isSaving())
    showSaving();
  else
    tellFailure();
}

bool ProjectDoor::beginSaving(bool askForPath) {
  if (!finishSaving()) return false;
  QString path = m_workbench.projectPath();
  if (askForPath || path.isEmpty()) {
    path =
        m_prompts.savePath(m_window, tr("Save project"), suggestion(), tr("Projects (*.layerlab)"));
    if (path.isEmpty()) return false;
    if (QFileInfo(path).suffix().isEmpty()) path.append(suffix); // a script's
  }
  if (!lock(path)) {
    m_prompts.tell(m_window, tr("The project was not saved"),
                   tr("%1 is open in another LayerLab. Save it under another name.")
                       .arg(QFileInfo(path).fileName()));
    return false;
  }
  m_saving = path;
  m_workbench.startSaving(path);
  return true;
}

void ProjectDoor::waitForSaving(std::optional<int> mostMs) {
  if (!m_workbench.isSaving()) return;
  QEventLoop loop;
  connect(&m_workbench, &Workbench::saveEnded, &loop, &QEventLoop::quit);
  if (mostMs) QTimer::singleShot(*mostMs, &loop, &QEventLoop::quit);
  loop.exec(QEventLoop::ExcludeUserInputEvents);
}

/// True when what was being written is on the disk, or nothing was.
bool ProjectDoor::finishSaving() {
  bool failed = m_failure.has_value();
  QObject here; // m_failure may have been told, and forgotten, before the waiting ends
  connect(&m_workbench, &Workbench::saveEnded, &here,
          [&failed](const Result<void>& outcome) { failed = !outcome; });
  waitForSaving(unnoticedMs);
  showSaving();
  waitForSaving({});
  tellFailure();
  return !failed && !m_workbench.isSaving();
}

void ProjectDoor::showSaving() {
  if (!m_workbench.isSaving() || std::exchange(m_savingShown, true)) return;
  QGuiApplication::setOverrideCursor(Qt::BusyCursor);
  emit said({QT_TRANSLATE_NOOP("Core", "Saving %1…"), {fileName(m_saving)}});
}

void ProjectDoor::saveEnded(const Result<void>& outcome) {
  m_failure = outcome ? std::nullopt : std::optional(outcome.error());
  if (outcome) windowmemory::rememberFile(m_saving);
  if (std::exchange(m_savingShown, false)) {
    QGuiApplication::restoreOverrideCursor();
    if (outcome) emit said({QT_TRANSLATE_NOOP("Core", "Saved %1."), {fileName(m_saving)}});
  }
  // Later: a dialog must not open inside of what waited for this. Whoever did may tell it sooner.
  QTimer::singleShot(0, this, &ProjectDoor::tellFailure);
}

void ProjectDoor::tellFailure() {
  if (const std::optional<Error> failure = std::exchange(m_failure, std::nullopt))
    m_prompts.tell(m_window, tr("The project was not saved"), text(*failure));
}

QString ProjectDoor::name() const {
  return m_workbench.projectName();
}

void ProjectDoor::fillRecent(QMenu* menu) {
  menu->clear();
  for (const QString& path : windowmemory::recentFiles()) {
    QAction* action =
        menu->addAction(QFileInfo(path).fileName(), this, [this, path] { open(path); });
    action->setToolTip(path);
  }
  if (menu->isEmpty()) menu->addAction(tr("None yet"))->setEnabled(false);
}

void ProjectDoor::rememberOpened() const {
  const QString project = m_workbench.projectPath();
  const QString path = project.isEmpty() ? m_workbench.dataPath() : project;
  if (QFileInfo(path).isFile()) windowmemory::rememberFile(path);
}

QString ProjectDoor::suggestion() const {
  const QString data = m_workbench.dataPath();
  const QString base = name().isEmpty() ? tr("project") : name();
  const QString file = QStringLiteral("%1%2").arg(base, suffix);
  if (!Sources::isFile(data)) return file;
  return QFileInfo(data).dir().filePath(file);
}

} // namespace layerlab

#include "moc_projectdoor.cpp"
