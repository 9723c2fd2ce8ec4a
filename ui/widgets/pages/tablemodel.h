#pragma once

#include "core/data/prepare.h"
#include "core/data/table.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace layerlab {

class Theme;

/// A read-only view of a Table: nothing is copied, so that a million rows cost nothing.
class TableModel : public QAbstractTableModel {
  Q_OBJECT
public:
  explicit TableModel(const Theme& theme, QObject* parent = nullptr);

  void setTable(TablePtr table);
  /// Which columns are targets and features; shown in the headers.
  void setRoles(const PrepareSpec& spec);
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  /// The data row that stands in row `sheetRow` of the file; -1: none (header, blank row).
  int rowOfSheet(std::int64_t sheetRow) const;

private:
  enum class Role { target, feature, unused };
  Role roleOf(const Column& column) const;
  QString roleText(const Column& column) const;
  QString cellText(const Column& column, std::size_t row) const;
  QString headerDetail(const Column& column) const;
  QVariant columnHeader(const Column& column, int role) const;

  const Theme& m_theme;
  TablePtr m_table;
  PrepareSpec m_spec;
  QStringList m_features;
};

/// Shortest text that reads back as the same float ("5.1", not "5.0999999").
QString floatText(float value);

} // namespace layerlab
