#pragma once

#include "core/base/api.h"

#include <optional>
#include <vector>

namespace layerlab {

enum class ElbowAxis { linear, log2 };
enum class ElbowStrength { clear, weak, unstable, flat, none, tooFew };
/// "clear", "weak", "unstable", "flat", "none", "too_few".
LAYERLAB_API const char* name(ElbowStrength strength);

struct ElbowOptions {
  ElbowAxis axis = ElbowAxis::log2;
  double sensitivity = 1.0; ///< Kneedle's S
  bool classic = false;     ///< Kneedle as the kneed library has it, without our guards
};

/// Answer to "how many nodes are enough?".
struct Elbow {
  std::optional<double> units;
  ElbowStrength strength = ElbowStrength::tooFew;
  int repeatsAgreeing = 0;      ///< repeats whose own elbow is the same count
  std::optional<double> lowest; ///< units of the lowest mean, a separate mark
};

/// `repeats[i]` holds the losses of every repeat at `units[i]` (non-finite ones are left out).
/// Kneedle (Satopaa et al. 2011) on the mean (median from 5 repeats on), convex and decreasing,
/// guarded: ends ignored, size of the drop against the spread of the repeats, weak, none.
LAYERLAB_API Elbow findElbow(const std::vector<double>& units,
                             const std::vector<std::vector<double>>& repeats,
                             const ElbowOptions& options = {});

} // namespace layerlab
