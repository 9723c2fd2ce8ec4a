#include "core/base/variant.h"

namespace layerlab {

const char* coreVariant() {
#if defined(__AVX512F__) && defined(__AVX512VL__)
  return "x86-64-v4";
#elif defined(__AVX2__) && defined(__FMA__)
  return "x86-64-v3";
#else
  return "baseline";
#endif
}

} // namespace layerlab
