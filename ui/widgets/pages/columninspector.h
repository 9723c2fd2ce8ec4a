#pragma once

#include "core/data/sketch.h"
#include "ui/session/inquiry.h"
#include "ui/session/workbench.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;
class QTreeWidget;

namespace layerlab {

class DistributionView;
class Field;
class Theme;

/// One column in detail: role and type to be changed (undoable), its distribution, its figures, its
/// values with how often they are there; and sorting by it. Counts off the GUI thread.
class ColumnInspector : public QWidget {
  Q_OBJECT
public:
  ColumnInspector(const Theme& theme, Session& session, QWidget* parent = nullptr);

  /// The column `index` of `table`; -1: none is chosen.
  void showColumn(const TablePtr& table, int index);
  /// Roles may have changed.
  void refreshRoles();
  /// -1: another column is sorted by, or none.
  void showSorted(int direction); ///< 0 as in the file, 1 rising, 2 falling

signals:
  void sortRequested(int direction);

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  QLayout* buildSorting();
  void retranslate();
  const Column* column() const;
  void refreshChoices();
  void refreshFigures();
  void refreshValues();
  void fitCounts();
  QString pictureWords() const; ///< the picture as a sentence
  void chooseRole(int index);
  void chooseType(int index);

  const Theme& m_theme;
  Session& m_session;
  TablePtr m_table;
  int m_index = -1;
  int m_sorted = 0;
  ColumnSketch m_sketch;
  Inquiry<ColumnSketch> m_inquiry{this};
  QLabel* m_name = nullptr;
  QComboBox* m_role = nullptr;
  QComboBox* m_type = nullptr;
  Field* m_roleField = nullptr;
  Field* m_typeField = nullptr;
  DistributionView* m_picture = nullptr;
  QLabel* m_figures = nullptr;
  QTreeWidget* m_values = nullptr;
  QLabel* m_others = nullptr;
  QToolButton* m_sort[3] = {nullptr, nullptr, nullptr};
};

} // namespace layerlab
