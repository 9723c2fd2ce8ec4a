#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

class QWidget;

namespace layerlab {

/// Intervals between two pictures of the window, in ms.
struct FrameFigures {
  int number = 0;
  double median = 0.0;
  double p99 = 0.0;
  double longest = 0.0;
};

/// Quantiles of `intervals` (nearest rank).
FrameFigures frameFigures(std::vector<double> intervals);

/// Measures what a person would feel: how long the event loop was away (a heartbeat of 5 ms that
/// comes late) and how evenly the window is painted while something moves.
class ScriptMeter : public QObject {
  Q_OBJECT
public:
  /// `moving`: does something change at present, so that frames are due?
  ScriptMeter(QWidget& window, std::function<bool()> moving, QObject* parent = nullptr);

  /// Longest pause of the event loop since the last call, ms.
  double takeLatency();
  FrameFigures takeFrames();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void beat();
  double lateness();

  QWidget& m_window;
  std::function<bool()> m_moving;
  QTimer m_heart;
  QElapsedTimer m_sinceBeat;
  double m_longestPause = 0.0;
  QElapsedTimer m_sinceFrame;
  bool m_movedLast = false;
  std::vector<double> m_intervals;
};

} // namespace layerlab
