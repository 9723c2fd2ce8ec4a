#include "ui/widgets/pages/losscurves.h"

#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr double mainWidth = 2.25;
constexpr double thinWidth = 1.25;
constexpr double paleShare =
    0.6; // of the surface in the colour of a raw line behind a smoothed one

const QString squared = QStringLiteral("r2");

/// The baseline of a squared loss without penalties is the variance: R² can be told from the loss.
bool explainsVariance(const Run& run) {
  const auto& layers = run.design.network.layers;
  const bool penalties = std::any_of(layers.begin(), layers.end(), [](const LayerSpec& layer) {
    return layer.kernelRegularizer != Regularizer{} || layer.biasRegularizer != Regularizer{};
  });
  return run.design.fit.loss == Loss::mse && !penalties && run.baseline.value_or(0.0) > 0.0;
}

} // namespace

void LossCurves::Line::add(double epoch, double value, double smoothing) {
  raw.append({epoch, value});
  if (smoothing <= 0.0) return;
  const double past = smooth.isEmpty() ? value : smooth.constLast().y();
  smooth.append(
      {epoch, std::isfinite(past) ? smoothing * past + (1.0 - smoothing) * value : value});
}

void LossCurves::Line::smoothAgain(double smoothing) {
  QVector<QPointF> points;
  points.swap(raw);
  smooth.clear();
  for (const QPointF& point : points) add(point.x(), point.y(), smoothing);
}

void LossCurves::setSmoothing(double share) {
  if (share == m_smoothing) return;
  m_smoothing = share;
  for (auto& [id, lines] : m_lines)
    for (Line* line :
         {&lines.loss, &lines.lossEnd, &lines.validation, &lines.metric, &lines.valMetric})
      line->smoothAgain(share);
}

void LossCurves::setMetric(const QString& name) {
  if (name == m_metric) return;
  m_metric = name;
  m_lines.clear(); // taken in anew with the next update
}

QStringList LossCurves::metricsOf(const Run& run) {
  QStringList names;
  for (const Metric metric : run.history.metrics) names << QLatin1String(kerasName(metric));
  if (explainsVariance(run)) names << squared;
  return names;
}

/// R² = 1 − loss / baseline: how much of the spread around the training rows' mean is explained.
/// That of the training rows comes from their loss at the end of the epoch.
void LossCurves::takeDetermination(Lines& lines, const Run& run, const EpochRecord& record) const {
  if (!explainsVariance(run)) return;
  const double epoch = record.epoch;
  const double spread = (record.valLoss ? run.trainBaseline : run.baseline).value_or(0.0);
  if (spread > 0.0) lines.metric.add(epoch, 1.0 - record.trainLossEnd / spread, m_smoothing);
  if (record.valLoss)
    lines.valMetric.add(epoch, 1.0 - *record.valLoss / *run.baseline, m_smoothing);
}

void LossCurves::takeMetric(Lines& lines, const Run& run, const EpochRecord& record) const {
  if (m_metric == squared) return takeDetermination(lines, run, record);
  const double epoch = record.epoch;
  for (std::size_t i = 0; i < run.history.metrics.size(); ++i) {
    if (m_metric != QLatin1String(kerasName(run.history.metrics[i]))) continue;
    if (i < record.metrics.size()) lines.metric.add(epoch, record.metrics[i], m_smoothing);
    if (i < record.valMetrics.size()) lines.valMetric.add(epoch, record.valMetrics[i], m_smoothing);
    return;
  }
}

void LossCurves::take(Lines& lines, const Run& run, const EpochRecord& record) const {
  if (!m_metric.isEmpty()) takeMetric(lines, run, record);
  const double epoch = record.epoch;
  lines.loss.add(epoch, record.loss, m_smoothing);
  lines.lossEnd.add(epoch, record.trainLossEnd, m_smoothing);
  if (record.valLoss) lines.validation.add(epoch, *record.valLoss, m_smoothing);
  const double value = record.valLoss.value_or(record.loss);
  if (std::isfinite(value) && (lines.bestEpoch == 0 || value < lines.bestValue)) {
    lines.bestValue = value;
    lines.bestEpoch = record.epoch;
  }
}

void LossCurves::update(const Session& session) {
  std::erase_if(m_lines, [&](const auto& entry) { return session.run(entry.first) == nullptr; });
  for (const Run& run : session.runs()) {
    Lines& lines = m_lines[run.id];
    const std::vector<EpochRecord>& epochs = run.history.epochs;
    if (epochs.size() < lines.seen) lines = {};
    for (; lines.seen < epochs.size(); ++lines.seen) take(lines, run, epochs[lines.seen]);
  }
}

void LossCurves::addLine(QVector<Curve>& out, const QString& id, const QString& name,
                         const QColor& color, double width, const Line& line) const {
  if (line.raw.isEmpty()) return;
  Curve curve;
  curve.id = id;
  curve.name = name;
  curve.color = color;
  curve.width = width;
  curve.points = line.raw;
  if (m_smoothing > 0.0) {
    Curve raw = curve;
    raw.id = QStringLiteral("%1.raw").arg(id);
    raw.color = mixed(color, m_theme.colors().surface, paleShare);
    raw.width = 1.0;
    raw.inLegend = false;
    out << raw;
    curve.points = line.smooth;
  }
  out << curve;
}

/// One line of an earlier run: the loss that tells runs apart.
void LossCurves::addEarlier(QVector<Curve>& out, const Run& run, const Lines& lines) const {
  const bool validated = !lines.validation.raw.isEmpty();
  const QString name = validated ? tr("%1: val_loss") : tr("%1: loss");
  const auto first = out.size();
  addLine(out, QStringLiteral("run%1").arg(run.id), name.arg(run.name),
          m_theme.colors().series(run.colourIndex()), thinWidth,
          validated ? lines.validation : lines.loss);
  // Eight colours and three kinds of line tell 24 runs apart.
  constexpr Curve::Style styles[] = {Curve::Style::dashed, Curve::Style::solid,
                                     Curve::Style::dotted};
  for (auto i = first; i < out.size(); ++i)
    if (out[i].inLegend) out[i].style = styles[static_cast<std::size_t>(run.id) % 3];
}

void LossCurves::addMetric(QVector<Curve>& out, const Lines& lines) const {
  if (m_metric.isEmpty()) return;
  const Colors& colors = m_theme.colors();
  const QString name = m_metric == squared ? QStringLiteral("R²") : m_metric;
  const auto first = out.size();
  addLine(out, QStringLiteral("metric"), name, colors.positive, thinWidth, lines.metric);
  addLine(out, QStringLiteral("valMetric"), QStringLiteral("val_%1").arg(name), colors.negative,
          thinWidth, lines.valMetric);
  for (auto i = first; i < out.size(); ++i) {
    out[i].onRight = true;
    if (out[i].inLegend) out[i].style = Curve::Style::dotted;
  }
}

void LossCurves::addCurrent(QVector<Curve>& out, const Run& run, const Lines& lines) const {
  const Colors& colors = m_theme.colors();
  if (run.baseline && std::isfinite(*run.baseline) && !lines.loss.raw.isEmpty()) {
    Curve baseline;
    baseline.id = QStringLiteral("baseline");
    const bool classes = run.design.fit.loss == Loss::binaryCrossentropy ||
                         run.design.fit.loss == Loss::categoricalCrossentropy;
    baseline.name =
        classes ? tr("baseline: always the base rate") : tr("baseline: always the average");
    baseline.color = colors.baseline;
    baseline.width = thinWidth;
    baseline.style = Curve::Style::dashed;
    const double end =
        std::max<double>(run.running ? run.design.fit.epochs : 0.0, lines.loss.raw.constLast().x());
    baseline.points = {{1.0, *run.baseline}, {end, *run.baseline}};
    out << baseline;
  }
  addMetric(out, lines);
  addLine(out, QStringLiteral("lossEnd"), tr("loss at the end of the epoch"), colors.trainEnd,
          thinWidth, lines.lossEnd);
  addLine(out, QStringLiteral("loss"), tr("loss"), colors.positive, mainWidth, lines.loss);
  addLine(out, QStringLiteral("valLoss"), tr("val_loss"), colors.negative, mainWidth,
          lines.validation);
}

QVector<Curve> LossCurves::curves(const Session& session) const {
  QVector<Curve> out;
  const Run* current = session.currentRun();
  for (const Run& run : session.runs()) {
    const auto lines = m_lines.find(run.id);
    if (&run != current && run.visible && lines != m_lines.end())
      addEarlier(out, run, lines->second);
  }
  if (!current || !current->visible) return out;
  if (const auto lines = m_lines.find(current->id); lines != m_lines.end())
    addCurrent(out, *current, lines->second);
  return out;
}

QVector<ChartMark> LossCurves::marks(const Session& session) const {
  const Run* run = session.currentRun();
  if (!run || !run->visible) return {};
  const auto found = m_lines.find(run->id);
  if (found == m_lines.end() || found->second.bestEpoch == 0) return {};
  const Lines& lines = found->second;
  QVector<ChartMark> out;
  ChartMark best;
  best.id = QStringLiteral("best");
  best.at = QPointF(lines.bestEpoch, lines.bestValue);
  best.text = tr("lowest: %1, epoch %2").arg(Words::figure(lines.bestValue)).arg(lines.bestEpoch);
  best.color = m_theme.colors().text;
  out << best;
  if (run->end == FitEnd::diverged && !run->running) {
    ChartMark end;
    end.id = QStringLiteral("diverged");
    end.at = lines.loss.raw.constLast();
    end.text = Words::ending(run->end, run->divergedEpoch);
    end.color = m_theme.colors().bad;
    end.shape = ChartMark::Shape::cross;
    out << end;
  }
  return out;
}

} // namespace layerlab
