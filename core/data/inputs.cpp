#include "core/data/inputs.h"

#include "core/data/roles.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace layerlab {
namespace {

constexpr std::size_t noLabel = std::numeric_limits<std::size_t>::max();

double meanOf(std::span<const double> values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  return sum / static_cast<double>(values.size());
}

std::vector<double> numbersOf(const Column& column, std::span<const std::uint32_t> rows) {
  std::vector<double> values;
  values.reserve(rows.size());
  for (std::uint32_t row : rows)
    if (const float value = column.numbers[row]; !std::isnan(value)) values.push_back(value);
  return values;
}

void fitNumber(InputColumn& input, const Column& column, std::span<const std::uint32_t> rows,
               Scaling scaling) {
  std::vector<double> values = numbersOf(column, rows);
  if (values.empty()) return;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  input.fill = std::clamp(meanOf(values), *low, *high);
  // What is filled in belongs to the distribution that is scaled.
  values.resize(rows.size(), input.fill);
  const Scale fitted = fitScale(values, scaling);
  input.shift = fitted.shift;
  input.scale = fitted.scale;
}

/// Index into input.labels of each label of the column; noLabel for unknown ones.
std::vector<std::size_t> indicesOf(const InputColumn& input, const Column& column) {
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < input.labels.size(); ++i) known.emplace(input.labels[i], i);
  std::vector<std::size_t> indices(column.labels.size(), noLabel);
  for (std::size_t i = 0; i < indices.size(); ++i)
    if (const auto found = known.find(column.labels[i]); found != known.end())
      indices[i] = found->second;
  return indices;
}

void fitLabels(InputColumn& input, const Column& column, std::span<const std::uint32_t> rows) {
  const std::vector<std::size_t> indices = indicesOf(input, column);
  std::vector<std::size_t> counts(input.labels.size(), 0);
  for (std::uint32_t row : rows)
    if (const std::int32_t code = column.codes[row]; code >= 0)
      ++counts[indices[static_cast<std::size_t>(code)]];
  const auto most = std::max_element(counts.begin(), counts.end());
  input.fill = static_cast<double>(most - counts.begin());
}

/// The labels of a text column read as numbers; NaN where they are none.
std::vector<double> numbersOfLabels(const Column& column) {
  std::vector<double> numbers;
  for (const std::string& label : column.labels)
    numbers.push_back(numberFrom(label).value_or(std::numeric_limits<double>::quiet_NaN()));
  return numbers;
}

void writeNumbers(const InputColumn& input, const Column& column,
                  std::span<const std::uint32_t> rows, Matrix& x, std::size_t at) {
  const float fill = scaled(input.fill, input.shift, input.scale);
  const std::vector<double> ofLabels = numbersOfLabels(column);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    double value = std::numeric_limits<double>::quiet_NaN();
    if (column.type == ColumnType::numeric)
      value = column.numbers[rows[i]];
    else if (column.type == ColumnType::categorical && column.codes[rows[i]] >= 0)
      value = ofLabels[static_cast<std::size_t>(column.codes[rows[i]])];
    x(i, at) = std::isnan(value) ? fill : scaled(value, input.shift, input.scale);
  }
}

/// Index of the label that is written as each number, for a column of numbers.
std::unordered_map<double, std::size_t> labelsOfNumbers(const InputColumn& input) {
  std::unordered_map<double, std::size_t> indices;
  for (std::size_t i = 0; i < input.labels.size(); ++i)
    if (const std::optional<double> number = numberFrom(input.labels[i]))
      indices.emplace(static_cast<double>(static_cast<float>(*number)), i);
  return indices;
}

void writeLabels(const InputColumn& input, const Column& column,
                 std::span<const std::uint32_t> rows, Matrix& x, std::size_t at) {
  const std::size_t width = input.labels.size();
  const bool sane = input.fill >= 0.0 && input.fill < static_cast<double>(width);
  const std::size_t fill = sane ? static_cast<std::size_t>(input.fill) : 0;
  const std::vector<std::size_t> ofLabels = indicesOf(input, column);
  const auto ofNumbers = labelsOfNumbers(input);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::size_t index = noLabel;
    if (column.type == ColumnType::categorical && column.codes[rows[i]] >= 0)
      index = ofLabels[static_cast<std::size_t>(column.codes[rows[i]])];
    else if (column.type == ColumnType::numeric)
      if (const auto found = ofNumbers.find(column.numbers[rows[i]]); found != ofNumbers.end())
        index = found->second;
    x(i, at + (index == noLabel ? fill : index)) = 1.0f;
  }
}

} // namespace

float scaled(double value, double shift, double scale) {
  constexpr double limit = std::numeric_limits<float>::max();
  const double result = (value - shift) / scale;
  return std::isnan(result) ? 0.0f : static_cast<float>(std::clamp(result, -limit, limit));
}

Scale fitScale(std::span<const double> values, Scaling scaling) {
  if (values.empty() || scaling == Scaling::none) return {};
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  if (*low == *high) return {*low, 1.0};
  if (scaling == Scaling::minmax) return {*low, *high - *low};
  const double mean = meanOf(values);
  double squares = 0.0;
  for (double value : values) squares += (value - mean) * (value - mean);
  const double deviation = std::sqrt(squares / static_cast<double>(values.size()));
  return {mean, deviation > 0.0 ? deviation : 1.0};
}

std::size_t widthOf(const InputColumn& input) {
  return input.categorical ? input.labels.size() : 1;
}

void fitInput(InputColumn& input, const Column& column, std::span<const std::uint32_t> rows,
              Scaling scaling) {
  if (input.categorical)
    fitLabels(input, column, rows);
  else
    fitNumber(input, column, rows, scaling);
}

void writeInput(const InputColumn& input, const Column& column, std::span<const std::uint32_t> rows,
                Matrix& x, std::size_t at) {
  if (input.categorical)
    writeLabels(input, column, rows, x, at);
  else
    writeNumbers(input, column, rows, x, at);
}

} // namespace layerlab
