#pragma once

#include "core/fit/fit.h"

#include <optional>

namespace layerlab {

/// Accuracy of a classification, R2 of a regression: on the validation part if there is one, else
/// on the training part. R2 is 1 - sum((y - p)^2) / sum((y - mean)^2), averaged over the outputs;
/// none when an output's targets are all the same.
std::optional<double> scoreOf(const Design& design, const Weights& weights,
                              const PreparedData& data);

} // namespace layerlab
