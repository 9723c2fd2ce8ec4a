#include "ui/widgets/pages/losscurves.h"

#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace layerlab {
namespace {

constexpr double mainWidth = 2.25;
constexpr double thinWidth = 1.25;
constexpr double paleShare =
    0.6; // of the surface in the colour of a raw line behind a smoothed one

/// What tells a line from the others without its colour. Training is round, validation square.
struct LossLook {
  const char* id;
  double width;
  Curve::Style style;
  Marker marker;
};
constexpr LossLook lossLook{"loss", mainWidth, Curve::Style::solid, Marker::disc};
constexpr LossLook lossEndLook{"lossEnd", thinWidth, Curve::Style::dotted, Marker::triangle};
constexpr LossLook valLossLook{"valLoss", mainWidth, Curve::Style::dashed, Marker::square};
constexpr LossLook metricLook{"metric", thinWidth, Curve::Style::dotted, Marker::disc};
constexpr LossLook valMetricLook{"valMetric", thinWidth, Curve::Style::dotted, Marker::square};

/// With eight colours 64 earlier runs look different, eight of them in grey too.
LossLook earlierLook(int runId) {
  constexpr std::array markers{Marker::diamond, Marker::wedge, Marker::cross, Marker::plus};
  const auto number = static_cast<std::size_t>(runId);
  const bool dashed = (number + number / markers.size()) % 2 == 0;
  return {"", thinWidth, dashed ? Curve::Style::dashed : Curve::Style::dotted,
          markers[number % markers.size()]};
}

Curve lossCurve(const LossLook& look, const QString& name, const QColor& color) {
  Curve curve;
  curve.id = QLatin1String(look.id);
  curve.name = name;
  curve.color = color;
  curve.width = look.width;
  curve.style = look.style;
  curve.marker = look.marker;
  return curve;
}

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

void LossCurves::addLine(QVector<Curve>& out, Curve look, const Line& line) const {
  if (line.raw.isEmpty()) return;
  look.points = line.raw;
  if (m_smoothing > 0.0) {
    Curve raw = look;
    raw.id = QStringLiteral("%1.raw").arg(look.id);
    raw.color = mixed(look.color, m_theme.colors().surface, paleShare);
    raw.style = Curve::Style::solid;
    raw.marker = Marker::none;
    raw.width = 1.0;
    raw.inLegend = false;
    out << raw;
    look.points = line.smooth;
  }
  out << look;
}

/// One line of an earlier run: the loss that tells runs apart.
void LossCurves::addEarlier(QVector<Curve>& out, const Run& run, const Lines& lines) const {
  const bool validated = !lines.validation.raw.isEmpty();
  const QString name = validated ? tr("%1: val_loss") : tr("%1: loss");
  Curve look = lossCurve(earlierLook(run.id), name.arg(run.name),
                         m_theme.colors().series(run.colourIndex()));
  look.id = QStringLiteral("run%1").arg(run.id);
  addLine(out, look, validated ? lines.validation : lines.loss);
}

void LossCurves::addMetric(QVector<Curve>& out, const Lines& lines) const {
  if (m_metric.isEmpty()) return;
  const Colors& colors = m_theme.colors();
  const QString name = m_metric == squared ? QStringLiteral("R²") : m_metric;
  Curve train = lossCurve(metricLook, name, colors.positive);
  Curve validation = lossCurve(valMetricLook, QStringLiteral("val_%1").arg(name), colors.negative);
  train.onRight = validation.onRight = true;
  addLine(out, train, lines.metric);
  addLine(out, validation, lines.valMetric);
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
  addLine(out, lossCurve(lossEndLook, tr("loss at the end of the epoch"), colors.trainEnd),
          lines.lossEnd);
  addLine(out, lossCurve(lossLook, tr("loss"), colors.positive), lines.loss);
  addLine(out, lossCurve(valLossLook, tr("val_loss"), colors.negative), lines.validation);
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
