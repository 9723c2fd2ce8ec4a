#include "ui/widgets/scriptmeter.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <utility>

namespace layerlab {
namespace {

constexpr int beatMs = 5;

double quantile(const std::vector<double>& sorted, double share) {
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

} // namespace

FrameFigures frameFigures(std::vector<double> intervals) {
  if (intervals.empty()) return {};
  std::sort(intervals.begin(), intervals.end());
  return {static_cast<int>(intervals.size()), quantile(intervals, 0.5), quantile(intervals, 0.99),
          intervals.back()};
}

ScriptMeter::ScriptMeter(QWidget& window, std::function<bool()> moving, QObject* parent)
    : QObject(parent), m_window(window), m_moving(std::move(moving)) {
  m_window.installEventFilter(this);
  m_heart.setTimerType(Qt::PreciseTimer);
  connect(&m_heart, &QTimer::timeout, this, &ScriptMeter::beat);
  m_heart.start(beatMs);
  m_sinceBeat.start();
}

double ScriptMeter::lateness() {
  return static_cast<double>(m_sinceBeat.nsecsElapsed()) / 1e6 - beatMs;
}

void ScriptMeter::beat() {
  m_longestPause = std::max(m_longestPause, lateness());
  m_sinceBeat.restart();
}

double ScriptMeter::takeLatency() {
  // A pause that is not over yet counts as well.
  return std::max({std::exchange(m_longestPause, 0.0), lateness(), 0.0});
}

FrameFigures ScriptMeter::takeFrames() {
  return frameFigures(std::exchange(m_intervals, {}));
}

bool ScriptMeter::eventFilter(QObject* watched, QEvent* event) {
  // The window's update request is the moment at which all its dirty parts are painted.
  if (watched == &m_window && event->type() == QEvent::UpdateRequest) {
    const bool moves = m_moving();
    if (moves && m_movedLast)
      m_intervals.push_back(static_cast<double>(m_sinceFrame.nsecsElapsed()) / 1e6);
    m_movedLast = moves;
    m_sinceFrame.restart();
  }
  return QObject::eventFilter(watched, event);
}

} // namespace layerlab

#include "moc_scriptmeter.cpp"
