#include "tests/session/bench.h"
#include "tests/testmain.h"
#include "ui/session/workbench.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace layerlab;

/// Sweeps that go on, are laid over each other, are looked into and are saved.
class TestSweeps : public QObject {
  Q_OBJECT
private slots:
  void init();
  void cleanup() { m_bench.reset(); }
  void aStoppedSweepGoesOnToTheSameBits();
  void onlyAStoppedSweepGoesOn();
  void anEditDoesNotChangeASweepThatGoesOn();
  void theSweepBeforeIsKeptForComparison();
  void aTrialTrainsAgainToItsOwnNumbers();
  void aTrialThatIsKeptIsNotTheCurrentRun();
  void closingATrialEndsIt();
  void whatASweepFoundIsWorkToSave_data();
  void whatASweepFoundIsWorkToSave();
  void sweepsAreSavedAndGoOnAfterLoading();

private:
  SweepResult swept();
  const SweepResult& sweep() { return *m_bench->session().sweep(); }
  bool ended() {
    return QTest::qWaitFor([this] { return !m_bench->isSweeping(); }, patienceMs);
  }
  bool trialEnded() {
    return QTest::qWaitFor([this] { return m_bench->trialRun() && !m_bench->trialRun()->running; },
                           patienceMs);
  }

  QTemporaryDir m_folder;
  std::unique_ptr<Workbench> m_bench;
};

void TestSweeps::init() {
  m_bench = std::make_unique<Workbench>();
  m_bench->openFile(writeLines(m_folder.filePath("lines.csv"), 80));
  QTRY_VERIFY_WITH_TIMEOUT(!m_bench->isLoading(), patienceMs);
  m_bench->session().edit("design", {}, [](Design& design) {
    design = linesDesign(5);
    design.data.split = Split::random; // by the sweep's seed, not by the trial's
  });
}

SweepResult TestSweeps::swept() {
  m_bench->startSweep(smallSweep(), 5);
  if (!ended()) qFatal("the sweep does not end");
  return sweep();
}

void TestSweeps::aStoppedSweepGoesOnToTheSameBits() {
  const SweepResult whole = swept();
  SweepResult part = whole;
  part.cancelled = true;
  for (std::size_t i : {1U, 4U, 7U}) {
    part.trials[i] = TrialResult();
    part.trials[i].trial = whole.trials[i].trial;
  }
  m_bench->session().setSweep(part);
  QVERIFY(m_bench->canContinueSweep());
  m_bench->continueSweep();
  QVERIFY(m_bench->isSweeping());
  QCOMPARE(m_bench->sweepDone(), 5);
  QVERIFY(ended());
  QCOMPARE(m_bench->sweepDone(), 8);
  for (std::size_t i = 0; i < whole.trials.size(); ++i) {
    QCOMPARE(sweep().trials[i].finalLoss, whole.trials[i].finalLoss);
    QCOMPARE(sweep().trials[i].finalValLoss, whole.trials[i].finalValLoss);
  }
  QVERIFY(!sweep().cancelled);
  QVERIFY(m_bench->session().earlierSweeps().empty());
}

void TestSweeps::onlyAStoppedSweepGoesOn() {
  QVERIFY(!m_bench->canContinueSweep());
  m_bench->continueSweep();
  QVERIFY(!m_bench->isSweeping());
  swept();
  QVERIFY(!m_bench->canContinueSweep());
}

void TestSweeps::anEditDoesNotChangeASweepThatGoesOn() {
  const SweepResult whole = swept();
  SweepResult part = whole;
  part.trials[6].done = false;
  m_bench->session().setSweep(part);
  m_bench->session().edit("rate", {}, [](Design& d) { d.fit.optimizer.learningRate = 0.5; });
  m_bench->continueSweep();
  QVERIFY(ended());
  QCOMPARE(sweep().trials[6].finalLoss, whole.trials[6].finalLoss);
}

void TestSweeps::theSweepBeforeIsKeptForComparison() {
  const SweepResult first = swept();
  QVERIFY(m_bench->session().earlierSweeps().empty());
  m_bench->session().edit("rate", {}, [](Design& d) { d.fit.optimizer.learningRate = 0.5; });
  swept();
  QCOMPARE(m_bench->session().earlierSweeps().size(), std::size_t{1});
  QVERIFY(m_bench->session().earlierSweeps().front().design == first.design);
  QVERIFY(sweep().trials[0].finalLoss != first.trials[0].finalLoss);
  m_bench->session().setTable(linesTable());
  QVERIFY(m_bench->session().earlierSweeps().empty());
}

void TestSweeps::aTrialTrainsAgainToItsOwnNumbers() {
  const SweepResult whole = swept();
  QSignalSpy changed(m_bench.get(), &Workbench::trialChanged);
  m_bench->showTrial(5);
  QVERIFY(m_bench->trialRun() && m_bench->trialRun()->running);
  QVERIFY(trialEnded());
  const Run& run = *m_bench->trialRun();
  QCOMPARE(run.history.epochs.size(), std::size_t{5});
  QCOMPARE(run.history.epochs.back().loss, whole.trials[5].finalLoss);
  QCOMPARE(run.history.epochs.back().valLoss, whole.trials[5].finalValLoss);
  QVERIFY(run.name.contains("4") && run.name.contains("2"));
  QVERIFY(changed.count() >= 2);
  m_bench->showTrial(99);
  QCOMPARE(m_bench->trialRun()->name, run.name);
}

void TestSweeps::aTrialThatIsKeptIsNotTheCurrentRun() {
  swept();
  m_bench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(m_bench->trainState() == Workbench::TrainState::idle, patienceMs);
  const int current = m_bench->session().currentRun()->id;
  m_bench->showTrial(2);
  QVERIFY(trialEnded());
  m_bench->keepTrial();
  QCOMPARE(m_bench->session().runs().size(), std::size_t{2});
  QCOMPARE(m_bench->session().currentRun()->id, current);
  QCOMPARE(m_bench->session().runs().back().history.epochs.size(), std::size_t{5});
}

void TestSweeps::closingATrialEndsIt() {
  swept();
  m_bench->showTrial(0);
  m_bench->closeTrial();
  QVERIFY(!m_bench->trialRun());
  m_bench->keepTrial();
  QVERIFY(m_bench->session().runs().empty());
  m_bench->showTrial(1);
  m_bench->session().setTable(linesTable());
  QVERIFY(!m_bench->trialRun());
}

void TestSweeps::whatASweepFoundIsWorkToSave_data() {
  QTest::addColumn<int>("repeats");
  QTest::newRow("to its end") << 2;
  QTest::newRow("stopped") << 500;
}

void TestSweeps::whatASweepFoundIsWorkToSave() {
  QFETCH(int, repeats);
  Session& session = m_bench->session();
  SweepSpec spec = smallSweep();
  spec.repeats = repeats;
  session.markSaved();
  m_bench->startSweep(spec, 40);
  QTRY_VERIFY_WITH_TIMEOUT(m_bench->sweepDone() > 0, patienceMs);
  QVERIFY(session.isDirty());
  const int before = session.revision();
  if (repeats > 2) m_bench->stopSweep();
  QVERIFY(ended());
  QVERIFY(session.isDirty());
  QVERIFY(session.revision() > before || m_bench->sweepDone() == m_bench->sweepTotal());
  session.markSaved();
  m_bench->showTrial(0);
  QVERIFY(trialEnded());
  QVERIFY(!session.isDirty()); // only looked at
  m_bench->keepTrial();
  QVERIFY(session.isDirty());
}

void TestSweeps::sweepsAreSavedAndGoOnAfterLoading() {
  const SweepResult first = swept();
  m_bench->session().edit("rate", {}, [](Design& d) { d.fit.optimizer.learningRate = 0.5; });
  const SweepResult second = swept();
  SweepResult part = second;
  part.trials[3].done = false;
  m_bench->session().setSweep(part);
  const QString path = m_folder.filePath("work.layerlab");
  QVERIFY(m_bench->saveProject(path));

  m_bench = std::make_unique<Workbench>();
  m_bench->openFile(path);
  QTRY_VERIFY_WITH_TIMEOUT(!m_bench->isLoading(), patienceMs);
  QCOMPARE(m_bench->session().earlierSweeps().size(), std::size_t{1});
  QCOMPARE(m_bench->session().earlierSweeps().front().trials[7].finalLoss,
           first.trials[7].finalLoss);
  QCOMPARE(m_bench->sweepDone(), 7);
  QVERIFY(m_bench->canContinueSweep());
  m_bench->continueSweep();
  QVERIFY(ended());
  QCOMPARE(sweep().trials[3].finalLoss, second.trials[3].finalLoss);
  QCOMPARE(sweep().trials[3].score, second.trials[3].score);
}

LAYERLAB_TEST(TestSweeps, "sweeps")
#include "tst_sweeps.moc"
