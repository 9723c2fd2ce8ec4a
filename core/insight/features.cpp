#include "core/insight/features.h"

#include "core/insight/distribution.h"
#include "core/insight/lookinside.h"
#include "core/insight/scores.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace layerlab {
namespace {

constexpr std::size_t topCount = 3;

/// Rows of both parts, training first.
struct Sample {
  Matrix x;
  Matrix y;
  std::vector<std::uint32_t> tableRow;
  std::size_t trainRows = 0;
};

Matrix stacked(const Matrix& above, const Matrix& below) {
  Matrix out = above;
  out.rows += below.rows;
  out.values.insert(out.values.end(), below.values.begin(), below.values.end());
  return out;
}

Sample sampleOf(const PreparedData& data, const FeatureChoice& choice) {
  const auto train = evenRows(data.xTrain.rows, choice.mostTrainRows);
  const auto validation = evenRows(data.xValidation.rows, choice.mostValidationRows);
  Sample sample;
  sample.trainRows = train.size();
  sample.x = rowsOf(data.xTrain, train);
  sample.y = rowsOf(data.yTrain, train);
  for (const std::uint32_t row : train) sample.tableRow.push_back(data.trainRows[row]);
  if (validation.empty()) return sample;
  sample.x = stacked(sample.x, rowsOf(data.xValidation, validation));
  sample.y = stacked(sample.y, rowsOf(data.yValidation, validation));
  for (const std::uint32_t row : validation) sample.tableRow.push_back(data.validationRows[row]);
  return sample;
}

Matrix part(const Matrix& m, std::size_t first, std::size_t end) {
  Matrix out(end - first, m.cols);
  std::copy(m.values.begin() + static_cast<std::ptrdiff_t>(first * m.cols),
            m.values.begin() + static_cast<std::ptrdiff_t>(end * m.cols), out.values.begin());
  return out;
}

template <class T>
std::vector<T> part(const std::vector<T>& v, std::size_t first, std::size_t end) {
  return {v.begin() + static_cast<std::ptrdiff_t>(first),
          v.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// Fitted on the training rows, judged on the others where there are any.
double readOutOf(const FeatureReport& report, const Matrix& values) {
  const std::size_t train = report.trainRows;
  const std::size_t all = values.rows;
  const std::size_t first = all > train ? train : 0;
  const Matrix fitted = part(values, 0, train);
  const Matrix judged = part(values, first, all);
  if (report.numbers.empty()) {
    const LinearReadOut line =
        fitClassReadOut(fitted, part(report.classes, 0, train), report.classCount);
    return readOutAccuracy(line, judged, part(report.classes, first, all));
  }
  const LinearReadOut line = fitNumberReadOut(fitted, part(report.numbers, 0, train));
  return regressionScores(part(report.numbers, first, all), readOutNumbers(line, judged)).r2;
}

/// A column that is not there (one unit has no second axis) is zero.
float coordinate(const FeatureAxis& axis, const Matrix& projected, const Matrix& values,
                 std::size_t row) {
  const Matrix& from = axis.component ? projected : values;
  return axis.index < from.cols ? from(row, axis.index) : 0.0f;
}

FeatureCloud cloudOf(const FeatureReport& report, const Matrix& values, const FeatureAxis& x,
                     const FeatureAxis& y, const FeatureCloud* before) {
  FeatureCloud cloud;
  cloud.components = principalComponents(values, 2);
  if (before) alignSigns(cloud.components, before->components);
  const Matrix projected = project(cloud.components, values);
  cloud.at = Matrix(values.rows, 2);
  for (std::size_t r = 0; r < values.rows; ++r) {
    cloud.at(r, 0) = coordinate(x, projected, values, r);
    cloud.at(r, 1) = coordinate(y, projected, values, r);
  }
  cloud.readOut = readOutOf(report, values);
  return cloud;
}

/// Places of the largest by `size`, largest first.
template <class Size> std::vector<std::size_t> topOf(std::size_t count, Size size) {
  std::vector<std::size_t> places(count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  const std::size_t kept = std::min(count, topCount);
  std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(kept),
                    places.end(), [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
  places.resize(kept);
  return places;
}

UnitStory storyOf(const LayerWeights& weights, const Matrix& outputs, std::size_t unit,
                  const std::vector<std::uint32_t>& tableRow) {
  UnitStory story;
  story.inputs =
      topOf(weights.kernel.rows, [&](std::size_t i) { return std::abs(weights.kernel(i, unit)); });
  for (const std::size_t i : story.inputs) story.weights.push_back(weights.kernel(i, unit));
  for (const std::size_t r : topOf(outputs.rows, [&](std::size_t i) { return outputs(i, unit); }))
    story.rows.push_back(tableRow[r]);
  for (std::size_t r = 0; r < outputs.rows; ++r)
    story.mean += outputs(r, unit) / static_cast<float>(outputs.rows);
  return story;
}

} // namespace

FeatureReport featureReport(const PreparedData& data, const NetworkSpec& network,
                            const Weights& weights, const FeatureChoice& choice,
                            const FeatureReport* before) {
  const Sample sample = sampleOf(data, choice);
  FeatureReport report;
  report.choice = choice;
  report.tableRow = sample.tableRow;
  report.trainRows = sample.trainRows;
  if (data.preprocessing.task == Task::regression) {
    report.numbers = inUnits(data.preprocessing, sample.y, 0);
  } else {
    report.classes = trueClasses(sample.y);
    report.classCount = std::max<std::size_t>(2, data.preprocessing.classes.size());
  }
  const Matrix outputs = layerOutputs(network, weights, sample.x, choice.layer);
  const bool plane = sample.x.cols == 2;
  report.inputs =
      cloudOf(report, sample.x, {!plane, 0}, {!plane, 1}, before ? &before->inputs : nullptr);
  report.layer = cloudOf(report, outputs, choice.x, choice.y, before ? &before->layer : nullptr);
  for (std::size_t unit = 0; unit < outputs.cols; ++unit)
    report.units.push_back(storyOf(weights[choice.layer], outputs, unit, sample.tableRow));
  const LayerSpec& spec = network.layers[network.denseLayers()[choice.layer]];
  const UnitHealth health = unitHealth(spec.activation, outputs);
  for (const std::size_t unit : health.dead) report.units[unit].dead = true;
  for (const std::size_t unit : health.saturated) report.units[unit].saturated = true;
  return report;
}

} // namespace layerlab
