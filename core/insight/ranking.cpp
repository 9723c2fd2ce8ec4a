#include "core/insight/ranking.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace layerlab {

Ranking::Ranking(std::span<const float> truth, std::span<const float> scores)
    : m_scores(scores.size()), m_hits(scores.size()) {
  assert(truth.size() == scores.size());
  std::vector<std::uint32_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
  std::size_t hits = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    m_scores[i] = scores[order[i]];
    hits += truth[order[i]] >= 0.5f ? 1 : 0;
    m_hits[i] = hits;
  }
}

ConfusionMatrix Ranking::at(double cutOff) const {
  const auto end = std::partition_point(m_scores.begin(), m_scores.end(), [cutOff](float score) {
    return static_cast<double>(score) >= cutOff;
  });
  const auto called = static_cast<std::int64_t>(end - m_scores.begin());
  const auto right =
      called == 0 ? 0 : static_cast<std::int64_t>(m_hits[static_cast<std::size_t>(called - 1)]);
  const auto ones = static_cast<std::int64_t>(positives());
  const auto zeros = static_cast<std::int64_t>(rows()) - ones;
  ConfusionMatrix matrix(2);
  matrix.at(1, 1) = right;
  matrix.at(0, 1) = called - right;
  matrix.at(1, 0) = ones - right;
  matrix.at(0, 0) = zeros - (called - right);
  return matrix;
}

RocPoint Ranking::pointAfter(std::size_t count) const {
  const auto ones = static_cast<double>(positives());
  const double zeros = static_cast<double>(rows()) - ones;
  const auto hits = static_cast<double>(m_hits[count - 1]);
  return {(static_cast<double>(count) - hits) / zeros, hits / ones,
          static_cast<double>(m_scores[count - 1])};
}

std::vector<RocPoint> Ranking::roc() const {
  if (positives() == 0 || positives() == rows()) return {};
  std::vector<RocPoint> points{{0.0, 0.0, static_cast<double>(m_scores.front()) + 1.0}};
  for (std::size_t i = 0; i < rows(); ++i)
    if (i + 1 == rows() || m_scores[i + 1] != m_scores[i]) points.push_back(pointAfter(i + 1));
  return points;
}

/// Points that leave the last kept one by a pixel's worth; with `most` steps along both axes.
std::vector<RocPoint> Ranking::rocOutline(std::size_t most) const {
  std::vector<RocPoint> all = roc();
  if (all.size() <= most) return all;
  const double step = 2.0 / static_cast<double>(most);
  std::vector<RocPoint> kept{all.front()};
  for (const RocPoint& point : all) {
    const RocPoint& last = kept.back();
    if (point.falsePositiveRate - last.falsePositiveRate + point.truePositiveRate -
            last.truePositiveRate >=
        step)
      kept.push_back(point);
  }
  if (kept.back().falsePositiveRate < 1.0 || kept.back().truePositiveRate < 1.0)
    kept.push_back(all.back());
  return kept;
}

double Ranking::auc() const {
  const std::vector<RocPoint> points = roc();
  if (points.empty()) return std::numeric_limits<double>::quiet_NaN();
  double area = 0.0;
  for (std::size_t i = 1; i < points.size(); ++i)
    area += (points[i].falsePositiveRate - points[i - 1].falsePositiveRate) *
            (points[i].truePositiveRate + points[i - 1].truePositiveRate) / 2.0;
  return area;
}

} // namespace layerlab
