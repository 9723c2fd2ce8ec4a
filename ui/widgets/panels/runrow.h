#pragma once

#include "ui/session/run.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace layerlab {

class Theme;

/// Dot in the colour of a run; the current run, whose lines have colours of their own in the loss
/// plot, shows these.
class RunDot : public QWidget {
public:
  RunDot(const Theme& theme, QWidget* parent);
  void setRun(int index, bool current);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const Theme& m_theme;
  int m_index = 0;
  bool m_current = false;
};

/// One run of the list.
class RunRow : public QWidget {
  Q_OBJECT
public:
  RunRow(const Theme& theme, int id, QWidget* parent = nullptr);

  int id() const { return m_id; }
  /// `before`: the run before this one, if there is one.
  void setRun(const Run& run, const Run* before, bool current, bool best);
  void retranslate();

signals:
  void visibleToggled(bool visible);
  void renameRequested();
  void colourRequested(int colour);
  void removeRequested();
  void restoreRequested();

private:
  void buildMenu();
  void fillColours();
  void refreshIcons();
  void refreshLosses(const Run& run);

  const Theme& m_theme;
  int m_id;
  bool m_visible = true;
  RunDot* m_dot;
  QLabel* m_name;
  QLabel* m_best;
  QLabel* m_changes;
  QLabel* m_losses;
  QToolButton* m_eye;
  QToolButton* m_more;
  QMenu* m_menu = nullptr;
  QMenu* m_colours = nullptr;
  int m_colour = 0;
  QAction* m_rename = nullptr;
  QAction* m_restore = nullptr;
  QAction* m_remove = nullptr;
};

} // namespace layerlab
