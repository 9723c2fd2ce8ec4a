#include "core/net/optimizer.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

bool hasFirst(const OptimizerSpec& spec) {
  switch (spec.kind) {
  case OptimizerKind::sgd:
  case OptimizerKind::rmsprop:
    return spec.momentum > 0.0;
  case OptimizerKind::adagrad:
    return false;
  default:
    return true;
  }
}

} // namespace

Optimizer::Optimizer(const OptimizerSpec& spec, const Network& network)
    : m_spec(spec), m_learningRate(spec.learningRate), m_variables(network.variables()) {
  const std::size_t size = network.parameters().size();
  if (hasFirst(spec)) m_first.resize(size);
  if (spec.kind != OptimizerKind::sgd) m_second.resize(size);
  if (spec.kind == OptimizerKind::adagrad)
    for (const Variable& v : m_variables)
      std::fill_n(m_second.data() + v.offset, v.size, static_cast<float>(spec.initialAccumulator));
}

void Optimizer::step(std::span<float> w, std::span<float> g) {
  if (m_spec.clipnorm > 0.0) clip(g);
  ++m_steps;
  m_beta1Power *= m_spec.beta1;
  m_beta2Power *= m_spec.beta2;
  switch (m_spec.kind) {
  case OptimizerKind::sgd:
    return sgd(w, g);
  case OptimizerKind::rmsprop:
    return rmsprop(w, g);
  case OptimizerKind::adagrad:
    return adagrad(w, g);
  case OptimizerKind::adam:
    return adam(w, g, 0.0);
  case OptimizerKind::adamw:
    return adam(w, g, m_spec.weightDecay);
  case OptimizerKind::nadam:
    return nadam(w, g);
  case OptimizerKind::adamax:
    return adamax(w, g);
  }
}

/// Per variable: g := g clipnorm / max(|g|, clipnorm).
void Optimizer::clip(std::span<float> gradients) const {
  for (const Variable& v : m_variables) {
    const std::span<float> g = gradients.subspan(v.offset, v.size);
    double squares = 0.0;
    for (const float x : g) squares += static_cast<double>(x) * static_cast<double>(x);
    const double norm = std::sqrt(squares);
    if (!(norm > m_spec.clipnorm)) continue;
    const auto scale = static_cast<float>(m_spec.clipnorm / norm);
    for (float& x : g) x *= scale;
  }
}

// The loops below are written so that the compiler vectorises them: plain arrays that do not
// overlap, one operation order, no branch on data. Gaps of the buffer hold zeros; a zero gradient
// leaves a zero parameter zero under every rule.

/// w -= lr g; with momentum m := mu m - lr g, w += m; nesterov w += mu m - lr g with the new m.
void Optimizer::sgd(std::span<float> parameters, std::span<const float> gradients) {
  float* __restrict w = parameters.data();
  const float* __restrict g = gradients.data();
  float* __restrict m = m_first.data();
  const std::size_t n = parameters.size();
  const auto rate = static_cast<float>(m_learningRate);
  const auto mu = static_cast<float>(m_spec.momentum);
  if (m_first.empty()) {
    for (std::size_t i = 0; i < n; ++i) w[i] -= rate * g[i];
  } else if (m_spec.nesterov) {
    for (std::size_t i = 0; i < n; ++i) {
      const float change = rate * g[i];
      m[i] = mu * m[i] - change;
      w[i] += mu * m[i] - change;
    }
  } else {
    for (std::size_t i = 0; i < n; ++i) {
      m[i] = mu * m[i] - rate * g[i];
      w[i] += m[i];
    }
  }
}

/// v := rho v + (1 - rho) g^2, step = lr g / sqrt(v + eps): epsilon inside the root. With momentum
/// b := mu b + step, w -= b.
void Optimizer::rmsprop(std::span<float> parameters, std::span<const float> gradients) {
  float* __restrict w = parameters.data();
  const float* __restrict g = gradients.data();
  float* __restrict b = m_first.data();
  float* __restrict v = m_second.data();
  const std::size_t n = parameters.size();
  const auto rate = static_cast<float>(m_learningRate);
  const auto rho = static_cast<float>(m_spec.rho);
  const auto rest = static_cast<float>(1.0 - m_spec.rho);
  const auto epsilon = static_cast<float>(m_spec.epsilon);
  const auto mu = static_cast<float>(m_spec.momentum);
  if (m_first.empty()) {
    for (std::size_t i = 0; i < n; ++i) {
      v[i] = rho * v[i] + rest * (g[i] * g[i]);
      w[i] -= rate * g[i] / std::sqrt(v[i] + epsilon);
    }
  } else {
    for (std::size_t i = 0; i < n; ++i) {
      v[i] = rho * v[i] + rest * (g[i] * g[i]);
      b[i] = mu * b[i] + rate * g[i] / std::sqrt(v[i] + epsilon);
      w[i] -= b[i];
    }
  }
}

/// a := a + g^2 (from 0.1), w -= lr g / sqrt(a + eps).
void Optimizer::adagrad(std::span<float> parameters, std::span<const float> gradients) {
  float* __restrict w = parameters.data();
  const float* __restrict g = gradients.data();
  float* __restrict a = m_second.data();
  const std::size_t n = parameters.size();
  const auto rate = static_cast<float>(m_learningRate);
  const auto epsilon = static_cast<float>(m_spec.epsilon);
  for (std::size_t i = 0; i < n; ++i) {
    a[i] += g[i] * g[i];
    w[i] -= rate * g[i] / std::sqrt(a[i] + epsilon);
  }
}

/// adamw first takes w -= lr decay w. Then m += (g - m)(1 - b1), v += (g^2 - v)(1 - b2),
/// w -= lr sqrt(1 - b2^t) / (1 - b1^t) m / (sqrt v + eps).
void Optimizer::adam(std::span<float> parameters, std::span<const float> gradients, double decay) {
  float* __restrict w = parameters.data();
  const float* __restrict g = gradients.data();
  float* __restrict m = m_first.data();
  float* __restrict v = m_second.data();
  const std::size_t n = parameters.size();
  const auto rate =
      static_cast<float>(m_learningRate * std::sqrt(1.0 - m_beta2Power) / (1.0 - m_beta1Power));
  const auto rest1 = static_cast<float>(1.0 - m_spec.beta1);
  const auto rest2 = static_cast<float>(1.0 - m_spec.beta2);
  const auto epsilon = static_cast<float>(m_spec.epsilon);
  const auto shrink = static_cast<float>(m_learningRate * decay);
  for (std::size_t i = 0; i < n; ++i) {
    m[i] += (g[i] - m[i]) * rest1;
    v[i] += (g[i] * g[i] - v[i]) * rest2;
    w[i] = (w[i] - shrink * w[i]) - rate * m[i] / (std::sqrt(v[i]) + epsilon);
  }
}

/// u_t = b1 (1 - 0.5 0.96^t), P = prod u; w -= lr (u_{t+1} m / (1 - P u_{t+1}) +
/// (1 - u_t) g / (1 - P)) / (sqrt(v / (1 - b2^t)) + eps).
void Optimizer::nadam(std::span<float> parameters, std::span<const float> gradients) {
  float* __restrict w = parameters.data();
  const float* __restrict g = gradients.data();
  float* __restrict m = m_first.data();
  float* __restrict v = m_second.data();
  const std::size_t n = parameters.size();
  m_scheduleDecay *= 0.96;
  const double now = m_spec.beta1 * (1.0 - 0.5 * m_scheduleDecay);
  const double next = m_spec.beta1 * (1.0 - 0.5 * m_scheduleDecay * 0.96);
  m_scheduleProduct *= now;
  const auto ofMoment = static_cast<float>(next / (1.0 - m_scheduleProduct * next));
  const auto ofGradient = static_cast<float>((1.0 - now) / (1.0 - m_scheduleProduct));
  const auto ofSquare = static_cast<float>(1.0 / (1.0 - m_beta2Power));
  const auto rate = static_cast<float>(m_learningRate);
  const auto rest1 = static_cast<float>(1.0 - m_spec.beta1);
  const auto rest2 = static_cast<float>(1.0 - m_spec.beta2);
  const auto epsilon = static_cast<float>(m_spec.epsilon);
  for (std::size_t i = 0; i < n; ++i) {
    m[i] += (g[i] - m[i]) * rest1;
    v[i] += (g[i] * g[i] - v[i]) * rest2;
    const float mean = ofMoment * m[i] + ofGradient * g[i];
    w[i] -= rate * mean / (std::sqrt(v[i] * ofSquare) + epsilon);
  }
}

/// u := max(b2 u, |g|), w -= lr / (1 - b1^t) m / (u + eps).
void Optimizer::adamax(std::span<float> parameters, std::span<const float> gradients) {
  float* __restrict w = parameters.data();
  const float* __restrict g = gradients.data();
  float* __restrict m = m_first.data();
  float* __restrict u = m_second.data();
  const std::size_t n = parameters.size();
  const auto rate = static_cast<float>(m_learningRate / (1.0 - m_beta1Power));
  const auto rest1 = static_cast<float>(1.0 - m_spec.beta1);
  const auto beta2 = static_cast<float>(m_spec.beta2);
  const auto epsilon = static_cast<float>(m_spec.epsilon);
  for (std::size_t i = 0; i < n; ++i) {
    m[i] += (g[i] - m[i]) * rest1;
    const float faded = beta2 * u[i];
    const float size = std::abs(g[i]);
    u[i] = faded > size ? faded : size;
    w[i] -= rate * m[i] / (u[i] + epsilon);
  }
}

} // namespace layerlab
