#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "tests/ui/sweeps.h"
#include "ui/widgets/chart/marker.h"
#include "ui/widgets/inside/scatterplot.h"
#include "ui/widgets/panels/makedata.h"
#include "ui/widgets/panels/paintplane.h"

#include <QAbstractButton>
#include <QAction>
#include <QImage>
#include <QKeySequence>
#include <QMap>
#include <QMenu>
#include <QSet>
#include <QSlider>
#include <QTableView>

#include <algorithm>
#include <set>

using namespace layerlab;

namespace {

/// What a screen reader says of a picture; an id is no sentence.
bool hasASentence(const QWidget* chart) {
  return chart && chart->accessibleDescription().contains(' ') &&
         chart->accessibleDescription() != chart->objectName();
}

bool hasAPlace(const QAction& action) {
  if (!action.shortcut().isEmpty()) return true;
  const QList<QObject*> places = action.associatedObjects();
  return std::any_of(places.begin(), places.end(),
                     [](QObject* place) { return qobject_cast<QMenu*>(place) != nullptr; });
}

/// The actions somebody wrote; Qt's own, in line edits, have such names too.
QList<QAction*> namedActions(const QWidget& window) {
  QList<QAction*> actions;
  for (QAction* action : window.findChildren<QAction*>())
    if (!action->isSeparator() && !action->objectName().isEmpty() &&
        !action->objectName().startsWith("_q_"))
      actions << action;
  return actions;
}

} // namespace

/// Who cannot see the pictures, the colours or the pointer works with the program as well.
class TestAccess : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void everyChartHasASentence_data();
  void everyChartHasASentence();
  void thePicturesOfMadeDataHaveSentences();
  void thePictureOfAColumnHasASentence();
  void everyActionHasAKeyOrAMenu();
  void theFocusIsVisible();
  void markersStandApart_data();
  void markersStandApart();
  void theLegendShowsTheMarkers();
  void classesHaveShapes_data();
  void classesHaveShapes();
};

void TestAccess::everyChartHasASentence_data() {
  using Pages = QMap<QString, QStringList>;
  QTest::addColumn<QMap<QString, QStringList>>("pages");
  QTest::newRow("breast_cancer") << Pages{
      {"loss", {"canvas", "lossChart"}},
      {"elbow", {"elbowChart"}},
      {"predict", {"cutoffPlot", "confusionMatrix", "rocPlot"}},
      {"features", {"inputsPlot", "featuresPlot"}},
      {"weights", {"weightsPlot", "gradientsPlot", "activationsPlot"}},
      {"stages", {"stageRing"}}};
  QTest::newRow("iris") << Pages{{"predict", {"classConfusion"}}};
  QTest::newRow("house_prices") << Pages{{"predict", {"fitPlot", "errorPlot"}}};
  QTest::newRow("xor_noise") << Pages{{"predict", {"predictSurface"}},
                                      {"features", {"surfacePlot"}}};
}

void TestAccess::everyChartHasASentence() {
  using Pages = QMap<QString, QStringList>;
  QFETCH(Pages, pages);
  Desk desk;
  QVERIFY(desk.trainedOn(QTest::currentDataTag(), 3));
  if (pages.contains("elbow")) QVERIFY(swept(desk, "1,2,4", 3));
  for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
    desk.window.showPage(page.key());
    if (page.key() == "stages") desk.find<QPushButton>("stageStepButton")->click();
    for (const QString& name : page.value()) {
      const auto* chart = desk.window.findChild<QWidget*>(name);
      QTRY_VERIFY2(chart && chart->isVisible() && hasASentence(chart), qPrintable(name));
    }
  }
}

void TestAccess::thePicturesOfMadeDataHaveSentences() {
  Desk desk;
  desk.find<QAction>("fileMakeData")->trigger();
  auto* dialog = desk.find<MakeDataDialog>("makeDataDialog");
  const auto* preview = dialog->findChild<QWidget*>("generatorPreview");
  dialog->findChild<QSlider*>("generatorNoise")->setValue(37);
  QVERIFY(hasASentence(preview) && preview->accessibleDescription().contains("0.37"));
  auto* plane = dialog->findChild<PaintPlane*>("paintPlane");
  plane->setPoints({{0.0, 0.0, 0}, {1.0, 1.0, 1}, {2.0, 1.0, 1}});
  QCOMPARE(plane->accessibleDescription(),
           QString("1 painted points of class 0 and 2 of class 1."));
  dialog->findChild<QComboBox*>("paintKind")->setCurrentIndex(1);
  QCOMPARE(plane->accessibleDescription(), QString("A curve of 3 painted points."));
  QVERIFY(desk.translators.setLanguage("ko"));
  QTRY_VERIFY(!plane->accessibleDescription().contains("painted"));
}

void TestAccess::thePictureOfAColumnHasASentence() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.window.showPage("data");
  auto* table = desk.find<QTableView>("dataTable");
  const auto* picture = desk.window.findChild<QWidget*>("columnDistribution");
  table->setCurrentIndex(table->model()->index(0, 0));
  QTRY_VERIFY(picture->accessibleDescription().startsWith("From 4.3 to 7.9"));
  table->setCurrentIndex(table->model()->index(0, 4)); // the species
  QTRY_VERIFY(picture->accessibleDescription().contains("50 rows; 3 different"));
}

void TestAccess::everyActionHasAKeyOrAMenu() {
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 2));
  const QList<QAction*> actions = namedActions(desk.window);
  QVERIFY(actions.size() > 50);
  QMap<QString, QString> taken;
  for (const QAction* action : actions) {
    QVERIFY2(hasAPlace(*action), qPrintable(action->objectName()));
    for (const QKeySequence& keys : action->shortcuts()) {
      const QString other = taken.value(keys.toString());
      QVERIFY2(other.isEmpty(), qPrintable(action->objectName() + " and " + other));
      taken[keys.toString()] = action->objectName();
    }
  }
  QVERIFY(taken.size() > 25);
}

/// Each control looks otherwise while it has the focus.
void TestAccess::theFocusIsVisible() {
  const QMap<QString, QStringList> controls{
      {"loss",
       {"fitButton", "resetButton", "themeButton", "languageButton", "targetCombo", "featureList",
        "splitSlider", "epochsSpin", "dataSectionHeading", "canvas", "lossChart", "lossLogY",
        "chartLegend_loss"}},
      {"predict", {"cutoffPlot", "confusionMatrix"}},
      {"features", {"featureLayerCombo"}},
      {"stages", {"stageStepButton"}},
      {"elbow", {"sweepStartButton"}},
      {"data", {"dataTable"}}};
  Desk desk;
  QVERIFY(desk.trainedOn("breast_cancer", 2));
  auto* elsewhere = desk.find<QWidget>("seedSpin");
  for (auto page = controls.cbegin(); page != controls.cend(); ++page) {
    desk.window.showPage(page.key());
    for (const QString& name : page.value()) {
      QTRY_VERIFY2(desk.window.findChild<QWidget*>(name), qPrintable(name));
      auto* control = desk.window.findChild<QWidget*>(name);
      QTRY_VERIFY2(control->isVisible() && control->isEnabled(), qPrintable(name));
      elsewhere->setFocus(Qt::TabFocusReason);
      QTRY_VERIFY(elsewhere->hasFocus());
      const QImage without = control->grab().toImage();
      QVERIFY2(control->grab().toImage() == without, qPrintable(name)); // nothing else moves
      control->setFocus(Qt::TabFocusReason);
      QTRY_VERIFY2(control->hasFocus(), qPrintable(name));
      QVERIFY2(control->grab().toImage() != without, qPrintable(name));
    }
  }
}

void TestAccess::markersStandApart_data() {
  QTest::addColumn<Marker>("marker");
  for (const Marker marker : {Marker::disc, Marker::square, Marker::triangle, Marker::diamond,
                              Marker::wedge, Marker::cross, Marker::plus})
    QTest::addRow("kind %d", static_cast<int>(marker)) << marker;
}

void TestAccess::markersStandApart() {
  QFETCH(Marker, marker);
  const QRectF plot(40.0, 10.0, 800.0, 200.0);
  QVector<QPointF> line;
  for (int x = 0; x < 1000; ++x) line << QPointF(x, 100.0); // from before the plot to behind it
  const QVector<QPointF> places = markerPlaces({line}, marker, plot, 80.0);
  QCOMPARE(places.size(), marker == Marker::disc ? 11 : 10);
  for (qsizetype i = 1; i < places.size(); ++i)
    QVERIFY(std::abs(places[i].x() - places[i - 1].x() - 80.0) <= 1.0);
  for (const Marker other : {Marker::disc, Marker::square, Marker::triangle})
    if (other != marker)
      QVERIFY(std::abs(markerPlaces({line}, other, plot, 80.0)[0].x() - places[0].x()) >= 10.0);
  const QVector<QPointF> two{{50.0, 20.0}, {90.0, 30.0}};
  QVERIFY(!markerPlaces({two}, marker, plot, 80.0).isEmpty()); // a short curve has one too
  QVERIFY(markerPlaces({two}, Marker::none, plot, 80.0).isEmpty());
  QVERIFY(markerPlaces({{{0.0, 20.0}, {90.0, 900.0}}}, marker, plot, 80.0).isEmpty());
}

void TestAccess::theLegendShowsTheMarkers() {
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 3));
  std::set<QByteArray> samples; // without their colours
  QVERIFY(QTest::qWaitFor([&] { return desk.window.findChild<QWidget*>("chartLegend_valLoss"); }));
  for (const char* id : {"chartLegend_loss", "chartLegend_lossEnd", "chartLegend_valLoss"}) {
    auto* entry = desk.find<QWidget>(id);
    const QImage picture = entry->grab(QRect(0, 0, 30, entry->height())).toImage();
    QByteArray ink;
    for (int y = 0; y < picture.height(); ++y)
      for (int x = 0; x < picture.width(); ++x)
        ink += picture.pixel(x, y) == picture.pixel(0, 0) ? ' ' : '#';
    samples.insert(ink);
  }
  QCOMPARE(samples.size(), std::size_t{3});
}

void TestAccess::classesHaveShapes_data() {
  QTest::addColumn<QString>("page");
  QTest::addColumn<QString>("plot");
  QTest::addColumn<std::size_t>("shapes");
  QTest::newRow("iris") << "features"
                        << "featuresPlot" << std::size_t{3};
  QTest::newRow("xor_noise") << "predict"
                             << "predictSurface" << std::size_t{2};
  QTest::newRow("house_prices") << "features"
                                << "featuresPlot" << std::size_t{0}; // numbers: discs
}

void TestAccess::classesHaveShapes() {
  QFETCH(QString, page);
  QFETCH(QString, plot);
  QFETCH(std::size_t, shapes);
  Desk desk;
  QVERIFY(desk.trainedOn(QTest::currentDataTag(), 3));
  desk.window.showPage(page);
  auto* view = desk.find<ScatterPlot>(plot.toLatin1());
  QTRY_VERIFY(!view->scene().dots.isEmpty());
  for (const Dots& dots : view->scene().dots) {
    QCOMPARE(std::set<Marker>(dots.marker.begin(), dots.marker.end()).size(), shapes);
    QCOMPARE(dots.marker.size(), shapes == 0 ? 0 : dots.at.size());
    for (std::size_t i = 0; i < dots.marker.size(); ++i) // as many shapes as colours
      QCOMPARE(dots.marker[i] == dots.marker[0], dots.color[i] == dots.color[0]);
  }
}

LAYERLAB_TEST(TestAccess, "access")
#include "tst_access.moc"
