#include "core/sweep/sweep.h"

#include "core/base/random.h"
#include "core/sweep/score.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <limits>
#include <mutex>
#include <numeric>
#include <system_error>
#include <thread>

namespace layerlab {
namespace {

/// Index in `layers` of hidden dense layer `number` (from 1), or an Error.
Result<std::size_t> hiddenLayer(const NetworkSpec& network, int number) {
  const auto dense = network.denseLayers();
  const std::size_t hidden = dense.empty() ? 0 : dense.size() - 1; // the last one is the output
  if (number >= 1 && static_cast<std::size_t>(number) <= hidden)
    return dense[static_cast<std::size_t>(number) - 1];
  return inputError({QT_TRANSLATE_NOOP("Core", "there is no hidden layer %1; the network has %2"),
                     {std::to_string(number), std::to_string(hidden)}});
}

void takeNumbers(const History& history, TrialResult& out) {
  if (history.epochs.empty()) return;
  const EpochRecord& last = history.epochs.back();
  out.finalLoss = last.loss;
  out.finalValLoss = last.valLoss;
  const auto best = history.bestEpoch();
  if (!best) return;
  out.bestEpoch = history.epochs[*best].epoch;
  out.bestValLoss = history.epochs[*best].valLoss;
}

/// Everything the workers share. Each trial has its own slot, so the order in which they finish
/// shows nowhere in the result.
class Pool {
public:
  Pool(const Design& design, const PreparedData& data, const SweepSpec& spec,
       const std::vector<Trial>& trials, const SweepControl& control)
      : m_design(design), m_data(data), m_spec(spec), m_control(control) {
    m_results.resize(trials.size());
    for (std::size_t i = 0; i < trials.size(); ++i) m_results[i].trial = trials[i];
  }

  /// Pulls trials until there are none or someone wants to stop.
  void work() noexcept {
    try {
      for (std::size_t i = m_next++; i < m_results.size() && !stopped(); i = m_next++) run(i);
    } catch (...) {
      const std::lock_guard lock(m_mutex);
      if (!m_exception) m_exception = std::current_exception();
      m_failed = true;
    }
  }

  Result<SweepResult> result() {
    if (m_exception) std::rethrow_exception(m_exception);
    if (m_error) return *m_error;
    SweepResult out{m_spec, m_design, std::move(m_results), m_control.cancel.cancelled()};
    return out;
  }

private:
  bool stopped() const { return m_failed || m_control.cancel.cancelled(); }

  void run(std::size_t index) {
    TrialResult& slot = m_results[index];
    FitControl control;
    control.cancel = m_control.cancel;
    control.epochDone = m_control.epochDone;
    control.measureTrainLossEnd = false;
    const Design design = trialDesign(m_design, m_spec, slot.trial);
    auto fit = runFit(design, m_data, control);
    if (!fit) return fail(std::move(fit.error()));
    if (fit->end == FitEnd::cancelled) return;
    slot.parameters = design.network.parameterCount(m_data.xTrain.cols);
    slot.status = fit->end;
    slot.seconds = fit->seconds;
    if (fit->end != FitEnd::diverged) {
      takeNumbers(fit->history, slot);
      slot.score = scoreOf(design, fit->weights, m_data);
    }
    slot.done = true;
    const std::lock_guard lock(m_mutex);
    if (m_control.trialDone) m_control.trialDone(slot);
  }

  void fail(Error error) {
    const std::lock_guard lock(m_mutex);
    if (!m_error) m_error = std::move(error);
    m_failed = true;
  }

  const Design& m_design;
  const PreparedData& m_data;
  const SweepSpec& m_spec;
  const SweepControl& m_control;
  std::vector<TrialResult> m_results;
  std::atomic<std::size_t> m_next{0};
  std::atomic<bool> m_failed{false};
  std::mutex m_mutex;
  std::exception_ptr m_exception;
  std::optional<Error> m_error;
};

/// The calling thread works too, so that a machine that grants no further thread only takes longer.
void runOn(Pool& pool, std::size_t threads) {
  std::vector<std::jthread> others;
  others.reserve(threads);
  try {
    while (others.size() + 1 < threads) others.emplace_back([&pool] { pool.work(); });
  } catch (const std::system_error&) { // EAGAIN: with fewer, then
  }
  pool.work();
}

Result<void> checkSweep(const Design& design, const PreparedData& data, const SweepSpec& spec) {
  if (auto layer = hiddenLayer(design.network, spec.layer); !layer) return layer.error();
  if (auto ok = check(design.fit); !ok) return ok;
  if (spec.units.empty() || spec.repeats < 1)
    return inputError({QT_TRANSLATE_NOOP("Core", "the sweep has no trial: it needs at least one "
                                                 "node count and one repeat"),
                       {}});
  Trial widest;
  widest.units = *std::max_element(spec.units.begin(), spec.units.end());
  return check(trialDesign(design, spec, widest).network, data.xTrain.cols);
}

std::optional<double> measured(const TrialResult& result, SweepMetric metric) {
  switch (metric) {
  case SweepMetric::finalValLoss:
    return result.finalValLoss;
  case SweepMetric::bestValLoss:
    return result.bestValLoss;
  case SweepMetric::finalLoss:
    return result.finalLoss;
  case SweepMetric::score:
    return result.score ? std::optional(1.0 - *result.score) : std::nullopt;
  }
  return std::nullopt;
}

void summarise(SweepCurve& curve) {
  for (const auto& losses : curve.repeats) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    const auto [low, high] = std::minmax_element(losses.begin(), losses.end());
    const double sum = std::accumulate(losses.begin(), losses.end(), 0.0);
    curve.mean.push_back(losses.empty() ? none : sum / static_cast<double>(losses.size()));
    curve.min.push_back(losses.empty() ? none : *low);
    curve.max.push_back(losses.empty() ? none : *high);
  }
}

} // namespace

std::vector<Trial> planSweep(const SweepSpec& spec, std::uint64_t seed) {
  std::vector<Trial> trials;
  for (const int units : spec.units)
    for (int repeat = 1; repeat <= spec.repeats; ++repeat)
      trials.push_back(
          {static_cast<int>(trials.size()), units, repeat,
           mixSeed(seed, static_cast<std::uint64_t>(units), static_cast<std::uint64_t>(repeat))});
  return trials;
}

std::vector<Trial> trialsLeft(const SweepResult& result) {
  std::vector<Trial> left;
  for (const TrialResult& trial : result.trials)
    if (!trial.done) left.push_back(trial.trial);
  return left;
}

Design trialDesign(const Design& design, const SweepSpec& spec, const Trial& trial) {
  Design out = design;
  out.fit.seed = trial.seed;
  if (const auto layer = hiddenLayer(out.network, spec.layer))
    out.network.layers[*layer].units = trial.units;
  return out;
}

Result<SweepResult> runSweep(const Design& design, const PreparedData& data, const SweepSpec& spec,
                             const std::vector<Trial>& trials, int threads,
                             const SweepControl& control) {
  if (auto ok = checkSweep(design, data, spec); !ok) return ok.error();
  Pool pool(design, data, spec, trials, control);
  runOn(pool, std::clamp<std::size_t>(static_cast<std::size_t>(std::max(threads, 1)), 1,
                                      std::max<std::size_t>(trials.size(), 1)));
  return pool.result();
}

std::optional<double> trialLoss(const TrialResult& trial, SweepMetric metric) {
  if (!trial.done || trial.status == FitEnd::diverged) return std::nullopt;
  const auto loss = measured(trial, metric);
  return loss && std::isfinite(*loss) ? loss : std::nullopt;
}

SweepCurve sweepCurve(const SweepResult& result, SweepMetric metric) {
  SweepCurve curve;
  for (const int units : result.spec.units) curve.units.push_back(units);
  curve.repeats.resize(curve.units.size());
  for (const TrialResult& trial : result.trials) {
    const auto loss = trialLoss(trial, metric);
    if (!loss) continue;
    const auto place = std::find(curve.units.begin(), curve.units.end(), trial.trial.units);
    if (place == curve.units.end()) continue;
    curve.repeats[static_cast<std::size_t>(place - curve.units.begin())].push_back(*loss);
  }
  summarise(curve);
  return curve;
}

} // namespace layerlab
