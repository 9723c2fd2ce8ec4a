#pragma once

#include "core/base/result.h"
#include "core/data/table.h"

#include <cstdint>
#include <optional>
#include <string>
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

/// "generated:circles?rows=300&noise=0.1&seed=1": a source like a file's path, and back. What is
/// left out keeps its default; an unknown shape, key or number gives an Error.
LAYERLAB_API std::string sourceName(const GeneratorSpec& spec);
LAYERLAB_API bool isGenerated(std::string_view source);
LAYERLAB_API Result<GeneratorSpec> generatorFromSource(std::string_view source);

/// A clicked point; `label` 0 or 1 for two classes, ignored for a curve.
struct PaintedPoint {
  double x = 0.0;
  double y = 0.0;
  int label = 0;
  bool operator==(const PaintedPoint&) const = default;
};
/// x1, x2, label for two classes; x, y for a curve.
LAYERLAB_API TablePtr tableFromPoints(const std::vector<PaintedPoint>& points, bool curve);

/// Points painted by hand; a curve has no labels.
struct Painting {
  std::vector<PaintedPoint> points;
  bool curve = false;
};
/// The points as the text of a CSV file, in random order (always the same), so that the last rows
/// are a fair validation part; and the points of such a table again, none for any other table.
LAYERLAB_API std::string csvFromPoints(const Painting& painting);
LAYERLAB_API std::optional<Painting> paintingFromTable(const Table& table);

/// A table from numeric columns (statistics filled in); `name` stands for the file.
LAYERLAB_API TablePtr tableFromColumns(const std::string& name,
                                       const std::vector<std::string>& names,
                                       const std::vector<std::vector<double>>& columns);

} // namespace layerlab
