#pragma once

#include <QPointer>
#include <QWidget>

namespace layerlab {

class Theme;

/// A ring around one widget of the window, wherever it moves; the mouse passes through. Panels that
/// scroll bring the widget into view first.
class Spotlight : public QWidget {
  Q_OBJECT
public:
  Spotlight(const Theme& theme, QWidget* window);

  void point(QWidget* target); ///< null: nothing
  QWidget* target() const { return m_target; }

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void follow();

  const Theme& m_theme;
  QPointer<QWidget> m_target;
};

} // namespace layerlab
