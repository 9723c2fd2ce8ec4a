#include "core/insight/surface.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace layerlab {
namespace {

struct Corner {
  double x;
  double y;
  double value;
};

/// Where the edge between two corners passes the level.
struct Crossing {
  double x;
  double y;
};

bool passes(const Corner& a, const Corner& b, double level) {
  return (a.value >= level) != (b.value >= level);
}

Crossing crossing(const Corner& a, const Corner& b, double level) {
  const double t = (level - a.value) / (b.value - a.value);
  return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

/// A square has no, two or four crossings; four are joined in the order of its edges.
void addPieces(const std::array<Corner, 4>& square, double level, std::vector<BorderPiece>& out) {
  std::array<Crossing, 4> found{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const Corner& a = square[i];
    const Corner& b = square[(i + 1) % 4];
    if (passes(a, b, level)) found[count++] = crossing(a, b, level);
  }
  for (std::size_t i = 0; i + 1 < count; i += 2)
    out.push_back({found[i].x, found[i].y, found[i + 1].x, found[i + 1].y});
}

/// The two largest of a row.
struct Leaders {
  std::size_t first = 0;
  float best;
  float second = -std::numeric_limits<float>::infinity();

  explicit Leaders(std::span<const float> row) : best(row[0]) {
    for (std::size_t c = 1; c < row.size(); ++c) {
      second = std::max(second, std::min(best, row[c]));
      if (row[c] <= best) continue;
      best = row[c];
      first = c;
    }
  }
  float ahead(std::size_t which, float own) const { return own - (which == first ? second : best); }
};

} // namespace

Surface surfaceOf(const NetworkSpec& network, const Weights& weights, const InputPlane& plane) {
  return {plane, predict(network, weights, planePoints(plane))};
}

std::vector<BorderPiece> levelBorder(const Surface& surface, std::size_t output, double level) {
  const InputPlane& plane = surface.plane;
  const double width = (plane.right - plane.left) / static_cast<double>(plane.columns);
  const double height = (plane.top - plane.bottom) / static_cast<double>(plane.rows);
  const auto corner = [&](std::size_t r, std::size_t c) {
    return Corner{plane.left + (static_cast<double>(c) + 0.5) * width,
                  plane.top - (static_cast<double>(r) + 0.5) * height,
                  static_cast<double>(surface.at(r, c, output))};
  };
  std::vector<BorderPiece> border;
  for (std::size_t r = 0; r + 1 < plane.rows; ++r)
    for (std::size_t c = 0; c + 1 < plane.columns; ++c)
      addPieces({corner(r, c), corner(r, c + 1), corner(r + 1, c + 1), corner(r + 1, c)}, level,
                border);
  return border;
}

/// For each class, where it is as likely as the likeliest other one. The last class has no border
/// of its own: its neighbours have it.
std::vector<BorderPiece> classBorders(const Surface& surface) {
  const Matrix& p = surface.values;
  std::vector<Leaders> leaders;
  leaders.reserve(p.rows);
  for (std::size_t r = 0; r < p.rows; ++r) leaders.emplace_back(p.row(r));
  Surface lead{surface.plane, Matrix(p.rows, 1)};
  std::vector<BorderPiece> borders;
  for (std::size_t c = 0; c + 1 < p.cols; ++c) {
    for (std::size_t r = 0; r < p.rows; ++r) lead.values(r, 0) = leaders[r].ahead(c, p(r, c));
    const std::vector<BorderPiece> one = levelBorder(lead, 0, 0.0);
    borders.insert(borders.end(), one.begin(), one.end());
  }
  return borders;
}

} // namespace layerlab
