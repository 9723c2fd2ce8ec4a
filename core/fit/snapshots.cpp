#include "core/fit/snapshots.h"

#include <algorithm>
#include <cmath>

namespace layerlab {

std::size_t bytesOf(const Weights& weights) {
  std::size_t numbers = 0;
  for (const LayerWeights& layer : weights)
    numbers += layer.kernel.values.size() + layer.bias.size();
  return numbers * sizeof(float);
}

bool finite(const Weights& weights) {
  const auto sound = [](float value) { return std::isfinite(value); };
  return std::all_of(weights.begin(), weights.end(), [sound](const LayerWeights& layer) {
    return std::all_of(layer.kernel.values.begin(), layer.kernel.values.end(), sound) &&
           std::all_of(layer.bias.begin(), layer.bias.end(), sound);
  });
}

void Snapshots::add(int epoch, std::shared_ptr<const Weights> weights) {
  if (!wants(epoch)) return;
  const std::size_t fitting = m_mostBytes / std::max<std::size_t>(1, bytesOf(*weights));
  const std::size_t most = std::max<std::size_t>(1, std::min(m_mostCount, fitting));
  m_all.push_back({epoch, std::move(weights)});
  while (m_all.size() > most) {
    m_stride *= 2;
    std::erase_if(m_all, [this](const Snapshot& one) { return !wants(one.epoch); });
    if (m_all.size() == 1) return; // epoch 0 stays, whatever the stride
  }
}

void Snapshots::clear() {
  m_all.clear();
  m_stride = 1;
}

const Snapshot* Snapshots::at(int epoch) const {
  const auto after =
      std::upper_bound(m_all.begin(), m_all.end(), epoch,
                       [](int wanted, const Snapshot& one) { return wanted < one.epoch; });
  return after == m_all.begin() ? nullptr : &*std::prev(after);
}

} // namespace layerlab
