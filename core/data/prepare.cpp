#include "core/data/prepare.h"

#include "core/base/shown.h"
#include "core/data/cells.h"
#include "core/data/inputs.h"
#include "core/data/roles.h"
#include "core/data/split.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace layerlab {
namespace {

using Rows = std::vector<std::uint32_t>;

/// Floats the matrices of one table may hold (1 GB).
constexpr std::size_t maxValues = std::size_t{256} << 20;

Error inFile(Error error, const Table& table) {
  error.file = baseName(table.file);
  return error;
}

/// Rows with all targets and, under `drop`, all inputs.
Rows usableRows(const Table& table, const Roles& roles, MissingRule rule) {
  std::vector<bool> usable(static_cast<std::size_t>(table.rows), true);
  const auto need = [&usable](const Column& column) {
    if (column.missing == 0) return;
    for (std::size_t row = 0; row < usable.size(); ++row)
      if (isMissing(column, static_cast<std::uint32_t>(row))) usable[row] = false;
  };
  for (const Column* column : roles.targets) need(*column);
  if (rule == MissingRule::drop)
    for (const Column* column : roles.inputs) need(*column);
  Rows rows;
  for (std::size_t row = 0; row < usable.size(); ++row)
    if (usable[row]) rows.push_back(static_cast<std::uint32_t>(row));
  return rows;
}

Error tooFewRows(const Table& table, std::size_t left) {
  const auto rows = static_cast<std::size_t>(table.rows);
  if (left == rows)
    return inputError({QT_TRANSLATE_NOOP("Core", "the table has %1 data row(s); learning needs at "
                                                 "least two"),
                       {std::to_string(left)}});
  return inputError(
      {QT_TRANSLATE_NOOP("Core",
                         "only %1 of %2 rows have no missing value; learning needs at least "
                         "two: fill missing inputs with --missing mean, or leave out "
                         "columns with many of them"),
       {std::to_string(left), std::to_string(rows)}});
}

/// Class of each row of a classification with one target.
std::vector<std::size_t> classesOf(const Roles& roles, const Rows& rows) {
  std::vector<std::size_t> classes;
  if (roles.classes.empty()) return classes;
  classes.reserve(rows.size());
  const Column& target = *roles.targets[0];
  if (!roles.classValues.empty()) {
    const auto& values = roles.classValues;
    for (std::uint32_t row : rows)
      classes.push_back(static_cast<std::size_t>(
          std::lower_bound(values.begin(), values.end(), target.numbers[row]) - values.begin()));
    return classes;
  }
  std::unordered_map<std::string, std::size_t> order;
  for (std::size_t k = 0; k < roles.classes.size(); ++k) order.emplace(roles.classes[k], k);
  for (std::uint32_t row : rows)
    classes.push_back(order.at(target.labels[static_cast<std::size_t>(target.codes[row])]));
  return classes;
}

Result<void> mustHaveTwoClasses(const Roles& roles, const std::vector<std::size_t>& classes) {
  if (classes.empty() ||
      std::adjacent_find(classes.begin(), classes.end(), std::not_equal_to<>()) != classes.end())
    return {};
  return inputError({QT_TRANSLATE_NOOP("Core", "all complete rows have the same class '%1' in the "
                                               "target column '%2'; fill missing inputs with "
                                               "--missing mean"),
                     {shown(roles.classes[classes.front()]), shown(roles.targets[0]->name)}});
}

Matrix targetsOf(const Roles& roles, const Preprocessing& preprocessing, const Rows& rows) {
  Matrix y(rows.size(), roles.outputs());
  const std::vector<std::size_t> classes = classesOf(roles, rows);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (y.cols == 1)
      y(i, 0) = classes[i] == 1 ? 1.0f : 0.0f;
    else
      y(i, classes[i]) = 1.0f;
  }
  if (!classes.empty()) return y;
  const bool scale = !preprocessing.targetScale.empty();
  for (std::size_t c = 0; c < y.cols; ++c) {
    const double shift = scale ? preprocessing.targetShift[c] : 0.0;
    const double width = scale ? preprocessing.targetScale[c] : 1.0;
    for (std::size_t i = 0; i < rows.size(); ++i)
      y(i, c) = scaled(roles.targets[c]->numbers[rows[i]], shift, width);
  }
  return y;
}

Matrix inputsOf(const Roles& roles, const Preprocessing& preprocessing, const Rows& rows) {
  Matrix x(rows.size(), preprocessing.inputWidth());
  std::size_t at = 0;
  for (std::size_t c = 0; c < roles.inputs.size(); ++c) {
    writeInput(preprocessing.inputs[c], *roles.inputs[c], rows, x, at);
    at += widthOf(preprocessing.inputs[c]);
  }
  return x;
}

void fitTargets(Preprocessing& preprocessing, const Roles& roles, const PrepareSpec& spec,
                const Rows& rows) {
  if (roles.task != Task::regression || !spec.scaleTarget) return;
  const Scaling kind = spec.scaling == Scaling::minmax ? Scaling::minmax : Scaling::standard;
  for (const Column* column : roles.targets) {
    std::vector<double> values;
    for (std::uint32_t row : rows) values.push_back(column->numbers[row]);
    const Scale fitted = fitScale(values, kind);
    preprocessing.targetShift.push_back(fitted.shift);
    preprocessing.targetScale.push_back(fitted.scale);
  }
}

Preprocessing unfitted(const Roles& roles, const PrepareSpec& spec) {
  Preprocessing preprocessing;
  preprocessing.task = roles.task;
  preprocessing.missing = spec.missing;
  preprocessing.classes = roles.classes;
  for (const Column* column : roles.targets) preprocessing.targets.push_back(column->name);
  for (const Column* column : roles.inputs) preprocessing.inputs.push_back(inputFrom(*column));
  return preprocessing;
}

Result<void> mustFit(std::size_t rows, const Preprocessing& preprocessing, std::size_t outputs) {
  const std::size_t width = preprocessing.inputWidth() + outputs;
  if (rows <= maxValues / width) return {};
  Error error = inputError({QT_TRANSLATE_NOOP("Core", "the data are too large to train on: %1 rows "
                                                      "with %2 inputs and outputs"),
                            {std::to_string(rows), std::to_string(width)}});
  error.kind = ErrorKind::limit;
  return error;
}

Result<RowSplit> partsOf(const Table& table, const Roles& roles, const PrepareSpec& spec,
                         std::uint64_t seed) {
  if (spec.split == Split::stratified && roles.classes.empty())
    return inputError({QT_TRANSLATE_NOOP("Core", "a stratified split needs classes; use the split "
                                                 "'random' or 'last' here"),
                       {}});
  const Rows rows = usableRows(table, roles, spec.missing);
  if (rows.size() < 2) return tooFewRows(table, rows.size());
  const std::vector<std::size_t> classes = classesOf(roles, rows);
  if (const Result<void> two = mustHaveTwoClasses(roles, classes); !two) return two.error();
  return splitRows(rows, spec, classes, seed);
}

Result<PreparedPtr> prepareRoles(const Table& table, const Roles& roles, const PrepareSpec& spec,
                                 std::uint64_t seed) {
  const Result<RowSplit> parts = partsOf(table, roles, spec, seed);
  if (!parts) return parts.error();
  const std::size_t rows = parts->train.size() + parts->validation.size();
  auto data = std::make_shared<PreparedData>();
  Preprocessing& preprocessing = data->preprocessing = unfitted(roles, spec);
  if (const Result<void> fits = mustFit(rows, preprocessing, roles.outputs()); !fits)
    return fits.error();
  for (std::size_t c = 0; c < roles.inputs.size(); ++c)
    fitInput(preprocessing.inputs[c], *roles.inputs[c], parts->train, spec.scaling);
  fitTargets(preprocessing, roles, spec, parts->train);
  data->xTrain = inputsOf(roles, preprocessing, parts->train);
  data->yTrain = targetsOf(roles, preprocessing, parts->train);
  data->xValidation = inputsOf(roles, preprocessing, parts->validation);
  data->yValidation = targetsOf(roles, preprocessing, parts->validation);
  data->trainRows = parts->train;
  data->validationRows = parts->validation;
  data->rowsDropped = table.rows - static_cast<std::int64_t>(rows);
  return PreparedPtr(std::move(data));
}

} // namespace

std::size_t Preprocessing::inputWidth() const {
  std::size_t width = 0;
  for (const InputColumn& input : inputs) width += widthOf(input);
  return width;
}

std::vector<std::string> Preprocessing::inputNames() const {
  std::vector<std::string> names;
  for (const InputColumn& input : inputs) {
    if (!input.categorical) names.push_back(input.name);
    for (const std::string& label : input.labels) names.push_back(input.name + "=" + label);
  }
  return names;
}

std::size_t Preprocessing::outputWidth() const {
  if (targets.size() > 1) return targets.size();
  return classes.size() > 2 ? classes.size() : 1;
}

Result<Outline> outline(const Table& table, const PrepareSpec& spec) {
  Result<Roles> roles = resolveRoles(table, spec);
  if (!roles) return inFile(roles.error(), table);
  Outline out;
  out.task = roles->task;
  out.inputNames = unfitted(*roles, spec).inputNames();
  out.outputs = roles->outputs();
  out.classes = std::move(roles->classes);
  out.leftOut = std::move(roles->leftOut);
  return out;
}

Result<PreparedPtr> prepare(const Table& table, const PrepareSpec& spec, std::uint64_t seed) {
  const Result<Roles> roles = resolveRoles(table, spec);
  if (!roles) return inFile(roles.error(), table);
  Result<PreparedPtr> data = prepareRoles(table, *roles, spec, seed);
  if (!data) return inFile(data.error(), table);
  return data;
}

Result<Rows> validationRows(const Table& table, const PrepareSpec& spec, std::uint64_t seed) {
  const Result<Roles> roles = resolveRoles(table, spec);
  if (!roles) return inFile(roles.error(), table);
  Result<RowSplit> parts = partsOf(table, *roles, spec, seed);
  if (!parts) return inFile(parts.error(), table);
  return std::move(parts->validation);
}

Result<Matrix> applyInputs(const Preprocessing& preprocessing, const Table& table) {
  std::unordered_map<std::string, const Column*> columns;
  for (const Column& column : table.columns) columns.emplace(column.name, &column);
  Rows rows(static_cast<std::size_t>(table.rows));
  std::iota(rows.begin(), rows.end(), 0U);
  if (const Result<void> fits = mustFit(rows.size(), preprocessing, 1); !fits)
    return inFile(fits.error(), table);
  Matrix x(rows.size(), preprocessing.inputWidth());
  std::size_t at = 0;
  for (const InputColumn& input : preprocessing.inputs) {
    const auto found = columns.find(input.name);
    if (found == columns.end())
      return inFile(inputError({QT_TRANSLATE_NOOP("Core", "column '%1' is missing; the model needs "
                                                          "it as an input"),
                                {shown(input.name)}}),
                    table);
    writeInput(input, *found->second, rows, x, at);
    at += widthOf(input);
  }
  return x;
}

} // namespace layerlab
