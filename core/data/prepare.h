#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/data/table.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace layerlab {

enum class Task { automatic, regression, classification };
enum class Scaling { none, standard, minmax };
enum class MissingRule { drop, mean };
enum class Split { last, random, stratified };

/// What the user chooses between a table and the matrices; part of Design.
struct PrepareSpec {
  std::vector<std::string> targets;  ///< one name; several: all numeric (regression, 0/1 sigmoid)
  std::vector<std::string> features; ///< empty: every column that is neither target nor ignored
  std::vector<std::string> ignored;
  std::vector<std::string> asCategory; ///< columns of numbers to be taken for classes or labels
  std::vector<std::string> asNumber;   ///< columns of text to be read as numbers
  Task task = Task::automatic;
  Scaling scaling = Scaling::standard;
  bool scaleTarget = false; ///< regression only
  MissingRule missing = MissingRule::drop;
  Split split = Split::last;
  double validationSplit = 0.2; ///< share of the usable rows, in [0, 1)
  bool operator==(const PrepareSpec&) const = default;
};

/// How one table column becomes inputs: a number (fill, shift, scale) or one-hot labels.
struct InputColumn {
  std::string name;
  bool categorical = false;
  std::vector<std::string> labels; ///< one input per label, in this order
  double fill = 0.0;               ///< for missing values: the mean of the training rows, or the
                                   ///< index of their most frequent label
  double shift = 0.0;              ///< scaled = (x - shift) / scale
  double scale = 1.0;
  bool operator==(const InputColumn&) const = default;
};

/// The fitted preparation: everything needed to turn another table into inputs and outputs back
/// into the target's own words and units. Fitted on training rows only.
struct Preprocessing {
  Task task = Task::regression;
  std::vector<InputColumn> inputs;
  MissingRule missing = MissingRule::drop;
  std::vector<std::string> targets;
  std::vector<std::string> classes; ///< class labels in order; with two, the second is class 1
  std::vector<double> targetShift;  ///< per output; empty when the target is not scaled
  std::vector<double> targetScale;
  bool operator==(const Preprocessing&) const = default;

  LAYERLAB_API std::size_t inputWidth() const;
  /// Names after one-hot: "age", "sex=male".
  LAYERLAB_API std::vector<std::string> inputNames() const;
  /// Number of output units the class notes' table asks for: 1 for two classes, k for k > 2.
  LAYERLAB_API std::size_t outputWidth() const;
};

/// A column that is no input although nobody ignored it, and why.
struct LeftOut {
  std::string name;
  Message reason;
};

/// What the choice amounts to, without touching the rows (cheap: O(columns)).
struct Outline {
  Task task = Task::regression;     ///< resolved, never automatic
  std::vector<std::string> classes; ///< empty for regression and for several 0/1 targets
  std::vector<std::string> inputNames;
  std::size_t outputs = 1; ///< output units
  std::vector<LeftOut> leftOut;
};

/// The matrices a network trains on. Never changed after it is made.
struct PreparedData {
  Preprocessing preprocessing;
  Matrix xTrain; ///< rows x inputs
  Matrix yTrain; ///< rows x outputs; 2 classes: one 0/1 column; k classes: one-hot
  Matrix xValidation;
  Matrix yValidation;
  std::vector<std::uint32_t> trainRows;      ///< table row of each training row
  std::vector<std::uint32_t> validationRows; ///< table row of each validation row
  std::int64_t rowsDropped = 0;              ///< rows without target, or incomplete under `drop`
};
using PreparedPtr = std::shared_ptr<const PreparedData>;

/// A text column with more labels is no input: left out of the automatic choice, an Error when it
/// was chosen.
inline constexpr std::size_t maxInputLabels = 100;
inline constexpr std::size_t maxClasses = 1000;

/// Why a column of a table with so many rows cannot be an input; empty when it can.
LAYERLAB_API Message whyNoInput(const Column& column, std::int64_t rows);

/// An Error that names val-split unless `share` is in [0, 1).
LAYERLAB_API Result<void> checkValidationSplit(double share);

/// Task, classes and widths, or what is missing (unknown target, no input column, one class ...).
/// Errors name the file.
LAYERLAB_API Result<Outline> outline(const Table& table, const PrepareSpec& spec);

/// Rules T0-T6: missing targets left out, scaling fitted on the training rows, split by `seed`
/// (Stream::split) unless it is `last`. `last` keeps the first floor(n * (1 - share)) rows.
LAYERLAB_API Result<PreparedPtr> prepare(const Table& table, const PrepareSpec& spec,
                                         std::uint64_t seed);

/// The rows `prepare` would keep aside for validation, in file order, without making matrices.
LAYERLAB_API Result<std::vector<std::uint32_t>>
validationRows(const Table& table, const PrepareSpec& spec, std::uint64_t seed);

/// Rows of another table as inputs, matched by column name (T7). Rows that cannot be used
/// (missing under `drop`) are filled like `mean` does, so that every row gets a prediction.
LAYERLAB_API Result<Matrix> applyInputs(const Preprocessing& preprocessing, const Table& table);

} // namespace layerlab
