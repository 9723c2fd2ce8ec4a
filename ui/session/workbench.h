#pragma once

#include "core/data/generators.h"
#include "core/io/project.h"
#include "ui/session/preparation.h"
#include "ui/session/session.h"
#include "ui/session/stepping.h"
#include "ui/session/timeline.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <string>

namespace layerlab {

/// What a window (or a script) can do with the open project: the verbs. Owns the session and the
/// jobs; every long piece of work runs in a job off the GUI thread. Widgets call the verbs and
/// listen; they never see a job or a thread.
class Workbench : public QObject {
  Q_OBJECT
public:
  enum class TrainState { idle, preparing, running, paused };

  explicit Workbench(QObject* parent = nullptr);
  ~Workbench() override;

  Session& session() { return m_session; }

  // Data. Loading keeps the old table (and a running fit) until the new one is there.
  void openFile(const QString& path, const ReadOptions& options = {});
  void openExample(const QString& name); ///< "iris"
  void openGenerated(const GeneratorSpec& spec);
  /// A table without a file, as CSV text; the project keeps the text.
  void openPasted(const QByteArray& text);
  void openPainted(const Painting& painting);
  /// The present table's source again, read in another way or after it changed; roles stay where
  /// names still match, network and settings stay.
  void reread(const ReadOptions& options);
  void reload();
  ReadOptions readOptions() const; ///< as far as a person chose
  /// A source that could not be read (as it was asked to); reread() then means this one. Empty:
  /// none, or another table was opened since.
  QString refusedSource() const;
  static QStringList exampleNames();
  void cancelLoading();
  bool isLoading() const;
  QString loadingSource() const; ///< empty: nothing is being loaded
  TablePtr preview() const;      ///< first rows of the large file being loaded; else null
  /// The matrices of the present table, data choices and seed, if a fit or sweep has made them.
  PreparedPtr prepared() const;
  /// Matrices somebody else had to make; kept while they are those of the present design.
  void keepPrepared(const PreparationKey& key, const PreparedPtr& data);
  /// The weights to look at: the newest, or those of a past epoch.
  Timeline& timeline() { return m_timeline; }

  // Training. fit() continues from the present weights, reset() forgets them.
  void fit();
  void pause();
  void resume();
  void stop();
  void reset();
  /// Trains to the end of the present stage, batch or epoch, and pauses there; idle: begins a fit.
  void step(StepUnit unit);
  TrainState trainState() const;
  /// Where a paused fit stands; nullopt: it moves, or there is none.
  std::optional<FitPlace> place() const;
  /// Holds training back, for demonstrations; 0: full speed. No part of the design.
  void setPace(double epochsPerSecond);
  double pace() const;
  /// The run whose weights the next fit starts from; 0: it draws new ones.
  int continuesRun() const;
  /// Takes effect at the next epoch of a running fit too.
  void setLearningRate(double learningRate);
  /// Changes one weight by hand, undoable. A running fit stops and
  /// says so; the next one goes on from here. Before the first fit the initial weights are drawn.
  void setWeight(const WeightPlace& place, float value);
  double samplesPerSecond() const; ///< training rows per second of the running or last fit

  // Elbow.
  void startSweep(const SweepSpec& spec, int epochs);
  void stopSweep();
  /// A sweep that was stopped, in this session or a saved one, can go on: with its own design, to
  /// the same bits as if it had never been stopped.
  bool canContinueSweep() const;
  void continueSweep();
  bool isSweeping() const;
  int sweepDone() const;
  int sweepTotal() const;
  double sweepSecondsLeft() const;
  /// Trains trial `index` of the present sweep again, to see its curve: same seed, same bits.
  void showTrial(int index);
  void closeTrial();
  /// The trial shown, with the epochs so far; null: none.
  const Run* trialRun() const;
  void keepTrial(); ///< puts it among the runs

  // Project file.
  Result<void> saveProject(const QString& path); ///< and waits for it
  /// The same on a thread of its own, as the project is now; saveEnded() follows. A second one
  /// waits for the first.
  void startSaving(const QString& path);
  bool isSaving() const;
  QString projectPath() const;
  QString projectName() const; ///< of the project, or of its data; empty: nothing is open
  /// All that a save would write, with absolute paths, to be kept in case of a crash.
  Project snapshot() const;
  /// Opens such a copy as the project it is of, with unsaved changes.
  void recover(const QString& path);
  bool recovered() const; ///< the open project was recovered
  /// Is the data written into the project, so that it can be handed in as one file? Only a table
  /// from a file leaves the choice: generated ones are made anew, all others are kept inside.
  bool embedsData() const;
  bool canChooseEmbedding() const;
  void setEmbedsData(bool embed);
  /// Asked whenever the project is written: how the window is arranged, the text of a JSON object.
  /// It is no change of the project.
  void setLayoutSource(std::function<std::string()> source);
  /// What the open project's file said of it; empty: nothing.
  std::string savedLayout() const;
  /// A file, or "example:iris", "generated:...", "painted:", "pasted:".
  QString dataPath() const;

  // Files for other programs; both need a current run.
  Result<void> exportHistory(const QString& path) const;
  /// The current run's predictions for every row of the table, in file order; two classes: class 1
  /// is p >= cutOff.
  Result<void> exportPredictions(const QString& path, double cutOff = 0.5) const;

signals:
  void loadingChanged();
  void saveEnded(const layerlab::Result<void>& outcome);
  void projectOpened(); ///< from its file; it is there with all its runs
  void loadProgress(double fraction);
  void previewChanged();
  /// The table's file was written by another program since it was read.
  void dataFileChanged();
  /// A file or a setting that cannot be used; shown beside its cause. `place` is "data",
  /// "training", "sweep" or "file".
  void failed(const QString& place, const layerlab::Error& error);
  /// Something ended or was stopped, in one sentence ("training stopped: the network changed").
  void said(const QString& place, const layerlab::Message& sentence);
  void trainStateChanged();
  void paceChanged();
  void epochsAdded(); ///< at most once per frame
  void sweepChanged();
  void trialChanged();

private:
  class Private;
  Session m_session;
  Timeline m_timeline{m_session};
  std::unique_ptr<Private> d;
};

} // namespace layerlab
