#include "core/fit/evaluator.h"

#include "core/fit/metrics.h"
#include "core/net/flush.h"

#include <algorithm>

namespace layerlab {
namespace {

// Large enough to be cheap, small enough for the caches; fixed, so that the bits never change.
constexpr std::size_t chunkRows = 256;

} // namespace

Evaluator::Evaluator(const Network& network, const FitSpec& fit, std::size_t rowsAtMost)
    : m_rule(lossRule(fit.loss, fit.huberDelta, network.layers().back().activation)),
      m_metrics(fit.metrics),
      m_cache(network, std::clamp<std::size_t>(rowsAtMost, 1, chunkRows), false),
      m_y(network.outputs() * m_cache.stride), m_rowLosses(m_cache.stride) {}

bool Evaluator::measure(const Network& network, const Matrix& x, const Matrix& y, Evaluation& out,
                        const CancelToken* cancel) {
  const FlushDenormals flush;
  const std::size_t chunk = std::min(chunkRows, m_cache.stride);
  out.loss = 0.0;
  out.metrics.assign(m_metrics.size(), 0.0);
  for (std::size_t first = 0; first < x.rows; first += chunk) {
    m_cache.setSamples(std::min(chunk, x.rows - first));
    kernels::gather(x.values.data(), x.cols, first, m_cache.samples, m_cache.x.data(),
                    m_cache.stride);
    kernels::gather(y.values.data(), y.cols, first, m_cache.samples, m_y.data(), m_cache.stride);
    if (!forward(network, m_cache, nullptr, cancel)) return false;
    const float* a = m_cache.output();
    sampleLosses(
        m_rule,
        {m_cache.layers.back().z.data(), a, m_y.data(), y.cols, m_cache.columns, m_cache.stride},
        m_rowLosses.data());
    std::fill(m_rowLosses.data() + m_cache.samples, m_rowLosses.data() + m_cache.columns, 0.0f);
    out.loss += sumOf(m_rowLosses.data(), m_cache.columns);
    for (std::size_t i = 0; i < m_metrics.size(); ++i)
      out.metrics[i] +=
          metricSum(m_metrics[i], {a, m_y.data(), y.cols, m_cache.samples, m_cache.stride});
  }
  const auto rows = static_cast<double>(x.rows);
  out.loss = out.loss / rows + (network.hasPenalty() ? network.penalty() : 0.0);
  for (double& metric : out.metrics) metric /= rows;
  return true;
}

} // namespace layerlab
