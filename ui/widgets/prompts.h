#pragma once

#include <QString>

class QWidget;

namespace layerlab {

/// Everything the program asks a person in a dialog, behind one door, so that tests and scripts can
/// answer. Returned paths are empty when the person cancelled.
class Prompts {
public:
  enum class SaveAnswer { save, discard, cancel };

  virtual ~Prompts() = default;
  virtual QString openPath(QWidget* parent, const QString& title, const QString& filter);
  virtual QString savePath(QWidget* parent, const QString& title, const QString& suggestion,
                           const QString& filter);
  virtual SaveAnswer unsavedChanges(QWidget* parent, const QString& projectName);
  /// `value` unchanged when the person cancelled.
  virtual QString text(QWidget* parent, const QString& title, const QString& label,
                       const QString& value);
  virtual void tell(QWidget* parent, const QString& title, const QString& message);
};

/// Answers for a script: nobody is there to be asked. Each path answers one question; without one
/// the question is cancelled. Unsaved changes are discarded unless told otherwise.
class ScriptPrompts : public Prompts {
public:
  void answerPath(const QString& path) { m_path = path; }
  void answerUnsaved(SaveAnswer answer) { m_unsaved = answer; }

  QString openPath(QWidget* parent, const QString& title, const QString& filter) override;
  QString savePath(QWidget* parent, const QString& title, const QString& suggestion,
                   const QString& filter) override;
  SaveAnswer unsavedChanges(QWidget* parent, const QString& projectName) override;
  QString text(QWidget* parent, const QString& title, const QString& label,
               const QString& value) override;
  /// One line on standard error.
  void tell(QWidget* parent, const QString& title, const QString& message) override;

private:
  QString m_path;
  SaveAnswer m_unsaved = SaveAnswer::discard;
};

} // namespace layerlab
