#pragma once

#include "core/fit/callbacks.h"
#include "core/fit/evaluator.h"
#include "core/fit/stepperstate.h"
#include "core/net/optimizer.h"

#include <memory>
#include <span>

namespace layerlab {

/// Keras' model.fit as a machine of stages, with every number in between to look at. A value; the
/// full-speed fit is a loop over it, so what is shown step by step is what runs.
class LAYERLAB_API FitStepper {
public:
  /// The Error says what does not fit (settings, network, shapes of the data or of `initial`).
  static Result<FitStepper> create(const Design& design, PreparedPtr data,
                                   const Weights* initial = nullptr, StepperOptions options = {});

  FitStage next() const { return m_next; }
  /// Does the stage `next()` names, unless it is cancelled. Must not be called once finished.
  void advance();
  /// For loops that hold a FlushDenormals themselves: all stages of one batch (when next() is
  /// batch), or the one stage that is next.
  void advanceBatch();

  // Where it stands; epochs and batches count from 1, 0 before the first.
  int epoch() const { return m_epoch; }
  int batch() const { return m_batch; }
  int batchesPerEpoch() const { return m_batches; }
  std::int64_t steps() const { return m_optimizer.steps(); }
  double learningRate() const { return m_optimizer.learningRate(); }
  void setLearningRate(double rate) { m_optimizer.setLearningRate(rate); }
  const History& history() const { return m_history; }
  /// Meaningful once finished.
  FitEnd end() const { return m_end; }
  int divergedEpoch() const { return m_divergedEpoch; }
  /// Writes the clock into the newest record.
  void stampSeconds(double seconds) { m_history.epochs.back().seconds = seconds; }

  // The current batch's numbers, as of the last stage that made them. `layer` counts dense layers
  // from 0; matrices are samples x width.
  std::span<const std::uint32_t> batchRows() const; ///< row numbers in xTrain
  Matrix x() const;
  Matrix y() const;
  Matrix layerInput(std::size_t layer) const; ///< after dropout
  Matrix z(std::size_t layer) const;
  Matrix a(std::size_t layer) const;
  Matrix delta(std::size_t layer) const;       ///< dL/dz
  Matrix dropoutMask(std::size_t layer) const; ///< 0 or 1 / (1 - rate); empty: no dropout
  std::vector<float> rowLosses() const;
  double batchLoss() const { return m_work.loss; } ///< penalty included
  double penalty() const { return m_work.penalty; }
  double runningLoss() const; ///< mean over the epoch so far
  std::size_t layerCount() const { return m_network.layers().size(); }
  Weights weights() const { return m_network.weights(); }
  Weights previousWeights() const { return m_network.weightsFrom(m_kept.previous); }
  Weights gradients() const { return m_network.weightsFrom(m_work.gradients.parameters); }
  /// Optimizer moments; empty where the rule has none.
  Weights firstMoment() const;
  Weights secondMoment() const;
  /// The latest weights without NaN or infinity: the current ones, else those at the end of the
  /// last good epoch.
  Weights finiteWeights() const;

private:
  FitStepper(const Design& design, PreparedPtr data, StepperOptions options);

  void step();
  void initialise();
  void takeBatch();
  void prefetchNext() const;
  /// Training rows of a batch of this epoch (from 1), empty beyond the last.
  std::span<const std::uint32_t> rowsOf(int batch) const;
  void predictBatch();
  void measureBatch();
  void computeGradient();
  void update();
  bool measure(const Matrix& x, const Matrix& y);
  void endEpoch();
  void validate();
  void closeEpoch();
  void runCallbacks(const EpochRecord& record);
  void diverge();
  void finish(FitEnd end);
  LossInput lossInput() const;

  std::shared_ptr<const Design> m_design;
  PreparedPtr m_data;
  StepperOptions m_options;
  Weights m_initial;
  LossRule m_rule;

  FitStage m_next = FitStage::initialise;
  FitEnd m_end = FitEnd::completed;
  int m_divergedEpoch = 0;
  int m_epoch = 0;
  int m_batch = 0;
  int m_batches = 0;

  Network m_network;
  Optimizer m_optimizer;
  Evaluator m_evaluator;
  BatchWork m_work;
  EpochSums m_sums;
  KeptWeights m_kept;
  std::optional<Random> m_dropout; ///< this epoch's stream; absent without dropout layers
  std::optional<EarlyStopper> m_stopper;
  std::optional<PlateauWatcher> m_plateau;

  std::vector<std::uint32_t> m_order; ///< this epoch's permutation of the training rows
  EpochRecord m_record;               ///< of the epoch being closed
  Evaluation m_evaluation;
  History m_history;
};

} // namespace layerlab
