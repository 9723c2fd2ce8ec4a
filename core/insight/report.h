#pragma once

#include "core/insight/distribution.h"
#include "core/insight/ranking.h"
#include "core/insight/scores.h"

#include "core/data/prepare.h"

#include <cstdint>
#include <string>
#include <vector>

namespace layerlab {

/// What kind of figures a prediction gets.
enum class PredictionKind { binary, classes, numbers };

/// By the task and the output in view (several 0/1 targets are binary, each for itself).
LAYERLAB_API PredictionKind predictionKind(const Preprocessing& preprocessing, std::size_t outputs);

/// Predictions of a part of the data and their figures; those of the kind are filled.
struct PredictionReport {
  PredictionKind kind = PredictionKind::numbers;
  std::size_t output = 0;              ///< the target in view
  std::vector<std::string> classes;    ///< labels, at least two unless `numbers`
  std::vector<std::uint32_t> tableRow; ///< of each row looked at
  std::size_t rowsInAll = 0;           ///< of the part; more than looked at: a sample

  std::vector<std::uint32_t> truth; ///< class of each row
  Matrix outputs;                   ///< rows x 1 (binary) or rows x classes: probabilities
  Ranking ranking;                  ///< binary
  std::vector<Histogram> byClass;   ///< binary: probabilities of each true class, 40 bins on [0, 1]
  std::vector<std::uint32_t> predicted; ///< classes: the largest output
  ConfusionMatrix confusion;            ///< classes

  std::vector<double> trueNumbers; ///< numbers: in the target's own units
  std::vector<double> predictedNumbers;
  RegressionScores scores;

  std::size_t rows() const { return tableRow.size(); }
};

/// The rows of one part of the prepared data.
struct DataPart {
  const Matrix& x;
  const Matrix& y;
  const std::vector<std::uint32_t>& tableRow;
};

/// Predicts at most `mostRows` rows, evenly spread, and takes their figures. The weights fit the
/// network and the data; `output` below the number of targets (0 for classes).
LAYERLAB_API PredictionReport reportOn(const Preprocessing& preprocessing, const DataPart& part,
                                       const NetworkSpec& network, const Weights& weights,
                                       std::size_t output, std::size_t mostRows);

/// What a person typed into one input column: a number or a label; missing: neither.
struct TypedValue {
  double number = 0.0;
  std::string label;
  bool missing = false;
};

/// A row typed by hand as inputs (1 x inputs); one value per input column.
LAYERLAB_API Result<Matrix> typedInputs(const Preprocessing& preprocessing,
                                        const std::vector<TypedValue>& values);

} // namespace layerlab
