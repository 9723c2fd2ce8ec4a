#include "ui/widgets/pages/datapage.h"

#include "ui/session/text.h"
#include "ui/widgets/pages/columninspector.h"
#include "ui/widgets/pages/findbar.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QListWidget>
#include <QMenu>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int widestColumn = 220;
constexpr int narrowestColumn = 96;
constexpr int fittedColumns = 200; // more are never seen at once; each costs time
constexpr std::size_t picturedColumns = 500;
constexpr std::size_t pictureBars = 16;
constexpr int inspectorWidth = 280;

ColumnPictures picturesOf(const Table& table, const CancelToken& cancel) {
  ColumnPictures pictures;
  const std::size_t count = std::min(table.columns.size(), picturedColumns);
  for (std::size_t c = 0; c < count && !cancel.cancelled(); ++c)
    pictures.push_back(pictureOf(sketch(table.columns[c], pictureBars, cancel), pictureBars));
  return pictures;
}

RowMarks marksOf(const Table& table, const PrepareSpec& spec, std::uint64_t seed) {
  const auto rows = validationRows(table, spec, seed);
  if (!rows) return nullptr;
  auto marks = std::make_shared<std::vector<bool>>(static_cast<std::size_t>(table.rows), false);
  for (const std::uint32_t row : *rows) (*marks)[row] = true;
  return marks;
}

} // namespace

DataPage::DataPage(const Theme& theme, Workbench& workbench, QWidget* parent)
    : Page(parent), m_theme(theme), m_workbench(workbench), m_session(workbench.session()),
      m_model(new TableModel(theme, this)) {
  buildTable();
  arrange(buildIssues());
  connectTable();
  connect(&m_session, &Session::changed, this, &DataPage::sessionChanged);
  connect(&workbench, &Workbench::previewChanged, this, &DataPage::refresh);
  connect(&theme, &Theme::changed, this, [this] {
    m_side->setFixedWidth(m_theme.px(inspectorWidth));
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

QWidget* DataPage::controls() const {
  return m_find;
}

// Building --------------------------------------------------------------------------------------

void DataPage::buildTable() {
  m_summary = new QLabel(this);
  nameWidget(m_summary, QStringLiteral("dataSummary"));
  m_summary->setProperty("role", "muted");
  m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_view = new QTableView(this);
  nameWidget(m_view, QStringLiteral("dataTable"));
  m_header = new ColumnHeader(m_theme, m_view);
  nameWidget(m_header, QStringLiteral("dataTableHeader"));
  m_view->setHorizontalHeader(m_header);
  m_view->setVerticalHeader(new RowHeader(m_theme, m_view));
  m_view->setModel(m_model);
  m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_view->setWordWrap(false);
  m_view->setItemDelegate(new CellDelegate(m_theme, m_view));
  m_view->setCornerButtonEnabled(false);
  m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_view->setTabKeyNavigation(false);
  m_find = new FindBar(m_theme, this);
}

QWidget* DataPage::buildIssues() {
  m_issues = new QListWidget(this);
  nameWidget(m_issues, QStringLiteral("issuesList"));
  m_issues->setWordWrap(true);
  m_issues->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_issues->setResizeMode(QListView::Adjust);
  connect(m_issues, &QListWidget::currentRowChanged, this, &DataPage::goToIssue);
  connect(m_issues, &QListWidget::itemClicked, this,
          [this](QListWidgetItem* item) { goToIssue(m_issues->row(item)); });
  return m_issues;
}

void DataPage::arrange(QWidget* issues) {
  m_inspector = new ColumnInspector(m_theme, m_session);
  auto* scroll = new QScrollArea;
  scroll->setObjectName(QStringLiteral("columnScroll"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(m_inspector);
  scroll->setStyleSheet(QStringLiteral( // as the page itself, not as a window
      "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"));
  m_side = new QTabWidget;
  nameWidget(m_side, QStringLiteral("dataSide"));
  m_side->setDocumentMode(true);
  m_side->setFixedWidth(m_theme.px(inspectorWidth));
  m_side->addTab(scroll, QString());
  m_side->addTab(issues, QString());
  auto* content = new QWidget(this);
  auto* row = new QHBoxLayout(content);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  auto* left = new QVBoxLayout;
  left->setSpacing(8);
  left->addWidget(m_summary);
  left->addWidget(m_view, 1);
  row->addLayout(left, 1);
  row->addWidget(m_side);
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

void DataPage::connectTable() {
  connect(m_header, &ColumnHeader::chosen, this, &DataPage::showColumn);
  connect(m_header, &ColumnHeader::roleRequested, this, &DataPage::askRole);
  connect(m_header, &ColumnHeader::sortRequested, this, [this](int column) {
    sort(column, column == m_sorted ? (m_direction + 1) % 3 : 1); // rising, falling, file order
  });
  connect(m_inspector, &ColumnInspector::sortRequested, this,
          [this](int direction) { sort(m_column, direction); });
  connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& current) {
            if (current.isValid()) showColumn(current.column());
          });
  connect(m_find, &FindBar::textChanged, this, &DataPage::search);
  connect(m_find, &FindBar::stepRequested, this, &DataPage::stepFound);
  connect(m_find, &FindBar::left, this, [this] { m_view->setFocus(); });
}

// The table -------------------------------------------------------------------------------------

void DataPage::sessionChanged(Session::Parts parts) {
  if (parts & (Session::tablePart | Session::columnsPart)) {
    refresh();
    return;
  }
  if (!(parts & (Session::designPart | Session::outlinePart))) return;
  m_model->setRoles(m_session.design().data);
  m_inspector->refreshRoles();
  m_marksStale = true;
  refreshMarks();
}

QString DataPage::summary() const {
  if (m_workbench.preview())
    return tr("The first %1 rows while the file is being loaded…")
        .arg(Words::count(m_workbench.preview()->rows));
  const TablePtr table = m_session.table();
  if (!table) return {};
  if (m_ordering.waiting()) return tr("Sorting…");
  QStringList parts{tr("%1 rows × %2 columns")
                        .arg(Words::count(table->rows),
                             Words::count(static_cast<qint64>(table->columns.size())))};
  if (m_validating > 0)
    parts << tr("marked rows kept aside for validation: %1").arg(Words::count(m_validating));
  if (table->report.bytes > 0)
    parts << tr("encoding %1").arg(QString::fromStdString(table->report.encoding));
  return parts.join(QStringLiteral(" · "));
}

/// Another table. What was sorted and found belonged to the one before; the column in detail stays
/// where there is one of the same name.
void DataPage::refresh() {
  const TablePtr before = m_model->table();
  const TablePtr table = m_workbench.preview() ? m_workbench.preview() : m_session.table();
  if (table && table == before) {
    m_summary->setText(summary());
    return;
  }
  std::string name;
  if (before && m_column >= 0) name = before->columns[static_cast<std::size_t>(m_column)].name;
  m_ordering.drop();
  m_searching.drop();
  m_marks.drop();
  m_column = -1;
  m_validating = 0;
  m_model->setTable(table);
  m_model->setRoles(m_session.design().data);
  takeOrder(nullptr, -1, 0);
  m_header->setPictures({});
  m_marksStale = true;
  m_stack->setCurrentIndex(table ? 1 : 0);
  m_find->setEnabled(table != nullptr);
  int column = table ? 0 : -1;
  for (std::size_t i = 0; table && i < table->columns.size(); ++i)
    if (table->columns[i].name == name) column = static_cast<int>(i);
  showColumn(column);
  refreshIssues();
  refreshHeader();
  if (!before || !table || before->columns.size() != table->columns.size()) fitColumns();
  refreshPictures();
  refreshMarks();
  search();
}

void DataPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_columnsUnfitted) fitColumns();
  refreshPictures();
  refreshMarks();
}

/// Only while somebody looks; otherwise when the page is shown.
void DataPage::refreshPictures() {
  const TablePtr table = m_model->table();
  if (!isVisible() || m_pictured == table) return;
  m_pictured = table;
  m_pictures.drop();
  if (!table) return;
  m_pictures.ask([table](const CancelToken& cancel) { return picturesOf(*table, cancel); },
                 [this](ColumnPictures pictures) { m_header->setPictures(std::move(pictures)); });
}

void DataPage::refreshMarks() {
  const TablePtr table = m_session.table();
  if (!isVisible() || !m_marksStale || !table || m_model->table() != table) return;
  m_marksStale = false;
  m_marks.ask([table, spec = m_session.design().data, seed = m_session.design().fit.seed](
                  const CancelToken&) { return marksOf(*table, spec, seed); },
              [this, table](RowMarks marks) {
                if (m_model->table() != table) return;
                m_validating = marks ? std::count(marks->begin(), marks->end(), true) : 0;
                m_model->setValidation(std::move(marks));
                m_summary->setText(summary());
              });
}

void DataPage::showColumn(int column) {
  m_column = column;
  m_header->setChosen(column);
  m_inspector->showColumn(m_workbench.preview() ? nullptr : m_model->table(), column);
  m_inspector->showSorted(column >= 0 && column == m_sorted ? m_direction : m_sorted < 0 ? 0 : -1);
}

void DataPage::askRole(int column, const QPoint& at) {
  const TablePtr table = m_model->table();
  if (!table || table != m_session.table() || column < 0) return;
  const Column& chosen = table->columns[static_cast<std::size_t>(column)];
  const PrepareSpec& spec = m_session.design().data;
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("roleMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (ColumnRole role : {ColumnRole::target, ColumnRole::feature, ColumnRole::unused}) {
    QAction* action = menu->addAction(roleWord(role), this, [this, role, name = chosen.name] {
      giveRole(m_session, name, role);
    });
    action->setCheckable(true);
    action->setChecked(roleOf(*table, spec, chosen) == role);
    action->setEnabled(mayTakeRole(*table, spec, chosen, role));
  }
  menu->addSeparator();
  const std::pair<QString, int> orders[] = {
      {tr("Sort rising"), 1}, {tr("Sort falling"), 2}, {tr("File order"), 0}};
  for (const auto& [words, direction] : orders)
    menu->addAction(words, this, [this, column, way = direction] { sort(column, way); });
  menu->popup(at);
}

// Remarks ---------------------------------------------------------------------------------------

void DataPage::showIssues() {
  m_side->setCurrentWidget(m_issues);
  m_issues->setFocus();
  if (m_issues->count() > 0 && m_issues->currentRow() < 0) m_issues->setCurrentRow(0);
}

void DataPage::refreshIssues() {
  const QSignalBlocker silence(m_issues);
  m_issues->clear();
  const TablePtr table = m_model->table();
  const std::size_t count = table ? table->report.issues.size() : 0;
  const int tab = m_side->indexOf(m_issues);
  m_side->setTabText(tab, tr("Remarks: %1").arg(count));
  m_side->setTabVisible(tab, count > 0);
  for (std::size_t i = 0; i < count; ++i) {
    const TableIssue& issue = table->report.issues[i];
    const QString sentence = text(issue.message);
    auto* item = new QListWidgetItem(
        issue.row > 0 ? tr("Row %1: %2").arg(Words::count(issue.row), sentence) : sentence,
        m_issues);
    item->setToolTip(sentence);
  }
}

/// To the cell, or to the column where the remark is about a whole column.
void DataPage::goToIssue(int index) {
  const TablePtr table = m_model->table();
  if (!table || index < 0 || index >= static_cast<int>(table->report.issues.size())) return;
  const TableIssue& issue = table->report.issues[static_cast<std::size_t>(index)];
  const int row = m_model->rowOfSheet(issue.row);
  if (row < 0 && issue.column == 0) return;
  int column = 0; // dropped columns leave gaps in the numbers
  for (std::size_t i = 0; i < table->columns.size(); ++i)
    if (table->columns[i].index <= issue.column) column = static_cast<int>(i);
  const QModelIndex cell = m_model->index(std::max(row, 0), column);
  if (row >= 0) m_view->setCurrentIndex(cell);
  m_view->scrollTo(cell, QAbstractItemView::PositionAtCenter);
  m_header->setChosen(column);
}

// Looks -----------------------------------------------------------------------------------------

void DataPage::refreshHeader() {
  m_view->ensurePolished(); // before, the font is not the theme's
  const QFontMetrics metrics(m_view->font());
  m_view->verticalHeader()->setDefaultSectionSize(metrics.height() + 10);
  m_header->setFixedHeight(m_header->sizeHint().height());
  m_header->viewport()->update();
}

/// Widths by the header and the first rows: asking every cell would block on a large table.
/// Hundreds of columns take a while, too: hidden, the page fits them when it is shown.
void DataPage::fitColumns() {
  m_columnsUnfitted = !isVisible();
  if (m_columnsUnfitted) return;
  m_header->setResizeContentsPrecision(20);
  const int columns = std::min(m_model->columnCount(), fittedColumns);
  for (int i = 0; i < columns; ++i) {
    m_view->resizeColumnToContents(i);
    m_view->setColumnWidth(i, std::clamp(m_view->columnWidth(i), narrowestColumn, widestColumn));
  }
}

void DataPage::retranslate() {
  m_empty->setText(tr("Open a CSV or pick an example to see its table."));
  m_side->setTabText(0, tr("Column"));
  m_side->setTabToolTip(0, tr("The chosen column in detail"));
  m_side->setTabToolTip(1, tr("What was noticed while reading the file"));
  setWords(m_side, tr("Column and remarks"),
           tr("The column chosen in the table, and what its reading found"));
  setWords(m_view, tr("Data table"), tr("The table as it was read; row numbers as in the file"));
  setWords(m_header, tr("Columns of the table"),
           tr("Click a role to change it; double-click to sort"));
  setWords(m_issues, tr("Remarks on the file"), tr("Choose a remark to go to its row"));
  m_summary->setText(summary());
  m_model->retranslate();
  refreshIssues();
  fitColumns();
}

void DataPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  Page::changeEvent(event);
}

} // namespace layerlab

#include "moc_datapage.cpp"
