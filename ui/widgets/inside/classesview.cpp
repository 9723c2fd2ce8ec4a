#include "ui/widgets/inside/classesview.h"

#include "ui/widgets/inside/binaryview.h"
#include "ui/widgets/inside/confusionview.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"

#include <QHeaderView>
#include <QTableWidget>

namespace layerlab {

ClassesView::ClassesView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_confusion(new ConfusionView(theme, this)),
      m_table(new QTableWidget(0, 5, this)) {
  nameWidget(m_confusion, QStringLiteral("classConfusion"));
  nameWidget(m_table, QStringLiteral("classFigures"));
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionMode(QAbstractItemView::NoSelection);
  m_table->setTabKeyNavigation(false);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  row->addWidget(m_confusion, 3);
  row->addWidget(m_table, 5);
}

void ClassesView::setReport(std::shared_ptr<const PredictionReport> report) {
  m_report = std::move(report);
  refresh();
}

void ClassesView::fillRow(int row, const QString& name, const ClassScores& scores) {
  const QStringList texts{name, Words::figure(scores.precision), Words::figure(scores.recall),
                          Words::figure(scores.f1), Words::count(scores.support)};
  for (int c = 0; c < texts.size(); ++c) {
    if (!m_table->item(row, c)) {
      auto* item = new QTableWidgetItem;
      item->setTextAlignment((c == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
      m_table->setItem(row, c, item);
    }
    m_table->item(row, c)->setText(texts[c]);
  }
}

void ClassesView::refresh() {
  if (!m_report || m_report->kind != PredictionKind::classes) return;
  const ConfusionMatrix& matrix = m_report->confusion;
  const QStringList names = namesOf(m_report->classes);
  m_confusion->setMatrix(matrix, names);
  m_table->setRowCount(static_cast<int>(matrix.classes) + 2);
  for (std::size_t i = 0; i < matrix.classes; ++i)
    fillRow(static_cast<int>(i), names[static_cast<int>(i)], classScores(matrix, i));
  const int last = static_cast<int>(matrix.classes);
  fillRow(last, tr("mean"), macroAverage(matrix));
  fillRow(last + 1, tr("accuracy"), {});
  for (int c : {1, 2}) m_table->item(last + 1, c)->setText({});
  m_table->item(last + 1, 3)->setText(Words::figure(accuracy(matrix)));
  m_table->item(last + 1, 4)->setText(Words::count(matrix.total()));
  fitColumns();
  m_confusion->setAccessibleDescription(
      tr("%1 of %2 rows are predicted right.")
          .arg(Words::count(matrix.hits()), Words::count(matrix.total())));
}

/// Wide enough for heading and figures; the header's own measure leaves out the style sheet's
/// padding.
void ClassesView::fitColumns() {
  const QAbstractItemView* view = m_table;
  for (int c = 1; c < m_table->columnCount(); ++c) {
    const QString heading = m_table->horizontalHeaderItem(c)->text();
    m_table->setColumnWidth(
        c, std::max(m_table->horizontalHeader()->fontMetrics().horizontalAdvance(heading) + 28,
                    view->sizeHintForColumn(c) + 12));
  }
}

void ClassesView::setCompact(bool compact) {
  m_table->setVisible(!compact);
}

void ClassesView::retranslate() {
  setWords(m_confusion, tr("Confusion matrix"),
           tr("Rows: what is true; columns: what is predicted. Click a cell to list its rows"));
  setWords(m_table, tr("Figures of each class"), tr("Precision, recall and F1 of each class"));
  m_table->setHorizontalHeaderLabels(
      {tr("class"), tr("precision"), tr("recall"), tr("F1"), tr("rows")});
  refresh();
}

} // namespace layerlab

#include "moc_classesview.cpp"
