#include "tests/testmain.h"
#include "tests/ui/program.h"
#include "ui/session/examples.h"
#include "ui/widgets/scriptstate.h"

#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace layerlab;

/// The lines of a script: how they are read, what they set, how they end.
class TestScript : public QObject {
  Q_OBJECT
private slots:
  void cleanup();
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
  void expectedNumbersMayBeCompared_data();
  void expectedNumbersMayBeCompared();

private:
  Program& program();

  std::unique_ptr<Program> m_program;
};

/// Most of what is tested here needs a window, some of it only the reader of scripts.
Program& TestScript::program() {
  if (!m_program) m_program = std::make_unique<Program>();
  return *m_program;
}

/// Rows that leave everything as it was share one window.
void TestScript::cleanup() {
  const QByteArray test = QTest::currentTestFunction();
  if (test != "settingsReachTheDesign" && test != "unusableSettingsChangeNothing")
    m_program.reset();
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
  QCOMPARE(program().play(lines), code);
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
  QCOMPARE(program().play({"example " + example, "expect target " + target, "quit"}), 0);
  QVERIFY(program().session().outline());
  QCOMPARE(program().design().network.layers.back().units, outputs);
  QVERIFY(followsTask(program().design(), *program().session().outline()));
  QVERIFY(!program().session().isDirty());
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
  QCOMPARE(program().play({"example iris", line}), reachedTheEnd);
  const QJsonObject state = scriptState(program().workbench, program().session(), program().window,
                                        program().theme, program().translators);
  QCOMPARE(stateText(state, key).value_or("(none)"), value);
  const QJsonObject part = scriptState(program().workbench, program().session(), program().window,
                                       program().theme, program().translators, "settings");
  QCOMPARE(part, QJsonObject({{"settings", state["settings"]}}));
  QVERIFY(program().session().isDirty());
  program().session().undoStack().undo();
  QVERIFY(!program().session().isDirty());
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
  QCOMPARE(program().play({"example iris"}), reachedTheEnd);
  const Design before = program().design();
  QCOMPARE(program().play({line}), reachedTheEnd);
  QVERIFY(program().design() == before);
}

void TestScript::featuresAreTickedExactly() {
  QCOMPARE(program().play({"example iris", "features petal_length, sepal_width"}), reachedTheEnd);
  const auto names = program().session().outline()->inputNames;
  QCOMPARE(names, (std::vector<std::string>{"sepal_width", "petal_length"}));
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

LAYERLAB_TEST(TestScript, "script")
#include "tst_script.moc"
