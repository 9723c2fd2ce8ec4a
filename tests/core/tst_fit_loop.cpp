#include "tests/core/fitproblem.h"
#include "tests/testmain.h"

#include <QTest>

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

using namespace layerlab;

namespace {
std::atomic<long> allocations{0};
} // namespace

// Counts the allocations of the whole program, the core library's included. The sanitizers watch
// operator new themselves.
#if !defined(LAYERLAB_SANITIZED)
namespace {
void* countedAllocation(std::size_t size, std::size_t alignment) {
  ++allocations;
  void* p = alignment > alignof(std::max_align_t)
                ? std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment)
                : std::malloc(size ? size : 1);
  if (!p) throw std::bad_alloc();
  return p;
}
} // namespace

// GCC sees free() below a replaced operator new and takes it for a mismatch; never inlined, so that
// it does not see it in the tests of a unity build either.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#endif
[[gnu::noinline]] void* operator new(std::size_t size) {
  return countedAllocation(size, 1);
}
[[gnu::noinline]] void* operator new(std::size_t size, std::align_val_t alignment) {
  return countedAllocation(size, static_cast<std::size_t>(alignment));
}
// libstdc++'s own temporaries and Qt ask this way; both ends must be ours.
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size ? size : 1);
}
[[gnu::noinline]] void operator delete(void* p, const std::nothrow_t&) noexcept {
  std::free(p);
}
[[gnu::noinline]] void operator delete(void* p) noexcept {
  std::free(p);
}
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept {
  std::free(p);
}
[[gnu::noinline]] void operator delete(void* p, std::align_val_t) noexcept {
  std::free(p);
}
[[gnu::noinline]] void operator delete(void* p, std::size_t, std::align_val_t) noexcept {
  std::free(p);
}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
#endif // LAYERLAB_SANITIZED

/// What the hot loop does to the program around it.
class TestFitLoop : public QObject {
  Q_OBJECT
private slots:
  void theLoopDoesNotAllocate_data();
  void theLoopDoesNotAllocate();
  void denormalModeComesBack();
};

void TestFitLoop::theLoopDoesNotAllocate_data() {
  QTest::addColumn<int>("units");
  QTest::addColumn<double>("dropout");
  QTest::newRow("narrow") << 6 << 0.0;
  QTest::newRow("dropout") << 30 << 0.3;
  QTest::newRow("wide") << 300 << 0.0;
}

/// As many allocations for 200 batches an epoch as for one.
void TestFitLoop::theLoopDoesNotAllocate() {
#if defined(LAYERLAB_SANITIZED)
  QSKIP("a sanitizer allocates in its own way");
#endif
  QFETCH(int, units);
  QFETCH(double, dropout);
  FitProblem p(200, 20);
  p.design.network.layers[0].units = units;
  LayerSpec second = p.design.network.layers[0];
  second.id = 9;
  p.design.network.layers.insert(p.design.network.layers.begin() + 1, second);
  if (dropout > 0.0) p.insertDropout(1, dropout);
  p.design.fit.epochs = 3;
  const auto count = [&](int batch) {
    p.design.fit.batchSize = batch;
    const long before = allocations;
    p.run();
    return allocations - before;
  };
  const long few = count(200);
  QVERIFY(few > 0);
  QCOMPARE(count(1), few);
}

void TestFitLoop::denormalModeComesBack() {
#if defined(__SSE__)
  const unsigned before = _mm_getcsr() & 0x8040U;
  FitProblem().run();
  QCOMPARE(_mm_getcsr() & 0x8040U, before);
  FitStepper stepper = FitProblem().stepper();
  stepper.advance();
  QCOMPARE(_mm_getcsr() & 0x8040U, before);
#else
  QSKIP("only on x86");
#endif
}

LAYERLAB_TEST(TestFitLoop, "fit_loop")
#include "tst_fit_loop.moc"
