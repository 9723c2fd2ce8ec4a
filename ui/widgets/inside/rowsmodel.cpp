#include "ui/widgets/inside/rowsmodel.h"

#include "core/io/export.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace layerlab {

RowsModel::RowsModel(const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), m_theme(theme),
      m_report(std::make_shared<const PredictionReport>()) {
  connect(&theme, &Theme::changed, this, [this] {
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  });
}

void RowsModel::setReport(std::shared_ptr<const PredictionReport> report, TablePtr table) {
  const bool otherColumns = report->kind != m_report->kind;
  m_report = std::move(report);
  m_table = std::move(table);
  if (otherColumns)
    listAnew();
  else
    list();
}

void RowsModel::setCutOff(double cutOff) {
  m_cutOff = cutOff;
  list();
}

void RowsModel::setFilter(const Filter& filter) {
  if (filter == m_filter) return;
  m_filter = filter;
  list();
}

void RowsModel::listAnew() {
  beginResetModel();
  m_listed.clear();
  for (std::size_t r = 0; r < m_report->rows(); ++r)
    if (passes(r)) m_listed.push_back(static_cast<std::uint32_t>(r));
  endResetModel();
}

/// While training the rows stay and their numbers change: the view keeps its place.
void RowsModel::list() {
  std::vector<std::uint32_t> listed;
  for (std::size_t r = 0; r < m_report->rows(); ++r)
    if (passes(r)) listed.push_back(static_cast<std::uint32_t>(r));
  if (listed.size() != m_listed.size()) return listAnew();
  m_listed = std::move(listed);
  if (!m_listed.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::uint32_t RowsModel::predictedClass(std::size_t row) const {
  return m_report->kind == PredictionKind::classes
             ? m_report->predicted[row]
             : static_cast<std::uint32_t>(static_cast<double>(m_report->outputs(row, 0)) >=
                                          m_cutOff);
}

bool RowsModel::passes(std::size_t row) const {
  if (m_report->kind == PredictionKind::numbers) return true;
  const std::uint32_t called = predictedClass(row);
  return (!m_filter.wrongOnly || called != m_report->truth[row]) &&
         m_filter.truth.value_or(m_report->truth[row]) == m_report->truth[row] &&
         m_filter.predicted.value_or(called) == called;
}

int RowsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_listed.size());
}

int RowsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : columnCount_;
}

int RowsModel::reportRow(int row) const {
  return row >= 0 && row < rowCount() ? static_cast<int>(m_listed[static_cast<std::size_t>(row)])
                                      : -1;
}

int RowsModel::listedRow(int reportRow) const {
  const auto at =
      std::find(m_listed.begin(), m_listed.end(), static_cast<std::uint32_t>(reportRow));
  return at == m_listed.end() ? -1 : static_cast<int>(at - m_listed.begin());
}

Result<std::string> RowsModel::csv() const {
  if (!m_table || m_report->rows() == 0)
    return inputError({QT_TRANSLATE_NOOP("Core", "no row is predicted yet; press Fit first"), {}});
  return reportRowsCsv(*m_report, *m_table, m_listed, m_cutOff);
}

/// "p" of numbers is the error: predicted - true.
QString RowsModel::text(std::size_t row, int column) const {
  if (column == sheetRow)
    return m_table ? Words::count(m_table->sheetRow(m_report->tableRow[row])) : QString();
  if (numbers()) {
    const double predictedNumber = m_report->predictedNumbers[row];
    const double trueNumber = m_report->trueNumbers[row];
    if (column == predicted) return Words::figure(predictedNumber);
    if (column == truth) return QString::fromStdString(numberText(trueNumber, 6));
    return column == certainty ? Words::figure(predictedNumber - trueNumber) : QString();
  }
  const std::uint32_t called = predictedClass(row);
  const auto name = [this](std::uint32_t which) {
    return QString::fromStdString(m_report->classes[which]);
  };
  if (column == predicted)
    return called == m_report->truth[row] ? name(called) : QStringLiteral("✗ %1").arg(name(called));
  if (column == truth) return name(m_report->truth[row]);
  const std::size_t output = m_report->kind == PredictionKind::classes ? called : 0;
  return Words::figure(static_cast<double>(m_report->outputs(row, output)));
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const std::size_t row = m_listed[static_cast<std::size_t>(index.row())];
  const int column = index.column();
  if (role == Qt::DisplayRole) return text(row, column);
  const bool figure = column == sheetRow || column == certainty || numbers();
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(
        Qt::Alignment((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
  const bool wrong = !numbers() && predictedClass(row) != m_report->truth[row];
  if (role == Qt::ForegroundRole && wrong && column == predicted) return m_theme.colors().bad;
  return {};
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
  case sheetRow:
    return tr("row");
  case certainty:
    return numbers() ? tr("error") : QStringLiteral("p");
  case predicted:
    return tr("predicted");
  case truth:
    return tr("true");
  default:
    return {};
  }
}

void RowsModel::retranslate() {
  emit headerDataChanged(Qt::Horizontal, 0, columnCount_ - 1);
}

} // namespace layerlab

#include "moc_rowsmodel.cpp"
