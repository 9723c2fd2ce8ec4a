#include "tests/testmain.h"
#include "tests/ui/program.h"
#include "ui/widgets/scriptmeter.h"
#include "ui/widgets/scriptwidgets.h"

#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QMap>
#include <QTest>
#include <QWidget>

#include <cstdio>
#include <functional>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

using namespace layerlab;

namespace {

/// What `work` prints on standard output, which goes to a file meanwhile.
QByteArray printedBy(const QString& path, const std::function<void()>& work) {
  std::fflush(stdout);
  const int before = dup(STDOUT_FILENO);
  const int file = open(qPrintable(path), O_CREAT | O_TRUNC | O_WRONLY, 0600);
  dup2(file, STDOUT_FILENO);
  close(file);
  work();
  std::fflush(stdout);
  dup2(before, STDOUT_FILENO);
  close(before);
  return bytesOf(path);
}

/// The first line that starts so; empty: none.
QByteArray lineWith(const QByteArray& text, const char* begin) {
  for (const QByteArray& line : text.split('\n'))
    if (line.startsWith(begin)) return line;
  return {};
}

} // namespace

/// What a script does to the running program, and what it sees of it.
class TestScriptPlay : public QObject {
  Q_OBJECT
private slots:
  void init() {
    forgetSettings();
    m_program = std::make_unique<Program>();
  }
  void cleanup() { m_program.reset(); }
  void aDamagedFileIsSaidAndLeavesTrainingAlone();
  void trainingStartsPausesAndStops();
  void stepsStandWhereTheySay();
  void untilWaitsAndGivesUp();
  void aSweepRunsFromItsPage();
  void aClickOpensAMenuAndTheScriptGoesOn();
  void keysWorkAsPressed();
  void closingAsksAndTheAnswerCounts();
  void theAnswerSavesOrDiscards_data();
  void theAnswerSavesOrDiscards();
  void saveAndOpenBringTheProjectBack();
  void exportsAreWritten_data();
  void exportsAreWritten();
  void whatIsSetIsShown();
  void aMenuEntryIsChosen();
  void screenshotsShowWindowOrWidget();
  void languageAndThemeSwitchLive();
  void everyVisibleWidgetIsListedWithItsWords();
  void controlsOfADialogAreListedOnce();
  void anExampleOpenedAgainAsksAsAnyOther();
  void figuresAndWidgetsArePrinted();
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

void TestScriptPlay::stepsStandWhereTheySay() {
  QCOMPARE(m_program->play({"example breast_cancer", "step stage", "expect paused true",
                            "expect batch 0", "step batch", "expect batch 1", "expect epoch 0",
                            "step epoch", "expect epoch 1", "expect paused true", "train stop",
                            "expect training false", "page stages", "step stage", "step batch",
                            "step epoch", "expect training false", "step twice"}),
           badLine);
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

void TestScriptPlay::theAnswerSavesOrDiscards_data() {
  QTest::addColumn<QString>("answer");
  QTest::addColumn<QString>("hidden");
  QTest::newRow("save") << "save"
                        << "5,4";
  QTest::newRow("discard") << "discard"
                           << "3";
}

void TestScriptPlay::theAnswerSavesOrDiscards() {
  QFETCH(QString, answer);
  QFETCH(QString, hidden);
  const QTemporaryDir folder;
  const QString path = folder.filePath("work.layerlab");
  QCOMPARE(m_program->play({"example wine", "set hidden 3", "save " + path, "set hidden 5,4",
                            "answer " + answer, "close"}),
           0);
  QVERIFY(!m_program->window.isVisible());
  m_program = std::make_unique<Program>();
  QCOMPARE(m_program->play({"open " + path, "expect settings.hidden " + hidden, "quit"}), 0);
  m_program.reset(); // its lock goes before the folder
}

void TestScriptPlay::saveAndOpenBringTheProjectBack() {
  const QString path = m_program->folder.filePath("work.layerlab");
  QCOMPARE(m_program->play({"example wine", "set hidden 5,4", "save " + path, "expect dirty false",
                            "example iris", "open " + path, "expect file " + path,
                            "expect rows 178", "expect settings.hidden 5,4", "quit"}),
           0);
}

void TestScriptPlay::exportsAreWritten_data() {
  QTest::addColumn<QByteArray>("begin"); // of what is written
  QTest::addColumn<QByteArray>("part");
  const QMap<QString, QPair<QByteArray, QByteArray>> known{
      {"chart-png", {"\x89PNG", "IEND"}},
      {"chart-svg", {"<?xml", "</svg>"}},
      {"chart-pdf", {"%PDF-", "%%EOF"}},
      {"report-pdf", {"%PDF-", "%%EOF"}},
      {"history-csv", {"epoch,loss", "\n4,"}},
      {"predictions-csv", {"prediction,p_setosa,", "\nvirginica,"}},
      {"runs-csv", {"run,units", "\nRun 1,8-3,adam,"}},
      {"sweep-csv", {"units,", "\n2,"}},
      {"keras", {"import", "model.fit("}}};
  for (const QString& kind : MainWindow::exportKinds())
    QTest::newRow(qPrintable(kind)) << known[kind].first << known[kind].second;
}

void TestScriptPlay::exportsAreWritten() {
  QFETCH(QByteArray, begin);
  QFETCH(QByteArray, part);
  const QString kind = QTest::currentDataTag();
  const QString path = m_program->folder.filePath("a file");
  QStringList lines{"example iris", "set epochs 4", "train start", "until training false"};
  if (kind == "sweep-csv")
    lines << QStringList{"page elbow", "set sweepModeCombo list", "set sweepListEdit 1,2",
                         "sweep start", "until sweep.running false"};
  QCOMPARE(m_program->play(lines + QStringList{"export " + kind + ' ' + path, "quit"}), 0);
  const QByteArray written = bytesOf(path);
  QVERIFY2(!begin.isEmpty() && written.startsWith(begin), written.left(80).constData());
  QVERIFY(written.contains(part));
}

void TestScriptPlay::whatIsSetIsShown() {
  QCOMPARE(
      m_program->play({"example xor_noise", "expect task classification", "set task regression",
                       "expect task regression", "set task auto", "expect task classification",
                       "set epochs 2", "train start", "until training false", "page predict",
                       "set cutoff 0.7", "set cutoff 1.5", "expect runs 1", "quit"}),
      0);
  auto* cutOff = qobject_cast<QDoubleSpinBox*>(findWidget(m_program->window, "cutoffSpin"));
  QVERIFY(cutOff && cutOff->value() == 0.7); // 1.5 was refused
}

void TestScriptPlay::aMenuEntryIsChosen() {
  QCOMPARE(m_program->play({"menu themeDark", "expect theme dark", "menu viewElbow",
                            "expect page elbow", "quit"}),
           0);
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
  for (const QJsonValue widget : widgets) names << widget["objectName"].toString();
  for (const char* name : {"fitButton", "targetCombo", "epochsSpin", "featureList", "canvas"})
    QVERIFY2(names.contains(name), name);
  QVERIFY(!names.contains("sweepStartButton")); // on a page that is not in view
  for (const QJsonValue widget : widgets)
    QVERIFY2(!widget["objectName"].toString().isEmpty(), qPrintable(widget["class"].toString()));
}

void TestScriptPlay::figuresAndWidgetsArePrinted() {
  int code = neverEnded;
  const QByteArray printed = printedBy(m_program->folder.filePath("printed.txt"), [&] {
    code = m_program->play({"example iris", "latency", "frames", "widgets", "quit"});
  });
  QCOMPARE(code, 0);
  const QByteArray latency = lineWith(printed, "latency ");
  bool isNumber = false;
  QVERIFY2(latency.mid(8).toInt(&isNumber) >= 0 && isNumber, printed.constData());
  QCOMPARE(lineWith(printed, "frames "), QByteArray("frames 0 0.0 0.0 0.0")); // nothing trains
  const QByteArray list = lineWith(printed, "[");
  const QJsonArray widgets = QJsonDocument::fromJson(list).array();
  QVERIFY2(widgets.size() > 30, list.constData());
}

void TestScriptPlay::controlsOfADialogAreListedOnce() {
  QCOMPARE(m_program->play({"menu helpShortcuts", "wait 1"}), reachedTheEnd);
  int closing = 0;
  for (const QJsonValue widget : widgetsJson(m_program->window))
    if (widget["objectName"].toString() == "shortcutsDialogClose") ++closing;
  QCOMPARE(closing, 1);
}

void TestScriptPlay::anExampleOpenedAgainAsksAsAnyOther() {
  QCOMPARE(m_program->play({"example iris", "set epochs 2", "train start", "until training false",
                            "answer cancel", "example iris", "expect runs 1", "answer cancel",
                            "example wine", "expect runs 1", "expect rows 150", "example wine",
                            "expect runs 0", "expect rows 178", "quit"}),
           0);
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
