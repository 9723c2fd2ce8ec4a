#include "ui/widgets/prompts.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <cstdio>
#include <utility>

namespace layerlab {
namespace {

struct Questions {
  Q_DECLARE_TR_FUNCTIONS(Prompts)
};

} // namespace

QString Prompts::openPath(QWidget* parent, const QString& title, const QString& filter) {
  return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QString Prompts::savePath(QWidget* parent, const QString& title, const QString& suggestion,
                          const QString& filter) {
  QFileDialog dialog(parent, title, suggestion, filter);
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  // The dialog itself completes the name, so that it asks before it overwrites such a file.
  dialog.setDefaultSuffix(QFileInfo(suggestion).suffix());
  return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

Prompts::SaveAnswer Prompts::unsavedChanges(QWidget* parent, const QString& projectName) {
  QMessageBox box(parent);
  box.setObjectName(QStringLiteral("unsavedQuestion"));
  box.setIcon(QMessageBox::Question);
  box.setText(Questions::tr("Save the changes to %1 before it closes?").arg(projectName));
  box.setInformativeText(
      Questions::tr("Without saving, the changes since the last time are lost."));
  box.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
  box.setDefaultButton(QMessageBox::Save);
  // Qt's own word is "ignore" in Korean, which does not say that something is lost.
  box.button(QMessageBox::Discard)->setText(Questions::tr("Discard changes"));
  switch (box.exec()) {
  case QMessageBox::Save:
    return SaveAnswer::save;
  case QMessageBox::Discard:
    return SaveAnswer::discard;
  default:
    return SaveAnswer::cancel;
  }
}

QString Prompts::text(QWidget* parent, const QString& title, const QString& label,
                      const QString& value) {
  bool accepted = false;
  const QString answer =
      QInputDialog::getText(parent, title, label, QLineEdit::Normal, value, &accepted);
  return accepted ? answer : value;
}

void Prompts::tell(QWidget* parent, const QString& title, const QString& message) {
  QMessageBox::information(parent, title, message);
}

QString ScriptPrompts::openPath(QWidget*, const QString&, const QString&) {
  return std::exchange(m_path, {});
}

QString ScriptPrompts::savePath(QWidget*, const QString&, const QString&, const QString&) {
  return std::exchange(m_path, {});
}

Prompts::SaveAnswer ScriptPrompts::unsavedChanges(QWidget*, const QString&) {
  return std::exchange(m_unsaved, SaveAnswer::discard);
}

QString ScriptPrompts::text(QWidget*, const QString&, const QString&, const QString& value) {
  return value;
}

void ScriptPrompts::tell(QWidget*, const QString&, const QString& message) {
  std::fprintf(stderr, "%s\n", qPrintable(message.simplified()));
}

} // namespace layerlab
