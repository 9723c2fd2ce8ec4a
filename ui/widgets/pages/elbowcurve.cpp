#include "ui/widgets/pages/elbowcurve.h"

#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace layerlab {
namespace {

constexpr double bandShare = 0.82;         // of the surface in the colour of the band
constexpr std::size_t mostDots = 400;      // beyond, the band tells more than the dots
constexpr std::size_t mostRepeatsTold = 5; // in the read-out
constexpr double visibleFall = 0.2;        // of the first loss: nobody would call that the same

SweepDot dotOf(const TrialResult& trial, std::size_t index, SweepMetric metric) {
  return {static_cast<int>(index), trial.trial.repeat, trialLoss(trial, metric),
          trial.status == FitEnd::diverged};
}

} // namespace

ElbowCurve::ElbowCurve(const SweepResult& result, SweepMetric metric, const ElbowOptions& options,
                       bool running)
    : m_all(sweepCurve(result, metric)), m_repeats(result.spec.repeats) {
  collectRows(result, metric);
  keepComplete(running);
  m_elbow = findElbow(m_complete.units, m_complete.repeats, options);
  ElbowOptions other = options;
  other.axis = options.axis == ElbowAxis::log2 ? ElbowAxis::linear : ElbowAxis::log2;
  m_other = findElbow(m_complete.units, m_complete.repeats, other);
}

ElbowOptions ElbowCurve::optionsOf(const QString& choice) {
  ElbowOptions options;
  options.classic = choice == QLatin1String("classic");
  const bool linear = options.classic || choice == QLatin1String("linear");
  options.axis = linear ? ElbowAxis::linear : ElbowAxis::log2;
  return options;
}

void ElbowCurve::collectRows(const SweepResult& result, SweepMetric metric) {
  for (std::size_t i = 0; i < m_all.units.size(); ++i) {
    SweepRow row;
    row.units = static_cast<int>(m_all.units[i]);
    row.mean = m_all.mean[i];
    row.min = m_all.min[i];
    row.max = m_all.max[i];
    m_rows.push_back(row);
  }
  for (std::size_t i = 0; i < result.trials.size(); ++i) {
    const TrialResult& trial = result.trials[i];
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                  [&](const SweepRow& r) { return r.units == trial.trial.units; });
    if (row == m_rows.end()) continue;
    ++row->planned;
    if (!trial.done) continue;
    row->seconds = (row->seconds * row->done + trial.seconds) / (row->done + 1);
    ++row->done;
    row->diverged += trial.status == FitEnd::diverged ? 1 : 0;
    row->parameters = trial.parameters;
    row->dots.push_back(dotOf(trial, i, metric));
  }
}

/// Of a stopped sweep too: a count with fewer repeats would take its repeats from all others.
void ElbowCurve::keepComplete(bool running) {
  const auto complete = [](const SweepRow& row) { return row.done >= row.planned; };
  const bool all = running || std::any_of(m_rows.begin(), m_rows.end(), complete);
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const SweepRow& row = m_rows[i];
    if (!std::isfinite(row.mean) || (all && !complete(row))) continue;
    m_complete.units.push_back(m_all.units[i]);
    m_complete.repeats.push_back(m_all.repeats[i]);
    m_complete.mean.push_back(m_all.mean[i]);
    m_complete.min.push_back(m_all.min[i]);
    m_complete.max.push_back(m_all.max[i]);
    m_typical.push_back(typicalLoss(m_all.repeats[i]));
  }
}

const SweepRow* ElbowCurve::rowAt(double units) const {
  const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                  [units](const SweepRow& row) { return row.units == units; });
  return found == m_rows.end() ? nullptr : &*found;
}

double ElbowCurve::lossAt(double units) const {
  const auto found = std::find(m_complete.units.begin(), m_complete.units.end(), units);
  if (found == m_complete.units.end()) return std::nan("");
  return m_typical[static_cast<std::size_t>(found - m_complete.units.begin())];
}

bool ElbowCurve::isDrowned() const {
  if (m_elbow.strength != ElbowStrength::flat || m_typical.empty()) return false;
  const double first = m_typical.front();
  const double lowest = *std::min_element(m_typical.begin(), m_typical.end());
  return first - lowest > visibleFall * std::abs(first);
}

int ElbowCurve::trialNear(double units, double loss) const {
  const SweepRow* row = rowAt(units);
  if (!row) return -1;
  int found = -1;
  double best = std::numeric_limits<double>::infinity();
  for (const SweepDot& dot : row->dots) {
    const double away = dot.loss ? std::abs(*dot.loss - loss) : 1e300;
    if (away >= best) continue;
    best = away;
    found = dot.trial;
  }
  return found;
}

QVector<QPointF> ElbowCurve::line() const {
  QVector<QPointF> points;
  for (std::size_t i = 0; i < m_typical.size(); ++i)
    points << QPointF(m_complete.units[i], m_typical[i]);
  return points;
}

Curve ElbowCurve::overlay(const QColor& color, const QString& name) const {
  Curve curve;
  curve.id = QStringLiteral("earlier");
  curve.name = name;
  curve.color = color;
  curve.style = Curve::Style::dashed;
  curve.points = line();
  return curve;
}

QVector<Curve> ElbowCurve::curves(const Theme& theme, const QString& metricName) const {
  const Colors& colors = theme.colors();
  Curve band;
  band.id = QStringLiteral("band");
  band.name = tr("lowest to highest repeat");
  band.edges = {tr("lowest repeat"), tr("highest repeat")};
  band.color = mixed(colors.accent, colors.surface, bandShare);
  band.style = Curve::Style::band;
  Curve middle;
  middle.id = QStringLiteral("mean");
  middle.name =
      m_repeats >= 5 ? tr("median of %1").arg(metricName) : tr("mean of %1").arg(metricName);
  middle.color = colors.accent;
  middle.points = line();
  for (std::size_t i = 0; i < m_complete.units.size(); ++i) {
    band.points << QPointF(m_complete.units[i], m_complete.min[i]);
    band.upper << QPointF(m_complete.units[i], m_complete.max[i]);
  }
  QVector<Curve> out;
  if (band.points.size() > 1) out << band;
  if (!middle.points.isEmpty()) out << middle;
  return out;
}

/// With very many repeats each count shows only its first ones. A diverged training stands at the
/// upper edge.
void ElbowCurve::addDots(const Theme& theme, QVector<ChartMark>& out) const {
  const Colors& colors = theme.colors();
  const std::size_t most =
      std::max<std::size_t>(1, mostDots / std::max<std::size_t>(m_rows.size(), 1));
  for (const SweepRow& row : m_rows)
    for (std::size_t r = 0; r < std::min(row.dots.size(), most); ++r) {
      const SweepDot& dot = row.dots[r];
      if (!dot.loss && !dot.diverged) continue;
      out << ChartMark{QStringLiteral("trial%1").arg(dot.trial),
                       {static_cast<double>(row.units),
                        dot.loss.value_or(std::numeric_limits<double>::infinity())},
                       {},
                       dot.diverged ? colors.bad : colors.positive,
                       dot.diverged ? ChartMark::Shape::cross : ChartMark::Shape::dot,
                       false};
    }
}

QVector<ChartMark> ElbowCurve::marks(const Theme& theme) const {
  const Colors& colors = theme.colors();
  QVector<ChartMark> out;
  addDots(theme, out);
  if (m_elbow.lowest && m_elbow.lowest != m_elbow.units)
    out << ChartMark{QStringLiteral("lowest"),
                     {*m_elbow.lowest, lossAt(*m_elbow.lowest)},
                     tr("lowest: %1 units").arg(*m_elbow.lowest),
                     colors.muted,
                     ChartMark::Shape::diamond,
                     false};
  if (m_elbow.units)
    out << ChartMark{QStringLiteral("elbow"),
                     {*m_elbow.units, lossAt(*m_elbow.units)},
                     tr("elbow: %1 units").arg(*m_elbow.units),
                     colors.negative,
                     ChartMark::Shape::ring,
                     true};
  return out;
}

CurveChart::Notes ElbowCurve::notes(double units) const {
  CurveChart::Notes out;
  const SweepRow* row = rowAt(units);
  if (!row || row->done == 0) return out;
  for (std::size_t r = 0; r < std::min(row->dots.size(), mostRepeatsTold); ++r) {
    const SweepDot& dot = row->dots[r];
    const QString value = dot.loss ? Words::figure(*dot.loss) : tr("diverged");
    out << qMakePair(tr("repeat %1").arg(dot.repeat), value);
  }
  out << qMakePair(tr("parameters"), Words::count(row->parameters));
  out << qMakePair(tr("time of one fit"), tr("%1 s").arg(Words::seconds(row->seconds)));
  return out;
}

} // namespace layerlab
