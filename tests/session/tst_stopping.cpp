#include "tests/session/bench.h"
#include "tests/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <utility>
#include <vector>

using namespace layerlab;

/// What ends or holds a training: stop, pause, an edit, another table, the end of the program.
class TestStopping : public QObject {
  Q_OBJECT
private slots:
  void stopKeepsWhatWasLearnt();
  void stoppingBeforeTheFirstEpochLeavesNoRun();
  void aHundredStartsAndStops();
  void fitWhileStoppingStartsAgain();
  void itCanBeDestroyedWhileTraining_data();
  void itCanBeDestroyedWhileTraining();
  void pauseHoldsStillAndResumeGoesOn();
  void stopEndsAPause();
  void anEditStopsTrainingAndSaysSo_data();
  void anEditStopsTrainingAndSaysSo();
  void undoWhileTrainingStopsIt();
  void deletingTheRunStopsIt();
  void anotherTableStopsTraining();
};

void TestStopping::stopKeepsWhatWasLearnt() {
  const auto workbench = linesBench(endless);
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

void TestStopping::stoppingBeforeTheFirstEpochLeavesNoRun() {
  const auto workbench = linesBench(endless);
  workbench->fit();
  workbench->stop(); // while it prepares
  QVERIFY(isIdle(*workbench));
  QSignalSpy states(workbench.get(), &Workbench::trainStateChanged);
  QVERIFY(states.wait(patienceMs)); // the job has ended
  QVERIFY(workbench->session().runs().empty());
  QVERIFY(isIdle(*workbench));
}

void TestStopping::aHundredStartsAndStops() {
  const auto workbench = linesBench(endless);
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

void TestStopping::fitWhileStoppingStartsAgain() {
  const auto workbench = linesBench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->stop();
  workbench->fit();
  QCOMPARE(workbench->trainState(), TrainState::preparing);
  QTRY_COMPARE_WITH_TIMEOUT(workbench->trainState(), TrainState::running, patienceMs);
  QCOMPARE(workbench->session().runs().size(), 2U);
}

void TestStopping::itCanBeDestroyedWhileTraining_data() {
  QTest::addColumn<int>("when");
  QTest::newRow("preparing") << 0;
  QTest::newRow("running") << 1;
  QTest::newRow("paused") << 2;
  QTest::newRow("stopping") << 3;
  QTest::newRow("stopping, to start again") << 4;
}

void TestStopping::itCanBeDestroyedWhileTraining() {
  QFETCH(int, when);
  auto workbench = linesBench(endless);
  workbench->fit();
  if (when > 0) QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  if (when == 2) workbench->pause();
  if (when >= 3) workbench->stop();
  if (when == 4) workbench->fit();
  workbench.reset(); // would wait for ever if it let the training go on
}

void TestStopping::pauseHoldsStillAndResumeGoesOn() {
  const auto workbench = linesBench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->pause();
  QCOMPARE(workbench->trainState(), TrainState::paused);
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
  QCOMPARE(workbench->trainState(), TrainState::running);
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, before + 10), patienceMs);
}

void TestStopping::stopEndsAPause() {
  const auto workbench = linesBench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->pause();
  workbench->stop();
  QVERIFY(isIdle(*workbench));
  QTRY_VERIFY_WITH_TIMEOUT(hasEnded(*workbench), patienceMs);
}

void TestStopping::anEditStopsTrainingAndSaysSo_data() {
  QTest::addColumn<int>("edit");
  QTest::newRow("units") << 0;
  QTest::newRow("optimizer") << 1;
  QTest::newRow("split") << 2;
}

void TestStopping::anEditStopsTrainingAndSaysSo() {
  QFETCH(int, edit);
  const std::vector<std::function<void(Design&)>> edits{
      [](Design& d) { d.network.layers.front().units = 3; },
      [](Design& d) { d.fit.optimizer.kind = OptimizerKind::sgd; },
      [](Design& d) { d.data.validationSplit = 0.5; }};
  const auto workbench = linesBench(endless);
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

void TestStopping::undoWhileTrainingStopsIt() {
  const auto workbench = linesBench(endless);
  workbench->session().edit("units", {}, [](Design& d) { d.network.layers.front().units = 3; });
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->session().undoStack().undo();
  QVERIFY(isIdle(*workbench));
}

void TestStopping::deletingTheRunStopsIt() {
  const auto workbench = linesBench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->session().removeRun(workbench->session().currentRun()->id);
  QVERIFY(isIdle(*workbench));
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  QCOMPARE(workbench->session().runs().size(), 1U);
}

void TestStopping::anotherTableStopsTraining() {
  const QTemporaryDir folder;
  const auto workbench = linesBench(endless);
  QSignalSpy said(workbench.get(), &Workbench::said);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(hasEpochs(*workbench, 1), patienceMs);
  workbench->openFile(writeLines(folder.filePath("other.csv"), 60));
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

LAYERLAB_TEST(TestStopping, "stopping")
#include "tst_stopping.moc"
