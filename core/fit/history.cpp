#include "core/fit/history.h"

namespace layerlab {

std::optional<std::size_t> History::bestEpoch() const {
  std::optional<std::size_t> best;
  double lowest = 0.0;
  for (std::size_t i = 0; i < epochs.size(); ++i) {
    const double loss = epochs[i].valLoss.value_or(epochs[i].loss);
    if (best && !(loss < lowest)) continue;
    best = i;
    lowest = loss;
  }
  return best;
}

} // namespace layerlab
