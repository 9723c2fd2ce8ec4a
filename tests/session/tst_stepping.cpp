#include "tests/session/bench.h"
#include "tests/testmain.h"
#include "ui/session/fitjob.h"
#include "ui/session/workbench.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace layerlab;

namespace {

/// 160 training rows in batches of 32: 5 batches per epoch.
std::unique_ptr<Workbench> steppingBench(int epochs) {
  auto workbench = std::make_unique<Workbench>();
  Design design = linesDesign(epochs);
  design.fit.batchSize = 32;
  design.data.validationSplit = 0.2;
  workbench->session().setProject(linesTable(200), design);
  return workbench;
}

bool stands(const Workbench& workbench) {
  return workbench.trainState() == TrainState::paused && workbench.place();
}

bool steps(Workbench& workbench, StepUnit unit) {
  workbench.step(unit);
  return QTest::qWaitFor([&] { return stands(workbench); }, patienceMs);
}

std::size_t epochsOf(Workbench& workbench) {
  const Run* run = workbench.session().currentRun();
  return run ? run->history.epochs.size() : 0;
}

bool ended(Workbench& workbench) {
  const Run* run = workbench.session().currentRun();
  return workbench.trainState() == TrainState::idle && run && !run->running;
}

} // namespace

class TestStepping : public QObject {
  Q_OBJECT
private slots:
  void anEpochStepStandsAfterOneEpoch();
  void batchStepsCountThroughTheEpoch();
  void stageStepsNameWhatComesNext();
  void steppingThenGoingOnGivesTheSameBits();
  void aStepWhileRunningHolds();
  void theWeightsShownAreThoseOfThePlace();
  void curvesAndWeightsMoveInTurn();
  void thePaceHoldsTrainingBack();
  void thePaceMayChangeAndStopEndsIt();
  void aWeightByHandIsUndoable();
  void aWeightByHandStopsTrainingAndIsKept();
  void anImpossibleWeightChangesNothing_data();
  void anImpossibleWeightChangesNothing();
  void aRemovedRunComesBack();
  void aRunsLookIsUndoable();
};

void TestStepping::anEpochStepStandsAfterOneEpoch() {
  const auto workbench = steppingBench(3);
  QVERIFY(steps(*workbench, StepUnit::epoch));
  QCOMPARE(epochsOf(*workbench), 1U);
  QCOMPARE(workbench->place()->epoch, 1);
  QCOMPARE(workbench->place()->batch, 5);
  QVERIFY(steps(*workbench, StepUnit::epoch));
  QCOMPARE(epochsOf(*workbench), 2U);
  workbench->step(StepUnit::epoch); // the last one ends the fit
  QTRY_VERIFY_WITH_TIMEOUT(ended(*workbench), patienceMs);
  QCOMPARE(epochsOf(*workbench), 3U);
  QVERIFY(workbench->session().currentRun()->end == FitEnd::completed);
}

void TestStepping::batchStepsCountThroughTheEpoch() {
  const auto workbench = steppingBench(endless);
  for (int batch = 1; batch <= 5; ++batch) {
    QVERIFY(steps(*workbench, StepUnit::batch));
    QCOMPARE(workbench->place()->batch, batch);
    QCOMPARE(epochsOf(*workbench), batch == 5 ? 1U : 0U);
  }
  QVERIFY(steps(*workbench, StepUnit::batch));
  QCOMPARE(workbench->place()->epoch, 2);
  QCOMPARE(workbench->place()->batch, 1);
}

void TestStepping::stageStepsNameWhatComesNext() {
  const auto workbench = steppingBench(endless);
  for (const FitStage next : {FitStage::batch, FitStage::predict, FitStage::measure,
                              FitStage::gradient, FitStage::update, FitStage::batch}) {
    QVERIFY(steps(*workbench, StepUnit::stage));
    QVERIFY(workbench->place()->next == next);
  }
  // A batch step finishes the batch that was begun.
  QVERIFY(steps(*workbench, StepUnit::stage));
  QVERIFY(steps(*workbench, StepUnit::batch));
  QCOMPARE(workbench->place()->batch, 2);
}

void TestStepping::steppingThenGoingOnGivesTheSameBits() {
  const auto straight = steppingBench(4);
  straight->fit();
  QTRY_VERIFY_WITH_TIMEOUT(ended(*straight), patienceMs);
  const auto stepped = steppingBench(4);
  QVERIFY(steps(*stepped, StepUnit::stage));
  QVERIFY(steps(*stepped, StepUnit::stage));
  QVERIFY(steps(*stepped, StepUnit::batch));
  QVERIFY(steps(*stepped, StepUnit::epoch));
  stepped->resume();
  QTRY_VERIFY_WITH_TIMEOUT(ended(*stepped), patienceMs);
  QVERIFY(stepped->session().currentRun()->weights == straight->session().currentRun()->weights);
}

void TestStepping::aStepWhileRunningHolds() {
  const auto workbench = steppingBench(endless);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(epochsOf(*workbench) >= 1, patienceMs);
  QVERIFY(steps(*workbench, StepUnit::epoch));
  QCOMPARE(static_cast<int>(epochsOf(*workbench)), workbench->place()->epoch);
}

void TestStepping::theWeightsShownAreThoseOfThePlace() {
  const auto workbench = steppingBench(2);
  QVERIFY(steps(*workbench, StepUnit::stage)); // drawn, nothing learnt yet
  const Design& design = workbench->session().design();
  QTRY_VERIFY(workbench->session().weights());
  QVERIFY(*workbench->session().weights() == initialWeights(design.network, 2, design.fit.seed));
  QVERIFY(steps(*workbench, StepUnit::batch));
  QTRY_VERIFY(*workbench->session().weights() !=
              initialWeights(design.network, 2, design.fit.seed));
}

void TestStepping::curvesAndWeightsMoveInTurn() {
  FitJob job;
  int curves = 0;
  int pictures = 0;
  int both = 0;
  int epoch = 0;
  connect(&job, &Job::progressed, this, [&] {
    const bool over = job.cancelled();
    const std::vector<EpochRecord> epochs = job.takeEpochs();
    const bool picture = job.takeWeights().has_value();
    for (const EpochRecord& record : epochs) QCOMPARE(record.epoch, ++epoch); // none is lost
    if (over) return;
    curves += epochs.empty() ? 0 : 1;
    pictures += picture ? 1 : 0;
    both += picture && !epochs.empty() ? 1 : 0;
    if (curves > 5 && pictures > 5) job.cancel();
  });
  QSignalSpy end(&job, &Job::finished);
  job.start(linesTable(200), linesDesign(endless), {}, {});
  QVERIFY(end.wait(patienceMs));
  QCOMPARE(both, 0);
  QCOMPARE(job.result()->history.epochs.size(), static_cast<std::size_t>(epoch));
}

void TestStepping::thePaceHoldsTrainingBack() {
  const auto workbench = steppingBench(6);
  QSignalSpy told(workbench.get(), &Workbench::paceChanged);
  workbench->setPace(20.0);
  QCOMPARE(told.count(), 1);
  QElapsedTimer clock;
  clock.start();
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(ended(*workbench), patienceMs);
  QVERIFY2(clock.elapsed() >= 200, qPrintable(QString::number(clock.elapsed())));
  QVERIFY(workbench->samplesPerSecond() <= 20.0 * 160);
}

void TestStepping::thePaceMayChangeAndStopEndsIt() {
  const auto workbench = steppingBench(50);
  workbench->setPace(0.001);
  workbench->fit();
  QTRY_COMPARE_WITH_TIMEOUT(workbench->trainState(), TrainState::running, patienceMs);
  workbench->setPace(0.0);
  QTRY_VERIFY_WITH_TIMEOUT(ended(*workbench), patienceMs);
  QCOMPARE(epochsOf(*workbench), 50U);
  workbench->setPace(0.001);
  workbench->fit();
  QTRY_COMPARE_WITH_TIMEOUT(workbench->trainState(), TrainState::running, patienceMs);
  workbench->stop();
  QTRY_COMPARE_WITH_TIMEOUT(workbench->trainState(), TrainState::idle, patienceMs);
}

void TestStepping::aWeightByHandIsUndoable() {
  const auto workbench = steppingBench(2);
  Session& session = workbench->session();
  workbench->setWeight({0, 1, 2}, 0.75f); // draws the initial ones first
  QVERIFY(session.weights());
  const Weights drawn = initialWeights(session.design().network, 2, session.design().fit.seed);
  QCOMPARE((*session.weights())[0].kernel(1, 2), 0.75f);
  workbench->setWeight({1, -1, 0}, -2.0f);
  QCOMPARE((*session.weights())[1].bias[0], -2.0f);
  session.undoStack().undo();
  session.undoStack().undo();
  QVERIFY(*session.weights() == drawn);
  session.undoStack().redo();
  QCOMPARE((*session.weights())[0].kernel(1, 2), 0.75f);
}

void TestStepping::aWeightByHandStopsTrainingAndIsKept() {
  const auto workbench = steppingBench(endless);
  QSignalSpy said(workbench.get(), &Workbench::said);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(epochsOf(*workbench) >= 1 && workbench->session().weights(), patienceMs);
  workbench->setWeight({0, 0, 0}, 12.5f);
  QCOMPARE(said.count(), 1);
  QTRY_VERIFY_WITH_TIMEOUT(ended(*workbench), patienceMs);
  QCOMPARE((*workbench->session().weights())[0].kernel(0, 0), 12.5f);
  // The next fit goes on from there; training moves the weight, so that undo lets it be.
  QVERIFY(steps(*workbench, StepUnit::epoch));
  QTRY_VERIFY((*workbench->session().weights())[0].kernel(0, 0) != 12.5f);
  const float moved = (*workbench->session().weights())[0].kernel(0, 0);
  QVERIFY(std::abs(moved - 12.5f) < 1.0f);
  workbench->session().undoStack().undo();
  QCOMPARE((*workbench->session().weights())[0].kernel(0, 0), moved);
}

void TestStepping::anImpossibleWeightChangesNothing_data() {
  QTest::addColumn<int>("dense");
  QTest::addColumn<int>("input");
  QTest::addColumn<int>("unit");
  QTest::addColumn<float>("value");
  QTest::newRow("no such layer") << 9 << 0 << 0 << 1.0f;
  QTest::newRow("no such input") << 0 << 2 << 0 << 1.0f;
  QTest::newRow("no such unit") << 0 << 0 << 999 << 1.0f;
  QTest::newRow("no such bias") << 0 << -1 << 999 << 1.0f;
  QTest::newRow("not a number") << 0 << 0 << 0 << std::numeric_limits<float>::quiet_NaN();
}

void TestStepping::anImpossibleWeightChangesNothing() {
  QFETCH(int, dense);
  QFETCH(int, input);
  QFETCH(int, unit);
  QFETCH(float, value);
  const auto workbench = steppingBench(2);
  workbench->setWeight({static_cast<std::size_t>(dense), input, unit}, value);
  QVERIFY(!workbench->session().undoStack().canUndo());
}

void TestStepping::aRemovedRunComesBack() {
  const auto workbench = steppingBench(2);
  for (int i = 0; i < 3; ++i) {
    workbench->fit();
    QTRY_VERIFY_WITH_TIMEOUT(ended(*workbench) && epochsOf(*workbench) == 2, patienceMs);
  }
  Session& session = workbench->session();
  const auto ids = [&] {
    QList<int> list;
    for (const Run& run : session.runs()) list << run.id;
    return list;
  };
  const QList<int> before = ids();
  QCOMPARE(before.size(), 3);
  const History history = session.runs()[1].history;
  session.editRemoveRun("remove", before[1]);
  session.editRemoveRun("remove", before[2]);
  QCOMPARE(ids(), QList<int>{before[0]});
  QVERIFY(!session.currentRun());
  session.undoStack().undo();
  QVERIFY(session.currentRun() && session.currentRun()->id == before[2]);
  session.undoStack().undo();
  QCOMPARE(ids(), before);
  QVERIFY(session.runs()[1].history == history);
  session.undoStack().redo();
  QCOMPARE(ids(), (QList<int>{before[0], before[2]}));
}

void TestStepping::aRunsLookIsUndoable() {
  const auto workbench = steppingBench(2);
  workbench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(ended(*workbench), patienceMs);
  Session& session = workbench->session();
  const int id = session.runs().front().id;
  const QString name = session.runs().front().name;
  session.editRunLook("look", id, {"mine", 4});
  QCOMPARE(session.run(id)->name, QString("mine"));
  QCOMPARE(session.run(id)->colourIndex(), 4);
  session.editRunLook("look", id, {"mine", 4});
  QCOMPARE(session.undoStack().count(), 1);
  session.undoStack().undo();
  QCOMPARE(session.run(id)->name, name);
  QCOMPARE(session.run(id)->colourIndex(), id - 1);
}

LAYERLAB_TEST(TestStepping, "stepping")
#include "tst_stepping.moc"
