#include "tests/session/tables.h"

#include "core/base/random.h"

#include <algorithm>
#include <set>

namespace layerlab {
namespace {

struct Line {
  float a = 0.0f;
  float b = 0.0f;
  float y = 0.0f;
};

std::vector<Line> lines(int rows) {
  Random random(11);
  std::vector<Line> all;
  for (int i = 0; i < rows; ++i) {
    const auto a = static_cast<float>(random.uniform(-1.0, 1.0));
    const auto b = static_cast<float>(random.uniform(-1.0, 1.0));
    all.push_back({a, b, a + 2.0f * b});
  }
  return all;
}

Column kindColumn(const std::vector<Line>& rows) {
  Column column;
  column.name = "kind";
  column.type = ColumnType::categorical;
  column.labels = {"low", "high"};
  column.labelCounts = {0, 0};
  column.distinct = 2;
  for (const Line& line : rows) {
    column.codes.push_back(line.y > 0.0f ? 1 : 0);
    ++column.labelCounts[static_cast<std::size_t>(column.codes.back())];
  }
  return column;
}

} // namespace

Column numericColumn(const std::string& name, std::vector<float> values) {
  Column column;
  column.name = name;
  column.type = ColumnType::numeric;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  column.min = *low;
  column.max = *high;
  for (const float value : values) column.mean += value / static_cast<double>(values.size());
  column.distinct = static_cast<std::int64_t>(std::set<float>(values.begin(), values.end()).size());
  column.numbers = std::move(values);
  return column;
}

TablePtr linesTable(int rows) {
  const std::vector<Line> all = lines(rows);
  std::vector<float> a;
  std::vector<float> b;
  std::vector<float> y;
  for (const Line& line : all) {
    a.push_back(line.a);
    b.push_back(line.b);
    y.push_back(line.y);
  }
  auto table = std::make_shared<Table>();
  table->file = "lines.csv";
  table->rows = rows;
  table->columns = {numericColumn("a", a), numericColumn("b", b), kindColumn(all),
                    numericColumn("y", y)};
  for (std::size_t i = 0; i < table->columns.size(); ++i)
    table->columns[i].index = static_cast<int>(i) + 1;
  return table;
}

Design linesDesign(int epochs) {
  Design design;
  design.data.targets = {"y"};
  design.data.features = {"a", "b"};
  design.network = hiddenNetwork({4}, Activation::relu);
  design.fit.epochs = epochs;
  design.fit.optimizer.learningRate = 0.01;
  design.fit.metrics = {Metric::mae};
  return design;
}

std::string linesCsv(int rows) {
  std::string text = "a,b,kind,y\n";
  for (const Line& line : lines(rows))
    text += numberText(line.a) + ',' + numberText(line.b) + ',' + (line.y > 0.0f ? "high" : "low") +
            ',' + numberText(line.y) + '\n';
  return text;
}

} // namespace layerlab
