#pragma once

#include "core/sweep/sweep.h"
#include "ui/widgets/chart/curvechart.h"

#include <QCoreApplication>

#include <vector>

namespace layerlab {

class Theme;

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
};

/// What a sweep, finished or not, amounts to: figures, elbow, lines and marks. A mean counts when
/// all repeats of its count are done, so that it never jumps.
class ElbowCurve {
  Q_DECLARE_TR_FUNCTIONS(ElbowCurve)
public:
  ElbowCurve(const SweepResult& result, SweepMetric metric, ElbowAxis axis, bool running);

  const std::vector<SweepRow>& rows() const { return m_rows; }
  const Elbow& elbow() const { return m_elbow; }
  /// The elbow on the other axis.
  const Elbow& otherElbow() const { return m_other; }
  int completeCounts() const { return static_cast<int>(m_complete.units.size()); }

  QVector<Curve> curves(const Theme& theme, const QString& metricName) const;
  QVector<ChartMark> marks(const Theme& theme) const;

private:
  void collectRows(const SweepResult& result);
  void keepComplete(bool running);
  double meanAt(double units) const;

  SweepCurve m_all;
  SweepCurve m_complete;
  std::vector<SweepRow> m_rows;
  Elbow m_elbow;
  Elbow m_other;
};

} // namespace layerlab
