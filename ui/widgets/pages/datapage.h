#pragma once

#include "ui/session/inquiry.h"
#include "ui/session/tablesearch.h"
#include "ui/widgets/pages/page.h"
#include "ui/widgets/pages/tableheaders.h"
#include "ui/widgets/pages/tablemodel.h"

class QLabel;
class QListWidget;
class QStackedWidget;
class QTableView;
class QTabWidget;

namespace layerlab {

class ColumnInspector;
class FindBar;
class Theme;

/// The table as it was read: types, roles, missing cells, validation rows; sorted and searched; one
/// column in detail, and the remarks on the file, which lead to their row. While a large file is
/// being loaded, its first rows.
class DataPage : public Page {
  Q_OBJECT
public:
  DataPage(const Theme& theme, Workbench& workbench, QWidget* parent = nullptr);

  QString title() const override;
  QString tip() const override;
  QString icon() const override;
  QWidget* controls() const override;

  /// Puts the keyboard on the list of remarks.
  void showIssues();
  /// Puts the keyboard on the line to look for text.
  void find();
  /// direction: 0 as in the file, 1 rising, 2 falling.
  void sort(int column, int direction);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  void buildTable();
  QWidget* buildIssues();
  void arrange(QWidget* issues);
  void connectTable();
  void sessionChanged(Session::Parts parts);
  void retranslate();
  void refresh();
  void refreshIssues();
  void refreshHeader();
  void refreshPictures();
  void refreshMarks();
  void showColumn(int column);
  void takeOrder(RowOrderPtr order, int column, int direction);
  void showSorting();
  void askRole(int column, const QPoint& at);
  void search();
  void stepFound(int direction);
  void goToFound();
  void fitColumns();
  void goToIssue(int index);
  QString summary() const;

  const Theme& m_theme;
  Workbench& m_workbench;
  Session& m_session;
  TableModel* m_model;
  QLabel* m_summary = nullptr;
  QTableView* m_view = nullptr;
  ColumnHeader* m_header = nullptr;
  FindBar* m_find = nullptr;
  QTabWidget* m_side = nullptr;
  ColumnInspector* m_inspector = nullptr;
  QListWidget* m_issues = nullptr;
  QStackedWidget* m_stack = nullptr;
  QLabel* m_empty = nullptr;

  Inquiry<ColumnPictures> m_pictures{this};
  Inquiry<RowMarks> m_marks{this};
  Inquiry<RowOrderPtr> m_ordering{this};
  Inquiry<FoundCells> m_searching{this};
  TablePtr m_pictured;      ///< the table whose pictures are made
  bool m_marksStale = true; ///< the validation rows may be others
  bool m_columnsUnfitted = false;
  std::int64_t m_validating = 0; ///< number of marked rows
  int m_column = -1;             ///< shown in detail
  int m_sorted = -1;
  int m_direction = 0;
  RowOrderPtr m_order;
  FoundCells m_found;
  int m_foundAt = -1;
};

} // namespace layerlab
