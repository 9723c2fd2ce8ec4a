#pragma once

#include "core/data/prepare.h"
#include "core/data/table.h"
#include "ui/widgets/panels/columnroles.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace layerlab {

class Theme;

/// Table rows in the order they are shown, and back.
struct RowOrder {
  std::vector<std::uint32_t> rows;   ///< shown row -> table row
  std::vector<std::uint32_t> places; ///< table row -> shown row
};
using RowOrderPtr = std::shared_ptr<const RowOrder>;
/// One entry per table row.
using RowMarks = std::shared_ptr<const std::vector<bool>>;

/// A read-only view of a Table: nothing is copied, so that a million rows cost nothing. Rows may
/// be shown in another order; row numbers stay those of the file.
class TableModel : public QAbstractTableModel {
  Q_OBJECT
public:
  /// Parts of a column's header.
  enum HeaderPart { nameRole = Qt::UserRole + 1, detailRole, columnRoleRole };
  /// Of a row's header: whether the row validates.
  static constexpr int validationRole = Qt::UserRole + 4;

  explicit TableModel(const Theme& theme, QObject* parent = nullptr);

  /// In file order, without marks.
  void setTable(TablePtr table);
  const TablePtr& table() const { return m_table; }
  /// Which columns are targets and features; shown in the headers.
  void setRoles(const PrepareSpec& spec);
  void setOrder(RowOrderPtr order); ///< null: as in the file
  void setValidation(RowMarks rows);
  bool validates(int shownRow) const;
  void retranslate();

  int tableRow(int shownRow) const;
  int shownRow(int tableRow) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  /// The shown row that stands in row `sheetRow` of the file; -1: none (header, blank row).
  int rowOfSheet(std::int64_t sheetRow) const;

private:
  void findRoles();
  void allCellsChanged();
  int tableRowOfSheet(std::int64_t sheetRow) const;
  QString cellText(const Column& column, std::size_t row) const;
  QString headerDetail(const Column& column) const;
  QString headerTip(const Column& column, ColumnRole columnRole) const;
  QVariant columnHeader(const Column& column, ColumnRole columnRole, int role) const;
  QVariant rowHeader(int shownRow, int role) const;

  const Theme& m_theme;
  TablePtr m_table;
  PrepareSpec m_spec;
  std::vector<ColumnRole> m_roles; ///< beside the table's columns
  RowOrderPtr m_order;
  RowMarks m_validation;
};

} // namespace layerlab
