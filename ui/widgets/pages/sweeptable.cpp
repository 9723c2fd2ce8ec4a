#include "ui/widgets/pages/sweeptable.h"

#include "ui/widgets/panels/words.h"

namespace layerlab {

namespace {
enum Part { units, parameters, trainings, mean, lowest, highest, seconds, partCount };
}

void SweepTable::setRows(const std::vector<SweepRow>& rows) {
  const bool sameSize = rows.size() == m_rows.size();
  if (!sameSize) beginResetModel();
  m_rows = rows;
  if (!sameSize)
    endResetModel();
  else if (!m_rows.empty())
    emit dataChanged(index(0, 0), index(rowCount() - 1, partCount - 1));
}

void SweepTable::retranslate() {
  emit headerDataChanged(Qt::Horizontal, 0, partCount - 1);
}

int SweepTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SweepTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : partCount;
}

QVariant SweepTable::data(const QModelIndex& index, int role) const {
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
  if (role != Qt::DisplayRole || !index.isValid()) return {};
  const SweepRow& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (index.column()) {
  case units:
    return Words::count(row.units);
  case parameters:
    return row.done > 0 ? Words::count(row.parameters) : QStringLiteral("–");
  case trainings:
    return row.diverged > 0
               ? tr("%1 of %2, %3 diverged").arg(row.done).arg(row.planned).arg(row.diverged)
               : tr("%1 of %2").arg(row.done).arg(row.planned);
  case mean:
    return Words::figure(row.mean);
  case lowest:
    return Words::figure(row.min);
  case highest:
    return Words::figure(row.max);
  case seconds:
    return row.done > 0 ? Words::seconds(row.seconds) : QStringLiteral("–");
  default:
    return {};
  }
}

QVariant SweepTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
  case units:
    return tr("units");
  case parameters:
    return tr("parameters");
  case trainings:
    return tr("trainings");
  case mean:
    return tr("mean");
  case lowest:
    return tr("lowest");
  case highest:
    return tr("highest");
  case seconds:
    return tr("seconds each");
  default:
    return {};
  }
}

} // namespace layerlab

#include "moc_sweeptable.cpp"
