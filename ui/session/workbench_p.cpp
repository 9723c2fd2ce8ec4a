#include "ui/session/workbench_p.h"

#include "ui/session/examples.h"

#include <QFileInfo>

#include <algorithm>

namespace layerlab {
namespace {

/// Equal but for the learning rate, which may change while the fit runs.
bool sameTraining(Design a, const Design& b) {
  a.fit.optimizer.learningRate = b.fit.optimizer.learningRate;
  return a == b;
}

} // namespace

// Data ------------------------------------------------------------------------------------------

void Workbench::Private::load(const QString& path, const ReadOptions& options) {
  endLoading();
  loadingPath = path;
  loading = new LoadJob(this);
  connect(loading, &Job::progressed, this, [this] { emit q.loadProgress(loading->fraction()); });
  connect(loading, &Job::finished, this, [this] { loaded(); });
  loading->start(path, options);
  emit q.loadingChanged();
}

/// The job's thread may still be busy; it is cancelled and goes when it has ended.
void Workbench::Private::endLoading() {
  if (!loading) return;
  recovering = false;
  LoadJob* job = std::exchange(loading, nullptr);
  job->disconnect(this);
  connect(job, &Job::finished, job, &QObject::deleteLater);
  job->cancel();
}

void Workbench::Private::loaded() {
  LoadJob* job = std::exchange(loading, nullptr);
  job->deleteLater();
  if (!job->result())
    emit q.failed(QStringLiteral("data"), job->result().error());
  else if (job->result()->project)
    takeProject(*job->result());
  else
    takeTable(*job->result(), loadingPath);
  const bool wanted = std::exchange(recovering, false);
  if (job->result()) recovered = wanted;
  if (job->result() && wanted) takeRecovered();
  emit q.loadingChanged();
}

void Workbench::Private::takeTable(const Loaded& loaded, const QString& path) {
  stopFit(Workbench::tr("Training stopped: another table was opened."));
  dataPath = path;
  projectPath.clear();
  projectUnknown.clear();
  runNumber = 0;
  const QString example = exampleOfPath(path);
  if (example.isEmpty())
    session.setTable(loaded.table);
  else
    session.setProject(loaded.table, exampleDesign(example, *loaded.table, session.design()));
}

void Workbench::Private::takeProject(const Loaded& loaded) {
  stopFit(Workbench::tr("Training stopped: another project was opened."));
  dataPath = loaded.dataPath;
  projectPath = loadingPath;
  runNumber = 0;
  const Project& project = *loaded.project;
  projectUnknown = project.unknown;
  Design design = project.design;
  if (!project.hasModel) {
    design.network = hiddenNetwork({8}, Activation::relu);
    if (const Result<Outline> next = outline(*loaded.table, design.data)) followTask(design, *next);
  }
  session.setProject(loaded.table, design);
  takeSweeps(project.sweeps);
  const bool trained = project.weights && project.history && !project.history->epochs.empty();
  if (!trained || !session.outline() ||
      !checkWeights(*project.weights, design.network, session.outline()->inputNames.size()))
    return;
  Run run;
  run.name = runName(0);
  run.design = design;
  run.history = *project.history;
  run.weights = *project.weights;
  ++runNumber;
  session.addRun(std::move(run));
  session.setWeights(project.weights);
}

// Training --------------------------------------------------------------------------------------

void Workbench::Private::startFit() {
  const Design& design = session.design();
  Result<void> usable = session.outline() ? check(design.fit) : session.outline().error();
  if (usable) usable = check(design.network, session.outline()->inputNames.size());
  if (!usable) {
    emit q.failed(QStringLiteral("training"), usable.error());
    return;
  }
  fitDesign = design;
  fitTable = session.table();
  fitRun = 0;
  fitContinues = continued();
  fit = new FitJob(this);
  connect(fit, &Job::progressed, this, [this] { fitProgressed(); });
  connect(fit, &Job::finished, this, [this] { fitFinished(); });
  fit->start(fitTable, design, q.prepared(),
             fitContinues != 0 ? session.weights() : std::optional<Weights>());
  emit q.trainStateChanged();
}

/// A diverged run's weights are kept to be seen, but going on from them would diverge again.
int Workbench::Private::continued() const {
  const Run* run = session.currentRun();
  return run && session.weights() && run->end != FitEnd::diverged ? run->id : 0;
}

QString Workbench::Private::runName(int continuedRun) const {
  const Run* before = session.run(continuedRun);
  const QString number = QString::number(runNumber + 1);
  if (!before) return Workbench::tr("Run %1").arg(number);
  return Workbench::tr("Run %1, continues %2")
      .arg(number, before->name.section(QLatin1Char(','), 0, 0));
}

void Workbench::Private::fitProgressed() {
  if (fit->prepared() && preparation.data != fit->prepared())
    preparation = {preparationKey(fitTable, fitDesign), fit->prepared()};
  if (fit->prepared() && fitRun == 0 && !fitStopping) beginRun();
  appendEpochs();
  if (std::optional<Weights> weights = fit->takeWeights(); weights && !fitStopping && fitRun != 0)
    session.setWeights(std::move(weights));
}

void Workbench::Private::beginRun() {
  Run run;
  run.name = runName(fitContinues);
  run.design = fitDesign;
  run.history.metrics = fitDesign.fit.metrics;
  run.running = true;
  run.baseline = fit->baseline();
  ++runNumber;
  fitRun = session.addRun(std::move(run));
  emit q.trainStateChanged();
}

void Workbench::Private::appendEpochs() {
  std::vector<EpochRecord> epochs = fit->takeEpochs();
  if (epochs.empty() || fitRun == 0) return;
  speed = fit->samplesPerSecond();
  const auto append = [&](Run& run) {
    std::move(epochs.begin(), epochs.end(), std::back_inserter(run.history.epochs));
  };
  session.updateRun(fitRun, append, Session::historyPart);
  emit q.epochsAdded();
}

void Workbench::Private::fitFinished() {
  FitJob* job = std::exchange(fit, nullptr);
  job->deleteLater();
  fitStopping = false;
  if (job->result())
    endRun(*job->result());
  else
    emit q.failed(QStringLiteral("training"), job->result().error());
  fitRun = 0;
  if (std::exchange(fitWanted, false)) startFit();
  emit q.trainStateChanged();
}

void Workbench::Private::endRun(FitResult& result) {
  if (fitRun == 0 || !session.run(fitRun)) return;
  const bool current = session.currentRun() && session.currentRun()->id == fitRun;
  if (result.history.epochs.empty() && result.end == FitEnd::cancelled) {
    // Stopped before its first epoch was through: nothing to show, and no number used up.
    --runNumber;
    session.removeRun(fitRun);
    return;
  }
  session.updateRun(
      fitRun,
      [&](Run& run) {
        run.running = false;
        run.end = result.end;
        run.divergedEpoch = result.divergedEpoch;
        run.history = std::move(result.history);
        run.weights = result.weights;
      },
      Session::Parts(Session::runsPart | Session::historyPart));
  if (current && weightsFitNow(fitTable, fitDesign)) session.setWeights(std::move(result.weights));
}

bool Workbench::Private::weightsFitNow(const TablePtr& table, const Design& design) const {
  const Design& now = session.design();
  return session.table() == table && now.network == design.network && now.data == design.data &&
         now.fit.seed == design.fit.seed;
}

void Workbench::Private::stopFit(const QString& sentence) {
  fitWanted = false;
  if (!fit || fitStopping) return;
  fitStopping = true;
  fit->cancel();
  const auto stopped = [](Run& run) {
    run.running = false;
    run.end = FitEnd::cancelled;
  };
  session.updateRun(fitRun, stopped, Session::runsPart);
  if (!sentence.isEmpty()) emit q.said(QStringLiteral("training"), sentence);
  emit q.trainStateChanged();
}

// The session changed under a running job --------------------------------------------------------

void Workbench::Private::sessionChanged(Session::Parts parts) {
  if (parts & Session::tablePart) {
    q.closeTrial();
    if (sweep) {
      endSweep();
      emit q.said(QStringLiteral("sweep"), Workbench::tr("The search for the elbow stopped: "
                                                         "another table was opened."));
      emit q.sweepChanged();
    }
    return;
  }
  if (parts & Session::designPart) designChanged();
  if ((parts & Session::runsPart) && fit && !fitStopping && fitRun != 0 && !session.run(fitRun))
    stopFit(Workbench::tr("Training stopped: its run was deleted."));
}

void Workbench::Private::designChanged() {
  if (!fit || fitStopping) return;
  const Design& now = session.design();
  if (!sameTraining(fitDesign, now)) {
    stopFit(Workbench::tr("Training stopped: the settings changed. Press Fit to train with the new "
                          "ones."));
    return;
  }
  const double rate = now.fit.optimizer.learningRate;
  if (rate == fitDesign.fit.optimizer.learningRate) return;
  fitDesign.fit.optimizer.learningRate = rate;
  fit->setLearningRate(rate);
}

// Files -----------------------------------------------------------------------------------------

/// With weights and curve only while they belong to the design that is saved.
Project Workbench::Private::project(bool running) const {
  Project project;
  project.design = session.design();
  project.hasModel = true;
  project.unknown = projectUnknown;
  project.sweeps = session.earlierSweeps();
  if (session.sweep()) project.sweeps.push_back(*session.sweep());

  const Run* run = session.currentRun();
  const PreparedPtr data = q.prepared();
  if (!run || (run->running && !running) || !data || !session.weights()) return project;
  project.weights = session.weights();
  project.preprocessing = data->preprocessing;
  project.history = run->history;
  return project;
}

} // namespace layerlab
