#include "tests/core/fitproblem.h"
#include "tests/testmain.h"

#include "core/insight/evolution.h"
#include "core/insight/features.h"
#include "core/insight/report.h"
#include "core/insight/surface.h"

#include <QTest>

#include <cmath>

using namespace layerlab;

namespace {

/// Exclusive or of two inputs: no straight cut separates it, a trained hidden layer does.
struct XorProblem {
  Design design;
  std::shared_ptr<PreparedData> data = std::make_shared<PreparedData>();

  explicit XorProblem(int units = 8) {
    design.network = hiddenNetwork({units}, Activation::tanh);
    design.network.layers.back().units = 1;
    design.network.layers.back().activation = Activation::sigmoid;
    design.fit.loss = Loss::binaryCrossentropy;
    design.fit.optimizer.learningRate = 0.02;
    design.fit.epochs = 150;
    design.fit.seed = 3;
    data->preprocessing.task = Task::classification;
    data->preprocessing.classes = {"same", "different"};
    data->preprocessing.targets = {"y"};
    for (const char* name : {"a", "b"}) {
      InputColumn input;
      input.name = name;
      data->preprocessing.inputs.push_back(input);
    }
    Random random(5);
    fill(data->xTrain, data->yTrain, data->trainRows, 200, 0, random);
    fill(data->xValidation, data->yValidation, data->validationRows, 80, 200, random);
  }
  Weights trained() const { return runFit(design, *data).value().weights; }

private:
  static void fill(Matrix& x, Matrix& y, std::vector<std::uint32_t>& tableRow, std::size_t rows,
                   std::uint32_t first, Random& random) {
    x = Matrix(rows, 2);
    y = Matrix(rows, 1);
    for (std::size_t r = 0; r < rows; ++r) {
      for (float& value : x.row(r)) value = static_cast<float>(random.uniform(-2.0, 2.0));
      y(r, 0) = (x(r, 0) > 0.0f) != (x(r, 1) > 0.0f) ? 1.0f : 0.0f;
      tableRow.push_back(first + static_cast<std::uint32_t>(r));
    }
  }
};

} // namespace

class TestFeatures : public QObject {
  Q_OBJECT
private slots:
  void aTrainedLayerMakesTheClassesSeparable() {
    const XorProblem p;
    const Weights weights = p.trained();
    const FeatureReport report = featureReport(*p.data, p.design.network, weights, {}, nullptr);
    QVERIFY(report.inputs.readOut < 0.7);
    QVERIFY(report.layer.readOut > 0.9);
    QCOMPARE(report.trainRows, std::size_t{200});
    QCOMPARE(report.layer.at.rows, std::size_t{280});
    QCOMPARE(report.tableRow[205], 205u);
    QCOMPARE(report.units.size(), std::size_t{8});
    QCOMPARE(report.units[0].inputs.size(), std::size_t{2});
  }

  void axesMayBeUnits() {
    const XorProblem p;
    const Weights weights = p.trained();
    FeatureChoice choice;
    choice.x = {false, 3};
    choice.y = {false, 5};
    const FeatureReport report = featureReport(*p.data, p.design.network, weights, choice, nullptr);
    const Matrix outputs = layerOutputs(p.design.network, weights, p.data->xTrain, 0);
    QCOMPARE(report.layer.at(17, 0), outputs(17, 3));
    QCOMPARE(report.layer.at(17, 1), outputs(17, 5));
  }

  void oneUnitHasNoSecondAxis() {
    const XorProblem p(1);
    const FeatureReport report = featureReport(*p.data, p.design.network, p.trained(), {}, nullptr);
    for (std::size_t r = 0; r < report.layer.at.rows; ++r) QCOMPARE(report.layer.at(r, 1), 0.0f);
  }

  void rowsAreThinnedAndPartsToldApart() {
    const XorProblem p;
    FeatureChoice choice;
    choice.mostTrainRows = 20;
    choice.mostValidationRows = 10;
    const FeatureReport report =
        featureReport(*p.data, p.design.network, p.trained(), choice, nullptr);
    QCOMPARE(report.trainRows, std::size_t{20});
    QCOMPARE(report.tableRow.size(), std::size_t{30});
    QCOMPARE(report.tableRow[20], 200u);
  }

  void theBorderRunsWhereTheLevelIsPassed() {
    // z = x: sigmoid passes 1/2 at 0.
    NetworkSpec spec = hiddenNetwork({}, Activation::relu);
    spec.layers.back().units = 1;
    spec.layers.back().activation = Activation::sigmoid;
    Weights weights(1);
    weights[0].kernel = Matrix(2, 1);
    weights[0].kernel(0, 0) = 1.0f;
    weights[0].bias = {0.0f};
    InputPlane plane{-1.0, 1.0, -1.0, 1.0, 20, 20};
    const Surface surface = surfaceOf(spec, weights, plane);
    const auto border = levelBorder(surface, 0, 0.5);
    QVERIFY(border.size() >= 19);
    for (const BorderPiece& piece : border) {
      QVERIFY(std::abs(piece.x1) < 0.01);
      QVERIFY(std::abs(piece.x2) < 0.01);
    }
    QVERIFY(levelBorder(surface, 0, 0.99).empty());
  }

  void everyPairOfClassesHasItsBorder() {
    // Logits -4x, 1 and 4x: the classes part at x = -1/4 and x = 1/4.
    NetworkSpec spec = hiddenNetwork({}, Activation::relu);
    spec.layers.back().units = 3;
    spec.layers.back().activation = Activation::softmax;
    Weights weights(1);
    weights[0].kernel = Matrix(2, 3);
    weights[0].kernel(0, 0) = -4.0f;
    weights[0].kernel(0, 2) = 4.0f;
    weights[0].bias = {0.0f, 1.0f, 0.0f};
    const InputPlane plane{-1.0, 1.0, -1.0, 1.0, 40, 40};
    int sides[2] = {0, 0};
    for (const BorderPiece& piece : classBorders(surfaceOf(spec, weights, plane))) {
      QVERIFY2(std::abs(std::abs(piece.x1) - 0.25) < 0.02, qPrintable(QString::number(piece.x1)));
      QVERIFY(std::abs(piece.x2 - piece.x1) < 0.02);
      ++sides[piece.x1 < 0.0 ? 0 : 1];
    }
    QVERIFY(sides[0] >= 39 && sides[1] >= 39);
    weights[0].bias = {9.0f, 0.0f, 0.0f}; // one class everywhere
    QVERIFY(classBorders(surfaceOf(spec, weights, plane)).empty());
  }

  void momentsCountTheUnitsThatCarryNothing() {
    XorProblem p;
    for (LayerSpec& layer : p.design.network.layers)
      if (layer.activation == Activation::tanh) layer.activation = Activation::relu;
    Weights weights = initialWeights(p.design.network, 2, 1);
    weights[0].bias[2] = -1000.0f; // this one never wakes
    const auto shared = std::make_shared<const Weights>(weights);
    const auto moment = momentOf(p.design, p.data, {4, shared});
    QVERIFY(moment.has_value());
    QCOMPARE(moment->epoch, 4);
    QCOMPARE(moment->layers.size(), std::size_t{2});
    QCOMPARE(moment->layers[0].dead, std::size_t{1});
    QCOMPARE(moment->layers[0].units, std::size_t{8});
    QCOMPARE(moment->layers[0].weights.size(), std::size_t{16});
    QCOMPARE(moment->layers[0].gradients.size(), std::size_t{16});
    QCOMPARE(moment->layers[0].gradients[2], 0.0f); // the dead unit learns nothing
  }

  void histogramsOfAllEpochsShareTheirRange() {
    const XorProblem p;
    std::vector<std::shared_ptr<const EpochMoment>> moments;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      const auto weights =
          std::make_shared<const Weights>(initialWeights(p.design.network, 2, seed));
      moments.push_back(std::make_shared<const EpochMoment>(
          momentOf(p.design, p.data, {static_cast<int>(seed), weights}).value()));
    }
    const auto columns = histogramsOver(moments, 0, &LayerMoment::weights, 12);
    QCOMPARE(columns.size(), std::size_t{3});
    QCOMPARE(columns[0].low, columns[2].low);
    QCOMPARE(columns[0].high, columns[2].high);
    std::int64_t inside = columns[1].beyond;
    for (const std::int64_t count : columns[1].counts) inside += count;
    QCOMPARE(inside, std::int64_t{16});
  }

  void aReportOfTwoClassesCountsEveryRow() {
    const XorProblem p;
    const Weights weights = p.trained();
    const PredictionReport report = reportOn(
        p.data->preprocessing, {p.data->xValidation, p.data->yValidation, p.data->validationRows},
        p.design.network, weights, 0, 1000);
    QVERIFY(report.kind == PredictionKind::binary);
    QCOMPARE(report.ranking.at(0.5).total(), std::int64_t{80});
    QCOMPARE(report.byClass[0].largest() > 0, true);
    // The very accuracy that training measures.
    FitSpec fit = p.design.fit;
    fit.metrics = {Metric::accuracy};
    const Evaluation judged =
        evaluate(p.design.network, fit, weights, p.data->xValidation, p.data->yValidation);
    QCOMPARE(accuracy(report.ranking.at(0.5)), judged.metrics[0]);
    QCOMPARE(report.tableRow.front(), 200u);
  }

  void aReportOfALargePartIsASample() {
    const XorProblem p;
    const PredictionReport report =
        reportOn(p.data->preprocessing, {p.data->xTrain, p.data->yTrain, p.data->trainRows},
                 p.design.network, p.trained(), 0, 50);
    QCOMPARE(report.rows(), std::size_t{50});
    QCOMPARE(report.rowsInAll, std::size_t{200});
  }

  void numbersAreReportedInTheirOwnUnits() {
    FitProblem p;
    p.data->preprocessing.task = Task::regression;
    p.data->preprocessing.targets = {"price"};
    p.data->preprocessing.targetShift = {100.0};
    p.data->preprocessing.targetScale = {10.0};
    p.data->trainRows.resize(p.data->xTrain.rows);
    const Weights weights = p.run().weights;
    const PredictionReport report =
        reportOn(p.data->preprocessing, {p.data->xTrain, p.data->yTrain, p.data->trainRows},
                 p.design.network, weights, 0, 1000);
    QVERIFY(report.kind == PredictionKind::numbers);
    QCOMPARE(report.trueNumbers[3], 100.0 + 10.0 * static_cast<double>(p.data->yTrain(3, 0)));
    const Evaluation judged =
        evaluate(p.design.network, p.design.fit, weights, p.data->xTrain, p.data->yTrain);
    QVERIFY(std::abs(report.scores.mae - 10.0 * judged.metrics[0]) < 1e-4);
  }

  void aTypedRowIsPreparedLikeTheTable() {
    Preprocessing preprocessing;
    InputColumn age;
    age.name = "age";
    age.shift = 40.0;
    age.scale = 10.0;
    age.fill = 45.0;
    InputColumn sex;
    sex.name = "sex";
    sex.categorical = true;
    sex.labels = {"f", "m"};
    preprocessing.inputs = {age, sex};
    const auto typed = typedInputs(preprocessing, {{60.0, {}, false}, {0.0, "m", false}});
    QCOMPARE(typed->values, (std::vector<float>{2.0f, 0.0f, 1.0f}));
    const auto missing = typedInputs(preprocessing, {{0.0, {}, true}, {0.0, {}, true}});
    QCOMPARE(missing->values, (std::vector<float>{0.5f, 1.0f, 0.0f}));
  }
};

LAYERLAB_TEST(TestFeatures, "features")
#include "tst_features.moc"
