#pragma once

#include "core/base/api.h"
#include "core/net/rules.h"
#include "core/net/spec.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace layerlab {

/// "0.31·(-1.2) + 0.5·0.2 + 0.05 = -0.222": the products, the largest `most` of them in their order
/// and the rest in one number, then `bias` (null: none), then the sum. `rest` says it in words: %1
/// products that are not shown, %2 what they add up to.
LAYERLAB_API std::string spelledSum(std::span<const float> x, std::span<const float> w,
                                    const float* bias, std::size_t most = 6,
                                    const std::string& rest = "%1 more, together %2");

/// The loss of one row from its outputs and targets: "(0.42 - 1)² = 0.336".
LAYERLAB_API std::string spelledLoss(Loss loss, double huberDelta, std::span<const float> a,
                                     std::span<const float> y);

/// One weight's step: what the rule had, what it got, what came out.
struct WeightStep {
  double gradient = 0.0;
  double before = 0.0;
  double after = 0.0;
  double firstBefore = 0.0; ///< m, velocity
  double first = 0.0;
  double secondBefore = 0.0; ///< v, accumulator
  double second = 0.0;
};

/// The optimizer's own arithmetic at step `step` (from 1), one line per quantity:
/// "m = 0.9·0.01 + 0.1·0.02 = 0.011", "w = 0.5 - 0.001·…  = 0.499".
LAYERLAB_API std::vector<std::string> spelledStep(const OptimizerSpec& spec, double learningRate,
                                                  std::int64_t step, const WeightStep& numbers);

/// The new first and second moment and weight by the rule in double, from gradient, before,
/// firstBefore and secondBefore.
LAYERLAB_API WeightStep takenStep(const OptimizerSpec& spec, double learningRate, std::int64_t step,
                                  WeightStep numbers);

} // namespace layerlab
