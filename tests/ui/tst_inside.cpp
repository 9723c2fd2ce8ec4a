#include "tests/testmain.h"
#include "tests/ui/stages.h"

#include "ui/widgets/inside/confusionview.h"
#include "ui/widgets/inside/cutoffplot.h"
#include "ui/widgets/inside/featurespage.h"
#include "ui/widgets/inside/matrixview.h"
#include "ui/widgets/inside/predictpage.h"
#include "ui/widgets/inside/scatterplot.h"
#include "ui/widgets/inside/stagering.h"
#include "ui/widgets/panels/words.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include <cmath>

using namespace layerlab;

namespace {

bool predicted(Desk& desk) {
  desk.window.showPage("predict");
  auto* page = desk.find<PredictPage>("predictPage");
  return QTest::qWaitFor([page] { return page->report() && !page->isBusy(); }, 20'000);
}

std::int64_t cells(const ConfusionMatrix& matrix) {
  return matrix.total();
}

} // namespace

class TestInside : public QObject {
  Q_OBJECT
private slots:
  void everythingFollowsTheCutOff() {
    Desk desk;
    QVERIFY(desk.example("breast_cancer"));
    QVERIFY(desk.trained(20));
    QVERIFY(predicted(desk));
    auto* page = desk.find<PredictPage>("predictPage");
    auto* matrix = desk.find<ConfusionView>("confusionMatrix");
    auto* spin = desk.find<QDoubleSpinBox>("cutoffSpin");
    auto* code = desk.find<QLabel>("cutoffCode");
    QCOMPARE(code->text(), QString("pred = np.where(pred >= 0.5, 1, 0)"));
    QCOMPARE(matrix->matrix(), page->report()->ranking.at(0.5));
    spin->setValue(0.0);
    QCOMPARE(code->text(), QString("pred = np.where(pred >= 0, 1, 0)"));
    QCOMPARE(matrix->matrix().columnTotal(0), 0);
    QCOMPARE(cells(matrix->matrix()), static_cast<std::int64_t>(page->report()->rows()));
    auto* plot = desk.find<CutOffPlot>("cutoffPlot");
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(spin->value(), 0.1);
    QCOMPARE(matrix->matrix(), page->report()->ranking.at(0.1));
    QTest::keyClick(plot, Qt::Key_Home);
    QCOMPARE(page->cutOff(), 0.5);
  }

  void theLineOfTheCutOffCanBeDragged() {
    Desk desk;
    QVERIFY(desk.example("breast_cancer"));
    QVERIFY(desk.trained(5));
    QVERIFY(predicted(desk));
    auto* plot = desk.find<CutOffPlot>("cutoffPlot");
    QTest::mousePress(plot, Qt::LeftButton, {}, QPoint(plot->width() - 1, plot->height() / 2));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, QPoint(plot->width() - 1, plot->height() / 2));
    QCOMPARE(desk.find<QDoubleSpinBox>("cutoffSpin")->value(), 1.0);
  }

  void aCellListsItsRows() {
    Desk desk;
    QVERIFY(desk.example("breast_cancer"));
    QVERIFY(desk.trained(5));
    QVERIFY(predicted(desk));
    auto* matrix = desk.find<ConfusionView>("confusionMatrix");
    auto* rows = desk.find<QTableView>("rowsTable");
    const int all = rows->model()->rowCount();
    QCOMPARE(static_cast<std::int64_t>(all), matrix->matrix().total());
    matrix->setFocus();
    QTest::keyClick(matrix, Qt::Key_Return); // the upper left cell
    QCOMPARE(static_cast<std::int64_t>(rows->model()->rowCount()), matrix->matrix().at(0, 0));
    QTest::keyClick(matrix, Qt::Key_Escape);
    QCOMPARE(rows->model()->rowCount(), all);
  }

  void eachTaskHasItsFigures_data() {
    QTest::addColumn<QString>("example");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("hidden");
    QTest::newRow("two classes") << "breast_cancer"
                                 << "cutoffPlot"
                                 << "classFigures";
    QTest::newRow("three classes") << "iris"
                                   << "classFigures"
                                   << "fitPlot";
    QTest::newRow("a number") << "house_prices"
                              << "fitPlot"
                              << "cutoffPlot";
  }
  void eachTaskHasItsFigures() {
    QFETCH(QString, example);
    QFETCH(QString, shown);
    QFETCH(QString, hidden);
    Desk desk;
    QVERIFY(desk.example(example));
    QVERIFY(desk.trained(3));
    QVERIFY(predicted(desk));
    QVERIFY(desk.window.findChild<QWidget*>(shown)->isVisible());
    QVERIFY(!desk.window.findChild<QWidget*>(hidden)->isVisible());
  }

  void theUnitsHaveWholeHeaders() {
    Desk desk;
    QVERIFY(desk.trainedOn("iris", 3));
    desk.window.showPage("features");
    auto* table = desk.find<QTableWidget>("unitsTable");
    QTRY_VERIFY(table->rowCount() > 0);
    const QHeaderView* header = table->horizontalHeader();
    for (const char* language : {"ko", "en"}) {
      QVERIFY(desk.translators.setLanguage(language));
      QTRY_VERIFY2(header->sectionSize(0) >= header->sectionSizeHint(0), language);
    }
  }

  void aTypedRowIsPredictedAtOnce() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    QVERIFY(desk.trained(60));
    QVERIFY(predicted(desk));
    auto* rows = desk.find<QTableView>("rowsTable");
    rows->setCurrentIndex(rows->model()->index(0, 0)); // fills the form
    auto* answer = desk.find<QLabel>("rowAnswer");
    auto* page = desk.find<PredictPage>("predictPage");
    QTRY_VERIFY(!page->isBusy());
    const QString shown = rows->model()->index(0, 2).data().toString();
    QCOMPARE(answer->text(), shown);
    const std::vector<std::string> classes = page->report()->classes;
    // Far outside the flowers measured, one class must win over the others somewhere.
    auto* field = desk.find<QLineEdit>("rowField3");
    field->setText("20");
    QTRY_VERIFY(!page->isBusy());
    QVERIFY(std::find(classes.begin(), classes.end(), answer->text().toStdString()) !=
            classes.end());
    QVERIFY(answer->text() != "setosa");
  }

  void anotherFileIsPredictedAndSaved() {
    Desk desk;
    QTemporaryDir dir;
    QVERIFY(desk.example("iris"));
    QVERIFY(desk.trained(3));
    QVERIFY(predicted(desk));
    desk.prompts.path = dir.filePath("both.csv"); // read first, then written over
    QVERIFY(writeTable(desk.prompts.path,
                       "petal_width,petal_length,sepal_width,sepal_length\n0.2,1.4,3.5,5.1\n"
                       "2.0,6,3,7\n"));
    desk.find<QPushButton>("predictFileButton")->click();
    QTRY_VERIFY(desk.window.findChild<QWidget*>("predictMessage")->isVisible());
    const QByteArray written = bytesOf(desk.prompts.path);
    QVERIFY2(written.startsWith("prediction,"), written.constData());
    QCOMPARE(written.count('\n'), 3);
  }

  void theListedRowsAreSavedAsCsv() {
    Desk desk;
    QTemporaryDir dir;
    desk.prompts.path = dir.filePath("rows.csv");
    const auto save = [&] {
      desk.find<QAction>("predictExportButton_csv")->trigger();
      return bytesOf(desk.prompts.path);
    };
    QCOMPARE(save(), QByteArray()); // nothing is predicted yet
    QVERIFY(desk.example("breast_cancer"));
    QVERIFY(desk.trained(5));
    QVERIFY(predicted(desk));
    auto* rows = desk.find<QTableView>("rowsTable")->model();
    const QByteArray all = save();
    QVERIFY2(all.startsWith("row,actual,predicted,probability\n"), all.constData());
    QCOMPARE(all.count('\n'), rows->rowCount() + 1);
    QCOMPARE(all.split('\n')[1].split(',')[0], rows->index(0, 0).data().toString().toUtf8());
    desk.find<QDoubleSpinBox>("cutoffSpin")->setValue(1.0); // some must be wrong
    desk.find<QCheckBox>("wrongOnlyCheck")->setChecked(true);
    QVERIFY(rows->rowCount() > 0);
    QCOMPARE(save().count('\n'), rows->rowCount() + 1);
  }

  void withoutATrainedNetworkThePageSaysWhatToDo() {
    Desk desk;
    desk.window.showPage("predict");
    auto* empty = desk.find<QLabel>("predictEmpty");
    QTRY_VERIFY(empty->isVisible() && empty->text().contains("CSV"));
    QVERIFY(desk.example("iris"));
    QTRY_VERIFY(empty->isVisible() && empty->text().contains("Fit"));
  }

  void fitLeavesALivePageInView() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    desk.window.showPage("predict");
    QVERIFY(desk.trained(3));
    QCOMPARE(desk.window.currentPage(), QString("predict"));
  }

  void stagesWalkToTheWeightsOfTheLiveRun() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    QVERIFY(desk.trained(3));
    const auto snapshots = desk.workbench.timeline().snapshots();
    QCOMPARE(snapshots.size(), std::size_t{4});
    desk.window.showPage("stages");
    auto* page = desk.find<StagesPage>("stagesPage");
    desk.find<QPushButton>("stageStepButton")->click();
    QTRY_VERIFY(page->walk());
    QCOMPARE(page->walk()->stepper().weights(), *snapshots[0].weights);
    desk.find<QWidget>("stageEpochButton");
    page->stepEpoch();
    QTRY_VERIFY(!page->isBusy());
    QCOMPARE(page->walk()->stepper().weights(), *snapshots[1].weights);
    const QString proof = desk.find<QLabel>("stageSum")->text(); // where it is never cut off
    QVERIFY2(proof.startsWith(QStringLiteral("✓")), qPrintable(proof));
  }

  void aCellOfAStageIsSpelledOut() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    auto* page = stagesBegun(desk);
    QVERIFY(page);
    page->stepStage(); // predict
    auto* z = desk.find<MatrixView>("stageMatrix3");
    QVERIFY(z->isVisible());
    z->setFocus();
    QTest::keyClick(z, Qt::Key_Down);
    const QString sum = desk.find<QLabel>("stageSum")->text();
    QVERIFY2(sum.startsWith("z = "), qPrintable(sum));
    const double spelled = sum.section(" = ", -1).toDouble();
    QVERIFY(std::abs(spelled - double(z->matrix()(1, 0))) <= 0.01 * std::abs(spelled) + 1e-6);
  }

  void oneSliderMovesEverything() {
    Desk desk;
    QVERIFY(desk.example("xor_noise"));
    QVERIFY(desk.trained(12));
    QVERIFY(predicted(desk));
    auto* page = desk.find<PredictPage>("predictPage");
    auto* slider = desk.find<QSlider>("timeSlider");
    QVERIFY(slider->isVisible());
    QCOMPARE(slider->maximum(), 13); // epochs 0 to 12, and now
    const Matrix now = page->report()->outputs;
    slider->setValue(0);
    QTRY_VERIFY(!page->isBusy());
    QVERIFY(page->report()->outputs != now);
    const Subject past = *subjectOf(desk.workbench);
    QCOMPARE(*past.weights, *desk.workbench.timeline().snapshots()[0].weights);
    slider->setValue(7);
    desk.window.showPage("loss");
    QVERIFY(desk.workbench.timeline().shownEpoch() == std::optional(7));
    desk.find<QToolButton>("timeNowButton")->click();
    QCOMPARE(slider->value(), 13);
    desk.window.showPage("predict");
    QTRY_VERIFY(!page->isBusy() && page->report()->outputs == now);
  }

  void theFiguresAreThoseOfTheEpochInView() {
    Desk desk;
    QVERIFY(desk.example("breast_cancer"));
    QVERIFY(desk.trained(12));
    QVERIFY(predicted(desk));
    const std::vector<EpochRecord>& epochs = desk.session().currentRun()->history.epochs;
    auto* loss = desk.find<QLabel>("lossFigure");
    auto* validation = desk.find<QLabel>("valLossFigure");
    QTRY_COMPARE(loss->text(), Words::figure(epochs.back().loss));
    auto* slider = desk.find<QSlider>("timeSlider");
    slider->setValue(3);
    QTRY_COMPARE(loss->text(), Words::figure(epochs[2].loss));
    QTRY_COMPARE(validation->text(), Words::figure(epochs[2].valLoss.value()));
    QCOMPARE(desk.find<QLabel>("epochFigure")->text(), QString("3 / 12"));
    slider->setValue(0); // the initial weights have seen no epoch
    QTRY_COMPARE(loss->text(), QStringLiteral("–"));
    desk.find<QToolButton>("timeNowButton")->click();
    QTRY_COMPARE(loss->text(), Words::figure(epochs.back().loss));
  }

  void aNarrowRingNamesThePresentStage() {
    Theme theme;
    StageRing ring(theme);
    ring.setNames({"Weights", "Predict", "Error", "Adjust", "Repeat"});
    ring.resize(300, 40);
    QCOMPARE(ring.shownWords(), QStringList({"1 Weights", "2", "3", "4", "5"}));
    ring.setCurrent(2);
    QCOMPARE(ring.shownWords(), QStringList({"1", "2", "3 Error", "4", "5"}));
    ring.resize(900, 40);
    QCOMPARE(ring.shownWords(),
             QStringList({"1 Weights", "2 Predict", "3 Error", "4 Adjust", "5 Repeat"}));
  }

  void theTimeBarTellsThatTheStagesAreInView() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    QVERIFY(desk.trained(5));
    auto* back = desk.find<QToolButton>("timeNowButton");
    QVERIFY(!back->isEnabled());
    desk.window.showPage("stages");
    for (int i = 0; i < 2; ++i) desk.find<StagesPage>("stagesPage")->stepStage();
    QTRY_VERIFY(!desk.workbench.timeline().isNow());
    QVERIFY(back->isVisible() && back->isEnabled());
    back->click();
    QVERIFY(desk.workbench.timeline().isNow());
    QVERIFY(!back->isEnabled());
  }

  void twoInputsHaveASurface() {
    Desk desk;
    QVERIFY(desk.example("xor_noise"));
    QVERIFY(desk.trained(3));
    QVERIFY(predicted(desk));
    auto* surface = desk.find<ScatterPlot>("predictSurface");
    QVERIFY(surface->isVisible());
    QVERIFY(!surface->scene().backdrop.isNull());
    const std::size_t border = surface->scene().lines.size();
    desk.find<QDoubleSpinBox>("cutoffSpin")->setValue(0.999);
    QVERIFY(surface->scene().lines.size() != border || border == 0);
    desk.find<QCheckBox>("surfaceCheck")->click();
    QTRY_VERIFY(!surface->isVisible());
  }

  void featuresStandBesideTheInputs() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    QVERIFY(desk.trained(40));
    desk.window.showPage("features");
    auto* page = desk.find<FeaturesPage>("featuresPage");
    QTRY_VERIFY(page->report() && !page->isBusy());
    QCOMPARE(page->report()->units.size(), std::size_t{8});
    QVERIFY(page->report()->layer.readOut > 0.8);
    QVERIFY(desk.find<QLabel>("layerReadOut")->text().contains('%'));
    auto* units = desk.find<QTableWidget>("unitsTable");
    QVERIFY(units->columnWidth(1) > units->columnWidth(0) + units->columnWidth(2));
    QVERIFY(!units->item(0, 1)->toolTip().isEmpty());
    QCOMPARE(units->item(0, 1)->toolTip(), units->item(0, 1)->text());
    desk.choose("featureXCombo", 2);
    QTRY_VERIFY(page->report()->choice.x == (FeatureAxis{false, 2}));
    desk.choose("featureLayerCombo", 1); // the output layer
    QTRY_COMPARE(page->report()->units.size(), std::size_t{3});
  }

  void weightsOverTimeCountTheDeadUnits() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    QVERIFY(desk.trained(5));
    desk.window.showPage("weights");
    auto* health = desk.find<QLabel>("unitHealth");
    QTRY_VERIFY(health->isVisible() && !health->text().isEmpty());
    QVERIFY(!desk.window.findChild<QWidget*>("gradientsPlot")->accessibleDescription().isEmpty());
  }

  void aHiddenPageDoesNoWork() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    desk.window.showPage("data");
    QVERIFY(desk.trained(20));
    QVERIFY(!desk.find<PredictPage>("predictPage")->report());
    QVERIFY(!desk.find<FeaturesPage>("featuresPage")->report());
    QVERIFY(!desk.find<PredictPage>("predictPage")->isBusy());
  }

  void everyTabHasItsPlaceAtTheSmallestSize() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    auto* bar = desk.find<QTabWidget>("pages")->tabBar();
    for (const QString& page : desk.window.pageNames()) {
      desk.window.showPage(page);
      QApplication::processEvents();
      QVERIFY2(bar->tabRect(bar->count() - 1).right() <= bar->width(), qPrintable(page));
    }
    QCOMPARE(desk.window.width(), 1280);
  }

  void anEditStartsTheStagesOver() {
    Desk desk;
    QVERIFY(desk.example("iris"));
    desk.window.showPage("stages");
    auto* page = desk.find<StagesPage>("stagesPage");
    page->stepBatch();
    QTRY_VERIFY(page->walk());
    desk.session().edit("batch", {}, [](Design& design) { design.fit.batchSize = 5; });
    QVERIFY(!page->walk());
  }
};

LAYERLAB_TEST(TestInside, "inside")
#include "tst_inside.moc"
