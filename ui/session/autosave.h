#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QVector>

#include <memory>

namespace layerlab {

class SaveJob;
class Workbench;

/// Work that an instance left behind when it ended without a word.
struct Recovery {
  QString file;    ///< the autosaved project
  QString name;    ///< of the project or its data
  QDateTime saved; ///< when it was last written
};

/// Writes the open project to a file of this instance soon after a change, on a thread of its own,
/// so that a crash costs seconds of work. The file goes at a regular end; one whose instance is
/// gone is offered at the next start. A folder that cannot be written to is said once and costs
/// nothing else.
class Autosave : public QObject {
  Q_OBJECT
public:
  /// `folder` is made when the first change asks for it.
  Autosave(Workbench& workbench, const QString& folder, QObject* parent = nullptr);
  ~Autosave() override;

  /// What other instances left, newest first. Those that still run keep theirs.
  QVector<Recovery> left() const;
  /// Opens the left work under its own project path, dirty. Its file goes when it has been read;
  /// one that cannot be read is set aside, and failed() of the workbench says why.
  void recover(const Recovery& recovery);
  void discard(const Recovery& recovery);
  /// The end is not the person's wish (a signal): the file stays for the next start.
  void keepAtEnd() { m_keep = true; }
  QString file() const { return m_file; }

  /// How soon a change is written, and the least time between two writings while changes go on.
  static constexpr int soonMs = 300;
  static constexpr int oftenMs = 5000;

signals:
  void failed(const layerlab::Error& error); ///< once
  void written();

private:
  void changed();
  void write();
  void ended();
  void remove();
  bool makeFolder();

  Workbench& m_workbench;
  QString m_folder;
  QString m_file;
  std::unique_ptr<QLockFile> m_lock;
  QTimer m_timer;
  SaveJob* m_job = nullptr;
  bool m_again = false;
  bool m_complained = false;
  bool m_keep = false;
};

} // namespace layerlab
