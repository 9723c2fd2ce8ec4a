#pragma once

#include "core/fit/design.h"
#include "core/fit/snapshots.h"
#include "core/insight/distribution.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace layerlab {

/// The numbers inside one dense layer at one epoch; samples of them where there are many.
struct LayerMoment {
  std::vector<float> weights;
  std::vector<float> gradients;   ///< dL/dw on the first training rows
  std::vector<float> activations; ///< outputs for the first training rows
  std::size_t units = 0;
  std::size_t dead = 0;
  std::size_t saturated = 0;
};

/// All layers at one epoch.
struct EpochMoment {
  int epoch = 0;
  std::vector<LayerMoment> layers;
};

/// Looks at weights on at most 256 training rows, dropout off; `design` fits the data.
LAYERLAB_API Result<EpochMoment> momentOf(const Design& design, const PreparedPtr& data,
                                          const Snapshot& snapshot);

/// One histogram per moment, all on the same range (the 0.5 and 99.5 per cent points of all of
/// them together, so that one stray value does not flatten the picture).
using MomentPart = std::vector<float> LayerMoment::*;
LAYERLAB_API std::vector<Histogram>
histogramsOver(const std::vector<std::shared_ptr<const EpochMoment>>& moments, std::size_t layer,
               MomentPart part, std::size_t bins);

} // namespace layerlab
