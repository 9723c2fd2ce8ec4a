#include "tests/core/fitproblem.h"
#include "tests/testmain.h"

#include <QTest>

#include <cmath>
#include <optional>

using namespace layerlab;

namespace {

bool allWeightsFinite(const Weights& weights) {
  for (const LayerWeights& layer : weights) {
    for (const float w : layer.kernel.values)
      if (!std::isfinite(w)) return false;
    for (const float b : layer.bias)
      if (!std::isfinite(b)) return false;
  }
  return true;
}

} // namespace

/// Numbers that run away or are extreme.
class TestFitDivergence : public QObject {
  Q_OBJECT
private slots:
  void divergenceStopsInTheSameEpoch_data();
  void divergenceStopsInTheSameEpoch();
  void divergenceInTheFirstEpochKeepsTheInitialWeights();
  void extremeNumbersDoNotCrash_data();
  void extremeNumbersDoNotCrash();
};

void TestFitDivergence::divergenceStopsInTheSameEpoch_data() {
  QTest::addColumn<int>("epoch");
  QTest::newRow("second") << 2;
  QTest::newRow("fourth") << 4;
}

void TestFitDivergence::divergenceStopsInTheSameEpoch() {
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

void TestFitDivergence::divergenceInTheFirstEpochKeepsTheInitialWeights() {
  FitProblem p;
  p.design.fit.optimizer.learningRate = 1e30;
  p.design.fit.optimizer.kind = OptimizerKind::sgd;
  const FitResult result = p.run();
  QCOMPARE(result.end, FitEnd::diverged);
  QCOMPARE(result.divergedEpoch, 1);
  QVERIFY(result.history.epochs.empty());
  QVERIFY(result.weights == initialWeights(p.design.network, 5, p.design.fit.seed));
}

void TestFitDivergence::extremeNumbersDoNotCrash_data() {
  QTest::addColumn<float>("factor");
  QTest::addColumn<int>("activation");
  for (const float factor : {0.0f, 1e-45f, 1e-38f, 1e-20f, 1e10f, 1e30f, 3e38f})
    for (int activation = 0; activation < activationCount; ++activation)
      QTest::addRow("%g %s", static_cast<double>(factor),
                    kerasName(static_cast<Activation>(activation)))
          << factor << activation;
}

void TestFitDivergence::extremeNumbersDoNotCrash() {
  QFETCH(float, factor);
  QFETCH(int, activation);
  FitProblem p;
  for (float& x : p.data->xTrain.values) x *= factor;
  p.design.network.layers[0].activation = static_cast<Activation>(activation);
  const FitResult result = p.run();
  QVERIFY(allWeightsFinite(result.weights));
  for (const EpochRecord& record : result.history.epochs) {
    QVERIFY(std::isfinite(record.loss));
    QVERIFY(std::isfinite(record.trainLossEnd));
    QVERIFY(std::isfinite(*record.valLoss));
  }
  QCOMPARE(result.end == FitEnd::diverged, result.divergedEpoch > 0);
  QCOMPARE(result.history.epochs.size() == 5, result.end == FitEnd::completed);
}

LAYERLAB_TEST(TestFitDivergence, "fit_divergence")
#include "tst_fit_divergence.moc"
