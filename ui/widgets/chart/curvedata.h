#pragma once

#include <QPointF>
#include <QVector>

#include <array>
#include <cstddef>
#include <vector>

namespace layerlab {

/// Lowest and highest drawable point of a stretch, as indices; -1: none.
struct Extremes {
  std::ptrdiff_t lowest = -1;
  std::ptrdiff_t highest = -1;
};

/// What thin() draws: x in [from, to] as `columns` pixel columns. On a log axis values <= 0 cannot
/// be drawn.
struct ThinView {
  double from = 0.0;
  double to = 1.0;
  int columns = 800;
  bool logX = false;
  bool logY = false;
};

/// The points of one curve with a pyramid of extremes over 16, 256, ... points, so that drawing any
/// stretch costs O(columns * log n), not O(n), and appending costs O(new points). Points have
/// rising x; a non-finite y is a gap.
class CurveData {
public:
  /// Takes over `points`. When the old points are found again at the front (all of them compared up
  /// to 4096 points, samples beyond) only the new ones are added.
  void set(const QVector<QPointF>& points);
  void append(const QVector<QPointF>& points);
  void clear();

  std::size_t size() const { return m_points.size(); }
  bool empty() const { return m_points.empty(); }
  /// Another number after every change.
  std::size_t version() const { return m_version; }
  const QPointF& at(std::size_t index) const { return m_points[index]; }
  /// First index with x >= `x`.
  std::size_t indexOf(double x) const;
  /// Index of the point nearest in x; size() must not be 0.
  std::size_t nearest(double x) const;

  /// Extremes of y over [begin, end); with `positive` only of values above zero.
  Extremes extremes(std::size_t begin, std::size_t end, bool positive) const;

  /// The visible stretch, thinned to the lowest and highest point of each pixel column, in pieces
  /// between gaps; one point beyond each border so that lines reach it.
  std::vector<QVector<QPointF>> thin(const ThinView& view) const;

private:
  static constexpr std::size_t fan = 16;
  struct Block {
    std::ptrdiff_t lowest = -1;
    std::ptrdiff_t highest = -1;
    std::ptrdiff_t lowestPositive = -1;
  };

  bool startsWithOld(const QVector<QPointF>& points) const;
  std::size_t roomFor(std::size_t wanted) const;
  void addPoint(const QPointF& point);
  void merge(Block& into, const Block& other) const;
  Block blockOf(std::size_t index) const;
  bool drawable(const QPointF& point, const ThinView& view) const;

  std::size_t m_version = 0;
  std::vector<QPointF> m_points;
  std::vector<std::vector<Block>> m_levels; ///< level k: blocks of fan^(k+1) points, full ones only
};

} // namespace layerlab
