#pragma once

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace layerlab {

/// While it lives, this thread takes numbers too small for full precision (denormals) as zero:
/// otherwise a training with vanishing gradients slows down many times. The former mode returns
/// at the end. Does nothing on other processors.
class FlushDenormals {
public:
#if defined(__SSE__)
  FlushDenormals() : m_before(_mm_getcsr()) {
    constexpr unsigned flushToZero = 0x8000;
    constexpr unsigned denormalsAreZero = 0x0040;
    _mm_setcsr(m_before | flushToZero | denormalsAreZero);
  }
  ~FlushDenormals() {
    _mm_setcsr(m_before);
  }
#else
  FlushDenormals() = default;
#endif
  FlushDenormals(const FlushDenormals&) = delete;
  FlushDenormals& operator=(const FlushDenormals&) = delete;

private:
  unsigned m_before = 0;
};

} // namespace layerlab
