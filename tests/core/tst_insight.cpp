#include "tests/testmain.h"

#include "core/base/random.h"
#include "core/fit/fit.h"
#include "core/insight/components.h"
#include "core/insight/distribution.h"
#include "core/insight/lookinside.h"
#include "core/insight/ranking.h"
#include "core/insight/readout.h"
#include "core/insight/scores.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <limits>

using namespace layerlab;
using nlohmann::json;

namespace {

const json& figures() {
  static const json all = [] {
    std::ifstream file(LAYERLAB_TEST_DATA "/sklearn/figures.json");
    return json::parse(file, nullptr, false);
  }();
  return all;
}

/// One row per case of a list in figures.json.
void addRows(const char* list) {
  QTest::addColumn<int>("index");
  QVERIFY2(figures().is_object(), "tests/data/sklearn/figures.json cannot be read");
  int index = 0;
  for (const json& one : figures().at(list))
    QTest::newRow(one.at("name").get<std::string>().c_str()) << index++;
}

const json& figureCase(const char* list, int index) {
  return figures().at(list).at(static_cast<std::size_t>(index));
}

bool closeTo(double a, double b, double tolerance = 1e-12) {
  return std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

#define QCLOSE(actual, expected, tolerance)                                                        \
  QVERIFY2(closeTo(actual, expected, tolerance),                                                   \
           qPrintable(QStringLiteral("%1 is %2, not %3")                                           \
                          .arg(QLatin1String(#actual))                                             \
                          .arg(actual, 0, 'g', 17)                                                 \
                          .arg(static_cast<double>(expected), 0, 'g', 17)))

Matrix matrixFrom(const json& rows) {
  Matrix out(rows.size(), rows.at(0).size());
  for (std::size_t r = 0; r < out.rows; ++r)
    for (std::size_t c = 0; c < out.cols; ++c) out(r, c) = rows[r][c].get<float>();
  return out;
}

std::vector<std::int64_t> flatCounts(const json& rows) {
  std::vector<std::int64_t> out;
  for (const json& row : rows)
    for (const json& value : row) out.push_back(value.get<std::int64_t>());
  return out;
}

Matrix column(std::initializer_list<float> values) {
  Matrix out(values.size(), 1);
  std::copy(values.begin(), values.end(), out.values.begin());
  return out;
}

NetworkSpec network(std::initializer_list<std::pair<int, Activation>> layers) {
  NetworkSpec spec;
  for (const auto& [units, activation] : layers) {
    LayerSpec layer;
    layer.id = static_cast<int>(spec.layers.size()) + 1;
    layer.units = units;
    layer.activation = activation;
    spec.layers.push_back(layer);
  }
  return spec;
}

} // namespace

class InsightTest : public QObject {
  Q_OBJECT
private slots:
  void everyCutOffCountsAsScikitLearn_data() { addRows("binary"); }
  void everyCutOffCountsAsScikitLearn() {
    QFETCH(int, index);
    const json& one = figureCase("binary", index);
    const Ranking ranking(one.at("truth").get<std::vector<float>>(),
                          one.at("scores").get<std::vector<float>>());
    for (const json& cut : one.at("cuts")) {
      const ConfusionMatrix matrix = ranking.at(cut.at("cut").get<double>());
      QCOMPARE(matrix.counts, flatCounts(cut.at("confusion")));
      const ClassScores scores = classScores(matrix, 1);
      QCLOSE(accuracy(matrix), cut.at("accuracy").get<double>(), 1e-12);
      QCLOSE(scores.precision, cut.at("precision").get<double>(), 1e-12);
      QCLOSE(scores.recall, cut.at("recall").get<double>(), 1e-12);
      QCLOSE(scores.f1, cut.at("f1").get<double>(), 1e-12);
    }
  }

  void theRocCurveIsScikitLearns_data() { addRows("binary"); }
  void theRocCurveIsScikitLearns() {
    QFETCH(int, index);
    const json& one = figureCase("binary", index);
    const Ranking ranking(one.at("truth").get<std::vector<float>>(),
                          one.at("scores").get<std::vector<float>>());
    const std::vector<RocPoint> roc = ranking.roc();
    if (!one.contains("auc")) {
      QVERIFY(roc.empty());
      QVERIFY(std::isnan(ranking.auc()));
      return;
    }
    QCLOSE(ranking.auc(), one.at("auc").get<double>(), 1e-12);
    QCOMPARE(roc.size(), one.at("fpr").size());
    for (std::size_t i = 0; i < roc.size(); ++i) {
      QCLOSE(roc[i].falsePositiveRate, one.at("fpr")[i].get<double>(), 1e-12);
      QCLOSE(roc[i].truePositiveRate, one.at("tpr")[i].get<double>(), 1e-12);
      QCLOSE(roc[i].cutOff, one.at("thresholds")[i].get<double>(), 1e-7);
    }
  }

  void aLongRocIsOutlinedFromEndToEnd() {
    std::vector<float> truth;
    std::vector<float> scores;
    for (int i = 0; i < 20'000; ++i) {
      scores.push_back(static_cast<float>(i) / 20'000.0f);
      truth.push_back(i * 7919 % 20'000 < i ? 1.0f : 0.0f);
    }
    const Ranking ranking(truth, scores);
    const std::vector<RocPoint> outline = ranking.rocOutline(200);
    QVERIFY(outline.size() <= 202 && outline.size() > 100);
    QCOMPARE(outline.front().truePositiveRate, 0.0);
    QCOMPARE(outline.back().truePositiveRate, 1.0);
    QCOMPARE(outline.back().falsePositiveRate, 1.0);
  }

  void perClassFiguresAreScikitLearns_data() { addRows("several"); }
  void perClassFiguresAreScikitLearns() {
    QFETCH(int, index);
    const json& one = figureCase("several", index);
    const auto classes = one.at("classes").get<std::size_t>();
    const ConfusionMatrix matrix =
        confusion(one.at("truth").get<std::vector<std::uint32_t>>(),
                  one.at("called").get<std::vector<std::uint32_t>>(), classes);
    QCOMPARE(matrix.counts, flatCounts(one.at("confusion")));
    QCLOSE(accuracy(matrix), one.at("accuracy").get<double>(), 1e-12);
    for (std::size_t i = 0; i < classes; ++i) {
      const ClassScores scores = classScores(matrix, i);
      QCLOSE(scores.precision, one.at("precision")[i].get<double>(), 1e-12);
      QCLOSE(scores.recall, one.at("recall")[i].get<double>(), 1e-12);
      QCLOSE(scores.f1, one.at("f1")[i].get<double>(), 1e-12);
      QCOMPARE(scores.support, one.at("support")[i].get<std::int64_t>());
    }
    const ClassScores macro = macroAverage(matrix);
    QCLOSE(macro.precision, one.at("macro")[0].get<double>(), 1e-12);
    QCLOSE(macro.recall, one.at("macro")[1].get<double>(), 1e-12);
    QCLOSE(macro.f1, one.at("macro")[2].get<double>(), 1e-12);
  }

  void regressionFiguresAreScikitLearns_data() { addRows("numbers"); }
  void regressionFiguresAreScikitLearns() {
    QFETCH(int, index);
    const json& one = figureCase("numbers", index);
    const RegressionScores scores = regressionScores(
        one.at("truth").get<std::vector<double>>(), one.at("predicted").get<std::vector<double>>());
    QCLOSE(scores.r2, one.at("r2").get<double>(), 1e-12);
    QCLOSE(scores.mae, one.at("mae").get<double>(), 1e-12);
    QCLOSE(scores.rmse, one.at("rmse").get<double>(), 1e-12);
  }

  void componentsAreScikitLearnsUpToTheSign_data() { addRows("components"); }
  void componentsAreScikitLearnsUpToTheSign() {
    QFETCH(int, index);
    const json& one = figureCase("components", index);
    const Components found = principalComponents(matrixFrom(one.at("x")), 2);
    for (std::size_t i = 0; i < 2; ++i) {
      QCLOSE(found.variance[i], one.at("variance")[i].get<double>(), 1e-6);
      QCLOSE(found.share(i), one.at("share")[i].get<double>(), 1e-6);
      double dot = 0.0;
      for (std::size_t c = 0; c < found.directions.cols; ++c)
        dot +=
            static_cast<double>(found.directions(i, c)) * one.at("directions")[i][c].get<double>();
      QCLOSE(std::abs(dot), 1.0, 1e-5);
    }
  }

  void wideComponentsAreFoundByIteration() {
    // One strong and one weaker direction in 200 columns.
    Matrix x(80, 200);
    Random random(3);
    for (std::size_t r = 0; r < x.rows; ++r) {
      const auto first = static_cast<float>(10.0 * random.normal());
      const auto second = static_cast<float>(3.0 * random.normal());
      for (std::size_t c = 0; c < x.cols; ++c)
        x(r, c) = (c < 100 ? first : second) / 10.0f + static_cast<float>(0.01 * random.normal());
    }
    const Components found = principalComponents(x, 2);
    QVERIFY(std::abs(found.directions(0, 10)) > 0.09f &&
            std::abs(found.directions(0, 150)) < 0.02f);
    QVERIFY(found.share(0) > 0.8 && found.share(0) + found.share(1) > 0.99);
  }

  void aLivePictureDoesNotFlip() {
    Matrix x(4, 2);
    x.values = {0, 0, 1, 1, 2, 2, 3, 3.5f};
    Components before = principalComponents(x, 2);
    Components turned = before;
    for (float& value : turned.directions.values) value = -value;
    alignSigns(turned, before);
    QCOMPARE(turned.directions, before.directions);
  }

  void theReadOutIsScikitLearnsLogisticRegression_data() { addRows("readout"); }
  void theReadOutIsScikitLearnsLogisticRegression() {
    QFETCH(int, index);
    const json& one = figureCase("readout", index);
    const Matrix x = matrixFrom(one.at("x"));
    const auto y = one.at("y").get<std::vector<std::uint32_t>>();
    const auto classes = one.at("classes").get<std::size_t>();
    const LinearReadOut found = fitClassReadOut(x, y, classes, 20'000);
    QCLOSE(readOutAccuracy(found, x, y), one.at("accuracy").get<double>(), 1e-12);
    const json& coef = one.at("coef"); // two classes: sklearn gives one row, for class 1
    for (std::size_t k = 0; k < coef.size(); ++k)
      for (std::size_t c = 0; c < x.cols; ++c) {
        const std::size_t output = coef.size() == 1 ? 1 : k;
        QCLOSE(found.weights[output * (x.cols + 1) + c], coef[k][c].get<double>(), 2e-3);
      }
    QCLOSE(readOutAccuracy(fitClassReadOut(x, y, classes), x, y), one.at("accuracy").get<double>(),
           0.02);
  }

  void theLineIsScikitLearnsLinearRegression_data() { addRows("readout"); }
  void theLineIsScikitLearnsLinearRegression() {
    QFETCH(int, index);
    const json& one = figureCase("readout", index);
    const Matrix x = matrixFrom(one.at("x"));
    std::vector<double> y;
    for (std::size_t r = 0; r < x.rows; ++r)
      y.push_back(static_cast<double>(x(r, 0)) * static_cast<double>(x(r, 1)));
    const RegressionScores scores = regressionScores(y, readOutNumbers(fitNumberReadOut(x, y), x));
    QCLOSE(scores.r2, one.at("line_r2").get<double>(), 1e-5);
  }

  void aConstantColumnDoesNotHurtTheReadOut() {
    Matrix x(6, 2);
    x.values = {1, 0, 1, 1, 1, 2, 1, 5, 1, 6, 1, 7};
    const std::vector<std::uint32_t> y{0, 0, 0, 1, 1, 1};
    QCOMPARE(readOutAccuracy(fitClassReadOut(x, y, 2), x, y), 1.0);
    const std::vector<double> line{1, 2, 3, 6, 7, 8};
    const auto told = readOutNumbers(fitNumberReadOut(x, line), x);
    for (std::size_t i = 0; i < line.size(); ++i) QCLOSE(told[i], line[i], 1e-5);
  }

  void classesFollowTheRuleOfTheNotes() {
    QCOMPARE(classesOf(column({0.49f, 0.5f, 0.51f})), (std::vector<std::uint32_t>{0, 1, 1}));
    QCOMPARE(classesOf(column({0.49f, 0.5f}), 0.0), (std::vector<std::uint32_t>{1, 1}));
    Matrix several(2, 3);
    several.values = {0.4f, 0.4f, 0.2f, 0.1f, 0.2f, 0.7f};
    QCOMPARE(classesOf(several), (std::vector<std::uint32_t>{0, 2}));
  }

  void everyValueHasItsBin() {
    const std::vector<float> values{
        0.0f, 0.24f, 0.25f, 0.99f, 1.0f, 1.01f, std::numeric_limits<float>::quiet_NaN()};
    const Histogram bins = histogram(values, 0.0, 1.0, 4);
    QCOMPARE(bins.counts, (std::vector<std::int64_t>{2, 1, 0, 2}));
    QCOMPARE(bins.beyond, 2);
    const Histogram alike = histogram(std::vector<float>{3.0f, 3.0f}, 5);
    QVERIFY(alike.low < 3.0 && alike.high > 3.0);
    QCOMPARE(alike.largest(), 2);
    const Spread spread = spreadOf(std::vector<float>{1.0f, -3.0f});
    QCOMPARE(spread.mean, -1.0);
    QCOMPARE(spread.deviation, 2.0);
    QCOMPARE(spread.largest, 3.0);
  }

  void deadAndSaturatedUnitsAreCounted_data() {
    QTest::addColumn<int>("activation");
    QTest::addColumn<float>("value");
    QTest::addColumn<int>("dead");
    QTest::addColumn<int>("saturated");
    QTest::newRow("relu at 0") << int(Activation::relu) << 0.0f << 1 << 0;
    QTest::newRow("relu above") << int(Activation::relu) << 0.1f << 0 << 0;
    QTest::newRow("elu cannot die") << int(Activation::elu) << 0.0f << 0 << 0;
    QTest::newRow("sigmoid at 1") << int(Activation::sigmoid) << 0.999f << 0 << 1;
    QTest::newRow("sigmoid at 0") << int(Activation::sigmoid) << 0.001f << 0 << 1;
    QTest::newRow("sigmoid between") << int(Activation::sigmoid) << 0.5f << 0 << 0;
    QTest::newRow("tanh at -1") << int(Activation::tanh) << -0.999f << 0 << 1;
    QTest::newRow("tanh at 0") << int(Activation::tanh) << 0.0f << 0 << 0;
  }
  void deadAndSaturatedUnitsAreCounted() {
    QFETCH(int, activation);
    QFETCH(float, value);
    Matrix a(10, 1);
    std::fill(a.values.begin(), a.values.end(), value);
    const UnitHealth health = unitHealth(static_cast<Activation>(activation), a);
    QTEST(static_cast<int>(health.dead.size()), "dead");
    QTEST(static_cast<int>(health.saturated.size()), "saturated");
  }

  void theOutputsOfTheLastLayerAreThePrediction() {
    const NetworkSpec spec = network({{3, Activation::tanh}, {2, Activation::softmax}});
    const Weights weights = initialWeights(spec, 4, 5);
    Matrix x(7, 4);
    for (std::size_t i = 0; i < x.values.size(); ++i) x.values[i] = std::sin(static_cast<float>(i));
    QCOMPARE(layerOutputs(spec, weights, x, 1), predict(spec, weights, x));
    const Matrix hidden = layerOutputs(spec, weights, x, 0);
    QCOMPARE(hidden.cols, std::size_t{3});
    double sum = static_cast<double>(weights[0].bias[1]);
    for (std::size_t c = 0; c < 4; ++c)
      sum += static_cast<double>(x(2, c)) * static_cast<double>(weights[0].kernel(c, 1));
    QCLOSE(static_cast<double>(hidden(2, 1)), std::tanh(sum), 1e-5);
  }

  void rowsAreThinnedEvenly() {
    QCOMPARE(evenRows(3, 10), (std::vector<std::uint32_t>{0, 1, 2}));
    QCOMPARE(evenRows(10, 3), (std::vector<std::uint32_t>{0, 3, 6}));
    QVERIFY(evenRows(0, 3).empty());
    QCOMPARE(rowsOf(column({5, 6, 7}), {2, 0}).values, (std::vector<float>{7, 5}));
  }

  void thePlaneHoldsEveryPoint() {
    Matrix x(3, 2);
    x.values = {-1, 5, 1, 5, 0, 5};
    InputPlane plane = planeAround(x);
    QVERIFY(plane.left < -1.0 && plane.right > 1.0);
    QVERIFY(plane.bottom < 5.0 && plane.top > 5.0);
    plane.columns = 2;
    plane.rows = 2;
    const Matrix points = planePoints(plane);
    QCOMPARE(points.rows, std::size_t{4});
    QVERIFY(points(0, 0) < points(1, 0));
    QVERIFY(points(0, 1) > points(2, 1)); // the upper row first
  }

  void numbersReturnToTheirOwnUnits() {
    Preprocessing scaled;
    scaled.targetShift = {100.0};
    scaled.targetScale = {10.0};
    QCOMPARE(inUnits(scaled, column({-1.0f, 2.0f}), 0), (std::vector<double>{90.0, 120.0}));
    QCOMPARE(inUnits(Preprocessing(), column({2.0f}), 0), (std::vector<double>{2.0}));
  }
};

#undef QCLOSE

LAYERLAB_TEST(InsightTest, "insight")
#include "tst_insight.moc"
