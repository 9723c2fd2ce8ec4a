#include "ui/widgets/pages/elbowcurve.h"

#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr double bandShare = 0.82; // of the surface in the colour of the band
constexpr int mostDots = 400;      // beyond, the band tells more than the dots

} // namespace

ElbowCurve::ElbowCurve(const SweepResult& result, SweepMetric metric, ElbowAxis axis, bool running)
    : m_all(sweepCurve(result, metric)) {
  collectRows(result);
  keepComplete(running);
  ElbowOptions options;
  options.axis = axis;
  m_elbow = findElbow(m_complete.units, m_complete.repeats, options);
  options.axis = axis == ElbowAxis::log2 ? ElbowAxis::linear : ElbowAxis::log2;
  m_other = findElbow(m_complete.units, m_complete.repeats, options);
}

void ElbowCurve::collectRows(const SweepResult& result) {
  for (std::size_t i = 0; i < m_all.units.size(); ++i) {
    SweepRow row;
    row.units = static_cast<int>(m_all.units[i]);
    row.mean = m_all.mean[i];
    row.min = m_all.min[i];
    row.max = m_all.max[i];
    for (const TrialResult& trial : result.trials) {
      if (trial.trial.units != row.units) continue;
      ++row.planned;
      if (!trial.done) continue;
      ++row.done;
      row.diverged += trial.status == FitEnd::diverged ? 1 : 0;
      row.parameters = trial.parameters;
      row.seconds += trial.seconds;
    }
    if (row.done > 0) row.seconds /= row.done;
    m_rows.push_back(row);
  }
}

void ElbowCurve::keepComplete(bool running) {
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const SweepRow& row = m_rows[i];
    if (!std::isfinite(row.mean) || (running && row.done < row.planned)) continue;
    m_complete.units.push_back(m_all.units[i]);
    m_complete.repeats.push_back(m_all.repeats[i]);
    m_complete.mean.push_back(m_all.mean[i]);
    m_complete.min.push_back(m_all.min[i]);
    m_complete.max.push_back(m_all.max[i]);
  }
}

double ElbowCurve::meanAt(double units) const {
  const auto found = std::find(m_complete.units.begin(), m_complete.units.end(), units);
  if (found == m_complete.units.end()) return std::nan("");
  return m_complete.mean[static_cast<std::size_t>(found - m_complete.units.begin())];
}

QVector<Curve> ElbowCurve::curves(const Theme& theme, const QString& metricName) const {
  const Colors& colors = theme.colors();
  Curve band;
  band.id = QStringLiteral("band");
  band.name = tr("lowest to highest repeat");
  band.color = mixed(colors.accent, colors.surface, bandShare);
  band.style = Curve::Style::band;
  Curve mean;
  mean.id = QStringLiteral("mean");
  mean.name = tr("mean of %1").arg(metricName);
  mean.color = colors.accent;
  for (std::size_t i = 0; i < m_complete.units.size(); ++i) {
    mean.points << QPointF(m_complete.units[i], m_complete.mean[i]);
    band.points << QPointF(m_complete.units[i], m_complete.min[i]);
    band.upper << QPointF(m_complete.units[i], m_complete.max[i]);
  }
  QVector<Curve> out;
  if (band.points.size() > 1) out << band;
  if (!mean.points.isEmpty()) out << mean;
  return out;
}

QVector<ChartMark> ElbowCurve::marks(const Theme& theme) const {
  const Colors& colors = theme.colors();
  QVector<ChartMark> out;
  for (std::size_t i = 0; i < m_all.units.size(); ++i)
    for (std::size_t r = 0; r < m_all.repeats[i].size() && out.size() < mostDots; ++r)
      out << ChartMark{QStringLiteral("dot%1.%2").arg(i).arg(r),
                       {m_all.units[i], m_all.repeats[i][r]},
                       {},
                       colors.positive,
                       ChartMark::Shape::dot,
                       false};
  if (m_elbow.lowest && m_elbow.lowest != m_elbow.units)
    out << ChartMark{QStringLiteral("lowest"),
                     {*m_elbow.lowest, meanAt(*m_elbow.lowest)},
                     tr("lowest: %1 units").arg(*m_elbow.lowest),
                     colors.muted,
                     ChartMark::Shape::diamond,
                     false};
  if (m_elbow.units)
    out << ChartMark{QStringLiteral("elbow"),
                     {*m_elbow.units, meanAt(*m_elbow.units)},
                     tr("elbow: %1 units").arg(*m_elbow.units),
                     colors.negative,
                     ChartMark::Shape::ring,
                     true};
  return out;
}

} // namespace layerlab
