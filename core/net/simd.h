#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

/// The widest vector the instruction set of this variant of the core has, by the compiler's own
/// vector extensions: the same source for SSE, AVX2 and AVX-512, no intrinsics.
namespace layerlab::simd {

#if defined(__AVX512F__)
inline constexpr std::size_t lanes = 16;
inline constexpr bool manyRegisters = true;
#elif defined(__AVX__)
inline constexpr std::size_t lanes = 8;
inline constexpr bool manyRegisters = false;
#else
inline constexpr std::size_t lanes = 4;
inline constexpr bool manyRegisters = false;
#endif

/// Before a loop of constant length over registers: unrolled early, so that the array it runs
/// over never goes through memory.
#if defined(__clang__)
#define LAYERLAB_UNROLL _Pragma("unroll")
#else
#define LAYERLAB_UNROLL _Pragma("GCC unroll 16")
#endif

template <std::size_t N> struct VectorOf {
  typedef float Float __attribute__((vector_size(N * sizeof(float))));
  typedef std::int32_t Int __attribute__((vector_size(N * sizeof(std::int32_t))));
  typedef std::uint32_t Unsigned __attribute__((vector_size(N * sizeof(std::uint32_t))));
};
using V = VectorOf<lanes>::Float;
using I = VectorOf<lanes>::Int;
using U = VectorOf<lanes>::Unsigned;

/// By memcpy, which compiles to one unaligned move and keeps the aliasing rules.
template <class T = V> inline T load(const float* from) {
  T v;
  std::memcpy(&v, from, sizeof v);
  return v;
}
template <class T> inline void store(float* to, const T& v) {
  std::memcpy(to, &v, sizeof v);
}
inline V splat(float c) {
  return V{} + c;
}

template <class To, class From> inline To bits(const From& from) {
  static_assert(sizeof(To) == sizeof(From));
  To to;
  std::memcpy(&to, &from, sizeof to);
  return to;
}

inline V abs(const V& x) {
  return bits<V>(bits<U>(x) & 0x7fffffffU);
}
/// |magnitude| with the sign of `sign`.
inline V copySign(const V& magnitude, const V& sign) {
  return bits<V>((bits<U>(magnitude) & 0x7fffffffU) | (bits<U>(sign) & 0x80000000U));
}
/// The second where the first is not greater, so that NaN in x stays.
inline V atLeast(const V& x, float low) {
  return x < low ? splat(low) : x;
}
inline V atMost(const V& x, float high) {
  return x > high ? splat(high) : x;
}

} // namespace layerlab::simd
