#pragma once

#include "core/base/cancel.h"
#include "core/fit/metricvalues.h"
#include "core/net/network.h"

#include <vector>

namespace layerlab {

/// What FitStepper does next. A batch is batch, predict, measure, gradient, update; after the last
/// batch of an epoch come epochEnd (re-measure the training loss) and, where there are validation
/// rows, validate.
enum class FitStage {
  initialise,
  batch,
  predict,
  measure,
  gradient,
  update,
  epochEnd,
  validate,
  finished
};

struct StepperOptions {
  bool measureTrainLossEnd = true;
  bool keepPrevious = true; ///< copy the weights before each update, for previousWeights()
  /// Looked at within the long stages: one that is cancelled is not done, and next() still names
  /// it.
  CancelToken cancel = {};
};

/// FitStepper's working memory for one batch.
struct BatchWork {
  ForwardCache cache;
  Gradients gradients;
  AlignedFloats y;         ///< outputs x columns
  AlignedFloats rowLosses; ///< one per column
  double loss = 0.0;       ///< of the batch, penalty included
  double penalty = 0.0;
};

/// Running sums over the batches of one epoch.
struct EpochSums {
  double loss = 0.0; ///< batch losses x rows
  double rows = 0.0;
  MetricValues metrics;
};

/// Copies of the parameter buffer.
struct KeptWeights {
  AlignedFloats previous; ///< before the latest update
  AlignedFloats lastGood; ///< at the end of the last finite epoch
  AlignedFloats best;     ///< for EarlyStopping's restore_best_weights; empty: none yet
};

} // namespace layerlab
