#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace layerlab {

class Spotlight;
class Theme;

/// Ten seconds through the window: four rings with a sentence each. A click or any key skips it.
class Tour : public QFrame {
  Q_OBJECT
public:
  Tour(const Theme& theme, QWidget* window);
  void start();
  bool isRunning() const { return m_timer.isActive(); }

signals:
  void runningChanged(bool running);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void show(int stop);
  void end();

  Spotlight* m_ring;
  QLabel* m_words;
  QLabel* m_skip;
  QTimer m_timer;
  int m_stop = 0;
};

} // namespace layerlab
