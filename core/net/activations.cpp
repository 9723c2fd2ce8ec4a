#include "core/net/activations.h"

#include "core/net/vectormath.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace layerlab {
namespace {

using simd::lanes;
using simd::V;

constexpr float leakySlope = 0.2f;
constexpr double seluAlphaExact = 1.6732632423543772;
constexpr double seluScaleExact = 1.0507009873554805;
constexpr auto seluAlpha = static_cast<float>(seluAlphaExact);
constexpr auto seluScale = static_cast<float>(seluScaleExact);

/// e^z - 1 for z <= 0 without cancellation near 0: tanh(z/2) (e^z + 1).
V expm1(const V& z) {
  return simd::tanh(z * 0.5f) * (simd::exp(z) + 1.0f);
}

// Each function as f(z) and as a derivative from whichever of z and a gives it best.
struct Relu {
  static V value(const V& z) { return simd::atLeast(z, 0.0f); }
  static V slope(const V&, const V& a) { return a > 0.0f ? simd::splat(1.0f) : V{}; }
};
struct LeakyRelu {
  static V value(const V& z) { return z > 0.0f ? z : z * leakySlope; }
  static V slope(const V& z, const V&) {
    return z > 0.0f ? simd::splat(1.0f) : simd::splat(leakySlope);
  }
};
struct Elu {
  static V value(const V& z) { return z > 0.0f ? z : expm1(simd::atMost(z, 0.0f)); }
  static V slope(const V& z, const V&) {
    return z > 0.0f ? simd::splat(1.0f) : simd::exp(simd::atMost(z, 0.0f));
  }
};
struct Selu {
  static V value(const V& z) {
    const V scaled = z * seluScale;
    return z > 0.0f ? scaled : expm1(simd::atMost(z, 0.0f)) * (seluScale * seluAlpha);
  }
  static V slope(const V& z, const V&) {
    const V low = simd::exp(simd::atMost(z, 0.0f)) * (seluScale * seluAlpha);
    return z > 0.0f ? simd::splat(seluScale) : low;
  }
};
struct Sigmoid {
  static V value(const V& z) { return simd::sigmoid(z); }
  static V slope(const V&, const V& a) { return a * (1.0f - a); }
};
struct Tanh {
  static V value(const V& z) { return simd::tanh(z); }
  static V slope(const V&, const V& a) { return 1.0f - a * a; }
};
struct Softplus {
  static V value(const V& z) { return simd::softplus(z); }
  static V slope(const V& z, const V&) { return simd::sigmoid(z); }
};
struct Softsign {
  static V value(const V& z) { return z / (simd::abs(z) + 1.0f); }
  static V slope(const V& z, const V&) {
    const V whole = simd::abs(z) + 1.0f;
    return 1.0f / whole / whole;
  }
};
struct Gelu {
  static V value(const V& z) { return z * simd::normalCdf(z); }
  static V slope(const V& z, const V&) { return simd::normalCdf(z) + z * simd::normalPdf(z); }
};
struct Silu {
  static V value(const V& z) { return z * simd::sigmoid(z); }
  static V slope(const V& z, const V&) {
    const V s = simd::sigmoid(z);
    return s + z * s * (1.0f - s);
  }
};
struct HardSigmoid {
  static V value(const V& z) {
    return simd::atMost(simd::atLeast(z + 3.0f, 0.0f), 6.0f) * (1.0f / 6.0f);
  }
  static V slope(const V& z, const V&) {
    return simd::abs(z) < 3.0f ? simd::splat(1.0f / 6.0f) : V{};
  }
};
struct Exponential {
  static V value(const V& z) { return simd::exp(z); }
  static V slope(const V&, const V& a) { return a; }
};

template <class F>
void values(const float* z, float* a, std::size_t units, std::size_t columns, std::size_t stride) {
  for (std::size_t j = 0; j < units; ++j)
    for (std::size_t s = 0; s < columns; s += lanes)
      simd::store(a + j * stride + s, F::value(simd::load(z + j * stride + s)));
}

template <class F>
void slopes(const float* z, const float* a, float* d, std::size_t units, std::size_t columns,
            std::size_t stride) {
  for (std::size_t j = 0; j < units; ++j)
    for (std::size_t s = 0; s < columns; s += lanes) {
      const std::size_t at = j * stride + s;
      const V slope = F::slope(simd::load(z + at), simd::load(a + at));
      simd::store(d + at, simd::load(d + at) * slope);
    }
}

void softmax(const float* z, float* a, std::size_t units, std::size_t columns, std::size_t stride) {
  for (std::size_t s = 0; s < columns; s += lanes) {
    V largest = simd::load(z + s);
    for (std::size_t j = 1; j < units; ++j) {
      const V next = simd::load(z + j * stride + s);
      largest = next > largest ? next : largest;
    }
    V sum{};
    for (std::size_t j = 0; j < units; ++j) {
      const V e = simd::exp(simd::load(z + j * stride + s) - largest);
      simd::store(a + j * stride + s, e);
      sum += e;
    }
    for (std::size_t j = 0; j < units; ++j)
      simd::store(a + j * stride + s, simd::load(a + j * stride + s) / sum);
  }
}

void softmaxDerivative(const float* a, float* d, std::size_t units, std::size_t columns,
                       std::size_t stride) {
  for (std::size_t s = 0; s < columns; s += lanes) {
    V sum{};
    for (std::size_t j = 0; j < units; ++j)
      sum += simd::load(a + j * stride + s) * simd::load(d + j * stride + s);
    for (std::size_t j = 0; j < units; ++j) {
      const std::size_t at = j * stride + s;
      simd::store(d + at, simd::load(a + at) * (simd::load(d + at) - sum));
    }
  }
}

double sigmoidExact(double z) {
  return 1.0 / (1.0 + std::exp(-z));
}
double normalCdfExact(double z) {
  return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}
double normalPdfExact(double z) {
  return std::exp(-0.5 * z * z) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
}

} // namespace

void applyActivation(Activation activation, const float* z, float* a, std::size_t units,
                     std::size_t columns, std::size_t stride) {
  switch (activation) {
  case Activation::linear:
    for (std::size_t j = 0; j < units; ++j) std::copy_n(z + j * stride, columns, a + j * stride);
    return;
  case Activation::relu:
    return values<Relu>(z, a, units, columns, stride);
  case Activation::leakyRelu:
    return values<LeakyRelu>(z, a, units, columns, stride);
  case Activation::elu:
    return values<Elu>(z, a, units, columns, stride);
  case Activation::selu:
    return values<Selu>(z, a, units, columns, stride);
  case Activation::sigmoid:
    return values<Sigmoid>(z, a, units, columns, stride);
  case Activation::tanh:
    return values<Tanh>(z, a, units, columns, stride);
  case Activation::softplus:
    return values<Softplus>(z, a, units, columns, stride);
  case Activation::softsign:
    return values<Softsign>(z, a, units, columns, stride);
  case Activation::gelu:
    return values<Gelu>(z, a, units, columns, stride);
  case Activation::silu:
    return values<Silu>(z, a, units, columns, stride);
  case Activation::hardSigmoid:
    return values<HardSigmoid>(z, a, units, columns, stride);
  case Activation::exponential:
    return values<Exponential>(z, a, units, columns, stride);
  case Activation::softmax:
    return softmax(z, a, units, columns, stride);
  }
}

void applyDerivative(Activation activation, const float* z, const float* a, float* d,
                     std::size_t units, std::size_t columns, std::size_t stride) {
  switch (activation) {
  case Activation::linear:
    return;
  case Activation::relu:
    return slopes<Relu>(z, a, d, units, columns, stride);
  case Activation::leakyRelu:
    return slopes<LeakyRelu>(z, a, d, units, columns, stride);
  case Activation::elu:
    return slopes<Elu>(z, a, d, units, columns, stride);
  case Activation::selu:
    return slopes<Selu>(z, a, d, units, columns, stride);
  case Activation::sigmoid:
    return slopes<Sigmoid>(z, a, d, units, columns, stride);
  case Activation::tanh:
    return slopes<Tanh>(z, a, d, units, columns, stride);
  case Activation::softplus:
    return slopes<Softplus>(z, a, d, units, columns, stride);
  case Activation::softsign:
    return slopes<Softsign>(z, a, d, units, columns, stride);
  case Activation::gelu:
    return slopes<Gelu>(z, a, d, units, columns, stride);
  case Activation::silu:
    return slopes<Silu>(z, a, d, units, columns, stride);
  case Activation::hardSigmoid:
    return slopes<HardSigmoid>(z, a, d, units, columns, stride);
  case Activation::exponential:
    return slopes<Exponential>(z, a, d, units, columns, stride);
  case Activation::softmax:
    return softmaxDerivative(a, d, units, columns, stride);
  }
}

double activate(Activation activation, double z) {
  switch (activation) {
  case Activation::linear:
    return z;
  case Activation::relu:
    return z > 0.0 ? z : 0.0;
  case Activation::leakyRelu:
    return z > 0.0 ? z : 0.2 * z;
  case Activation::elu:
    return z > 0.0 ? z : std::expm1(z);
  case Activation::selu:
    return seluScaleExact * (z > 0.0 ? z : seluAlphaExact * std::expm1(z));
  case Activation::sigmoid:
    return sigmoidExact(z);
  case Activation::tanh:
    return std::tanh(z);
  case Activation::softplus:
    return std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z)));
  case Activation::softsign:
    return z / (1.0 + std::abs(z));
  case Activation::gelu:
    return z * normalCdfExact(z);
  case Activation::silu:
    return z * sigmoidExact(z);
  case Activation::hardSigmoid:
    return std::clamp(z + 3.0, 0.0, 6.0) / 6.0;
  case Activation::exponential:
    return std::exp(z);
  case Activation::softmax:
    break;
  }
  assert(false && "softmax is not element-wise");
  return z;
}

double activateDerivative(Activation activation, double z) {
  switch (activation) {
  case Activation::linear:
    return 1.0;
  case Activation::relu:
    return z > 0.0 ? 1.0 : 0.0;
  case Activation::leakyRelu:
    return z > 0.0 ? 1.0 : 0.2;
  case Activation::elu:
    return z > 0.0 ? 1.0 : std::exp(z);
  case Activation::selu:
    return seluScaleExact * (z > 0.0 ? 1.0 : seluAlphaExact * std::exp(z));
  case Activation::sigmoid:
    return sigmoidExact(z) * sigmoidExact(-z);
  case Activation::tanh:
    return 1.0 - std::tanh(z) * std::tanh(z);
  case Activation::softplus:
    return sigmoidExact(z);
  case Activation::softsign:
    return 1.0 / ((1.0 + std::abs(z)) * (1.0 + std::abs(z)));
  case Activation::gelu:
    return normalCdfExact(z) + z * normalPdfExact(z);
  case Activation::silu:
    return sigmoidExact(z) * (1.0 + z * sigmoidExact(-z));
  case Activation::hardSigmoid:
    return std::abs(z) < 3.0 ? 1.0 / 6.0 : 0.0;
  case Activation::exponential:
    return std::exp(z);
  case Activation::softmax:
    break;
  }
  assert(false && "softmax is not element-wise");
  return 1.0;
}

} // namespace layerlab
