#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace layerlab {

/// Asks for pages of 2 MB instead of 4 KB below a large array about to be written: touching each
/// page for the first time was a sixth of the time of reading a table. Only a wish, so that the
/// pages at both ends may hold something else, too.
inline void preferHugePages(void* data, std::size_t bytes) {
  constexpr std::uintptr_t page = std::uintptr_t{2} << 20;
  const auto start = reinterpret_cast<std::uintptr_t>(data);
  if (bytes < page) return;
  const std::uintptr_t from = start / page * page;
  const std::uintptr_t to = (start + bytes + page - 1) / page * page;
  (void)::madvise(static_cast<char*>(data) - (start - from), to - from, MADV_HUGEPAGE);
}

/// A growing array without initialisation; large ones with a mapping of their own grow in place
/// (realloc remaps their pages). Fresh pages cost nothing until they are written.
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
    preferHugePages(grown, n * sizeof(T));
  }
  void free() { m_data.reset(); }

private:
  struct Free {
    void operator()(T* data) const { std::free(data); }
  };
  std::unique_ptr<T, Free> m_data;
};

} // namespace layerlab
