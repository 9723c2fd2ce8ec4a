#include "core/lesson/lesson.h"
#include "tests/testmain.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

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
  void koreanParticlesCloseUp();
  void everyWordIsDocumented();
  void theTablesAreThoseOfTheFiles();
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
  QTest::newRow("example") << "\"example\": \"iris\""
                           << "\"example\": \"nope\""
                           << "nope";
  QTest::newRow("target") << "\"start\": {"
                          << "\"start\": {\"target\": \"nope\", "
                          << "nope";
  QTest::newRow("page") << "\"minutes\": 5"
                        << "\"page\": \"lozz\""
                        << "lozz";
  QTest::newRow("pace") << "\"minutes\": 5"
                        << "\"pace\": 3"
                        << "pace";
  QTest::newRow("version") << "\"minutes\": 5"
                           << "\"version\": 2"
                           << "newer";
  QTest::newRow("a page that is none") << "page == loss"
                                       << "page == lozz"
                                       << "page == lozz";
  QTest::newRow("a number that is none") << "epochs >= 5"
                                         << "loss < abc"
                                         << "abc";
  QTest::newRow("an optimizer that is none") << "epochs >= 5"
                                             << "optimizer == adamm"
                                             << "adamm";
  QTest::newRow("words have no order") << "page == loss"
                                       << "page < loss"
                                       << "page < loss";
  QTest::newRow("yes or no") << "epochs >= 5"
                             << "diverged == true"
                             << "diverged";
  QTest::newRow("unknown key") << "\"highlight\""
                               << "\"highlights\""
                               << "highlights";
  QTest::newRow("demo") << "[{\"when\""
                        << "[{\"demo\": [\"bogus command\"], \"when\""
                        << "bogus";
  QTest::newRow("words of a demo") << "[{\"when\""
                                   << "[{\"demo\": [\"page loss now\"], \"when\""
                                   << "page loss now";
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

/// "**relu** 를" is set off from its word; and after a bracket the stars would not close at all.
void TestLesson::koreanParticlesCloseUp() {
  const QDir folder(LAYERLAB_SOURCE_DIR "/resources/lessons");
  const QRegularExpression apart(
      R"(\* (은|는|이|가|을|를|로|으로|처럼|하세요|한|입니다)(?![가-힣]))");
  const QRegularExpression open(R"(\)\*+[가-힣])");
  for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
    QFile file(folder.filePath(name + "/ko.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const QRegularExpression& fault : {apart, open})
      QVERIFY2(!fault.match(text).hasMatch(),
               qPrintable(name + ": " + fault.match(text).captured()));
  }
}

void TestLesson::everyWordIsDocumented() {
  QFile file(LAYERLAB_SOURCE_DIR "/docs/lessons.md");
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QString text = QString::fromUtf8(file.readAll());
  for (const LessonKey& key : lessonKeys())
    QVERIFY2(text.contains(QString("| `%1` | %2 |").arg(key.word, key.meaning)), key.word);
  for (const LessonPart& part : lessonHighlights())
    QVERIFY2(text.contains(QString("`%1`").arg(part.word)), part.word);
  for (const std::string& page : lessonPages())
    QVERIFY2(std::any_of(lessonHighlights().begin(), lessonHighlights().end(),
                         [&](const LessonPart& part) { return part.word == "page_" + page; }),
             page.c_str());
}

void TestLesson::theTablesAreThoseOfTheFiles() {
  const QDir folder(LAYERLAB_SOURCE_DIR "/resources/examples");
  QCOMPARE(folder.entryList({"*.csv"}).size(), static_cast<qsizetype>(lessonTables().size()));
  for (const LessonTable& table : lessonTables()) {
    QFile file(folder.filePath(QString(table.name) + ".csv"));
    QVERIFY2(file.open(QIODevice::ReadOnly), table.name);
    QCOMPARE(QString::fromUtf8(file.readLine()).trimmed(), QString(table.header));
  }
}

LAYERLAB_TEST(TestLesson, "lesson")
#include "tst_lesson.moc"
