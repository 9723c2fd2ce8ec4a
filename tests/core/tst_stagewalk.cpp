#include "tests/core/fitproblem.h"
#include "tests/testmain.h"

#include "core/fit/snapshots.h"
#include "core/insight/spelled.h"
#include "core/insight/stagewalk.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace layerlab;

namespace {

StageWalk walkOf(const FitProblem& p) {
  return StageWalk::create(p.design, p.data).value();
}

/// "… = 0.42" -> 0.42
double resultOf(const std::string& text) {
  return QString::fromStdString(text).section(QStringLiteral(" = "), -1).toDouble();
}

bool near(double a, double b, double tolerance) {
  return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

std::shared_ptr<const Weights> weightsOf(std::size_t numbers) {
  Weights weights(1);
  weights[0].kernel = Matrix(numbers, 1);
  return std::make_shared<const Weights>(std::move(weights));
}

std::vector<int> epochsOf(const Snapshots& snapshots) {
  std::vector<int> epochs;
  for (const Snapshot& one : snapshots.all()) epochs.push_back(one.epoch);
  return epochs;
}

} // namespace

class TestStageWalk : public QObject {
  Q_OBJECT
private slots:
  void stagesComeInTheOrderOfTheNotes() {
    FitProblem p(20, 4);
    p.design.fit.batchSize = 10;
    p.design.fit.epochs = 1;
    StageWalk walk = walkOf(p);
    QVERIFY(!walk.stage());
    using enum LessonStage;
    for (const LessonStage expected :
         {weights, predict, error, adjust, repeat, predict, error, adjust, repeat}) {
      walk.advanceStage();
      QVERIFY(walk.stage() == expected);
    }
    QVERIFY(walk.finished());
    QVERIFY(walk.epochDone());
    QCOMPARE(walk.batchLosses().size(), std::size_t{2});
    walk.advanceStage(); // nothing happens any more
    QVERIFY(walk.stage() == repeat);
  }

  void anEpochWalkedIsBitForBitTheFit_data() {
    QTest::addColumn<int>("how");
    QTest::newRow("stage by stage") << 0;
    QTest::newRow("batch by batch") << 1;
    QTest::newRow("whole epochs") << 2;
  }
  void anEpochWalkedIsBitForBitTheFit() {
    QFETCH(int, how);
    FitProblem p;
    p.insertDropout(1, 0.3);
    std::vector<Weights> live;
    FitControl control;
    control.wantsEpoch = [](int) { return true; };
    control.epochWeights = [&live](Weights weights, int) { live.push_back(std::move(weights)); };
    const FitResult fit = p.run(control);
    QCOMPARE(live.size(), fit.history.epochs.size() + 1);
    StageWalk walk = walkOf(p);
    walk.advanceStage();
    QCOMPARE(walk.stepper().weights(), live[0]);
    for (std::size_t epoch = 1; epoch < live.size(); ++epoch) {
      do {
        if (how == 0) walk.advanceStage();
        if (how == 1) walk.finishBatch();
        if (how == 2) walk.finishEpoch(10.0);
      } while (!walk.epochDone());
      QCOMPARE(walk.stepper().weights(), live[epoch]);
    }
    QVERIFY(walk.finished());
    QCOMPARE(walk.stepper().history().epochs.back().loss, fit.history.epochs.back().loss);
  }

  void aDivergingWalkComesToAnEnd() {
    FitProblem p;
    p.design.fit.optimizer.kind = OptimizerKind::sgd;
    p.design.fit.optimizer.learningRate = 1e30;
    StageWalk walk = walkOf(p);
    for (int i = 0; i < 10'000 && !walk.finished(); ++i) walk.advanceStage();
    QVERIFY(walk.finished());
    QVERIFY(walk.stepper().end() == FitEnd::diverged);
  }

  void theSpelledStepIsTheOptimizers_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("momentum");
    QTest::addColumn<bool>("nesterov");
    for (int kind = 0; kind <= int(OptimizerKind::adamax); ++kind)
      QTest::addRow("%s", kerasName(static_cast<OptimizerKind>(kind))) << kind << 0.0 << false;
    QTest::newRow("sgd with momentum") << int(OptimizerKind::sgd) << 0.9 << false;
    QTest::newRow("sgd with nesterov") << int(OptimizerKind::sgd) << 0.9 << true;
    QTest::newRow("rmsprop with momentum") << int(OptimizerKind::rmsprop) << 0.5 << false;
  }
  void theSpelledStepIsTheOptimizers() {
    QFETCH(int, kind);
    FitProblem p;
    OptimizerSpec& spec = p.design.fit.optimizer;
    spec.kind = static_cast<OptimizerKind>(kind);
    QFETCH(double, momentum);
    QFETCH(bool, nesterov);
    spec.momentum = momentum;
    spec.nesterov = nesterov;
    StageWalk walk = walkOf(p);
    for (int batch = 0; batch < 5; ++batch) {
      do walk.advanceStage();
      while (walk.stage() != LessonStage::adjust);
      const FitStepper& stepper = walk.stepper();
      const auto value = [](const Weights& w) {
        return w.empty() ? 0.0 : static_cast<double>(w[0].kernel(2, 3));
      };
      WeightStep had;
      had.gradient = value(stepper.gradients());
      had.before = value(stepper.previousWeights());
      had.firstBefore = value(walk.firstBefore());
      had.secondBefore = value(walk.secondBefore());
      const WeightStep took = takenStep(spec, stepper.learningRate(), stepper.steps(), had);
      QVERIFY(near(took.after, value(stepper.weights()), 1e-6));
      QVERIFY(near(took.first, value(stepper.firstMoment()), 1e-6));
      QVERIFY(near(took.second, value(stepper.secondMoment()), 1e-6));
      const auto lines = spelledStep(spec, stepper.learningRate(), stepper.steps(), took);
      QVERIFY(!lines.empty());
      QVERIFY(near(resultOf(lines.back()), took.after, 1e-2));
    }
  }

  void sumsAreSpelledWithTheirResult() {
    const std::vector<float> x{0.5f, 2.0f, -1.0f};
    const std::vector<float> w{1.0f, -0.25f, 3.0f};
    const float bias = -0.5f;
    QCOMPARE(QString::fromStdString(spelledSum(x, w, &bias)),
             QStringLiteral("0.5·1 + 2·(-0.25) + (-1)·3 - 0.5 = -3.5"));
    QCOMPARE(QString::fromStdString(spelledSum(x, w, nullptr, 1)),
             QStringLiteral("(-1)·3 + … (2 more, together 0) = -3"));
    QCOMPARE(QString::fromStdString(spelledSum(x, w, nullptr, 1, "%2 from %1 others")),
             QStringLiteral("(-1)·3 + … (0 from 2 others) = -3"));
  }

  void lossesAreSpelled_data() {
    QTest::addColumn<int>("loss");
    QTest::addColumn<float>("a");
    QTest::addColumn<float>("y");
    QTest::addColumn<double>("value");
    QTest::newRow("mse") << int(Loss::mse) << 0.5f << 2.0f << 2.25;
    QTest::newRow("mae") << int(Loss::mae) << 0.5f << 2.0f << 1.5;
    QTest::newRow("huber inside") << int(Loss::huber) << 0.5f << 1.0f << 0.125;
    QTest::newRow("huber outside") << int(Loss::huber) << 0.0f << 3.0f << 2.5;
    QTest::newRow("class 1") << int(Loss::binaryCrossentropy) << 0.5f << 1.0f << 0.693;
    QTest::newRow("class 0") << int(Loss::binaryCrossentropy) << 0.9f << 0.0f << 2.3;
    QTest::newRow("surely wrong") << int(Loss::binaryCrossentropy) << 0.0f << 1.0f << 16.1;
  }
  void lossesAreSpelled() {
    QFETCH(int, loss);
    QFETCH(float, a);
    QFETCH(float, y);
    QFETCH(double, value);
    const std::string text =
        spelledLoss(static_cast<Loss>(loss), 1.0, std::span(&a, 1), std::span(&y, 1));
    QVERIFY2(near(resultOf(text), value, 2e-3), text.c_str());
  }

  void theLossOfAClassIsThatOfItsOutput() {
    const std::vector<float> a{0.2f, 0.5f, 0.3f};
    const std::vector<float> y{0.0f, 1.0f, 0.0f};
    QCOMPARE(QString::fromStdString(spelledLoss(Loss::categoricalCrossentropy, 1.0, a, y)),
             QStringLiteral("-ln 0.5 = 0.693"));
  }

  void snapshotsThinByTwo() {
    Snapshots snapshots(4);
    for (int epoch = 0; epoch <= 20; ++epoch) snapshots.add(epoch, weightsOf(10));
    QCOMPARE(epochsOf(snapshots), (std::vector<int>{0, 8, 16}));
    QVERIFY(snapshots.wants(24) && !snapshots.wants(20));
    QCOMPARE(snapshots.at(15)->epoch, 8);
    QCOMPARE(snapshots.at(1000)->epoch, 16);
    QVERIFY(!snapshots.at(-1));
    snapshots.clear();
    QVERIFY(snapshots.all().empty() && snapshots.wants(1));
  }

  void snapshotsStayWithinTheirMemory() {
    Snapshots snapshots(200, 1000 * sizeof(float));
    for (int epoch = 0; epoch <= 100; ++epoch) snapshots.add(epoch, weightsOf(100));
    QVERIFY(snapshots.all().size() <= 10 && snapshots.all().size() > 4);
    Snapshots tiny(200, 10);
    for (int epoch = 0; epoch <= 100; ++epoch) tiny.add(epoch, weightsOf(100));
    QCOMPARE(epochsOf(tiny), std::vector<int>{0});
  }

  void weightsWithoutNumbersAreKnown() {
    Weights weights = *weightsOf(3);
    QVERIFY(finite(weights));
    QCOMPARE(bytesOf(weights), 3 * sizeof(float));
    weights[0].kernel(1, 0) = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(!finite(weights));
  }
};

LAYERLAB_TEST(TestStageWalk, "stagewalk")
#include "tst_stagewalk.moc"
