#include "tests/core/randomdesign.h"

#include "tests/core/pictures.h"

using namespace layerlab;

namespace {

template <class T> T pick(Random& random, const std::vector<T>& values) {
  return values[static_cast<std::size_t>(random.below(values.size()))];
}

bool coin(Random& random) {
  return random.below(2) == 1;
}

/// An exact short decimal or an awkward double.
double drawnNumber(Random& random, double low, double high) {
  const double value = random.uniform(low, high);
  return coin(random) ? value : std::round(value * 1000.0) / 1000.0;
}

Regularizer regularizer(Random& random) {
  if (coin(random)) return {};
  return {coin(random) ? drawnNumber(random, 0.001, 0.1) : 0.0,
          coin(random) ? drawnNumber(random, 0.001, 0.1) : 0.0};
}

LayerSpec layer(Random& random, int id, bool output) {
  LayerSpec spec;
  spec.id = id;
  if (!output && random.below(4) == 0) {
    spec.kind = LayerKind::dropout;
    spec.rate = drawnNumber(random, 0.0, 0.9);
    return spec;
  }
  spec.units = 1 + static_cast<int>(random.below(64));
  spec.activation = static_cast<Activation>(random.below(activationCount));
  spec.useBias = coin(random);
  spec.kernelInitializer = static_cast<Initializer>(random.below(initializerCount));
  spec.biasInitializer = static_cast<Initializer>(random.below(initializerCount));
  spec.kernelRegularizer = regularizer(random);
  spec.biasRegularizer = regularizer(random);
  return spec;
}

OptimizerSpec optimizer(Random& random) {
  using K = OptimizerKind;
  OptimizerSpec spec;
  const K kind = spec.kind = static_cast<K>(random.below(7));
  spec.learningRate = coin(random)   ? defaultLearningRate(kind)
                      : coin(random) ? pick(random, std::vector{1.0, 10.0}) // Keras wants 1.0
                                     : drawnNumber(random, 0.001, 2.0);
  if ((kind == K::sgd || kind == K::rmsprop) && coin(random))
    spec.momentum = drawnNumber(random, 0.0, 0.99);
  spec.nesterov = kind == K::sgd && coin(random);
  if (kind == K::rmsprop && coin(random)) spec.rho = drawnNumber(random, 0.0, 0.99);
  if (kind == K::adagrad && coin(random)) spec.initialAccumulator = drawnNumber(random, 0.0, 1.0);
  if (kind >= K::adam && coin(random)) spec.beta1 = drawnNumber(random, 0.0, 0.99);
  if (kind >= K::adam && coin(random)) spec.beta2 = drawnNumber(random, 0.0, 0.99);
  if (kind != K::sgd && coin(random)) spec.epsilon = 1e-5;
  if (kind == K::adamw && coin(random)) spec.weightDecay = drawnNumber(random, 0.0, 0.1);
  if (coin(random)) spec.clipnorm = drawnNumber(random, 0.1, 2.0);
  return spec;
}

EarlyStopping earlyStopping(Random& random, const std::vector<Metric>& metrics) {
  std::vector<std::string> watched{"loss"};
  for (const Metric metric : metrics) watched.emplace_back(kerasName(metric));
  return {(coin(random) ? "val_" : "") + pick(random, watched), static_cast<int>(random.below(30)),
          coin(random) ? 0.0 : drawnNumber(random, 0.0, 0.1), coin(random)};
}

ReduceLrOnPlateau reduceLr(Random& random) {
  ReduceLrOnPlateau reduce;
  reduce.monitor = pick<std::string>(random, {"val_loss", "loss"});
  reduce.factor = drawnNumber(random, 0.1, 0.9);
  reduce.patience = static_cast<int>(random.below(30));
  if (coin(random)) reduce.minDelta = 0.01;
  if (coin(random)) reduce.cooldown = static_cast<int>(random.below(9));
  if (coin(random)) reduce.minLearningRate = 1e-6;
  return reduce;
}

FitSpec fitSpec(Random& random) {
  FitSpec fit;
  fit.optimizer = optimizer(random);
  fit.loss = static_cast<Loss>(random.below(5));
  if (fit.loss == Loss::huber && coin(random)) fit.huberDelta = drawnNumber(random, 0.1, 3.0);
  for (const Metric metric : {Metric::mae, Metric::accuracy, Metric::mse})
    if (coin(random)) fit.metrics.push_back(metric);
  fit.shuffle = coin(random);
  fit.batchSize = 1 + static_cast<int>(random.below(500));
  fit.epochs = 1 + static_cast<int>(random.below(5000));
  fit.seed = coin(random) ? random.next() : random.below(1000);
  if (coin(random)) fit.earlyStopping = earlyStopping(random, fit.metrics);
  if (coin(random)) fit.reduceLr = reduceLr(random);
  return fit;
}

PrepareSpec prepareSpec(Random& random) {
  PrepareSpec spec;
  spec.targets = pick<std::vector<std::string>>(
      random, {{"y"}, {"kind"}, {"flag"}, {"y", "num2"}, {"flag", "flag2"}});
  const bool classes = spec.targets.front() != "y";
  if (coin(random)) spec.features = {"num1", "text", "num3"};
  if (coin(random)) spec.ignored = {"num3"};
  if (coin(random) && spec.targets.size() == 1) spec.asCategory = {"flag2"}; // 0 and 1 in the file
  spec.scaling = static_cast<Scaling>(random.below(3));
  spec.scaleTarget = !classes && coin(random);
  spec.missing = coin(random) ? MissingRule::drop : MissingRule::mean;
  spec.validationSplit = coin(random) ? drawnNumber(random, 0.1, 0.5) : 0.0;
  const bool strata = classes && spec.targets.size() == 1;
  if (spec.validationSplit > 0.0) spec.split = static_cast<Split>(random.below(strata ? 3 : 2));
  return spec;
}

} // namespace

Design randomDesign(Random& random) {
  Design design;
  design.data = prepareSpec(random);
  const int layers = 1 + static_cast<int>(random.below(6));
  for (int i = 1; i <= layers; ++i) design.network.layers.push_back(layer(random, i, i == layers));
  design.fit = fitSpec(random);
  return design;
}

TablePtr mixedTable() {
  QByteArray text = "num1,num2,num3,text,flag,flag2,kind,y\n";
  const char* const words[] = {"red", "green", "blue, dark"};
  const char* const kinds[] = {"a", "b", "c"};
  Random random(5);
  for (int i = 0; i < 40; ++i) {
    const auto cell = [&] {
      return random.below(15) == 0 ? QByteArray()
                                   : QByteArray::number(random.uniform(-5, 9), 'f', 3);
    };
    const QByteArray word = random.below(12) == 0 ? "" : words[random.below(3)];
    text += cell() + ',' + cell() + ',' + cell() + ",\"" + word + "\"," +
            QByteArray::number(static_cast<int>(random.below(2))) + ',' +
            QByteArray::number(static_cast<int>(random.below(2))) + ',' + kinds[random.below(3)] +
            ',' + QByteArray::number(random.uniform(0, 100), 'f', 2) + '\n';
  }
  return tableOf(text);
}
