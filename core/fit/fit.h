#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/fit/history.h"

#include <functional>
#include <memory>
#include <optional>

namespace layerlab {

class FitStepper;

/// How fit ended; all of them are expected endings.
enum class FitEnd { completed, stoppedEarly, diverged, cancelled };

/// What a running fit asks of, and tells to, whoever watches. All callbacks run on the fitting
/// thread; empty ones cost nothing.
struct FitControl {
  CancelToken cancel; ///< looked at between the layers of a batch, and while an epoch is measured
  std::function<void(const EpochRecord&)> epochDone;
  /// Asked after each batch (cheap!); true: `snapshot` gets the weights as they are now.
  std::function<bool()> wantsSnapshot;
  std::function<void(const Weights&, int epoch)> snapshot;
  /// Asked at the end of each epoch, and for epoch 0 once the weights are drawn; true:
  /// `epochWeights` gets them.
  std::function<bool(int epoch)> wantsEpoch;
  std::function<void(Weights, int epoch)> epochWeights;
  /// Called after every batch and every stage done alone; may look at the stepper and may block
  /// (pause). Returns when training may go on: the seconds it held it up, which do not count as
  /// training time (0 when it did not: two looks at the clock per batch would cost 5 % of a small
  /// network's time).
  std::function<double(const FitStepper&)> checkpoint;
  /// Asked before each batch (cheap!); true: its stages are done one by one, each with a
  /// checkpoint.
  std::function<bool()> stageByStage;
  /// Asked before each epoch; a changed value is used from then on.
  std::function<std::optional<double>()> learningRate;
  /// Leave out EpochRecord::trainLossEnd (it then equals loss); for sweeps and benchmarks.
  bool measureTrainLossEnd = true;
};

struct FitResult {
  FitEnd end = FitEnd::completed;
  History history;
  Weights weights;        ///< final; after divergence the last finite ones
  int divergedEpoch = 0;  ///< from 1; 0 = did not diverge
  std::int64_t steps = 0; ///< optimizer steps done
  double seconds = 0.0;
};

/// Keras' model.fit on the calling thread: a loop over FitStepper. `initial` replaces the drawn
/// weights (stage 1). Errors only for designs that do not fit the data.
LAYERLAB_API Result<FitResult> runFit(const Design& design, const PreparedData& data,
                                      const FitControl& control = {},
                                      const Weights* initial = nullptr);

/// Loss (penalties included) and metrics of given weights on one part of the data.
struct Evaluation {
  double loss = 0.0;
  MetricValues metrics;
};
LAYERLAB_API Evaluation evaluate(const NetworkSpec& network, const FitSpec& fit,
                                 const Weights& weights, const Matrix& x, const Matrix& y);

/// The loss of always predicting the mean / the base rate: the baseline of a loss plot.
LAYERLAB_API double baselineLoss(const FitSpec& fit, const Matrix& yTrain, const Matrix& y);

} // namespace layerlab
