#include "tests/core/sweep_helpers.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace layerlab;

// Cancelling is prompt by what is still done, not by the clock of a busy machine: a fit asks after
// every batch, so that nobody begins another epoch.

class TestSweepCancel : public QObject {
  Q_OBJECT
private slots:
  void nobodyBeginsAnotherEpoch_data() {
    QTest::addColumn<int>("threads");
    QTest::newRow("one") << 1;
    QTest::newRow("two") << 2;
    QTest::newRow("four") << 4;
  }
  void nobodyBeginsAnotherEpoch() {
    QFETCH(int, threads);
    SweepControl control;
    std::atomic<int> told{0};
    std::atomic<int> afterwards{0};
    control.epochDone = [&](const EpochRecord&) {
      if (control.cancel.cancelled()) ++afterwards; // was under way
      if (++told == 5) control.cancel.cancel();
    };
    const SweepResult result =
        sweepOf(sineDesign(1000), sineData(400), sineSweep(), threads, control);
    QVERIFY(result.cancelled);
    QVERIFY(told >= 5);
    QVERIFY2(afterwards <= threads - 1, qPrintable(QString::number(afterwards)));
    QVERIFY(std::none_of(result.trials.begin(), result.trials.end(),
                         [](const TrialResult& trial) { return trial.done; }));
  }

  void aSweepCancelledBeforeItBeginsTrainsNothing() {
    SweepControl control;
    std::atomic<int> told{0};
    control.epochDone = [&](const EpochRecord&) { ++told; };
    control.cancel.cancel();
    const SweepResult result = sweepOf(sineDesign(10), sineData(40), sineSweep(), 2, control);
    QVERIFY(result.cancelled);
    QCOMPARE(told.load(), 0);
  }
};

LAYERLAB_TEST(TestSweepCancel, "sweep_cancel")
#include "tst_sweep_cancel.moc"
