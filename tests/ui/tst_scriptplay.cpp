#include "tests/testmain.h"
#include "tests/ui/program.h"
#include "ui/widgets/scriptmeter.h"
#include "ui/widgets/scriptwidgets.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonValue>
#include <QTest>
#include <QWidget>

#include <memory>

using namespace layerlab;

/// What a script does to the running program, and what it sees of it.
class TestScriptPlay : public QObject {
  Q_OBJECT
private slots:
  void init() { m_program = std::make_unique<Program>(); }
  void cleanup() { m_program.reset(); }
  void aDamagedFileIsSaidAndLeavesTrainingAlone();
  void trainingStartsPausesAndStops();
  void untilWaitsAndGivesUp();
  void aSweepRunsFromItsPage();
  void aClickOpensAMenuAndTheScriptGoesOn();
  void keysWorkAsPressed();
  void closingAsksAndTheAnswerCounts();
  void saveAndOpenBringTheProjectBack();
  void exportsAreWritten();
  void screenshotsShowWindowOrWidget();
  void languageAndThemeSwitchLive();
  void everyVisibleWidgetIsListedWithItsWords();
  void latencySeesABusyLoop();
  void framesAreCountedWhileTraining();
  void frameFiguresAreNearestRanks();

private:
  std::unique_ptr<Program> m_program;
};

void TestScriptPlay::aDamagedFileIsSaidAndLeavesTrainingAlone() {
  QCOMPARE(m_program->play({"example iris", "set epochs 1000000", "train start", "until epoch 1",
                            "open /dev/zero", "expect training true", "expect rows 150", "quit"}),
           0);
}

void TestScriptPlay::trainingStartsPausesAndStops() {
  QCOMPARE(m_program->play({"example iris", "set epochs 1000000", "train start",
                            "expect training true", "until epoch 3", "train pause",
                            "expect paused true", "train start", "expect paused false",
                            "train stop", "expect training false", "expect runs 1", "quit"}),
           0);
  QCOMPARE(m_program->session().runs().size(), 1U);
}

void TestScriptPlay::untilWaitsAndGivesUp() {
  QCOMPARE(
      m_program->play({"example iris", "set epochs 30", "train start", "until training false 50",
                       "expect epoch 30", "until loss <1 1", "quit"}),
      0);
  QElapsedTimer timer;
  timer.start();
  QCOMPARE(m_program->play({"until rows 151 0.2", "quit"}), expectationFailed);
  QVERIFY(timer.elapsed() >= 200);
}

void TestScriptPlay::aSweepRunsFromItsPage() {
  // Far too many epochs to end by itself, however late the next line runs.
  QCOMPARE(
      m_program->play({"example iris", "set epochs 1000000", "sweep start", "expect page elbow",
                       "expect sweep.running true", "sweep stop", "expect sweep.running false"}),
      reachedTheEnd);
  QCOMPARE(m_program->play({"example iris", "sweep start", "until sweep.done 2", "sweep stop",
                            "expect sweep.running false", "expect sweep.done >=2", "quit"}),
           0);
}

void TestScriptPlay::aClickOpensAMenuAndTheScriptGoesOn() {
  QCOMPARE(m_program->play({"example iris", "click dataSourceButton", "wait 1", "key Esc",
                            "expect rows 150", "quit"}),
           0);
}

void TestScriptPlay::keysWorkAsPressed() {
  QCOMPARE(m_program->play({"example iris", "set epochs 1000000", "key Ctrl+Z",
                            "expect settings.epochs 100", "key Ctrl+Shift+Z", "key F5",
                            "expect training true", "key Shift+F5", "expect training false",
                            "key Ctrl+2", "expect page elbow", "quit"}),
           0);
}

void TestScriptPlay::closingAsksAndTheAnswerCounts() {
  QCOMPARE(m_program->play({"example iris", "edit", "expect dirty true", "answer cancel", "close"}),
           reachedTheEnd);
  QVERIFY(m_program->window.isVisible());
  QCOMPARE(m_program->play({"close"}), 0);
  QVERIFY(!m_program->window.isVisible());
}

void TestScriptPlay::saveAndOpenBringTheProjectBack() {
  const QString path = m_program->folder.filePath("work.layerlab");
  QCOMPARE(m_program->play({"example wine", "set hidden 5,4", "save " + path, "expect dirty false",
                            "example iris", "open " + path, "expect file " + path,
                            "expect rows 178", "expect settings.hidden 5,4", "quit"}),
           0);
}

void TestScriptPlay::exportsAreWritten() {
  const auto at = [this](const char* name) { return m_program->folder.filePath(name); };
  QCOMPARE(
      m_program->play({"example iris", "set epochs 4", "train start", "until training false",
                       "export history-csv " + at("h.csv"), "export predictions-csv " + at("p.csv"),
                       "export chart-png " + at("c.png"), "export chart-svg " + at("c.svg"),
                       "export chart-pdf " + at("c.pdf"), "quit"}),
      0);
  for (const char* name : {"h.csv", "p.csv", "c.png", "c.svg", "c.pdf"})
    QVERIFY2(QFile(at(name)).size() > 100, name);
  QVERIFY(!QImage(at("c.png")).isNull());
}

void TestScriptPlay::screenshotsShowWindowOrWidget() {
  const QString whole = m_program->folder.filePath("a whole window.png");
  const QString part = m_program->folder.filePath("part.png");
  QCOMPARE(
      m_program->play({"size 1280 720", "screenshot " + whole, "screenshot " + part + " fitButton",
                       "screenshot /no/such/folder/x.png", "quit"}),
      0);
  QCOMPARE(QImage(whole).size(), QSize(1280, 720));
  QCOMPARE(QImage(part).size(), findWidget(m_program->window, "fitButton")->size());
}

void TestScriptPlay::languageAndThemeSwitchLive() {
  QCOMPARE(m_program->play({"theme dark", "expect theme dark", "theme light", "expect theme light",
                            "language ko", "expect language ko", "language en", "quit"}),
           0);
}

void TestScriptPlay::everyVisibleWidgetIsListedWithItsWords() {
  QCOMPARE(m_program->play({"example iris"}), reachedTheEnd);
  const QJsonArray widgets = widgetsJson(m_program->window);
  QStringList names;
  for (const QJsonValue& widget : widgets) names << widget["objectName"].toString();
  for (const char* name : {"fitButton", "targetCombo", "epochsSpin", "featureList", "canvas"})
    QVERIFY2(names.contains(name), name);
  QVERIFY(!names.contains("sweepStartButton")); // on a page that is not in view
  for (const QJsonValue& widget : widgets)
    QVERIFY2(!widget["objectName"].toString().isEmpty(), qPrintable(widget["class"].toString()));
}

void TestScriptPlay::latencySeesABusyLoop() {
  ScriptMeter meter(m_program->window, [] { return false; });
  QTest::qWait(30);
  meter.takeLatency();
  QElapsedTimer busy;
  busy.start();
  while (busy.elapsed() < 120) {
  }
  QTest::qWait(30);
  QVERIFY(meter.takeLatency() >= 100.0);
}

void TestScriptPlay::framesAreCountedWhileTraining() {
  QCOMPARE(m_program->play({"example iris", "set epochs 1000000", "train start", "until epoch 1"}),
           reachedTheEnd);
  ScriptMeter meter(m_program->window, [this] {
    return m_program->workbench.trainState() == Workbench::TrainState::running;
  });
  QTest::qWait(500);
  const FrameFigures figures = meter.takeFrames();
  QVERIFY(figures.number >= 3);
  QVERIFY(figures.median > 0.0);
  QVERIFY(figures.longest >= figures.p99 && figures.p99 >= figures.median);
  m_program->workbench.stop();
  meter.takeFrames();
  m_program->window.update();
  QTest::qWait(50);
  QCOMPARE(meter.takeFrames().number, 0);
}

void TestScriptPlay::frameFiguresAreNearestRanks() {
  std::vector<double> intervals;
  for (int i = 200; i >= 1; --i) intervals.push_back(i);
  const FrameFigures figures = frameFigures(intervals);
  QCOMPARE(figures.number, 200);
  QCOMPARE(figures.median, 100.0);
  QCOMPARE(figures.p99, 198.0);
  QCOMPARE(figures.longest, 200.0);
  QCOMPARE(frameFigures({}).number, 0);
}

LAYERLAB_TEST(TestScriptPlay, "scriptplay")
#include "tst_scriptplay.moc"
