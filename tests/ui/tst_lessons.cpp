#include "tests/testmain.h"

#include "tests/ui/program.h"
#include "ui/widgets/lessons/lessondesk.h"
#include "ui/widgets/lessons/lessonpanel.h"
#include "ui/widgets/lessons/sketchpad.h"

#include <QAction>
#include <QLabel>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
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

#if defined(LAYERLAB_SANITIZED)
constexpr bool bothLanguages = false; // a walk is slow there, and one finds what the other would
#else
constexpr bool bothLanguages = true;
#endif

} // namespace

class TestLessons : public QObject {
  Q_OBJECT
private slots:
  void everyLessonCanBeWalkedToItsEnd_data();
  void everyLessonCanBeWalkedToItsEnd();
  void aLessonGivesTheWorkBackUntouched();
  void aLessonGivesThePastAndTheSweepBack();
  void closingTheWindowEndsTheLessonFirst();
  void theViewComesBackAsItWas();
  void everyTabIsWholeBesideALesson_data();
  void everyTabIsWholeBesideALesson();
  void theTimeSliderFitsBesideALesson_data();
  void theTimeSliderFitsBesideALesson();
  void aReluLayerIsNoLinearOne();
  void goingOnIsNoReset();
  void aGuessOnThePageAnswersTheLesson();
  void hiddenPartsComeBack();
  void wordsFollowTheLanguage();
  void aLessonOfOnesOwn();
};

void TestLessons::everyLessonCanBeWalkedToItsEnd_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("language");
  const auto lessons = LessonDesk::bundled();
  QVERIFY(lessons.size() == 10);
  bool korean = false;
  for (const Lesson& lesson : lessons) {
    korean = !korean;
    for (const QString language : {"en", "ko"})
      if (bothLanguages || korean == (language == "ko"))
        QTest::addRow("%s %s", lesson.name.c_str(), qPrintable(language))
            << QString::fromStdString(lesson.name) << language;
  }
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
    QVERIFY(!room.find<QTextBrowser>("lessonText")->toPlainText().contains('*'));
    if (!step.tasks.empty()) QVERIFY2(!room.stepDone(), "nothing ticks by itself");
    for (const std::string& word : step.highlights) {
      const auto* ring = room.find<QWidget>(("lessonRing_" + word).c_str());
      QVERIFY2(ring && ring->isVisible(), word.c_str());
    }
    room.predict(step.question);
    for (const LessonTask& task : step.tasks) QCOMPARE(room.play(task.demo), QString());
    QTRY_VERIFY2(room.stepDone(), qPrintable(QString("step %1").arg(i + 1)));
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

void TestLessons::aLessonGivesThePastAndTheSweepBack() {
  Classroom room;
  QVERIFY(room.example("iris"));
  QVERIFY(room.trained(4));
  Timeline& timeline = room.workbench.timeline();
  const std::size_t past = timeline.snapshots().size();
  QVERIFY(past > 1);
  timeline.show(2);
  auto* epochs = room.find<QSpinBox>("sweepEpochsSpin");
  auto* guess = room.find<QSpinBox>("sweepGuessSpin");
  epochs->setValue(5);
  guess->setValue(4);
  room.find<QSpinBox>("sweepToSpin")->setValue(6);
  room.workbench.setPace(30.0);
  QVERIFY(room.start("01_fit"));
  QTRY_COMPARE(epochs->value(), 30); // those of the lesson
  QCOMPARE(room.find<QSpinBox>("sweepToSpin")->value(), 32);
  QCOMPARE(guess->value(), 0);
  QCOMPARE(room.workbench.pace(), 10.0);
  QCOMPARE(room.play({"set epochs 3", "train start", "until training false"}), QString());
  room.find<QToolButton>("lessonEndButton")->click();
  QCOMPARE(timeline.snapshots().size(), past);
  QVERIFY(timeline.shownEpoch() == std::optional(2));
  QVERIFY(room.find<QWidget>("timeSlider")->isVisible());
  QCOMPARE(epochs->value(), 5);
  QCOMPARE(guess->value(), 4);
  QCOMPARE(room.find<QSpinBox>("sweepToSpin")->value(), 6);
  QCOMPARE(room.workbench.pace(), 30.0);
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

/// The settings with their Start, the chart with its legend and the verdict, one below the other.
static void verifyElbowPage(Classroom& room) {
  const auto* start = room.find<QPushButton>("sweepStartButton");
  const auto* chart = room.find<QWidget>("elbowChart");
  const auto* page = room.find<QWidget>("elbowPage");
  const QWidget* form = start->parentWidget();
  const auto place = [page](const QWidget* part) {
    return QRect(part->mapTo(page, QPoint()), part->size());
  };
  QTRY_VERIFY2(chart->height() >= 120, qPrintable(QString::number(chart->height())));
  QVERIFY(form->rect().contains(start->geometry()));
  QTRY_VERIFY(place(form).bottom() < place(chart).top()); // once the network has lent its height
  QVERIFY(page->rect().contains(place(room.find<QWidget>("elbowMeaning"))));
  QVERIFY(place(chart).bottom() < place(room.find<QWidget>("elbowMeaning")).top());
  for (const auto* legend : chart->findChildren<QWidget*>(QRegularExpression("^chartLegend_")))
    QVERIFY(!legend->isVisible() || !place(legend).intersects(place(form)));
}

/// At the smallest window: no tab is cut, none has to be scrolled to, and the elbow can be read.
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
  const auto* rows = room.find<QSplitter>("rows");
  const QList<int> heights = rows->sizes();
  room.window.showPage("elbow");
  verifyElbowPage(room);
  if (QTest::currentTestFailed()) return;
  QCOMPARE(room.play({"set sweepToSpin 8", "set sweepRepeatsSpin 2", "set sweepEpochsSpin 3",
                      "sweep start", "until sweep.running false 60"}),
           QString());
  verifyElbowPage(room);
  QCOMPARE(room.window.size(), QSize(1280, 720));
  room.window.showPage("loss"); // what the network lent goes back
  QTRY_COMPARE(rows->sizes(), heights);
}

void TestLessons::theTimeSliderFitsBesideALesson_data() {
  everyTabIsWholeBesideALesson_data();
}

void TestLessons::theTimeSliderFitsBesideALesson() {
  QFETCH(QString, language);
  Classroom room;
  room.translators.setLanguage(language);
  QVERIFY(room.start("08_learning_rates"));
  QCOMPARE(room.play({"train start", "until training false"}), QString());
  const auto* slider = room.find<QSlider>("timeSlider");
  const auto* now = room.find<QToolButton>("timeNowButton");
  QTRY_VERIFY(slider->isVisible());
  QCoreApplication::processEvents();
  QVERIFY(slider->width() >= 60);
  QVERIFY(slider->geometry().right() < now->geometry().left());
  QVERIFY(now->geometry().right() < now->parentWidget()->width());
  const auto* add = room.find<QToolButton>("addLayerButton");
  const auto right = [&](const QWidget* w) {
    return w->mapTo(&room.window, w->rect().topRight()).x();
  };
  QVERIFY(right(now) < add->mapTo(&room.window, QPoint()).x());
}

/// "+" brings a layer with relu: three linear layers are something else.
void TestLessons::aReluLayerIsNoLinearOne() {
  Classroom room;
  QVERIFY(room.start("04_activation"));
  LessonRunner& runner = room.window.findChild<LessonDesk*>()->runner();
  QCOMPARE(room.play({"menu modelAddLayer"}), QString());
  QCOMPARE(room.session().design().network.layers.size(), std::size_t{4});
  runner.go(1);
  QVERIFY(!runner.done(1, 0));
  QCOMPARE(room.play({"set activation linear"}), QString());
  runner.go(1);
  QVERIFY(runner.done(1, 0));
}

void TestLessons::goingOnIsNoReset() {
  Classroom room;
  QVERIFY(room.start("01_fit"));
  LessonRunner& runner = room.window.findChild<LessonDesk*>()->runner();
  room.workbench.setPace(0.0);
  const std::vector<std::string> fit{"train start", "until training false"};
  QCOMPARE(room.play({"set batch 120", "set epochs 3"}), QString());
  QCOMPARE(room.play(fit), QString());
  runner.go(3);
  QCOMPARE(room.play(fit), QString()); // from where it was
  runner.setAnswer({});                // it looks at once
  QVERIFY(!runner.done(3, 0));
  QCOMPARE(room.play({"click resetButton", "train start", "until training false"}), QString());
  runner.setAnswer({});
  QVERIFY(runner.done(3, 0));
}

void TestLessons::aGuessOnThePageAnswersTheLesson() {
  Classroom room;
  QVERIFY(room.start("07_elbow"));
  LessonRunner& runner = room.window.findChild<LessonDesk*>()->runner();
  auto* guess = room.find<QSpinBox>("sweepGuessSpin");
  guess->setValue(8); // before it is asked for
  runner.go(1);
  QCOMPARE(runner.answer(1).units, 8.0);
  guess->setValue(4);
  QCOMPARE(runner.answer(1).units, 4.0);
  QTRY_VERIFY(runner.done(1, 0));
  QTest::keyClick(room.find<QWidget>("lessonSketch"), Qt::Key_Right);
  QCOMPARE(guess->value(), 8);
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
  QCOMPARE(room.find<SketchPad>("lessonSketch")->axisWords(),
           QStringList({"0", "에포크", "40", "손실"}));
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
