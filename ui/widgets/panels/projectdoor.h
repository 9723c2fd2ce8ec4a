#pragma once

#include "ui/session/workbench.h"

#include <QLockFile>
#include <QWidget>

#include <memory>
#include <optional>

class QMenu;

namespace layerlab {

class Prompts;
class Theme;

/// Files in and out: opening, saving, and the question before unsaved work is left. Asks only where
/// work is at stake.
class ProjectDoor : public QObject {
  Q_OBJECT
public:
  ProjectDoor(Workbench& workbench, Prompts& prompts, QWidget* window);

  void askOpen();
  /// CSV or project; where work is open that is not saved, asks first.
  void open(const QString& path);
  bool openExample(const QString& name);
  /// A dialog to generate or paint a table, starting from the present one where that was made so.
  void makeData(const Theme& theme);
  /// The table on the clipboard, as spreadsheets put it there.
  void pasteTable();
  /// False when the person cancelled or the file could not be written, which is said. Back when the
  /// file is written; the window goes on painting meanwhile.
  bool save(bool askForPath);
  /// The same without waiting for a large file: the person goes on working and sees that it lasts.
  void startSave(bool askForPath);
  /// True when the project is saved or may be lost.
  bool mayLeave();
  /// Name of the project or its data, for the title and the questions.
  QString name() const;
  void fillRecent(QMenu* menu);
  /// The file that was just opened goes to the top of the recent ones.
  void rememberOpened() const;

signals:
  void said(const layerlab::Message& sentence);

private:
  bool holdsWork() const;
  bool holdsResults() const;
  bool mayReplace();
  bool mayRepaint();
  /// Takes the lock of the project file; false: another instance has it.
  bool lock(const QString& path);
  void lockOpened();
  /// Asks for a path where there is none, and begins; false: nothing was begun.
  bool beginSaving(bool askForPath);
  /// Nobody can click or type while this waits, at most so many ms; nullopt: until the end.
  void waitForSaving(std::optional<int> mostMs);
  bool finishSaving();
  void showSaving();
  void saveEnded(const Result<void>& outcome);
  void tellFailure();
  QString suggestion() const;

  Workbench& m_workbench;
  Prompts& m_prompts;
  QWidget* m_window;
  std::unique_ptr<QLockFile> m_lock; ///< of m_locked, while it is open here
  QString m_locked;
  QString m_saving;               ///< the file that is or was being written
  bool m_savingShown = false;     ///< it takes long enough to be seen
  std::optional<Error> m_failure; ///< of the last save, until it has been told
};

} // namespace layerlab
