#include "ui/widgets/pages/tablemodel.h"

#include "core/data/cells.h"
#include "ui/session/text.h"
#include "ui/widgets/panels/featurelist.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace layerlab {
namespace {

constexpr double markShare = 0.08; // of the validation colour behind a row

/// Numbers stand right, as in a spreadsheet.
QVariant alignment(const Column& column) {
  return QVariant::fromValue(Qt::Alignment(
      (column.type == ColumnType::numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

} // namespace

TableModel::TableModel(const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), m_theme(theme) {}

void TableModel::setTable(TablePtr table) {
  beginResetModel();
  m_table = std::move(table);
  m_order.reset();
  m_validation.reset();
  findRoles();
  endResetModel();
}

void TableModel::setRoles(const PrepareSpec& spec) {
  m_spec = spec;
  findRoles();
  retranslate();
}

void TableModel::findRoles() {
  m_roles.clear();
  if (!m_table) return;
  const QStringList features = effectiveFeatures(*m_table, m_spec);
  const QSet<QString> used(features.begin(), features.end());
  const auto& targets = m_spec.targets;
  for (const Column& column : m_table->columns) {
    const bool target = std::find(targets.begin(), targets.end(), column.name) != targets.end();
    const bool feature = used.contains(QString::fromStdString(column.name));
    m_roles.push_back(target    ? ColumnRole::target
                      : feature ? ColumnRole::feature
                                : ColumnRole::unused);
  }
}

/// The view keeps its place and follows no row: sorting means to see other rows. That all cells
/// changed costs nothing; that the layout changed would make the headers walk over every row.
void TableModel::setOrder(RowOrderPtr order) {
  if (m_order == order) return;
  m_order = std::move(order);
  allCellsChanged();
}

void TableModel::allCellsChanged() {
  if (rowCount() == 0) return;
  emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

void TableModel::setValidation(RowMarks rows) {
  m_validation = std::move(rows);
  allCellsChanged();
}

bool TableModel::validates(int shownRow) const {
  return m_validation && (*m_validation)[static_cast<std::size_t>(tableRow(shownRow))];
}

int TableModel::tableRow(int shownRow) const {
  return m_order ? static_cast<int>(m_order->rows[static_cast<std::size_t>(shownRow)]) : shownRow;
}

int TableModel::shownRow(int tableRow) const {
  if (!m_order || tableRow < 0) return tableRow;
  return static_cast<int>(m_order->places[static_cast<std::size_t>(tableRow)]);
}

void TableModel::retranslate() {
  if (columnCount() > 0) emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int TableModel::rowCount(const QModelIndex& parent) const {
  if (parent.isValid() || !m_table) return 0;
  return static_cast<int>(std::min<std::int64_t>(m_table->rows, std::numeric_limits<int>::max()));
}

int TableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_table ? 0 : static_cast<int>(m_table->columns.size());
}

QString TableModel::cellText(const Column& column, std::size_t row) const {
  if (isMissing(column, row)) return tr("missing");
  if (column.type == ColumnType::numeric)
    return QString::fromStdString(floatText(column.numbers[row]));
  return QString::fromStdString(column.labels[static_cast<std::size_t>(column.codes[row])]);
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
  if (!m_table || !index.isValid()) return {};
  const Column& column = m_table->columns[static_cast<std::size_t>(index.column())];
  const auto row = static_cast<std::size_t>(tableRow(index.row()));
  const Colors& colors = m_theme.colors();
  switch (role) {
  case Qt::DisplayRole:
    return cellText(column, row);
  case Qt::TextAlignmentRole:
    return alignment(column);
  case Qt::BackgroundRole:
    if (isMissing(column, row)) return colors.raised;
    return validates(index.row()) ? QVariant(mixed(colors.surface, colors.negative, markShare))
                                  : QVariant();
  case Qt::ForegroundRole:
    return isMissing(column, row) ? QVariant(colors.note) : QVariant();
  default:
    return {};
  }
}

/// "number", "category · 3 missing": what stands out is said.
QString TableModel::headerDetail(const Column& column) const {
  QStringList parts{Words::columnType(column)};
  if (column.missing > 0) parts << tr("%1 missing").arg(Words::count(column.missing));
  return parts.join(QStringLiteral(" · "));
}

/// What is known of the column, and why it is not used where it cannot be.
QString TableModel::headerTip(const Column& column, ColumnRole columnRole) const {
  const QString facts =
      tr("%1: %2, %3, %4 different values, %5 missing")
          .arg(QString::fromStdString(column.name), roleWord(columnRole), Words::columnType(column),
               Words::count(column.distinct), Words::count(column.missing));
  const Message reason = whyNoInput(column, m_table->rows);
  const bool said = columnRole != ColumnRole::target && !reason.empty();
  return said ? facts + QLatin1Char('\n') + text(reason) : facts;
}

QVariant TableModel::columnHeader(const Column& column, ColumnRole columnRole, int role) const {
  const QString name = QString::fromStdString(column.name);
  switch (role) {
  case Qt::DisplayRole:
    return QStringLiteral("%1\n%2 · %3").arg(name, headerDetail(column), roleWord(columnRole));
  case nameRole:
    return name;
  case detailRole:
    return headerDetail(column);
  case columnRoleRole:
    return static_cast<int>(columnRole);
  case Qt::ToolTipRole:
    return headerTip(column, columnRole);
  case Qt::TextAlignmentRole:
    return alignment(column);
  default:
    return {};
  }
}

QVariant TableModel::rowHeader(int shownRow, int role) const {
  switch (role) {
  case Qt::DisplayRole:
    return QString::number(m_table->sheetRow(tableRow(shownRow)));
  case Qt::TextAlignmentRole:
    return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
  case Qt::ToolTipRole:
    if (!m_validation) return {};
    return validates(shownRow) ? tr("Kept aside for validation") : tr("Trains, if it is complete");
  case validationRole:
    return validates(shownRow);
  default:
    return {};
  }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (!m_table || section < 0) return {};
  if (orientation == Qt::Vertical) return rowHeader(section, role);
  const auto at = static_cast<std::size_t>(section);
  return columnHeader(m_table->columns[at], m_roles[at], role);
}

int TableModel::rowOfSheet(std::int64_t sheetRow) const {
  return m_table ? shownRow(tableRowOfSheet(sheetRow)) : -1;
}

int TableModel::tableRowOfSheet(std::int64_t sheetRow) const {
  const std::vector<std::uint32_t>& numbers = m_table->rowNumbers;
  if (numbers.empty()) {
    const std::int64_t row = sheetRow - m_table->firstRow;
    return row >= 0 && row < rowCount() ? static_cast<int>(row) : -1;
  }
  const auto found = std::lower_bound(numbers.begin(), numbers.end(), sheetRow);
  if (found == numbers.end() || std::int64_t{*found} != sheetRow) return -1;
  return static_cast<int>(found - numbers.begin());
}

} // namespace layerlab

#include "moc_tablemodel.cpp"
