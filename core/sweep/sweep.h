#pragma once

#include "core/fit/fit.h"
#include "core/sweep/elbow.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace layerlab {

/// `score`: accuracy of a classification, R2 of a regression.
enum class SweepMetric { finalValLoss, bestValLoss, finalLoss, score };

/// Is the score of such a design an accuracy? Else it is R2.
LAYERLAB_API bool scoreIsAccuracy(const Design& design);

/// Which hidden layer gets which node counts, how often. `layer` counts the hidden dense layers
/// from 1.
struct SweepSpec {
  int layer = 1;
  std::vector<int> units;
  int repeats = 3;
  bool operator==(const SweepSpec&) const = default;
};

/// One planned training; its seed follows from (design seed, units, repeat) alone.
struct Trial {
  int index = 0;
  int units = 0;
  int repeat = 0; ///< from 1
  std::uint64_t seed = 0;
};

struct TrialResult {
  Trial trial;
  bool done = false;
  FitEnd status = FitEnd::completed;
  std::int64_t parameters = 0;
  double finalLoss = 0.0;
  std::optional<double> finalValLoss;
  std::optional<double> bestValLoss;
  /// Accuracy or R2 of the final weights, on the validation part if there is one; none: the targets
  /// of that part are all the same, so that R2 is not defined.
  std::optional<double> score;
  int bestEpoch = 0;
  double seconds = 0.0;
};

struct SweepResult {
  SweepSpec spec;
  Design design;                   ///< what the trials vary
  std::vector<TrialResult> trials; ///< in the order of the plan, whatever finished first
  bool cancelled = false;
};

struct SweepControl {
  CancelToken cancel;
  /// From any worker thread, one call at a time.
  std::function<void(const TrialResult&)> trialDone;
  /// After every epoch of every trial, from any worker thread, several at once.
  std::function<void(const EpochRecord&)> epochDone;
};

/// "1:32", "1:32:3", "pow2:64", "1,2,4,8" or a list of such parts -> node counts, rising, unique.
LAYERLAB_API Result<std::vector<int>> unitsFromText(const std::string& text);

/// The trials in order: units outer, repeats inner.
LAYERLAB_API std::vector<Trial> planSweep(const SweepSpec& spec, std::uint64_t seed);

/// The trials that are not done yet: what is left of a sweep that was stopped.
LAYERLAB_API std::vector<Trial> trialsLeft(const SweepResult& result);

/// The design a trial trains.
LAYERLAB_API Design trialDesign(const Design& design, const SweepSpec& spec, const Trial& trial);

/// Runs `trials` (all or a shard of the plan) on `threads` threads; the same bits for any number.
LAYERLAB_API Result<SweepResult> runSweep(const Design& design, const PreparedData& data,
                                          const SweepSpec& spec, const std::vector<Trial>& trials,
                                          int threads, const SweepControl& control = {});

/// The figure of one trial (1 - score for the score); none: unfinished, diverged or not measured.
LAYERLAB_API std::optional<double> trialLoss(const TrialResult& trial, SweepMetric metric);

/// Losses of the chosen metric per node count (1 - score for the score), diverged and unfinished
/// trials left out.
struct SweepCurve {
  std::vector<double> units;
  std::vector<std::vector<double>> repeats;
  std::vector<double> mean;
  std::vector<double> min;
  std::vector<double> max;
};
LAYERLAB_API SweepCurve sweepCurve(const SweepResult& result, SweepMetric metric);

} // namespace layerlab
