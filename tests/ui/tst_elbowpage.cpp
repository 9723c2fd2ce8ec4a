#include "tests/testmain.h"
#include "tests/ui/desk.h"
#include "tests/ui/losses.h"
#include "tests/ui/sweeps.h"

#include "ui/widgets/chart/chartpaint.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/pages/elbowcurve.h"
#include "ui/widgets/pages/elbowwords.h"
#include "ui/widgets/pages/sweepform.h"
#include "ui/widgets/panels/words.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

#include <cmath>

using namespace layerlab;

namespace {

const std::vector<double> late{.60, .45, .32, .20, .185, .182, .181};
const std::vector<double> early{.60, .45, .20, .195, .185, .182, .181};

ElbowCurve elbowCurveOf(const SweepResult& sweep, const QString& axis = "log2") {
  return {sweep, SweepMetric::finalValLoss, ElbowCurve::optionsOf(axis), false};
}

} // namespace

class ElbowPageTest : public QObject {
  Q_OBJECT
private slots:
  void theFormTellsThatTrainingsStopEarly();
  void aLabelStandsBesideTheDots();
  void theWordsSayWhatTheRepeatsPick();
  void aGuessIsComparedWithTheElbow_data();
  void aGuessIsComparedWithTheElbow();
  void theExplanationHasTheCurvesOwnFigures();
  void aFallDrownedInNoiseAsksForMoreRepeats();
  void aDivergedTrainingIsACrossAtTheEdge();
  void theReadOutTellsRepeatsParametersAndTime();
  void theGuessIsClickedIntoTheEmptyPlot();
  void aDotOpensItsCurveAndTheCurveGoesToTheLossPage();
  void theEarlierSweepLiesUnderTheNewOne();
  void classicIsAChoiceOfTheAxis();
  void theWhyPanelOpensAndCloses();
  void aStoppedSweepOffersToContinue();

private:
  static void clickChart(CurveChart* chart, QPointF share);
};

/// A click at a share of the plot view's size.
void ElbowPageTest::clickChart(CurveChart* chart, QPointF share) {
  auto* view = chart->findChild<QAbstractScrollArea*>("chartPlot");
  QVERIFY(view);
  const QSize size = view->viewport()->size();
  QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                    QPoint(int(share.x() * size.width()), int(share.y() * size.height())));
}

void ElbowPageTest::theFormTellsThatTrainingsStopEarly() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  auto* epochs = desk.find<QSpinBox>("sweepEpochsSpin");
  QVERIFY(!epochs->toolTip().contains("Early stopping"));
  desk.session().edit("stop", {}, [](Design& design) {
    design.fit.earlyStopping = EarlyStopping{};
    design.fit.earlyStopping->patience = 7;
  });
  QVERIFY2(epochs->toolTip().endsWith("Early stopping is on: patience 7"),
           qPrintable(epochs->toolTip()));
}

void ElbowPageTest::aLabelStandsBesideTheDots() {
  const QRectF plot(0, 0, 600, 300);
  const QPointF at(300, 150);
  const QSizeF size(80, 16);
  const QRectF first = labelPlace(at, size, plot, {}, {});
  const QVector<QRectF> dots{QRectF(first.center() - QPointF(6, 6), QSizeF(12, 12))};
  const QRectF beside = labelPlace(at, size, plot, {}, dots);
  QVERIFY(plot.contains(beside) && !beside.intersects(dots.first()));
  const QVector<QRectF> everywhere{plot};
  QCOMPARE(labelPlace(at, size, plot, {}, everywhere), first); // better on dots than off the plot
  QVERIFY(!labelPlace(at, size, plot, {first}, everywhere).intersects(first));
}

void ElbowPageTest::theWordsSayWhatTheRepeatsPick() {
  const ElbowCurve curve = elbowCurveOf(sweepOfRepeats({late, late, early}));
  QCOMPARE(curve.elbow().units.value(), 8.0);
  QCOMPARE(curve.elbow().repeatsAgreeing, 2);
  QVERIFY(ElbowWords::meaning(curve, {}).contains("8, 8, 4"));
  QVERIFY(ElbowWords::verdict(curve.elbow()).contains("clear"));
  const ElbowCurve alone = elbowCurveOf(sweepOfRepeats({bend}));
  QVERIFY(!ElbowWords::meaning(alone, {}).contains("pick"));
}

void ElbowPageTest::aGuessIsComparedWithTheElbow_data() {
  QTest::addColumn<int>("guess");
  QTest::addColumn<QString>("word");
  QTest::newRow("none") << 0 << "";
  QTest::newRow("right") << 8 << "right";
  QTest::newRow("fewer") << 3 << "fewer";
  QTest::newRow("more") << 40 << "more";
}

void ElbowPageTest::aGuessIsComparedWithTheElbow() {
  QFETCH(int, guess);
  QFETCH(QString, word);
  const QString text = ElbowWords::guess(guess, elbowCurveOf(sweepOfRepeats({bend, bend})).elbow());
  QCOMPARE(text.isEmpty(), word.isEmpty());
  QVERIFY(text.contains(word));
  QVERIFY(guess == 0 || ElbowWords::guess(guess, Elbow()).contains(QString::number(guess)));
}

void ElbowPageTest::theExplanationHasTheCurvesOwnFigures() {
  const ElbowCurve curve = elbowCurveOf(sweepOfRepeats({bend, bend}));
  const QString text = ElbowWords::why(&curve);
  QVERIFY(text.contains("64 units")); // the lowest
  QVERIFY(text.contains(Words::figure(0.20 - 0.181)));
  QVERIFY(text.contains("70 more parameters")); // from 1 to 8 units
  QVERIFY(ElbowWords::why(nullptr).contains("Kneedle"));
  const ElbowCurve flat = elbowCurveOf(sweepOfRepeats({{.5, .5, .5, .5, .5}}));
  QVERIFY(ElbowWords::why(&flat).contains("chance"));
}

void ElbowPageTest::aFallDrownedInNoiseAsksForMoreRepeats() {
  const ElbowCurve noisy = elbowCurveOf(sweepOfRepeats({{1.05, .43, .08, .60, .03, .02},
                                                        {.42, .04, .02, .04, .03, .02},
                                                        {.20, .05, .04, .05, .03, .02}}));
  QCOMPARE(noisy.elbow().strength, ElbowStrength::flat);
  QVERIFY(ElbowWords::meaning(noisy, {}).contains("run more"));
  const ElbowCurve even = elbowCurveOf(sweepOfRepeats({{.50, .51, .49, .505, .495}}));
  QCOMPARE(even.elbow().strength, ElbowStrength::flat);
  QVERIFY(ElbowWords::meaning(even, {}).contains("smallest is enough"));
}

void ElbowPageTest::aDivergedTrainingIsACrossAtTheEdge() {
  Theme theme;
  SweepResult sweep = sweepOfRepeats({bend, bend});
  sweep.trials[4].status = FitEnd::diverged;
  const QVector<ChartMark> marks = elbowCurveOf(sweep).marks(theme);
  int crosses = 0;
  for (const ChartMark& mark : marks) {
    if (mark.shape != ChartMark::Shape::cross) continue;
    ++crosses;
    QCOMPARE(mark.id, QString("trial4"));
    QCOMPARE(mark.at.x(), 4.0);
    QVERIFY(std::isinf(mark.at.y()));
  }
  QCOMPARE(crosses, 1);
  QCOMPARE(elbowCurveOf(sweep).elbow().units.value(), 8.0);
}

void ElbowPageTest::theReadOutTellsRepeatsParametersAndTime() {
  const CurveChart::Notes notes = elbowCurveOf(sweepOfRepeats({bend, early})).notes(4.0);
  QCOMPARE(notes.size(), 4);
  QCOMPARE(notes[0].second, Words::figure(.28));
  QCOMPARE(notes[1].second, Words::figure(.20));
  QCOMPARE(notes[2].second, Words::count(40));
  QVERIFY(notes[3].second.startsWith("0.25"));
  QVERIFY(elbowCurveOf(sweepOfRepeats({bend})).notes(5.0).isEmpty());
}

void ElbowPageTest::theGuessIsClickedIntoTheEmptyPlot() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.window.showPage("elbow");
  auto* spin = desk.find<QSpinBox>("sweepGuessSpin");
  QCOMPARE(spin->value(), 0);
  auto* chart = desk.find<CurveChart>("elbowChart");
  chart->grab(); // laid out
  clickChart(chart, {0.5, 0.5});
  QVERIFY2(spin->value() > 2 && spin->value() < 16, qPrintable(spin->text())); // log axis, 1 to 32
  const int guess = spin->value();
  QVERIFY(swept(desk, "1,2,4,8,16", 20));
  QTRY_VERIFY(desk.find<QLabel>("elbowMeaning")->text().contains("guess"));
  clickChart(chart, {0.2, 0.1});
  QCOMPARE(spin->value(), guess); // no second guess once the result is there
  QVERIFY(desk.example("wine"));
  QTRY_COMPARE(spin->value(), 0);
}

void ElbowPageTest::aDotOpensItsCurveAndTheCurveGoesToTheLossPage() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(swept(desk, "1,2,4,8", 20));
  auto* chart = desk.find<CurveChart>("elbowChart");
  auto* trial = desk.find<CurveChart>("trialChart");
  QVERIFY(!trial->isVisible());
  emit chart->markClicked("trial3");
  QTRY_VERIFY(trial->isVisible());
  QVERIFY(desk.workbench.trialRun()->name.startsWith("2 units"));
  auto* keep = desk.find<QPushButton>("keepTrialButton");
  QTRY_VERIFY(keep->isEnabled());
  keep->click();
  QCOMPARE(desk.window.currentPage(), QString("loss"));
  QCOMPARE(desk.session().runs().size(), std::size_t{1});
  QVERIFY(!desk.session().currentRun());
  desk.window.showPage("elbow");
  QTest::keyClick(chart, Qt::Key_Right, Qt::ShiftModifier);
  QTest::keyClick(chart, Qt::Key_Return);
  QTRY_VERIFY(trial->isVisible()); // from the keyboard
  desk.find<QToolButton>("elbowAsideClose")->click();
  QVERIFY(!trial->isVisible());
  QVERIFY(!desk.workbench.trialRun());
}

void ElbowPageTest::theEarlierSweepLiesUnderTheNewOne() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(swept(desk, "1,2,4,8", 20));
  auto* compare = desk.find<QToolButton>("sweepCompareButton");
  QVERIFY(!compare->isVisible());
  QVERIFY(swept(desk, "1,2,4,8,16", 10));
  QTRY_VERIFY(compare->isVisible());
  auto* chart = desk.find<CurveChart>("elbowChart");
  const QString words = chart->readOutAt(4.0).join('|');
  QVERIFY(!words.contains("earlier"));
  QCOMPARE(compare->menu()->actions().size(), 2);
  compare->menu()->actions().back()->trigger();
  QTRY_VERIFY(chart->readOutAt(4.0).join('|').contains("earlier"));
  QTRY_VERIFY(compare->menu()->actions().back()->isChecked());
  compare->menu()->actions().front()->trigger();
  QTRY_VERIFY(!chart->readOutAt(4.0).join('|').contains("earlier"));
}

void ElbowPageTest::classicIsAChoiceOfTheAxis() {
  const SweepResult plateau = sweepOfRepeats({{.69, .69, .69, .20, .18, .18, .18}});
  QCOMPARE(elbowCurveOf(plateau).elbow().units.value(), 8.0);
  QVERIFY(ElbowCurve::optionsOf("classic").classic);
  QCOMPARE(int(ElbowCurve::optionsOf("classic").axis), int(ElbowAxis::linear));
  QVERIFY(!ElbowCurve::optionsOf("linear").classic);
  QCOMPARE(int(ElbowCurve::optionsOf("log2").axis), int(ElbowAxis::log2));
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.window.showPage("elbow");
  desk.session().setSweep(plateau);
  desk.choose("sweepAxisCombo", "classic");
  QTRY_VERIFY(desk.find<QLabel>("elbowMeaning")->text().contains("Kneedle") ||
              desk.find<QLabel>("elbowVerdict")->text().contains("no elbow"));
}

void ElbowPageTest::theWhyPanelOpensAndCloses() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.window.showPage("elbow");
  auto* why = desk.find<QToolButton>("elbowWhyButton");
  auto* panel = desk.find<QScrollArea>("elbowWhy");
  QVERIFY(!panel->isVisible());
  why->click();
  QVERIFY(panel->isVisible());
  QVERIFY(desk.find<QLabel>("elbowWhyText")->text().contains("Kneedle"));
  desk.find<QToolButton>("elbowAsideClose")->click();
  QVERIFY(!panel->isVisible());
  QVERIFY(!why->isChecked());
}

void ElbowPageTest::aStoppedSweepOffersToContinue() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.window.showPage("elbow");
  auto* go = desk.find<QPushButton>("sweepContinueButton");
  desk.find<QSpinBox>("sweepEpochsSpin")->setValue(200);
  desk.find<QSpinBox>("sweepRepeatsSpin")->setValue(30);
  desk.find<QPushButton>("sweepStartButton")->click();
  QVERIFY(!go->isVisible());
  QTRY_VERIFY(desk.workbench.sweepDone() > 0);
  desk.find<QPushButton>("sweepStopButton")->click();
  const int done = desk.workbench.sweepDone();
  if (done == desk.workbench.sweepTotal()) QSKIP("the sweep was faster than the stop");
  QVERIFY(go->isVisible());
  QVERIFY(!desk.window.findChild<SweepForm*>()->isAncestorOf(go)); // the settings keep their line
  go->click();
  QVERIFY(desk.workbench.isSweeping());
  QVERIFY(!go->isVisible());
  QTRY_VERIFY(desk.workbench.sweepDone() > done);
  desk.find<QPushButton>("sweepStopButton")->click();
}

LAYERLAB_TEST(ElbowPageTest, "elbowpage")
#include "tst_elbowpage.moc"
