#pragma once

#include "core/fit/design.h"

#include <cstddef>
#include <vector>

namespace layerlab {

/// Feature-major outputs and targets (outputs x samples).
struct MetricInput {
  const float* a;
  const float* y;
  std::size_t outputs;
  std::size_t samples;
  std::size_t stride;
};

/// Sum over the samples of one metric. accuracy counts hits: with one output class 1 is p >= 0.5
/// (the class notes' rule; Keras asks p > 0.5), with several the largest output, the first of
/// equals. mae and mse are means over the outputs.
double metricSum(Metric metric, const MetricInput& in);

} // namespace layerlab
