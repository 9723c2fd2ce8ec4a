#include "core/base/random.h"
#include "core/net/optimizer.h"
#include "tests/testmain.h"

#include <QTest>

#include <cmath>

using namespace layerlab;

namespace {

/// One parameter's rule in double, straight from Keras' update_step methods.
struct ScalarRule {
  OptimizerSpec spec;
  double m = 0.0;
  double v = 0.0;
  double product = 1.0;
  int t = 0;

  explicit ScalarRule(const OptimizerSpec& s) : spec(s) {
    if (s.kind == OptimizerKind::adagrad) v = s.initialAccumulator;
  }

  double next(double w, double g) {
    ++t;
    const double lr = spec.learningRate;
    const double b1 = spec.beta1;
    const double b2 = spec.beta2;
    const double eps = spec.epsilon;
    switch (spec.kind) {
    case OptimizerKind::sgd:
      if (spec.momentum == 0.0) return w - lr * g;
      m = spec.momentum * m - lr * g;
      return spec.nesterov ? w + spec.momentum * m - lr * g : w + m;
    case OptimizerKind::rmsprop:
      v = spec.rho * v + (1.0 - spec.rho) * g * g;
      if (spec.momentum == 0.0) return w - lr * g / std::sqrt(v + eps);
      m = spec.momentum * m + lr * g / std::sqrt(v + eps);
      return w - m;
    case OptimizerKind::adagrad:
      v += g * g;
      return w - lr * g / std::sqrt(v + eps);
    case OptimizerKind::adamw:
      w -= lr * spec.weightDecay * w;
      [[fallthrough]];
    case OptimizerKind::adam:
      m += (g - m) * (1.0 - b1);
      v += (g * g - v) * (1.0 - b2);
      return w - lr * std::sqrt(1.0 - std::pow(b2, t)) / (1.0 - std::pow(b1, t)) * m /
                     (std::sqrt(v) + eps);
    case OptimizerKind::nadam: {
      const double now = b1 * (1.0 - 0.5 * std::pow(0.96, t));
      const double then = b1 * (1.0 - 0.5 * std::pow(0.96, t + 1));
      product *= now;
      m += (g - m) * (1.0 - b1);
      v += (g * g - v) * (1.0 - b2);
      const double mean = then * m / (1.0 - product * then) + (1.0 - now) * g / (1.0 - product);
      return w - lr * mean / (std::sqrt(v / (1.0 - std::pow(b2, t))) + eps);
    }
    case OptimizerKind::adamax:
      m += (g - m) * (1.0 - b1);
      v = std::max(b2 * v, std::abs(g));
      return w - lr / (1.0 - std::pow(b1, t)) * m / (v + eps);
    }
    return w;
  }
};

Network smallNetwork() {
  LayerSpec layer;
  layer.units = 5;
  return Network(NetworkSpec{{layer}}, 7); // 35 + 5 parameters and a gap between them
}

OptimizerSpec specOf(OptimizerKind kind, double momentum = 0.0, bool nesterov = false) {
  OptimizerSpec spec;
  spec.kind = kind;
  spec.learningRate = 0.01;
  spec.momentum = momentum;
  spec.nesterov = nesterov;
  return spec;
}

} // namespace

class TestOptimizer : public QObject {
  Q_OBJECT
private slots:
  void followsKeras_data();
  void followsKeras();
  void learningRateMayChange();
  void clipnormIsPerVariable();
  void epsilonHasKerasPlace();
};

void TestOptimizer::followsKeras_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<double>("momentum");
  QTest::addColumn<bool>("nesterov");
  for (int kind = 0; kind <= static_cast<int>(OptimizerKind::adamax); ++kind)
    QTest::newRow(kerasName(static_cast<OptimizerKind>(kind))) << kind << 0.0 << false;
  QTest::newRow("sgd momentum") << int(OptimizerKind::sgd) << 0.9 << false;
  QTest::newRow("sgd nesterov") << int(OptimizerKind::sgd) << 0.9 << true;
  QTest::newRow("rmsprop momentum") << int(OptimizerKind::rmsprop) << 0.8 << false;
}

void TestOptimizer::followsKeras() {
  QFETCH(int, kind);
  QFETCH(double, momentum);
  QFETCH(bool, nesterov);
  const OptimizerSpec spec = specOf(static_cast<OptimizerKind>(kind), momentum, nesterov);
  Network network = smallNetwork();
  Optimizer optimizer(spec, network);
  const std::span<float> w = network.parameters();
  std::vector<double> exact(w.size(), 0.0);
  std::vector<ScalarRule> rules(w.size(), ScalarRule(spec));
  AlignedFloats g(w.size());
  Random random(9);
  for (const Variable& v : network.variables())
    for (std::size_t i = v.offset; i < v.offset + v.size; ++i)
      exact[i] = w[i] = static_cast<float>(random.normal());
  for (int step = 0; step < 200; ++step) {
    for (const Variable& v : network.variables())
      for (std::size_t i = v.offset; i < v.offset + v.size; ++i) {
        g[i] = static_cast<float>(random.normal() * std::pow(10.0, random.uniform(-4.0, 0.0)));
        exact[i] = rules[i].next(exact[i], static_cast<double>(g[i]));
      }
    optimizer.step(w, g);
  }
  QCOMPARE(optimizer.steps(), std::int64_t{200});
  for (std::size_t i = 0; i < w.size(); ++i)
    QVERIFY2(std::abs(static_cast<double>(w[i]) - exact[i]) < 3e-5,
             qPrintable(QString("%1: %2, exact %3").arg(i).arg(w[i]).arg(exact[i])));
}

void TestOptimizer::learningRateMayChange() {
  Network network = smallNetwork();
  Optimizer optimizer(specOf(OptimizerKind::sgd), network);
  AlignedFloats g(network.parameters().size(), 1.0f);
  optimizer.step(network.parameters(), g);
  QCOMPARE(network.parameters()[0], -0.01f);
  optimizer.setLearningRate(1.0);
  optimizer.step(network.parameters(), g);
  QCOMPARE(network.parameters()[0], -1.01f);
}

void TestOptimizer::clipnormIsPerVariable() {
  OptimizerSpec spec = specOf(OptimizerKind::sgd);
  spec.learningRate = 1.0;
  spec.clipnorm = 1.0;
  Network network = smallNetwork();
  Optimizer optimizer(spec, network);
  AlignedFloats g(network.parameters().size());
  const DenseLayer& layer = network.layers()[0];
  g[layer.kernel] = 30.0f; // norm 50: scaled to 1
  g[layer.kernel + 1] = 40.0f;
  g[layer.bias] = 0.5f; // norm 0.5: left alone
  optimizer.step(network.parameters(), g);
  QCOMPARE(network.parameters()[layer.kernel], -0.6f);
  QCOMPARE(network.parameters()[layer.kernel + 1], -0.8f);
  QCOMPARE(network.parameters()[layer.bias], -0.5f);
}

/// With tiny gradients epsilon decides; textbook Adam scales it by the correction, Keras does not.
void TestOptimizer::epsilonHasKerasPlace() {
  Network network = smallNetwork();
  OptimizerSpec spec = specOf(OptimizerKind::adam);
  Optimizer optimizer(spec, network);
  AlignedFloats g(network.parameters().size(), 1e-6f);
  optimizer.step(network.parameters(), g);
  const double root = std::sqrt(0.001) * 1e-6;
  const double expected = -0.01 * std::sqrt(0.001) / 0.1 * 1e-7 / (root + 1e-7);
  QVERIFY(std::abs(static_cast<double>(network.parameters()[0]) / expected - 1.0) < 1e-5);
}

LAYERLAB_TEST(TestOptimizer, "optimizer")
#include "tst_optimizer.moc"
