#include "tests/core/fitproblem.h"
#include "tests/testmain.h"

#include <QTest>

#include <limits>
#include <utility>

using namespace layerlab;

namespace {

/// A history with these val_losses, through the stopper; returns the epoch it stopped at (0: none)
/// and the epoch whose weights were kept last.
std::pair<int, int> stopAt(const EarlyStopping& spec, const std::vector<double>& values) {
  EarlyStopper stopper(spec);
  int kept = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int epoch = static_cast<int>(i) + 1;
    const auto verdict = stopper.epochDone(values[i], epoch);
    if (verdict.best) kept = epoch;
    if (verdict.stop) return {epoch, kept};
  }
  return {0, kept};
}

} // namespace

/// EarlyStopping and ReduceLROnPlateau as Keras does them.
class TestFitCallbacks : public QObject {
  Q_OBJECT
private slots:
  void earlyStoppingFollowsKeras();
  void bestWeightsComeBackEvenWithoutStopping();
  void plateauLowersTheLearningRate();
  void callbackOnAMissingNumberDoesNothing();
  void earlyStoppingWatchesWhatIsMeasured_data();
  void earlyStoppingWatchesWhatIsMeasured();
  void theTaskTakesItsMonitorAlong();
};

void TestFitCallbacks::earlyStoppingFollowsKeras() {
  EarlyStopping spec;
  using Values = std::vector<double>;
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  QCOMPARE(stopAt(spec, Values{3, 2, 1, 1}), std::make_pair(4, 3)); // equal is no improvement
  QCOMPARE(stopAt(spec, Values{nan, 2, 3}), std::make_pair(3, 2));  // not at the first epoch
  spec.patience = 2;
  QCOMPARE(stopAt(spec, Values{3, 4, 2, 5, 1, 6, 7, 0}), std::make_pair(7, 5));
  QCOMPARE(stopAt(spec, Values{3, nan, nan}), std::make_pair(3, 1));
  spec.minDelta = 0.5;
  QCOMPARE(stopAt(spec, Values{3, 2.75, 2.625, 1}), std::make_pair(3, 1));
  spec = EarlyStopping{"val_accuracy", 1, 0.0, false};
  QCOMPARE(stopAt(spec, Values{0.5, 0.6, 0.6}), std::make_pair(3, 2));
}

void TestFitCallbacks::bestWeightsComeBackEvenWithoutStopping() {
  FitProblem p;
  p.design.fit.epochs = 12;
  p.design.fit.optimizer.learningRate = 0.3; // jumps about, so the last epoch is not the best
  p.design.fit.earlyStopping = EarlyStopping{"val_loss", 50, 0.0, true};
  const FitResult result = p.run();
  QCOMPARE(result.end, FitEnd::completed);
  const std::size_t best = result.history.bestEpoch().value();
  QVERIFY(best + 1 < result.history.epochs.size());
  const Evaluation again = evaluate(p.design.network, p.design.fit, result.weights,
                                    p.data->xValidation, p.data->yValidation);
  QCOMPARE(again.loss, *result.history.epochs[best].valLoss);

  p.design.fit.earlyStopping->patience = 1;
  const FitResult stopped = p.run();
  QCOMPARE(stopped.end, FitEnd::stoppedEarly);
  QVERIFY(stopped.history.epochs.size() < 12);
}

void TestFitCallbacks::plateauLowersTheLearningRate() {
  ReduceLrOnPlateau spec;
  spec.factor = 0.5;
  spec.patience = 2;
  spec.cooldown = 1;
  spec.minLearningRate = 0.3;
  PlateauWatcher watcher(spec);
  double rate = 1.0;
  std::vector<double> rates;
  for (const double loss : {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.49995, 0.49995, 0.5}) {
    rate = watcher.epochDone(loss, rate);
    rates.push_back(rate);
  }
  // Two waits halve it at the third; the fourth cools down, waiting again from itself on; the
  // floor holds at 0.3; a step below min_delta is no improvement.
  QCOMPARE(rates, (std::vector<double>{1, 1, 0.5, 0.5, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3}));

  FitProblem p;
  p.design.fit.reduceLr = ReduceLrOnPlateau{"loss", 0.1, 1, 1e9, 0, 0.0};
  const FitResult result = p.run();
  QCOMPARE(result.history.epochs[1].learningRate, 0.01);
  QCOMPARE(result.history.epochs[2].learningRate, 0.001);
}

void TestFitCallbacks::callbackOnAMissingNumberDoesNothing() {
  FitProblem p(50, 0); // no validation
  p.design.fit.earlyStopping = EarlyStopping{};
  p.design.fit.reduceLr = ReduceLrOnPlateau{};
  const FitResult result = p.run();
  QCOMPARE(result.end, FitEnd::completed);
  QVERIFY(!result.history.epochs[0].valLoss.has_value());
}

void TestFitCallbacks::earlyStoppingWatchesWhatIsMeasured_data() {
  QTest::addColumn<QByteArray>("monitor");
  QTest::addColumn<bool>("measured");
  QTest::newRow("loss") << QByteArray("loss") << true;
  QTest::newRow("val_loss") << QByteArray("val_loss") << true;
  QTest::newRow("a metric") << QByteArray("mae") << true;
  QTest::newRow("a metric of validation") << QByteArray("val_mae") << true;
  QTest::newRow("another metric") << QByteArray("accuracy") << false;
  QTest::newRow("another of validation") << QByteArray("val_accuracy") << false;
  QTest::newRow("no metric") << QByteArray("val_") << false;
}

/// Keras raises ValueError: it cannot tell whether more of it is better.
void TestFitCallbacks::earlyStoppingWatchesWhatIsMeasured() {
  QFETCH(QByteArray, monitor);
  QFETCH(bool, measured);
  FitSpec fit;
  fit.metrics = {Metric::mae};
  fit.earlyStopping = EarlyStopping{monitor.toStdString(), 1, 0.0, false};
  const auto ok = check(fit);
  QCOMPARE(static_cast<bool>(ok), measured);
  if (!measured)
    QVERIFY(english(ok.error()).find("'" + monitor.toStdString() + "'") != std::string::npos);
}

/// A metric that goes with the old task is not watched any more.
void TestFitCallbacks::theTaskTakesItsMonitorAlong() {
  Outline classes;
  classes.task = Task::classification;
  classes.classes = {"no", "yes"};
  Design design;
  design.fit.earlyStopping = EarlyStopping{"val_accuracy", 1, 0.0, false};
  design.fit.reduceLr = ReduceLrOnPlateau{};
  design.fit.reduceLr->monitor = "accuracy";
  followTask(design, classes);
  QCOMPARE(design.fit.earlyStopping->monitor, std::string("val_accuracy"));
  followTask(design, Outline());
  QVERIFY(check(design.fit));
  QCOMPARE(design.fit.earlyStopping->monitor, std::string("val_loss"));
  QCOMPARE(design.fit.reduceLr->monitor, std::string("loss"));
}

LAYERLAB_TEST(TestFitCallbacks, "fit_callbacks")
#include "tst_fit_callbacks.moc"
