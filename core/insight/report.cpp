#include "core/insight/report.h"

#include "core/insight/lookinside.h"

#include <algorithm>
#include <limits>

namespace layerlab {
namespace {

constexpr std::size_t probabilityBins = 40;

/// Labels of the two answers; 0/1 targets without labels are called so.
std::vector<std::string> twoClasses(const Preprocessing& preprocessing) {
  return preprocessing.classes.size() == 2 ? preprocessing.classes
                                           : std::vector<std::string>{"0", "1"};
}

Matrix columnOf(const Matrix& m, std::size_t column) {
  Matrix out(m.rows, 1);
  for (std::size_t r = 0; r < m.rows; ++r) out(r, 0) = m(r, column);
  return out;
}

void fillBinary(PredictionReport& report, const Matrix& truth) {
  report.truth = classesOf(truth);
  report.ranking = Ranking(truth.values, report.outputs.values);
  std::vector<std::vector<float>> byClass(2);
  for (std::size_t r = 0; r < report.outputs.rows; ++r)
    byClass[report.truth[r]].push_back(std::clamp(report.outputs(r, 0), 0.0f, 1.0f));
  for (const std::vector<float>& values : byClass)
    report.byClass.push_back(histogram(values, 0.0, 1.0, probabilityBins));
}

void fillClasses(PredictionReport& report, const Matrix& truth) {
  report.truth = classesOf(truth);
  report.predicted = classesOf(report.outputs);
  report.confusion = confusion(report.truth, report.predicted, truth.cols);
}

Column typedColumn(const InputColumn& input, const TypedValue& value) {
  Column column;
  column.name = input.name;
  column.index = 1;
  column.type = input.categorical ? ColumnType::categorical : ColumnType::numeric;
  column.missing = value.missing ? 1 : 0;
  if (!input.categorical) {
    column.numbers = {value.missing ? std::numeric_limits<float>::quiet_NaN()
                                    : static_cast<float>(value.number)};
    return column;
  }
  column.labels = {value.label};
  column.labelCounts = {1};
  column.codes = {value.missing ? -1 : 0};
  return column;
}

} // namespace

PredictionKind predictionKind(const Preprocessing& preprocessing, std::size_t outputs) {
  if (preprocessing.task == Task::regression) return PredictionKind::numbers;
  if (preprocessing.classes.size() > 2 && outputs > 1) return PredictionKind::classes;
  return PredictionKind::binary;
}

PredictionReport reportOn(const Preprocessing& preprocessing, const DataPart& part,
                          const NetworkSpec& network, const Weights& weights, std::size_t output,
                          std::size_t mostRows) {
  PredictionReport report;
  report.kind = predictionKind(preprocessing, part.y.cols);
  report.output = report.kind == PredictionKind::classes ? 0 : std::min(output, part.y.cols - 1);
  report.rowsInAll = part.x.rows;
  const std::vector<std::uint32_t> rows = evenRows(part.x.rows, mostRows);
  for (const std::uint32_t row : rows) report.tableRow.push_back(part.tableRow[row]);
  const Matrix y = rowsOf(part.y, rows);
  const Matrix outputs = predict(network, weights, rowsOf(part.x, rows));
  if (report.kind == PredictionKind::numbers) {
    report.trueNumbers = inUnits(preprocessing, y, report.output);
    report.predictedNumbers = inUnits(preprocessing, outputs, report.output);
    report.scores = regressionScores(report.trueNumbers, report.predictedNumbers);
    return report;
  }
  const bool binary = report.kind == PredictionKind::binary;
  report.classes = binary ? twoClasses(preprocessing) : preprocessing.classes;
  report.outputs = binary ? columnOf(outputs, report.output) : outputs;
  binary ? fillBinary(report, columnOf(y, report.output)) : fillClasses(report, y);
  return report;
}

Result<Matrix> typedInputs(const Preprocessing& preprocessing,
                           const std::vector<TypedValue>& values) {
  Table table;
  table.rows = 1;
  for (std::size_t i = 0; i < preprocessing.inputs.size(); ++i)
    table.columns.push_back(typedColumn(preprocessing.inputs[i], values[i]));
  return applyInputs(preprocessing, table);
}

} // namespace layerlab
