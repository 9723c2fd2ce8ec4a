#pragma once

#include "ui/session/session.h"

#include <QToolButton>

class QMenu;

namespace layerlab {

class Theme;

/// The button "Compare": which earlier sweep of this table lies under the present one.
class SweepChooser : public QToolButton {
  Q_OBJECT
public:
  SweepChooser(const Theme& theme, const Session& session, QWidget* parent = nullptr);

  /// null: none.
  const SweepResult* chosen() const;
  /// Its name, as in the menu.
  QString chosenName() const;

signals:
  void chosenChanged();

protected:
  void changeEvent(QEvent* event) override;

private:
  void refill();
  void choose(int index);
  void retranslate();

  const Theme& m_theme;
  const Session& m_session;
  QMenu* m_menu;
  int m_index = -1;
  std::size_t m_count = 0;
};

} // namespace layerlab
