#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/canvas/networkcanvas.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/panels/runtable.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QSplitter>
#include <QTableWidget>
#include <QTest>

#include <cmath>

using namespace layerlab;

namespace {

using State = Workbench::TrainState;
constexpr int patienceMs = 30'000;

CurveChart* lossChart(Desk& desk) {
  return desk.find<CurveChart>("lossChart");
}

int firstHidden(Desk& desk) {
  return desk.session().design().network.layers.front().id;
}

/// A line of the read-out of the loss chart that begins with `name`.
bool readOutHas(Desk& desk, const QString& name) {
  for (const QString& line : lossChart(desk)->readOutAt(2.0))
    if (line.startsWith(name + ' ')) return true;
  return false;
}

} // namespace

class StudioTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void theStepButtonStandsAfterItsUnit_data();
  void theStepButtonStandsAfterItsUnit();
  void stepKeysStep();
  void thePaceIsChosenInTheBar();
  void theInspectorEditsTheChosenLayer();
  void dropoutComesAndGoesWithItsRate();
  void aWeightIsEditedWhereItIsClicked();
  void axisRangesAreTyped();
  void anImpossibleRangeIsSaid();
  void aMetricHasItsOwnAxis();
  void determinationIsOfferedForRegressionOnly();
  void theRunTableMarksTheBest();
  void aRemovedRunReturnsToItsPlace();
  void aReadingOffersItsRemedy();
  void theLayoutCanBeReset();
  void longFiguresAreNotCut();
};

void StudioTest::theStepButtonStandsAfterItsUnit_data() {
  QTest::addColumn<QString>("action");
  QTest::addColumn<int>("epochs");
  QTest::addColumn<int>("batch");
  QTest::newRow("stage") << "stepByStage" << 0 << 0;
  QTest::newRow("batch") << "stepByBatch" << 0 << 1;
  QTest::newRow("epoch") << "stepByEpoch" << 1 << 4;
}

void StudioTest::theStepButtonStandsAfterItsUnit() {
  QFETCH(QString, action);
  QFETCH(int, epochs);
  QFETCH(int, batch);
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.session().edit("batch", {}, [](Design& design) { design.fit.batchSize = 30; });
  desk.find<QAction>(action.toLatin1().constData())->trigger();
  QTRY_COMPARE_WITH_TIMEOUT(desk.workbench.trainState(), State::paused, patienceMs);
  QCOMPARE(desk.workbench.place()->batch, batch);
  QCOMPARE(desk.session().currentRun()->history.epochs.size(), static_cast<std::size_t>(epochs));
  QTRY_VERIFY(desk.find<QLabel>("epochFigure")->text().startsWith(QString::number(epochs) + " /"));
  QVERIFY(desk.session().weights());
  const FitPlace before = *desk.workbench.place();
  desk.find<QAbstractButton>("stepButton")->click(); // the same unit again
  QTRY_VERIFY_WITH_TIMEOUT(desk.workbench.place() && !(*desk.workbench.place() == before),
                           patienceMs);
}

void StudioTest::stepKeysStep() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QTest::keyClick(&desk.window, Qt::Key_F8, Qt::ShiftModifier);
  QTRY_COMPARE_WITH_TIMEOUT(desk.workbench.trainState(), State::paused, patienceMs);
  QCOMPARE(desk.session().currentRun()->history.epochs.size(), std::size_t{1});
  QTest::keyClick(&desk.window, Qt::Key_F8);
  QTRY_VERIFY_WITH_TIMEOUT(desk.workbench.place() && desk.workbench.place()->epoch == 2,
                           patienceMs);
  QTest::keyClick(&desk.window, Qt::Key_F7);
  QTRY_VERIFY_WITH_TIMEOUT(
      desk.workbench.place() && desk.workbench.place()->next == FitStage::predict, patienceMs);
}

void StudioTest::thePaceIsChosenInTheBar() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.choose("paceCombo", 2.0);
  QCOMPARE(desk.workbench.pace(), 2.0);
  auto* combo = desk.find<QComboBox>("paceCombo");
  const QString english = combo->currentText();
  QVERIFY(desk.translators.setLanguage("ko"));
  QTRY_VERIFY(combo->currentText() != english);
  QCOMPARE(combo->currentData().toDouble(), 2.0);
  desk.workbench.setPace(0.0);
  QCOMPARE(combo->currentData().toDouble(), 0.0);
}

void StudioTest::theInspectorEditsTheChosenLayer() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.find<QAbstractButton>("inspectorButton")->click();
  auto* canvas = desk.find<NetworkCanvas>("canvas");
  canvas->setFocus();
  QTest::keyClick(canvas, Qt::Key_Home);
  QCOMPARE(canvas->selectedLayer(), std::optional(firstHidden(desk)));
  QVERIFY(desk.find<QWidget>("initializerCombo")->isVisible());
  const auto layer = [&] { return desk.session().design().network.layers.front(); };
  desk.find<QDoubleSpinBox>("l2Spin")->setValue(0.01);
  desk.find<QDoubleSpinBox>("l1Spin")->stepUp();
  desk.choose("initializerCombo", "he_normal");
  desk.find<QCheckBox>("biasCheck")->click();
  QCOMPARE(layer().kernelRegularizer.l2, 0.01);
  QVERIFY(layer().kernelRegularizer.l1 > 0.0);
  QVERIFY(layer().kernelInitializer == Initializer::heNormal);
  QVERIFY(!layer().useBias);
  for (int i = 0; i < 4; ++i) desk.session().undoStack().undo();
  QVERIFY(layer().kernelInitializer == Initializer::glorotUniform);
  QCOMPARE(layer().kernelRegularizer.l2, 0.0);
  QVERIFY(desk.find<QCheckBox>("biasCheck")->isChecked());
  QTest::keyClick(canvas, Qt::Key_Escape);
  QVERIFY(!desk.find<QWidget>("initializerCombo")->isVisible());
}

void StudioTest::dropoutComesAndGoesWithItsRate() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.find<QAbstractButton>("inspectorButton")->click();
  auto* canvas = desk.find<NetworkCanvas>("canvas");
  canvas->setFocus();
  QTest::keyClick(canvas, Qt::Key_Home);
  const auto& layers = desk.session().design().network.layers;
  const std::size_t before = layers.size();
  auto* rate = desk.find<QDoubleSpinBox>("dropoutSpin");
  rate->setValue(0.25);
  QCOMPARE(layers.size(), before + 1);
  QVERIFY(layers[1].kind == LayerKind::dropout);
  QCOMPARE(layers[1].rate, 0.25);
  rate->setValue(0.5);
  QCOMPARE(layers[1].rate, 0.5);
  desk.session().undoStack().undo(); // both turns of the wheel are one step
  QCOMPARE(layers.size(), before);
  QCOMPARE(rate->value(), 0.0);
  desk.session().undoStack().redo();
  rate->setValue(0.0);
  QCOMPARE(layers.size(), before);
}

void StudioTest::aWeightIsEditedWhereItIsClicked() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.trained(2));
  auto* canvas = desk.find<NetworkCanvas>("canvas");
  // Look for a place that is on an edge, between the first two cards.
  QPoint found;
  for (int x = 0; x < canvas->width() && found.isNull(); x += 3)
    for (int y = 0; y < canvas->height() && found.isNull(); y += 2)
      if (canvas->hoverText({x, y}).contains(QString::fromUtf8("→"))) found = {x, y};
  QVERIFY(!found.isNull());
  QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, found);
  auto* spin = desk.find<QDoubleSpinBox>("weightSpin");
  QVERIFY(spin && spin->isVisible());
  const Weights before = *desk.session().weights();
  spin->setValue(1.25);
  const Weights after = *desk.session().weights();
  QVERIFY(after != before);
  int changed = 0;
  for (std::size_t l = 0; l < after.size(); ++l)
    for (std::size_t i = 0; i < after[l].kernel.values.size(); ++i)
      if (after[l].kernel.values[i] != before[l].kernel.values[i]) {
        ++changed;
        QCOMPARE(after[l].kernel.values[i], 1.25f);
      }
  QCOMPARE(changed, 1);
  desk.choose("weightFromCombo", -1);
  spin->setValue(-0.5); // a bias
  QTest::keyClick(spin->parentWidget()->window(), Qt::Key_Escape);
  desk.session().undoStack().undo();
  desk.session().undoStack().undo();
  QVERIFY(*desk.session().weights() == before);
}

void StudioTest::axisRangesAreTyped() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.trained(80));
  QTRY_VERIFY(readOutHas(desk, "loss"));
  desk.find<QAbstractButton>("lossDisplayButton")->click();
  const auto type = [&](const char* name, const QString& text) {
    auto* field = desk.find<QLineEdit>(name);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
  };
  QCOMPARE(desk.find<QLineEdit>("lossRangeXFrom")->text(), QString("1"));
  type("lossRangeXFrom", "5");
  type("lossRangeXTo", "12");
  QCOMPARE(lossChart(desk)->visibleRange().left(), 5.0);
  QCOMPARE(lossChart(desk)->visibleRange().right(), 12.0);
  desk.find<QAbstractButton>("lossRangeAutomatic")->click();
  QVERIFY(lossChart(desk)->visibleRange().left() < 2.0);
  QCOMPARE(desk.find<QLineEdit>("lossRangeXTo")->text(), QString("80"));
}

void StudioTest::anImpossibleRangeIsSaid() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.trained(10));
  QTRY_VERIFY(readOutHas(desk, "loss"));
  QVERIFY(!lossChart(desk)->showRange(5.0, 5.0, 0.0, 1.0));
  QVERIFY(!lossChart(desk)->showRange(1.0, 5.0, 1.0, 0.0));
  QVERIFY(!lossChart(desk)->showRange(1.0, std::nan(""), 0.0, 1.0));
  desk.find<QCheckBox>("lossLogY")->setChecked(true);
  const QRectF before = lossChart(desk)->visibleRange();
  QVERIFY(!lossChart(desk)->showRange(1.0, 5.0, 0.0, 1.0));
  QCOMPARE(lossChart(desk)->visibleRange(), before);
  QVERIFY(lossChart(desk)->showRange(1.0, 5.0, 0.1, 1.0));
}

void StudioTest::aMetricHasItsOwnAxis() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.trained(20));
  QTRY_VERIFY(readOutHas(desk, "val_loss"));
  const QRectF before = lossChart(desk)->visibleRange();
  QVERIFY(!readOutHas(desk, "val_accuracy"));
  desk.choose("lossMetricCombo", "accuracy");
  QTRY_VERIFY(readOutHas(desk, "val_accuracy"));
  QVERIFY(readOutHas(desk, "accuracy"));
  QCOMPARE(lossChart(desk)->visibleRange(), before); // the losses keep theirs
  desk.choose("lossMetricCombo", QString());
  QTRY_VERIFY(!readOutHas(desk, "val_accuracy"));
}

void StudioTest::determinationIsOfferedForRegressionOnly() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.trained(2));
  auto* combo = desk.find<QComboBox>("lossMetricCombo");
  QCOMPARE(combo->findData("r2"), -1);
  QVERIFY(desk.example("house_prices"));
  QVERIFY(desk.trained(5));
  QVERIFY(combo->findData("r2") >= 0);
  desk.choose("lossMetricCombo", "r2");
  QTRY_VERIFY(readOutHas(desk, QString::fromUtf8("val_R²")));
  const Run& run = *desk.session().currentRun();
  const double expected = 1.0 - *run.history.epochs[1].valLoss / *run.baseline;
  const QStringList lines = lossChart(desk)->readOutAt(2.0);
  const QString line = lines.filter(QString::fromUtf8("val_R²")).value(0);
  QVERIFY2(std::abs(line.section(' ', 1).toDouble() - expected) <
               1e-3 * std::max(1.0, std::abs(expected)),
           qPrintable(line));
}

void StudioTest::theRunTableMarksTheBest() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.trained(2));
  desk.workbench.reset();
  QVERIFY(desk.trained(40)); // twenty times as long: lower
  const int best = desk.session().runs().back().id;
  QCOMPARE(bestRun(desk.session().runs()), best);
  desk.find<QAbstractButton>("runsCompareButton")->click();
  auto* rows = desk.find<QTableWidget>("runTableRows");
  QTRY_COMPARE(rows->rowCount(), 2);
  QVERIFY(rows->item(0, 0)->text().startsWith(QString::fromUtf8("★")));
  QVERIFY(!rows->item(1, 0)->text().startsWith(QString::fromUtf8("★")));
  QTRY_VERIFY(desk.find<QWidget>("runBest_" + QByteArray::number(best))->isVisible());
  // Another loss cannot be compared with these.
  desk.session().edit("loss", {}, [](Design& design) { design.fit.loss = Loss::mse; });
  QVERIFY(desk.trained(2));
  QCOMPARE(bestRun(desk.session().runs()), 0);
  QTRY_COMPARE(rows->rowCount(), 3);
  auto* table = desk.find<RunTable>("runTable");
  QCOMPARE(table->asText().count('\n'), 3);
  // What came out is in view, beside the names.
  for (int column = 0; column < 5; ++column)
    QVERIFY(rows->columnViewportPosition(column) + rows->columnWidth(column) <=
            rows->viewport()->width());
  QCOMPARE(rows->horizontalHeaderItem(4)->text(), QString("best val_loss"));
  QVERIFY(rows->item(0, 4)->text().contains("epoch"));
  QVERIFY(table->findChild<QPushButton*>("runTableClose")->isDefault());
  table->close();
}

void StudioTest::aRemovedRunReturnsToItsPlace() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  for (int i = 0; i < 3; ++i) {
    desk.workbench.reset();
    QVERIFY(desk.trained(2));
  }
  const int middle = desk.session().runs()[1].id;
  const QByteArray eye = "runEye_" + QByteArray::number(middle);
  desk.find<QAction>("runRemove_" + QByteArray::number(middle))->trigger();
  QTRY_VERIFY(!desk.find<QAbstractButton>(eye));
  desk.session().undoStack().undo();
  QVERIFY(desk.find<QAbstractButton>(eye));
  const auto yOf = [&](int id) {
    QCoreApplication::processEvents();
    return desk.find<QWidget>("runEye_" + QByteArray::number(id))
        ->mapTo(&desk.window, QPoint())
        .y();
  };
  const auto& runs = desk.session().runs();
  QTRY_VERIFY(yOf(runs[2].id) < yOf(runs[1].id) && yOf(runs[1].id) < yOf(runs[0].id));
  desk.find<QAction>("runColour_" + QByteArray::number(middle) + "_5")->trigger();
  QCOMPARE(desk.session().run(middle)->colourIndex(), 4);
}

void StudioTest::aReadingOffersItsRemedy() {
  Desk desk;
  QVERIFY(desk.example("house_prices"));
  desk.session().edit("rate", {}, [](Design& design) {
    design.fit.optimizer.kind = OptimizerKind::sgd;
    design.fit.optimizer.learningRate = 50.0;
  });
  QVERIFY(desk.trained(20));
  QVERIFY(desk.session().currentRun()->end == FitEnd::diverged);
  QTRY_VERIFY(desk.find<QAbstractButton>("remedy_diverged"));
  desk.find<QAbstractButton>("remedy_diverged")->click();
  QVERIFY(desk.session().design().fit.optimizer.learningRate < 50.0);
  desk.session().undoStack().undo();
  QCOMPARE(desk.session().design().fit.optimizer.learningRate, 50.0);
}

void StudioTest::theLayoutCanBeReset() {
  Desk desk;
  auto* columns = desk.find<QSplitter>("columns");
  const QList<int> usual = columns->sizes();
  columns->setSizes({500, 700});
  QVERIFY(columns->sizes() != usual);
  desk.find<QAction>("viewResetLayout")->trigger();
  QTRY_COMPARE(columns->sizes(), usual);
}

void StudioTest::longFiguresAreNotCut() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.session().edit("epochs", {}, [](Design& design) { design.fit.epochs = 123'456'789; });
  auto* figure = desk.find<QLabel>("epochFigure");
  QTRY_VERIFY(figure->text().contains("123456789"));
  QTRY_VERIFY(figure->fontMetrics().horizontalAdvance(figure->text()) <= figure->width());
}

LAYERLAB_TEST(StudioTest, "studio")
#include "tst_studio.moc"
