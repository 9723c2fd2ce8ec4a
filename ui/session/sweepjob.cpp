#include "ui/session/sweepjob.h"

#include "ui/session/timeleft.h"

#include <algorithm>
#include <thread>

namespace layerlab {

int coreCount() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void SweepJob::start(const PreparationKey& key, const PreparedPtr& known, SweepResult planned,
                     std::size_t inputWidth) {
  m_sweep = std::move(planned);
  m_sweep.cancelled = false;
  for (TrialResult& trial : m_sweep.trials) {
    const Design design = trialDesign(m_sweep.design, m_sweep.spec, trial.trial);
    trial.parameters = design.network.parameterCount(inputWidth);
    m_done += trial.done ? 1 : 0;
  }
  m_threads = coreCount();
  launch([box = m_box, cancel = cancelToken(), key, known, design = m_sweep.design,
          spec = m_sweep.spec, left = trialsLeft(m_sweep), threads = m_threads] {
    box->post(guarded<SweepResult>([&]() -> Result<SweepResult> {
      const Result<PreparedPtr> data = preparedOr(known, key);
      if (!data) return data.error();
      box->post(*data);
      SweepControl control;
      control.cancel = cancel;
      control.trialDone = [&box](const TrialResult& trial) { box->post(trial); };
      return runSweep(design, **data, spec, left, threads, control);
    }));
  });
}

double SweepJob::secondsLeft() const {
  std::vector<TimedTrial> done;
  std::vector<double> remaining;
  for (const TrialResult& trial : m_sweep.trials) {
    const auto parameters = static_cast<double>(trial.parameters);
    if (trial.done)
      done.push_back({parameters, trial.seconds});
    else
      remaining.push_back(parameters);
  }
  return layerlab::secondsLeft(done, remaining, m_threads);
}

Job::Mail SweepJob::collect() {
  auto mail = m_box->drain();
  bool ended = false;
  for (News& news : mail.items) {
    if (auto* data = std::get_if<PreparedPtr>(&news)) m_prepared = std::move(*data);
    if (const auto* trial = std::get_if<TrialResult>(&news)) keepTrial(*trial);
    if (auto* result = std::get_if<Result<SweepResult>>(&news)) {
      keepEnd(std::move(*result));
      ended = true;
    }
  }
  if (ended) return Mail::end;
  return mail.items.empty() ? Mail::nothing : Mail::news;
}

void SweepJob::keepTrial(const TrialResult& trial) {
  const auto index = static_cast<std::size_t>(trial.trial.index);
  if (index >= m_sweep.trials.size() || m_sweep.trials[index].done) return;
  m_sweep.trials[index] = trial;
  m_sweep.trials[index].done = true;
  ++m_done;
}

void SweepJob::keepEnd(Result<SweepResult> result) {
  if (!result) {
    m_error = result.error();
    return;
  }
  for (const TrialResult& trial : result->trials)
    if (trial.done) keepTrial(trial);
  m_sweep.cancelled = result->cancelled;
}

} // namespace layerlab

#include "moc_sweepjob.cpp"
