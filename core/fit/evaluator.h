#pragma once

#include "core/fit/fit.h"
#include "core/net/losses.h"
#include "core/net/network.h"

namespace layerlab {

/// Measures loss (penalties included) and metrics of a network on whole matrices, dropout off, in
/// chunks of fixed size; keeps its working memory, so that measuring again allocates nothing.
class Evaluator {
public:
  Evaluator() = default;
  Evaluator(const Network& network, const FitSpec& fit, std::size_t rowsAtMost);

  /// x: rows x inputs, y: rows x outputs, rows >= 1. `out.metrics` in the order of fit.metrics.
  /// False: `cancel` was asked for between two chunks, and `out` means nothing.
  bool measure(const Network& network, const Matrix& x, const Matrix& y, Evaluation& out,
               const CancelToken* cancel = nullptr);

private:
  LossRule m_rule;
  std::vector<Metric> m_metrics;
  ForwardCache m_cache;
  AlignedFloats m_y;
  AlignedFloats m_rowLosses;
};

} // namespace layerlab
