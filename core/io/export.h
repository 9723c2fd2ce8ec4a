#pragma once

#include "core/fit/history.h"
#include "core/net/spec.h"
#include "core/sweep/sweep.h"

#include <string>

namespace layerlab {

/// `epoch,loss[,METRIC...][,val_loss[,val_METRIC...]],train_loss_end,learning_rate`, one line per
/// epoch, 9 significant digits.
LAYERLAB_API std::string historyCsv(const History& history);

/// `units,repeat,seed,parameters,final_loss,final_val_loss,best_val_loss,best_epoch,status` in the
/// order of the plan; `timing` adds `seconds`.
LAYERLAB_API std::string sweepCsv(const SweepResult& result, bool timing);

/// Predictions as CSV: binary `probability,prediction`, multiclass `prediction,p_LABEL...`,
/// regression `prediction` (in the target's own units).
LAYERLAB_API std::string predictionsCsv(const Preprocessing& preprocessing, const Matrix& outputs,
                                        double threshold);

} // namespace layerlab
