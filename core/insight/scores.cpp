#include "core/insight/scores.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace layerlab {
namespace {

double ratio(std::int64_t above, std::int64_t below) {
  return below == 0 ? 0.0 : static_cast<double>(above) / static_cast<double>(below);
}

double harmonicMean(double a, double b) {
  return a + b == 0.0 ? 0.0 : 2.0 * a * b / (a + b);
}

} // namespace

std::int64_t ConfusionMatrix::total() const {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

std::int64_t ConfusionMatrix::hits() const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < classes; ++i) sum += at(i, i);
  return sum;
}

std::int64_t ConfusionMatrix::rowTotal(std::size_t truth) const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < classes; ++i) sum += at(truth, i);
  return sum;
}

std::int64_t ConfusionMatrix::columnTotal(std::size_t predicted) const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < classes; ++i) sum += at(i, predicted);
  return sum;
}

ConfusionMatrix confusion(std::span<const std::uint32_t> truth,
                          std::span<const std::uint32_t> predicted, std::size_t classes) {
  assert(truth.size() == predicted.size());
  ConfusionMatrix matrix(classes);
  for (std::size_t i = 0; i < truth.size(); ++i) ++matrix.at(truth[i], predicted[i]);
  return matrix;
}

double accuracy(const ConfusionMatrix& matrix) {
  return ratio(matrix.hits(), matrix.total());
}

ClassScores classScores(const ConfusionMatrix& matrix, std::size_t which) {
  ClassScores scores;
  scores.support = matrix.rowTotal(which);
  scores.precision = ratio(matrix.at(which, which), matrix.columnTotal(which));
  scores.recall = ratio(matrix.at(which, which), scores.support);
  scores.f1 = harmonicMean(scores.precision, scores.recall);
  return scores;
}

ClassScores macroAverage(const ConfusionMatrix& matrix) {
  ClassScores mean;
  const auto classes = static_cast<double>(std::max<std::size_t>(1, matrix.classes));
  for (std::size_t i = 0; i < matrix.classes; ++i) {
    const ClassScores one = classScores(matrix, i);
    mean.precision += one.precision / classes;
    mean.recall += one.recall / classes;
    mean.f1 += one.f1 / classes;
    mean.support += one.support;
  }
  return mean;
}

std::vector<std::uint32_t> classesOf(const Matrix& outputs, double cutOff) {
  std::vector<std::uint32_t> classes(outputs.rows);
  for (std::size_t r = 0; r < outputs.rows; ++r) {
    const std::span<const float> row = outputs.row(r);
    classes[r] =
        outputs.cols == 1
            ? static_cast<std::uint32_t>(static_cast<double>(row[0]) >= cutOff)
            : static_cast<std::uint32_t>(std::max_element(row.begin(), row.end()) - row.begin());
  }
  return classes;
}

RegressionScores regressionScores(std::span<const double> truth,
                                  std::span<const double> predicted) {
  assert(truth.size() == predicted.size());
  RegressionScores scores;
  if (truth.empty()) return scores;
  const auto rows = static_cast<double>(truth.size());
  const double mean = std::accumulate(truth.begin(), truth.end(), 0.0) / rows;
  double squared = 0.0;
  double absolute = 0.0;
  double spread = 0.0;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    const double error = predicted[i] - truth[i];
    squared += error * error;
    absolute += std::abs(error);
    spread += (truth[i] - mean) * (truth[i] - mean);
  }
  scores.mae = absolute / rows;
  scores.rmse = std::sqrt(squared / rows);
  scores.r2 = spread > 0.0 ? 1.0 - squared / spread : squared == 0.0 ? 1.0 : 0.0;
  return scores;
}

} // namespace layerlab
