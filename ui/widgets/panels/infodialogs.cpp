#include "ui/widgets/panels/infodialogs.h"

#include "core/base/variant.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/windowactions.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>

namespace layerlab {
namespace {

struct Dialogs {
  Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

/// A dialog that closes by itself, with `content` and a Close button; blocks nobody.
void openDialog(QWidget* parent, const QString& name, const QString& title, QWidget* content) {
  auto* dialog = new QDialog(parent);
  nameWidget(dialog, name);
  dialog->setWindowTitle(title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
  QPushButton* close = buttons->button(QDialogButtonBox::Close);
  nameWidget(close, QStringLiteral("%1Close").arg(name));
  close->setText(Dialogs::tr("Close"));
  setWords(close, Dialogs::tr("Close"), Dialogs::tr("Close this window (Esc)"));
  auto* column = new QVBoxLayout(dialog);
  column->setContentsMargins(24, 24, 24, 16);
  column->setSpacing(16);
  column->addWidget(content, 1);
  column->addWidget(buttons);
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  dialog->open();
}

/// "열기(&O)…" -> "열기"
QString plain(QString text) {
  static const QRegularExpression letter(QStringLiteral("\\(&[A-Za-z]\\)"));
  return text.remove(letter).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

} // namespace

void showAbout(QWidget* parent) {
  auto* label = new QLabel;
  label->setTextFormat(Qt::RichText);
  label->setWordWrap(true);
  label->setMinimumWidth(420);
  label->setText(
      Dialogs::tr("<h2>LayerLab %1</h2>"
                  "<p>Watch a neural network learn on your own data.</p>"
                  "<p>Qt %2 · computing core for %3</p>"
                  "<p>Free software under the GNU General Public License, version 3 or later; it "
                  "comes without any warranty. It uses Qt and Qt Charts, Eigen, ICU and JSON for "
                  "Modern C++.</p>"
                  "<p>Everything stays on this computer: LayerLab never uses the network.</p>")
          .arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()),
               QLatin1String(coreVariant())));
  openDialog(parent, QStringLiteral("aboutDialog"), Dialogs::tr("About LayerLab"), label);
}

void showShortcuts(QWidget* parent, const WindowActions& actions) {
  auto* list = new QWidget;
  auto* form = new QFormLayout(list);
  form->setContentsMargins(0, 0, 16, 0);
  form->setHorizontalSpacing(32);
  const auto add = [form](const QString& keys, const QString& meaning) {
    auto* keyLabel = new QLabel(keys);
    keyLabel->setProperty("role", "caption");
    form->addRow(keyLabel, new QLabel(meaning));
  };
  add(Dialogs::tr("Space"), Dialogs::tr("Fit or pause"));
  for (const QAction* action : actions.withShortcuts())
    add(action->shortcut().toString(QKeySequence::NativeText), plain(action->text()));
  add(Dialogs::tr("Arrow keys"), Dialogs::tr("Walk through the network; pan a chart"));
  add(Dialogs::tr("Delete"), Dialogs::tr("Remove the chosen layer"));
  add(Dialogs::tr("Mouse wheel"), Dialogs::tr("Zoom a chart; double click shows all"));
  auto* area = new QScrollArea;
  area->setWidget(list);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setMinimumSize(420, 420);
  openDialog(parent, QStringLiteral("shortcutsDialog"), Dialogs::tr("Keyboard shortcuts"), area);
}

} // namespace layerlab
