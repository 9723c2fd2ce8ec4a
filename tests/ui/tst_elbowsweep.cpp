#include "tests/testmain.h"
#include "tests/ui/desk.h"
#include "tests/ui/losses.h"
#include "tests/ui/sweeps.h"

#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/pages/elbowaside.h"
#include "ui/widgets/pages/elbowcurve.h"
#include "ui/widgets/pages/elbowwords.h"
#include "ui/widgets/pages/sweepform.h"
#include "ui/widgets/panels/words.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLayout>
#include <QStyleOptionComboBox>
#include <QTemporaryDir>
#include <QToolButton>

using namespace layerlab;

namespace {

/// In the window.
QRect placeOf(Desk& desk, const QWidget* widget) {
  return {widget->mapTo(&desk.window, QPoint()), widget->size()};
}

/// The room that the style leaves to the chosen text.
int textRoom(const QComboBox* combo) {
  QStyleOptionComboBox option;
  option.initFrom(combo);
  return combo->style()
      ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo)
      .width();
}

QString longestChoice(const QComboBox* combo) {
  QString longest;
  for (int i = 0; i < combo->count(); ++i)
    if (combo->fontMetrics().horizontalAdvance(combo->itemText(i)) >
        combo->fontMetrics().horizontalAdvance(longest))
      longest = combo->itemText(i);
  return longest;
}

} // namespace

/// What a sweep does and says, and how the page shows it where room is scarce.
class ElbowSweepTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void anyHiddenLayerIsSweptAndAdopted();
  void trainingsOfASweepStopEarly();
  void anAxisThatMovesTheElbowIsTold();
  void theFiguresAreATableAndFiles();
  void theTimeLeftIsTold();
  void anElbowThatIsTheLowestSaysSo();
  void shortTimesKeepTwoFigures_data();
  void shortTimesKeepTwoFigures();
  void theReadOutIsWholeOverALowChart();
  void nothingCoversTheCurveOfADot();
  void theFormFitsTheTypeOfAProjector_data();
  void theFormFitsTheTypeOfAProjector();
};

void ElbowSweepTest::anyHiddenLayerIsSweptAndAdopted() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.session().edit("two", {}, [](Design& design) {
    const LayerSpec output = design.network.layers.back();
    design.network = hiddenNetwork({8, 6}, Activation::relu);
    const int id = design.network.layers.back().id;
    design.network.layers.back() = output;
    design.network.layers.back().id = id;
  });
  desk.choose("sweepLayerCombo", 2);
  QVERIFY(swept(desk, "1,2,4,8", 5));
  const SweepResult& sweep = *desk.session().sweep();
  QCOMPARE(sweep.spec.layer, 2);
  QCOMPARE(sweep.trials.front().parameters, std::int64_t{5 * 8 + 9 * 1 + 2 * 3});
  SweepResult clear = sweepOfRepeats({bend});
  clear.spec.layer = 2;
  clear.design = desk.session().design();
  desk.session().setSweep(clear);
  auto* adopt = desk.find<QPushButton>("adoptUnitsButton");
  desk.session().edit("other", {}, [](Design& d) { d.network.layers[1].units = 3; });
  QTRY_VERIFY(adopt->isVisible() && adopt->text().contains("8 units"));
  adopt->click();
  QCOMPARE(desk.session().design().network.layers[0].units, 8);
  QCOMPARE(desk.session().design().network.layers[1].units, 8);
  desk.session().undoStack().undo();
  QCOMPARE(desk.session().design().network.layers[1].units, 3);
}

void ElbowSweepTest::trainingsOfASweepStopEarly() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.session().edit("stop", {}, [](Design& design) {
    design.fit.earlyStopping = EarlyStopping{};
    design.fit.earlyStopping->minDelta = 10.0; // nothing is an improvement
  });
  QVERIFY(swept(desk, "1,2,4,8", 50));
  for (const TrialResult& trial : desk.session().sweep()->trials)
    QVERIFY(trial.status == FitEnd::stoppedEarly);
}

void ElbowSweepTest::anAxisThatMovesTheElbowIsTold() {
  std::vector<double> inverse;
  inverse.reserve(7);
  for (int i = 0; i < 7; ++i) inverse.push_back(1.0 / double(1 << i));
  const auto words = [&](const char* axis) {
    const ElbowOptions options = ElbowCurve::optionsOf(axis);
    const ElbowCurve curve(sweepOfRepeats({inverse}), SweepMetric::finalValLoss, options, false);
    return ElbowWords::meaning(curve, options);
  };
  QVERIFY2(words("log2").contains("On a linear axis it would be 8."), qPrintable(words("log2")));
  QVERIFY2(words("linear").contains("On a log axis it would be 4."), qPrintable(words("linear")));
}

void ElbowSweepTest::theFiguresAreATableAndFiles() {
  Desk desk;
  QTemporaryDir folder;
  QVERIFY(desk.example("iris"));
  QVERIFY(swept(desk, "1,2,4,8", 5));
  auto* table = desk.find<QAbstractItemView>("sweepTable");
  QVERIFY(!table->isVisible());
  desk.find<QToolButton>("sweepTableButton")->click();
  QVERIFY(table->isVisible());
  desk.find<QToolButton>("sweepTableButton")->click();
  const std::pair<const char*, QByteArray> kinds[] = {{"png", "\x89PNG"},
                                                      {"svg", "<?xml"},
                                                      {"pdf", "%PDF"},
                                                      {"csv", "units,repeat,seed,parameters"}};
  for (const auto& [kind, start] : kinds) {
    desk.prompts.path = folder.filePath(QString("elbow.") + kind);
    auto* action = desk.find<QAction>((QByteArray("elbowExportButton_") + kind).constData());
    QVERIFY2(action, kind);
    action->trigger();
    QVERIFY2(bytesOf(desk.prompts.path).startsWith(start), kind);
  }
}

void ElbowSweepTest::theTimeLeftIsTold() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.window.showPage("elbow");
  desk.find<QSpinBox>("sweepEpochsSpin")->setValue(50);
  desk.find<QSpinBox>("sweepRepeatsSpin")->setValue(500);
  desk.find<QPushButton>("sweepStartButton")->click();
  auto* words = desk.find<QLabel>("sweepProgressText");
  QTRY_VERIFY(words->text().contains("left"));
  QVERIFY2(words->text().contains("of 3000"), qPrintable(words->text()));
  desk.find<QPushButton>("sweepStopButton")->click();
  QVERIFY(!words->isVisible());
}

void ElbowSweepTest::anElbowThatIsTheLowestSaysSo() {
  Elbow elbow;
  elbow.strength = ElbowStrength::clear;
  elbow.units = 4.0;
  elbow.lowest = 4.0;
  QVERIFY(Words::strengthMeaning(elbow).contains("do not lower the loss"));
  QVERIFY(ElbowWords::guess(8, elbow).contains("higher again"));
  elbow.lowest = 16.0;
  QVERIFY(Words::strengthMeaning(elbow).contains("only a little"));
  QVERIFY(ElbowWords::guess(8, elbow).contains("bring little"));
}

void ElbowSweepTest::shortTimesKeepTwoFigures_data() {
  QTest::addColumn<double>("seconds");
  QTest::addColumn<QString>("text");
  QTest::newRow("none") << 0.0 << "0";
  QTest::newRow("milliseconds") << 0.00421 << "0.0042";
  QTest::newRow("a quarter") << 0.25 << "0.25";
  QTest::newRow("seconds") << 1.34 << "1.3";
  QTest::newRow("minutes") << 134.2 << "134";
}

void ElbowSweepTest::shortTimesKeepTwoFigures() {
  QFETCH(double, seconds);
  QFETCH(QString, text);
  QCOMPARE(Words::seconds(seconds), text);
  SweepResult sweep = sweepOfRepeats({bend});
  for (TrialResult& trial : sweep.trials) trial.seconds = seconds;
  const ElbowCurve curve(sweep, SweepMetric::finalValLoss, {}, false);
  QCOMPARE(curve.notes(4.0).back().second, text + " s");
}

void ElbowSweepTest::theReadOutIsWholeOverALowChart() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(swept(desk, "1,2,4,8", 20));
  auto* chart = desk.find<CurveChart>("elbowChart");
  QTRY_VERIFY(!chart->readOutAt(4.0).isEmpty());
  chart->grab(); // laid out
  QTest::keyClick(chart, Qt::Key_Right, Qt::ShiftModifier);
  auto* card = desk.find<QWidget>("elbowChartReadOut");
  QVERIFY(card && card->isVisible());
  QCOMPARE(card->parentWidget(), static_cast<QWidget*>(&desk.window));
  QCOMPARE(card->size(), card->sizeHint());
  QVERIFY(desk.window.rect().contains(card->geometry()));
  const QString words = chart->readOutAt(4.0).join('|');
  QVERIFY2(words.contains("|lowest repeat ") && words.contains("|highest repeat "),
           qPrintable(words));
  desk.window.showPage("loss");
  QVERIFY(!card->isVisible());
  desk.window.showPage("elbow");
  QTRY_VERIFY(card->isVisible());
  QTest::keyClick(chart, Qt::Key_Escape);
  QVERIFY(!card->isVisible());
}

void ElbowSweepTest::nothingCoversTheCurveOfADot() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(swept(desk, "1,2,4,8", 20));
  emit desk.find<CurveChart>("elbowChart")->markClicked("trial3");
  auto* curve = desk.find<CurveChart>("trialChart");
  auto* keep = desk.find<QPushButton>("keepTrialButton");
  auto* figures = desk.find<QLabel>("trialFigures");
  QTRY_VERIFY(curve->isVisible() && keep->isEnabled());
  QVERIFY2(figures->text().contains("val_loss"), qPrintable(figures->text()));
  QApplication::processEvents(); // laid out
  const QRect place = placeOf(desk, curve);
  QVERIFY(place.height() >= curve->minimumHeight());
  QVERIFY(placeOf(desk, desk.window.findChild<ElbowAside*>()).contains(place));
  for (const QWidget* other : {static_cast<QWidget*>(keep), static_cast<QWidget*>(figures)})
    QVERIFY2(other->isVisible() && !placeOf(desk, other).intersects(place),
             qPrintable(other->objectName()));
}

void ElbowSweepTest::theFormFitsTheTypeOfAProjector_data() {
  QTest::addColumn<double>("scale");
  QTest::addColumn<QString>("language");
  for (const char* language : {"en", "ko"})
    for (const double scale : {1.0, 1.35})
      QTest::addRow("%s at %g", language, scale) << scale << language;
}

void ElbowSweepTest::theFormFitsTheTypeOfAProjector() {
  QFETCH(double, scale);
  QFETCH(QString, language);
  Desk desk;
  QVERIFY(desk.translators.setLanguage(language));
  QVERIFY(desk.example("iris"));
  desk.window.showPage("elbow");
  desk.theme.setTextScale(scale);
  QApplication::processEvents(); // laid out
  for (const char* name :
       {"sweepLayerCombo", "sweepModeCombo", "sweepMetricCombo", "sweepAxisCombo"}) {
    const auto* combo = desk.find<QComboBox>(name);
    const QString longest = longestChoice(combo);
    QVERIFY2(textRoom(combo) >= combo->fontMetrics().horizontalAdvance(longest),
             qPrintable(QString("%1: %2").arg(name, longest)));
  }
  // One line, where the panels are folded.
  const auto* form = desk.window.findChild<SweepForm*>();
  QCOMPARE(form->layout()->heightForWidth(1224), form->layout()->heightForWidth(10'000));
}

LAYERLAB_TEST(ElbowSweepTest, "elbowsweep")
#include "tst_elbowsweep.moc"
