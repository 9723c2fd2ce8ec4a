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
  virtual QString text(QWidget* parent, const QString& title, const QString& label,
                       const QString& value);
  virtual void tell(QWidget* parent, const QString& title, const QString& message);
};

} // namespace layerlab
