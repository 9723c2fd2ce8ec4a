#include "core/data/sketch.h"

#include "core/data/cells.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace layerlab {
namespace {

std::vector<float> present(const Column& column) {
  std::vector<float> values;
  values.reserve(column.numbers.size());
  for (const float value : column.numbers)
    if (!std::isnan(value)) values.push_back(value);
  return values;
}

void fillBins(ColumnSketch& out, const std::vector<float>& values, std::size_t bins) {
  out.bins.assign(bins, 0);
  const double width = out.high - out.low;
  for (const float value : values) {
    const double share = width > 0.0 ? (value - out.low) / width : 0.5;
    const double at =
        std::clamp(share * static_cast<double>(bins), 0.0, static_cast<double>(bins) - 1.0);
    ++out.bins[static_cast<std::size_t>(at)];
  }
}

double medianOf(std::vector<float>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (static_cast<double>(*middle) + *std::max_element(values.begin(), middle)) / 2.0;
}

double deviationOf(const std::vector<float>& values, double mean) {
  double squares = 0.0;
  for (const float value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size()));
}

void listNumbers(ColumnSketch& out, const std::vector<float>& values) {
  std::map<float, std::int64_t> counts;
  for (const float value : values) ++counts[value];
  for (const auto& [value, count] : counts) out.values.push_back({floatText(value), count});
}

void sketchNumbers(ColumnSketch& out, const Column& column, std::size_t bins,
                   const CancelToken& cancel) {
  std::vector<float> values = present(column);
  if (values.empty() || cancel.cancelled()) return;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  out.low = *low;
  out.high = *high;
  fillBins(out, values, bins);
  out.deviation = deviationOf(values, column.mean);
  if (column.distinct <= maxListedNumbers) listNumbers(out, values);
  if (!cancel.cancelled()) out.median = medianOf(values);
}

void sketchLabels(ColumnSketch& out, const Column& column) {
  std::vector<std::size_t> order(column.labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto more = [&](std::size_t a, std::size_t b) {
    return column.labelCounts[a] != column.labelCounts[b]
               ? column.labelCounts[a] > column.labelCounts[b]
               : column.labels[a] < column.labels[b];
  };
  const std::size_t listed = std::min(order.size(), maxListed);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(listed), order.end(),
                    more);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::int64_t count = column.labelCounts[order[i]];
    if (i < listed)
      out.values.push_back({column.labels[order[i]], count});
    else
      out.otherRows += count;
  }
}

} // namespace

ColumnSketch sketch(const Column& column, std::size_t bins, const CancelToken& cancel) {
  ColumnSketch out;
  if (column.type == ColumnType::numeric) sketchNumbers(out, column, bins, cancel);
  if (column.type == ColumnType::categorical) sketchLabels(out, column);
  return cancel.cancelled() ? ColumnSketch{} : out;
}

} // namespace layerlab
