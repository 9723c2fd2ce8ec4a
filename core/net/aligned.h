#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace layerlab {

inline constexpr std::size_t cacheLine = 64;                         ///< bytes
inline constexpr std::size_t lineFloats = cacheLine / sizeof(float); ///< widest vector, too

inline constexpr std::size_t roundUp(std::size_t n, std::size_t step) {
  return (n + step - 1) / step * step;
}

/// Allocates on cache lines, so that no vector load ever straddles two of them.
template <class T> struct AlignedAllocator {
  using value_type = T;
  AlignedAllocator() = default;
  template <class U> AlignedAllocator(const AlignedAllocator<U>&) {}
  T* allocate(std::size_t n) {
    return static_cast<T*>(::operator new(n * sizeof(T), std::align_val_t(cacheLine)));
  }
  void deallocate(T* p, std::size_t) { ::operator delete(p, std::align_val_t(cacheLine)); }
  bool operator==(const AlignedAllocator&) const { return true; }
};

/// Floats on cache lines; zero when made with a size.
using AlignedFloats = std::vector<float, AlignedAllocator<float>>;

} // namespace layerlab
