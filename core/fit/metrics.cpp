#include "core/fit/metrics.h"

#include <cmath>

namespace layerlab {
namespace {

constexpr float cutOff = 0.5f;

double binaryHits(const MetricInput& in) {
  int hits = 0;
  for (std::size_t s = 0; s < in.samples; ++s) hits += (in.a[s] >= cutOff) == (in.y[s] >= cutOff);
  return hits;
}

std::size_t largest(const float* values, const MetricInput& in) {
  std::size_t best = 0;
  for (std::size_t j = 1; j < in.outputs; ++j)
    if (values[j * in.stride] > values[best * in.stride]) best = j;
  return best;
}

double categoricalHits(const MetricInput& in) {
  int hits = 0;
  for (std::size_t s = 0; s < in.samples; ++s)
    hits += largest(in.a + s, in) == largest(in.y + s, in);
  return hits;
}

template <class F> double errorSum(const MetricInput& in, const F& f) {
  double sum = 0.0;
  for (std::size_t j = 0; j < in.outputs; ++j)
    for (std::size_t s = j * in.stride; s < j * in.stride + in.samples; ++s)
      sum += f(static_cast<double>(in.a[s]) - static_cast<double>(in.y[s]));
  return sum / static_cast<double>(in.outputs);
}

} // namespace

double metricSum(Metric metric, const MetricInput& in) {
  switch (metric) {
  case Metric::accuracy:
    return in.outputs == 1 ? binaryHits(in) : categoricalHits(in);
  case Metric::mae:
    return errorSum(in, [](double e) { return std::abs(e); });
  case Metric::mse:
    return errorSum(in, [](double e) { return e * e; });
  }
  return 0.0;
}

} // namespace layerlab
