#pragma once

#include "core/fit/fit.h"
#include "core/fit/snapshots.h"
#include "ui/session/job.h"
#include "ui/session/mailbox.h"
#include "ui/session/preparation.h"
#include "ui/session/stepping.h"

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace layerlab {

/// prepare + runFit. Every epoch arrives, in order; of the weights only the latest, and only as
/// often as somebody looks.
class FitJob : public Job {
  Q_OBJECT
public:
  using Job::Job;
  ~FitJob() override;

  /// `known`: the matrices, when they have been made before; `initial`: weights to go on from.
  void start(const TablePtr& table, const Design& design, const PreparedPtr& known,
             const std::optional<Weights>& initial);

  void cancel() override;
  void pause();
  void resume();
  /// Goes on to the end of the present stage, batch or epoch and pauses there. Before start(): the
  /// fit begins like this.
  void step(StepUnit unit);
  bool isPaused() const { return m_paused; }
  /// Where the worker stands while it is paused; nullopt: it moves.
  const std::optional<FitPlace>& place() const { return m_place; }
  /// From the next epoch on.
  void setLearningRate(double learningRate);
  /// No faster than this; 0: as fast as the machine can.
  void setPace(double epochsPerSecond);

  /// The matrices, once they are made: training runs.
  PreparedPtr prepared() const { return m_prepared; }
  /// Loss of always predicting the mean or the base rate, on the validation part if there is one.
  std::optional<double> baseline() const { return m_baseline; }
  /// The same on the training part; of squared losses only.
  std::optional<double> trainBaseline() const { return m_trainBaseline; }
  /// Epochs that arrived since the last call. While a fit moves, at their turn only: not with the
  /// frames in which the picture of the weights or the numbers move.
  std::vector<EpochRecord> takeEpochs();
  /// Weights at the end of some of these epochs (evenly spread), since the last call.
  std::vector<Snapshot> takeSnapshots();
  /// Newest weights since the last call, if any; at their turn, too.
  std::optional<Weights> takeWeights();
  double samplesPerSecond() const { return m_samplesPerSecond; }
  /// After finished().
  Result<FitResult>& result() { return *m_result; }

private:
  struct Ready {
    PreparedPtr data;
    double baseline = 0.0;
    std::optional<double> trainBaseline;
  };
  /// The worker stands still; `order`: the last one it had heard.
  struct Held {
    FitPlace place;
    int order = 0;
  };
  using Epochs = std::vector<EpochRecord>;
  using News = std::variant<Ready, Epochs, Snapshot, Held, Result<FitResult>>;
  using Box = Mailbox<News, Weights>;
  /// What the worker is told. Moves are numbered, so that news of an older one can be told apart.
  struct Order {
    enum class Kind { wake, pause, resume, step, learningRate, pace } kind = Kind::wake;
    int number = 0;
    StepUnit unit = StepUnit::epoch;
    double value = 0.0;
  };
  using Orders = Mailbox<Order>;
  struct Worker;

  Mail collect() override;
  void order(Order::Kind kind, StepUnit unit = StepUnit::epoch);
  void append(Epochs& epochs);
  void keepHeld(const Held& held);
  void keepPicture(Weights weights);
  void measureSpeed();
  void askForWeights();
  bool isTurn(int turn) const;

  std::shared_ptr<Box> m_box = std::make_shared<Box>();
  std::shared_ptr<Orders> m_orders = std::make_shared<Orders>();
  bool m_paused = false;
  int m_order = 0; ///< number of the last move ordered
  std::optional<FitPlace> m_place;
  PreparedPtr m_prepared;
  std::optional<double> m_baseline;
  std::optional<double> m_trainBaseline;
  std::vector<EpochRecord> m_epochs;
  std::vector<Snapshot> m_snapshots;
  std::optional<Weights> m_weights;
  std::optional<Result<FitResult>> m_result;
  int m_turnsPerPicture = 1;
  int m_frame = 0;
  int m_markEpoch = 0; ///< where the present speed measurement began
  double m_markSeconds = 0.0;
  double m_samplesPerSecond = 0.0;
};

} // namespace layerlab
