#include "core/lesson/lesson.h"
#include "tests/testmain.h"

#include <QDir>
#include <QTest>

using namespace layerlab;

namespace {

const char* const goodJson = R"({"format": "layerlab-lesson", "minutes": 5, "example": "iris",
  "start": {"hidden": [4, 2], "lr": 0.5, "epochs": 9},
  "steps": [{"highlight": ["fit"], "tasks": [{"when": ["epochs >= 5", "page == loss"]}]},
            {"question": {"kind": "choice", "answer": 2}}]})";
const char* const goodText =
    "# Title\n\n## One\nWords.\n- [ ] do it\n## Two\nMore.\n- ( ) a\n- ( ) b\n";

} // namespace

class TestLesson : public QObject {
  Q_OBJECT
private slots:
  void readsStepsAndWords();
  void singlePagesMayBeHidden();
  void startsFromItsSettings();
  void conditions_data();
  void conditions();
  void namesWhatIsWrong_data();
  void namesWhatIsWrong();
  void everyShippedLessonIsSound();
};

void TestLesson::readsStepsAndWords() {
  const auto lesson = readLesson("mine", goodJson, {{"en", goodText}});
  QVERIFY(lesson);
  QCOMPARE(lesson->steps.size(), std::size_t{2});
  QCOMPARE(lesson->steps[0].tasks[0].when.size(), std::size_t{2});
  const LessonText& text = lesson->texts.at("en");
  QCOMPARE(text.title, std::string("Title"));
  QCOMPARE(text.steps[0].tasks[0], std::string("do it"));
  QCOMPARE(text.steps[1].choices.size(), std::size_t{2});
  QCOMPARE(text.steps[1].body, std::string("More."));
}

void TestLesson::singlePagesMayBeHidden() {
  QString json = goodJson;
  json.replace("\"example\": \"iris\"", "\"hide\": [\"page_elbow\", \"pages\"]");
  const auto lesson = readLesson("mine", json.toStdString(), {{"en", goodText}});
  QVERIFY(lesson);
  QCOMPARE(lesson->hide.size(), std::size_t{2});
  json.replace("page_elbow", "page_knee");
  QVERIFY(!readLesson("mine", json.toStdString(), {{"en", goodText}}));
}

void TestLesson::startsFromItsSettings() {
  const auto lesson = readLesson("mine", goodJson, {{"en", goodText}});
  QVERIFY(lesson);
  Design design;
  QVERIFY(applyLessonStart(*lesson, design));
  QCOMPARE(design.fit.epochs, 9);
  QCOMPARE(design.fit.optimizer.learningRate, 0.5);
  QCOMPARE(design.network.layers.size(), std::size_t{3});
  QCOMPARE(design.network.layers[1].units, 2);
}

void TestLesson::conditions_data() {
  QTest::addColumn<QString>("sign");
  QTest::addColumn<QString>("value");
  QTest::addColumn<bool>("holds");
  const auto row = [](const char* sign, const char* value, bool holds) {
    QTest::addRow("20 %s %s", sign, value) << QString(sign) << QString(value) << holds;
  };
  row("==", "20", true);
  row("==", "20.0", true);
  row("!=", "20", false);
  row("<", "21", true);
  row("<", "20", false);
  row("<=", "20", true);
  row(">", "9", true);
  row(">=", "20.5", false);
  row("==", "twenty", false);
  row("!=", "twenty", true);
  row("<", "twenty", false);
}

void TestLesson::conditions() {
  QFETCH(QString, sign);
  QFETCH(QString, value);
  const LessonCondition condition{"epochs", sign.toStdString(), value.toStdString()};
  QTEST(holds(condition, {{"epochs", "20"}}), "holds");
  QVERIFY(!holds(condition, {{"other", "20"}}));
}

void TestLesson::namesWhatIsWrong_data() {
  QTest::addColumn<QString>("from");
  QTest::addColumn<QString>("to");
  QTest::addColumn<QString>("word");
  QTest::newRow("format") << "layerlab-lesson"
                          << "x"
                          << "format";
  QTest::newRow("key") << "epochs >= 5"
                       << "epoks >= 5"
                       << "epoks";
  QTest::newRow("sign") << "epochs >= 5"
                        << "epochs => 5"
                        << "=>";
  QTest::newRow("highlight") << "[\"fit\"]"
                             << "[\"fitt\"]"
                             << "fitt";
  QTest::newRow("start") << "\"lr\""
                         << "\"lrr\""
                         << "lrr";
  QTest::newRow("answer") << "\"answer\": 2"
                          << "\"answer\": 3"
                          << "choices";
  QTest::newRow("kind") << "choice"
                        << "guess"
                        << "kind";
  QTest::newRow("truncated") << "]})"
                             << ""
                             << "";
}

void TestLesson::namesWhatIsWrong() {
  QFETCH(QString, from);
  QFETCH(QString, to);
  QFETCH(QString, word);
  QString json = goodJson;
  json.replace(from, to);
  if (word.isEmpty()) json.chop(3);
  const auto lesson = readLesson("mine", json.toStdString(), {{"en", goodText}});
  QVERIFY(!lesson);
  const QString message = QString::fromStdString(english(lesson.error()));
  QVERIFY2(message.contains(word) && message.contains("mine/"), qPrintable(message));
  const auto fewer = readLesson("mine", goodJson, {{"en", "# T\n## One\nWords.\n- [ ] do\n"}});
  QVERIFY(!fewer);
}

void TestLesson::everyShippedLessonIsSound() {
  const QDir folder(LAYERLAB_SOURCE_DIR "/resources/lessons");
  const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
  QCOMPARE(names.size(), 10);
  for (const QString& name : names) {
    const auto lesson = readLessonFolder(folder.filePath(name).toStdString());
    QVERIFY2(lesson.has_value(), lesson ? "" : english(lesson.error()).c_str());
    QCOMPARE(lesson->texts.size(), std::size_t{2});
    for (const LessonStep& step : lesson->steps)
      for (const LessonTask& task : step.tasks) QVERIFY(!task.when.empty());
  }
}

LAYERLAB_TEST(TestLesson, "lesson")
#include "tst_lesson.moc"
