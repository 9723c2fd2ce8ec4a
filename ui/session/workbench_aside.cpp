#include "ui/session/workbench_p.h"

// Lessons work on their own project; the person's waits here meanwhile.

namespace layerlab {

struct Workbench::Private::Kept {
  std::shared_ptr<const SessionAside> session;
  Timeline::Past past;
  Preparation preparation;
  Project snapshot;
  QString projectPath;
  LoadRequest data;
  FileStamp stamp;
  std::string fingerprint;
  bool embed = false;
  QString previousKept;
  std::string projectUnknown;
  QVariant hiddenParts;
  bool recovered = false;
  int runNumber = 0;
  double speed = 0.0;
  double pace = 0.0;
};

namespace {
const QString keeperName = QStringLiteral("projectKeeper");
} // namespace

ProjectKeeper& keeperOf(Workbench& workbench) {
  return dynamic_cast<ProjectKeeper&>(
      *workbench.findChild<QObject*>(keeperName, Qt::FindDirectChildrenOnly));
}

/// A crash in a lesson must not cost the person's work: it is theirs that is kept for one.
const Project* Workbench::Private::keptProject() const {
  return kept ? &kept->snapshot : nullptr;
}

void Workbench::Private::beFound() {
  setObjectName(keeperName);
  setParent(&q);
}

void Workbench::Private::setAside() {
  finishSaving();
  q.cancelLoading();
  q.stopSweep();
  stopFit();
  const Run* run = session.currentRun();
  if (run && run->weights.empty() && session.weights())
    session.updateRun(
        run->id, [this](Run& stopped) { stopped.weights = *session.weights(); }, Session::runsPart);
  auto keep = std::make_shared<Kept>();
  keep->snapshot = q.snapshot();
  keep->session = layerlab::setAside(session);
  keep->past = q.m_timeline.past();
  keep->preparation = preparation;
  keep->projectPath = std::exchange(projectPath, {});
  keep->data = data;
  keep->stamp = stamp;
  keep->fingerprint = fingerprint;
  keep->embed = embed;
  keep->previousKept = previousKept;
  keep->projectUnknown = std::exchange(projectUnknown, {});
  keep->hiddenParts = q.property("hiddenParts");
  keep->recovered = recovered;
  keep->runNumber = runNumber;
  keep->speed = speed;
  keep->pace = pace;
  kept = std::move(keep);
}

void Workbench::Private::bringBack() {
  finishSaving();
  q.cancelLoading();
  q.stopSweep();
  stopFit();
  const std::shared_ptr<const Kept> keep = std::exchange(kept, nullptr);
  preparation = keep->preparation;
  projectPath = keep->projectPath;
  data = keep->data;
  stamp = keep->stamp;
  fingerprint = keep->fingerprint;
  embed = keep->embed;
  previousKept = keep->previousKept;
  projectUnknown = keep->projectUnknown;
  q.setProperty("hiddenParts", keep->hiddenParts);
  recovered = keep->recovered;
  runNumber = keep->runNumber;
  speed = keep->speed;
  q.setPace(keep->pace);
  layerlab::bringBack(session, *keep->session);
  q.m_timeline.bringBack(keep->past);
  emit q.loadingChanged();
  emit q.trainStateChanged();
  emit q.sweepChanged();
}

void Workbench::Private::startFrom(const Design& design) {
  session.setProject(session.table(), design);
}

} // namespace layerlab
