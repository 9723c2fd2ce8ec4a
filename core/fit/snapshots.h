#pragma once

#include "core/base/api.h"
#include "core/net/spec.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace layerlab {

/// The weights at the end of one epoch; epoch 0: before the first batch.
struct Snapshot {
  int epoch = 0;
  std::shared_ptr<const Weights> weights;
};

/// Weights of past epochs in bounded memory, evenly spread: when there are too many, every second
/// one goes and from then on only every second epoch is taken.
class LAYERLAB_API Snapshots {
public:
  static constexpr std::size_t usualCount = 200;
  static constexpr std::size_t usualBytes = 64u << 20;

  explicit Snapshots(std::size_t mostCount = usualCount, std::size_t mostBytes = usualBytes)
      : m_mostCount(mostCount), m_mostBytes(mostBytes) {}

  bool wants(int epoch) const { return epoch % m_stride == 0; }
  /// Epochs in rising order; one that is not wanted is left out.
  void add(int epoch, std::shared_ptr<const Weights> weights);
  void clear();

  const std::vector<Snapshot>& all() const { return m_all; }
  /// The latest one not after `epoch`; null: none.
  const Snapshot* at(int epoch) const;

private:
  std::size_t m_mostCount;
  std::size_t m_mostBytes;
  int m_stride = 1;
  std::vector<Snapshot> m_all;
};

/// Bytes of the numbers.
LAYERLAB_API std::size_t bytesOf(const Weights& weights);
/// No NaN, no infinity.
LAYERLAB_API bool finite(const Weights& weights);

} // namespace layerlab
