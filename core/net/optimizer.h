#pragma once

#include "core/net/aligned.h"
#include "core/net/network.h"
#include "core/net/rules.h"

#include <cstdint>
#include <span>

namespace layerlab {

/// Keras' update rules over the contiguous parameter buffer, one fused pass per step; Keras'
/// places of epsilon and order of operations (keras/src/optimizers), each stated in the source.
class LAYERLAB_API Optimizer {
public:
  Optimizer() = default;
  Optimizer(const OptimizerSpec& spec, const Network& network);

  /// One step: changes the parameters from their gradients (which clipnorm may scale).
  void step(std::span<float> parameters, std::span<float> gradients);

  double learningRate() const { return m_learningRate; }
  void setLearningRate(double rate) { m_learningRate = rate; }
  std::int64_t steps() const { return m_steps; }
  /// First and second moments (velocity, accumulator ...), laid out like the parameters; empty
  /// where the rule has none.
  std::span<const float> first() const { return m_first; }
  std::span<const float> second() const { return m_second; }

private:
  void clip(std::span<float> gradients) const;
  void sgd(std::span<float> w, std::span<const float> g);
  void rmsprop(std::span<float> w, std::span<const float> g);
  void adagrad(std::span<float> w, std::span<const float> g);
  void adam(std::span<float> w, std::span<const float> g, double decay);
  void nadam(std::span<float> w, std::span<const float> g);
  void adamax(std::span<float> w, std::span<const float> g);

  OptimizerSpec m_spec;
  double m_learningRate = 0.0;
  std::int64_t m_steps = 0;
  double m_beta1Power = 1.0; ///< beta1^steps
  double m_beta2Power = 1.0;
  double m_scheduleProduct = 1.0; ///< nadam: product of the momentum schedule so far
  double m_scheduleDecay = 1.0;   ///< nadam: 0.96^steps
  AlignedFloats m_first;
  AlignedFloats m_second;
  std::vector<Variable> m_variables;
};

} // namespace layerlab
