#include "core/net/losses.h"

#include "core/net/vectormath.h"

#include <algorithm>

namespace layerlab {
namespace {

using simd::lanes;
using simd::V;

constexpr float smallest = 1e-7f;
constexpr float largest = 1.0f - 1e-7f;

V clip(const V& p) {
  return simd::atMost(simd::atLeast(p, smallest), largest);
}
V sign(const V& e) {
  return e > 0.0f ? simd::splat(1.0f) : e < 0.0f ? simd::splat(-1.0f) : e;
}
/// Keras' clip passes the gradient inside the limits only.
V inside(const V& p, const V& slope) {
  return ((p >= smallest) & (p <= largest)) ? slope : V{};
}

// Losses that are a mean over outputs: value and slope for one output of one sample. `e` = a - y.
struct Squared {
  V value(const V&, const V& a, const V& y) const { return (a - y) * (a - y); }
  V slope(const V&, const V& a, const V& y) const { return (a - y) * 2.0f; }
};
struct Absolute {
  V value(const V&, const V& a, const V& y) const { return simd::abs(a - y); }
  V slope(const V&, const V& a, const V& y) const { return sign(a - y); }
};
struct Huber {
  float delta;
  V value(const V&, const V& a, const V& y) const {
    const V size = simd::abs(a - y);
    return size <= delta ? size * size * 0.5f : size * delta - 0.5f * delta * delta;
  }
  V slope(const V&, const V& a, const V& y) const {
    return simd::atMost(simd::atLeast(a - y, -delta), delta);
  }
};
struct BinaryLogits {
  // max(z, 0) - z y + ln(1 + e^-|z|); the slope is sigmoid(z) - y.
  V value(const V& z, const V&, const V& y) const {
    return simd::atLeast(z, 0.0f) - z * y + simd::log1p(simd::exp(-simd::abs(z)));
  }
  V slope(const V&, const V& a, const V& y) const { return a - y; }
};
struct BinaryProbabilities {
  V value(const V&, const V& a, const V& y) const {
    const V p = clip(a);
    return -(y * simd::log(p) + (1.0f - y) * simd::log(1.0f - p));
  }
  V slope(const V&, const V& a, const V& y) const {
    const V p = clip(a);
    return inside(a, (p - y) / (p * (1.0f - p)));
  }
};

template <class F> void meanValues(const F& f, const LossInput& in, float* out) {
  const float share = 1.0f / static_cast<float>(in.outputs);
  for (std::size_t s = 0; s < in.columns; s += lanes) {
    V sum{};
    for (std::size_t at = s; at < s + in.outputs * in.stride; at += in.stride)
      sum += f.value(simd::load(in.z + at), simd::load(in.a + at), simd::load(in.y + at));
    simd::store(out + s, sum * share);
  }
}

template <class F> void meanSlopes(const F& f, const LossInput& in, float scale, float* d) {
  const float share = scale / static_cast<float>(in.outputs);
  for (std::size_t s = 0; s < in.columns; s += lanes)
    for (std::size_t at = s; at < s + in.outputs * in.stride; at += in.stride) {
      const V slope = f.slope(simd::load(in.z + at), simd::load(in.a + at), simd::load(in.y + at));
      simd::store(d + at, slope * share);
    }
}

V columnSum(const float* values, const LossInput& in, std::size_t s) {
  V sum{};
  for (std::size_t j = 0; j < in.outputs; ++j) sum += simd::load(values + s + j * in.stride);
  return sum;
}

/// -sum_j y_j ln softmax(z)_j = sum_j y_j (ln sum e^(z - max) - (z_j - max)).
void categoricalFromLogits(const LossInput& in, float* out) {
  for (std::size_t s = 0; s < in.columns; s += lanes) {
    const std::size_t end = s + in.outputs * in.stride;
    V top = simd::load(in.z + s);
    for (std::size_t at = s + in.stride; at < end; at += in.stride) {
      const V z = simd::load(in.z + at);
      top = z > top ? z : top;
    }
    V sum{};
    for (std::size_t at = s; at < end; at += in.stride)
      sum += simd::exp(simd::load(in.z + at) - top);
    const V whole = simd::log(sum);
    V loss{};
    for (std::size_t at = s; at < end; at += in.stride) {
      const V y = simd::load(in.y + at);
      // 0 * infinity would be NaN: classes that are not meant count nothing.
      loss += y != 0.0f ? y * (whole - (simd::load(in.z + at) - top)) : V{};
    }
    simd::store(out + s, sum == sum ? loss : sum);
  }
}

void categoricalFromProbabilities(const LossInput& in, float* out) {
  for (std::size_t s = 0; s < in.columns; s += lanes) {
    const V whole = columnSum(in.a, in, s);
    V loss{};
    for (std::size_t at = s; at < s + in.outputs * in.stride; at += in.stride)
      loss -= simd::load(in.y + at) * simd::log(clip(simd::load(in.a + at) / whole));
    simd::store(out + s, loss);
  }
}

void categoricalSlopesFromLogits(const LossInput& in, float scale, float* d) {
  for (std::size_t s = 0; s < in.columns; s += lanes) {
    const V share = columnSum(in.y, in, s);
    for (std::size_t at = s; at < s + in.outputs * in.stride; at += in.stride)
      simd::store(d + at, (simd::load(in.a + at) * share - simd::load(in.y + at)) * scale);
  }
}

/// With p = a / S: dL/da_i = (g_i - sum_j g_j p_j) / S, g_j = -y_j / p_j inside the clip.
void categoricalSlopesFromProbabilities(const LossInput& in, float scale, float* d) {
  for (std::size_t s = 0; s < in.columns; s += lanes) {
    const V whole = columnSum(in.a, in, s);
    V mixed{};
    for (std::size_t at = s; at < s + in.outputs * in.stride; at += in.stride) {
      const V p = simd::load(in.a + at) / whole;
      const V g = inside(p, -simd::load(in.y + at) / p);
      mixed += g * p;
      simd::store(d + at, g);
    }
    for (std::size_t at = s; at < s + in.outputs * in.stride; at += in.stride)
      simd::store(d + at, (simd::load(d + at) - mixed) / whole * scale);
  }
}

} // namespace

LossRule lossRule(Loss loss, double huberDelta, Activation output) {
  const bool binary = loss == Loss::binaryCrossentropy && output == Activation::sigmoid;
  const bool categorical = loss == Loss::categoricalCrossentropy && output == Activation::softmax;
  return {loss, static_cast<float>(huberDelta), binary || categorical};
}

void sampleLosses(const LossRule& rule, const LossInput& in, float* out) {
  switch (rule.loss) {
  case Loss::mse:
    return meanValues(Squared{}, in, out);
  case Loss::mae:
    return meanValues(Absolute{}, in, out);
  case Loss::huber:
    return meanValues(Huber{rule.huberDelta}, in, out);
  case Loss::binaryCrossentropy:
    return rule.fromLogits ? meanValues(BinaryLogits{}, in, out)
                           : meanValues(BinaryProbabilities{}, in, out);
  case Loss::categoricalCrossentropy:
    return rule.fromLogits ? categoricalFromLogits(in, out) : categoricalFromProbabilities(in, out);
  }
}

double sumOf(const float* values, std::size_t columns) {
  constexpr std::size_t n = 4; // doubles a quarter of a cache line holds, and every vector unit has
  double sum[n] = {};
  for (std::size_t s = 0; s < columns; s += n)
    for (std::size_t i = 0; i < n; ++i) sum[i] += static_cast<double>(values[s + i]);
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

void lossGradient(const LossRule& rule, const LossInput& in, float scale, float* d) {
  switch (rule.loss) {
  case Loss::mse:
    return meanSlopes(Squared{}, in, scale, d);
  case Loss::mae:
    return meanSlopes(Absolute{}, in, scale, d);
  case Loss::huber:
    return meanSlopes(Huber{rule.huberDelta}, in, scale, d);
  case Loss::binaryCrossentropy:
    return rule.fromLogits ? meanSlopes(BinaryLogits{}, in, scale, d)
                           : meanSlopes(BinaryProbabilities{}, in, scale, d);
  case Loss::categoricalCrossentropy:
    return rule.fromLogits ? categoricalSlopesFromLogits(in, scale, d)
                           : categoricalSlopesFromProbabilities(in, scale, d);
  }
}

} // namespace layerlab
