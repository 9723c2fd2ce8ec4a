#include "core/fit/callbacks.h"

#include <algorithm>

namespace layerlab {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

bool largerIsBetter(const std::string& monitor) {
  return monitor.find("acc") != std::string::npos;
}

/// Better by more than `delta`; NaN never is.
bool improves(double value, double best, double delta, bool larger) {
  return larger ? value - delta > best : value + delta < best;
}

double worst(bool larger) {
  return larger ? -infinity : infinity;
}

} // namespace

std::optional<double> monitored(const std::string& monitor, const std::vector<Metric>& metrics,
                                const EpochRecord& record) {
  if (monitor == "loss") return record.loss;
  if (monitor == "val_loss") return record.valLoss;
  const bool validation = monitor.rfind("val_", 0) == 0;
  const MetricValues& values = validation ? record.valMetrics : record.metrics;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (monitor.substr(validation ? 4 : 0) == kerasName(metrics[i])) return values[i];
  return std::nullopt;
}

EarlyStopper::EarlyStopper(const EarlyStopping& spec)
    : m_patience(spec.patience), m_minDelta(spec.minDelta), m_larger(largerIsBetter(spec.monitor)),
      m_best(worst(m_larger)) {}

EarlyStopper::Verdict EarlyStopper::epochDone(std::optional<double> value, int epoch) {
  if (!value) return {};
  const bool first = !m_any; // Keras keeps the first weights it sees, improved or not
  m_any = true;
  ++m_wait;
  if (improves(*value, m_best, m_minDelta, m_larger)) {
    m_best = *value;
    m_wait = 0;
    return {false, true};
  }
  return {m_wait >= m_patience && epoch > 1, first};
}

PlateauWatcher::PlateauWatcher(const ReduceLrOnPlateau& spec)
    : m_spec(spec), m_larger(largerIsBetter(spec.monitor)), m_best(worst(m_larger)) {}

double PlateauWatcher::epochDone(std::optional<double> value, double learningRate) {
  if (!value) return learningRate;
  if (m_cooldown > 0) {
    --m_cooldown;
    m_wait = 0;
  }
  if (improves(*value, m_best, m_spec.minDelta, m_larger)) {
    m_best = *value;
    m_wait = 0;
    return learningRate;
  }
  if (m_cooldown > 0 || ++m_wait < m_spec.patience) return learningRate;
  if (learningRate <= m_spec.minLearningRate) return learningRate;
  m_cooldown = m_spec.cooldown;
  m_wait = 0;
  return std::max(learningRate * m_spec.factor, m_spec.minLearningRate);
}

} // namespace layerlab
