#include "core/insight/lookinside.h"

#include "core/insight/scores.h"

#include <algorithm>
#include <cassert>

namespace layerlab {
namespace {

constexpr double margin = 1.0 / 12.0;

struct Ends {
  double low = 0.0;
  double high = 1.0;
};

Ends around(const Matrix& x, std::size_t column) {
  if (x.rows == 0) return {};
  double low = static_cast<double>(x(0, column));
  double high = low;
  for (std::size_t r = 1; r < x.rows; ++r) {
    low = std::min(low, static_cast<double>(x(r, column)));
    high = std::max(high, static_cast<double>(x(r, column)));
  }
  const double room = high > low ? (high - low) * margin : 0.5;
  return {low - room, high + room};
}

} // namespace

Matrix layerOutputs(const NetworkSpec& spec, const Weights& weights, const Matrix& x,
                    std::size_t layer) {
  const std::vector<std::size_t> dense = spec.denseLayers();
  assert(layer < dense.size() && layer < weights.size());
  NetworkSpec below;
  below.layers.assign(spec.layers.begin(),
                      spec.layers.begin() + static_cast<std::ptrdiff_t>(dense[layer]) + 1);
  const Weights some(weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(layer) + 1);
  return predict(below, some, x);
}

std::vector<std::uint32_t> evenRows(std::size_t count, std::size_t most) {
  const std::size_t kept = std::min(count, most);
  std::vector<std::uint32_t> rows(kept);
  for (std::size_t i = 0; i < kept; ++i) rows[i] = static_cast<std::uint32_t>(i * count / kept);
  return rows;
}

Matrix rowsOf(const Matrix& x, const std::vector<std::uint32_t>& rows) {
  Matrix out(rows.size(), x.cols);
  for (std::size_t r = 0; r < rows.size(); ++r)
    std::copy_n(x.row(rows[r]).begin(), x.cols, out.row(r).begin());
  return out;
}

InputPlane planeAround(const Matrix& x) {
  assert(x.cols == 2);
  const Ends across = around(x, 0);
  const Ends up = around(x, 1);
  InputPlane plane;
  plane.left = across.low;
  plane.right = across.high;
  plane.bottom = up.low;
  plane.top = up.high;
  return plane;
}

Matrix planePoints(const InputPlane& plane) {
  Matrix points(plane.columns * plane.rows, 2);
  const double width = (plane.right - plane.left) / static_cast<double>(plane.columns);
  const double height = (plane.top - plane.bottom) / static_cast<double>(plane.rows);
  for (std::size_t r = 0; r < plane.rows; ++r)
    for (std::size_t c = 0; c < plane.columns; ++c) {
      const std::size_t point = r * plane.columns + c;
      points(point, 0) = static_cast<float>(plane.left + (static_cast<double>(c) + 0.5) * width);
      points(point, 1) = static_cast<float>(plane.top - (static_cast<double>(r) + 0.5) * height);
    }
  return points;
}

std::vector<std::uint32_t> trueClasses(const Matrix& y) {
  return classesOf(y, 0.5);
}

std::vector<double> inUnits(const Preprocessing& preprocessing, const Matrix& y,
                            std::size_t output) {
  const bool scaled = output < preprocessing.targetScale.size();
  const double scale = scaled ? preprocessing.targetScale[output] : 1.0;
  const double shift = scaled ? preprocessing.targetShift[output] : 0.0;
  std::vector<double> values(y.rows);
  for (std::size_t r = 0; r < y.rows; ++r)
    values[r] = static_cast<double>(y(r, output)) * scale + shift;
  return values;
}

} // namespace layerlab
