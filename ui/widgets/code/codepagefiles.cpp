#include "ui/widgets/code/codepage.h"

#include "core/data/source.h"
#include "core/io/export.h"
#include "core/io/files.h"
#include "ui/widgets/code/codeeditor.h"
#include "ui/widgets/code/historymodel.h"
#include "ui/widgets/prompts.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>

// The program leaves the page: clipboard and files.

namespace layerlab {

/// What read_csv opens: the file itself, or the one that Save writes beside the program.
QString CodePage::dataFile() const {
  const QString source = m_workbench.dataPath();
  const auto standIn = standInFile(source.toStdString());
  return standIn ? QString::fromStdString(*standIn) : source;
}

void CodePage::copy() {
  const int view = m_views->checkedId();
  QGuiApplication::clipboard()->setText(view == historyView   ? m_historyModel->csv()
                                        : view == summaryView ? m_summary->toPlainText()
                                                              : m_editor->toPlainText());
  m_state->setText(tr("Copied."));
}

void CodePage::save() {
  const QString path = m_prompts.savePath(this, tr("Save the Keras code"),
                                          QStringLiteral("model.py"), tr("Python files (*.py)"));
  if (path.isEmpty()) return;
  if (const Result<void> written = writeTo(path); !written)
    sayError(written.error());
  else
    m_state->setText(tr("Saved as %1.").arg(QFileInfo(path).fileName()));
}

Result<void> CodePage::writeTo(const QString& path) const {
  if (m_own && isVisible())
    return writeFile(QFile::encodeName(path).toStdString(), m_editor->toPlainText().toStdString());
  const auto fresh = code(dataFile());
  if (!fresh) return fresh.error();
  const QString beside = QFileInfo(path).absoluteDir().filePath(dataFile());
  if (standInFile(m_workbench.dataPath().toStdString()) && !QFileInfo::exists(beside))
    if (auto ok = writeFile(QFile::encodeName(beside).toStdString(), tableCsv(*m_session.table()));
        !ok)
      return ok;
  return writeFile(QFile::encodeName(path).toStdString(), fresh->text());
}

} // namespace layerlab
