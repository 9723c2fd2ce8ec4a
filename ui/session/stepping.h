#pragma once

#include "core/fit/stepperstate.h"

namespace layerlab {

/// How far one press of Step goes.
enum class StepUnit { stage, batch, epoch };

/// Where a fit that was held stands; epochs and batches count from 1, 0 before the first.
struct FitPlace {
  int epoch = 0;
  int batch = 0;
  int batches = 0; ///< of each epoch
  FitStage next = FitStage::initialise;
  bool operator==(const FitPlace&) const = default;
};

} // namespace layerlab
