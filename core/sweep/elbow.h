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

/// One loss for the repeats of a count (at least one): the mean, the median from 5 repeats on.
LAYERLAB_API double typicalLoss(const std::vector<double>& losses);

/// Answer to "how many nodes are enough?".
struct Elbow {
  std::optional<double> units;
  ElbowStrength strength = ElbowStrength::tooFew;
  int repeatsAgreeing = 0; ///< repeats whose own elbow is the same count
  /// The count each repeat would pick by itself (none: it has no elbow); complete repeats only.
  std::vector<std::optional<double>> picks;
  std::optional<double> lowest; ///< units of the lowest mean, a separate mark
};

/// `repeats[i]` holds the losses of every repeat at `units[i]` (non-finite ones are left out).
/// Kneedle (Satopaa et al. 2011) on the mean (median from 5 repeats on), convex and decreasing,
/// guarded: ends ignored, size of the drop against the spread of the repeats, weak, none. "Clear"
/// asks more than half of the repeats to pick the same count or one beside it, and one of them the
/// very same; without the latter the elbow is "weak", without the former "unstable".
LAYERLAB_API Elbow findElbow(const std::vector<double>& units,
                             const std::vector<std::vector<double>>& repeats,
                             const ElbowOptions& options = {});

} // namespace layerlab
