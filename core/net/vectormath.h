#pragma once

#include "core/net/simd.h"

/// Elementary functions over vectors, 1 to 2 units in the last place, NaN in gives NaN out.
/// Polynomials: Cephes (Moshier) for exp and tanh, FreeBSD msun (e_logf.c) for log, Numerical
/// Recipes (erfcc) for erfc.
namespace layerlab::simd {

/// e^x; 0 below -104, infinity above 88.73.
inline V exp(const V& x) {
  const V limited = atMost(atLeast(x, -104.0f), 89.0f);
  const V magic = splat(12582912.0f); // 1.5 * 2^23: adding it rounds to a whole number
  const V shifted = limited * 1.44269504088896341f + magic;
  const V n = shifted - magic;
  const V r = (limited - n * 0.693359375f) - n * -2.12194440e-4f;
  V p = r * 1.9875691500e-4f + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  // 2^n in two factors, so that neither leaves the range of exponents.
  const I whole = bits<I>(bits<U>(shifted) - bits<U>(magic));
  const I half = whole >> 1;
  const U low = (bits<U>(half) + 127U) << 23;
  const U high = (bits<U>(whole) - bits<U>(half) + 127U) << 23;
  return p * bits<V>(low) * bits<V>(high);
}

/// ln x of positive normal numbers.
inline V log(const V& x) {
  const U from = bits<U>(x) - 0x3f3504f3U; // distance from sqrt(1/2)
  const I e = bits<I>(from) >> 23;
  const V f = bits<V>((from & 0x007fffffU) + 0x3f3504f3U) - 1.0f;
  const V s = f / (f + 2.0f);
  const V z = s * s;
  const V w = z * z;
  const V r = z * (w * 0.28498786688f + 0.66666662693f) + w * (w * 0.24279078841f + 0.40000972152f);
  const V h = f * f * 0.5f;
  const V k = __builtin_convertvector(e, V);
  const V y = s * (h + r) + k * 9.0580006145e-06f - h + f + k * 6.9313812256e-01f;
  return x == x ? y : x;
}

/// ln(1 + u) for u in [0, 1], as 2 artanh(u / (2 + u)).
inline V log1p(const V& u) {
  const V s = u / (u + 2.0f);
  const V z = s * s;
  V p = z * (1.0f / 15.0f) + 1.0f / 13.0f;
  p = p * z + 1.0f / 11.0f;
  p = p * z + 1.0f / 9.0f;
  p = p * z + 1.0f / 7.0f;
  p = p * z + 1.0f / 5.0f;
  p = p * z + 1.0f / 3.0f;
  const V twice = s + s;
  return twice * z * p + twice;
}

inline V sigmoid(const V& x) {
  return 1.0f / (exp(-x) + 1.0f);
}

inline V tanh(const V& x) {
  const V z = x * x;
  V p = z * -5.70498872745e-3f + 2.06390887954e-2f;
  p = p * z - 5.37397155531e-2f;
  p = p * z + 1.33314422036e-1f;
  p = p * z - 3.33332819422e-1f;
  const V small = p * z * x + x;
  const V size = abs(x);
  const V large = copySign(1.0f - 2.0f / (exp(size + size) + 1.0f), x);
  return size < 0.625f ? small : large;
}

/// ln(1 + e^x), stable at any magnitude.
inline V softplus(const V& x) {
  return atLeast(x, 0.0f) + log1p(exp(-abs(x)));
}

/// The normal distribution function, 0.5 erfc(-x / sqrt 2).
inline V normalCdf(const V& x) {
  const V z = abs(x) * 0.70710678118654752f;
  const V t = 1.0f / (z * 0.5f + 1.0f);
  V p = t * 0.17087277f - 0.82215223f;
  p = p * t + 1.48851587f;
  p = p * t - 1.13520398f;
  p = p * t + 0.27886807f;
  p = p * t - 0.18628806f;
  p = p * t + 0.09678418f;
  p = p * t + 0.37409196f;
  p = p * t + 1.00002368f;
  p = p * t - 1.26551223f;
  const V tail = t * exp(p - z * z) * 0.5f;
  return x > 0.0f ? 1.0f - tail : tail;
}

/// The normal density.
inline V normalPdf(const V& x) {
  return exp(x * x * -0.5f) * 0.39894228040143268f;
}

} // namespace layerlab::simd
