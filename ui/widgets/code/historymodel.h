#pragma once

#include "core/fit/history.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace layerlab {

/// history.history as a table: one row per epoch; loss, metrics, val_loss, val_metrics, learning
/// rate.
class HistoryModel : public QAbstractTableModel {
  Q_OBJECT
public:
  using QAbstractTableModel::QAbstractTableModel;

  /// Rows are added where the old history goes on, so that the view keeps its place.
  void setHistory(const History& history);
  QString csv() const; ///< what is shown, for the clipboard, parted by tabs

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  std::optional<double> value(const EpochRecord& record, int column) const;

  History m_history;
  QStringList m_columns;
  bool m_validated = false;
};

} // namespace layerlab
