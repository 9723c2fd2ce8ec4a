#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace layerlab {

/// A growing array without initialisation; large ones grow in place (realloc remaps their pages),
/// and pages never written cost nothing.
template <class T> class RawArray {
  static_assert(std::is_trivial_v<T>);

public:
  T* data() const { return m_data.get(); }
  T& operator[](std::size_t i) const { return m_data.get()[i]; }
  /// Throws std::bad_alloc; n > 0.
  void resize(std::size_t n) {
    void* grown = std::realloc(m_data.get(), n * sizeof(T));
    if (grown == nullptr) throw std::bad_alloc();
    static_cast<void>(m_data.release());
    m_data.reset(static_cast<T*>(grown));
  }
  void free() { m_data.reset(); }

private:
  struct Free {
    void operator()(T* data) const { std::free(data); }
  };
  std::unique_ptr<T, Free> m_data;
};

} // namespace layerlab
