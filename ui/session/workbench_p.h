#pragma once

#include "ui/session/aside.h"
#include "ui/session/fitjob.h"
#include "ui/session/loadjob.h"
#include "ui/session/preparation.h"
#include "ui/session/savejob.h"
#include "ui/session/sweepjob.h"
#include "ui/session/trialjob.h"
#include "ui/session/workbench.h"

#include <QDir>

#include <functional>
#include <optional>

namespace layerlab {

/// The jobs behind the verbs. At most one of each kind counts; one that was told to stop lives on
/// until its thread has come to an end, without holding anybody up.
class Workbench::Private : public QObject, public ProjectKeeper {
public:
  explicit Private(Workbench& workbench);

  // Data.
  enum class Keep { nothing, design }; ///< of the open project, when the table is there
  void load(const LoadRequest& wanted, Keep keep = Keep::nothing);
  void loadNews();
  void loaded();
  void takeTable(const Loaded& loaded);
  void takeAgain(const Loaded& loaded);
  void rememberData(const Loaded& loaded);
  void takeProject(const Loaded& loaded);
  void takeRuns(const Project& project);
  void endLoading();

  // Training.
  void startFit(std::optional<StepUnit> step = {});
  void fitProgressed();
  void beginRun();
  void appendEpochs();
  void fitFinished();
  void endRun(FitResult& result);
  void workGoesOn();
  void stopFit(const Message& sentence = {});
  bool training() const { return fit && (!fitStopping || fitWanted); }
  bool weightsFitNow(const TablePtr& table, const Design& design) const;
  int continued() const;
  QString runName(int continuedRun) const;

  // Elbow.
  Result<void> checkSweep(const SweepSpec& spec, int epochs) const;
  void startSweep(const SweepResult& planned);
  void keepSweep();
  void takeSweeps(std::vector<SweepResult> sweeps);
  void sweepProgressed();
  void sweepFinished();
  void endSweep();
  void trialProgressed();
  void trialFinished();
  void endTrial();

  // The session changed under a running job.
  void sessionChanged(Session::Parts parts);
  void designChanged();

  /// `running`: with the weights of a fit that has not ended, too.
  std::optional<Preprocessing> preprocessingOf(const Run& run, bool quick) const;
  Project project(bool running = false) const;
  Project projectAt(const QString& path) const;
  SaveJob::Before beforeSaving(const QString& path) const;
  void finishSaving();
  void savingEnded();
  void savedAt(const QString& path, int revision);
  void tellChangedData(const Project& project);
  std::string dataReference(const QDir& folder) const;
  void takeRecovered();

  // The person's project while a lesson uses the window (workbench_aside.cpp).
  struct Kept;
  void setAside() override;
  void bringBack() override;
  bool keeps() const override { return kept != nullptr; }
  void startFrom(const Design& design) override;
  void beFound();
  const Project* keptProject() const;

  Workbench& q;
  Session& session;
  Preparation preparation;

  LoadJob* loading = nullptr;
  LoadRequest request; ///< of the loading job
  Keep loadingKeeps = Keep::nothing;
  TablePtr preview;
  QString projectPath;
  QString previousKept; ///< the project whose previous version has been put aside
  bool recovering = false;
  bool recovered = false;
  LoadRequest data; ///< where the table came from
  FileStamp stamp;  ///< its file, when it was read
  std::string fingerprint;
  bool embed = false;  ///< keep the text of its file in the project
  LoadRequest refused; ///< what could not be read, to be tried in another way
  FileWatch watch;
  SaveJob* saving = nullptr;
  QString savingPath;
  int savingRevision = 0; ///< of the session, when its copy was made
  std::function<std::string()> layoutSource;
  std::string projectUnknown; ///< what a newer version wrote; saved again as it was

  FitJob* fit = nullptr;
  Design fitDesign; ///< what the running fit trains
  TablePtr fitTable;
  int fitRun = 0;       ///< its run, once it has begun
  int fitContinues = 0; ///< the run it went on from
  bool fitStopping = false;
  bool fitWanted = false;             ///< fit again as soon as the stopping one has ended
  std::optional<StepUnit> wantedStep; ///< and go only so far
  std::shared_ptr<const Kept> kept;
  int runNumber = 0;
  double speed = 0.0;
  double pace = 0.0;          ///< epochs per second, 0: free
  bool fitHeld = false;       ///< the running fit was last seen standing still
  bool weightsByHand = false; ///< somebody changed the weights that are shown

  SweepJob* sweep = nullptr;
  TablePtr sweepTable;
  TrialJob* trial = nullptr; ///< trains the trial that is shown
  std::optional<Run> trialRun;
};

} // namespace layerlab
