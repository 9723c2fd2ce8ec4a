#include "ui/widgets/prompts.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>

#include <cstdio>
#include <utility>

namespace layerlab {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Prompts", text);
}

} // namespace

QString Prompts::openPath(QWidget* parent, const QString& title, const QString& filter) {
  return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QString Prompts::savePath(QWidget* parent, const QString& title, const QString& suggestion,
                          const QString& filter) {
  return QFileDialog::getSaveFileName(parent, title, suggestion, filter);
}

Prompts::SaveAnswer Prompts::unsavedChanges(QWidget* parent, const QString& projectName) {
  QMessageBox box(parent);
  box.setObjectName(QStringLiteral("unsavedQuestion"));
  box.setIcon(QMessageBox::Question);
  box.setText(tr(QT_TRANSLATE_NOOP("Prompts", "Save the changes to %1 before it closes?"))
                  .arg(projectName));
  box.setInformativeText(tr(
      QT_TRANSLATE_NOOP("Prompts", "Without saving, the changes since the last time are lost.")));
  box.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
  box.setDefaultButton(QMessageBox::Save);
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
