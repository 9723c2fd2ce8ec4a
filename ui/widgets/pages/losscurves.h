#pragma once

#include "ui/session/session.h"
#include "ui/widgets/chart/curvechart.h"

#include <QCoreApplication>

#include <map>

namespace layerlab {

class Theme;

/// Turns runs into the lines and marks of the loss plot. Keeps the points it has made, so that a
/// new epoch costs the same however many there were.
class LossCurves {
  Q_DECLARE_TR_FUNCTIONS(LossCurves)
public:
  explicit LossCurves(const Theme& theme) : m_theme(theme) {}

  /// Exponential smoothing: share of the past in each point, [0, 1). 0: none.
  void setSmoothing(double share);
  double smoothing() const { return m_smoothing; }

  /// The metric drawn against the right axis: Keras' name, "r2", or empty for none.
  void setMetric(const QString& name);
  const QString& metric() const { return m_metric; }
  /// What can be chosen for this run.
  static QStringList metricsOf(const Run& run);

  /// Takes in the epochs that are new since the last call; forgets runs that are gone.
  void update(const Session& session);
  /// Earlier visible runs first, then the current one on top.
  QVector<Curve> curves(const Session& session) const;
  QVector<ChartMark> marks(const Session& session) const;

private:
  /// One line: its points, and the smoothed ones while smoothing is on.
  struct Line {
    QVector<QPointF> raw;
    QVector<QPointF> smooth;
    void add(double epoch, double value, double smoothing);
    void smoothAgain(double smoothing);
  };
  struct Lines {
    std::size_t seen = 0; ///< epochs taken in
    Line loss;
    Line lossEnd;
    Line validation;
    Line metric;
    Line valMetric;
    double bestValue = 0.0;
    int bestEpoch = 0; ///< 0: none yet
  };
  void take(Lines& lines, const Run& run, const EpochRecord& record) const;
  void takeMetric(Lines& lines, const Run& run, const EpochRecord& record) const;
  void takeDetermination(Lines& lines, const Run& run, const EpochRecord& record) const;
  void addMetric(QVector<Curve>& out, const Lines& lines) const;
  void addCurrent(QVector<Curve>& out, const Run& run, const Lines& lines) const;
  void addEarlier(QVector<Curve>& out, const Run& run, const Lines& lines) const;
  /// `look` says everything but the points.
  void addLine(QVector<Curve>& out, Curve look, const Line& line) const;

  const Theme& m_theme;
  double m_smoothing = 0.0;
  QString m_metric;
  std::map<int, Lines> m_lines; ///< by run id
};

} // namespace layerlab
