#include "core/sweep/score.h"

#include "core/sweep/sweep.h"

#include <algorithm>

namespace layerlab {
namespace {

/// R2 of one output.
std::optional<double> fitOf(const Matrix& predictions, const Matrix& targets, std::size_t column) {
  double sum = 0.0;
  for (std::size_t r = 0; r < targets.rows; ++r) sum += static_cast<double>(targets(r, column));
  const double mean = sum / static_cast<double>(targets.rows);
  double error = 0.0;
  double whole = 0.0;
  for (std::size_t r = 0; r < targets.rows; ++r) {
    const auto y = static_cast<double>(targets(r, column));
    const double e = y - static_cast<double>(predictions(r, column));
    error += e * e;
    whole += (y - mean) * (y - mean);
  }
  return whole > 0.0 ? std::optional(1.0 - error / whole) : std::nullopt;
}

std::optional<double> fitOf(const Matrix& predictions, const Matrix& targets) {
  double sum = 0.0;
  for (std::size_t column = 0; column < targets.cols; ++column) {
    const auto one = fitOf(predictions, targets, column);
    if (!one) return std::nullopt;
    sum += *one;
  }
  return sum / static_cast<double>(targets.cols);
}

double accuracyOf(const Design& design, const Weights& weights, const Matrix& x, const Matrix& y) {
  FitSpec fit = design.fit;
  fit.metrics = {Metric::accuracy};
  return evaluate(design.network, fit, weights, x, y).metrics.front();
}

} // namespace

bool scoreIsAccuracy(const Design& design) {
  return design.fit.loss == Loss::binaryCrossentropy ||
         design.fit.loss == Loss::categoricalCrossentropy ||
         std::find(design.fit.metrics.begin(), design.fit.metrics.end(), Metric::accuracy) !=
             design.fit.metrics.end();
}

std::optional<double> scoreOf(const Design& design, const Weights& weights,
                              const PreparedData& data) {
  const bool validated = data.xValidation.rows > 0;
  const Matrix& x = validated ? data.xValidation : data.xTrain;
  const Matrix& y = validated ? data.yValidation : data.yTrain;
  if (x.rows == 0 || y.cols == 0) return std::nullopt;
  if (scoreIsAccuracy(design)) return accuracyOf(design, weights, x, y);
  return fitOf(predict(design.network, weights, x), y);
}

} // namespace layerlab
