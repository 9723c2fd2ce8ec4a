#pragma once

#include "ui/session/session.h"
#include "ui/widgets/panels/throttle.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace layerlab {

class Prompts;
class RunRow;
class Section;
class Theme;

/// The fits so far, newest first: colour, name, what changed against the one before, losses; shown
/// or hidden in the loss plot, renamed, removed, its design restored.
class RunList : public QWidget {
  Q_OBJECT
public:
  RunList(const Theme& theme, Session& session, Prompts& prompts, QWidget* parent = nullptr);

  Section* section() const { return m_section; }

protected:
  void changeEvent(QEvent* event) override;

private:
  void refresh();
  RunRow* addRow(int id);
  RunRow* rowOf(int id) const;
  void compare();
  void retranslate();
  void rename(int id);
  void restoreDesign(int id);

  const Theme& m_theme;
  Session& m_session;
  Prompts& m_prompts;
  Section* m_section;
  QLabel* m_empty;
  QPushButton* m_compare;
  QVBoxLayout* m_rows;
  std::vector<RunRow*> m_shown; ///< oldest first, as in the session
  Throttle m_throttle;
};

} // namespace layerlab
