#include "core/base/random.h"
#include "core/io/export.h"
#include "core/sweep/shard.h"
#include "core/sweep/sweep.h"
#include "tests/testmain.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <cmath>
#include <set>
#include <thread>

using namespace layerlab;

namespace {

/// y = sin(2x) on a few rows, as if prepared from a table.
PreparedData sine(std::size_t rows) {
  PreparedData data;
  Random random(3);
  const auto fill = [&](Matrix& x, Matrix& y, std::size_t count) {
    x = Matrix(count, 1);
    y = Matrix(count, 1);
    for (std::size_t i = 0; i < count; ++i) {
      x(i, 0) = static_cast<float>(random.uniform(-2.0, 2.0));
      y(i, 0) = std::sin(2.0f * x(i, 0));
    }
  };
  fill(data.xTrain, data.yTrain, rows);
  fill(data.xValidation, data.yValidation, rows / 4);
  return data;
}

Design design(int epochs) {
  Design out;
  out.network = hiddenNetwork({4}, Activation::tanh);
  out.fit.epochs = epochs;
  out.fit.optimizer.learningRate = 0.01;
  out.fit.seed = 5;
  return out;
}

SweepSpec spec() {
  SweepSpec out;
  out.units = {1, 2, 3, 4, 6, 8};
  out.repeats = 2;
  return out;
}

SweepResult run(const Design& design, const PreparedData& data, const SweepSpec& spec, int threads,
                const SweepControl& control = {}) {
  auto result = runSweep(design, data, spec, planSweep(spec, design.fit.seed), threads, control);
  if (!result) qFatal("%s", english(result.error()).c_str());
  return *result;
}

std::string shardText(const Design& design, const PreparedData& data, const SweepSpec& spec,
                      const Shard& shard, bool timing = false) {
  const auto plan = planSweep(spec, design.fit.seed);
  const auto result = runSweep(design, data, spec, shardOf(plan, shard), 1);
  if (!result) qFatal("%s", english(result.error()).c_str());
  return shardCsv(*result, timing, shard, plan.size(), sweepFingerprint(design, data, spec));
}

} // namespace

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
  void scoreOfARegressionIsR2();
  void scoreOfAClassificationIsTheAccuracy();
  void theScoreSurvivesTheFile();
  void curveLeavesOutDivergedAndUnfinished();
  void shardsMergeToTheVerySameFile_data();
  void shardsMergeToTheVerySameFile();
  void wrongShardsAreRefused();
  void shardText_data();
  void shardText();
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
  const auto plan = planSweep(spec(), 5);
  QCOMPARE(plan.size(), std::size_t{12});
  for (int i = 0; i < 12; ++i) {
    const Trial& trial = plan[static_cast<std::size_t>(i)];
    QCOMPARE(trial.index, i);
    QCOMPARE(trial.units, spec().units[static_cast<std::size_t>(i / 2)]);
    QCOMPARE(trial.repeat, i % 2 + 1);
  }
}

void TestSweep::seedsFollowFromUnitsAndRepeatAlone() {
  SweepSpec wider = spec();
  wider.units = {2, 3, 50};
  wider.repeats = 4;
  std::set<std::uint64_t> seeds;
  for (const Trial& a : planSweep(spec(), 5)) {
    seeds.insert(a.seed);
    QCOMPARE(a.seed,
             mixSeed(5, static_cast<std::uint64_t>(a.units), static_cast<std::uint64_t>(a.repeat)));
    for (const Trial& b : planSweep(wider, 5))
      QCOMPARE(a.seed == b.seed, a.units == b.units && a.repeat == b.repeat);
  }
  QCOMPARE(seeds.size(), std::size_t{12});
  QVERIFY(planSweep(spec(), 5)[0].seed != planSweep(spec(), 6)[0].seed);
}

void TestSweep::trialDesignChangesOneLayerOnly() {
  Design base = design(3);
  base.network = hiddenNetwork({4, 5}, Activation::relu);
  SweepSpec second = spec();
  second.layer = 2;
  const Trial trial{0, 7, 1, 99};
  const Design changed = trialDesign(base, second, trial);
  Design expected = base;
  expected.network.layers[1].units = 7;
  expected.fit.seed = 99;
  QVERIFY(changed == expected);
}

void TestSweep::sameBitsForAnyNumberOfThreads() {
  const PreparedData data = sine(80);
  const std::string one = sweepCsv(run(design(8), data, spec(), 1), false);
  QCOMPARE(std::count(one.begin(), one.end(), '\n'), std::ptrdiff_t{13});
  for (const int threads : {2, 5, 40})
    QCOMPARE(sweepCsv(run(design(8), data, spec(), threads), false), one);
}

void TestSweep::aTrialEqualsASingleFit() {
  const PreparedData data = sine(80);
  const SweepResult sweep = run(design(8), data, spec(), 2);
  const TrialResult& trial = sweep.trials[7];
  const auto fit = runFit(trialDesign(design(8), spec(), trial.trial), data);
  QVERIFY(fit);
  QCOMPARE(trial.finalLoss, fit->history.epochs.back().loss);
  QCOMPARE(trial.finalValLoss, fit->history.epochs.back().valLoss);
  const std::size_t best = fit->history.bestEpoch().value();
  QCOMPARE(trial.bestEpoch, static_cast<int>(best) + 1);
  QCOMPARE(trial.bestValLoss, fit->history.epochs[best].valLoss);
  QCOMPARE(trial.parameters, std::int64_t{3 * 4 + 1});
}

void TestSweep::cancelKeepsWhatIsDone() {
  const PreparedData data = sine(400);
  SweepSpec many = spec();
  many.repeats = 500;
  SweepControl control;
  int told = 0;
  QElapsedTimer sinceCancel;
  control.trialDone = [&](const TrialResult&) {
    if (++told != 3) return;
    sinceCancel.start();
    control.cancel.cancel();
  };
  const SweepResult result = run(design(200), data, many, 2, control);
  QVERIFY2(sinceCancel.elapsed() < 1000, "slow to stop"); // 100 ms on an idle machine
  QVERIFY(result.cancelled);
  const auto done = std::count_if(result.trials.begin(), result.trials.end(),
                                  [](const TrialResult& t) { return t.done; });
  QVERIFY(done >= 3 && done <= 5);
  QCOMPARE(result.trials.size(), std::size_t{3000});
  const std::string csv = sweepCsv(result, false);
  QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), done + 1);
}

void TestSweep::oneDivergingTrialIsMarked() {
  PreparedData data = sine(40);
  for (float& value : data.xTrain.values) value *= 1e18f;
  Design wild = design(20);
  wild.network = hiddenNetwork({4}, Activation::linear);
  wild.fit.optimizer.kind = OptimizerKind::sgd;
  wild.fit.optimizer.learningRate = 1e10;
  const SweepResult result = run(wild, data, spec(), 2);
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
  run(design(2), sine(40), spec(), 4, control);
  QVERIFY(alone);
  QCOMPARE(seen.size(), std::size_t{12});
}

void TestSweep::impossibleSweepsAreRefused() {
  const PreparedData data = sine(40);
  const auto refused = [&](const Design& d, const SweepSpec& s) {
    return !runSweep(d, data, s, planSweep(s, 1), 1);
  };
  SweepSpec changed = spec();
  changed.layer = 2;
  QVERIFY(refused(design(2), changed));
  changed = spec();
  changed.units.clear();
  QVERIFY(refused(design(2), changed));
  changed = spec();
  changed.repeats = 0;
  QVERIFY(refused(design(2), changed));
  changed = spec();
  changed.units.push_back(100'000'000); // 50 million parameters are the limit
  QVERIFY(refused(design(2), changed));
  Design none = design(2);
  none.network = hiddenNetwork({}, Activation::relu);
  QVERIFY(refused(none, spec()));
  QVERIFY(refused(design(0), spec()));
}

void TestSweep::aSweepGoesOnToTheSameBits() {
  const PreparedData data = sine(40);
  const SweepResult whole = run(design(3), data, spec(), 2);
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

void TestSweep::scoreOfARegressionIsR2() {
  const PreparedData data = sine(80);
  const Design base = design(30);
  const SweepResult result = run(base, data, spec(), 2);
  const TrialResult& trial = result.trials.back();
  const Design trained = trialDesign(base, spec(), trial.trial);
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
  QVERIFY(!run(base, level, spec(), 1).trials.front().score); // R2 of nothing to explain
}

void TestSweep::scoreOfAClassificationIsTheAccuracy() {
  PreparedData data = sine(80);
  for (Matrix* y : {&data.yTrain, &data.yValidation})
    for (float& value : y->values) value = value > 0.0f ? 1.0f : 0.0f;
  Design base = design(30);
  base.network.layers.back().activation = Activation::sigmoid;
  base.fit.loss = Loss::binaryCrossentropy;
  QVERIFY(scoreIsAccuracy(base) && !scoreIsAccuracy(design(1)));
  const SweepResult result = run(base, data, spec(), 2);
  const TrialResult& trial = result.trials.back();
  Design trained = trialDesign(base, spec(), trial.trial);
  trained.fit.metrics = {Metric::accuracy};
  const auto fit = runFit(trained, data);
  QVERIFY(fit);
  QCOMPARE(trial.score.value(), fit->history.epochs.back().valMetrics.front());
  PreparedData whole = data;
  whole.xValidation = whole.yValidation = Matrix();
  const TrialResult other = run(base, whole, spec(), 1).trials.back(); // on the training part
  const auto again = runFit(trained, whole);
  QVERIFY(again);
  const Evaluation judged =
      evaluate(trained.network, trained.fit, again->weights, whole.xTrain, whole.yTrain);
  QCOMPARE(other.score.value(), judged.metrics.front());
}

void TestSweep::theScoreSurvivesTheFile() {
  const PreparedData data = sine(40);
  const SweepResult result = run(design(3), data, spec(), 1);
  for (const bool timing : {false, true}) {
    const auto read = sweepFromCsv({"s", sweepCsv(result, timing, true)});
    QVERIFY(read && read->score);
    QCOMPARE(read->timing, timing);
    QVERIFY(std::abs(*read->result.trials[3].score - *result.trials[3].score) < 1e-8);
    QCOMPARE(sweepCsv(read->result, timing, true), sweepCsv(result, timing, true));
  }
  QVERIFY(!sweepFromCsv({"s", sweepCsv(result, false) + "1,1,1,1,1,1,1,1,ok,5\n"}));
}

void TestSweep::curveLeavesOutDivergedAndUnfinished() {
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

void TestSweep::shardsMergeToTheVerySameFile_data() {
  QTest::addColumn<int>("parts");
  for (const int parts : {1, 2, 3, 5, 12, 20}) QTest::addRow("%d", parts) << parts;
}

void TestSweep::shardsMergeToTheVerySameFile() {
  QFETCH(int, parts);
  const PreparedData data = sine(40);
  std::vector<ShardFile> files;
  for (int i = parts; i >= 1; --i)
    files.push_back({std::to_string(i), ::shardText(design(3), data, spec(), {i, parts})});
  const auto merged = mergeShards(files);
  QVERIFY2(merged, merged ? "" : english(merged.error()).c_str());
  QCOMPARE(sweepCsv(merged->result, false), sweepCsv(run(design(3), data, spec(), 1), false));
  QVERIFY(merged->result.spec.units == spec().units);
  QCOMPARE(merged->result.spec.repeats, 2);
}

void TestSweep::wrongShardsAreRefused() {
  const PreparedData data = sine(40);
  const ShardFile first{"1", ::shardText(design(3), data, spec(), {1, 2})};
  const ShardFile second{"2", ::shardText(design(3), data, spec(), {2, 2})};
  const auto refusal = [](const std::vector<ShardFile>& files) {
    const auto merged = mergeShards(files);
    return QString::fromStdString(merged ? "" : english(merged.error()));
  };
  QVERIFY(refusal({first, second}).isEmpty());
  QVERIFY(refusal({first}).contains("gap"));
  QVERIFY(refusal({first, first}).contains("overlap"));
  QVERIFY(refusal({first, second, second}).contains("overlap"));
  const ShardFile longer{"longer", ::shardText(design(4), data, spec(), {2, 2})};
  QVERIFY(refusal({first, longer}).contains("settings"));
  PreparedData other = data;
  other.yTrain(0, 0) += 0.5f;
  const ShardFile otherData{"data", ::shardText(design(3), other, spec(), {2, 2})};
  QVERIFY(refusal({first, otherData}).contains("data"));
  const ShardFile timed{"timed", ::shardText(design(3), data, spec(), {2, 2}, true)};
  QVERIFY(refusal({first, timed}).contains("settings"));
  ShardFile cut = second;
  cut.text.erase(cut.text.rfind('\n', cut.text.size() - 2) + 1);
  QVERIFY(refusal({first, cut}).contains("gap"));
  ShardFile damaged = second;
  damaged.text += "1,2,x\n";
  QVERIFY(refusal({first, damaged}).contains("row 9"));
  const ShardFile whole{"whole", sweepCsv(run(design(3), data, spec(), 1), false)};
  QVERIFY(refusal({whole}).contains("shard"));
  QVERIFY(!refusal({{"empty", ""}}).isEmpty());
}

void TestSweep::shardText_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<bool>("good");
  for (const char* good : {"1/1", "2/8", "8/8"}) QTest::newRow(good) << good << true;
  for (const char* bad : {"", "0/2", "3/2", "1", "1/", "/2", "a/b", "1/2/3", "-1/2", "1/0"})
    QTest::addRow("bad '%s'", bad) << bad << false;
}

void TestSweep::shardText() {
  QFETCH(QString, text);
  QFETCH(bool, good);
  QCOMPARE(shardFromText(text.toStdString()).has_value(), good);
}

LAYERLAB_TEST(TestSweep, "sweep")
#include "tst_sweep.moc"
