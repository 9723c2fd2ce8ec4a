#include "tests/core/project_helpers.h"
#include "tests/testmain.h"

#include <QTest>

#include <clocale>
#include <cmath>
#include <limits>

using namespace layerlab;

namespace {

/// A project with two runs: one diverged without weights, one whole.
Project withRuns() {
  Project project = savedModel();
  SavedRun first;
  first.number = 3;
  first.name = "too fast \u2028";
  first.colour = 5;
  first.visible = false;
  first.design = everySetting();
  first.end = FitEnd::diverged;
  first.divergedEpoch = 2;
  first.history = History{{Metric::accuracy}, {epochOf(1, 0.9)}};
  first.history.epochs.back().seconds = first.seconds = 1.5;
  SavedRun second = first;
  second.number = 4;
  second.name = "good";
  second.end = FitEnd::stoppedEarly;
  second.baseline = 0.1 + 0.2;
  second.weights = *project.weights;
  SavedRun third;
  third.number = 5;
  third.current = true;
  third.design = everySetting();
  project.runs = {first, second, third};
  return project;
}

} // namespace

/// What is written comes back equal: models, designs, weights, sweeps, runs.
class TestProjectRoundtrip : public QObject {
  Q_OBJECT
private slots:
  void aModelComesBackEqual();
  void aDesignComesBackEqual();
  void aDesignComesBackEqualForEveryOptimizer();
  void weightsAreExactInFloat32();
  void weightsMayStandUnderAKey();
  void numbersDoNotDependOnTheLocale();
  void sweepsComeBackEqual();
  void nonFiniteEpochsAreNotSaved();
  void runsComeBackEqual();
};

void TestProjectRoundtrip::aModelComesBackEqual() {
  const Project before = savedModel();
  const auto after = projectFromJson(projectToJson(before));
  QVERIFY2(after, after ? "" : english(after.error()).c_str());
  QVERIFY(after->design == before.design);
  QVERIFY(*after->weights == *before.weights);
  QVERIFY(*after->preprocessing == *before.preprocessing);
  QVERIFY(*after->history == *before.history);
  QCOMPARE(after->dataFile, before.dataFile);
  QCOMPARE(after->dataText, before.dataText);
  QVERIFY(after->reading == before.reading);
  QVERIFY(after->unknown.empty());
  QCOMPARE(projectToJson(*after), projectToJson(before));
}

void TestProjectRoundtrip::aDesignComesBackEqual() {
  const auto after = designFromJson(designToJson(everySetting()));
  QVERIFY(after);
  QVERIFY(*after == everySetting());
  const auto plain = designFromJson(designToJson(Design{}));
  QVERIFY(plain);
  QVERIFY(*plain == Design{});
}

void TestProjectRoundtrip::aDesignComesBackEqualForEveryOptimizer() {
  for (const auto kind :
       {OptimizerKind::sgd, OptimizerKind::rmsprop, OptimizerKind::adagrad, OptimizerKind::adam,
        OptimizerKind::adamw, OptimizerKind::nadam, OptimizerKind::adamax}) {
    Design design;
    design.fit.optimizer.kind = kind;
    design.fit.optimizer.weightDecay = 0.125;
    design.fit.optimizer.rho = 0.8;
    const auto after = designFromJson(designToJson(design));
    QVERIFY2(after, kerasName(kind));
    QVERIFY(*after == design);
  }
}

void TestProjectRoundtrip::weightsAreExactInFloat32() {
  LayerWeights layer = randomLayer(40, 30, 7);
  layer.kernel(0, 0) = std::numeric_limits<float>::max();
  layer.kernel(0, 1) = std::numeric_limits<float>::denorm_min();
  layer.kernel(0, 2) = -std::numeric_limits<float>::min();
  layer.kernel(0, 3) = 0.1f;
  const Weights weights{layer};
  const auto after = weightsFromJson(weightsToJson(weights));
  QVERIFY(after);
  QVERIFY(*after == weights);
}

void TestProjectRoundtrip::weightsMayStandUnderAKey() {
  const std::string list = R"([{"kernel": [[1, 2], [3, 4.5]], "bias": [0, -1]}])";
  const auto plain = weightsFromJson(list);
  const auto keyed = weightsFromJson(R"({"other": 1, "weights": )" + list + "}");
  QVERIFY(plain && keyed);
  QVERIFY(*plain == *keyed);
  QCOMPARE(plain->front().kernel(1, 1), 4.5f);
  QCOMPARE(plain->front().bias.at(1), -1.0f);
}

void TestProjectRoundtrip::numbersDoNotDependOnTheLocale() {
  const std::string before = projectToJson(savedModel());
  const std::string old = std::setlocale(LC_ALL, nullptr);
  for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "C.UTF-8"})
    if (std::setlocale(LC_ALL, name)) break;
  const std::string during = projectToJson(savedModel());
  const auto read = projectFromJson(before);
  std::setlocale(LC_ALL, old.c_str());
  QCOMPARE(during, before);
  QVERIFY(read);
  QVERIFY(read->design == savedModel().design);
}

void TestProjectRoundtrip::sweepsComeBackEqual() {
  const Project before = savedSweep();
  const auto after = projectFromJson(projectToJson(before));
  QVERIFY2(after, after ? "" : english(after.error()).c_str());
  QCOMPARE(after->sweeps.size(), std::size_t{2});
  QVERIFY(after->unknown.empty());
  const SweepResult& a = before.sweeps.front();
  const SweepResult& b = after->sweeps.front();
  QVERIFY(a.spec == b.spec);
  QVERIFY(a.design == b.design);
  QVERIFY(b.cancelled); // one trial is missing
  for (std::size_t i = 0; i < a.trials.size(); ++i) {
    QCOMPARE(b.trials[i].trial.seed, a.trials[i].trial.seed);
    QCOMPARE(b.trials[i].done, a.trials[i].done);
    if (!a.trials[i].done) continue;
    QCOMPARE(int(b.trials[i].status), int(a.trials[i].status));
    QCOMPARE(b.trials[i].finalLoss, a.trials[i].finalLoss); // to the last bit
    QCOMPARE(b.trials[i].bestValLoss, a.trials[i].bestValLoss);
    QCOMPARE(b.trials[i].score, a.trials[i].score);
    QCOMPARE(b.trials[i].parameters, a.trials[i].parameters);
  }
  QCOMPARE(projectToJson(*after), projectToJson(before));
}

void TestProjectRoundtrip::nonFiniteEpochsAreNotSaved() {
  Project project = savedModel();
  project.history->epochs.push_back(epochOf(3, std::nan("")));
  const std::string text = projectToJson(project);
  QVERIFY(text.find("nan") == std::string::npos && text.find("null, null") == std::string::npos);
  const auto after = projectFromJson(text);
  QVERIFY(after);
  QCOMPARE(after->history->epochs.size(), std::size_t{2});
}

void TestProjectRoundtrip::runsComeBackEqual() {
  const Project before = withRuns();
  const auto after = projectFromJson(projectToJson(before));
  QVERIFY2(after, after ? "" : english(after.error()).c_str());
  QCOMPARE(after->runs.size(), std::size_t{3});
  for (std::size_t i = 0; i < 3; ++i) {
    const SavedRun& a = after->runs[i];
    const SavedRun& b = before.runs[i];
    QCOMPARE(a.number, b.number);
    QCOMPARE(a.name, b.name);
    QCOMPARE(a.colour, b.colour);
    QCOMPARE(a.visible, b.visible);
    QCOMPARE(a.current, b.current);
    QCOMPARE(a.end, b.end);
    QCOMPARE(a.divergedEpoch, i == 0 ? 2 : 0);
    QVERIFY(a.baseline == b.baseline);
    QCOMPARE(a.seconds, b.seconds);
    QVERIFY(a.design == b.design);
    QVERIFY(a.history.epochs == b.history.epochs);
    QVERIFY(a.weights == b.weights);
  }
  QVERIFY(after->unknown.empty());
  QCOMPARE(projectToJson(*after), projectToJson(before));
}

LAYERLAB_TEST(TestProjectRoundtrip, "project_roundtrip")
#include "tst_project_roundtrip.moc"
