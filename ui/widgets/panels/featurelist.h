#pragma once

#include "core/data/prepare.h"
#include "core/data/table.h"
#include "ui/session/columnuse.h"

#include <QListWidget>
#include <QStringList>

namespace layerlab {

class Theme;

/// The columns which may become inputs, with their type and missing values, to be ticked.
class FeatureList : public QListWidget {
  Q_OBJECT
public:
  explicit FeatureList(const Theme& theme, QWidget* parent = nullptr);

  /// The columns of `table` that are not targets, ticked as `spec` uses them.
  void setColumns(const TablePtr& table, const PrepareSpec& spec);
  QStringList checkedNames() const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

signals:
  void checkedChanged(const QStringList& names);

protected:
  void changeEvent(QEvent* event) override;

private:
  void refreshWords();
  void rebuild(const QVector<const Column*>& columns);

  TablePtr m_table;               ///< keeps the columns alive
  QVector<const Column*> m_shown; ///< one per row
};

} // namespace layerlab
