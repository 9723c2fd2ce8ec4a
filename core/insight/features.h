#pragma once

#include "core/insight/components.h"
#include "core/insight/readout.h"

#include "core/data/prepare.h"
#include "core/net/spec.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace layerlab {

/// What one axis of a picture of features shows: a principal component, or one column.
struct FeatureAxis {
  bool component = true;
  std::size_t index = 0;
  bool operator==(const FeatureAxis&) const = default;
};

struct FeatureChoice {
  std::size_t layer = 0; ///< dense layer, from 0
  FeatureAxis x{true, 0};
  FeatureAxis y{true, 1};
  std::size_t mostTrainRows = 1000;
  std::size_t mostValidationRows = 500;
};

/// A cloud of rows in two dimensions; training rows first.
struct FeatureCloud {
  Matrix at; ///< rows x 2
  Components components;
  /// Accuracy (classes) or R² (numbers) of a straight-line read-out of the whole representation,
  /// on the validation rows (the training rows where there are none).
  double readOut = 0.0;
};

/// What one unit responds to.
struct UnitStory {
  std::vector<std::size_t> inputs; ///< of the layer, the three with the largest weights
  std::vector<float> weights;      ///< beside them
  std::vector<std::uint32_t> rows; ///< table rows that wake it most (at most three, rising from 0)
  float mean = 0.0f;               ///< of its output over the rows looked at
  bool dead = false;
  bool saturated = false;
};

/// A hidden layer as a representation of the rows, beside the inputs themselves.
struct FeatureReport {
  FeatureChoice choice;
  FeatureCloud inputs;
  FeatureCloud layer;
  std::vector<std::uint32_t> tableRow; ///< per row; training rows first
  std::size_t trainRows = 0;
  std::vector<std::uint32_t> classes; ///< per row; empty for numbers
  std::size_t classCount = 0;
  std::vector<double> numbers; ///< per row, the first target in its own units; empty for classes
  std::vector<UnitStory> units;
};

/// `before`: an earlier report whose components this one's shall not flip against; may be null.
LAYERLAB_API FeatureReport featureReport(const PreparedData& data, const NetworkSpec& network,
                                         const Weights& weights, const FeatureChoice& choice,
                                         const FeatureReport* before);

} // namespace layerlab
