#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace layerlab {

/// Tells one state of a file from another.
struct FileStamp {
  qint64 size = -1;
  QDateTime written;
  bool operator==(const FileStamp&) const = default;
};
FileStamp fileStamp(const QString& path);

/// Notices that a file was written since it was read. Programs replace files in several steps
/// (another file of the same name, or gone for a moment), so its folder is watched as well and the
/// writing may come to rest first.
class FileWatch : public QObject {
  Q_OBJECT
public:
  explicit FileWatch(QObject* parent = nullptr);

  /// `stamp`: how the file was when reading began. An empty path: watches nothing.
  void watch(const QString& path, const FileStamp& stamp);

signals:
  void changed(); ///< once for each new state of the file

private:
  void look();

  QFileSystemWatcher m_watcher;
  QTimer m_rest;
  QString m_path;
  FileStamp m_stamp;
};

} // namespace layerlab
