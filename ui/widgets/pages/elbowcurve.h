#pragma once

#include "core/sweep/sweep.h"
#include "ui/widgets/chart/curvechart.h"

#include <QCoreApplication>

#include <vector>

namespace layerlab {

class Theme;

/// One finished training of a sweep.
struct SweepDot {
  int trial = 0; ///< its place in the sweep
  int repeat = 1;
  std::optional<double> loss; ///< none: diverged, or not measured
  bool diverged = false;
};

/// One line of the figures of a sweep.
struct SweepRow {
  int units = 0;
  std::int64_t parameters = 0;
  int done = 0; ///< trials finished
  int planned = 0;
  int diverged = 0;
  double mean = 0.0; ///< NaN: no finite loss yet
  double min = 0.0;
  double max = 0.0;
  double seconds = 0.0; ///< mean of one training
  std::vector<SweepDot> dots;
};

/// What a sweep, finished or not, amounts to: figures, elbow, lines and marks. A mean counts when
/// all repeats of its count are done, so that it never jumps.
class ElbowCurve {
  Q_DECLARE_TR_FUNCTIONS(ElbowCurve)
public:
  ElbowCurve(const SweepResult& result, SweepMetric metric, const ElbowOptions& options,
             bool running);

  /// The rule behind a choice of axis: "log2", "linear", "classic".
  static ElbowOptions optionsOf(const QString& choice);

  const std::vector<SweepRow>& rows() const { return m_rows; }
  const Elbow& elbow() const { return m_elbow; }
  /// The elbow on the other axis.
  const Elbow& otherElbow() const { return m_other; }
  int completeCounts() const { return static_cast<int>(m_complete.units.size()); }
  /// Repeats whose curve is the mean (the median from 5 on).
  int repeats() const { return m_repeats; }
  const SweepRow* rowAt(double units) const;
  /// The typical loss of a complete count; NaN: there is none.
  double lossAt(double units) const;
  /// "Flat" only because the repeats differ so much: the typical losses themselves do fall.
  bool isDrowned() const;
  /// The trial of that count whose loss is nearest; -1: none.
  int trialNear(double units, double loss) const;

  QVector<Curve> curves(const Theme& theme, const QString& metricName) const;
  /// The typical losses alone, to lie under another sweep.
  Curve overlay(const QColor& color, const QString& name) const;
  /// Dots are called "trial7", after the place in the sweep.
  QVector<ChartMark> marks(const Theme& theme) const;
  /// For the read-out: parameters, time and every repeat of a count.
  CurveChart::Notes notes(double units) const;

private:
  void collectRows(const SweepResult& result, SweepMetric metric);
  void keepComplete(bool running);
  QVector<QPointF> line() const;
  void addDots(const Theme& theme, QVector<ChartMark>& out) const;

  SweepCurve m_all;
  SweepCurve m_complete;
  std::vector<double> m_typical; ///< of the complete counts
  std::vector<SweepRow> m_rows;
  int m_repeats = 1;
  Elbow m_elbow;
  Elbow m_other;
};

} // namespace layerlab
