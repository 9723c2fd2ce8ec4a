#include "ui/widgets/panels/projectdoor.h"

#include "ui/session/text.h"
#include "ui/widgets/panels/windowmemory.h"
#include "ui/widgets/prompts.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace layerlab {

namespace {
const QString suffix = QStringLiteral(".layerlab");
const QString examplePrefix = QStringLiteral("example:");
} // namespace

ProjectDoor::ProjectDoor(Workbench& workbench, Prompts& prompts, QWidget* window)
    : QObject(window), m_workbench(workbench), m_prompts(prompts), m_window(window) {}

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

/// A design nobody saved under a name is quickly made again: trying one table after the other in
/// class asks nothing. A saved project is work.
bool ProjectDoor::mayReplace() {
  return m_workbench.projectPath().isEmpty() || mayLeave();
}

bool ProjectDoor::mayLeave() {
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

bool ProjectDoor::save(bool askForPath) {
  QString path = m_workbench.projectPath();
  if (askForPath || path.isEmpty()) {
    path =
        m_prompts.savePath(m_window, tr("Save project"), suggestion(), tr("Projects (*.layerlab)"));
    if (path.isEmpty()) return false;
    if (QFileInfo(path).suffix().isEmpty()) path.append(suffix);
  }
  if (const Result<void> saved = m_workbench.saveProject(path); !saved) {
    m_prompts.tell(m_window, tr("The project was not saved"), text(saved.error()));
    return false;
  }
  windowmemory::rememberFile(path);
  return true;
}

QString ProjectDoor::name() const {
  if (const QString path = m_workbench.projectPath(); !path.isEmpty())
    return QFileInfo(path).completeBaseName();
  QString data = m_workbench.dataPath();
  if (data.startsWith(examplePrefix)) return data.mid(examplePrefix.size());
  return QFileInfo(data).completeBaseName();
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
  if (data.isEmpty() || data.startsWith(examplePrefix)) return file;
  return QFileInfo(data).dir().filePath(file);
}

} // namespace layerlab
