#include "tests/core/fitproblem.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace layerlab;

/// The numbers a fit reports: accuracy, losses with their penalty, predictions, the baseline.
class TestFitMeasures : public QObject {
  Q_OBJECT
private slots:
  void accuracyCountsHalfAsClassOne();
  void argmaxDecidesForSeveral();
  void trainLossEndMayBeLeftOut();
  void validationHasItsOwnPenalty();
  void predictTakesAnyNumberOfRows();
  void baselineIsTheBestConstant();
};

void TestFitMeasures::accuracyCountsHalfAsClassOne() {
  LayerSpec layer;
  layer.units = 1;
  Weights weights(1);
  weights[0].kernel = Matrix(1, 1);
  weights[0].kernel(0, 0) = 1.0f;
  weights[0].bias = {0.0f};
  Matrix x(4, 1);
  x.values = {0.5f, 0.4999f, 0.5f, 2.0f};
  Matrix y(4, 1);
  y.values = {1.0f, 0.0f, 0.0f, 1.0f};
  FitSpec fit;
  fit.metrics = {Metric::accuracy, Metric::mse};
  const Evaluation result = evaluate(NetworkSpec{{layer}}, fit, weights, x, y);
  QCOMPARE(result.metrics[0], 0.75);
  QVERIFY(std::abs(result.metrics[1] - result.loss) < 1e-6);
}

void TestFitMeasures::argmaxDecidesForSeveral() {
  LayerSpec layer;
  layer.units = 3;
  layer.useBias = false;
  Weights weights(1);
  weights[0].kernel = Matrix(3, 3);
  for (std::size_t i = 0; i < 3; ++i) weights[0].kernel(i, i) = 1.0f;
  Matrix x(3, 3);
  x.values = {0.2f, 0.5f, 0.3f, 0.4f, 0.4f, 0.2f, 0.0f, 0.1f, 0.9f};
  Matrix y(3, 3);
  y.values = {0, 1, 0, 1, 0, 0, 0, 1, 0}; // hit, hit (the first of equals), miss
  FitSpec fit;
  fit.metrics = {Metric::accuracy};
  const Evaluation result = evaluate(NetworkSpec{{layer}}, fit, weights, x, y);
  QVERIFY(std::abs(result.metrics[0] - 2.0 / 3.0) < 1e-12);
}

void TestFitMeasures::trainLossEndMayBeLeftOut() {
  FitProblem p;
  FitControl control;
  const FitResult with = p.run(control);
  control.measureTrainLossEnd = false;
  const FitResult without = p.run(control);
  QVERIFY(with.weights == without.weights);
  QVERIFY(with.history.epochs[0].trainLossEnd != with.history.epochs[0].loss);
  QCOMPARE(without.history.epochs[0].trainLossEnd, without.history.epochs[0].loss);
}

void TestFitMeasures::validationHasItsOwnPenalty() {
  FitProblem p;
  p.design.network.layers[0].kernelRegularizer = {0.0, 0.1};
  p.design.network.layers[1].biasRegularizer = {0.2, 0.0};
  const FitResult result = p.run();
  double penalty = 0.0;
  for (const float w : result.weights[0].kernel.values)
    penalty += 0.1 * static_cast<double>(w) * static_cast<double>(w);
  penalty += 0.2 * std::abs(static_cast<double>(result.weights[1].bias[0]));
  FitProblem plain;
  const Evaluation bare = evaluate(plain.design.network, p.design.fit, result.weights,
                                   p.data->xValidation, p.data->yValidation);
  QVERIFY(std::abs(*result.history.epochs.back().valLoss - bare.loss - penalty) < 1e-9);
}

void TestFitMeasures::predictTakesAnyNumberOfRows() {
  FitProblem p(600, 0);
  const Weights weights = initialWeights(p.design.network, 5, 1);
  const Matrix all = predict(p.design.network, weights, p.data->xTrain);
  QCOMPARE(all.rows, std::size_t{600});
  for (const std::size_t row : {0U, 255U, 256U, 511U, 599U}) {
    Matrix one(1, 5);
    std::copy_n(p.data->xTrain.row(row).begin(), 5, one.values.begin());
    QCOMPARE(predict(p.design.network, weights, one)(0, 0), all(row, 0));
  }
  QCOMPARE(predict(p.design.network, weights, Matrix(0, 5)).rows, std::size_t{0});
}

void TestFitMeasures::baselineIsTheBestConstant() {
  Matrix y(4, 1);
  y.values = {1.0f, 1.0f, 1.0f, 5.0f};
  FitSpec fit;
  QCOMPARE(baselineLoss(fit, y, y), 3.0); // variance around 2
  fit.loss = Loss::mae;
  QCOMPARE(baselineLoss(fit, y, y), 1.0); // around the median 1
  fit.loss = Loss::binaryCrossentropy;
  y.values = {1.0f, 0.0f, 0.0f, 0.0f};
  const double entropy = -(0.25 * std::log(0.25) + 0.75 * std::log(0.75));
  QVERIFY(std::abs(baselineLoss(fit, y, y) - entropy) < 1e-6);
  QCOMPARE(baselineLoss(fit, y, Matrix(0, 1)), 0.0);
}

LAYERLAB_TEST(TestFitMeasures, "fit_measures")
#include "tst_fit_measures.moc"
