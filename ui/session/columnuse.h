#pragma once

#include "core/data/prepare.h"
#include "ui/session/inquiry.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace layerlab {

/// The columns `spec` uses as inputs, in the order of the file: those named, or all that are
/// neither target nor ignored; without those that can be none.
QStringList effectiveFeatures(const Table& table, const PrepareSpec& spec);

/// Rows that can be used under `spec`: with a target and, where rows with gaps are dropped, without
/// gaps. Looks only at columns that have missing values.
std::int64_t usableRows(const Table& table, const PrepareSpec& spec);

/// Counts the usable rows of a table, off the GUI thread where it is large, and remembers them.
class RowCounter : public QObject {
  Q_OBJECT
public:
  using QObject::QObject;

  /// None while they are being counted; counted() tells when they are there.
  std::optional<std::int64_t> usable(const TablePtr& table, const PrepareSpec& spec);

signals:
  void counted();

private:
  TablePtr m_table;
  PrepareSpec m_spec; ///< only what the number depends on
  std::optional<std::int64_t> m_rows;
  Inquiry<std::int64_t> m_inquiry{this};
};

} // namespace layerlab
