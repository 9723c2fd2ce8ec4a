#pragma once

#include "core/insight/scores.h"

#include <span>
#include <vector>

namespace layerlab {

/// A point of the ROC curve: at `cutOff`, which share of class 0 is called 1 and which of class 1.
struct RocPoint {
  double falsePositiveRate = 0.0;
  double truePositiveRate = 0.0;
  double cutOff = 0.0;
};

/// Rows of a 2-class problem in falling order of their score, so that every cut-off is one search:
/// dragging it costs the same for a hundred rows and for a million.
class LAYERLAB_API Ranking {
public:
  Ranking() = default;
  /// `truth`: 1 or 0 (anything from 0.5 on counts as 1); `scores`: finite, one per row.
  Ranking(std::span<const float> truth, std::span<const float> scores);

  std::size_t rows() const { return m_scores.size(); }
  std::size_t positives() const { return m_hits.empty() ? 0 : m_hits.back(); }
  /// Counts when score >= cutOff is called class 1.
  ConfusionMatrix at(double cutOff) const;
  /// From (0, 0), one point per distinct score, to (1, 1), as scikit-learn's roc_curve with
  /// drop_intermediate=False; the first cut-off is the highest score + 1. Empty when a class has no
  /// row.
  std::vector<RocPoint> roc() const;
  /// At most about `most` points of roc(), the ends and the shape kept.
  std::vector<RocPoint> rocOutline(std::size_t most) const;
  /// Area under roc() by trapezoids; NaN when a class has no row.
  double auc() const;

private:
  RocPoint pointAfter(std::size_t rows) const;

  std::vector<float> m_scores;     ///< falling
  std::vector<std::size_t> m_hits; ///< rows of class 1 among the first i + 1
};

} // namespace layerlab
