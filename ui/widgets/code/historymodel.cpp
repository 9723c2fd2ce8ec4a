#include "ui/widgets/code/historymodel.h"

#include "ui/widgets/panels/words.h"

namespace layerlab {

void HistoryModel::setHistory(const History& history) {
  const auto had = static_cast<int>(m_history.epochs.size());
  const auto has = static_cast<int>(history.epochs.size());
  const bool validated = has > 0 && history.epochs.front().valLoss.has_value();
  const bool goesOn = had > 0 && has >= had && history.metrics == m_history.metrics &&
                      validated == m_validated &&
                      history.epochs.front() == m_history.epochs.front();
  if (goesOn) {
    if (has == had) return;
    beginInsertRows({}, had, has - 1);
    m_history.epochs.insert(m_history.epochs.end(), history.epochs.begin() + had,
                            history.epochs.end());
    endInsertRows();
    return;
  }
  beginResetModel();
  m_history = history;
  m_validated = validated;
  m_columns = {QStringLiteral("loss")};
  for (const Metric metric : history.metrics) m_columns << QLatin1String(kerasName(metric));
  if (validated) {
    m_columns << QStringLiteral("val_loss");
    for (const Metric metric : history.metrics)
      m_columns << QStringLiteral("val_") + QLatin1String(kerasName(metric));
  }
  m_columns << QStringLiteral("learning_rate");
  endResetModel();
}

QString HistoryModel::csv() const {
  QString out = QStringLiteral("epoch\t") + m_columns.join(QLatin1Char('\t')) + QLatin1Char('\n');
  for (int row = 0; row < rowCount(); ++row) {
    out += QString::number(row + 1);
    for (int column = 0; column < columnCount(); ++column)
      out += QLatin1Char('\t') + data(index(row, column), Qt::DisplayRole).toString();
    out += QLatin1Char('\n');
  }
  return out;
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_history.epochs.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

std::optional<double> HistoryModel::value(const EpochRecord& record, int column) const {
  const auto metrics = static_cast<int>(m_history.metrics.size());
  const auto at = [](const MetricValues& values, int i) -> std::optional<double> {
    const auto place = static_cast<std::size_t>(i);
    return place < values.size() ? std::optional(values[place]) : std::nullopt;
  };
  if (column == columnCount() - 1) return record.learningRate;
  if (column == 0) return record.loss;
  if (column <= metrics) return at(record.metrics, column - 1);
  return column == metrics + 1 ? record.valLoss : at(record.valMetrics, column - metrics - 2);
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
  if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole || !index.isValid()) return {};
  const auto number =
      value(m_history.epochs[static_cast<std::size_t>(index.row())], index.column());
  const bool rate = index.column() == columnCount() - 1;
  return number ? (rate ? Words::setting(*number) : Words::figure(*number)) : QString();
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole) return {};
  return orientation == Qt::Vertical ? QVariant(section + 1) : QVariant(m_columns.value(section));
}

} // namespace layerlab

#include "moc_historymodel.cpp"
