#include "tests/core/fitproblem.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace layerlab;

class TestStepper : public QObject {
  Q_OBJECT
private slots:
  void stagesComeInOrder();
  void sameBitsAsRunFit_data();
  void sameBitsAsRunFit();
  void lookingChangesNothing();
  void numbersFitTogether();
  void everyEpochIsAnotherPermutation();
  void withoutShuffleTheOrderIsTheFiles();
  void shortLastBatchCountsOnce_data();
  void shortLastBatchCountsOnce();
  void dropoutScalesSurvivors();
  void dropoutRestsInValidation();
  void designsThatDoNotFitAreRefused();
  void aCancelledStageIsNotDone_data();
  void aCancelledStageIsNotDone();
};

void TestStepper::stagesComeInOrder() {
  FitProblem p(20, 4);
  p.design.fit.epochs = 1;
  p.design.fit.batchSize = 10;
  FitStepper stepper = p.stepper();
  using enum FitStage;
  for (const FitStage stage : {initialise, batch, predict, measure, gradient, update, batch,
                               predict, measure, gradient, update, epochEnd, validate}) {
    QCOMPARE(stepper.next(), stage);
    stepper.advance();
  }
  QCOMPARE(stepper.next(), finished);
  QCOMPARE(stepper.end(), FitEnd::completed);
  QCOMPARE(stepper.history().epochs.size(), std::size_t{1});
}

void TestStepper::sameBitsAsRunFit_data() {
  QTest::addColumn<int>("batch");
  QTest::addColumn<double>("dropout");
  QTest::addColumn<int>("kind");
  for (int kind = 0; kind <= int(OptimizerKind::adamax); ++kind)
    QTest::addRow("%s", kerasName(static_cast<OptimizerKind>(kind))) << 8 << 0.0 << kind;
  QTest::newRow("dropout") << 8 << 0.4 << int(OptimizerKind::adam);
  QTest::newRow("last batch of one row") << 7 << 0.0 << int(OptimizerKind::adam);
  QTest::newRow("one row at a time") << 1 << 0.2 << int(OptimizerKind::sgd);
  QTest::newRow("batch beyond the rows") << 1000 << 0.0 << int(OptimizerKind::adam);
}

void TestStepper::sameBitsAsRunFit() {
  QFETCH(int, batch);
  QFETCH(double, dropout);
  QFETCH(int, kind);
  FitProblem p;
  p.design.fit.batchSize = batch;
  p.design.fit.optimizer.kind = static_cast<OptimizerKind>(kind);
  if (dropout > 0.0) p.insertDropout(1, dropout);
  FitStepper stepper = p.stepper();
  while (stepper.next() != FitStage::finished) stepper.advance();
  const FitResult result = p.run();
  QVERIFY(stepper.weights() == result.weights);
  QVERIFY(timeless(stepper.history()) == timeless(result.history));
  QCOMPARE(result.steps, std::int64_t{5} * stepper.batchesPerEpoch());
}

void TestStepper::lookingChangesNothing() {
  FitProblem p;
  p.insertDropout(1, 0.3);
  FitStepper quiet = p.stepper();
  FitStepper watched = p.stepper();
  while (quiet.next() != FitStage::finished) {
    quiet.advance();
    watched.advance();
    for (std::size_t l = 0; l < watched.layerCount(); ++l)
      (void)(watched.z(l) == watched.a(l) && watched.delta(l) == watched.layerInput(l));
    (void)(watched.gradients() == watched.previousWeights());
    const FitStepper copy = watched; // a value: it may be copied at any moment
    QCOMPARE(copy.next(), watched.next());
  }
  QVERIFY(quiet.weights() == watched.weights());
  QVERIFY(quiet.history() == watched.history());
}

void TestStepper::numbersFitTogether() {
  FitProblem p;
  FitStepper stepper = p.stepper();
  while (stepper.steps() < 3) stepper.advance();
  QCOMPARE(stepper.batch(), 3);
  const Weights before = stepper.previousWeights();
  const Matrix x = stepper.x();
  const auto rows = stepper.batchRows();
  QCOMPARE(x.rows, rows.size());
  double loss = 0.0;
  for (std::size_t r = 0; r < x.rows; ++r) {
    QVERIFY(std::ranges::equal(x.row(r), p.data->xTrain.row(rows[r])));
    for (std::size_t j = 0; j < 6; ++j) {
      double z = static_cast<double>(before[0].bias[j]);
      for (std::size_t i = 0; i < 5; ++i)
        z += static_cast<double>(x(r, i) * before[0].kernel(i, j));
      QVERIFY(std::abs(z - static_cast<double>(stepper.z(0)(r, j))) < 1e-5);
      QVERIFY(std::abs(std::tanh(z) - static_cast<double>(stepper.a(0)(r, j))) < 1e-5);
    }
    const double e = static_cast<double>(stepper.a(1)(r, 0) - stepper.y()(r, 0));
    QVERIFY(std::abs(static_cast<double>(stepper.delta(1)(r, 0)) -
                     2.0 * e / static_cast<double>(x.rows)) < 1e-6);
    QVERIFY(std::abs(static_cast<double>(stepper.rowLosses()[r]) - e * e) < 1e-5);
    loss += e * e / static_cast<double>(x.rows);
  }
  QVERIFY(std::abs(stepper.batchLoss() - loss) < 1e-6);
  const Weights gradients = stepper.gradients();
  double dw = 0.0;
  for (std::size_t r = 0; r < x.rows; ++r)
    dw += static_cast<double>(x(r, 2) * stepper.delta(0)(r, 4));
  QVERIFY(std::abs(dw - static_cast<double>(gradients[0].kernel(2, 4))) < 1e-6);
  QVERIFY(stepper.weights() != before);
  QVERIFY(!stepper.firstMoment().empty() && !stepper.secondMoment().empty());
}

void TestStepper::everyEpochIsAnotherPermutation() {
  FitProblem p(50, 0);
  FitStepper stepper = p.stepper();
  std::set<std::vector<std::uint32_t>> orders;
  std::vector<std::uint32_t> order;
  while (stepper.next() != FitStage::finished) {
    const bool taking = stepper.next() == FitStage::batch;
    stepper.advance();
    if (!taking) continue;
    const auto rows = stepper.batchRows();
    order.insert(order.end(), rows.begin(), rows.end());
    if (stepper.batch() < stepper.batchesPerEpoch()) continue;
    QCOMPARE(std::set(order.begin(), order.end()).size(), std::size_t{50});
    orders.insert(order);
    order.clear();
  }
  QCOMPARE(orders.size(), std::size_t{5});
}

void TestStepper::withoutShuffleTheOrderIsTheFiles() {
  FitProblem p(20, 0);
  p.design.fit.shuffle = false;
  FitStepper stepper = p.stepper();
  stepper.advance();
  stepper.advance();
  for (std::uint32_t i = 0; i < 8; ++i) QCOMPARE(stepper.batchRows()[i], i);
}

void TestStepper::shortLastBatchCountsOnce_data() {
  QTest::addColumn<int>("rows");
  QTest::addColumn<int>("batch");
  QTest::newRow("one row left") << 17 << 8;
  QTest::newRow("seven left") << 23 << 8;
  QTest::newRow("none left") << 24 << 8;
  QTest::newRow("batch beyond the rows") << 5 << 100;
  QTest::newRow("a single row") << 1 << 32;
}

/// With a learning rate too small to matter the running mean is the mean over all rows.
void TestStepper::shortLastBatchCountsOnce() {
  QFETCH(int, rows);
  QFETCH(int, batch);
  FitProblem p(static_cast<std::size_t>(rows), 0);
  p.design.fit.batchSize = batch;
  p.design.fit.epochs = 1;
  p.design.fit.optimizer.kind = OptimizerKind::sgd;
  p.design.fit.optimizer.learningRate = 1e-12;
  const FitResult result = p.run();
  const Evaluation whole =
      evaluate(p.design.network, p.design.fit, result.weights, p.data->xTrain, p.data->yTrain);
  QVERIFY(std::abs(result.history.epochs[0].loss - whole.loss) < 1e-6 * (1.0 + whole.loss));
  QVERIFY(std::abs(result.history.epochs[0].metrics[0] - whole.metrics[0]) < 1e-6);
  QVERIFY(std::abs(result.history.epochs[0].trainLossEnd - whole.loss) < 1e-9);
}

void TestStepper::dropoutScalesSurvivors() {
  FitProblem p(400, 0);
  p.design.fit.batchSize = 400;
  p.insertDropout(1, 0.25);
  FitStepper stepper = p.stepper();
  while (stepper.next() != FitStage::measure) stepper.advance();
  const Matrix mask = stepper.dropoutMask(1);
  const Matrix a = stepper.a(0);
  const Matrix dropped = stepper.layerInput(1);
  int zeros = 0;
  for (std::size_t i = 0; i < mask.values.size(); ++i) {
    QVERIFY(mask.values[i] == 0.0f || std::abs(mask.values[i] - 4.0f / 3.0f) < 1e-6f);
    QCOMPARE(dropped.values[i], a.values[i] * mask.values[i]);
    zeros += mask.values[i] == 0.0f;
  }
  QVERIFY(std::abs(zeros - 600) < 100); // 2400 draws at 0.25: sd 21
  QVERIFY(stepper.dropoutMask(0).empty());
}

void TestStepper::dropoutRestsInValidation() {
  FitProblem p;
  p.insertDropout(1, 0.5);
  p.design.fit.epochs = 1;
  const FitResult result = p.run();
  FitProblem plain;
  const Evaluation expected = evaluate(plain.design.network, plain.design.fit, result.weights,
                                       p.data->xValidation, p.data->yValidation);
  QCOMPARE(*result.history.epochs[0].valLoss, expected.loss);
}

void TestStepper::designsThatDoNotFitAreRefused() {
  FitProblem wide;
  wide.design.network.layers.back().units = 3;
  QVERIFY(!FitStepper::create(wide.design, wide.data));
  FitProblem empty(0, 0);
  QVERIFY(!FitStepper::create(empty.design, empty.data));
  FitProblem short_;
  short_.data->yValidation = Matrix(2, 1);
  QVERIFY(!FitStepper::create(short_.design, short_.data));
  FitProblem batch;
  batch.design.fit.batchSize = 0;
  QVERIFY(!FitStepper::create(batch.design, batch.data));
  FitProblem fine;
  const Weights wrong(1);
  QVERIFY(!FitStepper::create(fine.design, fine.data, &wrong));
}

void TestStepper::aCancelledStageIsNotDone_data() {
  QTest::addColumn<FitStage>("stage");
  QTest::newRow("predict") << FitStage::predict;
  QTest::newRow("gradient") << FitStage::gradient;
  QTest::newRow("end of the epoch") << FitStage::epochEnd;
  QTest::newRow("validate") << FitStage::validate;
}

/// These take long for a wide network: nobody waits for their end.
void TestStepper::aCancelledStageIsNotDone() {
  QFETCH(FitStage, stage);
  const FitProblem p;
  StepperOptions options;
  FitStepper stepper = FitStepper::create(p.design, p.data, nullptr, options).value();
  while (stepper.next() != stage) stepper.advance();
  const Weights before = stepper.weights();
  options.cancel.cancel();
  stepper.advance();
  QCOMPARE(stepper.next(), stage);
  QVERIFY(stepper.weights() == before);
  QVERIFY(stepper.history().epochs.empty());
  stepper.advanceBatch();
  QCOMPARE(stepper.next(), stage);
}

LAYERLAB_TEST(TestStepper, "stepper")
#include "tst_stepper.moc"
