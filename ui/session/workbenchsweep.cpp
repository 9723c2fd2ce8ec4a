#include "ui/session/workbench.h"

#include "ui/session/workbench_p.h"

#include <algorithm>

// The verbs of the elbow: sweeps, and the single trial that is looked at.
namespace layerlab {
namespace {

constexpr std::size_t mostEarlierSweeps = 8;

bool anyDone(const SweepResult& sweep) {
  return std::any_of(sweep.trials.begin(), sweep.trials.end(),
                     [](const TrialResult& trial) { return trial.done; });
}

/// All trials of a plan, none of them done yet.
SweepResult planned(const Design& design, const SweepSpec& spec) {
  SweepResult out;
  out.spec = spec;
  out.design = design;
  for (const Trial& trial : planSweep(spec, design.fit.seed)) {
    out.trials.emplace_back();
    out.trials.back().trial = trial;
  }
  return out;
}

} // namespace

void Workbench::startSweep(const SweepSpec& spec, int epochs) {
  stopSweep();
  if (const Result<void> usable = d->checkSweep(spec, epochs); !usable) {
    emit failed(QStringLiteral("sweep"), usable.error());
    return;
  }
  Design design = m_session.design();
  design.fit.epochs = epochs;
  d->keepSweep();
  closeTrial();
  d->startSweep(planned(design, spec));
}

void Workbench::stopSweep() {
  if (!d->sweep) return;
  d->endSweep();
  emit sweepChanged();
}

bool Workbench::canContinueSweep() const {
  return !d->sweep && m_session.table() && m_session.sweep() && sweepDone() < sweepTotal();
}

void Workbench::continueSweep() {
  if (canContinueSweep()) d->startSweep(SweepResult(*m_session.sweep()));
}

bool Workbench::isSweeping() const {
  return d->sweep != nullptr;
}

int Workbench::sweepDone() const {
  if (!m_session.sweep()) return 0;
  const std::vector<TrialResult>& trials = m_session.sweep()->trials;
  return static_cast<int>(std::count_if(trials.begin(), trials.end(),
                                        [](const TrialResult& trial) { return trial.done; }));
}

int Workbench::sweepTotal() const {
  return m_session.sweep() ? static_cast<int>(m_session.sweep()->trials.size()) : 0;
}

double Workbench::sweepSecondsLeft() const {
  return d->sweep ? d->sweep->secondsLeft() : 0.0;
}

// One trial ---------------------------------------------------------------------------------------

void Workbench::showTrial(int index) {
  if (!m_session.sweep() || !m_session.table()) return;
  const SweepResult& sweep = *m_session.sweep();
  const auto place = static_cast<std::size_t>(index);
  if (index < 0 || place >= sweep.trials.size()) return;
  d->endTrial();
  const Trial& trial = sweep.trials[place].trial;
  Run run;
  run.name = tr("%1 units, repeat %2").arg(trial.units).arg(trial.repeat);
  run.design = trialDesign(sweep.design, sweep.spec, trial);
  run.history.metrics = run.design.fit.metrics;
  run.running = true;
  d->trialRun = std::move(run);
  d->trial = new TrialJob(d.get());
  connect(d->trial, &Job::progressed, d.get(), [this] { d->trialProgressed(); });
  connect(d->trial, &Job::finished, d.get(), [this] { d->trialFinished(); });
  const PreparationKey key = preparationKey(m_session.table(), sweep.design);
  d->trial->start(key, d->preparation.find(key), d->trialRun->design);
  emit trialChanged();
}

void Workbench::closeTrial() {
  if (!d->trialRun) return;
  d->endTrial();
  emit trialChanged();
}

const Run* Workbench::trialRun() const {
  return d->trialRun ? &*d->trialRun : nullptr;
}

void Workbench::keepTrial() {
  if (!d->trialRun || d->trialRun->running) return;
  m_session.addSideRun(*d->trialRun);
  m_session.touch();
}

// Behind the verbs --------------------------------------------------------------------------------

Result<void> Workbench::Private::checkSweep(const SweepSpec& spec, int epochs) const {
  if (!session.outline()) return session.outline().error();
  FitSpec fitSpec = session.design().fit;
  fitSpec.epochs = epochs;
  if (Result<void> usable = check(fitSpec); !usable) return usable;
  const auto hidden = static_cast<int>(session.design().network.denseLayers().size()) - 1;
  if (spec.layer < 1 || spec.layer > hidden)
    return inputError({QT_TRANSLATE_NOOP("Core", "the network has no hidden layer %1; add a hidden "
                                                 "layer first"),
                       {std::to_string(spec.layer)}});
  if (spec.units.empty() || spec.repeats < 1)
    return inputError({QT_TRANSLATE_NOOP("Core", "the search needs at least one node count and one "
                                                 "repeat"),
                       {}});
  Trial largest;
  largest.units = *std::max_element(spec.units.begin(), spec.units.end());
  return check(trialDesign(session.design(), spec, largest).network,
               session.outline()->inputNames.size());
}

/// Makes room for a new sweep; what it replaces can still be laid over it.
void Workbench::Private::keepSweep() {
  if (!session.sweep() || !anyDone(*session.sweep())) return;
  std::vector<SweepResult> earlier = session.earlierSweeps();
  earlier.push_back(*session.sweep());
  if (earlier.size() > mostEarlierSweeps) earlier.erase(earlier.begin());
  session.setEarlierSweeps(std::move(earlier));
}

/// Those of a project file; the last one is the present one.
void Workbench::Private::takeSweeps(std::vector<SweepResult> sweeps) {
  if (sweeps.empty()) return;
  session.setSweep(std::move(sweeps.back()));
  sweeps.pop_back();
  session.setEarlierSweeps(std::move(sweeps));
  emit q.sweepChanged();
}

void Workbench::Private::startSweep(const SweepResult& planned) {
  sweepTable = session.table();
  const PreparationKey key = preparationKey(sweepTable, planned.design);
  sweep = new SweepJob(this);
  connect(sweep, &Job::progressed, this, [this] { sweepProgressed(); });
  connect(sweep, &Job::finished, this, [this] { sweepFinished(); });
  const std::size_t width = session.outline() ? session.outline()->inputNames.size() : 1;
  sweep->start(key, preparation.find(key), planned, width);
  session.setSweep(sweep->sweep());
  emit q.sweepChanged();
}

void Workbench::Private::sweepProgressed() {
  // Not while the matrices of the present design are there: the sweep may vary an older one.
  if (sweep->prepared() && !q.prepared())
    preparation = {preparationKey(sweepTable, sweep->sweep().design), sweep->prepared()};
  session.setSweep(sweep->sweep());
  if (anyDone(*session.sweep())) workGoesOn();
  emit q.sweepChanged();
}

void Workbench::Private::sweepFinished() {
  SweepJob* job = std::exchange(sweep, nullptr);
  job->deleteLater();
  if (job->error()) emit q.failed(QStringLiteral("sweep"), *job->error());
  if (session.sweep() && anyDone(*session.sweep())) session.touch();
  emit q.sweepChanged();
}

/// Results so far stay; the threads end on their own.
void Workbench::Private::endSweep() {
  if (!sweep) return;
  SweepJob* job = std::exchange(sweep, nullptr);
  job->disconnect(this);
  connect(job, &Job::finished, job, &QObject::deleteLater);
  job->cancel();
  if (!session.sweep()) return;
  SweepResult stopped = *session.sweep();
  stopped.cancelled = true;
  const bool done = anyDone(stopped);
  session.setSweep(std::move(stopped));
  if (done) session.touch();
}

void Workbench::Private::trialProgressed() {
  std::vector<EpochRecord> epochs = trial->takeEpochs();
  std::move(epochs.begin(), epochs.end(), std::back_inserter(trialRun->history.epochs));
  emit q.trialChanged();
}

void Workbench::Private::trialFinished() {
  TrialJob* job = std::exchange(trial, nullptr);
  job->deleteLater();
  trialRun->running = false;
  if (Result<FitResult>& result = job->result()) {
    trialRun->end = result->end;
    trialRun->divergedEpoch = result->divergedEpoch;
    trialRun->history = std::move(result->history);
    trialRun->weights = std::move(result->weights);
    trialRun->baseline = job->baseline();
  } else {
    trialRun.reset();
    emit q.failed(QStringLiteral("sweep"), result.error());
  }
  emit q.trialChanged();
}

void Workbench::Private::endTrial() {
  trialRun.reset();
  if (!trial) return;
  TrialJob* job = std::exchange(trial, nullptr);
  job->disconnect(this);
  connect(job, &Job::finished, job, &QObject::deleteLater);
  job->cancel();
}

} // namespace layerlab
