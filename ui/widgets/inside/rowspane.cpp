#include "ui/widgets/inside/rowspane.h"

#include "ui/widgets/inside/rowform.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QTableView>

namespace layerlab {
namespace {

constexpr int rowsWidth = 312;
constexpr int numberWidth = 52;
constexpr int certaintyWidth = 64;

} // namespace

RowsPane::RowsPane(const Theme& theme, QWidget* parent)
    : QTabWidget(parent), m_model(new RowsModel(theme, this)), m_view(new QTableView(this)),
      m_wrongOnly(new QCheckBox(this)), m_form(new RowForm(this)) {
  build();
  fit(theme);
  connect(&theme, &Theme::changed, this, [this, &theme] { fit(theme); });
  connect(m_wrongOnly, &QCheckBox::toggled, this, [this](bool on) {
    m_filter.wrongOnly = on;
    m_model->setFilter(m_filter);
  });
  connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &RowsPane::currentChanged);
}

void RowsPane::build() {
  nameWidget(this, QStringLiteral("rowsTabs"));
  nameWidget(m_view, QStringLiteral("rowsTable"));
  nameWidget(m_wrongOnly, QStringLiteral("wrongOnlyCheck"));
  setDocumentMode(true);
  m_view->setModel(m_model);
  m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_view->setSelectionMode(QAbstractItemView::SingleSelection);
  m_view->setTabKeyNavigation(false);
  m_view->verticalHeader()->hide();
  QHeaderView* header = m_view->horizontalHeader();
  header->setMinimumSectionSize(16);
  header->setSectionResizeMode(QHeaderView::Stretch);
  for (const RowsModel::Column column : {RowsModel::sheetRow, RowsModel::certainty})
    header->setSectionResizeMode(column, QHeaderView::Fixed);
  m_view->setShowGrid(false);
  auto* list = new QWidget(this);
  list->setObjectName(QStringLiteral("rowsList"));
  auto* column = new QVBoxLayout(list);
  column->setContentsMargins(0, 4, 0, 0);
  column->setSpacing(4);
  column->addWidget(m_view, 1);
  column->addWidget(m_wrongOnly);
  m_form->setObjectName(QStringLiteral("rowForm"));
  addTab(list, {});
  addTab(m_form, {});
}

/// The numbers keep their room in any size of type.
void RowsPane::fit(const Theme& theme) {
  setFixedWidth(sideWidth(theme, rowsWidth));
  m_view->setColumnWidth(RowsModel::sheetRow, sideWidth(theme, numberWidth));
  m_view->setColumnWidth(RowsModel::certainty, sideWidth(theme, certaintyWidth));
  m_view->verticalHeader()->setDefaultSectionSize(QFontMetrics(theme.font(bodyType)).height() + 8);
}

void RowsPane::setReport(std::shared_ptr<const PredictionReport> report, const TablePtr& table) {
  m_report = report;
  m_table = table;
  m_wrongOnly->setVisible(report->kind != PredictionKind::numbers);
  m_model->setReport(std::move(report), table);
}

void RowsPane::setCell(std::optional<std::uint32_t> truth, std::optional<std::uint32_t> predicted) {
  m_filter.truth = truth;
  m_filter.predicted = predicted;
  m_model->setFilter(m_filter);
  if (truth) setCurrentIndex(0);
}

void RowsPane::chooseRow(int reportRow) {
  const int row = m_model->listedRow(reportRow);
  if (row < 0) return;
  setCurrentIndex(0);
  m_view->setCurrentIndex(m_model->index(row, 0));
}

void RowsPane::currentChanged() {
  const int row = m_model->reportRow(m_view->currentIndex().row());
  emit rowChosen(row);
  if (row < 0 || !m_table) return;
  m_form->takeRow(*m_table, m_report->tableRow[static_cast<std::size_t>(row)]);
}

void RowsPane::retranslate() {
  setTabText(0, tr("Rows"));
  setTabText(1, tr("Type a row"));
  setTabToolTip(0, tr("Every row with its prediction"));
  setTabToolTip(1, tr("What does the network say about a row of your own?"));
  setWords(this, tr("Rows"), {});
  setWords(m_view, tr("Predicted rows"),
           tr("Row numbers as in the file. A chosen row is marked in the pictures and fills the "
              "form"));
  m_wrongOnly->setText(tr("Only wrong ones"));
  setWords(m_wrongOnly, tr("Only wrong ones"), tr("List only rows that are predicted wrong"));
  m_model->retranslate();
  m_form->retranslate();
}

} // namespace layerlab

#include "moc_rowspane.cpp"
