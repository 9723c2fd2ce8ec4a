#include "core/io/export.h"
#include "tests/core/sweep_helpers.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <set>
#include <thread>

using namespace layerlab;

/// The plan of a sweep, its trials on any number of threads, what stops it.
class TestSweep : public QObject {
  Q_OBJECT
private slots:
  void unitsText_data();
  void unitsText();
  void planIsUnitsOuterRepeatsInner();
  void seedsFollowFromUnitsAndRepeatAlone();
  void trialDesignChangesOneLayerOnly();
  void sameBitsForAnyNumberOfThreads();
  void aTrialEqualsASingleFit();
  void cancelKeepsWhatIsDone();
  void oneDivergingTrialIsMarked();
  void trialsAreToldOneAtATime();
  void impossibleSweepsAreRefused();
  void aSweepGoesOnToTheSameBits();
};

void TestSweep::unitsText_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QList<int>>("units"); // empty: refused
  QTest::newRow("range") << "1:4" << QList<int>{1, 2, 3, 4};
  QTest::newRow("stepped") << "1:8:3" << QList<int>{1, 4, 7};
  QTest::newRow("powers") << "pow2:64" << QList<int>{1, 2, 4, 8, 16, 32, 64};
  QTest::newRow("powers, not exact") << "pow2:9" << QList<int>{1, 2, 4, 8};
  QTest::newRow("list, sorted, unique") << "8,1,2,2" << QList<int>{1, 2, 8};
  QTest::newRow("mixed") << "1:3,pow2:8,20" << QList<int>{1, 2, 3, 4, 8, 20};
  QTest::newRow("one") << "5" << QList<int>{5};
  for (const char* bad : {"", "0", "-1", "0:4", "4:1", "1:", ":4", "a", "1,,2", "1,", "1:2:0",
                          "1:2:3:4", "pow2:", "pow2:x", "1.5", "99999999999", "1:1000000", " 1"})
    QTest::addRow("bad '%s'", bad) << bad << QList<int>{};
}

void TestSweep::unitsText() {
  QFETCH(QString, text);
  QFETCH(QList<int>, units);
  const auto got = unitsFromText(text.toStdString());
  QCOMPARE(got.has_value(), !units.isEmpty());
  if (got) QCOMPARE(QList<int>(got->begin(), got->end()), units);
  if (!got) QVERIFY(english(got.error()).starts_with("units"));
}

void TestSweep::planIsUnitsOuterRepeatsInner() {
  const auto plan = planSweep(sineSweep(), 5);
  QCOMPARE(plan.size(), std::size_t{12});
  for (int i = 0; i < 12; ++i) {
    const Trial& trial = plan[static_cast<std::size_t>(i)];
    QCOMPARE(trial.index, i);
    QCOMPARE(trial.units, sineSweep().units[static_cast<std::size_t>(i / 2)]);
    QCOMPARE(trial.repeat, i % 2 + 1);
  }
}

void TestSweep::seedsFollowFromUnitsAndRepeatAlone() {
  SweepSpec wider = sineSweep();
  wider.units = {2, 3, 50};
  wider.repeats = 4;
  std::set<std::uint64_t> seeds;
  for (const Trial& a : planSweep(sineSweep(), 5)) {
    seeds.insert(a.seed);
    QCOMPARE(a.seed,
             mixSeed(5, static_cast<std::uint64_t>(a.units), static_cast<std::uint64_t>(a.repeat)));
    for (const Trial& b : planSweep(wider, 5))
      QCOMPARE(a.seed == b.seed, a.units == b.units && a.repeat == b.repeat);
  }
  QCOMPARE(seeds.size(), std::size_t{12});
  QVERIFY(planSweep(sineSweep(), 5)[0].seed != planSweep(sineSweep(), 6)[0].seed);
}

void TestSweep::trialDesignChangesOneLayerOnly() {
  Design base = sineDesign(3);
  base.network = hiddenNetwork({4, 5}, Activation::relu);
  SweepSpec second = sineSweep();
  second.layer = 2;
  const Trial trial{0, 7, 1, 99};
  const Design changed = trialDesign(base, second, trial);
  Design expected = base;
  expected.network.layers[1].units = 7;
  expected.fit.seed = 99;
  QVERIFY(changed == expected);
}

void TestSweep::sameBitsForAnyNumberOfThreads() {
  const PreparedData data = sineData(80);
  const std::string one = sweepCsv(sweepOf(sineDesign(8), data, sineSweep(), 1), false);
  QCOMPARE(std::count(one.begin(), one.end(), '\n'), std::ptrdiff_t{13});
  for (const int threads : {2, 5, 40})
    QCOMPARE(sweepCsv(sweepOf(sineDesign(8), data, sineSweep(), threads), false), one);
}

void TestSweep::aTrialEqualsASingleFit() {
  const PreparedData data = sineData(80);
  const SweepResult sweep = sweepOf(sineDesign(8), data, sineSweep(), 2);
  const TrialResult& trial = sweep.trials[7];
  const auto fit = runFit(trialDesign(sineDesign(8), sineSweep(), trial.trial), data);
  QVERIFY(fit);
  QCOMPARE(trial.finalLoss, fit->history.epochs.back().loss);
  QCOMPARE(trial.finalValLoss, fit->history.epochs.back().valLoss);
  const std::size_t best = fit->history.bestEpoch().value();
  QCOMPARE(trial.bestEpoch, static_cast<int>(best) + 1);
  QCOMPARE(trial.bestValLoss, fit->history.epochs[best].valLoss);
  QCOMPARE(trial.parameters, std::int64_t{3 * 4 + 1});
}

void TestSweep::cancelKeepsWhatIsDone() {
  const PreparedData data = sineData(400);
  SweepSpec many = sineSweep();
  many.repeats = 500;
  SweepControl control;
  int told = 0;
  control.trialDone = [&](const TrialResult&) {
    if (++told == 3) control.cancel.cancel();
  };
  const SweepResult result = sweepOf(sineDesign(200), data, many, 2, control);
  QVERIFY(result.cancelled);
  const auto done = std::count_if(result.trials.begin(), result.trials.end(),
                                  [](const TrialResult& t) { return t.done; });
  QVERIFY(done >= 3 && done <= 5);
  QCOMPARE(result.trials.size(), std::size_t{3000});
  const std::string csv = sweepCsv(result, false);
  QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), done + 1);
}

void TestSweep::oneDivergingTrialIsMarked() {
  PreparedData data = sineData(40);
  for (float& value : data.xTrain.values) value *= 1e18f;
  Design wild = sineDesign(20);
  wild.network = hiddenNetwork({4}, Activation::linear);
  wild.fit.optimizer.kind = OptimizerKind::sgd;
  wild.fit.optimizer.learningRate = 1e10;
  const SweepResult result = sweepOf(wild, data, sineSweep(), 2);
  for (const TrialResult& trial : result.trials) {
    QVERIFY(trial.done);
    QCOMPARE(trial.status, FitEnd::diverged);
  }
  const SweepCurve curve = sweepCurve(result, SweepMetric::finalLoss);
  QVERIFY(curve.repeats.front().empty() && std::isnan(curve.mean.front()));
  const std::string csv = sweepCsv(result, false);
  QVERIFY(csv.find("nan") == std::string::npos && csv.find("inf") == std::string::npos);
}

void TestSweep::trialsAreToldOneAtATime() {
  SweepControl control;
  std::atomic<int> inside{0};
  std::set<int> seen;
  bool alone = true;
  control.trialDone = [&](const TrialResult& trial) {
    alone = ++inside == 1 && alone;
    seen.insert(trial.trial.index);
    std::this_thread::yield();
    --inside;
  };
  sweepOf(sineDesign(2), sineData(40), sineSweep(), 4, control);
  QVERIFY(alone);
  QCOMPARE(seen.size(), std::size_t{12});
}

void TestSweep::impossibleSweepsAreRefused() {
  const PreparedData data = sineData(40);
  const auto refused = [&](const Design& d, const SweepSpec& s) {
    return !runSweep(d, data, s, planSweep(s, 1), 1);
  };
  SweepSpec changed = sineSweep();
  changed.layer = 2;
  QVERIFY(refused(sineDesign(2), changed));
  changed = sineSweep();
  changed.units.clear();
  QVERIFY(refused(sineDesign(2), changed));
  changed = sineSweep();
  changed.repeats = 0;
  QVERIFY(refused(sineDesign(2), changed));
  changed = sineSweep();
  changed.units.push_back(100'000'000); // 50 million parameters are the limit
  QVERIFY(refused(sineDesign(2), changed));
  Design none = sineDesign(2);
  none.network = hiddenNetwork({}, Activation::relu);
  QVERIFY(refused(none, sineSweep()));
  QVERIFY(refused(sineDesign(0), sineSweep()));
}

void TestSweep::aSweepGoesOnToTheSameBits() {
  const PreparedData data = sineData(40);
  const SweepResult whole = sweepOf(sineDesign(3), data, sineSweep(), 2);
  SweepResult part = whole;
  for (const std::size_t i : {0U, 5U, 11U}) part.trials[i].done = false;
  const std::vector<Trial> left = trialsLeft(part);
  QCOMPARE(left.size(), std::size_t{3});
  const auto rest = runSweep(part.design, data, part.spec, left, 2);
  QVERIFY(rest);
  for (const TrialResult& trial : rest->trials)
    part.trials[static_cast<std::size_t>(trial.trial.index)] = trial;
  QCOMPARE(sweepCsv(part, false, true), sweepCsv(whole, false, true));
  QVERIFY(trialsLeft(whole).empty());
}

LAYERLAB_TEST(TestSweep, "sweep")
#include "tst_sweep.moc"
