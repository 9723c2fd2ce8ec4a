#include "ui/session/workbench_p.h"

#include "core/data/source.h"
#include "core/data/types.h"
#include "ui/session/examples.h"
#include "ui/session/hiddenparts.h"

#include <QFileInfo>

#include <algorithm>

namespace layerlab {
namespace {

/// Equal but for the learning rate, which may change while the fit runs.
bool sameTraining(Design a, const Design& b) {
  a.fit.optimizer.learningRate = b.fit.optimizer.learningRate;
  return a == b;
}

constexpr std::size_t longestUnmovedHistory = 1'000'000;

Run runOf(const SavedRun& saved) {
  Run run;
  run.name = QString::fromStdString(saved.name);
  run.colour = saved.colour;
  run.visible = saved.visible;
  run.design = saved.design;
  run.end = saved.end;
  run.divergedEpoch = saved.divergedEpoch;
  run.baseline = saved.baseline;
  run.trainBaseline = saved.trainBaseline;
  run.history = saved.history;
  run.weights = saved.weights;
  return run;
}

} // namespace

// Data ------------------------------------------------------------------------------------------

Workbench::Private::Private(Workbench& workbench) : q(workbench), session(workbench.m_session) {
  beFound();
  connect(&watch, &FileWatch::changed, this, [this] { emit q.dataFileChanged(); });
}

void Workbench::Private::load(const LoadRequest& wanted, Keep keep) {
  endLoading();
  request = wanted;
  loadingKeeps = keep;
  loading = new LoadJob(this);
  connect(loading, &Job::progressed, this, [this] { loadNews(); });
  connect(loading, &Job::finished, this, [this] { loaded(); });
  loading->start(request);
  emit q.loadingChanged();
}

void Workbench::Private::loadNews() {
  emit q.loadProgress(loading->fraction());
  if (preview == loading->preview()) return;
  preview = loading->preview();
  emit q.previewChanged();
}

/// The job's thread may still be busy; it is cancelled and goes when it has ended.
void Workbench::Private::endLoading() {
  if (!loading) return;
  recovering = false;
  LoadJob* job = std::exchange(loading, nullptr);
  job->disconnect(this);
  connect(job, &Job::finished, job, &QObject::deleteLater);
  job->cancel();
  if (std::exchange(preview, nullptr)) emit q.previewChanged();
}

void Workbench::Private::loaded() {
  finishSaving();
  LoadJob* job = std::exchange(loading, nullptr);
  job->deleteLater();
  const bool previewed = std::exchange(preview, nullptr) != nullptr;
  const bool otherwise = !job->result() && loadingKeeps == Keep::nothing &&
                         !isProjectPath(request.source) && exampleOfPath(request.source).isEmpty();
  refused = otherwise ? request : LoadRequest();
  if (!job->result())
    emit q.failed(QStringLiteral("data"), job->result().error());
  else if (job->result()->project)
    takeProject(*job->result());
  else if (loadingKeeps == Keep::design)
    takeAgain(*job->result());
  else
    takeTable(*job->result());
  const bool wanted = std::exchange(recovering, false);
  if (job->result() && loadingKeeps == Keep::nothing) recovered = wanted;
  if (job->result() && wanted) takeRecovered();
  if (previewed) emit q.previewChanged();
  emit q.loadingChanged();
}

void Workbench::Private::rememberData(const Loaded& loaded) {
  data = loaded.data;
  stamp = loaded.stamp;
  fingerprint = loaded.fingerprint;
  watch.watch(loaded.stamp.size >= 0 ? data.source : QString(), loaded.stamp);
}

void Workbench::Private::takeTable(const Loaded& loaded) {
  stopFit({QT_TRANSLATE_NOOP("Core", "Training stopped: another table was opened."), {}});
  rememberData(loaded);
  embed = false;
  projectPath.clear();
  projectUnknown.clear();
  q.setProperty("hiddenParts", QStringList());
  runNumber = 0;
  const QString example = exampleOfPath(data.source);
  if (example.isEmpty())
    session.setTable(loaded.table);
  else
    session.setProject(loaded.table, exampleDesign(example, *loaded.table, session.design()));
  if (isTextSource(data.source.toStdString())) session.touch(); // it is in no file yet
}

/// The same source, read anew: the project stays the same one.
void Workbench::Private::takeAgain(const Loaded& loaded) {
  stopFit({QT_TRANSLATE_NOOP("Core", "Training stopped: the table was read again."), {}});
  const bool otherwise = loaded.data.options != data.options;
  rememberData(loaded);
  runNumber = 0;
  session.setTable(loaded.table);
  if (otherwise || !projectPath.isEmpty()) session.touch();
}

void Workbench::Private::takeProject(const Loaded& loaded) {
  stopFit({QT_TRANSLATE_NOOP("Core", "Training stopped: another project was opened."), {}});
  rememberData(loaded);
  embed = q.canChooseEmbedding() && !data.text.isEmpty();
  projectPath = request.source;
  runNumber = 0;
  const Project& project = *loaded.project;
  projectUnknown = project.unknown;
  q.setProperty("hiddenParts", hiddenPartsOf(projectUnknown));
  Design design = project.design;
  if (!project.hasModel) {
    design.network = hiddenNetwork({8}, Activation::relu);
    const TablePtr typed = withTypes(loaded.table, design.data);
    if (const Result<Outline> next = outline(*typed, design.data)) followTask(design, *next);
  }
  session.setProject(loaded.table, design);
  takeSweeps(project.sweeps);
  takeRuns(project);
  emit q.projectOpened();
  tellChangedData(project);
}

/// Curves and weights in the project are of what the file was then.
void Workbench::Private::tellChangedData(const Project& project) {
  if (fingerprint.empty() || project.fingerprint.empty()) return;
  if (fingerprint == project.fingerprint) return;
  emit q.said(
      QStringLiteral("data"),
      {QT_TRANSLATE_NOOP("Core", "%1 has changed since the project was saved; its curves and "
                                 "weights are of the earlier table."),
       {QFileInfo(data.source).fileName().toStdString()}});
}

/// The runs of the file; one without a list has at most the run its weights are from.
void Workbench::Private::takeRuns(const Project& project) {
  const bool trained = project.weights && project.history && !project.history->epochs.empty() &&
                       session.outline() &&
                       checkWeights(*project.weights, session.design().network,
                                    session.outline()->inputNames.size());
  int current = 0;
  for (const SavedRun& saved : project.runs) {
    Run run = runOf(saved);
    if (saved.current && !trained) continue; // what it was lay in the part that does not fit
    if (saved.current) run.history = *project.history;
    if (saved.current) run.weights = *project.weights;
    if (saved.current) run.preprocessing = project.preprocessing;
    if (saved.current && !run.history.epochs.empty())
      run.history.epochs.back().seconds = saved.seconds;
    runNumber = std::max(runNumber, saved.number);
    const int id = session.addRun(std::move(run));
    if (saved.current) current = id;
  }
  session.clearCurrentRun();
  if (trained && current == 0) {
    Run run;
    run.name = runName(0);
    run.design = session.design();
    run.history = *project.history;
    run.weights = *project.weights;
    run.preprocessing = project.preprocessing;
    ++runNumber;
    current = session.addRun(std::move(run));
  }
  session.makeCurrent(current);
  if (trained) session.setWeights(project.weights);
}

// Training --------------------------------------------------------------------------------------

void Workbench::Private::startFit(std::optional<StepUnit> step) {
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
  if (pace > 0.0) fit->setPace(pace);
  if (step) fit->step(*step);
  fitHeld = false;
  const bool goesOn = fitContinues != 0 || std::exchange(weightsByHand, false);
  fit->start(fitTable, design, q.prepared(), goesOn ? session.weights() : std::optional<Weights>());
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
  if (!fitStopping && fitRun != 0) q.m_timeline.add(fitRun, fit->takeSnapshots());
  if (std::optional<Weights> weights = fit->takeWeights(); weights && !fitStopping && fitRun != 0)
    session.setWeights(std::move(weights));
  const bool held = fit->place().has_value();
  if (fitRun != 0 && held != fitHeld) emit q.trainStateChanged();
  fitHeld = held;
}

void Workbench::Private::beginRun() {
  Run run;
  run.name = runName(fitContinues);
  run.continues = fitContinues;
  run.design = fitDesign;
  run.history.metrics = fitDesign.fit.metrics;
  // Address space, no memory yet: growing later would move everything, a pause of the window.
  run.history.epochs.reserve(
      std::min(static_cast<std::size_t>(fitDesign.fit.epochs), longestUnmovedHistory));
  run.running = true;
  run.baseline = fit->baseline();
  run.trainBaseline = fit->trainBaseline();
  run.preprocessing = fit->prepared()->preprocessing;
  ++runNumber;
  fitRun = session.addRun(std::move(run));
  emit q.trainStateChanged();
}

void Workbench::Private::appendEpochs() {
  std::vector<EpochRecord> epochs = fit->takeEpochs();
  if (epochs.empty() || fitRun == 0) return;
  speed = fit->samplesPerSecond();
  if (session.run(fitRun)) workGoesOn();
  const auto append = [&](Run& run) {
    run.history.epochs.insert(run.history.epochs.end(), epochs.begin(), epochs.end());
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
  if (std::exchange(fitWanted, false)) startFit(std::exchange(wantedStep, std::nullopt));
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
  if (current && !weightsByHand && weightsFitNow(fitTable, fitDesign))
    session.setWeights(std::move(result.weights));
  session.touch();
}

/// What has been computed is work to save. Once is enough until the next save; the end of the work
/// touches the session anyway, for a save may be under way.
void Workbench::Private::workGoesOn() {
  if (!session.isDirty()) session.touch();
}

bool Workbench::Private::weightsFitNow(const TablePtr& table, const Design& design) const {
  const Design& now = session.design();
  return session.table() == table && now.network == design.network && now.data == design.data &&
         now.fit.seed == design.fit.seed;
}

void Workbench::Private::stopFit(const Message& sentence) {
  fitWanted = false;
  if (!fit || fitStopping) return;
  fitStopping = true;
  fit->cancel();
  const auto stopped = [](Run& run) {
    run.running = false;
    run.end = FitEnd::cancelled;
  };
  session.updateRun(fitRun, stopped, Session::runsPart);
  if (!sentence.empty()) emit q.said(QStringLiteral("training"), sentence);
  emit q.trainStateChanged();
}

// The session changed under a running job --------------------------------------------------------

void Workbench::Private::sessionChanged(Session::Parts parts) {
  if (parts & Session::tablePart) {
    q.closeTrial();
    if (sweep) {
      endSweep();
      emit q.said(QStringLiteral("sweep"),
                  {QT_TRANSLATE_NOOP("Core", "The search for the elbow stopped: another table was "
                                             "opened."),
                   {}});
      emit q.sweepChanged();
    }
    return;
  }
  if ((parts & Session::weightsPart) && !session.weights()) weightsByHand = false;
  if (parts & Session::designPart) designChanged();
  if ((parts & Session::runsPart) && fit && !fitStopping && fitRun != 0 && !session.run(fitRun))
    stopFit({QT_TRANSLATE_NOOP("Core", "Training stopped: its run was deleted."), {}});
}

void Workbench::Private::designChanged() {
  if (!fit || fitStopping) return;
  const Design& now = session.design();
  if (!sameTraining(fitDesign, now)) {
    stopFit({QT_TRANSLATE_NOOP(
                 "Core", "Training stopped: the settings changed. Press Fit to train with the new "
                         "ones."),
             {}});
    return;
  }
  const double rate = now.fit.optimizer.learningRate;
  if (rate == fitDesign.fit.optimizer.learningRate) return;
  fitDesign.fit.optimizer.learningRate = rate;
  fit->setLearningRate(rate);
}

} // namespace layerlab
