#pragma once

#include "core/fit/design.h"
#include "core/fit/metricvalues.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace layerlab {

/// One epoch's numbers. Metrics stand in the order of FitSpec::metrics.
struct EpochRecord {
  int epoch = 0;                 ///< from 1
  double loss = 0.0;             ///< Keras' running mean: each batch before its update
  MetricValues metrics;          ///< at the same moments
  double trainLossEnd = 0.0;     ///< re-measured with the weights at the end of the epoch
  std::optional<double> valLoss; ///< end-of-epoch weights, dropout off, penalties included
  MetricValues valMetrics;
  double learningRate = 0.0;
  double seconds = 0.0; ///< since the start of fit, pauses excluded
  bool operator==(const EpochRecord&) const = default;
};

struct History {
  std::vector<Metric> metrics;
  std::vector<EpochRecord> epochs;
  bool operator==(const History&) const = default;

  /// Index of the epoch with the lowest val_loss (loss where there is no validation).
  LAYERLAB_API std::optional<std::size_t> bestEpoch() const;
};

} // namespace layerlab
