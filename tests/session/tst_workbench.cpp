#include "tests/session/bench.h"
#include "tests/testmain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace layerlab;

/// Fits from start to end, and the tables they are fitted to.
class TestWorkbench : public QObject {
  Q_OBJECT
private slots:
  void fitRunsToItsEnd();
  void theSameDesignGivesTheSameCurve();
  void fitAgainContinuesAndSaysSo();
  void aTrainedNetworkIsWorkToSave();
  void whatIsTrainedAfterASaveIsStillToSave();
  void resetStartsAnew();
  void changingTheNetworkStartsAnew();
  void aFitThatCannotRunSaysWhy();
  void theLearningRateChangesLive();
  void divergenceIsAnEndingAndTheNextFitStartsAnew();
  void weightsAppearWhileTraining();
  void aDamagedTableLeavesEverythingAsItWas();
  void loadingCanBeCancelledAndReplaced();
  void preparingIsDoneOnce();
  void noEventPerEpoch();
};

void TestWorkbench::fitRunsToItsEnd() {
  const auto workbench = linesBench(20);
  QSignalSpy states(workbench.get(), &Workbench::trainStateChanged);
  workbench->fit();
  QCOMPARE(workbench->trainState(), TrainState::preparing);
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
  const auto workbench = linesBench(12);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
  const Run* run = workbench->session().currentRun();
  QCOMPARE(run->history.epochs.size(), direct->history.epochs.size());
  for (std::size_t i = 0; i < run->history.epochs.size(); ++i)
    QCOMPARE(run->history.epochs[i].loss, direct->history.epochs[i].loss);
  QVERIFY(run->weights == direct->weights);
}

void TestWorkbench::fitAgainContinuesAndSaysSo() {
  const auto workbench = linesBench(15);
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

void TestWorkbench::aTrainedNetworkIsWorkToSave() {
  const auto workbench = linesBench(5);
  Session& session = workbench->session();
  QVERIFY(!session.isDirty());
  for (int fits = 0; fits < 2; ++fits) {
    const int before = session.revision();
    workbench->fit();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(*workbench), patienceMs);
    QVERIFY(session.isDirty());
    QVERIFY(session.revision() != before);
    session.markSaved();
  }
}

void TestWorkbench::whatIsTrainedAfterASaveIsStillToSave() {
  const auto workbench = linesBench(endless);
  Session& session = workbench->session();
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  QVERIFY(session.isDirty());
  session.markSaved();
  QTRY_VERIFY_WITH_TIMEOUT(session.isDirty(), patienceMs); // it goes on
  workbench->stop();
  session.markSaved();
  QTRY_VERIFY_WITH_TIMEOUT(hasEnded(*workbench), patienceMs);
  QVERIFY(session.isDirty()); // the run's weights came only now
}

void TestWorkbench::resetStartsAnew() {
  const auto workbench = linesBench(10);
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
  const auto workbench = linesBench(5);
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

  const auto workbench = linesBench(5);
  workbench->session().edit("lr", {}, [](Design& d) { d.fit.optimizer.learningRate = 0.0; });
  QSignalSpy refused(workbench.get(), &Workbench::failed);
  workbench->fit();
  QVERIFY(isIdle(*workbench));
  QCOMPARE(refused.count(), 1);
  QVERIFY(workbench->session().runs().empty());
}

void TestWorkbench::theLearningRateChangesLive() {
  const auto workbench = linesBench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->setLearningRate(0.125);
  const auto newestRate = [&] {
    return workbench->session().currentRun()->history.epochs.back().learningRate;
  };
  QTRY_COMPARE_WITH_TIMEOUT(newestRate(), 0.125, patienceMs);
  QCOMPARE(workbench->trainState(), TrainState::running);
  QCOMPARE(workbench->session().currentRun()->history.epochs.front().learningRate, 0.01);
  workbench->session().undoStack().undo();
  QTRY_COMPARE_WITH_TIMEOUT(newestRate(), 0.01, patienceMs);
  QCOMPARE(workbench->trainState(), TrainState::running);
}

void TestWorkbench::divergenceIsAnEndingAndTheNextFitStartsAnew() {
  const auto workbench = linesBench(50);
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
  const auto workbench = linesBench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(workbench->session().weights().has_value(), patienceMs);
  const Weights first = *workbench->session().weights();
  QTRY_VERIFY_WITH_TIMEOUT(*workbench->session().weights() != first, patienceMs);
  QVERIFY(checkWeights(first, workbench->session().design().network, 2));
}

void TestWorkbench::aDamagedTableLeavesEverythingAsItWas() {
  const auto workbench = linesBench(endless);
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
    QCOMPARE(workbench->trainState(), TrainState::running);
  }
}

void TestWorkbench::loadingCanBeCancelledAndReplaced() {
  const QTemporaryDir folder;
  Workbench workbench;
  workbench.openFile(writeLines(folder.filePath("first.csv"), 20'000));
  workbench.openFile(writeLines(folder.filePath("second.csv"), 30));
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
  const auto workbench = linesBench(2);
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
  const auto workbench = linesBench(20'000);
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
