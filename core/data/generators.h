#pragma once

#include "core/data/table.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace layerlab {

/// Shapes a class learns on: two inputs and two classes, two inputs and a surface, or one input and
/// a curve. The 2-D ones live on [-6, 6]^2 and follow the classic playground's recipes.
enum class Shape { circles, xorQuadrants, gaussians, spirals, moons, plane, bumps, line, sine };
inline constexpr int shapeCount = 9;

/// "circles", "xor", "gaussians", "spirals", "moons", "plane", "bumps", "line", "sine".
LAYERLAB_API const char* name(Shape shape);
LAYERLAB_API bool isClassification(Shape shape);

struct GeneratorSpec {
  Shape shape = Shape::circles;
  int rows = 300;
  double noise = 0.1; ///< in [0, 0.5]
  std::uint64_t seed = 1;
  bool operator==(const GeneratorSpec&) const = default;
};

inline constexpr int maxGeneratedRows = 1'000'000;

/// A table of x1, x2, label (0/1) or x1, x2, y or x, y; rows in random order, so that the last ones
/// are a fair validation part. Same spec, same bits. rows is clamped to [2, maxGeneratedRows],
/// noise to [0, 0.5].
LAYERLAB_API TablePtr generate(const GeneratorSpec& spec);

/// A clicked point; `label` 0 or 1 for two classes, ignored for a curve.
struct PaintedPoint {
  double x = 0.0;
  double y = 0.0;
  int label = 0;
  bool operator==(const PaintedPoint&) const = default;
};
/// x1, x2, label for two classes; x, y for a curve.
LAYERLAB_API TablePtr tableFromPoints(const std::vector<PaintedPoint>& points, bool curve);

/// A table from numeric columns (statistics filled in); `name` stands for the file.
LAYERLAB_API TablePtr tableFromColumns(const std::string& name,
                                       const std::vector<std::string>& names,
                                       const std::vector<std::vector<double>>& columns);

} // namespace layerlab
