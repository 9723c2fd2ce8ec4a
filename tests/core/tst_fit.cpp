#include "tests/core/fitproblem.h"
#include "tests/testmain.h"

#include <QTest>

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

#include <atomic>
#include <cstdlib>
#include <limits>
#include <new>

using namespace layerlab;

// Counts the allocations of the whole program, the core library's included.
namespace {
std::atomic<long> allocations{0};

void* counted(std::size_t size, std::size_t alignment) {
  ++allocations;
  void* p = alignment > alignof(std::max_align_t)
                ? std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment)
                : std::malloc(size ? size : 1);
  if (!p) throw std::bad_alloc();
  return p;
}
} // namespace

// GCC sees free() below a replaced operator new and takes it for a mismatch.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#endif
void* operator new(std::size_t size) {
  return counted(size, 1);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return counted(size, static_cast<std::size_t>(alignment));
}
// libstdc++'s own temporaries and Qt ask this way; both ends must be ours.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size ? size : 1);
}
void operator delete(void* p, const std::nothrow_t&) noexcept {
  std::free(p);
}
void operator delete(void* p) noexcept {
  std::free(p);
}
void operator delete(void* p, std::size_t) noexcept {
  std::free(p);
}
void operator delete(void* p, std::align_val_t) noexcept {
  std::free(p);
}
void operator delete(void* p, std::size_t, std::align_val_t) noexcept {
  std::free(p);
}

namespace {

bool finite(const Weights& weights) {
  for (const LayerWeights& layer : weights) {
    for (const float w : layer.kernel.values)
      if (!std::isfinite(w)) return false;
    for (const float b : layer.bias)
      if (!std::isfinite(b)) return false;
  }
  return true;
}

/// A history with these val_losses, through the stopper; returns the epoch it stopped at (0: none)
/// and the epoch whose weights were kept last.
std::pair<int, int> stopAt(const EarlyStopping& spec, const std::vector<double>& values) {
  EarlyStopper stopper(spec);
  int kept = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int epoch = static_cast<int>(i) + 1;
    const auto verdict = stopper.epochDone(values[i], epoch);
    if (verdict.best) kept = epoch;
    if (verdict.stop) return {epoch, kept};
  }
  return {0, kept};
}

} // namespace

class TestFit : public QObject {
  Q_OBJECT
private slots:
  void sameSeedSameBits();
  void otherSeedOtherBits();
  void cancelIsSeenAfterEveryBatch();
  void cancelledWeightsAreThoseOfTheBatch();
  void snapshotsCarryTheWeightsOfNow();
  void learningRateMayChangeBetweenEpochs();
  void pausesAreNotCounted();
  void stagesDoneOneByOneGiveTheSameBits();
  void divergenceStopsInTheSameEpoch_data();
  void divergenceStopsInTheSameEpoch();
  void divergenceInTheFirstEpochKeepsTheInitialWeights();
  void extremeNumbersDoNotCrash_data();
  void extremeNumbersDoNotCrash();
  void theLoopDoesNotAllocate_data();
  void theLoopDoesNotAllocate();
  void denormalModeComesBack();
  void earlyStoppingFollowsKeras();
  void bestWeightsComeBackEvenWithoutStopping();
  void plateauLowersTheLearningRate();
  void callbackOnAMissingNumberDoesNothing();
  void accuracyCountsHalfAsClassOne();
  void argmaxDecidesForSeveral();
  void trainLossEndMayBeLeftOut();
  void validationHasItsOwnPenalty();
  void predictTakesAnyNumberOfRows();
  void baselineIsTheBestConstant();
  void nothingLearnsFromAnEmptyPart();
};

void TestFit::sameSeedSameBits() {
  FitProblem p;
  p.insertDropout(1, 0.2);
  const FitResult a = p.run();
  const FitResult b = p.run();
  QVERIFY(a.weights == b.weights);
  QVERIFY(timeless(a.history) == timeless(b.history));
}

void TestFit::otherSeedOtherBits() {
  FitProblem p;
  const FitResult a = p.run();
  p.design.fit.seed = 8;
  QVERIFY(a.weights != p.run().weights);
}

void TestFit::cancelIsSeenAfterEveryBatch() {
  FitProblem p; // 7 batches per epoch
  for (int stopAfter = 1; stopAfter <= 16; ++stopAfter) {
    FitControl control;
    control.checkpoint = [&](const FitStepper& stepper) {
      if (stepper.steps() == stopAfter) control.cancel.cancel();
      return 0.0;
    };
    const FitResult result = p.run(control);
    QCOMPARE(result.end, FitEnd::cancelled);
    QCOMPARE(result.steps, std::int64_t{stopAfter});
    QCOMPARE(result.history.epochs.size(), static_cast<std::size_t>((stopAfter - 1) / 7));
  }
}

void TestFit::cancelledWeightsAreThoseOfTheBatch() {
  FitProblem p;
  FitStepper stepper = p.stepper();
  while (stepper.steps() < 10) stepper.advance();
  FitControl control;
  control.checkpoint = [&](const FitStepper& now) {
    if (now.steps() == 10) control.cancel.cancel();
    return 0.0;
  };
  QVERIFY(p.run(control).weights == stepper.weights());
}

void TestFit::snapshotsCarryTheWeightsOfNow() {
  FitProblem p;
  FitControl control;
  int asked = 0;
  std::vector<std::pair<int, Weights>> shots;
  control.wantsSnapshot = [&] { return ++asked == 9; };
  control.snapshot = [&](const Weights& weights, int epoch) { shots.emplace_back(epoch, weights); };
  p.run(control);
  QCOMPARE(asked, 35);
  QCOMPARE(shots.size(), std::size_t{1});
  QCOMPARE(shots[0].first, 2);
  FitStepper stepper = p.stepper();
  while (stepper.steps() < 9) stepper.advance();
  QVERIFY(shots[0].second == stepper.weights());
}

void TestFit::learningRateMayChangeBetweenEpochs() {
  FitProblem p;
  FitControl control;
  int asked = 0;
  control.learningRate = [&]() -> std::optional<double> {
    if (++asked == 3) return 0.5;
    return std::nullopt;
  };
  const FitResult result = p.run(control);
  QCOMPARE(asked, 5);
  QCOMPARE(result.history.epochs[1].learningRate, 0.01);
  QCOMPARE(result.history.epochs[2].learningRate, 0.5);
  QCOMPARE(result.history.epochs[4].learningRate, 0.5);
  QVERIFY(result.weights != p.run().weights);
}

void TestFit::pausesAreNotCounted() {
  FitProblem p;
  FitControl control;
  bool first = true;
  control.checkpoint = [&](const FitStepper&) {
    if (!first) return 0.0;
    first = false;
    const auto start = std::chrono::steady_clock::now();
    const auto until = start + std::chrono::milliseconds(300);
    while (std::chrono::steady_clock::now() < until) {
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  QVERIFY(p.run(control).seconds < 0.25);
}

void TestFit::stagesDoneOneByOneGiveTheSameBits() {
  FitProblem p;
  p.insertDropout(1, 0.2);
  FitControl control;
  std::vector<FitStage> stages;
  control.stageByStage = [] { return true; };
  control.checkpoint = [&](const FitStepper& stepper) {
    stages.push_back(stepper.next());
    return 0.0;
  };
  const FitResult slow = p.run(control);
  const FitResult fast = p.run();
  QVERIFY(slow.weights == fast.weights);
  QVERIFY(timeless(slow.history) == timeless(fast.history));
  const std::vector<FitStage> start{FitStage::batch,    FitStage::predict, FitStage::measure,
                                    FitStage::gradient, FitStage::update,  FitStage::batch};
  QVERIFY(std::equal(start.begin(), start.end(), stages.begin()));
}

void TestFit::divergenceStopsInTheSameEpoch_data() {
  QTest::addColumn<int>("epoch");
  QTest::newRow("second") << 2;
  QTest::newRow("fourth") << 4;
}

void TestFit::divergenceStopsInTheSameEpoch() {
  QFETCH(int, epoch);
  FitProblem p;
  FitControl control;
  int asked = 0;
  control.learningRate = [&]() -> std::optional<double> { return ++asked == epoch ? 1e30 : 0.01; };
  p.design.fit.optimizer.kind = OptimizerKind::sgd;
  FitProblem shorter = p;
  shorter.design.fit.epochs = epoch - 1;
  const FitResult result = p.run(control);
  QCOMPARE(result.end, FitEnd::diverged);
  QCOMPARE(result.divergedEpoch, epoch);
  QCOMPARE(result.history.epochs.size(), static_cast<std::size_t>(epoch - 1));
  QVERIFY(result.weights == shorter.run().weights);
}

void TestFit::divergenceInTheFirstEpochKeepsTheInitialWeights() {
  FitProblem p;
  p.design.fit.optimizer.learningRate = 1e30;
  p.design.fit.optimizer.kind = OptimizerKind::sgd;
  const FitResult result = p.run();
  QCOMPARE(result.end, FitEnd::diverged);
  QCOMPARE(result.divergedEpoch, 1);
  QVERIFY(result.history.epochs.empty());
  QVERIFY(result.weights == initialWeights(p.design.network, 5, p.design.fit.seed));
}

void TestFit::extremeNumbersDoNotCrash_data() {
  QTest::addColumn<float>("factor");
  QTest::addColumn<int>("activation");
  for (const float factor : {0.0f, 1e-45f, 1e-38f, 1e-20f, 1e10f, 1e30f, 3e38f})
    for (int activation = 0; activation < activationCount; ++activation)
      QTest::addRow("%g %s", static_cast<double>(factor),
                    kerasName(static_cast<Activation>(activation)))
          << factor << activation;
}

void TestFit::extremeNumbersDoNotCrash() {
  QFETCH(float, factor);
  QFETCH(int, activation);
  FitProblem p;
  for (float& x : p.data->xTrain.values) x *= factor;
  p.design.network.layers[0].activation = static_cast<Activation>(activation);
  const FitResult result = p.run();
  QVERIFY(finite(result.weights));
  for (const EpochRecord& record : result.history.epochs) {
    QVERIFY(std::isfinite(record.loss));
    QVERIFY(std::isfinite(record.trainLossEnd));
    QVERIFY(std::isfinite(*record.valLoss));
  }
  QCOMPARE(result.end == FitEnd::diverged, result.divergedEpoch > 0);
  QCOMPARE(result.history.epochs.size() == 5, result.end == FitEnd::completed);
}

void TestFit::theLoopDoesNotAllocate_data() {
  QTest::addColumn<int>("units");
  QTest::addColumn<double>("dropout");
  QTest::newRow("narrow") << 6 << 0.0;
  QTest::newRow("dropout") << 30 << 0.3;
  QTest::newRow("wide") << 300 << 0.0;
}

/// As many allocations for 200 batches an epoch as for one.
void TestFit::theLoopDoesNotAllocate() {
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

void TestFit::denormalModeComesBack() {
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

void TestFit::earlyStoppingFollowsKeras() {
  EarlyStopping spec;
  using Values = std::vector<double>;
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  QCOMPARE(stopAt(spec, Values{3, 2, 1, 1}), std::make_pair(4, 3)); // equal is no improvement
  QCOMPARE(stopAt(spec, Values{nan, 2, 3}), std::make_pair(3, 2));  // not at the first epoch
  spec.patience = 2;
  QCOMPARE(stopAt(spec, Values{3, 4, 2, 5, 1, 6, 7, 0}), std::make_pair(7, 5));
  QCOMPARE(stopAt(spec, Values{3, nan, nan}), std::make_pair(3, 1));
  spec.minDelta = 0.5;
  QCOMPARE(stopAt(spec, Values{3, 2.75, 2.625, 1}), std::make_pair(3, 1));
  spec = EarlyStopping{"val_accuracy", 1, 0.0, false};
  QCOMPARE(stopAt(spec, Values{0.5, 0.6, 0.6}), std::make_pair(3, 2));
}

void TestFit::bestWeightsComeBackEvenWithoutStopping() {
  FitProblem p;
  p.design.fit.epochs = 12;
  p.design.fit.optimizer.learningRate = 0.3; // jumps about, so the last epoch is not the best
  p.design.fit.earlyStopping = EarlyStopping{"val_loss", 50, 0.0, true};
  const FitResult result = p.run();
  QCOMPARE(result.end, FitEnd::completed);
  const std::size_t best = result.history.bestEpoch().value();
  QVERIFY(best + 1 < result.history.epochs.size());
  const Evaluation again = evaluate(p.design.network, p.design.fit, result.weights,
                                    p.data->xValidation, p.data->yValidation);
  QCOMPARE(again.loss, *result.history.epochs[best].valLoss);

  p.design.fit.earlyStopping->patience = 1;
  const FitResult stopped = p.run();
  QCOMPARE(stopped.end, FitEnd::stoppedEarly);
  QVERIFY(stopped.history.epochs.size() < 12);
}

void TestFit::plateauLowersTheLearningRate() {
  ReduceLrOnPlateau spec;
  spec.factor = 0.5;
  spec.patience = 2;
  spec.cooldown = 1;
  spec.minLearningRate = 0.3;
  PlateauWatcher watcher(spec);
  double rate = 1.0;
  std::vector<double> rates;
  for (const double loss : {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.49995, 0.49995, 0.5}) {
    rate = watcher.epochDone(loss, rate);
    rates.push_back(rate);
  }
  // Two waits halve it at the third; the fourth cools down, waiting again from itself on; the
  // floor holds at 0.3; a step below min_delta is no improvement.
  QCOMPARE(rates, (std::vector<double>{1, 1, 0.5, 0.5, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3}));

  FitProblem p;
  p.design.fit.reduceLr = ReduceLrOnPlateau{"loss", 0.1, 1, 1e9, 0, 0.0};
  const FitResult result = p.run();
  QCOMPARE(result.history.epochs[1].learningRate, 0.01);
  QCOMPARE(result.history.epochs[2].learningRate, 0.001);
}

void TestFit::callbackOnAMissingNumberDoesNothing() {
  FitProblem p(50, 0); // no validation
  p.design.fit.earlyStopping = EarlyStopping{};
  p.design.fit.reduceLr = ReduceLrOnPlateau{};
  const FitResult result = p.run();
  QCOMPARE(result.end, FitEnd::completed);
  QVERIFY(!result.history.epochs[0].valLoss.has_value());
}

void TestFit::accuracyCountsHalfAsClassOne() {
  LayerSpec layer;
  layer.units = 1;
  Weights weights(1);
  weights[0].kernel = Matrix(1, 1);
  weights[0].kernel(0, 0) = 1.0f;
  weights[0].bias = {0.0f};
  Matrix x(4, 1);
  x.values = {0.5f, 0.4999f, 0.5f, 2.0f};
  Matrix y(4, 1);
  y.values = {1.0f, 0.0f, 0.0f, 1.0f};
  FitSpec fit;
  fit.metrics = {Metric::accuracy, Metric::mse};
  const Evaluation result = evaluate(NetworkSpec{{layer}}, fit, weights, x, y);
  QCOMPARE(result.metrics[0], 0.75);
  QVERIFY(std::abs(result.metrics[1] - result.loss) < 1e-6);
}

void TestFit::argmaxDecidesForSeveral() {
  LayerSpec layer;
  layer.units = 3;
  layer.useBias = false;
  Weights weights(1);
  weights[0].kernel = Matrix(3, 3);
  for (std::size_t i = 0; i < 3; ++i) weights[0].kernel(i, i) = 1.0f;
  Matrix x(3, 3);
  x.values = {0.2f, 0.5f, 0.3f, 0.4f, 0.4f, 0.2f, 0.0f, 0.1f, 0.9f};
  Matrix y(3, 3);
  y.values = {0, 1, 0, 1, 0, 0, 0, 1, 0}; // hit, hit (the first of equals), miss
  FitSpec fit;
  fit.metrics = {Metric::accuracy};
  const Evaluation result = evaluate(NetworkSpec{{layer}}, fit, weights, x, y);
  QVERIFY(std::abs(result.metrics[0] - 2.0 / 3.0) < 1e-12);
}

void TestFit::trainLossEndMayBeLeftOut() {
  FitProblem p;
  FitControl control;
  const FitResult with = p.run(control);
  control.measureTrainLossEnd = false;
  const FitResult without = p.run(control);
  QVERIFY(with.weights == without.weights);
  QVERIFY(with.history.epochs[0].trainLossEnd != with.history.epochs[0].loss);
  QCOMPARE(without.history.epochs[0].trainLossEnd, without.history.epochs[0].loss);
}

void TestFit::validationHasItsOwnPenalty() {
  FitProblem p;
  p.design.network.layers[0].kernelRegularizer = {0.0, 0.1};
  p.design.network.layers[1].biasRegularizer = {0.2, 0.0};
  const FitResult result = p.run();
  double penalty = 0.0;
  for (const float w : result.weights[0].kernel.values)
    penalty += 0.1 * static_cast<double>(w) * static_cast<double>(w);
  penalty += 0.2 * std::abs(static_cast<double>(result.weights[1].bias[0]));
  FitProblem plain;
  const Evaluation bare = evaluate(plain.design.network, p.design.fit, result.weights,
                                   p.data->xValidation, p.data->yValidation);
  QVERIFY(std::abs(*result.history.epochs.back().valLoss - bare.loss - penalty) < 1e-9);
}

void TestFit::predictTakesAnyNumberOfRows() {
  FitProblem p(600, 0);
  const Weights weights = initialWeights(p.design.network, 5, 1);
  const Matrix all = predict(p.design.network, weights, p.data->xTrain);
  QCOMPARE(all.rows, std::size_t{600});
  for (const std::size_t row : {0U, 255U, 256U, 511U, 599U}) {
    Matrix one(1, 5);
    std::copy_n(p.data->xTrain.row(row).begin(), 5, one.values.begin());
    QCOMPARE(predict(p.design.network, weights, one)(0, 0), all(row, 0));
  }
  QCOMPARE(predict(p.design.network, weights, Matrix(0, 5)).rows, std::size_t{0});
}

void TestFit::baselineIsTheBestConstant() {
  Matrix y(4, 1);
  y.values = {1.0f, 1.0f, 1.0f, 5.0f};
  FitSpec fit;
  QCOMPARE(baselineLoss(fit, y, y), 3.0); // variance around 2
  fit.loss = Loss::mae;
  QCOMPARE(baselineLoss(fit, y, y), 1.0); // around the median 1
  fit.loss = Loss::binaryCrossentropy;
  y.values = {1.0f, 0.0f, 0.0f, 0.0f};
  const double entropy = -(0.25 * std::log(0.25) + 0.75 * std::log(0.75));
  QVERIFY(std::abs(baselineLoss(fit, y, y) - entropy) < 1e-6);
  QCOMPARE(baselineLoss(fit, y, Matrix(0, 1)), 0.0);
}

void TestFit::nothingLearnsFromAnEmptyPart() {
  FitProblem p(0, 3);
  QVERIFY(!runFit(p.design, *p.data).has_value());
}

LAYERLAB_TEST(TestFit, "fit")
#include "tst_fit.moc"
