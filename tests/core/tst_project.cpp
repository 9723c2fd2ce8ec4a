#include "core/base/random.h"
#include "core/io/project.h"
#include "tests/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <clocale>
#include <cmath>
#include <limits>

using namespace layerlab;

namespace {

LayerWeights layerWeights(std::size_t inputs, std::size_t units, std::uint64_t seed) {
  Random random(seed);
  LayerWeights layer;
  layer.kernel = Matrix(inputs, units);
  for (float& value : layer.kernel.values) value = static_cast<float>(random.normal());
  layer.bias.resize(units);
  for (float& value : layer.bias) value = static_cast<float>(random.uniform());
  return layer;
}

InputColumn number(const char* name, double shift, double scale) {
  InputColumn column;
  column.name = name;
  column.fill = shift;
  column.shift = shift;
  column.scale = scale;
  return column;
}

InputColumn labels(const char* name, std::vector<std::string> words) {
  InputColumn column;
  column.name = name;
  column.categorical = true;
  column.labels = std::move(words);
  return column;
}

EpochRecord epoch(int number, double loss) {
  EpochRecord record;
  record.epoch = number;
  record.loss = loss;
  record.metrics = {0.5};
  record.trainLossEnd = loss * 0.9;
  record.valLoss = loss * 1.1;
  record.valMetrics = {0.25};
  record.learningRate = 0.1;
  return record;
}

Design everySetting() {
  Design design;
  design.data.targets = {"species"};
  design.data.features = {"a", "b \"quoted\""};
  design.data.ignored = {"id"};
  design.data.asCategory = {"a"};
  design.data.asNumber = {"b \"quoted\""};
  design.data.task = Task::classification;
  design.data.scaling = Scaling::minmax;
  design.data.missing = MissingRule::mean;
  design.data.split = Split::stratified;
  design.data.validationSplit = 0.3;
  design.network = hiddenNetwork({5, 4}, Activation::gelu);
  design.network.layers[0].kernelRegularizer = {0.1, 0.2};
  design.network.layers[1].biasRegularizer = {0.0, 0.5};
  design.network.layers[1].useBias = false;
  design.network.layers[1].kernelInitializer = Initializer::heNormal;
  LayerSpec dropout;
  dropout.id = 9;
  dropout.kind = LayerKind::dropout;
  dropout.rate = 0.25;
  design.network.layers.insert(design.network.layers.begin() + 1, dropout);
  design.network.layers.back().units = 3;
  design.network.layers.back().activation = Activation::softmax;
  design.fit.optimizer.kind = OptimizerKind::sgd;
  design.fit.optimizer.learningRate = 1.0 / 3.0;
  design.fit.optimizer.momentum = 0.9;
  design.fit.optimizer.nesterov = true;
  design.fit.optimizer.clipnorm = 2.5;
  design.fit.optimizer.weightDecay = 0.01;
  design.fit.loss = Loss::categoricalCrossentropy;
  design.fit.huberDelta = 2.0;
  design.fit.metrics = {Metric::accuracy};
  design.fit.shuffle = false;
  design.fit.batchSize = 17;
  design.fit.epochs = 3;
  design.fit.seed = std::numeric_limits<std::uint64_t>::max();
  design.fit.earlyStopping = EarlyStopping{"loss", 4, 0.01, true};
  design.fit.reduceLr = ReduceLrOnPlateau{"val_loss", 0.5, 2, 0.001, 1, 1e-6};
  return design;
}

/// A model whose parts fit each other: 1 number + 2 labels in, 3 classes out.
Project savedModel() {
  Project project;
  project.dataFile = "data.csv";
  project.dataText = "a,b\n1,\"x\"\n";
  project.reading = {'\t', "cp949", HeaderMode::no, ','};
  project.design = everySetting();
  project.hasModel = true;
  project.hasLoss = true;
  Preprocessing preprocessing;
  preprocessing.task = Task::classification;
  preprocessing.inputs = {number("a", 1.5, 0.3), labels("b", {"x", "y \u2028"})};
  preprocessing.targets = {"species"};
  preprocessing.classes = {"setosa", "versicolor", "virginica"};
  project.preprocessing = preprocessing;
  project.weights = Weights{layerWeights(3, 5, 1), layerWeights(5, 4, 2), layerWeights(4, 3, 3)};
  project.weights->at(1).bias.clear(); // that layer has none
  project.history = History{{Metric::accuracy}, {epoch(1, 0.7), epoch(2, 0.1 + 0.2)}};
  return project;
}

/// A small project with a sweep of which one trial diverged and one is missing.
Project savedSweep() {
  Project project;
  project.design.network = hiddenNetwork({4}, Activation::relu);
  project.hasModel = project.hasLoss = true;
  SweepResult sweep;
  sweep.design = project.design;
  sweep.design.fit.seed = 18446744073709551615ULL;
  sweep.spec = {1, {1, 3, 8}, 2};
  for (const Trial& trial : planSweep(sweep.spec, sweep.design.fit.seed)) {
    TrialResult one;
    one.trial = trial;
    one.done = trial.index != 4;
    one.status = trial.index == 2 ? FitEnd::diverged : FitEnd::completed;
    one.parameters = 10 * trial.units;
    one.seconds = 0.1;
    if (one.done && trial.index != 2) {
      one.finalLoss = 1.0 / (3.0 + trial.index);
      one.bestValLoss = one.finalLoss / 7.0;
      one.bestEpoch = 3;
      one.score = 0.9;
    }
    sweep.trials.push_back(one);
  }
  project.sweeps = {sweep, sweep};
  return project;
}

std::string failureOf(const std::string& text) {
  const auto project = projectFromJson(text);
  return project ? "" : english(project.error());
}

} // namespace

class TestProject : public QObject {
  Q_OBJECT
private slots:
  void aModelComesBackEqual();
  void aDesignComesBackEqual();
  void aDesignComesBackEqualForEveryOptimizer();
  void weightsAreExactInFloat32();
  void weightsMayStandUnderAKey();
  void numbersDoNotDependOnTheLocale();
  void unknownKeysAreKept();
  void missingKeysTakeKerasDefaults();
  void kerasWordsAreUnderstood();
  void goodVariants_data();
  void goodVariants();
  void badFilesGiveOneError_data();
  void badFilesGiveOneError();
  void damagedModelsGiveOneError();
  void sweepsComeBackEqual();
  void damagedSweepsGiveOneError();
  void nonFiniteEpochsAreNotSaved();
  void runsComeBackEqual();
  void badRunsGiveOneError_data();
  void badRunsGiveOneError();
  void errorsNameTheFile();
};

void TestProject::aModelComesBackEqual() {
  const Project before = savedModel();
  const auto after = projectFromJson(projectToJson(before));
  QVERIFY2(after, after ? "" : english(after.error()).c_str());
  QVERIFY(after->design == before.design);
  QVERIFY(*after->weights == *before.weights);
  QVERIFY(*after->preprocessing == *before.preprocessing);
  QVERIFY(*after->history == *before.history);
  QCOMPARE(after->dataFile, before.dataFile);
  QCOMPARE(after->dataText, before.dataText);
  QVERIFY(after->reading == before.reading);
  QVERIFY(after->unknown.empty());
  QCOMPARE(projectToJson(*after), projectToJson(before));
}

namespace {

/// A project with two runs: one diverged without weights, one whole.
Project withRuns() {
  Project project = savedModel();
  SavedRun first;
  first.number = 3;
  first.name = "too fast \u2028";
  first.colour = 5;
  first.visible = false;
  first.design = everySetting();
  first.end = FitEnd::diverged;
  first.divergedEpoch = 2;
  first.history = History{{Metric::accuracy}, {epoch(1, 0.9)}};
  first.history.epochs.back().seconds = first.seconds = 1.5;
  SavedRun second = first;
  second.number = 4;
  second.name = "good";
  second.end = FitEnd::stoppedEarly;
  second.baseline = 0.1 + 0.2;
  second.weights = *project.weights;
  SavedRun third;
  third.number = 5;
  third.current = true;
  third.design = everySetting();
  project.runs = {first, second, third};
  return project;
}

} // namespace

void TestProject::runsComeBackEqual() {
  const Project before = withRuns();
  const auto after = projectFromJson(projectToJson(before));
  QVERIFY2(after, after ? "" : english(after.error()).c_str());
  QCOMPARE(after->runs.size(), std::size_t{3});
  for (std::size_t i = 0; i < 3; ++i) {
    const SavedRun& a = after->runs[i];
    const SavedRun& b = before.runs[i];
    QCOMPARE(a.number, b.number);
    QCOMPARE(a.name, b.name);
    QCOMPARE(a.colour, b.colour);
    QCOMPARE(a.visible, b.visible);
    QCOMPARE(a.current, b.current);
    QCOMPARE(a.end, b.end);
    QCOMPARE(a.divergedEpoch, i == 0 ? 2 : 0);
    QVERIFY(a.baseline == b.baseline);
    QCOMPARE(a.seconds, b.seconds);
    QVERIFY(a.design == b.design);
    QVERIFY(a.history.epochs == b.history.epochs);
    QVERIFY(a.weights == b.weights);
  }
  QVERIFY(after->unknown.empty());
  QCOMPARE(projectToJson(*after), projectToJson(before));
}

void TestProject::badRunsGiveOneError_data() {
  QTest::addColumn<QString>("runs");
  QTest::newRow("not a list") << "7";
  QTest::newRow("not an object") << "[7]";
  QTest::newRow("unknown end") << R"([{"end": "exploded"}])";
  QTest::newRow("number too small") << R"([{"number": -1}])";
  QTest::newRow("name is a number") << R"([{"name": 5}])";
  QTest::newRow("bad design") << R"([{"design": {"training": {"loss": "nonsense"}}}])";
  QTest::newRow("ragged history") << R"([{"history": {"loss": [1, 2], "train_loss_end": [1]}}])";
  QTest::newRow("weights of another network")
      << R"([{"design": {"model": {"layers": [{"units": 3}]}}, "weights":
            [{"kernel": [[1, 2]], "bias": [0, 0]}]}])";
}

void TestProject::badRunsGiveOneError() {
  QFETCH(QString, runs);
  const std::string text =
      R"({"format": "layerlab-project", "version": 1, "data": {"file": "a.csv"},
    "runs": )" +
      runs.toStdString() + "}";
  const std::string failure = failureOf(text);
  QVERIFY(!failure.empty());
  QVERIFY2(failure.find("runs") != std::string::npos, failure.c_str());
}

void TestProject::aDesignComesBackEqual() {
  const auto after = designFromJson(designToJson(everySetting()));
  QVERIFY(after);
  QVERIFY(*after == everySetting());
  const auto plain = designFromJson(designToJson(Design{}));
  QVERIFY(plain);
  QVERIFY(*plain == Design{});
}

void TestProject::aDesignComesBackEqualForEveryOptimizer() {
  for (const auto kind :
       {OptimizerKind::sgd, OptimizerKind::rmsprop, OptimizerKind::adagrad, OptimizerKind::adam,
        OptimizerKind::adamw, OptimizerKind::nadam, OptimizerKind::adamax}) {
    Design design;
    design.fit.optimizer.kind = kind;
    design.fit.optimizer.weightDecay = 0.125;
    design.fit.optimizer.rho = 0.8;
    const auto after = designFromJson(designToJson(design));
    QVERIFY2(after, kerasName(kind));
    QVERIFY(*after == design);
  }
}

void TestProject::weightsAreExactInFloat32() {
  LayerWeights layer = layerWeights(40, 30, 7);
  layer.kernel(0, 0) = std::numeric_limits<float>::max();
  layer.kernel(0, 1) = std::numeric_limits<float>::denorm_min();
  layer.kernel(0, 2) = -std::numeric_limits<float>::min();
  layer.kernel(0, 3) = 0.1f;
  const Weights weights{layer};
  const auto after = weightsFromJson(weightsToJson(weights));
  QVERIFY(after);
  QVERIFY(*after == weights);
}

void TestProject::weightsMayStandUnderAKey() {
  const std::string list = R"([{"kernel": [[1, 2], [3, 4.5]], "bias": [0, -1]}])";
  const auto plain = weightsFromJson(list);
  const auto keyed = weightsFromJson(R"({"other": 1, "weights": )" + list + "}");
  QVERIFY(plain && keyed);
  QVERIFY(*plain == *keyed);
  QCOMPARE(plain->front().kernel(1, 1), 4.5f);
  QCOMPARE(plain->front().bias.at(1), -1.0f);
}

void TestProject::numbersDoNotDependOnTheLocale() {
  const std::string before = projectToJson(savedModel());
  const std::string old = std::setlocale(LC_ALL, nullptr);
  for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "C.UTF-8"})
    if (std::setlocale(LC_ALL, name)) break;
  const std::string during = projectToJson(savedModel());
  const auto read = projectFromJson(before);
  std::setlocale(LC_ALL, old.c_str());
  QCOMPARE(during, before);
  QVERIFY(read);
  QVERIFY(read->design == savedModel().design);
}

void TestProject::unknownKeysAreKept() {
  auto json = nlohmann::json::parse(projectToJson(savedModel()));
  json["future"] = {{"a", 1}};
  json["data"]["colour"] = "blue";
  json["training"]["optimizer"]["ema"] = 0.5;
  json["model"]["input_dim"] = 3;
  json["model"]["layers"][1]["comment"] = "here";
  const auto project = projectFromJson(json.dump());
  QVERIFY2(project, project ? "" : english(project.error()).c_str());
  const auto back = nlohmann::json::parse(projectToJson(*project));
  QCOMPARE(back["future"]["a"].get<int>(), 1);
  QCOMPARE(back["data"]["colour"].get<std::string>(), std::string("blue"));
  QCOMPARE(back["training"]["optimizer"]["ema"].get<double>(), 0.5);
  QCOMPARE(back["model"]["input_dim"].get<int>(), 3);
  QCOMPARE(back["model"]["layers"][1]["comment"].get<std::string>(), std::string("here"));
  QVERIFY(!back["model"]["layers"][0].contains("comment"));

  Project changed = *project; // what belonged to another optimizer or another stack is dropped
  changed.design.fit.optimizer.kind = OptimizerKind::adam;
  changed.weights.reset();
  changed.preprocessing.reset();
  changed.design.network.layers.erase(changed.design.network.layers.begin());
  const auto without = nlohmann::json::parse(projectToJson(changed));
  QVERIFY(!without["training"]["optimizer"].contains("ema"));
  QVERIFY(!without["model"]["layers"][0].contains("comment"));
  QVERIFY(without.contains("future"));
}

void TestProject::missingKeysTakeKerasDefaults() {
  const auto sparse = projectFromJson(R"({"model": {"layers": [{"units": 3}]}})");
  QVERIFY2(sparse, sparse ? "" : english(sparse.error()).c_str());
  const Design& design = sparse->design;
  QCOMPARE(design.fit.optimizer.kind, OptimizerKind::rmsprop);
  QCOMPARE(design.fit.optimizer.learningRate, 0.001);
  QCOMPARE(design.fit.epochs, 1);
  QCOMPARE(design.fit.batchSize, 32);
  QVERIFY(design.fit.shuffle);
  QCOMPARE(design.data.validationSplit, 0.0);
  QCOMPARE(design.data.scaling, Scaling::none);
  QVERIFY(design.fit.metrics.empty());
  QVERIFY(!sparse->hasLoss);
  const LayerSpec& layer = design.network.layers.front();
  QCOMPARE(layer.activation, Activation::linear);
  QVERIFY(layer.useBias);
  QCOMPARE(layer.kernelInitializer, Initializer::glorotUniform);
}

void TestProject::kerasWordsAreUnderstood() {
  const auto project = projectFromJson(R"({
    "data": {"target": {"columns": ["label"]}, "task": "binary"},
    "model": {"layers": [
      {"type": "Dense", "units": 4.0, "activation": "swish", "kernel_regularizer": "l2",
       "bias_regularizer": {"class_name": "L1", "config": {"l1": 0.5}}},
      {"type": "Dropout", "rate": 0.1, "seed": 3},
      {"type": "dense", "units": 1, "activation": "sigmoid", "kernel_regularizer": null}]},
    "training": {"optimizer": "SGD", "loss": "binary_crossentropy", "metrics": "acc",
      "callbacks": [{"name": "EarlyStopping", "patience": 2},
                    {"name": "terminate_on_nan"},
                    {"name": "ReduceLROnPlateau", "factor": 0.5, "min_lr": 0.001}]}})");
  QVERIFY2(project, project ? "" : english(project.error()).c_str());
  const Design& design = project->design;
  QCOMPARE(design.data.targets, std::vector<std::string>{"label"});
  QCOMPARE(design.data.task, Task::classification);
  QCOMPARE(design.network.layers[0].units, 4);
  QCOMPARE(design.network.layers[0].activation, Activation::silu);
  QVERIFY((design.network.layers[0].kernelRegularizer == Regularizer{0.0, 0.01}));
  QVERIFY((design.network.layers[0].biasRegularizer == Regularizer{0.5, 0.0}));
  QCOMPARE(design.network.layers[1].kind, LayerKind::dropout);
  QCOMPARE(design.fit.optimizer.kind, OptimizerKind::sgd);
  QCOMPARE(design.fit.optimizer.learningRate, 0.01);
  QCOMPARE(design.fit.metrics.at(0), Metric::accuracy);
  QCOMPARE(design.fit.earlyStopping->patience, 2);
  QCOMPARE(design.fit.reduceLr->minLearningRate, 0.001);
}

void TestProject::goodVariants_data() {
  QTest::addColumn<QString>("optimizer");
  QTest::newRow("amsgrad off") << R"({"name": "adam", "amsgrad": false})";
  QTest::newRow("centered off") << R"({"name": "rmsprop", "centered": false, "rho": 0.9})";
  QTest::newRow("nulls") << R"({"name": "adam", "clipnorm": null, "weight_decay": null})";
  QTest::newRow("adamw") << R"({"name": "adamw", "weight_decay": 0.01})";
}

void TestProject::goodVariants() {
  QFETCH(QString, optimizer);
  const std::string text = R"({"training": {"optimizer": )" + optimizer.toStdString() + "}}";
  QCOMPARE(failureOf(text), std::string());
}

void TestProject::badFilesGiveOneError_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("word"); // the message must have it
  const auto row = [](const char* name, const QString& text, const char* word) {
    QTest::newRow(name) << text << word;
  };
  row("empty", "", "JSON");
  row("blanks", "  \n", "JSON");
  row("null", "null", "not a LayerLab");
  row("list", "[]", "not a LayerLab");
  row("empty object", "{}", "not a LayerLab");
  row("text", "hello", "JSON");
  row("other format", R"({"format": "layerlab-golden/1", "data": {}})", "not a LayerLab");
  row("newer", R"({"format": "layerlab-project", "version": 2, "data": {}})", "newer");
  row("far newer", R"({"format": "layerlab-project", "version": 9223372036854775808, "data": {}})",
      "newer");
  row("version 0", R"({"format": "layerlab-project", "version": 0, "data": {}})", "version");
  row("trailing text", R"({"data": {}} garbage)", "JSON");
  row("NaN", R"({"training": {"epochs": NaN}})", "line 1");
  row("Infinity", R"({"training": {"epochs": Infinity}})", "JSON");
  row("1e999", R"({"training": {"epochs": 1e999}})", "too large");
  row("nested lists", QString(100000, '['), "nested");
  row("nested objects", QString(R"({"a":)").repeated(100000), "nested");
  row("deep inside", R"({"data": {}, "x": )" + QString(50000, '[') + QString(50000, ']') + "}",
      "nested");
  row("section is a list", R"({"data": []})", "data must be");
  row("epochs text", R"({"training": {"epochs": "x"}})", "training.epochs");
  row("epochs fraction", R"({"training": {"epochs": 1.5}})", "training.epochs");
  row("epochs 1e308", R"({"training": {"epochs": 1e308}})", "training.epochs");
  row("epochs 0", R"({"training": {"epochs": 0}})", "epochs");
  row("batch 0", R"({"training": {"batch_size": 0}})", "batch");
  row("learning rate 0", R"({"training": {"optimizer": {"name": "sgd", "learning_rate": 0}}})",
      "learning rate");
  row("validation split 1", R"({"training": {"validation_split": 1}})", "val-split");
  row("negative seed", R"({"training": {"seed": -1}})", "seed");
  row("unknown optimizer", R"({"training": {"optimizer": "lion"}})", "lion");
  row("amsgrad", R"({"training": {"optimizer": {"name": "adam", "amsgrad": true}}})", "amsgrad");
  row("unknown loss", R"({"training": {"loss": "hinge"}})", "hinge");
  row("unknown metric", R"({"training": {"metrics": ["auc"]}})", "auc");
  row("unknown callback", R"({"training": {"callbacks": [{"name": "tensorboard"}]}})",
      "callbacks[0]");
  row("conv layer", R"({"model": {"layers": [{"type": "conv2d", "units": 1}]}})", "conv2d");
  row("no units", R"({"model": {"layers": [{"type": "dense"}]}})", "units");
  row("units 0", R"({"model": {"layers": [{"units": 0}]}})", "units");
  row("units 10^30", R"({"model": {"layers": [{"units": 1000000000000000000000000000000}]}})",
      "units");
  row("too many parameters", R"({"model": {"layers": [{"units": 100000}, {"units": 100000}]}})",
      "too large");
  row("dropout at the end", R"({"model": {"layers": [{"type": "dropout"}]}})", "last layer");
  row("unknown activation", R"({"model": {"layers": [{"units": 1, "activation": "cube"}]}})",
      "cube");
  row("layers is a number", R"({"model": {"layers": 3}})", "layers");
  row("target is a number", R"({"data": {"target": 3}})", "data.target");
}

void TestProject::badFilesGiveOneError() {
  QFETCH(QString, text);
  QFETCH(QString, word);
  const QString failure = QString::fromStdString(failureOf(text.toStdString()));
  QVERIFY2(!failure.isEmpty(), "accepted");
  QVERIFY2(failure.contains(word), qPrintable(failure));
  QVERIFY(!failure.contains('\n'));
  QVERIFY(failure.size() < 500);
}

/// Every key of a good model set to something absurd, or left out: an answer, never a crash; and
/// what is accepted fits together.
void TestProject::damagedModelsGiveOneError() {
  const auto good = nlohmann::json::parse(projectToJson(savedModel()));
  const std::vector<nlohmann::json> nasty{
      nullptr,      true,         -1, 0, 1e308, 1e-320, "x", "", {}, nlohmann::json::array(),
      {{{"a", 1}}}, {{1, 2}, {3}}};
  int refused = 0;
  int seen = 0;
  const auto flat = good.flatten();
  for (const auto& [path, value] : flat.items()) {
    const nlohmann::json::json_pointer whole(path);
    for (auto pointer = whole; !pointer.empty(); pointer = pointer.parent_pointer()) {
      for (const auto& bad : nasty) {
        nlohmann::json damaged = good;
        damaged[pointer] = bad;
        const auto project = projectFromJson(damaged.dump());
        ++seen;
        if (!project) {
          ++refused;
          continue;
        }
        if (project->weights && project->preprocessing)
          QVERIFY(checkWeights(*project->weights, project->design.network,
                               project->preprocessing->inputWidth()));
      }
    }
  }
  qInfo("%d of %d damaged models refused", refused, seen);
  QVERIFY(refused > seen / 2);
  const std::string text = projectToJson(savedModel());
  for (std::size_t length = 0; length < text.size() - 2; length += 7)
    QVERIFY(!projectFromJson(text.substr(0, length)));
}

void TestProject::sweepsComeBackEqual() {
  const Project before = savedSweep();
  const auto after = projectFromJson(projectToJson(before));
  QVERIFY2(after, after ? "" : english(after.error()).c_str());
  QCOMPARE(after->sweeps.size(), std::size_t{2});
  QVERIFY(after->unknown.empty());
  const SweepResult& a = before.sweeps.front();
  const SweepResult& b = after->sweeps.front();
  QVERIFY(a.spec == b.spec);
  QVERIFY(a.design == b.design);
  QVERIFY(b.cancelled); // one trial is missing
  for (std::size_t i = 0; i < a.trials.size(); ++i) {
    QCOMPARE(b.trials[i].trial.seed, a.trials[i].trial.seed);
    QCOMPARE(b.trials[i].done, a.trials[i].done);
    if (!a.trials[i].done) continue;
    QCOMPARE(int(b.trials[i].status), int(a.trials[i].status));
    QCOMPARE(b.trials[i].finalLoss, a.trials[i].finalLoss); // to the last bit
    QCOMPARE(b.trials[i].bestValLoss, a.trials[i].bestValLoss);
    QCOMPARE(b.trials[i].score, a.trials[i].score);
    QCOMPARE(b.trials[i].parameters, a.trials[i].parameters);
  }
  QCOMPARE(projectToJson(*after), projectToJson(before));
}

/// As damagedModelsGiveOneError, for the section `sweeps`.
void TestProject::damagedSweepsGiveOneError() {
  const auto good = nlohmann::json::parse(projectToJson(savedSweep()));
  const std::vector<nlohmann::json> nasty{nullptr, true, -1, 0,  2.5,    1e308,
                                          1e9,     "x",  "", {}, {1, 1}, nlohmann::json::array()};
  int refused = 0;
  const auto flat = good.flatten();
  for (const auto& [path, value] : flat.items()) {
    if (path.rfind("/sweeps/0", 0) != 0) continue;
    const nlohmann::json::json_pointer whole(path);
    for (auto pointer = whole; !pointer.empty(); pointer = pointer.parent_pointer())
      for (const auto& bad : nasty) {
        nlohmann::json damaged = good;
        damaged[pointer] = bad;
        const auto project = projectFromJson(damaged.dump());
        if (!project) {
          ++refused;
          continue;
        }
        for (const SweepResult& sweep : project->sweeps) {
          QCOMPARE(sweep.trials.size(),
                   sweep.spec.units.size() * static_cast<std::size_t>(sweep.spec.repeats));
          QVERIFY(sweep.spec.layer >= 1 && static_cast<std::size_t>(sweep.spec.layer) <
                                               sweep.design.network.denseLayers().size());
        }
      }
  }
  QVERIFY(refused > 300);
}

void TestProject::nonFiniteEpochsAreNotSaved() {
  Project project = savedModel();
  project.history->epochs.push_back(epoch(3, std::nan("")));
  const std::string text = projectToJson(project);
  QVERIFY(text.find("nan") == std::string::npos && text.find("null, null") == std::string::npos);
  const auto after = projectFromJson(text);
  QVERIFY(after);
  QCOMPARE(after->history->epochs.size(), std::size_t{2});
}

void TestProject::errorsNameTheFile() {
  const QTemporaryDir folder;
  const std::string path = folder.filePath("model.json").toStdString();
  QVERIFY(writeProject(path, savedModel()));
  QVERIFY(readProject(path));
  const std::string missing = folder.filePath("none.json").toStdString();
  const auto project = readProject(missing);
  QVERIFY(!project);
  QCOMPARE(project.error().file, missing);
}

LAYERLAB_TEST(TestProject, "project")
#include "tst_project.moc"
