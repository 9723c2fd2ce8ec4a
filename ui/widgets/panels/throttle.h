#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <utility>

namespace layerlab {

/// Runs `action` at most once per `milliseconds`, however often it is asked for, and always once
/// after the last request. What is asked for after a rest runs as soon as the present event is
/// done, so that it keeps the beat of who asks; or `delay` milliseconds later, in another frame.
class Throttle {
public:
  Throttle(int milliseconds, std::function<void()> action, int delay = 0)
      : m_period(milliseconds), m_delay(delay), m_action(std::move(action)) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // frames are counted in milliseconds
    QObject::connect(&m_timer, &QTimer::timeout, [this] { now(); });
  }
  void request() {
    if (m_timer.isActive()) return;
    const qint64 rested = m_last.isValid() ? m_last.elapsed() + slack : m_period;
    m_timer.start(std::max(m_delay, rested < m_period ? static_cast<int>(m_period - rested) : 0));
  }
  void now() {
    m_timer.stop();
    m_last.start();
    m_action();
  }

private:
  static constexpr int slack = 3; ///< ms that a beat may come early

  int m_period;
  int m_delay;
  std::function<void()> m_action;
  QTimer m_timer;
  QElapsedTimer m_last;
};

} // namespace layerlab
