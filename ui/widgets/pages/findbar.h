#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace layerlab {

class Theme;

/// A line to look for text in a table, with how many cells have it and steps to the next one.
class FindBar : public QWidget {
  Q_OBJECT
public:
  explicit FindBar(const Theme& theme, QWidget* parent = nullptr);

  QString text() const;
  /// The keyboard goes to the line, its text chosen.
  void take();
  /// `at` of `count` cells is shown, both from 1; `more`: there are others beyond.
  void showCount(int at, int count, bool more);
  void showWaiting();

signals:
  void textChanged(const QString& text);
  void stepRequested(int direction); ///< 1 or -1
  void left();                       ///< Esc: back to the table

protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void retranslate();
  void refreshIcons();

  const Theme& m_theme;
  QLineEdit* m_line;
  QLabel* m_count;
  QToolButton* m_back;
  QToolButton* m_forward;
  int m_at = 0;
  int m_found = 0;
  bool m_more = false;
};

} // namespace layerlab
