#include "ui/session/autosave.h"

#include "ui/session/savejob.h"
#include "ui/session/workbench.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

namespace layerlab {
namespace {

const QString suffix = QStringLiteral(".layerlab");
const QString lockSuffix = QStringLiteral(".lock");
const QString damagedSuffix = QStringLiteral(".damaged");

QString lockPath(const QString& file) {
  return file + lockSuffix;
}

/// A lock nobody holds: its instance is gone. Asking takes it for a moment.
bool isLeft(const QString& file) {
  QLockFile lock(lockPath(file));
  lock.setStaleLockTime(0); // an instance may run for days; only its end frees the lock
  return lock.tryLock(0);
}

/// "iris-1a2b3c4d.layerlab" -> "iris"
QString nameOf(const QString& file) {
  return QFileInfo(file).completeBaseName().section(QLatin1Char('-'), 0, -2);
}

/// A file name for the project: its own name, as far as any file system takes it, and a number
/// nobody else has.
QString fileName(const QString& name) {
  QString plain;
  for (const QChar c : name.left(40))
    plain += c.isLetterOrNumber() || c == QLatin1Char('_') ? c : QLatin1Char('_');
  const QString number = QUuid::createUuid().toString(QUuid::Id128).left(8);
  return QStringLiteral("%1-%2%3").arg(plain.isEmpty() ? QStringLiteral("work") : plain, number,
                                       suffix);
}

} // namespace

Autosave::Autosave(Workbench& workbench, const QString& folder, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_folder(folder) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &Autosave::write);
  connect(&workbench.session(), &Session::changed, this, &Autosave::changed);
}

Autosave::~Autosave() {
  delete m_job; // joins
  if (!m_keep) remove();
}

void Autosave::changed() {
  if (!m_workbench.session().table() || !m_workbench.session().isDirty()) {
    if (m_job)
      m_again = true; // the file goes when the writing has ended
    else
      remove();
    return;
  }
  if (!m_timer.isActive() && !m_job) m_timer.start(m_file.isEmpty() ? soonMs : oftenMs);
  m_again = m_job != nullptr;
}

bool Autosave::makeFolder() {
  if (!m_file.isEmpty()) return true;
  if (!QDir().mkpath(m_folder)) return false;
  const QString file = QDir(m_folder).filePath(fileName(m_workbench.projectName()));
  auto lock = std::make_unique<QLockFile>(lockPath(file));
  lock->setStaleLockTime(0);
  if (!lock->tryLock(0)) return false;
  m_lock = std::move(lock);
  m_file = file;
  return true;
}

void Autosave::write() {
  if (!m_workbench.session().isDirty() || !m_workbench.session().table()) return;
  if (!makeFolder()) {
    if (!std::exchange(m_complained, true))
      emit failed({ErrorKind::output,
                   {QT_TRANSLATE_NOOP("Core", "unsaved work cannot be kept for a crash here; save "
                                              "the project now and then"),
                    {}},
                   m_folder.toStdString(),
                   0,
                   0});
    return;
  }
  m_job = new SaveJob(this);
  connect(m_job, &Job::finished, this, &Autosave::ended);
  m_job->start(m_file, m_workbench.snapshot());
}

void Autosave::ended() {
  SaveJob* job = std::exchange(m_job, nullptr);
  job->deleteLater();
  if (!job->result() && !std::exchange(m_complained, true)) emit failed(job->result().error());
  if (job->result()) emit written();
  if (std::exchange(m_again, false)) changed();
}

void Autosave::remove() {
  m_timer.stop();
  if (m_file.isEmpty()) return;
  QFile::remove(m_file);
  m_lock.reset(); // its file goes with it
  m_file.clear();
}

QVector<Recovery> Autosave::left() const {
  QVector<Recovery> found;
  const QFileInfoList files =
      QDir(m_folder).entryInfoList({QLatin1Char('*') + suffix}, QDir::Files, QDir::Time);
  for (const QFileInfo& info : files)
    if (info.absoluteFilePath() != QFileInfo(m_file).absoluteFilePath() &&
        isLeft(info.absoluteFilePath()))
      found << Recovery{info.absoluteFilePath(), nameOf(info.fileName()), info.lastModified()};
  return found;
}

/// Until it has been read its lock is ours, so that no second instance offers it as well.
void Autosave::recover(const Recovery& recovery) {
  auto lock = std::make_shared<QLockFile>(lockPath(recovery.file));
  lock->setStaleLockTime(0);
  if (!lock->tryLock(0)) return;
  m_workbench.recover(recovery.file);
  auto* once = new QObject(this);
  connect(&m_workbench, &Workbench::loadingChanged, once, [this, once, lock, recovery] {
    if (m_workbench.isLoading()) return;
    if (m_workbench.recovered())
      QFile::remove(recovery.file);
    else
      QFile::rename(recovery.file, recovery.file + damagedSuffix);
    lock->unlock();
    once->deleteLater();
  });
}

void Autosave::discard(const Recovery& recovery) {
  QFile::remove(recovery.file);
  QFile::remove(lockPath(recovery.file));
}

} // namespace layerlab

#include "moc_autosave.cpp"
