#pragma once

#include <QTimer>

#include <functional>
#include <utility>

namespace layerlab {

/// Runs `action` at most once per `milliseconds`, however often it is asked for, and always once
/// after the last request.
class Throttle {
public:
  Throttle(int milliseconds, std::function<void()> action) : m_action(std::move(action)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(milliseconds);
    QObject::connect(&m_timer, &QTimer::timeout, [this] { m_action(); });
  }
  void request() {
    if (!m_timer.isActive()) m_timer.start();
  }
  void now() {
    m_timer.stop();
    m_action();
  }

private:
  std::function<void()> m_action;
  QTimer m_timer;
};

} // namespace layerlab
