#pragma once

#include "core/base/api.h"
#include "core/base/matrix.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace layerlab {

/// Counts of rows by true class (rows) and predicted class (columns), as scikit-learn prints them.
struct ConfusionMatrix {
  std::size_t classes = 0;
  std::vector<std::int64_t> counts; ///< classes x classes, row-major

  ConfusionMatrix() = default;
  explicit ConfusionMatrix(std::size_t count) : classes(count), counts(count * count, 0) {}

  std::int64_t& at(std::size_t truth, std::size_t predicted) {
    return counts[truth * classes + predicted];
  }
  std::int64_t at(std::size_t truth, std::size_t predicted) const {
    return counts[truth * classes + predicted];
  }
  LAYERLAB_API std::int64_t total() const;
  LAYERLAB_API std::int64_t hits() const;                      ///< the diagonal
  LAYERLAB_API std::int64_t rowTotal(std::size_t truth) const; ///< rows that are of this class
  LAYERLAB_API std::int64_t columnTotal(std::size_t predicted) const;
  bool operator==(const ConfusionMatrix&) const = default;
};

/// `truth` and `predicted` of equal length, every value below `classes`.
LAYERLAB_API ConfusionMatrix confusion(std::span<const std::uint32_t> truth,
                                       std::span<const std::uint32_t> predicted,
                                       std::size_t classes);

/// hits / total; 0 without rows.
LAYERLAB_API double accuracy(const ConfusionMatrix& matrix);

/// Figures of one class. A ratio without anything below the line is 0, as with scikit-learn's
/// zero_division=0.
struct ClassScores {
  double precision = 0.0; ///< of those called this class, how many are
  double recall = 0.0;    ///< of those that are, how many were called so
  double f1 = 0.0;        ///< harmonic mean of both
  std::int64_t support = 0;
};
LAYERLAB_API ClassScores classScores(const ConfusionMatrix& matrix, std::size_t which);

/// The plain mean over the classes (scikit-learn's "macro avg").
LAYERLAB_API ClassScores macroAverage(const ConfusionMatrix& matrix);

/// The class of each row: with one column p >= cutOff is class 1, with several the largest, the
/// first of equals.
LAYERLAB_API std::vector<std::uint32_t> classesOf(const Matrix& outputs, double cutOff = 0.5);

/// How far numbers are off. A perfect prediction of a constant has r2 1, any other of it 0, as
/// scikit-learn has it.
struct RegressionScores {
  double r2 = 0.0;
  double mae = 0.0;
  double rmse = 0.0;
};
LAYERLAB_API RegressionScores regressionScores(std::span<const double> truth,
                                               std::span<const double> predicted);

} // namespace layerlab
