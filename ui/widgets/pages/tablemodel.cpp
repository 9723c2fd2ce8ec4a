#include "ui/widgets/pages/tablemodel.h"

#include "ui/widgets/panels/featurelist.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace layerlab {
namespace {

bool isMissing(const Column& column, std::size_t row) {
  if (column.type == ColumnType::numeric) return std::isnan(column.numbers[row]);
  return column.type == ColumnType::empty || column.codes[row] < 0;
}

/// Numbers stand right, as in a spreadsheet.
QVariant alignment(const Column& column) {
  return QVariant::fromValue(Qt::Alignment(
      (column.type == ColumnType::numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

} // namespace

QString floatText(float value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return QString::fromLatin1(buffer.data(), end.ptr - buffer.data());
}

TableModel::TableModel(const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), m_theme(theme) {}

void TableModel::setTable(TablePtr table) {
  beginResetModel();
  m_table = std::move(table);
  m_features = m_table ? effectiveFeatures(*m_table, m_spec) : QStringList();
  endResetModel();
}

void TableModel::setRoles(const PrepareSpec& spec) {
  if (m_spec == spec) return;
  m_spec = spec;
  m_features = m_table ? effectiveFeatures(*m_table, m_spec) : QStringList();
  retranslate();
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
  if (column.type == ColumnType::numeric) return floatText(column.numbers[row]);
  return QString::fromStdString(column.labels[static_cast<std::size_t>(column.codes[row])]);
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
  if (!m_table || !index.isValid()) return {};
  const Column& column = m_table->columns[static_cast<std::size_t>(index.column())];
  const auto row = static_cast<std::size_t>(index.row());
  switch (role) {
  case Qt::DisplayRole:
    return cellText(column, row);
  case Qt::TextAlignmentRole:
    return alignment(column);
  case Qt::BackgroundRole:
    return isMissing(column, row) ? QVariant(m_theme.colors().raised) : QVariant();
  case Qt::ForegroundRole:
    return isMissing(column, row) ? QVariant(m_theme.colors().note) : QVariant();
  default:
    return {};
  }
}

TableModel::Role TableModel::roleOf(const Column& column) const {
  const std::vector<std::string>& targets = m_spec.targets;
  if (std::find(targets.begin(), targets.end(), column.name) != targets.end()) return Role::target;
  return m_features.contains(QString::fromStdString(column.name)) ? Role::feature : Role::unused;
}

QString TableModel::roleText(const Column& column) const {
  const Role role = roleOf(column);
  return role == Role::target    ? tr("target")
         : role == Role::feature ? tr("feature")
                                 : tr("not used");
}

/// "number", "number · 3 missing", "category · target": what stands out is said.
QString TableModel::headerDetail(const Column& column) const {
  QStringList parts{Words::columnType(column)};
  if (roleOf(column) != Role::feature) parts << roleText(column);
  if (column.missing > 0) parts << tr("%1 missing").arg(Words::count(column.missing));
  return parts.join(QStringLiteral(" · "));
}

QVariant TableModel::columnHeader(const Column& column, int role) const {
  const QString name = QString::fromStdString(column.name);
  const QString type = Words::columnType(column);
  switch (role) {
  case Qt::DisplayRole:
    return QStringLiteral("%1\n%2").arg(name, headerDetail(column));
  case Qt::ToolTipRole:
    return tr("%1: %2, %3, %4 different values, %5 missing")
        .arg(name, roleText(column), type, Words::count(column.distinct),
             Words::count(column.missing));
  case Qt::TextAlignmentRole:
    return alignment(column);
  default:
    return {};
  }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (!m_table) return {};
  if (orientation == Qt::Horizontal)
    return columnHeader(m_table->columns[static_cast<std::size_t>(section)], role);
  if (role == Qt::DisplayRole) return QString::number(m_table->sheetRow(section));
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
  return {};
}

int TableModel::rowOfSheet(std::int64_t sheetRow) const {
  if (!m_table) return -1;
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
