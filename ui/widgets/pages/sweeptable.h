#pragma once

#include "ui/widgets/pages/elbowcurve.h"

#include <QAbstractTableModel>

namespace layerlab {

/// The figures of a sweep as a table: one row per unit count.
class SweepTable : public QAbstractTableModel {
  Q_OBJECT
public:
  using QAbstractTableModel::QAbstractTableModel;

  void setRows(const std::vector<SweepRow>& rows);
  void retranslate();
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  std::vector<SweepRow> m_rows;
};

} // namespace layerlab
