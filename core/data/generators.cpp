#include "core/data/generators.h"

#include "core/base/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <set>

namespace layerlab {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double half = 6.0; // the plane is [-half, half]^2

struct Row {
  double x1 = 0.0;
  double x2 = 0.0;
  double y = 0.0; // label 0/1, or the value
};

// Recipes: `i` of `n` rows, `q` the noise in [0, 0.5]. Labels by the displaced point, so that noise
// really makes some rows wrong.

Row circles(int i, int n, double q, Random& random) {
  constexpr double radius = 5.0;
  const double r =
      i < n / 2 ? random.uniform(0.0, 0.5 * radius) : random.uniform(0.7 * radius, radius);
  const double angle = random.uniform(0.0, 2.0 * pi);
  const double x1 = r * std::sin(angle);
  const double x2 = r * std::cos(angle);
  const double d1 = x1 + q * random.uniform(-radius, radius);
  const double d2 = x2 + q * random.uniform(-radius, radius);
  return {x1, x2, std::hypot(d1, d2) < 0.5 * radius ? 1.0 : 0.0};
}

Row xorQuadrants(int, int, double q, Random& random) {
  constexpr double padding = 0.3;
  const auto pushed = [&] {
    const double x = random.uniform(-5.0, 5.0);
    return x + (x > 0.0 ? padding : -padding);
  };
  const double x1 = pushed();
  const double x2 = pushed();
  const double d1 = x1 + q * random.uniform(-5.0, 5.0);
  const double d2 = x2 + q * random.uniform(-5.0, 5.0);
  return {x1, x2, d1 * d2 >= 0.0 ? 1.0 : 0.0};
}

Row gaussians(int i, int n, double q, Random& random) {
  const double sd = std::sqrt(0.5 + 7.0 * q);
  const double centre = i < n / 2 ? 2.0 : -2.0;
  return {centre + sd * random.normal(), centre + sd * random.normal(), i < n / 2 ? 1.0 : 0.0};
}

Row spirals(int i, int n, double q, Random& random) {
  const bool first = i < n / 2;
  const int count = std::max(1, first ? n / 2 : n - n / 2);
  const double part = static_cast<double>(first ? i : i - n / 2) / count;
  const double r = 5.0 * part;
  const double t = 1.75 * part * 2.0 * pi + (first ? 0.0 : pi);
  return {r * std::sin(t) + q * random.uniform(-1.0, 1.0),
          r * std::cos(t) + q * random.uniform(-1.0, 1.0), first ? 1.0 : 0.0};
}

Row moons(int i, int n, double q, Random& random) {
  constexpr double radius = 3.0;
  const bool upper = i < n / 2;
  const double t = random.uniform(0.0, pi);
  const double x1 = upper ? radius * std::cos(t) - 1.5 : 1.5 - radius * std::cos(t);
  const double x2 = upper ? radius * std::sin(t) - 0.75 : 0.75 - radius * std::sin(t);
  const double sd = 2.0 * q;
  return {x1 + sd * random.normal(), x2 + sd * random.normal(), upper ? 1.0 : 0.0};
}

Row plane(int, int, double q, Random& random) {
  const double x1 = random.uniform(-half, half);
  const double x2 = random.uniform(-half, half);
  return {x1, x2, (x1 + x2) / 10.0 + q * random.normal()};
}

Row bumps(int, int, double q, Random& random) {
  struct Bump {
    double x1, x2, sign;
  };
  constexpr std::array<Bump, 6> places{{{-4.0, 2.5, 1.0},
                                        {0.0, 2.5, -1.0},
                                        {4.0, 2.5, 1.0},
                                        {-4.0, -2.5, -1.0},
                                        {0.0, -2.5, 1.0},
                                        {4.0, -2.5, -1.0}}};
  const double x1 = random.uniform(-half, half);
  const double x2 = random.uniform(-half, half);
  double y = 0.0;
  for (const Bump& bump : places) {
    const double height = std::max(0.0, 1.0 - std::hypot(x1 - bump.x1, x2 - bump.x2) / 2.0);
    if (height > std::abs(y)) y = bump.sign * height;
  }
  return {x1, x2, y + q * random.normal()};
}

Row line(int, int, double q, Random& random) {
  const double x = random.uniform(-3.0, 3.0);
  return {x, 0.0, 0.5 * x + 1.0 + 2.0 * q * random.normal()};
}

Row sine(int, int, double q, Random& random) {
  const double x = random.uniform(-pi, pi);
  return {x, 0.0, std::sin(x) + q * random.normal()};
}

using Recipe = Row (*)(int, int, double, Random&);
struct Entry {
  const char* name;
  Recipe recipe;
  bool classification;
  bool oneInput;
};

// In the order of the enum.
constexpr std::array<Entry, shapeCount> entries{{{"circles", circles, true, false},
                                                 {"xor", xorQuadrants, true, false},
                                                 {"gaussians", gaussians, true, false},
                                                 {"spirals", spirals, true, false},
                                                 {"moons", moons, true, false},
                                                 {"plane", plane, false, false},
                                                 {"bumps", bumps, false, false},
                                                 {"line", line, false, true},
                                                 {"sine", sine, false, true}}};

const Entry& entryOf(Shape shape) {
  return entries.at(static_cast<std::size_t>(shape));
}

void summarise(Column& column, const std::vector<double>& values) {
  column.type = ColumnType::numeric;
  column.numbers.assign(values.begin(), values.end());
  column.distinct =
      static_cast<std::int64_t>(std::set<double>(values.begin(), values.end()).size());
  if (values.empty()) return;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  column.min = *low;
  column.max = *high;
  double sum = 0.0;
  for (const double value : values) sum += value;
  column.mean = sum / static_cast<double>(values.size());
}

TablePtr tableFromRows(const std::string& file, const std::vector<Row>& rows, bool oneInput,
                       bool classification) {
  std::vector<std::vector<double>> columns(oneInput ? 2 : 3);
  for (const Row& row : rows) {
    columns[0].push_back(row.x1);
    if (!oneInput) columns[1].push_back(row.x2);
    columns.back().push_back(row.y);
  }
  const char* target = classification ? "label" : "y";
  return tableFromColumns(file,
                          oneInput ? std::vector<std::string>{"x", target}
                                   : std::vector<std::string>{"x1", "x2", target},
                          columns);
}

} // namespace

const char* name(Shape shape) {
  return entryOf(shape).name;
}
bool isClassification(Shape shape) {
  return entryOf(shape).classification;
}

TablePtr tableFromColumns(const std::string& name, const std::vector<std::string>& names,
                          const std::vector<std::vector<double>>& columns) {
  auto table = std::make_shared<Table>();
  table->file = name;
  table->rows = columns.empty() ? 0 : static_cast<std::int64_t>(columns.front().size());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    Column column;
    column.name = names.at(c);
    column.index = static_cast<int>(c) + 1;
    summarise(column, columns[c]);
    table->columns.push_back(std::move(column));
  }
  return table;
}

TablePtr generate(const GeneratorSpec& spec) {
  const Entry& entry = entryOf(spec.shape);
  const int n = std::clamp(spec.rows, 2, maxGeneratedRows);
  const double noise = std::clamp(spec.noise, 0.0, 0.5);
  Random random(spec.seed, Stream::generator, static_cast<std::uint64_t>(spec.shape));
  std::vector<Row> rows;
  rows.reserve(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i) rows.push_back(entry.recipe(i, n, noise, random));
  for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random.below(i)]);
  return tableFromRows(entry.name, rows, entry.oneInput, entry.classification);
}

TablePtr tableFromPoints(const std::vector<PaintedPoint>& points, bool curve) {
  std::vector<Row> rows;
  rows.reserve(points.size());
  for (const PaintedPoint& point : points)
    rows.push_back(curve ? Row{point.x, 0.0, point.y}
                         : Row{point.x, point.y, point.label == 0 ? 0.0 : 1.0});
  return tableFromRows("painted", rows, curve, !curve);
}

} // namespace layerlab
