#include "ui/session/filewatch.h"

#include <QFileInfo>

namespace layerlab {
namespace {
constexpr int restMs = 300;
} // namespace

FileStamp fileStamp(const QString& path) {
  const QFileInfo info(path);
  return info.isFile() ? FileStamp{info.size(), info.lastModified()} : FileStamp{};
}

FileWatch::FileWatch(QObject* parent) : QObject(parent) {
  m_rest.setSingleShot(true);
  m_rest.setInterval(restMs);
  const auto wait = [this] { m_rest.start(); };
  connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, wait);
  connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, wait);
  connect(&m_rest, &QTimer::timeout, this, &FileWatch::look);
}

void FileWatch::watch(const QString& path, const FileStamp& stamp) {
  m_rest.stop();
  if (const QStringList before = m_watcher.files() + m_watcher.directories(); !before.isEmpty())
    m_watcher.removePaths(before);
  m_path = path;
  m_stamp = stamp;
  if (path.isEmpty()) return;
  m_watcher.addPaths({path, QFileInfo(path).absolutePath()});
  m_rest.start(); // what was written between reading and watching
}

void FileWatch::look() {
  const FileStamp now = fileStamp(m_path);
  if (now.size < 0) return; // gone, perhaps for a moment; the folder tells when it is back
  if (!m_watcher.files().contains(m_path)) m_watcher.addPath(m_path);
  if (now == m_stamp) return;
  m_stamp = now;
  emit changed();
}

} // namespace layerlab

#include "moc_filewatch.cpp"
