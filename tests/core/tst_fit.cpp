#include "tests/core/fitproblem.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <utility>

using namespace layerlab;

/// One fit: its seed, its control from outside, its stages.
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
  // A pause that is only claimed, far longer than the whole fit: what is left is below zero.
  control.checkpoint = [](const FitStepper& now) { return now.steps() == 1 ? 1e6 : 0.0; };
  QVERIFY(p.run(control).seconds < 0.0);
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

void TestFit::nothingLearnsFromAnEmptyPart() {
  FitProblem p(0, 3);
  QVERIFY(!runFit(p.design, *p.data).has_value());
}

LAYERLAB_TEST(TestFit, "fit")
#include "tst_fit.moc"
