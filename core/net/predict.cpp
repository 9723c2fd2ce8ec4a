#include "core/net/network.h"

#include <algorithm>

namespace layerlab {
namespace {

constexpr std::size_t chunkRows = 256;

} // namespace

Matrix predict(const NetworkSpec& spec, const Weights& weights, const Matrix& x) {
  Network network(spec, x.cols);
  network.setWeights(weights);
  Matrix out(x.rows, network.outputs());
  if (x.rows == 0) return out;
  const std::size_t chunk = std::min(chunkRows, x.rows);
  ForwardCache cache(network, chunk, false);
  for (std::size_t first = 0; first < x.rows; first += chunk) {
    cache.setSamples(std::min(chunk, x.rows - first));
    kernels::gather(x.values.data(), x.cols, first, cache.samples, cache.x.data(), cache.stride);
    forward(network, cache, nullptr);
    kernels::transpose(cache.output(), cache.stride, network.outputs(), cache.samples,
                       out.values.data() + first * out.cols, out.cols);
  }
  return out;
}

} // namespace layerlab
