#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/canvas/networkcanvas.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/panels/windowlayout.h"

#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTest>
#include <QToolButton>

using namespace layerlab;

namespace {

/// Does a label in view say it?
bool isSaid(const MainWindow& window, const QString& words) {
  for (const QLabel* label : window.findChildren<QLabel*>())
    if (label->isVisible() && label->text().contains(words)) return true;
  return false;
}

} // namespace

/// A low screen looked at from the back row: the whole window on 1280 x 720.
class ProjectorTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void theWholeNetworkAndTheCurveAreSeen_data();
  void theWholeNetworkAndTheCurveAreSeen();
  void theMenusStandBehindAButton();
  void theWindowIsAsBeforeAfterwards();
  void anEditWhileTrainingSaysThatItStopped();
  void theColumnInDetailIsNotCut();
  void theFirstWindowFitsTheScreen_data();
  void theFirstWindowFitsTheScreen();
  void nothingJumpsWhenAFitBegins();
  void anOldCurveIsToldFromAReadyOne();
};

void ProjectorTest::theWholeNetworkAndTheCurveAreSeen_data() {
  QTest::addColumn<QString>("language");
  QTest::newRow("English") << "en";
  QTest::newRow("Korean") << "ko";
}

void ProjectorTest::theWholeNetworkAndTheCurveAreSeen() {
  QFETCH(QString, language);
  Desk desk;
  QVERIFY(desk.translators.setLanguage(language));
  QVERIFY(desk.example("penguins"));
  QVERIFY(desk.trained(100)); // with a reading that would take two rows
  desk.window.setProjector(true);
  desk.window.resize(1280, 720);
  auto* canvas = desk.find<NetworkCanvas>("canvas");
  auto* chart = desk.find<CurveChart>("lossChart");
  QTRY_VERIFY2(chart->height() >= 275, qPrintable(QString::number(chart->height())));
  QCOMPARE(canvas->verticalScrollBar()->maximum(), 0);
  QCOMPARE(canvas->horizontalScrollBar()->maximum(), 0);
  QCOMPARE(desk.window.size(), QSize(1280, 720));
}

void ProjectorTest::theMenusStandBehindAButton() {
  Desk desk;
  auto* button = desk.find<QToolButton>("menusButton");
  QVERIFY(!button->isVisible());
  desk.window.setProjector(true);
  QVERIFY(!desk.window.menuBar()->isVisible());
  QVERIFY(button->isVisible());
  QCOMPARE(button->menu()->actions(), desk.window.menuBar()->actions());
  QTest::keyClick(&desk.window, Qt::Key_2, Qt::ControlModifier); // shortcuts live on
  QCOMPARE(desk.window.currentPage(), QString("elbow"));
  desk.window.setProjector(false);
  QVERIFY(desk.window.menuBar()->isVisible());
  QVERIFY(!button->isVisible());
}

void ProjectorTest::theWindowIsAsBeforeAfterwards() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  auto* rows = desk.find<QSplitter>("rows");
  const auto settled = [rows] { return rows->sizes(); };
  rows->setSizes({320, 250});
  QCoreApplication::processEvents();
  const QList<int> before = settled();
  desk.window.setProjector(true);
  QTRY_VERIFY(settled() != before);
  desk.window.setProjector(false);
  QTRY_COMPARE(settled(), before);
}

void ProjectorTest::anEditWhileTrainingSaysThatItStopped() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.window.setProjector(true);
  desk.session().edit("epochs", {}, [](Design& design) { design.fit.epochs = 1'000'000; });
  desk.find<QPushButton>("fitButton")->click();
  QTRY_VERIFY(desk.session().currentRun() && !desk.session().currentRun()->history.epochs.empty());
  desk.session().edit("units", {}, [](Design& d) { d.network.layers.front().units = 5; });
  QTRY_VERIFY(desk.idle());
  QTRY_VERIFY(isSaid(desk.window, "Training stopped"));
  desk.find<QAction>("viewSide")->trigger(); // where the panel says it itself
  QVERIFY(!desk.find<QLabel>("advice")->text().contains("Training stopped"));
}

void ProjectorTest::theColumnInDetailIsNotCut() {
  Desk desk;
  QVERIFY(desk.example("penguins"));
  desk.window.showPage("data");
  desk.window.setProjector(true);
  auto* view = desk.find<QScrollArea>("columnScroll")->viewport();
  for (const char* name : {"columnRoleCombo", "columnTypeCombo"}) {
    const auto* combo = desk.find<QComboBox>(name);
    QTRY_VERIFY2(combo->mapTo(view, QPoint(combo->width(), 0)).x() <= view->width(), name);
  }
}

void ProjectorTest::theFirstWindowFitsTheScreen_data() {
  QTest::addColumn<QSize>("room");
  QTest::addColumn<bool>("whole");
  QTest::newRow("full HD") << QSize(1920, 1050) << false;
  QTest::newRow("projector") << QSize(1280, 720) << true;
  QTest::newRow("laptop with a task bar") << QSize(1366, 728) << true;
  QTest::newRow("tall") << QSize(1080, 1920) << true;
  QTest::newRow("just enough") << QSize(1300, 780) << false;
}

void ProjectorTest::theFirstWindowFitsTheScreen() {
  QFETCH(QSize, room);
  QFETCH(bool, whole);
  const std::optional<QSize> size = WindowLayout::firstSize(room);
  QCOMPARE(!size, whole);
  if (size) QCOMPARE(*size, QSize(1280, 720));
}

void ProjectorTest::nothingJumpsWhenAFitBegins() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QCoreApplication::processEvents();
  const auto* canvas = desk.find<QWidget>("canvas");
  const auto* slider = desk.find<QWidget>("timeSlider");
  QVERIFY(!slider->isVisible());
  const int before = canvas->mapTo(&desk.window, QPoint()).y();
  QVERIFY(desk.trained(10));
  QTRY_VERIFY(slider->isVisible());
  QCoreApplication::processEvents();
  QCOMPARE(canvas->mapTo(&desk.window, QPoint()).y(), before);
}

void ProjectorTest::anOldCurveIsToldFromAReadyOne() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  const auto* next = desk.find<QLabel>("nextStep");
  QVERIFY(next->text().startsWith("Ready"));
  QVERIFY(desk.trained(5));
  QTRY_VERIFY(next->text().startsWith("Fit goes on"));
  desk.session().edit("units", {}, [](Design& d) { d.network.layers.front().units = 5; });
  QVERIFY2(next->text().startsWith("The curve is of the design before"), qPrintable(next->text()));
  desk.workbench.reset();
  QVERIFY(next->text().startsWith("Ready"));
}

LAYERLAB_TEST(ProjectorTest, "projector")
#include "tst_projector.moc"
