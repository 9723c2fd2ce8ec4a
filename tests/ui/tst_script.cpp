#include "tests/testmain.h"
#include "ui/session/examples.h"
#include "ui/session/translators.h"
#include "ui/session/workbench.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/script.h"
#include "ui/widgets/scriptstate.h"
#include "ui/widgets/scriptwidgets.h"
#include "ui/widgets/theme.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonObject>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace layerlab;

namespace {

constexpr int reachedTheEnd = -1; ///< no quit, no failure
constexpr int neverEnded = -2;
constexpr int patienceMs = 60'000;

/// The whole program but its main().
struct Program {
  Program() {
    QObject::connect(&translators, &Translators::changed, &window, &MainWindow::setLanguage);
    window.show();
  }

  ScriptStage stage() {
    return {
        window,
        workbench,
        theme,
        translators,
        prompts,
        [this](const QString& path) { window.openPath(path); },
        [this] { return window.saveProject(true); },
        [this](const QString& kind, const QString& path) { return window.exportTo(kind, path); },
        [] { return MainWindow::exportKinds(); }};
  }

  /// Plays `lines`; the exit code, or reachedTheEnd.
  int play(const QStringList& lines) {
    const QString path = folder.filePath("script.txt");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return neverEnded;
    file.write(lines.join('\n').toUtf8());
    file.close();
    ScriptRunner runner(stage());
    if (!runner.load(path)) return badLine;
    QSignalSpy ended(&runner, &ScriptRunner::ended);
    runner.start();
    if (!ended.wait(patienceMs)) return neverEnded;
    return ended[0][1].toBool() ? ended[0][0].toInt() : reachedTheEnd;
  }

  Session& session() { return workbench.session(); }
  const Design& design() { return workbench.session().design(); }

  QTemporaryDir folder;
  Theme theme;
  Translators translators;
  Workbench workbench;
  ScriptPrompts prompts;
  MainWindow window{theme, workbench, prompts};
};

} // namespace

class TestScript : public QObject {
  Q_OBJECT
private slots:
  void initTestCase();
  void init() { m_program = std::make_unique<Program>(); }
  void cleanup() { m_program.reset(); }
  void linesAreReadAsWritten();
  void wrongLinesAreFoundBeforeAnythingRuns_data();
  void wrongLinesAreFoundBeforeAnythingRuns();
  void theExitCodeSaysHowItWent_data();
  void theExitCodeSaysHowItWent();
  void everyExampleLoadsAndItsTargetFits_data();
  void everyExampleLoadsAndItsTargetFits();
  void settingsReachTheDesign_data();
  void settingsReachTheDesign();
  void unusableSettingsChangeNothing_data();
  void unusableSettingsChangeNothing();
  void featuresAreTickedExactly();
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
  void expectedNumbersMayBeCompared_data();
  void expectedNumbersMayBeCompared();
  void everyVisibleWidgetIsListedWithItsWords();
  void latencySeesABusyLoop();
  void framesAreCountedWhileTraining();
  void frameFiguresAreNearestRanks();

private:
  std::unique_ptr<Program> m_program;
  QTemporaryDir m_settings;
};

void TestScript::initTestCase() {
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void TestScript::linesAreReadAsWritten() {
  const auto lines = parseScript("# a comment\n\n  open /a folder/b.csv \r\nset lr\t0.01\nquit");
  QVERIFY(lines);
  QCOMPARE(lines->size(), 3U);
  QCOMPARE(lines->at(0).number, 3);
  QCOMPARE(lines->at(0).rest, QString("/a folder/b.csv"));
  QCOMPARE(lines->at(1).words, (QStringList{"lr", "0.01"}));
  QCOMPARE(lines->at(2).command, QString("quit"));
}

void TestScript::wrongLinesAreFoundBeforeAnythingRuns_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<int>("row");
  QTest::newRow("unknown command") << "state\nfly to the moon" << 2;
  QTest::newRow("too few words") << "set lr" << 1;
  QTest::newRow("too many words") << "\n\nquit now" << 3;
  QTest::newRow("no path") << "open" << 1;
  QTest::newRow("a page without a name") << "page" << 1;
}

void TestScript::wrongLinesAreFoundBeforeAnythingRuns() {
  QFETCH(QString, text);
  QFETCH(int, row);
  const auto lines = parseScript(text);
  QVERIFY(!lines);
  QCOMPARE(lines.error().row, row);
}

void TestScript::theExitCodeSaysHowItWent_data() {
  QTest::addColumn<QStringList>("lines");
  QTest::addColumn<int>("code");
  QTest::newRow("quit") << QStringList{"quit"} << 0;
  QTest::newRow("close") << QStringList{"close"} << 0;
  QTest::newRow("end") << QStringList{"wait 0"} << reachedTheEnd;
  QTest::newRow("met") << QStringList{"expect training false", "quit"} << 0;
  QTest::newRow("not met") << QStringList{"expect training true", "quit"} << expectationFailed;
  QTest::newRow("nested") << QStringList{"expect sweep.running false", "quit"} << 0;
  QTest::newRow("no such key") << QStringList{"expect weather fine"} << badLine;
  QTest::newRow("no such button") << QStringList{"click nothingButton"} << badLine;
  QTest::newRow("no such menu") << QStringList{"menu nothing"} << badLine;
  QTest::newRow("no such page") << QStringList{"page nowhere"} << badLine;
  QTest::newRow("no such example") << QStringList{"example moon"} << badLine;
  QTest::newRow("no such column") << QStringList{"example iris", "target moon"} << badLine;
  QTest::newRow("no such feature") << QStringList{"example iris", "features moon"} << badLine;
  QTest::newRow("no such setting") << QStringList{"set mood 3"} << badLine;
  QTest::newRow("not settable") << QStringList{"set lossChart 3"} << badLine;
  QTest::newRow("no such theme") << QStringList{"theme pink"} << badLine;
  QTest::newRow("no such language") << QStringList{"language xx"} << badLine;
  QTest::newRow("no such answer") << QStringList{"answer perhaps"} << badLine;
  QTest::newRow("no such key name") << QStringList{"key Hyper+Nothing+"} << badLine;
  QTest::newRow("no such export") << QStringList{"export moon /tmp/x"} << badLine;
  QTest::newRow("no such order") << QStringList{"train backwards"} << badLine;
  QTest::newRow("no time") << QStringList{"wait soon"} << badLine;
  QTest::newRow("no size") << QStringList{"size 0 100"} << badLine;
  QTest::newRow("disabled button") << QStringList{"click stopButton", "quit"} << 0;
}

void TestScript::theExitCodeSaysHowItWent() {
  QFETCH(QStringList, lines);
  QFETCH(int, code);
  QCOMPARE(m_program->play(lines), code);
}

void TestScript::everyExampleLoadsAndItsTargetFits_data() {
  QTest::addColumn<QString>("example");
  QTest::addColumn<QString>("target");
  QTest::addColumn<int>("outputs");
  QTest::newRow("penguins") << "penguins"
                            << "species" << 3;
  QTest::newRow("iris") << "iris"
                        << "species" << 3;
  QTest::newRow("breast_cancer") << "breast_cancer"
                                 << "diagnosis" << 1;
  QTest::newRow("wine") << "wine"
                        << "cultivar" << 3;
  QTest::newRow("xor_noise") << "xor_noise"
                             << "label" << 1;
  QTest::newRow("two_spirals") << "two_spirals"
                               << "label" << 1;
}

void TestScript::everyExampleLoadsAndItsTargetFits() {
  QFETCH(QString, example);
  QFETCH(QString, target);
  QFETCH(int, outputs);
  QVERIFY(exampleNames().contains(example));
  QCOMPARE(m_program->play({"example " + example, "expect target " + target, "quit"}), 0);
  QVERIFY(m_program->session().outline());
  QCOMPARE(m_program->design().network.layers.back().units, outputs);
  QVERIFY(followsTask(m_program->design(), *m_program->session().outline()));
  QVERIFY(!m_program->session().isDirty());
}

void TestScript::settingsReachTheDesign_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("value");
  for (const QStringList& row : QVector<QStringList>{{"set hidden 16,8", "hidden", "16,8"},
                                                     {"set hidden none", "hidden", ""},
                                                     {"set activation tanh", "activation", "tanh"},
                                                     {"set optimizer sgd", "optimizer", "sgd"},
                                                     {"set loss mse", "loss", "mse"},
                                                     {"set lr 0.05", "lr", "0.05"},
                                                     {"set lr 1e-3", "lr", "0.001"},
                                                     {"set epochs 7", "epochs", "7"},
                                                     {"set batch 16", "batch", "16"},
                                                     {"set seed 42", "seed", "42"},
                                                     {"set val-split 0.3", "val-split", "0.3"},
                                                     {"set split random", "split", "random"},
                                                     {"set scaling minmax", "scaling", "minmax"},
                                                     {"set missing mean", "missing", "mean"},
                                                     {"set epochsSpin 9", "epochs", "9"},
                                                     {"set splitSlider 40", "val-split", "0.4"}})
    QTest::newRow(qPrintable(row[0])) << row[0] << "settings." + row[1] << row[2];
}

void TestScript::settingsReachTheDesign() {
  QFETCH(QString, line);
  QFETCH(QString, key);
  QFETCH(QString, value);
  QCOMPARE(m_program->play({"example iris", line, "quit"}), 0);
  const QJsonObject state =
      scriptState(m_program->workbench, m_program->session(), m_program->window, m_program->theme,
                  m_program->translators);
  QCOMPARE(stateText(state, key).value_or("(none)"), value);
  QVERIFY(m_program->session().isDirty());
  m_program->session().undoStack().undo();
  QVERIFY(!m_program->session().isDirty());
}

void TestScript::unusableSettingsChangeNothing_data() {
  QTest::addColumn<QString>("line");
  for (const char* line :
       {"set lr nan", "set lr 0", "set lr -1", "set lr 1e30", "set lr fast", "set epochs 0",
        "set epochs 2.5", "set batch 0", "set hidden 0", "set hidden 4,-1", "set hidden x",
        "set hidden 1000000,1000000", "set val-split 1", "set val-split -0.1", "set loss love",
        "set optimizer magic", "set activation wavy", "set seed 1e300", "set shuffleCheck perhaps"})
    QTest::newRow(line) << line;
}

void TestScript::unusableSettingsChangeNothing() {
  QFETCH(QString, line);
  QCOMPARE(m_program->play({"example iris"}), reachedTheEnd);
  const Design before = m_program->design();
  QCOMPARE(m_program->play({line}), reachedTheEnd);
  QVERIFY(m_program->design() == before);
}

void TestScript::featuresAreTickedExactly() {
  QCOMPARE(m_program->play({"example iris", "features petal_length, sepal_width"}), reachedTheEnd);
  const auto names = m_program->session().outline()->inputNames;
  QCOMPARE(names, (std::vector<std::string>{"sepal_width", "petal_length"}));
}

void TestScript::aDamagedFileIsSaidAndLeavesTrainingAlone() {
  QCOMPARE(m_program->play({"example iris", "set epochs 1000000", "train start", "until epoch 1",
                            "open /dev/zero", "expect training true", "expect rows 150", "quit"}),
           0);
}

void TestScript::trainingStartsPausesAndStops() {
  QCOMPARE(m_program->play({"example iris", "set epochs 1000000", "train start",
                            "expect training true", "until epoch 3", "train pause",
                            "expect paused true", "train start", "expect paused false",
                            "train stop", "expect training false", "expect runs 1", "quit"}),
           0);
  QCOMPARE(m_program->session().runs().size(), 1U);
}

void TestScript::untilWaitsAndGivesUp() {
  QCOMPARE(
      m_program->play({"example iris", "set epochs 30", "train start", "until training false 50",
                       "expect epoch 30", "until loss <1 1", "quit"}),
      0);
  QElapsedTimer timer;
  timer.start();
  QCOMPARE(m_program->play({"until rows 151 0.2", "quit"}), expectationFailed);
  QVERIFY(timer.elapsed() >= 200);
}

void TestScript::aSweepRunsFromItsPage() {
  // Far too many epochs to end by itself, however late the next line runs.
  QCOMPARE(
      m_program->play({"example iris", "set epochs 1000000", "sweep start", "expect page elbow",
                       "expect sweep.running true", "sweep stop", "expect sweep.running false"}),
      reachedTheEnd);
  QCOMPARE(m_program->play({"example iris", "sweep start", "until sweep.done 2", "sweep stop",
                            "expect sweep.running false", "expect sweep.done >=2", "quit"}),
           0);
}

void TestScript::aClickOpensAMenuAndTheScriptGoesOn() {
  QCOMPARE(m_program->play({"example iris", "click dataSourceButton", "wait 1", "key Esc",
                            "expect rows 150", "quit"}),
           0);
}

void TestScript::keysWorkAsPressed() {
  QCOMPARE(m_program->play({"example iris", "set epochs 1000000", "key Ctrl+Z",
                            "expect settings.epochs 100", "key Ctrl+Shift+Z", "key F5",
                            "expect training true", "key Shift+F5", "expect training false",
                            "key Ctrl+2", "expect page elbow", "quit"}),
           0);
}

void TestScript::closingAsksAndTheAnswerCounts() {
  QCOMPARE(m_program->play({"example iris", "edit", "expect dirty true", "answer cancel", "close"}),
           reachedTheEnd);
  QVERIFY(m_program->window.isVisible());
  QCOMPARE(m_program->play({"close"}), 0);
  QVERIFY(!m_program->window.isVisible());
}

void TestScript::saveAndOpenBringTheProjectBack() {
  const QString path = m_program->folder.filePath("work.layerlab");
  QCOMPARE(m_program->play({"example wine", "set hidden 5,4", "save " + path, "expect dirty false",
                            "example iris", "open " + path, "expect file " + path,
                            "expect rows 178", "expect settings.hidden 5,4", "quit"}),
           0);
}

void TestScript::exportsAreWritten() {
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

void TestScript::screenshotsShowWindowOrWidget() {
  const QString whole = m_program->folder.filePath("a whole window.png");
  const QString part = m_program->folder.filePath("part.png");
  QCOMPARE(
      m_program->play({"size 1280 720", "screenshot " + whole, "screenshot " + part + " fitButton",
                       "screenshot /no/such/folder/x.png", "quit"}),
      0);
  QCOMPARE(QImage(whole).size(), QSize(1280, 720));
  QCOMPARE(QImage(part).size(), findWidget(m_program->window, "fitButton")->size());
}

void TestScript::languageAndThemeSwitchLive() {
  QCOMPARE(m_program->play({"theme dark", "expect theme dark", "theme light", "expect theme light",
                            "language ko", "expect language ko", "language en", "quit"}),
           0);
}

void TestScript::expectedNumbersMayBeCompared_data() {
  QTest::addColumn<QString>("actual");
  QTest::addColumn<QString>("expected");
  QTest::addColumn<bool>("matches");
  QTest::newRow("text") << "iris"
                        << "iris" << true;
  QTest::newRow("number in another form") << "0.5"
                                          << "5e-1" << true;
  QTest::newRow("below") << "0.2"
                         << "<0.3" << true;
  QTest::newRow("not below") << "0.3"
                             << "<0.3" << false;
  QTest::newRow("at most") << "0.3"
                           << "<= 0.3" << true;
  QTest::newRow("above") << "7"
                         << ">6" << true;
  QTest::newRow("at least") << "6"
                            << ">=7" << false;
  QTest::newRow("null is no number") << "null"
                                     << "<1" << false;
  QTest::newRow("text against number") << "iris"
                                       << "3" << false;
}

void TestScript::expectedNumbersMayBeCompared() {
  QFETCH(QString, actual);
  QFETCH(QString, expected);
  QFETCH(bool, matches);
  QCOMPARE(stateMatches(actual, expected), matches);
  QCOMPARE(stateReached("loss", actual, expected), matches);
  QVERIFY(stateReached("epoch", "12", "10"));
  QVERIFY(!stateReached("epoch", "9", "10"));
}

void TestScript::everyVisibleWidgetIsListedWithItsWords() {
  QCOMPARE(m_program->play({"example iris"}), reachedTheEnd);
  const QJsonArray widgets = widgetsJson(m_program->window);
  QStringList names;
  for (const QJsonValue& widget : widgets) names << widget["objectName"].toString();
  for (const char* name : {"fitButton", "targetCombo", "epochsSpin", "featureList", "canvas"})
    QVERIFY2(names.contains(name), name);
  QVERIFY(!names.contains("stopButtonThatIsNot"));
  for (const QJsonValue& widget : widgets)
    QVERIFY2(!widget["objectName"].toString().isEmpty(), qPrintable(widget["class"].toString()));
}

void TestScript::latencySeesABusyLoop() {
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

void TestScript::framesAreCountedWhileTraining() {
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

void TestScript::frameFiguresAreNearestRanks() {
  std::vector<double> intervals;
  for (int i = 200; i >= 1; --i) intervals.push_back(i);
  const FrameFigures figures = frameFigures(intervals);
  QCOMPARE(figures.number, 200);
  QCOMPARE(figures.median, 100.0);
  QCOMPARE(figures.p99, 198.0);
  QCOMPARE(figures.longest, 200.0);
  QCOMPARE(frameFigures({}).number, 0);
}

LAYERLAB_TEST(TestScript, "script")
#include "tst_script.moc"
