#include "core/fit/stepper.h"

namespace layerlab {

std::span<const std::uint32_t> FitStepper::rowsOf(int batch) const {
  if (batch < 1 || batch > m_batches) return {};
  const auto size = std::min(static_cast<std::size_t>(m_design->fit.batchSize), m_order.size());
  const std::size_t first = static_cast<std::size_t>(batch - 1) * size;
  return std::span(m_order).subspan(first, std::min(size, m_order.size() - first));
}

std::span<const std::uint32_t> FitStepper::batchRows() const {
  return rowsOf(m_batch);
}

double FitStepper::runningLoss() const {
  return m_sums.rows > 0.0 ? m_sums.loss / m_sums.rows : 0.0;
}

Matrix FitStepper::x() const {
  return toMatrix(m_work.cache.x.data(), m_network.inputs(), m_work.cache.samples,
                  m_work.cache.stride);
}

Matrix FitStepper::y() const {
  return toMatrix(m_work.y.data(), m_network.outputs(), m_work.cache.samples, m_work.cache.stride);
}

Matrix FitStepper::layerInput(std::size_t layer) const {
  return toMatrix(m_work.cache.input(layer), m_network.layers()[layer].shape.inputs,
                  m_work.cache.samples, m_work.cache.stride);
}

Matrix FitStepper::z(std::size_t layer) const {
  return toMatrix(m_work.cache.layers[layer].z.data(), m_network.layers()[layer].shape.units,
                  m_work.cache.samples, m_work.cache.stride);
}

Matrix FitStepper::a(std::size_t layer) const {
  return toMatrix(m_work.cache.layers[layer].output(), m_network.layers()[layer].shape.units,
                  m_work.cache.samples, m_work.cache.stride);
}

Matrix FitStepper::delta(std::size_t layer) const {
  return toMatrix(m_work.gradients.dz[layer].data(), m_network.layers()[layer].shape.units,
                  m_work.cache.samples, m_work.cache.stride);
}

Matrix FitStepper::dropoutMask(std::size_t layer) const {
  const AlignedFloats& mask = m_work.cache.layers[layer].mask;
  if (mask.empty()) return {};
  return toMatrix(mask.data(), m_network.layers()[layer].shape.inputs, m_work.cache.samples,
                  m_work.cache.stride);
}

std::vector<float> FitStepper::rowLosses() const {
  const float* values = m_work.rowLosses.data();
  return {values, values + m_work.cache.samples};
}

Weights FitStepper::firstMoment() const {
  return m_optimizer.first().empty() ? Weights{} : m_network.weightsFrom(m_optimizer.first());
}

Weights FitStepper::secondMoment() const {
  return m_optimizer.second().empty() ? Weights{} : m_network.weightsFrom(m_optimizer.second());
}

Weights FitStepper::finiteWeights() const {
  return m_network.finite() ? m_network.weights() : m_network.weightsFrom(m_kept.lastGood);
}

} // namespace layerlab
