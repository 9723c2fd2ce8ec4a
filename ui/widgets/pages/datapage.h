#pragma once

#include "ui/widgets/pages/page.h"

class QLabel;
class QListWidget;
class QStackedWidget;
class QTableView;

namespace layerlab {

class TableModel;
class Theme;

/// The table as it was read: types, missing cells, and the remarks on the file, which lead to their
/// row.
class DataPage : public Page {
  Q_OBJECT
public:
  DataPage(const Theme& theme, Workbench& workbench, QWidget* parent = nullptr);

  QString title() const override;
  QString tip() const override;
  QString icon() const override;

  /// Puts the keyboard on the list of remarks.
  void showIssues();

protected:
  void changeEvent(QEvent* event) override;

private:
  void buildTable();
  QWidget* buildIssues();
  void arrange(QWidget* issues);
  void retranslate();
  void refresh();
  void refreshIssues();
  void refreshHeader();
  void fitColumns();
  void goToIssue(int index);
  QString summary() const;

  Session& m_session;
  TableModel* m_model;
  QLabel* m_summary = nullptr;
  QTableView* m_view = nullptr;
  QWidget* m_issuesBox = nullptr;
  QLabel* m_issuesTitle = nullptr;
  QListWidget* m_issues = nullptr;
  QStackedWidget* m_stack = nullptr;
  QLabel* m_empty = nullptr;
};

} // namespace layerlab
