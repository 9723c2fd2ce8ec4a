#pragma once

#include "core/data/table.h"
#include "core/fit/history.h"
#include "core/insight/report.h"
#include "core/net/spec.h"
#include "core/sweep/sweep.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace layerlab {

/// "ok", "stopped_early", "diverged", "interrupted".
LAYERLAB_API const char* name(FitEnd end);
/// The way back; nothing for any other name.
LAYERLAB_API std::optional<FitEnd> endFromName(std::string_view name);

/// `epoch,loss[,METRIC...][,val_loss[,val_METRIC...]],train_loss_end,learning_rate`, one line per
/// epoch, 9 significant digits. Ends before the first epoch with a number that is not finite.
LAYERLAB_API std::string historyCsv(const History& history);

/// `units,repeat,seed,parameters,final_loss,final_val_loss,best_val_loss,best_epoch,status` in the
/// order of the plan, finished trials only; a diverged one has no numbers. `timing` adds `seconds`.
LAYERLAB_API std::string sweepCsv(const SweepResult& result, bool timing, bool score = false);

/// The whole table: UTF-8, comma, a header line, 9 significant digits, missing cells empty.
LAYERLAB_API std::string tableCsv(const Table& table);

/// Predictions as CSV: binary `probability,prediction`, multiclass `prediction,p_LABEL...`,
/// regression `prediction` (in the target's own units). Several targets: `prediction_NAME...`, and
/// `p_NAME...` where each is a 0/1 column. Class 1 is `p >= threshold`.
LAYERLAB_API std::string predictionsCsv(const Preprocessing& preprocessing, const Matrix& outputs,
                                        double threshold);

/// The rows at `places` of a report: `row,actual,predicted,probability`, of numbers
/// `row,actual,predicted,error`. `row` is the number in the file of `table`; `probability` that of
/// class 1, or of the predicted class of several.
LAYERLAB_API std::string reportRowsCsv(const PredictionReport& report, const Table& table,
                                       std::span<const std::uint32_t> places, double threshold);

} // namespace layerlab
