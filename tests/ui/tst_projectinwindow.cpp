#include "tests/testmain.h"

#include "core/io/project.h"
#include "tests/ui/desk.h"
#include "ui/session/autosave.h"
#include "ui/session/translators.h"
#include "ui/widgets/panels/makedata.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace layerlab;

/// The project's file as a person meets it: saving beside other work, how the window was arranged,
/// what is left after a crash.
class ProjectInWindowTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void savingLeavesTheWindowFree();
  void aSaveThatFailsIsTold();
  void closingWaitsForTheSave();
  void theLayoutComesBackWithTheProject();
  void aStrangeLayoutDoesNoHarm_data();
  void aStrangeLayoutDoesNoHarm();
  void leftWorkIsOfferedWithItsDate_data();
  void leftWorkIsOfferedWithItsDate();
  void leftWorkAsksBeforeItReplacesOther();
  void workIsAskedAboutBeforeItIsReplaced_data();
  void workIsAskedAboutBeforeItIsReplaced();
  void paintingOnAsksNothing();
  void aLessonsTableIsReplacedWithoutAQuestion();
  void dialogsHaveTheIconOfTheWindow();
};

namespace {

/// Work on iris, left in `folder` as after a crash.
void leaveWork(const QString& folder) {
  Workbench bench;
  bench.openExample("iris");
  QTRY_VERIFY(!bench.isLoading());
  Autosave autosave(bench, folder);
  QSignalSpy written(&autosave, &Autosave::written);
  bench.session().touch();
  QTRY_COMPARE(written.count(), 1);
  autosave.keepAtEnd();
}

bool isLoaded(Desk& desk) {
  return QTest::qWaitFor([&] { return !desk.workbench.isLoading(); }, 20'000);
}

} // namespace

void ProjectInWindowTest::savingLeavesTheWindowFree() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.session().touch();
  QTemporaryDir folder;
  desk.prompts.path = folder.filePath("iris.layerlab");
  desk.find<QAction>("fileSaveAs")->trigger();
  QTRY_VERIFY(!desk.workbench.isSaving());
  QVERIFY(!desk.window.isWindowModified());
  QVERIFY(desk.window.windowTitle().contains("iris"));
  QVERIFY(readProject(desk.prompts.path.toStdString()));
  QVERIFY(desk.prompts.told.isEmpty());
  QVERIFY(!QGuiApplication::overrideCursor());
}

void ProjectInWindowTest::aSaveThatFailsIsTold() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.session().touch();
  desk.prompts.path = "/no/such/folder/iris.layerlab";
  desk.find<QAction>("fileSaveAs")->trigger();
  QTRY_COMPARE(desk.prompts.told.size(), 1);
  QVERIFY(desk.window.isWindowModified());
  QVERIFY(!desk.window.saveProject(true));
  QCOMPARE(desk.prompts.told.size(), 2);
  QCoreApplication::processEvents();
  QCOMPARE(desk.prompts.told.size(), 2); // each failure once
}

void ProjectInWindowTest::closingWaitsForTheSave() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.session().touch();
  QTemporaryDir folder;
  const QString path = folder.filePath("iris.layerlab");
  desk.workbench.startSaving(path);
  QVERIFY(desk.workbench.isSaving());
  QVERIFY(desk.window.close());
  QVERIFY(!desk.workbench.isSaving());
  QCOMPARE(desk.prompts.asked, 0); // it is saved by then
  QVERIFY(readProject(path.toStdString()));
}

void ProjectInWindowTest::theLayoutComesBackWithTheProject() {
  QTemporaryDir folder;
  const QString path = folder.filePath("arranged.layerlab");
  QList<int> sizes;
  {
    Desk desk;
    QVERIFY(desk.example("iris"));
    desk.window.showPage("elbow");
    desk.find<QSplitter>("columns")->setSizes({380, 800});
    desk.find<QCheckBox>("lossLogY")->setChecked(true);
    desk.find<QSlider>("smoothingSlider")->setValue(40);
    sizes = desk.find<QSplitter>("columns")->sizes();
    QVERIFY(desk.workbench.saveProject(path));
    desk.window.showPage("loss");
    desk.find<QCheckBox>("lossLogX")->setChecked(true);
    QVERIFY(!desk.window.isWindowModified()); // how it looks is no work to lose
    QVERIFY(desk.window.close());
    QCOMPARE(desk.prompts.asked, 0);
  }
  forgetSettings(); // nothing is remembered but by the project
  Desk desk;
  QVERIFY(!desk.find<QCheckBox>("lossLogY")->isChecked());
  desk.workbench.openFile(path);
  QTRY_VERIFY(!desk.workbench.isLoading());
  QCOMPARE(desk.window.currentPage(), QString("elbow"));
  QCOMPARE(desk.find<QSplitter>("columns")->sizes(), sizes);
  QVERIFY(desk.find<QCheckBox>("lossLogY")->isChecked());
  QVERIFY(!desk.find<QCheckBox>("lossLogX")->isChecked());
  QCOMPARE(desk.find<QSlider>("smoothingSlider")->value(), 40);
  QVERIFY(!desk.window.isWindowModified());
}

void ProjectInWindowTest::aStrangeLayoutDoesNoHarm_data() {
  QTest::addColumn<QByteArray>("layout");
  QTest::newRow("of a huge window")
      << QByteArray(R"({"sizes": {"columns": [9000, 300], "rows": [9000, 9000]}})");
  QTest::newRow("of no window") << QByteArray(
      R"({"sizes": {"columns": [0, 0], "rows": [-5, 1e300]}})");
  QTest::newRow("too many parts") << QByteArray(R"({"sizes": {"columns": [1, 2, 3, 4]}})");
  QTest::newRow("wrong kinds") << QByteArray(
      R"({"page": 7, "sizes": [], "folded": "all", "left_panel": 1,
                        "charts": {"lossLogY": "yes", "smoothingSlider": 1e9}})");
  QTest::newRow("unknown parts") << QByteArray(
      R"({"page": "oracle", "charts": {"hue": 3, "smoothingSlider": 123456}})");
  QTest::newRow("no object") << QByteArray("[1, 2]");
}

void ProjectInWindowTest::aStrangeLayoutDoesNoHarm() {
  QFETCH(QByteArray, layout);
  Desk desk;
  QVERIFY(desk.example("iris"));
  const QSize size = desk.window.size();
  QTemporaryDir folder;
  const QString path = folder.filePath("strange.layerlab");
  desk.workbench.setLayoutSource({});
  QVERIFY(desk.workbench.saveProject(path));
  QByteArray text = bytesOf(path);
  text.replace(text.indexOf('{'), 1, "{ \"layout\": " + layout + ",");
  QVERIFY(writeTable(path, text));
  desk.workbench.openFile(path);
  QTRY_VERIFY(!desk.workbench.isLoading());
  QCOMPARE(desk.workbench.projectPath(), path);
  QCoreApplication::processEvents();
  QCOMPARE(desk.window.size(), size);
  QCOMPARE(desk.window.currentPage(), QString("loss"));
  QVERIFY(desk.find<QWidget>("sidePanel")->isVisible());
  for (const char* name : {"columns", "rows"})
    for (const int part : desk.find<QSplitter>(name)->sizes()) QVERIFY(part > 0);
  QVERIFY(desk.find<QSlider>("smoothingSlider")->value() <= 95);
}

void ProjectInWindowTest::leftWorkIsOfferedWithItsDate_data() {
  QTest::addColumn<QString>("language");
  for (const char* language : {"en", "ko"}) QTest::newRow(language) << QString(language);
}

void ProjectInWindowTest::leftWorkIsOfferedWithItsDate() {
  QFETCH(QString, language);
  QTemporaryDir folder;
  leaveWork(folder.path());
  Desk desk;
  QVERIFY(desk.translators.setLanguage(language));
  Autosave autosave(desk.workbench, folder.path());
  QCOMPARE(autosave.left().size(), 1);
  QFile copy(autosave.left().first().file);
  QVERIFY(copy.open(QIODevice::ReadWrite));
  const QDateTime day(QDate(2024, 3, 14), QTime(9, 26));
  QVERIFY(copy.setFileTime(day, QFileDevice::FileModificationTime));
  copy.close();
  desk.window.offerRecovery(autosave);
  const auto* words = desk.find<QLabel>("recoveryText");
  QVERIFY(words->isVisible());
  const QString date = Translators::locale().toString(day, QLocale::ShortFormat);
  QVERIFY2(words->text().contains(date), qPrintable(words->text()));
  QVERIFY(words->text().contains("iris"));
}

void ProjectInWindowTest::leftWorkAsksBeforeItReplacesOther() {
  QTemporaryDir folder;
  leaveWork(folder.path());
  Desk desk;
  Autosave autosave(desk.workbench, folder.path());
  desk.window.offerRecovery(autosave);
  QVERIFY(desk.example("wine"));
  desk.session().touch();
  auto* button = desk.find<QPushButton>("recoverButton");
  desk.prompts.answer = Prompts::SaveAnswer::cancel;
  button->click();
  QCOMPARE(desk.prompts.asked, 1);
  QVERIFY(!desk.workbench.isLoading() && desk.window.isWindowModified());
  QCOMPARE(desk.workbench.dataPath(), QString("example:wine"));
  QVERIFY(button->isVisible()); // it may still be answered
  desk.prompts.answer = Prompts::SaveAnswer::discard;
  button->click();
  QVERIFY(isLoaded(desk));
  QCOMPARE(desk.workbench.dataPath(), QString("example:iris"));
  QVERIFY(desk.workbench.recovered());
  QVERIFY(!button->isVisible());
}

void ProjectInWindowTest::workIsAskedAboutBeforeItIsReplaced_data() {
  QTest::addColumn<QString>("work");
  QTest::addColumn<bool>("asks");
  QTest::newRow("a table that was looked at") << "none" << false;
  QTest::newRow("a design") << "design" << false;
  QTest::newRow("a fit") << "fit" << true;
  QTest::newRow("a sweep") << "sweep" << true;
  QTest::newRow("pasted cells") << "paste" << true;
  QTest::newRow("a saved project") << "project" << true;
}

void ProjectInWindowTest::workIsAskedAboutBeforeItIsReplaced() {
  QFETCH(QString, work);
  QFETCH(bool, asks);
  Desk desk;
  QTemporaryDir folder;
  QVERIFY(desk.example("iris"));
  if (work == "project") QVERIFY(desk.workbench.saveProject(folder.filePath("iris.layerlab")));
  if (work == "paste") desk.workbench.openPasted("a,b\n1,2\n3,4\n5,6\n");
  QVERIFY(isLoaded(desk));
  if (work == "design" || work == "project") desk.find<QSpinBox>("epochsSpin")->setValue(77);
  if (work == "fit") QVERIFY(desk.trained(2));
  if (work == "sweep") {
    desk.workbench.startSweep({1, {1}, 1}, 1);
    QTRY_VERIFY(!desk.workbench.isSweeping());
  }
  const QString before = desk.workbench.dataPath();
  desk.find<QAction>("example_wine")->trigger();
  QVERIFY(isLoaded(desk));
  QCOMPARE(desk.prompts.asked, asks ? 1 : 0);
  QCOMPARE(desk.workbench.dataPath(), asks ? before : QString("example:wine"));
  desk.prompts.answer = Prompts::SaveAnswer::discard;
  desk.find<QAction>("example_wine")->trigger();
  QVERIFY(isLoaded(desk));
  QCOMPARE(desk.workbench.dataPath(), QString("example:wine"));
}

void ProjectInWindowTest::paintingOnAsksNothing() {
  Desk desk;
  Painting painting;
  for (int i = 0; i < 8; ++i) painting.points.push_back({i * 0.5, i * 0.25, i % 2});
  desk.workbench.openPainted(painting);
  QVERIFY(isLoaded(desk));
  QVERIFY(desk.window.isWindowModified()); // it is in no file
  desk.find<QAction>("fileMakeData")->trigger();
  auto* dialog = desk.find<MakeDataDialog>("makeDataDialog");
  painting.points.push_back({9.0, 9.0, 0});
  emit dialog->painted(painting);
  QVERIFY(isLoaded(desk));
  QCOMPARE(desk.session().table()->rows, 9);
  QCOMPARE(desk.prompts.asked, 0);
  QVERIFY(desk.trained(1));
  emit dialog->painted(painting);
  QCOMPARE(desk.prompts.asked, 1); // the run would go
}

void ProjectInWindowTest::aLessonsTableIsReplacedWithoutAQuestion() {
  Desk desk;
  QVERIFY(desk.example("wine"));
  desk.session().touch();
  desk.find<QAction>("lesson_01_fit")->trigger();
  QVERIFY(isLoaded(desk));
  QVERIFY(desk.trained(1));
  desk.find<QAction>("example_penguins")->trigger();
  QVERIFY(isLoaded(desk));
  QCOMPARE(desk.prompts.asked, 0);
  QCOMPARE(desk.workbench.dataPath(), QString("example:penguins"));
  desk.find<QToolButton>("lessonEndButton")->click();
  QCOMPARE(desk.workbench.dataPath(), QString("example:wine")); // the person's own is untouched
  QVERIFY(desk.window.isWindowModified());
}

void ProjectInWindowTest::dialogsHaveTheIconOfTheWindow() {
  Desk desk;
  QVERIFY(!desk.window.windowIcon().isNull());
  const QImage icon = desk.window.windowIcon().pixmap(32, 32).toImage();
  for (const char* action : {"fileMakeData", "helpShortcuts", "helpGlossary", "teacherMode"}) {
    desk.find<QAction>(action)->trigger();
    auto* dialog = desk.window.findChild<QDialog*>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY2(dialog && dialog->isVisible(), action);
    QVERIFY2(dialog->windowIcon().pixmap(32, 32).toImage() == icon, action);
    delete dialog;
  }
}

LAYERLAB_TEST(ProjectInWindowTest, "projectinwindow")
#include "tst_projectinwindow.moc"
