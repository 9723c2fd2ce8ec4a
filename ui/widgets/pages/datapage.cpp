#include "ui/widgets/pages/datapage.h"

#include "ui/session/text.h"
#include "ui/widgets/pages/tablemodel.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QListWidget>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int widestColumn = 220;
constexpr int narrowestColumn = 72;
constexpr int fittedColumns = 200; // more are never seen at once; each costs time
constexpr int issuesWidth = 280;

} // namespace

DataPage::DataPage(const Theme& theme, Workbench& workbench, QWidget* parent)
    : Page(parent), m_session(workbench.session()), m_model(new TableModel(theme, this)) {
  buildTable();
  arrange(buildIssues());
  connect(&m_session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & Session::tablePart) refresh();
    if (parts & Session::designPart) m_model->setRoles(m_session.design().data);
  });
  connect(&theme, &Theme::changed, this, [this] {
    refreshHeader();
    fitColumns();
  });
  retranslate();
  refresh();
}

QString DataPage::title() const {
  return tr("Data table");
}

QString DataPage::tip() const {
  return tr("The table as it was read");
}

QString DataPage::icon() const {
  return QStringLiteral("table");
}

void DataPage::buildTable() {
  m_summary = new QLabel(this);
  m_summary->setProperty("role", "muted");
  m_view = new QTableView(this);
  nameWidget(m_view, QStringLiteral("dataTable"));
  m_view->setModel(m_model);
  m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_view->setWordWrap(false);
  m_view->setStyleSheet(QStringLiteral("QTableView::item { padding: 0 8px; }")); // as in headers
  m_view->setCornerButtonEnabled(false);
  m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_view->setTabKeyNavigation(false);
  m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_view->horizontalHeader()->setHighlightSections(false);
}

QWidget* DataPage::buildIssues() {
  m_issuesTitle = new QLabel(this);
  m_issuesTitle->setProperty("role", "caption");
  m_issues = new QListWidget(this);
  nameWidget(m_issues, QStringLiteral("issuesList"));
  m_issues->setWordWrap(true);
  m_issues->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_issuesBox = new QWidget(this);
  m_issuesBox->setFixedWidth(issuesWidth);
  auto* side = new QVBoxLayout(m_issuesBox);
  side->setContentsMargins(0, 0, 0, 0);
  side->setSpacing(8);
  side->addWidget(m_issuesTitle);
  side->addWidget(m_issues, 1);
  connect(m_issues, &QListWidget::currentRowChanged, this, &DataPage::goToIssue);
  connect(m_issues, &QListWidget::itemClicked, this,
          [this](QListWidgetItem* item) { goToIssue(m_issues->row(item)); });
  return m_issuesBox;
}

void DataPage::arrange(QWidget* issues) {
  auto* content = new QWidget(this);
  auto* row = new QHBoxLayout(content);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  auto* left = new QVBoxLayout;
  left->setSpacing(8);
  left->addWidget(m_summary);
  left->addWidget(m_view, 1);
  row->addLayout(left, 1);
  row->addWidget(issues);
  m_empty = new QLabel(this);
  m_empty->setProperty("role", "muted");
  m_empty->setAlignment(Qt::AlignCenter);
  m_stack = new QStackedWidget(this);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(content);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 12);
  column->addWidget(m_stack);
}

void DataPage::showIssues() {
  m_issues->setFocus();
  if (m_issues->count() > 0 && m_issues->currentRow() < 0) m_issues->setCurrentRow(0);
}

QString DataPage::summary() const {
  const TablePtr table = m_session.table();
  if (!table) return {};
  return tr("%1 rows × %2 columns · encoding %3 · row numbers as in the file")
      .arg(Words::count(table->rows), Words::count(static_cast<qint64>(table->columns.size())),
           QString::fromStdString(table->report.encoding));
}

void DataPage::refresh() {
  m_model->setTable(m_session.table());
  m_model->setRoles(m_session.design().data);
  m_stack->setCurrentIndex(m_session.table() ? 1 : 0);
  m_summary->setText(summary());
  refreshIssues();
  refreshHeader();
  fitColumns();
}

void DataPage::refreshIssues() {
  const QSignalBlocker silence(m_issues);
  m_issues->clear();
  const TablePtr table = m_session.table();
  const bool some = table && !table->report.issues.empty();
  m_issuesBox->setVisible(some);
  if (!some) return;
  for (const TableIssue& issue : table->report.issues) {
    const QString sentence = text(issue.message);
    auto* item = new QListWidgetItem(
        issue.row > 0 ? tr("Row %1: %2").arg(Words::count(issue.row), sentence) : sentence,
        m_issues);
    item->setToolTip(sentence);
  }
}

/// To the cell, or to the column where the remark is about a whole column.
void DataPage::goToIssue(int index) {
  const TablePtr table = m_session.table();
  if (!table || index < 0 || index >= static_cast<int>(table->report.issues.size())) return;
  const TableIssue& issue = table->report.issues[static_cast<std::size_t>(index)];
  const int row = m_model->rowOfSheet(issue.row);
  if (row < 0 && issue.column == 0) return;
  const int last = std::max(0, m_model->columnCount() - 1);
  const int column = std::clamp(static_cast<int>(issue.column) - 1, 0, last);
  const QModelIndex cell = m_model->index(std::max(row, 0), column);
  if (row >= 0) m_view->setCurrentIndex(cell);
  m_view->scrollTo(cell, QAbstractItemView::PositionAtCenter);
}

void DataPage::refreshHeader() {
  m_view->ensurePolished(); // before, the font is not the theme's
  const QFontMetrics metrics(m_view->font());
  m_view->verticalHeader()->setDefaultSectionSize(metrics.height() + 10);
  m_view->horizontalHeader()->setFixedHeight(2 * metrics.height() + 12);
  m_view->horizontalHeader()->viewport()->update();
}

/// Widths by the header and the first rows: asking every cell would block on a large table.
void DataPage::fitColumns() {
  m_view->horizontalHeader()->setResizeContentsPrecision(20);
  const int columns = std::min(m_model->columnCount(), fittedColumns);
  for (int i = 0; i < columns; ++i) {
    m_view->resizeColumnToContents(i);
    m_view->setColumnWidth(i, std::clamp(m_view->columnWidth(i), narrowestColumn, widestColumn));
  }
}

void DataPage::retranslate() {
  m_empty->setText(tr("Open a CSV or pick an example to see its table."));
  m_issuesTitle->setText(tr("Remarks on the file"));
  setWords(m_view, tr("Data table"), tr("The table as it was read; row numbers as in the file"));
  setWords(m_issues, tr("Remarks on the file"), tr("Choose a remark to go to its row"));
  m_summary->setText(summary());
  m_model->retranslate();
  refreshIssues();
  fitColumns();
}

void DataPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace layerlab
