#pragma once

#include "core/fit/stepper.h"

#include <optional>
#include <vector>

namespace layerlab {

/// The five stages of model.fit as the class notes tell them.
enum class LessonStage { weights, predict, error, adjust, repeat };

/// A FitStepper walked in five stages: initial weights once, then predict, error, adjust, repeat
/// for every batch. What an epoch gives here is bit for bit what runFit gives.
class LAYERLAB_API StageWalk {
public:
  static Result<StageWalk> create(const Design& design, const PreparedPtr& data);

  /// The stage whose numbers are there; nullopt: not begun.
  std::optional<LessonStage> stage() const { return m_stage; }
  /// Past the last epoch, an early stop or a divergence.
  bool finished() const { return m_stepper.next() == FitStage::finished; }
  /// At the end of an epoch, its record is the last of the history.
  bool epochDone() const { return m_epochDone; }

  void advanceStage();
  /// To `repeat` of the batch under way, or of the next.
  void finishBatch();
  /// Whole batches until the epoch is through or `seconds` have passed; true: it is through.
  bool finishEpoch(double seconds);

  const FitStepper& stepper() const { return m_stepper; }
  /// The optimizer's moments before the last update; empty where the rule has none, or where they
  /// are too many to be kept.
  const Weights& firstBefore() const { return m_firstBefore; }
  const Weights& secondBefore() const { return m_secondBefore; }
  /// Loss of each batch of the epoch so far.
  const std::vector<double>& batchLosses() const { return m_batchLosses; }

private:
  StageWalk(FitStepper stepper, bool keepsMoments)
      : m_stepper(std::move(stepper)), m_keepsMoments(keepsMoments) {}
  void takeBatch();
  void adjust();
  void repeat();

  FitStepper m_stepper;
  bool m_keepsMoments;
  std::optional<LessonStage> m_stage;
  bool m_epochDone = false;
  Weights m_firstBefore;
  Weights m_secondBefore;
  std::vector<double> m_batchLosses;
};

} // namespace layerlab
