#pragma once

#include "ui/session/workbench.h"
#include "ui/widgets/panels/throttle.h"

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace layerlab {

class Theme;

/// The slider through the stored epochs. One choice moves the canvas, every page and a line in the
/// loss chart. Empty until there is a past to travel to, but as high as then: what lies below must
/// not jump when a fit begins.
class TimeBar : public QWidget {
  Q_OBJECT
public:
  TimeBar(const Theme& theme, Workbench& workbench, QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  void slide(int place);
  void refresh();
  void retranslate();

  const Theme& m_theme;
  Timeline& m_timeline;
  QLabel* m_text;
  QSlider* m_slider; ///< counts the stored epochs; the last place is now
  QToolButton* m_now;
  Throttle m_grow;
};

} // namespace layerlab
