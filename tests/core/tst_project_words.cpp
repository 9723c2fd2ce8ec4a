#include "tests/core/project_helpers.h"
#include "tests/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace layerlab;

/// Project files others wrote: unknown keys, missing keys, Keras' own words.
class TestProjectWords : public QObject {
  Q_OBJECT
private slots:
  void unknownKeysAreKept();
  void missingKeysTakeKerasDefaults();
  void kerasWordsAreUnderstood();
  void goodVariants_data();
  void goodVariants();
};

void TestProjectWords::unknownKeysAreKept() {
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

void TestProjectWords::missingKeysTakeKerasDefaults() {
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

void TestProjectWords::kerasWordsAreUnderstood() {
  const auto project = projectFromJson(R"({
    "data": {"target": {"columns": ["label"]}, "task": "binary"},
    "model": {"layers": [
      {"type": "Dense", "units": 4.0, "activation": "swish", "kernel_regularizer": "l2",
       "bias_regularizer": {"class_name": "L1", "config": {"l1": 0.5}}},
      {"type": "Dropout", "rate": 0.1, "seed": 3},
      {"type": "dense", "units": 1, "activation": "sigmoid", "kernel_regularizer": null}]},
    "training": {"optimizer": "SGD", "loss": "binary_crossentropy", "metrics": "acc",
      "callbacks": [{"name": "EarlyStopping", "patience": 2, "monitor": "val_acc"},
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
  QCOMPARE(design.fit.earlyStopping->monitor, std::string("val_accuracy"));
  QCOMPARE(design.fit.reduceLr->minLearningRate, 0.001);
}

void TestProjectWords::goodVariants_data() {
  QTest::addColumn<QString>("optimizer");
  QTest::newRow("amsgrad off") << R"({"name": "adam", "amsgrad": false})";
  QTest::newRow("centered off") << R"({"name": "rmsprop", "centered": false, "rho": 0.9})";
  QTest::newRow("nulls") << R"({"name": "adam", "clipnorm": null, "weight_decay": null})";
  QTest::newRow("adamw") << R"({"name": "adamw", "weight_decay": 0.01})";
}

void TestProjectWords::goodVariants() {
  QFETCH(QString, optimizer);
  const std::string text = R"({"training": {"optimizer": )" + optimizer.toStdString() + "}}";
  QCOMPARE(failureOf(text), std::string());
}

LAYERLAB_TEST(TestProjectWords, "project_words")
#include "tst_project_words.moc"
