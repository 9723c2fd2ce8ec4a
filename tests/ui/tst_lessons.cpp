#include "tests/testmain.h"

#include "tests/ui/program.h"
#include "ui/widgets/lessons/lessondesk.h"
#include "ui/widgets/lessons/lessonpanel.h"

#include <QAction>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolButton>

using namespace layerlab;

namespace {

/// A desk whose hands are scripts.
struct Classroom : Desk {
  ScriptPrompts scriptPrompts;
  QTemporaryDir folder;

  /// Empty: it went well.
  QString play(const std::vector<std::string>& lines) {
    QByteArray text;
    for (const std::string& line : lines) text += QByteArray::fromStdString(line) + '\n';
    const QString path = folder.filePath("script.txt");
    if (!writeTable(path, text)) return "no script";
    const int code = playScript(stageOf(*this, scriptPrompts), path, 250'000);
    return code == 0 || code == reachedTheEnd ? QString() : QString("exit %1: ").arg(code) + text;
  }

  LessonPanel* panel() { return find<LessonPanel>("lessonPanel"); }
  int step() { return panel()->property("lessonStep").toInt(); }
  bool stepDone() { return panel()->property("lessonStepDone").toBool(); }

  bool start(const QString& name) {
    auto* action = find<QAction>(qPrintable("lesson_" + name));
    if (!action) return false;
    action->trigger();
    return QTest::qWaitFor([&] { return step() == 1 && !workbench.isLoading(); }, 20'000);
  }

  /// Predicts with the keyboard, as a person may.
  void predict(const LessonQuestion& question) {
    if (question.kind == LessonQuestion::Kind::choice) {
      find<QRadioButton>("lessonChoice1")->click();
    } else if (question.kind != LessonQuestion::Kind::none) {
      auto* pad = find<QWidget>("lessonSketch");
      for (int i = 0; i < 5; ++i) QTest::keyClick(pad, Qt::Key_Right);
      QTest::keyClick(pad, Qt::Key_Down);
    }
  }
};

} // namespace

class TestLessons : public QObject {
  Q_OBJECT
private slots:
  void everyLessonCanBeWalkedToItsEnd_data();
  void everyLessonCanBeWalkedToItsEnd();
  void aLessonGivesTheWorkBackUntouched();
  void closingTheWindowEndsTheLessonFirst();
  void theViewComesBackAsItWas();
  void everyTabIsWholeBesideALesson_data();
  void everyTabIsWholeBesideALesson();
  void hiddenPartsComeBack();
  void wordsFollowTheLanguage();
  void aLessonOfOnesOwn();
};

void TestLessons::everyLessonCanBeWalkedToItsEnd_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("language");
  const auto lessons = LessonDesk::bundled();
  QVERIFY(lessons.size() == 10);
  for (const Lesson& lesson : lessons)
    for (const char* language : {"en", "ko"})
      QTest::addRow("%s %s", lesson.name.c_str(), language)
          << QString::fromStdString(lesson.name) << QString(language);
}

void TestLessons::everyLessonCanBeWalkedToItsEnd() {
  QFETCH(QString, name);
  QFETCH(QString, language);
  Classroom room;
  room.translators.setLanguage(language);
  QVERIFY(room.start(name));
  const LessonRunner* runner = room.window.findChild<LessonDesk*>()
                                   ? &room.window.findChild<LessonDesk*>()->runner()
                                   : nullptr;
  QVERIFY(runner);
  const Lesson lesson = runner->lesson();
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const LessonStep& step = lesson.steps[i];
    QCOMPARE(room.step(), static_cast<int>(i) + 1);
    QVERIFY(!room.find<QTextBrowser>("lessonText")->toPlainText().isEmpty());
    if (!step.tasks.empty()) QVERIFY2(!room.stepDone(), "nothing ticks by itself");
    room.predict(step.question);
    for (const LessonTask& task : step.tasks) QCOMPARE(room.play(task.demo), QString());
    QTRY_VERIFY2_WITH_TIMEOUT(room.stepDone(), qPrintable(QString("step %1").arg(i + 1)), 5'000);
    room.find<QPushButton>("lessonNextButton")->click();
  }
  QVERIFY(runner->isSummary());
  const QString summary = room.panel()->summaryText();
  QCOMPARE(summary.count('\n'), static_cast<int>(lesson.steps.size()) + 2);
  QVERIFY(room.find<QPushButton>("lessonSaveButton")->isVisible());
  room.find<QPushButton>("lessonNextButton")->click();
  QVERIFY(!runner->isRunning());
  QVERIFY(!room.session().table());
}

void TestLessons::aLessonGivesTheWorkBackUntouched() {
  Classroom room;
  QVERIFY(room.example("iris"));
  room.session().edit("units", {}, [](Design& design) { design.network.layers[0].units = 5; });
  QVERIFY(room.trained(4));
  room.session().edit("units", {}, [](Design& design) { design.network.layers[0].units = 6; });
  room.session().undoStack().undo();
  const Design design = room.session().design();
  const TablePtr table = room.session().table();
  const auto runs = room.session().runs().size();
  const History history = room.session().currentRun()->history;
  const int index = room.session().undoStack().index();
  const int count = room.session().undoStack().count();
  QVERIFY(room.start("04_activation"));
  QVERIFY(room.session().table() != table);
  room.play({"set hidden 3", "set epochs 3", "train start", "until training false"});
  room.find<QToolButton>("lessonEndButton")->click();
  QVERIFY(room.session().table() == table);
  QVERIFY(room.session().design() == design);
  QCOMPARE(room.session().runs().size(), runs);
  QVERIFY(room.session().currentRun()->history == history);
  QCOMPARE(room.workbench.dataPath(), QString("example:iris"));
  QCOMPARE(room.session().undoStack().index(), index);
  QCOMPARE(room.session().undoStack().count(), count);
  room.session().undoStack().redo();
  QCOMPARE(room.session().design().network.layers[0].units, 6);
  room.session().undoStack().setIndex(0);
  QCOMPARE(room.session().design().network.layers[0].units, 8);
}

void TestLessons::closingTheWindowEndsTheLessonFirst() {
  Classroom room;
  QVERIFY(room.example("iris"));
  QVERIFY(room.start("01_fit"));
  room.window.close();
  QCOMPARE(room.workbench.dataPath(), QString("example:iris"));
  QCOMPARE(room.step(), 0);
}

void TestLessons::theViewComesBackAsItWas() {
  Classroom room;
  QVERIFY(room.example("iris"));
  QCoreApplication::processEvents();
  room.window.showPage("stages");
  auto* bar = room.find<QScrollArea>("sidePanel")->verticalScrollBar();
  QVERIFY(bar->maximum() > 30);
  bar->setValue(30);
  QVERIFY(room.start("01_fit"));
  bar->setValue(bar->maximum());
  room.window.showPage("elbow");
  QVERIFY(room.start("02_loss_curve")); // from one lesson to the next: still the person's view
  room.window.showPage("code");
  room.find<QToolButton>("lessonEndButton")->click();
  QCOMPARE(room.window.currentPage(), QString("stages"));
  QTRY_COMPARE(bar->value(), 30);
}

void TestLessons::everyTabIsWholeBesideALesson_data() {
  QTest::addColumn<QString>("language");
  QTest::newRow("English") << "en";
  QTest::newRow("Korean") << "ko";
}

/// At the smallest window: no tab is cut, none has to be scrolled to, and the sweep's Start is
/// seen.
void TestLessons::everyTabIsWholeBesideALesson() {
  QFETCH(QString, language);
  Classroom room;
  room.translators.setLanguage(language);
  QVERIFY(room.start("01_fit"));
  room.window.resize(1280, 720);
  const auto* bar = room.find<QTabWidget>("pages")->tabBar();
  for (const QString& page : room.window.pageNames()) {
    room.window.showPage(page);
    QCoreApplication::processEvents();
    for (int i = 0; i < bar->count(); ++i) {
      const QRect tab = bar->tabRect(i);
      QVERIFY2(tab.left() >= 0 && tab.right() < bar->width(), qPrintable(page));
    }
    for (const QToolButton* arrow : bar->findChildren<QToolButton*>())
      QVERIFY2(!arrow->isVisible(), qPrintable(page));
  }
  QCOMPARE(room.window.size(), QSize(1280, 720));
  room.window.showPage("elbow");
  QCoreApplication::processEvents();
  const auto* start = room.find<QPushButton>("sweepStartButton");
  const auto* chart = room.find<QWidget>("elbowChart");
  const QWidget* form = start->parentWidget();
  QVERIFY(form->rect().contains(start->geometry()));
  QVERIFY(form->mapTo(&room.window, form->rect().bottomLeft()).y() <
          chart->mapTo(&room.window, QPoint()).y());
}

void TestLessons::hiddenPartsComeBack() {
  Classroom room;
  QVERIFY(room.example("iris"));
  QTemporaryDir folder;
  const QString path = folder.filePath("mine");
  QVERIFY(QDir().mkpath(path));
  QVERIFY(writeTable(path + "/lesson.json", R"({"format": "layerlab-lesson", "example": "iris",
    "hide": ["optimizer"], "steps": [{"tasks": [{"when": ["epochs == 7"]}]}]})"));
  QVERIFY(writeTable(path + "/en.md", "# Mine\n## One\nText\n- [ ] seven epochs\n"));
  auto* optimizer = room.find<QComboBox>("optimizerCombo");
  QVERIFY(!optimizer->isHidden() && optimizer->isVisibleTo(&room.window));
  room.window.findChild<LessonDesk*>()->start(path);
  QTRY_COMPARE(room.step(), 1);
  QVERIFY(!optimizer->isVisibleTo(&room.window));
  room.window.findChild<LessonDesk*>()->end();
  QVERIFY(optimizer->isVisibleTo(&room.window));
}

void TestLessons::wordsFollowTheLanguage() {
  Classroom room;
  QVERIFY(room.start("02_loss_curve"));
  const QString english = room.find<QTextBrowser>("lessonText")->toPlainText();
  room.translators.setLanguage("ko");
  const QString korean = room.find<QTextBrowser>("lessonText")->toPlainText();
  QVERIFY(english != korean);
  QVERIFY(korean.contains("에포크"));
  QCOMPARE(room.find<QPushButton>("lessonNextButton")->text(), QString("다음"));
}

void TestLessons::aLessonOfOnesOwn() {
  Classroom room;
  QSignalSpy failed(room.window.findChild<LessonDesk*>(), &LessonDesk::failed);
  room.window.findChild<LessonDesk*>()->start("/no/such/folder");
  QCOMPARE(failed.size(), 1);
  QCOMPARE(room.step(), 0);
}

LAYERLAB_TEST(TestLessons, "lessons")
#include "tst_lessons.moc"
