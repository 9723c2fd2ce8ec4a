#pragma once

#include "core/base/api.h"
#include "core/base/matrix.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace layerlab {

/// A straight-line answer: columns standardised, then one weight per column and class. What it can
/// do tells how well straight cuts separate the classes in this representation.
struct LinearReadOut {
  std::vector<double> mean;    ///< per column
  std::vector<double> scale;   ///< per column; 1 where the column is constant
  std::vector<double> weights; ///< (columns + 1) x outputs, the constant last
  std::size_t outputs = 0;
};

/// Multinomial logistic regression with the penalty |w|^2 / 2 (scikit-learn's LogisticRegression
/// with C=1 after StandardScaler), by the fixed curvature bound of Boehning (1992): every step
/// goes down, and only one matrix is ever factorised. `classes` below `count` for each row of x.
LAYERLAB_API LinearReadOut fitClassReadOut(const Matrix& x,
                                           const std::vector<std::uint32_t>& classes,
                                           std::size_t count, int steps = 200);
/// Share of rows whose largest output is their class; 0 without rows.
LAYERLAB_API double readOutAccuracy(const LinearReadOut& readOut, const Matrix& x,
                                    const std::vector<std::uint32_t>& classes);

/// Least squares for numbers (rows x 1), with a whisper of a ridge against columns that repeat.
LAYERLAB_API LinearReadOut fitNumberReadOut(const Matrix& x, const std::vector<double>& y);
LAYERLAB_API std::vector<double> readOutNumbers(const LinearReadOut& readOut, const Matrix& x);

} // namespace layerlab
