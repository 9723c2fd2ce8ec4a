#pragma once

#include "core/fit/design.h"

#include <array>
#include <cassert>
#include <cstddef>
#include <initializer_list>

namespace layerlab {

/// One value per metric of a fit, in the order of FitSpec::metrics (which names none twice). Lies
/// where it is declared, without memory of its own: a fit writes two of these every epoch, a curve
/// has a million.
class MetricValues {
public:
  MetricValues() = default;
  MetricValues(std::initializer_list<double> values) {
    for (const double value : values) push_back(value);
  }

  std::size_t size() const { return m_size; }
  bool empty() const { return m_size == 0; }
  double operator[](std::size_t i) const { return m_values[i]; }
  double& operator[](std::size_t i) { return m_values[i]; }
  double front() const { return m_values[0]; }
  const double* begin() const { return m_values.data(); }
  const double* end() const { return m_values.data() + m_size; }
  double* begin() { return m_values.data(); }
  double* end() { return m_values.data() + m_size; }
  void push_back(double value) {
    assert(m_size < metricKinds);
    m_values[m_size++] = value;
  }
  void assign(std::size_t size, double value) {
    assert(size <= metricKinds);
    m_size = size;
    m_values.fill(0.0); // beyond size too: equality compares all
    for (double& one : *this) one = value;
  }
  bool operator==(const MetricValues&) const = default;

private:
  std::array<double, metricKinds> m_values{};
  std::size_t m_size = 0;
};

} // namespace layerlab
