#include "core/io/export.h"
#include "tests/core/sweep_helpers.h"
#include "tests/testmain.h"

#include <QTest>

#include <cmath>

using namespace layerlab;

/// The score of a trial and the curve of a sweep.
class TestSweepScore : public QObject {
  Q_OBJECT
private slots:
  void scoreOfARegressionIsR2();
  void scoreOfAClassificationIsTheAccuracy();
  void theScoreSurvivesTheFile();
  void curveLeavesOutDivergedAndUnfinished();
};

void TestSweepScore::scoreOfARegressionIsR2() {
  const PreparedData data = sineData(80);
  const Design base = sineDesign(30);
  const SweepResult result = sweepOf(base, data, sineSweep(), 2);
  const TrialResult& trial = result.trials.back();
  const Design trained = trialDesign(base, sineSweep(), trial.trial);
  const auto fit = runFit(trained, data);
  QVERIFY(fit);
  const Matrix p = predict(trained.network, fit->weights, data.xValidation);
  double mean = 0.0;
  for (const float y : data.yValidation.values) mean += static_cast<double>(y);
  mean /= static_cast<double>(data.yValidation.rows);
  double error = 0.0;
  double whole = 0.0;
  for (std::size_t r = 0; r < p.rows; ++r) {
    const auto y = static_cast<double>(data.yValidation(r, 0));
    error += std::pow(y - static_cast<double>(p(r, 0)), 2);
    whole += std::pow(y - mean, 2);
  }
  QVERIFY(trial.score && std::abs(*trial.score - (1.0 - error / whole)) < 1e-12);
  QCOMPARE(*trialLoss(trial, SweepMetric::score), 1.0 - *trial.score);
  PreparedData level = data;
  for (float& y : level.yValidation.values) y = 1.0f;
  QVERIFY(!sweepOf(base, level, sineSweep(), 1).trials.front().score); // R2 of nothing to explain
}

void TestSweepScore::scoreOfAClassificationIsTheAccuracy() {
  PreparedData data = sineData(80);
  for (Matrix* y : {&data.yTrain, &data.yValidation})
    for (float& value : y->values) value = value > 0.0f ? 1.0f : 0.0f;
  Design base = sineDesign(30);
  base.network.layers.back().activation = Activation::sigmoid;
  base.fit.loss = Loss::binaryCrossentropy;
  QVERIFY(scoreIsAccuracy(base) && !scoreIsAccuracy(sineDesign(1)));
  const SweepResult result = sweepOf(base, data, sineSweep(), 2);
  const TrialResult& trial = result.trials.back();
  Design trained = trialDesign(base, sineSweep(), trial.trial);
  trained.fit.metrics = {Metric::accuracy};
  const auto fit = runFit(trained, data);
  QVERIFY(fit);
  QCOMPARE(trial.score.value(), fit->history.epochs.back().valMetrics.front());
  PreparedData whole = data;
  whole.xValidation = whole.yValidation = Matrix();
  const TrialResult other =
      sweepOf(base, whole, sineSweep(), 1).trials.back(); // on the training part
  const auto again = runFit(trained, whole);
  QVERIFY(again);
  const Evaluation judged =
      evaluate(trained.network, trained.fit, again->weights, whole.xTrain, whole.yTrain);
  QCOMPARE(other.score.value(), judged.metrics.front());
}

void TestSweepScore::theScoreSurvivesTheFile() {
  const PreparedData data = sineData(40);
  const SweepResult result = sweepOf(sineDesign(3), data, sineSweep(), 1);
  for (const bool timing : {false, true}) {
    const auto read = sweepFromCsv({"s", sweepCsv(result, timing, true)});
    QVERIFY(read && read->score);
    QCOMPARE(read->timing, timing);
    QVERIFY(std::abs(*read->result.trials[3].score - *result.trials[3].score) < 1e-8);
    QCOMPARE(sweepCsv(read->result, timing, true), sweepCsv(result, timing, true));
  }
  QVERIFY(!sweepFromCsv({"s", sweepCsv(result, false) + "1,1,1,1,1,1,1,1,ok,5\n"}));
}

void TestSweepScore::curveLeavesOutDivergedAndUnfinished() {
  SweepResult result;
  result.spec.units = {1, 2};
  const auto add = [&](int units, double loss, bool done, FitEnd status) {
    TrialResult trial;
    trial.trial.units = units;
    trial.done = done;
    trial.status = status;
    trial.finalLoss = loss;
    trial.finalValLoss = loss * 2.0;
    trial.score = 0.75;
    result.trials.push_back(trial);
  };
  add(1, 1.0, true, FitEnd::completed);
  add(1, 3.0, true, FitEnd::stoppedEarly);
  add(1, 100.0, false, FitEnd::completed);
  add(2, 100.0, true, FitEnd::diverged);
  add(2, 5.0, true, FitEnd::completed);
  const SweepCurve curve = sweepCurve(result, SweepMetric::finalValLoss);
  QCOMPARE(curve.mean, (std::vector<double>{4.0, 10.0}));
  QCOMPARE(curve.min, (std::vector<double>{2.0, 10.0}));
  QCOMPARE(curve.max, (std::vector<double>{6.0, 10.0}));
  QCOMPARE(sweepCurve(result, SweepMetric::score).mean, (std::vector<double>{0.25, 0.25}));
}

LAYERLAB_TEST(TestSweepScore, "sweep_score")
#include "tst_sweep_score.moc"
