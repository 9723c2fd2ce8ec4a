#pragma once

#include "core/fit/fit.h"
#include "core/sweep/elbow.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace layerlab {

enum class SweepMetric { finalValLoss, bestValLoss, finalLoss, accuracy };

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
  std::optional<double> accuracy; ///< final, on the validation part if there is one
  int bestEpoch = 0;
  double seconds = 0.0;
};

struct SweepResult {
  SweepSpec spec;
  std::vector<TrialResult> trials; ///< in the order of the plan, whatever finished first
  bool cancelled = false;
};

struct SweepControl {
  CancelToken cancel;
  /// From any worker thread, one call at a time.
  std::function<void(const TrialResult&)> trialDone;
};

/// "1:32", "1:32:3", "pow2:64", "1,2,4,8" or a list of such parts -> node counts, rising, unique.
LAYERLAB_API Result<std::vector<int>> unitsFromText(const std::string& text);

/// The trials in order: units outer, repeats inner.
LAYERLAB_API std::vector<Trial> planSweep(const SweepSpec& spec, std::uint64_t seed);

/// The design a trial trains.
LAYERLAB_API Design trialDesign(const Design& design, const SweepSpec& spec, const Trial& trial);

/// Runs `trials` (all or a shard of the plan) on `threads` threads; the same bits for any number.
LAYERLAB_API Result<SweepResult> runSweep(const Design& design, const PreparedData& data,
                                          const SweepSpec& spec, const std::vector<Trial>& trials,
                                          int threads, const SweepControl& control = {});

/// Losses of the chosen metric per node count (1 - accuracy for accuracy), diverged and unfinished
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
