#include "tests/testmain.h"

#include "tests/ui/losses.h"
#include "ui/session/session.h"
#include "ui/widgets/pages/elbowcurve.h"
#include "ui/widgets/pages/losscurves.h"
#include "ui/widgets/pages/readingbar.h"
#include "ui/widgets/pages/sweepform.h"
#include "ui/widgets/pages/sweeptable.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <set>
#include <tuple>

using namespace layerlab;

namespace {

EpochRecord record(int epoch, double loss, std::optional<double> validation) {
  EpochRecord out;
  out.epoch = epoch;
  out.loss = loss;
  out.trainLossEnd = loss - 0.01;
  out.valLoss = validation;
  return out;
}

Run runOf(const QString& name, const std::vector<double>& losses, bool validated = true) {
  Run run;
  run.name = name;
  run.baseline = 0.7;
  for (std::size_t i = 0; i < losses.size(); ++i)
    run.history.epochs.push_back(record(static_cast<int>(i) + 1, losses[i],
                                        validated ? std::optional(losses[i] + 0.1) : std::nullopt));
  return run;
}

QStringList idsOf(const QVector<Curve>& curves) {
  QStringList ids;
  for (const Curve& curve : curves) ids << curve.id;
  return ids;
}

const Curve* curveOf(const QVector<Curve>& curves, const QString& id) {
  for (const Curve& curve : curves)
    if (curve.id == id) return &curve;
  return nullptr;
}

const ChartMark* markOf(const QVector<ChartMark>& marks, const QString& id) {
  for (const ChartMark& mark : marks)
    if (mark.id == id) return &mark;
  return nullptr;
}

/// A sweep whose repeats all reach `losses` (plus a little), with the first `done` trials finished.
SweepResult sweepOf(const std::vector<int>& units, const std::vector<double>& losses, int repeats,
                    int done) {
  SweepResult result;
  result.spec.units = units;
  result.spec.repeats = repeats;
  for (const Trial& trial : planSweep(result.spec, 1)) {
    TrialResult one;
    one.trial = trial;
    one.done = trial.index < done;
    one.parameters = trial.units * 10;
    one.finalLoss = losses[static_cast<std::size_t>(trial.index / repeats)];
    one.finalValLoss = one.finalLoss + 0.001 * trial.repeat;
    one.bestValLoss = one.finalValLoss;
    one.seconds = 0.5;
    result.trials.push_back(one);
  }
  return result;
}

const std::vector<int> powers{1, 2, 4, 8, 16, 32, 64};

} // namespace

class PagesTest : public QObject {
  Q_OBJECT
private slots:
  void newEpochsAreAddedBehindTheOld();
  void historyThatShrankIsReadAnew();
  void earlierRunsShowOneLineEach();
  void hiddenRunsAreNotDrawn();
  void curvesDifferWithoutColour();
  void smoothingKeepsTheRawLine();
  void lowestValidationIsMarked();
  void runsWithoutValidationShowTheirLoss();
  void readingIsOneTextAndOneChipEach();
  void aLowPageHasOneRowOfSentences();
  void aSentenceLongerThanTheRowBreaks();
  void meansWaitForAllRepeats();
  void elbowAndLowestAreMarked();
  void divergedTrialsCountInTheTableOnly();
  void tableHasOneRowForEachCount();
  void formPlansPowersStepsAndLists_data();
  void formPlansPowersStepsAndLists();
  void formRefusesWithoutAHiddenLayer();
};

void PagesTest::newEpochsAreAddedBehindTheOld() {
  Theme theme;
  Session session;
  LossCurves lines(theme);
  const int id = session.addRun(runOf("Run 1", {0.9, 0.5}));
  lines.update(session);
  session.updateRun(
      id, [](Run& run) { run.history.epochs.push_back(record(3, 0.4, 0.6)); },
      Session::historyPart);
  lines.update(session);
  const QVector<Curve> curves = lines.curves(session);
  const Curve* loss = curveOf(curves, "loss");
  QVERIFY(loss);
  QCOMPARE(loss->points, QVector<QPointF>({{1, 0.9}, {2, 0.5}, {3, 0.4}}));
  const Curve* validation = curveOf(curves, "valLoss");
  QVERIFY(validation);
  QCOMPARE(validation->points.last(), QPointF(3, 0.6));
  const Curve* baseline = curveOf(curves, "baseline");
  QVERIFY(baseline);
  QCOMPARE(baseline->points.first().y(), 0.7);
}

void PagesTest::historyThatShrankIsReadAnew() {
  Theme theme;
  Session session;
  LossCurves lines(theme);
  const int id = session.addRun(runOf("Run 1", {0.9, 0.5, 0.1}));
  lines.update(session);
  session.updateRun(
      id, [](Run& run) { run.history.epochs.resize(1); }, Session::historyPart);
  lines.update(session);
  QCOMPARE(curveOf(lines.curves(session), "loss")->points.size(), 1);
}

void PagesTest::earlierRunsShowOneLineEach() {
  Theme theme;
  Session session;
  LossCurves lines(theme);
  session.addRun(runOf("Run 1", {0.9, 0.5}));
  session.addRun(runOf("Run 2", {0.8, 0.4}));
  lines.update(session);
  QCOMPARE(idsOf(lines.curves(session)),
           QStringList({"run1", "baseline", "lossEnd", "loss", "valLoss"}));
  session.clearCurrentRun();
  QCOMPARE(idsOf(lines.curves(session)), QStringList({"run1", "run2"}));
}

void PagesTest::hiddenRunsAreNotDrawn() {
  Theme theme;
  Session session;
  LossCurves lines(theme);
  const int first = session.addRun(runOf("Run 1", {0.9, 0.5}));
  const int second = session.addRun(runOf("Run 2", {0.8, 0.4}));
  for (const int id : {first, second})
    session.updateRun(
        id, [](Run& run) { run.visible = false; }, Session::runsPart);
  lines.update(session);
  QVERIFY(lines.curves(session).isEmpty());
  QVERIFY(lines.marks(session).isEmpty());
}

void PagesTest::curvesDifferWithoutColour() {
  Theme theme;
  Session session;
  LossCurves lines(theme);
  lines.setMetric("mae");
  for (int number = 1; number <= 9; ++number) {
    Run run = runOf(QString("Run %1").arg(number), {0.9, 0.5});
    run.history.metrics = {Metric::mae};
    for (EpochRecord& epoch : run.history.epochs) epoch.metrics = epoch.valMetrics = {0.3};
    session.addRun(run);
  }
  lines.update(session);
  const QVector<Curve> curves = lines.curves(session);
  QCOMPARE(curves.size(), 8 + 6); // the earlier runs; baseline, losses and metrics of the last
  std::set<std::tuple<Curve::Style, Marker, bool>> looks;
  for (const Curve& curve : curves) {
    const bool earlier = curve.id.startsWith("run");
    QVERIFY2(!earlier || curve.style != Curve::Style::solid, qPrintable(curve.id));
    looks.insert({curve.style, curve.marker, curve.onRight});
  }
  QCOMPARE(looks.size(), static_cast<std::size_t>(curves.size()));
}

void PagesTest::smoothingKeepsTheRawLine() {
  Theme theme;
  Session session;
  LossCurves lines(theme);
  session.addRun(runOf("Run 1", {1.0, 0.0, 1.0}));
  lines.update(session);
  lines.setSmoothing(0.5);
  const QVector<Curve> curves = lines.curves(session);
  const Curve* raw = curveOf(curves, "loss.raw");
  const Curve* smooth = curveOf(curves, "loss");
  QVERIFY(raw && smooth);
  QCOMPARE(raw->points, QVector<QPointF>({{1, 1.0}, {2, 0.0}, {3, 1.0}}));
  QCOMPARE(smooth->points, QVector<QPointF>({{1, 1.0}, {2, 0.5}, {3, 0.75}}));
  QVERIFY(raw->width < smooth->width && !raw->inLegend);
  lines.setSmoothing(0.0);
  QVERIFY(!curveOf(lines.curves(session), "loss.raw"));
}

void PagesTest::lowestValidationIsMarked() {
  Theme theme;
  Session session;
  LossCurves lines(theme);
  session.addRun(runOf("Run 1", {0.9, 0.3, 0.5}));
  lines.update(session);
  const QVector<ChartMark> marks = lines.marks(session);
  const ChartMark* best = markOf(marks, "best");
  QVERIFY(best);
  QCOMPARE(best->at, QPointF(2, 0.3 + 0.1));
}

void PagesTest::runsWithoutValidationShowTheirLoss() {
  Theme theme;
  Session session;
  LossCurves lines(theme);
  session.addRun(runOf("Run 1", {0.9, 0.5}, false));
  session.addRun(runOf("Run 2", {0.8, 0.4}, false));
  lines.update(session);
  const QVector<Curve> curves = lines.curves(session);
  QVERIFY(!curveOf(curves, "valLoss"));
  QCOMPARE(curveOf(curves, "run1")->points.last(), QPointF(2, 0.5));
  QVERIFY(curveOf(curves, "run1")->name.contains("Run 1"));
}

void PagesTest::readingIsOneTextAndOneChipEach() {
  Theme theme;
  ReadingBar bar(theme);
  bar.setEmptyText("nothing yet");
  auto* text = bar.findChild<QLabel*>("reading");
  QVERIFY(text);
  QCOMPARE(text->text(), QString());
  Reading good{"falls_fast", Reading::Mood::good, {"falls fast (-%1 %)", {"71"}}, {"the rule", {}}};
  Reading bad{"jumps", Reading::Mood::bad, {"jumps", {}}, {"another rule", {}}};
  bar.setReadings({good, bad});
  QCOMPARE(text->text(), QString("falls fast (-71 %) · jumps"));
  auto* chip = bar.findChild<QPushButton*>("reading_falls_fast");
  QVERIFY(chip);
  QCOMPARE(chip->toolTip(), QString("the rule"));
  bar.setReadings({});
  QTRY_VERIFY(bar.findChildren<QPushButton*>().isEmpty());
  QCOMPARE(text->text(), QString());
}

void PagesTest::aLowPageHasOneRowOfSentences() {
  Theme theme;
  ReadingBar bar(theme);
  bar.resize(360, 40);
  const char* words = "falls fast at first, and for as long as it needs to be read";
  const Reading good{"falls_fast", Reading::Mood::good, {words, {}}, {"rule", {}}};
  const Reading bad{
      "jumps", Reading::Mood::bad, {"jumps: learning rate too high", {}}, {"rule", {}}};
  bar.setReadings({good, bad});
  const int rows = bar.heightForWidth(360);
  bar.setOneRow(true);
  bar.show();
  const auto inView = [&bar](const char* id) {
    return bar.findChild<QPushButton*>(id)->isVisible();
  };
  QTRY_VERIFY(inView("reading_jumps") && !inView("reading_falls_fast")); // the worst stays
  QVERIFY(bar.heightForWidth(360) < rows);
  QVERIFY(bar.findChild<QLabel*>("reading")->text().startsWith(words)); // as the curve goes
  auto* more = bar.findChild<QToolButton*>("readingMore");
  QVERIFY(more->isVisible() && more->text().contains("1"));
  more->click();
  QVERIFY(inView("reading_jumps") && inView("reading_falls_fast"));
  more->click();
  QVERIFY(!inView("reading_falls_fast"));
  bar.setOneRow(false);
  QTRY_VERIFY(inView("reading_falls_fast") && !more->isVisible()); // the old chips go later
}

void PagesTest::aSentenceLongerThanTheRowBreaks() {
  Theme theme;
  ReadingBar bar(theme);
  bar.resize(240, 80);
  bar.show();
  constexpr const char* words =
      "hardly falls: other learning rate, more units, or inputs that say nothing";
  Reading reading;
  reading.id = "flat";
  reading.text = {words, {}};
  bar.setReadings({reading});
  const auto* chip = bar.findChild<QPushButton*>("reading_flat");
  QVERIFY(chip->sizeHint().width() <= bar.width());
  QCOMPARE(chip->text().simplified(), QString(words));
  QVERIFY(bar.heightForWidth(240) >= 2 * chip->fontMetrics().height());
  bar.resize(2000, 80);
  QTRY_COMPARE(chip->text(), QString(words));
}

void PagesTest::meansWaitForAllRepeats() {
  Theme theme;
  // Seven of nine trials: two counts are complete, the third has one repeat only.
  const SweepResult sweep = sweepOf({1, 2, 4}, {0.6, 0.4, 0.3}, 3, 7);
  const ElbowCurve running(sweep, SweepMetric::finalValLoss, ElbowOptions{}, true);
  QCOMPARE(running.completeCounts(), 2);
  QCOMPARE(curveOf(running.curves(theme, "val_loss"), "mean")->points.size(), 2);
  QCOMPARE(running.elbow().strength, ElbowStrength::tooFew);
  const ElbowCurve stopped(sweep, SweepMetric::finalValLoss, ElbowOptions{}, false);
  QCOMPARE(stopped.completeCounts(), 2); // the third would take the repeats from the others
  const ElbowCurve early(sweepOf({1, 2, 4}, {0.6, 0.4, 0.3}, 3, 1), SweepMetric::finalValLoss,
                         ElbowOptions{}, false);
  QCOMPARE(early.completeCounts(), 1); // better than nothing
}

void PagesTest::elbowAndLowestAreMarked() {
  Theme theme;
  const ElbowCurve curve(sweepOf(powers, bend, 3, 21), SweepMetric::finalValLoss, ElbowOptions{},
                         false);
  QCOMPARE(curve.elbow().strength, ElbowStrength::clear);
  const QVector<ChartMark> marks = curve.marks(theme);
  const ChartMark* elbow = markOf(marks, "elbow");
  QVERIFY(elbow);
  QCOMPARE(elbow->at.x(), 8.0);
  QVERIFY(elbow->text.contains("8"));
  const ChartMark* lowest = markOf(marks, "lowest");
  QVERIFY(lowest);
  QCOMPARE(lowest->at.x(), 64.0);
  const QVector<Curve> curves = curve.curves(theme, "val_loss");
  const Curve* band = curveOf(curves, "band");
  QVERIFY(band && band->points.size() == 7 && band->upper.size() == 7);
}

void PagesTest::divergedTrialsCountInTheTableOnly() {
  SweepResult sweep = sweepOf({1, 2, 4}, {0.6, 0.4, 0.3}, 2, 6);
  sweep.trials[0].status = FitEnd::diverged;
  const ElbowCurve curve(sweep, SweepMetric::finalValLoss, ElbowOptions{}, false);
  QCOMPARE(curve.rows()[0].diverged, 1);
  QCOMPARE(curve.rows()[0].done, 2);
  QCOMPARE(curve.rows()[0].mean, 0.6 + 0.002); // the other repeat alone
}

void PagesTest::tableHasOneRowForEachCount() {
  const ElbowCurve curve(sweepOf({1, 2, 4}, {0.6, 0.4, 0.3}, 2, 3), SweepMetric::finalLoss,
                         ElbowOptions{}, false);
  SweepTable table;
  table.setRows(curve.rows());
  QCOMPARE(table.rowCount(), 3);
  QCOMPARE(table.data(table.index(1, 0), Qt::DisplayRole).toString(), "2");
  QCOMPARE(table.data(table.index(1, 1), Qt::DisplayRole).toString(), "20");
  QCOMPARE(table.data(table.index(1, 2), Qt::DisplayRole).toString(), "1 of 2");
  QCOMPARE(table.data(table.index(1, 3), Qt::DisplayRole).toString(), "0.4000");
  QCOMPARE(table.data(table.index(2, 3), Qt::DisplayRole).toString(), "–");
}

void PagesTest::formPlansPowersStepsAndLists_data() {
  QTest::addColumn<QString>("mode");
  QTest::addColumn<int>("from");
  QTest::addColumn<int>("to");
  QTest::addColumn<QString>("list");
  QTest::addColumn<QVector<int>>("units");
  QTest::newRow("powers") << "pow2" << 2 << 20 << "" << QVector<int>{2, 4, 8, 16};
  QTest::newRow("powers, turned") << "pow2" << 20 << 2 << "" << QVector<int>{2, 4, 8, 16};
  QTest::newRow("no power between") << "pow2" << 5 << 7 << "" << QVector<int>{5};
  QTest::newRow("steps") << "step" << 1 << 9 << "" << QVector<int>{1, 4, 7};
  QTest::newRow("list") << "list" << 1 << 1 << "8, 2,4" << QVector<int>{2, 4, 8};
  QTest::newRow("bad list") << "list" << 1 << 1 << "8,x" << QVector<int>{};
  QTest::newRow("empty list") << "list" << 1 << 1 << "" << QVector<int>{};
}

void PagesTest::formPlansPowersStepsAndLists() {
  QFETCH(QString, mode);
  QFETCH(int, from);
  QFETCH(int, to);
  QFETCH(QString, list);
  QFETCH(QVector<int>, units);
  Theme theme;
  Session session;
  SweepForm form(theme, session);
  auto* modes = form.findChild<QComboBox*>("sweepModeCombo");
  modes->setCurrentIndex(modes->findData(mode));
  form.findChild<QSpinBox*>("sweepFromSpin")->setValue(from);
  form.findChild<QSpinBox*>("sweepToSpin")->setValue(to);
  form.findChild<QSpinBox*>("sweepStepSpin")->setValue(3);
  form.findChild<QLineEdit*>("sweepListEdit")->setText(list);
  const Result<SweepSpec> spec = form.spec();
  QCOMPARE(spec.has_value(), !units.isEmpty());
  if (spec) QCOMPARE(QVector<int>(spec->units.begin(), spec->units.end()), units);
  if (spec) QCOMPARE(spec->layer, 1);
}

void PagesTest::formRefusesWithoutAHiddenLayer() {
  Theme theme;
  Session session;
  session.edit("no hidden layer", {},
               [](Design& design) { design.network = hiddenNetwork({}, Activation::relu); });
  SweepForm form(theme, session);
  const Result<SweepSpec> spec = form.spec();
  QVERIFY(!spec);
  QVERIFY(english(spec.error()).find("hidden layer") != std::string::npos);
}

LAYERLAB_TEST(PagesTest, "pages")

#include "tst_pages.moc"
