#include "ui/widgets/chart/curvedata.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr std::size_t compareAll = 4096;
constexpr std::size_t longCurve = 50'000;
constexpr std::size_t hugeCurve = 1'000'000;
constexpr std::size_t samples = 64;

bool samePoint(const QPointF& a, const QPointF& b) {
  const bool sameY = a.y() == b.y() || (std::isnan(a.y()) && std::isnan(b.y()));
  return a.x() == b.x() && sameY;
}

/// Collects points and starts a new piece at each gap.
class Pieces {
public:
  void add(const QPointF& point) {
    if (m_broken || m_pieces.empty()) m_pieces.emplace_back();
    m_broken = false;
    m_pieces.back().append(point);
  }
  void breakHere() { m_broken = true; }
  std::vector<QVector<QPointF>> take() { return std::move(m_pieces); }

private:
  std::vector<QVector<QPointF>> m_pieces;
  bool m_broken = false;
};

} // namespace

/// By the exact size a growing curve would be copied with every frame; and copying a long one is a
/// pause, so from `longCurve` on there is room for a million (address space, no memory until it is
/// used).
std::size_t CurveData::roomFor(std::size_t wanted) const {
  const std::size_t doubled = std::max(wanted, 2 * m_points.capacity());
  return wanted > longCurve ? std::max(doubled, hugeCurve) : doubled;
}

void CurveData::clear() {
  m_points.clear();
  m_levels.clear();
  ++m_version;
}

bool CurveData::startsWithOld(const QVector<QPointF>& points) const {
  const std::size_t old = m_points.size();
  if (static_cast<std::size_t>(points.size()) < old) return false;
  const auto same = [&](std::size_t i) {
    return samePoint(m_points[i], points[static_cast<qsizetype>(i)]);
  };
  if (old <= compareAll) {
    for (std::size_t i = 0; i < old; ++i)
      if (!same(i)) return false;
    return true;
  }
  for (std::size_t k = 0; k < samples; ++k)
    if (!same(k * (old - 1) / (samples - 1))) return false;
  return true;
}

void CurveData::set(const QVector<QPointF>& points) {
  if (!startsWithOld(points)) clear();
  const auto wanted = static_cast<std::size_t>(points.size());
  if (wanted > m_points.capacity()) m_points.reserve(roomFor(wanted));
  for (auto i = static_cast<qsizetype>(m_points.size()); i < points.size(); ++i)
    addPoint(points[i]);
}

void CurveData::append(const QVector<QPointF>& points) {
  for (const QPointF& point : points) addPoint(point);
}

CurveData::Block CurveData::blockOf(std::size_t index) const {
  Block block;
  const double y = m_points[index].y();
  if (!std::isfinite(y)) return block;
  const auto i = static_cast<std::ptrdiff_t>(index);
  return {i, i, y > 0.0 ? i : -1};
}

void CurveData::merge(Block& into, const Block& other) const {
  const auto y = [this](std::ptrdiff_t i) { return m_points[static_cast<std::size_t>(i)].y(); };
  const auto lower = [&](std::ptrdiff_t a, std::ptrdiff_t b) {
    if (a < 0 || b < 0) return a < 0 ? b : a;
    return y(b) < y(a) ? b : a;
  };
  into.lowest = lower(into.lowest, other.lowest);
  into.lowestPositive = lower(into.lowestPositive, other.lowestPositive);
  if (into.highest < 0 || (other.highest >= 0 && y(other.highest) > y(into.highest)))
    into.highest = other.highest;
}

void CurveData::addPoint(const QPointF& point) {
  ++m_version;
  m_points.push_back(point);
  std::size_t span = fan;
  for (std::size_t level = 0; m_points.size() % span == 0; ++level, span *= fan) {
    if (level == m_levels.size()) m_levels.emplace_back();
    Block block;
    for (std::size_t k = fan; k > 0; --k)
      merge(block, level == 0 ? blockOf(m_points.size() - k)
                              : m_levels[level - 1][m_levels[level - 1].size() - k]);
    m_levels[level].push_back(block);
  }
}

std::size_t CurveData::indexOf(double x) const {
  const auto found = std::lower_bound(m_points.begin(), m_points.end(), x,
                                      [](const QPointF& p, double value) { return p.x() < value; });
  return static_cast<std::size_t>(found - m_points.begin());
}

std::size_t CurveData::nearest(double x) const {
  const std::size_t after = std::min(indexOf(x), m_points.size() - 1);
  if (after == 0) return 0;
  return x - m_points[after - 1].x() < m_points[after].x() - x ? after - 1 : after;
}

Extremes CurveData::extremes(std::size_t begin, std::size_t end, bool positive) const {
  Block all;
  while (begin < end) {
    std::size_t span = 1;
    std::size_t level = 0; // blocks of `span` points; 0: single points
    while (level < m_levels.size() && begin % (span * fan) == 0 && begin + span * fan <= end) {
      span *= fan;
      ++level;
    }
    merge(all, level == 0 ? blockOf(begin) : m_levels[level - 1][begin / span]);
    begin += span;
  }
  if (!positive) return {all.lowest, all.highest};
  return {all.lowestPositive, all.lowestPositive < 0 ? -1 : all.highest};
}

bool CurveData::drawable(const QPointF& point, const ThinView& view) const {
  return std::isfinite(point.y()) && (!view.logY || point.y() > 0.0) &&
         (!view.logX || point.x() > 0.0);
}

std::vector<QVector<QPointF>> CurveData::thin(const ThinView& view) const {
  std::size_t begin = indexOf(view.from);
  if (begin > 0) --begin;
  if (view.logX) begin = std::max(begin, indexOf(std::numeric_limits<double>::min()));
  const std::size_t end = std::min(indexOf(std::nextafter(view.to, HUGE_VAL)) + 1, size());
  Pieces pieces;
  const auto addDrawable = [&](std::size_t index) {
    if (drawable(m_points[index], view))
      pieces.add(m_points[index]);
    else
      pieces.breakHere();
  };
  const int columns = std::max(1, view.columns);
  if (begin >= end) return {};
  if (end - begin <= 2 * static_cast<std::size_t>(columns)) {
    for (std::size_t i = begin; i < end; ++i) addDrawable(i);
    return pieces.take();
  }
  const double low = view.logX ? std::log10(view.from) : view.from;
  const double step = ((view.logX ? std::log10(view.to) : view.to) - low) / columns;
  addDrawable(begin++);
  for (int column = 1; column <= columns && begin + 1 < end; ++column) {
    const double right = low + step * column;
    const std::size_t next =
        std::clamp(indexOf(view.logX ? std::pow(10.0, right) : right), begin, end - 1);
    if (next == begin) continue;
    const Extremes found = extremes(begin, next, view.logY);
    if (found.lowest < 0)
      pieces.breakHere();
    else {
      const auto [first, second] = std::minmax(found.lowest, found.highest);
      pieces.add(m_points[static_cast<std::size_t>(first)]);
      if (second != first) pieces.add(m_points[static_cast<std::size_t>(second)]);
    }
    begin = next;
  }
  addDrawable(end - 1);
  return pieces.take();
}

} // namespace layerlab
