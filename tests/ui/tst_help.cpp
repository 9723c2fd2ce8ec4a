#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/lessons/glossary.h"
#include "ui/widgets/lessons/helpdesk.h"
#include "ui/widgets/lessons/tour.h"
#include "ui/widgets/lessons/welcome.h"
#include "ui/widgets/spotlight.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolTip>

using namespace layerlab;

class TestHelp : public QObject {
  Q_OBJECT
private slots:
  void theFirstDoorLeadsToAFallingCurve();
  void theSecondDoorOpensAnExample();
  void welcomeCanBeSkipped();
  void theTourEndsByItself();
  void theTourCanBeSkipped();
  void theTourShowsWhatTheWelcomeCovers();
  void aRingStaysInItsPanel();
  void everyTermHasASentenceAndItsOwnPicture();
  void termsAreTranslated();
  void controlsKnowTheirTerm_data();
  void controlsKnowTheirTerm();
  void f1OpensTheTermOfTheControl();
  void aToolTipNamesTheTerm_data();
  void aToolTipNamesTheTerm();
  void otherToolTipsStayAsTheyAre();
  void teacherModeIsKeptInTheProject();
  void teacherModeHidesSinglePages();
  void aHiddenPageHasNoMenuEntry();
};

void TestHelp::theFirstDoorLeadsToAFallingCurve() {
  Desk desk;
  auto* pane = desk.find<WelcomePane>("welcomePane");
  QVERIFY(pane->isVisible());
  desk.find<QPushButton>("welcomeLessonButton")->click();
  QTRY_VERIFY(desk.session().table());
  QVERIFY(!pane->isVisible());
  QVERIFY(desk.find<QWidget>("lessonPanel")->isVisible());
  desk.find<QPushButton>("fitButton")->click();
  // The lesson trains slowly, to be watched.
  QTRY_VERIFY_WITH_TIMEOUT(desk.session().currentRun() && desk.idle(), 30'000);
  const auto& epochs = desk.session().currentRun()->history.epochs;
  QVERIFY(epochs.back().loss < epochs.front().loss);
}

void TestHelp::theSecondDoorOpensAnExample() {
  Desk desk;
  desk.find<QPushButton>("welcomeExampleButton")->click();
  QTRY_COMPARE(desk.workbench.dataPath(), QString("example:penguins"));
}

void TestHelp::welcomeCanBeSkipped() {
  Desk desk;
  desk.find<QPushButton>("welcomeSkipButton")->click();
  QVERIFY(!desk.find<WelcomePane>("welcomePane")->isVisible());
}

void TestHelp::theTourEndsByItself() {
  Desk desk;
  auto* tour = desk.find<Tour>("tour");
  desk.find<QAction>("helpTour")->trigger();
  QVERIFY(tour->isVisible());
  QVERIFY(tour->findChild<QLabel*>("tourSkip")->text().contains("key"));
  const QString first = tour->findChild<QLabel*>()->text();
  QTRY_VERIFY_WITH_TIMEOUT(tour->findChild<QLabel*>()->text() != first, 6'000);
  QTRY_VERIFY_WITH_TIMEOUT(!tour->isRunning(), 12'000);
  QVERIFY(!tour->isVisible());
}

void TestHelp::theTourCanBeSkipped() {
  Desk desk;
  desk.find<QAction>("helpTour")->trigger();
  QTest::keyClick(&desk.window, Qt::Key_Escape);
  QVERIFY(!desk.find<Tour>("tour")->isRunning());
}

void TestHelp::theTourShowsWhatTheWelcomeCovers() {
  Desk desk;
  auto* pane = desk.find<WelcomePane>("welcomePane");
  QVERIFY(pane->isVisible());
  desk.find<QPushButton>("welcomeTourButton")->click();
  QVERIFY(desk.find<Tour>("tour")->isRunning());
  QVERIFY(!pane->isVisible());
  QTest::keyClick(&desk.window, Qt::Key_Escape);
  QVERIFY(pane->isVisible());
  desk.find<QAction>("helpTour")->trigger();
  QVERIFY(desk.example("iris"));
  QTest::keyClick(&desk.window, Qt::Key_Escape);
  QVERIFY(!desk.find<Tour>("tour")->isRunning());
  QVERIFY(!pane->isVisible());
}

void TestHelp::aRingStaysInItsPanel() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QCoreApplication::processEvents();
  auto* side = desk.find<QScrollArea>("sidePanel");
  QScrollBar* bar = side->verticalScrollBar();
  QVERIFY(bar->maximum() > 60);
  Spotlight ring(desk.theme, &desk.window);
  ring.point(desk.find<QWidget>("dataSection"));
  bar->setValue(60);
  const QRect view(side->viewport()->mapTo(&desk.window, QPoint()), side->viewport()->size());
  QVERIFY(ring.isVisible());
  QVERIFY(view.adjusted(-4, -4, 4, 4).contains(ring.geometry()));
  ring.point(desk.find<QWidget>("exampleCombo"));
  QVERIFY(ring.isVisible());
  bar->setValue(bar->maximum()); // out of sight
  QVERIFY(!ring.isVisible());
  bar->setValue(0);
  QVERIFY(ring.isVisible());
}

void TestHelp::everyTermHasASentenceAndItsOwnPicture() {
  Theme theme;
  QSet<QByteArray> pictures;
  const auto terms = glossaryTerms();
  QVERIFY(terms.size() >= 20);
  for (const GlossaryTerm& term : terms) {
    QVERIFY(term.sentence.endsWith('.') && term.sentence.size() > 15);
    QImage image(320, 180, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintTerm(painter, QRectF(image.rect()), term.key, theme);
    painter.end();
    pictures << QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes());
  }
  QCOMPARE(pictures.size(), terms.size());
}

void TestHelp::termsAreTranslated() {
  Translators translators;
  translators.setLanguage("en");
  const auto english = glossaryTerms();
  translators.setLanguage("ko");
  const auto korean = glossaryTerms();
  for (int i = 0; i < english.size(); ++i) QVERIFY(english[i].sentence != korean[i].sentence);
}

void TestHelp::controlsKnowTheirTerm_data() {
  QTest::addColumn<QString>("control");
  QTest::addColumn<QString>("term");
  QTest::newRow("rate") << "learningRateSpin"
                        << "learning_rate";
  QTest::newRow("target") << "targetCombo"
                          << "target";
  QTest::newRow("canvas") << "canvas"
                          << "hidden_layer";
  QTest::newRow("elbow") << "elbowPage"
                         << "elbow";
  QTest::newRow("matrix") << "classConfusion"
                          << "confusion";
  QTest::newRow("nothing") << "advice"
                           << "";
}

void TestHelp::controlsKnowTheirTerm() {
  QFETCH(QString, control);
  Desk desk;
  auto* widget = desk.window.findChild<QWidget*>(control);
  QVERIFY(widget);
  QTEST(termOfWidget(widget), "term");
  if (control == "learningRateSpin") // the caption too
    QCOMPARE(termOfWidget(widget->parentWidget()->findChild<QLabel*>()), QString("learning_rate"));
}

void TestHelp::f1OpensTheTermOfTheControl() {
  Desk desk;
  desk.window.findChild<HelpDesk*>()->showGlossary("elbow");
  auto* list = desk.find<QListWidget>("glossaryList");
  QVERIFY(list && list->currentItem()->text().contains("elbow"));
  QVERIFY(desk.find<QLabel>("glossarySentence")->text().contains("units"));
  QCOMPARE(desk.find<QAction>("helpGlossary")->shortcut(), QKeySequence(Qt::Key_F1));
}

namespace {

/// What a pointer that rests on the widget is shown.
QString tipShownOn(QWidget* widget) {
  const QPoint middle = widget->rect().center();
  QHelpEvent hover(QEvent::ToolTip, middle, widget->mapToGlobal(middle));
  QApplication::sendEvent(widget, &hover);
  return QToolTip::text();
}

} // namespace

void TestHelp::aToolTipNamesTheTerm_data() {
  QTest::addColumn<QString>("control");
  QTest::addColumn<QString>("line");
  QTest::newRow("spin box") << "learningRateSpin"
                            << "F1: learning rate";
  QTest::newRow("combo box") << "targetCombo"
                             << "F1: target";
  QTest::newRow("check box") << "earlyStoppingCheck"
                             << "F1: early stopping";
}

void TestHelp::aToolTipNamesTheTerm() {
  QFETCH(QString, control);
  QFETCH(QString, line);
  Desk desk;
  auto* widget = desk.window.findChild<QWidget*>(control);
  QVERIFY(widget && !widget->toolTip().isEmpty());
  QCOMPARE(tipShownOn(widget), widget->toolTip() + '\n' + line);
  if (control != "learningRateSpin") return;
  auto* caption = widget->parentWidget()->findChild<QLabel*>();
  QCOMPARE(tipShownOn(caption), caption->toolTip() + '\n' + line);
}

void TestHelp::otherToolTipsStayAsTheyAre() {
  Desk desk;
  auto* fit = desk.find<QPushButton>("fitButton");
  QCOMPARE(tipShownOn(fit), fit->toolTip());
  QVERIFY(tipWithTerm(desk.find<QWidget>("canvas")).isEmpty());
  QVERIFY(tipWithTerm(nullptr).isEmpty());
}

void TestHelp::teacherModeIsKeptInTheProject() {
  QTemporaryDir folder;
  const QString path = folder.filePath("class.layerlab");
  {
    Desk desk;
    QVERIFY(desk.example("iris"));
    desk.find<QAction>("teacherMode")->trigger();
    desk.find<QCheckBox>("teacher_optimizer")->setChecked(false);
    QVERIFY(!desk.find<QComboBox>("optimizerCombo")->isVisibleTo(&desk.window));
    QVERIFY(desk.session().isDirty());
    QVERIFY(desk.workbench.saveProject(path));
  }
  Desk desk;
  QVERIFY(desk.find<QComboBox>("optimizerCombo")->isVisibleTo(&desk.window));
  desk.workbench.openFile(path);
  QTRY_VERIFY(desk.session().table());
  QVERIFY(!desk.find<QComboBox>("optimizerCombo")->isVisibleTo(&desk.window));
  QVERIFY(desk.find<QComboBox>("lossCombo")->isVisibleTo(&desk.window));
  QVERIFY(desk.example("wine"));
  QVERIFY(desk.find<QComboBox>("optimizerCombo")->isVisibleTo(&desk.window));
}

void TestHelp::teacherModeHidesSinglePages() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.window.showPage("elbow");
  desk.find<QAction>("teacherMode")->trigger();
  auto* tick = desk.find<QCheckBox>("teacher_page_elbow");
  QVERIFY(tick && tick->isChecked());
  tick->setChecked(false);
  auto* pages = desk.find<QTabWidget>("pages");
  const int elbow = static_cast<int>(desk.window.pageNames().indexOf("elbow"));
  for (int i = 0; i < pages->count(); ++i) QCOMPARE(pages->isTabVisible(i), i != elbow);
  QVERIFY(desk.window.currentPage() != "elbow");
  const QString page = desk.window.currentPage();
  desk.window.showPage("elbow");
  QCOMPARE(desk.window.currentPage(), page);
  tick->setChecked(true);
  QVERIFY(pages->isTabVisible(elbow));
  desk.window.findChild<HelpDesk*>()->setHiddenParts({"pages"}); // files of before
  QVERIFY(!pages->isVisibleTo(&desk.window));
  desk.window.findChild<HelpDesk*>()->setHiddenParts({});
  QVERIFY(pages->isVisibleTo(&desk.window));
}

void TestHelp::aHiddenPageHasNoMenuEntry() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  auto* help = desk.window.findChild<HelpDesk*>();
  auto* elbow = desk.find<QAction>("viewElbow");
  auto* loss = desk.find<QAction>("viewLoss");
  QVERIFY(elbow->isVisible() && elbow->isEnabled());
  help->setHiddenParts({"page_elbow"});
  QVERIFY(!elbow->isVisible() && !elbow->isEnabled());
  QVERIFY(loss->isVisible() && loss->isEnabled());
  help->setHiddenParts({"reading"});
  QVERIFY(!desk.find<QWidget>("readingBar")->isVisibleTo(&desk.window));
  help->setHiddenParts({"pages"});
  QVERIFY(!loss->isVisible() && !loss->isEnabled());
  help->setHiddenParts({});
  QVERIFY(desk.find<QWidget>("readingBar")->isVisibleTo(&desk.window));
  QVERIFY(elbow->isVisible() && elbow->isEnabled() && loss->isEnabled());
}

LAYERLAB_TEST(TestHelp, "help")
#include "tst_help.moc"
