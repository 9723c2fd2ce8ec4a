#include "tests/session/tables.h"
#include "tests/testmain.h"
#include "ui/session/workbench.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace layerlab;

namespace {

using State = Workbench::TrainState;
constexpr int endless = 1'000'000'000;
constexpr int patienceMs = 30'000;

/// A workbench with linesTable and a design `epochs` long.
std::unique_ptr<Workbench> bench(int epochs, int rows = 200) {
  auto workbench = std::make_unique<Workbench>();
  workbench->session().setProject(linesTable(rows), linesDesign(epochs));
  return workbench;
}

bool isIdle(const Workbench& workbench) {
  return workbench.trainState() == State::idle;
}

bool hasEpochs(Workbench& workbench, std::size_t count) {
  const Run* run = workbench.session().currentRun();
  return run && run->history.epochs.size() >= count;
}

/// Is the job's last word in, not only the wish to stop?
bool hasEnded(Workbench& workbench) {
  const Run* run = workbench.session().currentRun();
  return run && !run->running && !run->weights.empty();
}

QString writeCsv(const QTemporaryDir& folder, const QString& name, int rows = 60) {
  const QString path = folder.filePath(name);
  QFile file(path);
  if (file.open(QIODevice::WriteOnly)) file.write(QByteArray::fromStdString(linesCsv(rows)));
  return path;
}

} // namespace

class TestWorkbench : public QObject {
  Q_OBJECT
private slots:
  void fitRunsToItsEnd();
  void theSameDesignGivesTheSameCurve();
  void fitAgainContinuesAndSaysSo();
  void resetStartsAnew();
  void changingTheNetworkStartsAnew();
  void aFitThatCannotRunSaysWhy();
  void stopKeepsWhatWasLearnt();
  void stoppingBeforeTheFirstEpochLeavesNoRun();
  void aHundredStartsAndStops();
  void fitWhileStoppingStartsAgain();
  void itCanBeDestroyedWhileTraining_data();
  void itCanBeDestroyedWhileTraining();
  void pauseHoldsStillAndResumeGoesOn();
  void stopEndsAPause();
  void theLearningRateChangesLive();
  void anEditStopsTrainingAndSaysSo_data();
  void anEditStopsTrainingAndSaysSo();
  void undoWhileTrainingStopsIt();
  void deletingTheRunStopsIt();
  void divergenceIsAnEndingAndTheNextFitStartsAnew();
  void weightsAppearWhileTraining();
  void anotherTableStopsTraining();
  void aDamagedTableLeavesEverythingAsItWas();
  void loadingCanBeCancelledAndReplaced();
  void preparingIsDoneOnce();
  void noEventPerEpoch();
};

void TestWorkbench::fitRunsToItsEnd() {
  const auto workbench = bench(20);
  QSignalSpy states(workbench.get(), &Workbench::trainStateChanged);
  workbench->fit();
  QCOMPARE(workbench->trainState(), State::preparing);
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  const Run* run = workbench->session().currentRun();
  QVERIFY(run);
  QVERIFY(!run->running);
  QVERIFY(run->end == FitEnd::completed);
  QCOMPARE(run->history.epochs.size(), 20U);
  QCOMPARE(run->history.epochs.back().epoch, 20);
  QVERIFY(run->history.epochs.back().loss < run->history.epochs.front().loss);
  QVERIFY(run->history.epochs.back().valLoss.has_value());
  QVERIFY(run->baseline.has_value() && *run->baseline > 0.0);
  QVERIFY(workbench->session().weights() == run->weights);
  QVERIFY(workbench->samplesPerSecond() > 0.0);
  QVERIFY(states.count() >= 3); // preparing, running, idle
}

void TestWorkbench::theSameDesignGivesTheSameCurve() {
  const Design design = linesDesign(12);
  const auto data = prepare(*linesTable(), design.data, design.fit.seed);
  QVERIFY(data);
  const auto direct = runFit(design, **data);
  QVERIFY(direct);
  const auto workbench = bench(12);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  const Run* run = workbench->session().currentRun();
  QCOMPARE(run->history.epochs.size(), direct->history.epochs.size());
  for (std::size_t i = 0; i < run->history.epochs.size(); ++i)
    QCOMPARE(run->history.epochs[i].loss, direct->history.epochs[i].loss);
  QVERIFY(run->weights == direct->weights);
}

void TestWorkbench::fitAgainContinuesAndSaysSo() {
  const auto workbench = bench(15);
  QCOMPARE(workbench->continuesRun(), 0);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  const Run first = *workbench->session().currentRun();
  QCOMPARE(workbench->continuesRun(), first.id);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  QCOMPARE(workbench->session().runs().size(), 2U);
  const Run* second = workbench->session().currentRun();
  QCOMPARE(second->history.epochs.front().epoch, 1);
  QVERIFY(second->history.epochs.front().loss < first.history.epochs.front().loss);
  QVERIFY(second->name.contains("continues"));
  QVERIFY(second->name.contains(first.name));
}

void TestWorkbench::resetStartsAnew() {
  const auto workbench = bench(10);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  workbench->reset();
  QVERIFY(!workbench->session().weights());
  QVERIFY(!workbench->session().currentRun());
  QCOMPARE(workbench->continuesRun(), 0);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  const auto& runs = workbench->session().runs();
  QCOMPARE(runs.size(), 2U);
  for (std::size_t i = 0; i < 10; ++i)
    QCOMPARE(runs[1].history.epochs[i].loss, runs[0].history.epochs[i].loss);
}

void TestWorkbench::changingTheNetworkStartsAnew() {
  const auto workbench = bench(5);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  workbench->session().edit("units", {}, [](Design& d) { d.network.layers.front().units = 7; });
  QCOMPARE(workbench->continuesRun(), 0);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  const Run* run = workbench->session().currentRun();
  QVERIFY(!run->name.contains("continues"));
  QCOMPARE(run->weights.front().kernel.cols, 7U);
}

void TestWorkbench::aFitThatCannotRunSaysWhy() {
  Workbench empty;
  QSignalSpy failed(&empty, &Workbench::failed);
  empty.fit();
  QVERIFY(isIdle(empty));
  QCOMPARE(failed.count(), 1);
  QCOMPARE(failed.front().front().toString(), QString("training"));

  const auto workbench = bench(5);
  workbench->session().edit("lr", {}, [](Design& d) { d.fit.optimizer.learningRate = 0.0; });
  QSignalSpy refused(workbench.get(), &Workbench::failed);
  workbench->fit();
  QVERIFY(isIdle(*workbench));
  QCOMPARE(refused.count(), 1);
  QVERIFY(workbench->session().runs().empty());
}

void TestWorkbench::stopKeepsWhatWasLearnt() {
  const auto workbench = bench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 10), patienceMs);
  workbench->stop();
  QVERIFY(isIdle(*workbench));
  QVERIFY(!workbench->session().currentRun()->running);
  QTRY_VERIFY_WITH_TIMEOUT(hasEnded(*workbench), patienceMs);
  const Run* run = workbench->session().currentRun();
  QVERIFY(run->end == FitEnd::cancelled);
  QVERIFY(run->history.epochs.size() >= 10);
  QVERIFY(workbench->session().weights() == run->weights);
}

void TestWorkbench::stoppingBeforeTheFirstEpochLeavesNoRun() {
  const auto workbench = bench(endless);
  workbench->fit();
  workbench->stop(); // while it prepares
  QVERIFY(isIdle(*workbench));
  QSignalSpy states(workbench.get(), &Workbench::trainStateChanged);
  QVERIFY(states.wait(patienceMs)); // the job has ended
  QVERIFY(workbench->session().runs().empty());
  QVERIFY(isIdle(*workbench));
}

void TestWorkbench::aHundredStartsAndStops() {
  const auto workbench = bench(endless);
  for (int i = 0; i < 100; ++i) {
    workbench->fit();
    if (i % 3 != 0) QTest::qWait(i % 7);
    workbench->stop();
    QVERIFY(isIdle(*workbench));
  }
  workbench->session().edit("epochs", {}, [](Design& d) { d.fit.epochs = 3; });
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench) && hasEnded(*workbench), patienceMs);
  QCOMPARE(workbench->session().currentRun()->history.epochs.size(), 3U);
  QVERIFY(workbench->session().runs().size() <= 50);
}

void TestWorkbench::fitWhileStoppingStartsAgain() {
  const auto workbench = bench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->stop();
  workbench->fit();
  QCOMPARE(workbench->trainState(), State::preparing);
  QTRY_COMPARE_WITH_TIMEOUT(workbench->trainState(), State::running, patienceMs);
  QCOMPARE(workbench->session().runs().size(), 2U);
}

void TestWorkbench::itCanBeDestroyedWhileTraining_data() {
  QTest::addColumn<int>("when");
  QTest::newRow("preparing") << 0;
  QTest::newRow("running") << 1;
  QTest::newRow("paused") << 2;
  QTest::newRow("stopping") << 3;
  QTest::newRow("stopping, to start again") << 4;
}

void TestWorkbench::itCanBeDestroyedWhileTraining() {
  QFETCH(int, when);
  auto workbench = bench(endless);
  workbench->fit();
  if (when > 0) QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  if (when == 2) workbench->pause();
  if (when >= 3) workbench->stop();
  if (when == 4) workbench->fit();
  QElapsedTimer timer;
  timer.start();
  workbench.reset();
  QVERIFY(timer.elapsed() < 2000);
}

void TestWorkbench::pauseHoldsStillAndResumeGoesOn() {
  const auto workbench = bench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->pause();
  QCOMPARE(workbench->trainState(), State::paused);
  // The order travels while some more epochs arrive; then nothing may move for many frames.
  std::size_t before = 0;
  const auto epochs = [&] { return workbench->session().currentRun()->history.epochs.size(); };
  int stillLooks = 0;
  const auto isStill = [&] {
    const std::size_t last = std::exchange(before, epochs());
    stillLooks = last == before ? stillLooks + 1 : 0;
    return stillLooks >= 6;
  };
  QTRY_VERIFY_WITH_TIMEOUT(isStill(), patienceMs);
  QTest::qWait(100);
  QCOMPARE(epochs(), before);
  workbench->resume();
  QCOMPARE(workbench->trainState(), State::running);
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, before + 10), patienceMs);
}

void TestWorkbench::stopEndsAPause() {
  const auto workbench = bench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->pause();
  workbench->stop();
  QVERIFY(isIdle(*workbench));
  QTRY_VERIFY_WITH_TIMEOUT(hasEnded(*workbench), patienceMs);
}

void TestWorkbench::theLearningRateChangesLive() {
  const auto workbench = bench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->setLearningRate(0.125);
  const auto newestRate = [&] {
    return workbench->session().currentRun()->history.epochs.back().learningRate;
  };
  QTRY_COMPARE_WITH_TIMEOUT(newestRate(), 0.125, patienceMs);
  QCOMPARE(workbench->trainState(), State::running);
  QCOMPARE(workbench->session().currentRun()->history.epochs.front().learningRate, 0.01);
  workbench->session().undoStack().undo();
  QTRY_COMPARE_WITH_TIMEOUT(newestRate(), 0.01, patienceMs);
  QCOMPARE(workbench->trainState(), State::running);
}

void TestWorkbench::anEditStopsTrainingAndSaysSo_data() {
  QTest::addColumn<int>("edit");
  QTest::newRow("units") << 0;
  QTest::newRow("optimizer") << 1;
  QTest::newRow("split") << 2;
}

void TestWorkbench::anEditStopsTrainingAndSaysSo() {
  QFETCH(int, edit);
  const std::vector<std::function<void(Design&)>> edits{
      [](Design& d) { d.network.layers.front().units = 3; },
      [](Design& d) { d.fit.optimizer.kind = OptimizerKind::sgd; },
      [](Design& d) { d.data.validationSplit = 0.5; }};
  const auto workbench = bench(endless);
  QSignalSpy said(workbench.get(), &Workbench::said);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->session().edit("edit", {}, edits.at(static_cast<std::size_t>(edit)));
  QVERIFY(isIdle(*workbench));
  QCOMPARE(said.count(), 1);
  QTRY_VERIFY_WITH_TIMEOUT(hasEnded(*workbench), patienceMs);
  // The weights of the old model must not come back once the job has ended.
  QCOMPARE(workbench->session().weights().has_value(), edit == 1);
}

void TestWorkbench::undoWhileTrainingStopsIt() {
  const auto workbench = bench(endless);
  workbench->session().edit("units", {}, [](Design& d) { d.network.layers.front().units = 3; });
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->session().undoStack().undo();
  QVERIFY(isIdle(*workbench));
}

void TestWorkbench::deletingTheRunStopsIt() {
  const auto workbench = bench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->session().removeRun(workbench->session().currentRun()->id);
  QVERIFY(isIdle(*workbench));
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  QCOMPARE(workbench->session().runs().size(), 1U);
}

void TestWorkbench::divergenceIsAnEndingAndTheNextFitStartsAnew() {
  const auto workbench = bench(50);
  workbench->session().edit("sgd", {}, [](Design& d) {
    d.fit.optimizer.kind = OptimizerKind::sgd;
    d.fit.optimizer.learningRate = 1e20;
  });
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  const Run* run = workbench->session().currentRun();
  QVERIFY(run->end == FitEnd::diverged);
  QVERIFY(run->divergedEpoch >= 1);
  for (const EpochRecord& epoch : run->history.epochs) QVERIFY(std::isfinite(epoch.loss));
  QCOMPARE(workbench->continuesRun(), 0);
}

void TestWorkbench::weightsAppearWhileTraining() {
  const auto workbench = bench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(workbench->session().weights().has_value(), patienceMs);
  const Weights first = *workbench->session().weights();
  QTRY_VERIFY_WITH_TIMEOUT(*workbench->session().weights() != first, patienceMs);
  QVERIFY(checkWeights(first, workbench->session().design().network, 2));
}

void TestWorkbench::anotherTableStopsTraining() {
  const QTemporaryDir folder;
  const auto workbench = bench(endless);
  QSignalSpy said(workbench.get(), &Workbench::said);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->openFile(writeCsv(folder, "other.csv"));
  QVERIFY(workbench->isLoading());
  QVERIFY(!isIdle(*workbench)); // until the new one is there
  QTRY_VERIFY_WITH_TIMEOUT(!workbench->isLoading(), patienceMs);
  QVERIFY(isIdle(*workbench));
  QCOMPARE(said.count(), 1);
  QCOMPARE(workbench->session().table()->rows, 60);
  QVERIFY(workbench->session().runs().empty());
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  QCOMPARE(workbench->session().runs().size(), 1U);
}

void TestWorkbench::aDamagedTableLeavesEverythingAsItWas() {
  const auto workbench = bench(endless);
  const TablePtr table = workbench->session().table();
  const Design design = workbench->session().design();
  QSignalSpy failed(workbench.get(), &Workbench::failed);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  for (const char* path : {"/dev/zero", "/no/such/file.csv", "/no/such/file.layerlab", "/"}) {
    failed.clear();
    workbench->openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(!workbench->isLoading(), patienceMs);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.front().front().toString(), QString("data"));
    QVERIFY(workbench->session().table() == table);
    QVERIFY(workbench->session().design() == design);
    QCOMPARE(workbench->trainState(), State::running);
  }
}

void TestWorkbench::loadingCanBeCancelledAndReplaced() {
  const QTemporaryDir folder;
  Workbench workbench;
  workbench.openFile(writeCsv(folder, "first.csv", 20'000));
  workbench.openFile(writeCsv(folder, "second.csv", 30));
  QTRY_VERIFY_WITH_TIMEOUT(!workbench.isLoading(), patienceMs);
  QCOMPARE(workbench.session().table()->rows, 30);
  QVERIFY(workbench.dataPath().endsWith("second.csv"));
  workbench.openFile(folder.filePath("first.csv"));
  workbench.cancelLoading();
  QVERIFY(!workbench.isLoading());
  QTest::qWait(50);
  QCOMPARE(workbench.session().table()->rows, 30);
}

void TestWorkbench::preparingIsDoneOnce() {
  const auto workbench = bench(2);
  QVERIFY(!workbench->prepared());
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  const PreparedPtr first = workbench->prepared();
  QVERIFY(first);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  QCOMPARE(workbench->prepared().get(), first.get());
  workbench->session().edit("split", {}, [](Design& d) { d.data.validationSplit = 0.4; });
  QVERIFY(!workbench->prepared());
}

/// Counts the calls queued from other threads.
class QueuedCalls : public QObject {
public:
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() == QEvent::MetaCall) ++count;
    return false;
  }
  int count = 0;
};

void TestWorkbench::noEventPerEpoch() {
  QueuedCalls queued;
  qApp->installEventFilter(&queued);
  const auto workbench = bench(20'000);
  QSignalSpy added(workbench.get(), &Workbench::epochsAdded);
  QElapsedTimer timer;
  timer.start();
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  qApp->removeEventFilter(&queued);
  QCOMPARE(workbench->session().currentRun()->history.epochs.size(), 20'000U);
  QCOMPARE(queued.count, 0);
  QVERIFY(added.count() <= timer.elapsed() / 16 + 2);
}

LAYERLAB_TEST(TestWorkbench, "workbench")
#include "tst_workbench.moc"
