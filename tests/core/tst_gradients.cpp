#include "core/base/random.h"
#include "core/fit/fit.h"
#include "core/fit/stepper.h"
#include "core/net/activations.h"
#include "core/net/losses.h"
#include "tests/core/referencenet.h"
#include "tests/testmain.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace layerlab;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

Activation activationAt(int index) {
  return static_cast<Activation>(index);
}

struct Problem {
  Design design;
  std::shared_ptr<PreparedData> data = std::make_shared<PreparedData>();
  Weights weights;
};

LayerSpec dense(int units, Activation activation) {
  LayerSpec layer;
  layer.units = units;
  layer.activation = activation;
  return layer;
}

/// Targets that suit the loss: 0/1 for binary, one-hot for categorical, else anything.
void fillTargets(Matrix& y, Loss loss, Random& random) {
  for (std::size_t r = 0; r < y.rows; ++r) {
    if (loss == Loss::categoricalCrossentropy) y(r, random.below(y.cols)) = 1.0f;
    for (std::size_t c = 0; c < y.cols; ++c) {
      if (loss == Loss::binaryCrossentropy) y(r, c) = random.uniform() < 0.5 ? 0.0f : 1.0f;
      if (loss < Loss::binaryCrossentropy) y(r, c) = static_cast<float>(2.0 * random.normal());
    }
  }
}

Problem problem(const NetworkSpec& network, Loss loss, std::size_t rows, std::uint64_t seed) {
  Problem p;
  p.design.network = network;
  p.design.fit.loss = loss;
  p.design.fit.batchSize = static_cast<int>(rows);
  p.design.fit.shuffle = false;
  p.design.fit.huberDelta = 0.7;
  Random random(seed);
  p.data->xTrain = Matrix(rows, 5);
  for (float& x : p.data->xTrain.values) x = static_cast<float>(random.normal());
  p.data->yTrain = Matrix(rows, static_cast<std::size_t>(network.layers.back().units));
  fillTargets(p.data->yTrain, loss, random);
  p.weights = initialWeights(network, 5, seed);
  for (LayerWeights& layer : p.weights)
    for (float& b : layer.bias) b = static_cast<float>(0.3 * random.normal());
  return p;
}

/// Largest difference of the engine's gradient from central differences of the reference, and the
/// size of the largest gradient.
std::pair<double, double> gradientError(const Problem& p) {
  auto stepper = FitStepper::create(p.design, p.data, &p.weights);
  while (stepper->next() != FitStage::update) stepper->advance();
  const Weights got = stepper->gradients();
  ReferenceNet net(p.design.network, p.design.fit, p.weights);
  const auto x = toDouble(p.data->xTrain);
  const auto y = toDouble(p.data->yTrain);
  double worst = std::abs(stepper->batchLoss() - net.loss(x, y));
  double largest = 0.0;
  const auto compare = [&](double& parameter, float gradient) {
    const double kept = parameter;
    constexpr double h = 1e-6;
    parameter = kept + h;
    const double up = net.loss(x, y);
    parameter = kept - h;
    const double down = net.loss(x, y);
    parameter = kept;
    const double expected = (up - down) / (2.0 * h);
    worst = std::max(worst, std::abs(static_cast<double>(gradient) - expected));
    largest = std::max(largest, std::abs(expected));
  };
  for (std::size_t l = 0; l < got.size(); ++l) {
    for (std::size_t i = 0; i < got[l].kernel.values.size(); ++i)
      compare(net.layers[l].kernel.data()[i], got[l].kernel.values[i]);
    for (std::size_t j = 0; j < got[l].bias.size(); ++j)
      compare(net.layers[l].bias[static_cast<Eigen::Index>(j)], got[l].bias[j]);
  }
  return {worst, largest};
}

} // namespace

/// Values and derivatives against double precision and finite differences.
class TestGradients : public QObject {
  Q_OBJECT
private slots:
  void activationIsAccurate_data() { activations(); }
  void activationIsAccurate();
  void derivativeIsTheSlope_data() { activations(); }
  void derivativeIsTheSlope();
  void softmaxSumsToOneAtAnyMagnitude();
  void nanStaysNan_data() { activations(); }
  void nanStaysNan();
  void wholeNetwork_data();
  void wholeNetwork();
  void penaltiesCount();
  void biasMayBeAbsent();
  void crossentropyFromLogitsIsStable();
  void outsideTheClipTheGradientIsZero();

private:
  static void activations() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < activationCount; ++i)
      if (activationAt(i) != Activation::softmax) QTest::newRow(kerasName(activationAt(i))) << i;
  }
};

void TestGradients::activationIsAccurate() {
  QFETCH(int, index);
  const Activation activation = activationAt(index);
  AlignedFloats z(4096);
  AlignedFloats a(4096);
  for (int scale = -6; scale <= 4; ++scale) {
    for (std::size_t i = 0; i < z.size(); ++i)
      z[i] = static_cast<float>(std::pow(5.0, scale) * (static_cast<double>(i) / 2048.0 - 1.0));
    applyActivation(activation, z.data(), a.data(), 1, z.size(), z.size());
    for (std::size_t i = 0; i < z.size(); ++i) {
      const double exact = activate(activation, static_cast<double>(z[i]));
      if (!(std::abs(exact) < 3e38)) continue;
      const double allowed = 4e-7 * std::abs(exact) + 1e-7 * std::min(1.0, std::abs(double(z[i])));
      QVERIFY2(std::abs(static_cast<double>(a[i]) - exact) <= allowed + 1e-37,
               qPrintable(QString("z %1: got %2, exact %3").arg(z[i]).arg(a[i]).arg(exact)));
    }
  }
}

void TestGradients::derivativeIsTheSlope() {
  QFETCH(int, index);
  const Activation activation = activationAt(index);
  AlignedFloats z(256);
  AlignedFloats a(256);
  AlignedFloats d(256, 1.0f);
  for (std::size_t i = 0; i < z.size(); ++i) z[i] = static_cast<float>(i) / 20.0f - 6.413f;
  applyActivation(activation, z.data(), a.data(), 1, 256, 256);
  applyDerivative(activation, z.data(), a.data(), d.data(), 1, 256, 256);
  constexpr double h = 1e-5;
  for (std::size_t i = 0; i < z.size(); ++i) {
    const auto at = static_cast<double>(z[i]);
    const double slope = (activate(activation, at + h) - activate(activation, at - h)) / (2.0 * h);
    const double allowed = 1e-6 + 1e-6 * std::abs(slope);
    QVERIFY(std::abs(activateDerivative(activation, at) - slope) <= allowed);
    QVERIFY(std::abs(static_cast<double>(d[i]) - slope) <= allowed);
  }
}

void TestGradients::softmaxSumsToOneAtAnyMagnitude() {
  for (const float scale : {0.0f, 1.0f, 1e3f, 1e30f}) {
    AlignedFloats z(3 * 16);
    AlignedFloats a(3 * 16);
    Random random(2);
    for (float& value : z) value = scale * static_cast<float>(random.normal());
    applyActivation(Activation::softmax, z.data(), a.data(), 3, 16, 16);
    for (std::size_t s = 0; s < 16; ++s)
      QVERIFY(std::abs(a[s] + a[16 + s] + a[32 + s] - 1.0f) < 1e-6f);
  }
}

void TestGradients::nanStaysNan() {
  QFETCH(int, index);
  AlignedFloats z(16, std::numeric_limits<float>::quiet_NaN());
  AlignedFloats a(16);
  applyActivation(activationAt(index), z.data(), a.data(), 1, 16, 16);
  for (const float value : a) QVERIFY(std::isnan(value));
}

void TestGradients::wholeNetwork_data() {
  QTest::addColumn<int>("hidden");
  QTest::addColumn<int>("output");
  QTest::addColumn<int>("loss");
  QTest::addColumn<int>("outputs");
  QTest::addColumn<int>("rows");
  const auto row = [](int hidden, Activation output, Loss loss, int outputs, int rows) {
    QTest::addRow("%s, %s %s x%d, %d rows", kerasName(activationAt(hidden)), kerasName(output),
                  kerasName(loss), outputs, rows)
        << hidden << int(output) << int(loss) << outputs << rows;
  };
  for (int hidden = 0; hidden < activationCount; ++hidden) {
    row(hidden, Activation::linear, Loss::mse, 1, 13);
    row(hidden, Activation::linear, Loss::huber, 3, 20);
    row(hidden, Activation::sigmoid, Loss::binaryCrossentropy, 1, 9);
    row(hidden, Activation::softmax, Loss::categoricalCrossentropy, 4, 17);
  }
  const int tanh = int(Activation::tanh);
  row(tanh, Activation::linear, Loss::mae, 2, 12);
  row(tanh, Activation::sigmoid, Loss::binaryCrossentropy, 3, 12);
  row(tanh, Activation::softmax, Loss::binaryCrossentropy, 3, 12);      // from probabilities
  row(tanh, Activation::sigmoid, Loss::categoricalCrossentropy, 3, 12); // divides by the row sum
  row(tanh, Activation::softplus, Loss::categoricalCrossentropy, 3, 12);
  row(tanh, Activation::softmax, Loss::mse, 3, 12);
  row(tanh, Activation::tanh, Loss::mse, 1, 1);
  row(tanh, Activation::exponential, Loss::mse, 2, 33);
}

void TestGradients::wholeNetwork() {
  QFETCH(int, hidden);
  QFETCH(int, output);
  QFETCH(int, loss);
  QFETCH(int, outputs);
  QFETCH(int, rows);
  // Two exponentials in a row leave the range of float.
  const bool explosive = activationAt(hidden) == Activation::exponential;
  const NetworkSpec network{{dense(7, activationAt(hidden)),
                             dense(18, explosive ? Activation::tanh : activationAt(hidden)),
                             dense(outputs, static_cast<Activation>(output))}};
  const auto [worst, largest] =
      gradientError(problem(network, static_cast<Loss>(loss), static_cast<std::size_t>(rows), 21));
  QVERIFY(largest > 1e-4);
  QCOMPARE_LE(worst, 2e-6 + 5e-6 * largest);
}

void TestGradients::penaltiesCount() {
  NetworkSpec network{{dense(6, Activation::tanh), dense(2, Activation::linear)}};
  network.layers[0].kernelRegularizer = {0.01, 0.02};
  network.layers[0].biasRegularizer = {0.03, 0.0};
  network.layers[1].biasRegularizer = {0.0, 0.5};
  const auto [worst, largest] = gradientError(problem(network, Loss::mse, 10, 4));
  QCOMPARE_LE(worst, 2e-6 + 5e-6 * largest);
}

void TestGradients::biasMayBeAbsent() {
  NetworkSpec network{{dense(6, Activation::tanh), dense(2, Activation::linear)}};
  network.layers[0].useBias = false;
  network.layers[1].useBias = false;
  const auto [worst, largest] = gradientError(problem(network, Loss::mse, 10, 4));
  QCOMPARE_LE(worst, 2e-6 + 5e-6 * largest);
}

void TestGradients::crossentropyFromLogitsIsStable() {
  AlignedFloats z(16);
  AlignedFloats a(16);
  AlignedFloats y(16);
  AlignedFloats losses(16);
  AlignedFloats d(16);
  const float logits[] = {1e30f, -1e30f, 500.0f, -500.0f, 0.0f, 20.0f};
  for (std::size_t s = 0; s < 6; ++s) z[s] = logits[s];
  applyActivation(Activation::sigmoid, z.data(), a.data(), 1, 16, 16);
  const LossRule rule = lossRule(Loss::binaryCrossentropy, 1.0, Activation::sigmoid);
  QVERIFY(rule.fromLogits);
  const LossInput in{z.data(), a.data(), y.data(), 1, 16, 16};
  sampleLosses(rule, in, losses.data());
  lossGradient(rule, in, 1.0f, d.data());
  const float expected[] = {1e30f, 0.0f, 500.0f, 0.0f, 0.69314718f, 20.0f};
  const float slopes[] = {1.0f, 0.0f, 1.0f, 0.0f, 0.5f, 1.0f};
  for (std::size_t s = 0; s < 6; ++s) {
    QVERIFY(std::abs(losses[s] - expected[s]) <= 1e-6f * std::max(1.0f, expected[s]));
    QVERIFY(std::abs(d[s] - slopes[s]) < 1e-6f);
  }
}

void TestGradients::outsideTheClipTheGradientIsZero() {
  AlignedFloats a(16, 0.5f);
  AlignedFloats y(16, 1.0f);
  AlignedFloats losses(16);
  AlignedFloats d(16);
  a[0] = 0.0f;
  a[1] = 1.0f;
  a[2] = -3.0f;
  a[3] = infinity;
  const LossRule rule = lossRule(Loss::binaryCrossentropy, 1.0, Activation::linear);
  QVERIFY(!rule.fromLogits);
  const LossInput in{a.data(), a.data(), y.data(), 1, 16, 16};
  sampleLosses(rule, in, losses.data());
  lossGradient(rule, in, 1.0f, d.data());
  for (std::size_t s = 0; s < 4; ++s) QCOMPARE(d[s], 0.0f);
  QCOMPARE(d[4], -2.0f);
  QVERIFY(std::abs(losses[0] + std::log(1e-7f)) < 1e-5f);
  QVERIFY(losses[3] < 2e-7f);
}

LAYERLAB_TEST(TestGradients, "gradients")
#include "tst_gradients.moc"
