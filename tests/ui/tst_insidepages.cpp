#include "tests/testmain.h"
#include "tests/ui/stages.h"

#include "ui/widgets/canvas/networkcanvas.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/inside/binaryview.h"
#include "ui/widgets/inside/cutoffplot.h"
#include "ui/widgets/inside/featurespage.h"
#include "ui/widgets/inside/matrixview.h"
#include "ui/widgets/inside/predictpage.h"
#include "ui/widgets/inside/scatterplot.h"

#include <QAbstractScrollArea>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSlider>
#include <QTableWidget>
#include <QToolButton>

#include <cmath>

using namespace layerlab;

namespace {

bool calmOn(Desk& desk, const char* name) {
  desk.window.showPage(name);
  auto* page = desk.find<Page>((QByteArray(name) + "Page").constData());
  return QTest::qWaitFor([page] { return !page->isBusy(); }, 20'000);
}

/// Trains slowly and without an end that matters.
bool startedSlowly(Desk& desk) {
  desk.session().edit("epochs", {}, [](Design& design) { design.fit.epochs = 100'000; });
  desk.workbench.setPace(40.0);
  desk.find<QPushButton>("fitButton")->click();
  return QTest::qWaitFor([&] { return desk.session().currentRun() != nullptr; }, 20'000);
}

} // namespace

/// The pages that look inside, one by one: what each shows, and that it is whole.
class TestInsidePages : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }

  // Stages --------------------------------------------------------------------------------------

  void theCellUnderTheMouseIsSpelledOut() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    auto* page = stagesBegun(desk);
    QVERIFY(page);
    page->stepStage(); // predict
    auto* z = desk.find<MatrixView>("stageMatrix3");
    auto* sum = desk.find<QLabel>("stageSum");
    QCOMPARE(z->current(), std::optional(MatrixView::Cell{0, 0})); // spelled out on arrival
    QStringList sums;
    for (const int x : {z->viewport()->width() / 4, z->viewport()->width() / 2}) {
      QTest::mouseMove(z->viewport(), QPoint(x, z->viewport()->height() / 2));
      QTRY_VERIFY(z->current());
      QVERIFY2(sum->text().startsWith("z = "), qPrintable(sum->text()));
      const auto cell = *z->current();
      const double value = double(z->matrix()(std::size_t(cell.row), std::size_t(cell.column)));
      const double spelled = sum->text().section(" = ", -1).toDouble();
      QVERIFY(std::abs(spelled - value) <= 0.01 * std::abs(spelled) + 1e-3);
      sums << sum->text();
    }
    QVERIFY(sums[0] != sums[1]);
  }

  void canvasAndCodeLightUpWithTheStage() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    auto* code = desk.find<QLabel>("stageCode");
    auto* page = stagesBegun(desk);
    QVERIFY(page);
    const NetworkSpec& network = desk.session().design().network;
    auto* canvas = desk.window.findChild<NetworkCanvas*>();
    QCOMPARE(canvas->selectedLayer(), std::optional(network.layers.front().id));
    QVERIFY(code->text().startsWith("Dense(8, activation='relu'"));
    const char* const lines[] = {"pred = model(x)", "loss='", "optimizer='", "model.fit("};
    for (const char* line : lines) {
      page->stepStage();
      QVERIFY2(code->text().startsWith(QLatin1String(line)), qPrintable(code->text()));
    }
    desk.find<QComboBox>("stageLayerCombo")->setCurrentIndex(1);
    QCOMPARE(canvas->selectedLayer(), std::optional(network.layers.back().id));
  }

  void playingSlowlyGoesOnByItselfWhileInView() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    desk.window.showPage("stages");
    auto* page = desk.find<StagesPage>("stagesPage");
    auto* slow = desk.find<QToolButton>("stageSlowButton");
    slow->click();
    QTRY_VERIFY(page->walk() && page->walk()->stage());
    QTRY_VERIFY(page->walk()->stage() != LessonStage::weights);
    desk.window.showPage("loss");
    QVERIFY(!slow->isChecked());
    QVERIFY(desk.workbench.timeline().isNow()); // the walk's weights left the canvas
  }

  void oneClickEndsTheBatchOrTheEpoch() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    desk.window.showPage("stages");
    auto* page = desk.find<StagesPage>("stagesPage");
    desk.find<QToolButton>("stageBatchButton")->click();
    QTRY_VERIFY(page->walk());
    QCOMPARE(page->walk()->stepper().batch(), 1);
    QVERIFY(page->walk()->stage() == LessonStage::repeat);
    desk.find<QToolButton>("stageEpochButton")->click();
    QTRY_VERIFY(!page->isBusy() && page->walk()->epochDone());
    QCOMPARE(page->walk()->stepper().batch(), page->walk()->stepper().batchesPerEpoch());
  }

  void aWideLayerShowsItsVisibleWindowOnly() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    desk.session().edit("wide", {},
                        [](Design& design) { design.network.layers.front().units = 2000; });
    auto* page = stagesBegun(desk);
    QVERIFY(page);
    page->stepStage();
    auto* z = desk.find<MatrixView>("stageMatrix3");
    QCOMPARE(z->matrix().cols, std::size_t{2000});
    QVERIFY(z->horizontalScrollBar()->maximum() > 10 * z->viewport()->width());
    const QImage left = z->grab().toImage();
    z->horizontalScrollBar()->setValue(z->horizontalScrollBar()->maximum());
    QVERIFY(z->grab().toImage() != left);
  }

  void everyNumberFitsItsCell_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << "0";
    QTest::newRow("plain") << -0.12345 << "-0.123";
    QTest::newRow("hundreds") << -123.45 << "-123.4";
    QTest::newRow("just below a thousandth") << -0.00099997 << "-1.0e-3";
    QTest::newRow("small") << -6.7e-4 << "-6.7e-4";
    QTest::newRow("tiny") << -6.7e-12 << "-7e-12";
    QTest::newRow("tiny, above zero") << 6.7e-12 << "6.7e-12";
    QTest::newRow("almost ten thousand") << -9999.97 << "-1.0e4";
    QTest::newRow("large") << -123456.0 << "-1.2e5";
  }
  void everyNumberFitsItsCell() {
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(MatrixView::textOf(float(value)), text);
    Theme theme;
    const QFontMetricsF metrics(theme.font(smallType));
    const double kerning = 1.0; // what some font draws its minus sign nearer
    QVERIFY(metrics.horizontalAdvance(text) <=
            metrics.horizontalAdvance(MatrixView::widest) + kerning);
  }

  void theEndOfALongEpochIsMeasuredOffTheWindowsThread() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    desk.session().edit("wide", {}, [](Design& design) {
      design.network.layers.front().units = 20'000; // every row passes 160,000 weights
      design.fit.batchSize = 1'000;                 // one batch is the epoch
    });
    auto* page = stagesBegun(desk);
    QVERIFY(page);
    page->stepBatch();
    QVERIFY(page->isBusy() && !page->walk()->epochDone());
    QTRY_VERIFY(!page->isBusy() && page->walk()->epochDone());
    page->stepEpoch();
    QVERIFY(page->isBusy());
    desk.session().edit("batch", {}, [](Design& design) { design.fit.batchSize = 5; });
    QVERIFY(!page->isBusy() && !page->walk()); // nobody waits for what nobody wants any more
  }

  // Predict -------------------------------------------------------------------------------------

  void trainingAndValidationRowsAreJudgedApart() {
    Desk desk;
    QVERIFY(desk.trainedOn("breast_cancer", 5));
    QVERIFY(calmOn(desk, "predict"));
    auto* page = desk.find<PredictPage>("predictPage");
    const std::size_t validation = page->report()->rows();
    desk.find<QComboBox>("predictPartCombo")->setCurrentIndex(1);
    QTRY_VERIFY(!page->isBusy() && page->report()->rows() != validation);
    QCOMPARE(page->report()->rows() + validation, std::size_t{569});
  }

  void picturesMoveWhileTrainingAndRestWhenHidden() {
    Desk desk;
    QVERIFY(desk.example("xor_noise"));
    desk.window.showPage("predict");
    QVERIFY(startedSlowly(desk));
    auto* page = desk.find<PredictPage>("predictPage");
    QTRY_VERIFY(page->report());
    Matrix seen = page->report()->outputs;
    QTRY_VERIFY(page->report()->outputs != seen);
    QVERIFY(desk.workbench.trainState() == Workbench::TrainState::running);
    desk.window.showPage("data");
    QVERIFY(!page->isBusy());
    seen = page->report()->outputs;
    const int epoch = desk.session().currentRun()->history.epochs.back().epoch;
    QTRY_VERIFY(desk.session().currentRun()->history.epochs.back().epoch > epoch + 10);
    QVERIFY(!page->isBusy());
    QCOMPARE(page->report()->outputs, seen);
    desk.workbench.stop();
  }

  void theConventionsOfTheCutOffAreTold() {
    Desk desk;
    QVERIFY(desk.trainedOn("breast_cancer", 3));
    QVERIFY(calmOn(desk, "predict"));
    const QString tip = desk.find<QDoubleSpinBox>("cutoffSpin")->toolTip();
    QVERIFY2(tip.contains(QStringLiteral("≥")) && tip.contains("p > 0.5"), qPrintable(tip));
  }

  void rowsExactlyOnTheCutOffAreTold() {
    const std::vector<float> truth{0.0f, 1.0f, 1.0f};
    const std::vector<float> scores{0.25f, 0.5f, 0.75f};
    auto report = std::make_shared<PredictionReport>();
    report->kind = PredictionKind::binary;
    report->classes = {"no", "yes"};
    report->ranking = Ranking(truth, scores);
    Theme theme;
    BinaryView view(theme);
    view.setReport(report);
    const auto* ties = view.findChild<QLabel*>("cutoffTies");
    QVERIFY(ties->isVisibleTo(&view));
    QVERIFY2(ties->text().contains(": 1."), qPrintable(ties->text()));
    view.setCutOff(0.6);
    QVERIFY(!ties->isVisibleTo(&view));
  }

  void theSidesOfTheCutOffAreNamedWholeOrNotAtAll() {
    Theme theme;
    const QFontMetricsF metrics(theme.font(smallType));
    const auto shown = [&](const QString& fitting) {
      return CutOffPlot::sideText(metrics, metrics.horizontalAdvance(fitting), "called yes", "yes");
    };
    QCOMPARE(shown("called yes"), QString("called yes"));
    QCOMPARE(shown("called ye"), QString("yes"));
    QCOMPARE(shown("y"), QString());
  }

  void manyDotsLeaveThePictureBehindThemInView() {
    const QSizeF plot(185, 185);
    QCOMPARE(ScatterPlot::dotRadius(plot, 0), 3.0);
    QCOMPARE(ScatterPlot::dotRadius(plot, 50), 3.0);
    const double r = ScatterPlot::dotRadius(plot, 500);
    QVERIFY(r < 3.0 && 500 * M_PI * r * r <= 0.16 * plot.width() * plot.height());
    QCOMPARE(ScatterPlot::dotRadius(plot, 1'000'000), 1.2); // still seen
  }

  void theListOfRowsGrowsWithTheType() {
    Desk desk;
    auto* rows = desk.find<QWidget>("rowsTabs");
    const int before = rows->minimumWidth();
    desk.theme.setTextScale(1.35);
    QVERIFY(rows->minimumWidth() > before && rows->minimumWidth() < 1.35 * before);
  }

  // Two inputs ----------------------------------------------------------------------------------

  void everyTaskHasItsSurface_data() {
    QTest::addColumn<QString>("example");
    QTest::addColumn<QStringList>("features");
    QTest::addColumn<bool>("bordered");
    QTest::newRow("two classes") << "xor_noise" << QStringList() << true;
    QTest::newRow("three classes") << "iris" << QStringList{"petal_length", "petal_width"} << true;
    QTest::newRow("a number") << "house_prices" << QStringList{"area_m2", "rooms"} << false;
  }
  void everyTaskHasItsSurface() {
    QFETCH(QString, example);
    QFETCH(QStringList, features);
    QFETCH(bool, bordered);
    Desk desk;
    QVERIFY(desk.example(example));
    if (!features.isEmpty())
      desk.session().edit("two inputs", {}, [&](Design& design) {
        design.data.features = {features[0].toStdString(), features[1].toStdString()};
      });
    QVERIFY(desk.trained(200));
    QVERIFY(calmOn(desk, "predict"));
    auto* surface = desk.find<ScatterPlot>("predictSurface");
    QTRY_VERIFY(surface->isVisible());
    const ScatterScene& scene = surface->scene();
    QVERIFY(!scene.backdrop.isNull());
    QCOMPARE(scene.dots.size(), 2);
    QVERIFY(!scene.dots[0].hollow && !scene.dots[0].at.empty()); // training rows
    QVERIFY(scene.dots[1].hollow && !scene.dots[1].at.empty());  // validation rows
    QCOMPARE(!scene.lines.empty(), bordered);
  }

  // Time travel ---------------------------------------------------------------------------------

  void theSliderMovesCanvasFeaturesAndTheLineInTheChart() {
    Desk desk;
    QVERIFY(desk.trainedOn("xor_noise", 12));
    QVERIFY(calmOn(desk, "features"));
    auto* page = desk.find<FeaturesPage>("featuresPage");
    auto* canvas = desk.window.findChild<NetworkCanvas*>();
    const Matrix features = page->report()->layer.at;
    const QImage network = canvas->picture(1.0);
    auto* slider = desk.find<QSlider>("timeSlider");
    slider->setValue(0);
    QTRY_VERIFY(!page->isBusy() && page->report()->layer.at != features);
    QTRY_VERIFY(canvas->picture(1.0) != network);
    slider->setValue(7);
    desk.window.showPage("loss");
    auto* chart = desk.find<CurveChart>("lossChart");
    const QImage past = chart->grab().toImage();
    slider->setValue(4);
    QTRY_VERIFY(chart->grab().toImage() != past);
  }

  // Features ------------------------------------------------------------------------------------

  void aBottleneckShowsItsTwoUnits() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    desk.session().edit("bottleneck", {},
                        [](Design& design) { design.network.layers.front().units = 2; });
    QVERIFY(desk.trained(5));
    QVERIFY(calmOn(desk, "features"));
    auto* page = desk.find<FeaturesPage>("featuresPage");
    QTRY_VERIFY(page->report());
    QVERIFY(page->report()->choice.x == (FeatureAxis{false, 0}));
    QVERIFY(page->report()->choice.y == (FeatureAxis{false, 1}));
  }

  void theListOfUnitsHasRoomForItsFigures_data() {
    QTest::addColumn<double>("scale");
    QTest::newRow("at a desk") << 1.0;
    QTest::newRow("on a projector") << 1.35;
  }
  void theListOfUnitsHasRoomForItsFigures() {
    QFETCH(double, scale);
    Desk desk;
    QVERIFY(desk.trainedOn("iris", 3));
    QVERIFY(calmOn(desk, "features"));
    desk.theme.setTextScale(scale);
    QVERIFY(calmOn(desk, "features"));
    auto* units = desk.find<QTableWidget>("unitsTable");
    QTRY_VERIFY(units->isVisible());
    for (const int column : {0, 2})
      QVERIFY(units->columnWidth(column) >= units->horizontalHeader()->sectionSizeHint(column));
    const QString longest = "000, 000, 000";
    QVERIFY(units->columnWidth(2) > units->fontMetrics().horizontalAdvance(longest) + 6);
  }
};

LAYERLAB_TEST(TestInsidePages, "insidepages")
#include "tst_insidepages.moc"
