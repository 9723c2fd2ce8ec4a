#include "ui/widgets/panels/exportmenu.h"

#include <QMenu>

namespace layerlab {

ExportMenu::ExportMenu(QMenu* menu, QObject* parent) : QObject(parent), m_menu(menu) {
  for (const QString& kind : kinds()) {
    QAction* action = menu->addAction({}, this, [this, kind] { emit requested(kind); });
    action->setObjectName(QStringLiteral("export_%1").arg(kind));
  }
}

QStringList ExportMenu::kinds() {
  return {QStringLiteral("chart-png"), QStringLiteral("chart-svg"),
          QStringLiteral("chart-pdf"), QStringLiteral("history-csv"),
          QStringLiteral("sweep-csv"), QStringLiteral("predictions-csv"),
          QStringLiteral("runs-csv"),  QStringLiteral("report-pdf"),
          QStringLiteral("keras")};
}

void ExportMenu::retranslate() {
  const QStringList texts{tr("Chart as PNG…"),      tr("Chart as SVG…"),  tr("Chart as PDF…"),
                          tr("Loss curve as CSV…"), tr("Sweep as CSV…"),  tr("Predictions as CSV…"),
                          tr("Runs as CSV…"),       tr("Report as PDF…"), tr("Keras code…")};
  const QList<QAction*> actions = m_menu->actions();
  for (qsizetype i = 0; i < actions.size(); ++i) actions[i]->setText(texts[i]);
}

} // namespace layerlab

#include "moc_exportmenu.cpp"
