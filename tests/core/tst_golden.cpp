#include "core/fit/stepper.h"
#include "tests/core/goldencase.h"
#include "tests/testmain.h"

#include <QTest>

using namespace layerlab;
using nlohmann::json;

/// Real Keras is the judge: |got - expected| <= abs + rel |expected|, limits from the case.
class TestGolden : public QObject {
  Q_OBJECT
private slots:
  void casesAreThere() { QVERIFY(goldenNames().size() >= 6); }
  void initialPredictions_data() { cases(); }
  void initialPredictions();
  void firstBatch_data() { cases(); }
  void firstBatch();
  void wholeFit_data() { cases(); }
  void wholeFit();

private:
  static void cases() {
    QTest::addColumn<QString>("name");
    for (const std::string& name : goldenNames())
      QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }
  static GoldenCase current() {
    const QString name = *static_cast<QString*>(QTest::qData("name", qMetaTypeId<QString>()));
    return readGoldenCase(LAYERLAB_TEST_DATA "/golden/" + name.toStdString());
  }
};

namespace {

struct Limit {
  double absolute;
  double relative;
};

Limit limitOf(const GoldenCase& c, const char* group) {
  const json& limit = c.json.at("tolerance").at("float32").at(group);
  return {limit.at("abs"), limit.at("rel")};
}

/// An empty text if all is within the limit, else where it first is not.
QString beyondLimit(const std::vector<double>& got, const std::vector<double>& expected,
                    Limit limit) {
  if (got.size() != expected.size())
    return QString("%1 values, expected %2").arg(got.size()).arg(expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    const double allowed = limit.absolute + limit.relative * std::abs(expected[i]);
    if (!(std::abs(got[i] - expected[i]) <= allowed))
      return QString("value %1: got %2, expected %3, allowed %4")
          .arg(i)
          .arg(got[i], 0, 'g', 9)
          .arg(expected[i], 0, 'g', 12)
          .arg(allowed);
  }
  return {};
}

std::vector<double> flatNumbers(const Matrix& m) {
  return {m.values.begin(), m.values.end()};
}

std::vector<double> flatNumbers(const json& rows) {
  std::vector<double> out;
  for (const json& row : rows)
    for (const json& value : row) out.push_back(value);
  return out;
}

std::vector<double> flatNumbers(const Weights& weights) {
  std::vector<double> out;
  for (const LayerWeights& layer : weights) {
    out.insert(out.end(), layer.kernel.values.begin(), layer.kernel.values.end());
    out.insert(out.end(), layer.bias.begin(), layer.bias.end());
  }
  return out;
}

/// In double: float32 text would hide what the tolerance is about.
std::vector<double> flatWeights(const json& layers) {
  std::vector<double> out;
  for (const json& layer : layers) {
    for (const double value : flatNumbers(layer.at("kernel"))) out.push_back(value);
    if (!layer.contains("bias")) continue;
    for (const json& value : layer.at("bias")) out.push_back(value);
  }
  return out;
}

std::vector<double> curveOf(const FitResult& result, const std::string& key) {
  std::vector<double> out;
  for (const EpochRecord& record : result.history.epochs) {
    const auto value = monitored(key, result.history.metrics, record);
    out.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
  }
  return out;
}

const char* groupOf(const std::string& key) {
  const std::string name = key.rfind("val_", 0) == 0 ? key.substr(4) : key;
  if (name == "loss") return "loss";
  if (name == "accuracy") return "accuracy";
  return name == "mae" ? "metric_mae" : "metric_mse";
}

} // namespace

void TestGolden::initialPredictions() {
  const GoldenCase c = current();
  const Matrix got = predict(c.design.network, c.initial, c.allRows);
  const QString bad =
      beyondLimit(flatNumbers(got), flatNumbers(c.expected().at("initial_predictions")),
                  limitOf(c, "initial_predictions"));
  QVERIFY2(bad.isEmpty(), qPrintable(bad));
}

void TestGolden::firstBatch() {
  const GoldenCase c = current();
  const auto data = std::make_shared<const PreparedData>(c.data);
  auto stepper = FitStepper::create(c.design, data, &c.initial);
  QVERIFY(stepper.has_value());
  while (stepper->steps() == 0) stepper->advance();
  const json& batch = c.expected().at("first_batch");
  QString bad = beyondLimit({stepper->batchLoss()}, {batch.at("loss")}, limitOf(c, "loss"));
  QVERIFY2(bad.isEmpty(), qPrintable(bad));
  bad = beyondLimit(flatNumbers(stepper->weights()), flatWeights(batch.at("weights_after")),
                    limitOf(c, "weights"));
  QVERIFY2(bad.isEmpty(), qPrintable(bad));
}

void TestGolden::wholeFit() {
  const GoldenCase c = current();
  const auto result = runFit(c.design, c.data, {}, &c.initial);
  QVERIFY(result.has_value());
  for (const auto& [key, values] : c.expected().at("history").items()) {
    const QString bad = beyondLimit(curveOf(*result, key), values.get<std::vector<double>>(),
                                    limitOf(c, groupOf(key)));
    QVERIFY2(bad.isEmpty(), qPrintable(QString::fromStdString(key) + ": " + bad));
  }
  QString bad = beyondLimit(flatNumbers(result->weights),
                            flatWeights(c.expected().at("final_weights")), limitOf(c, "weights"));
  QVERIFY2(bad.isEmpty(), qPrintable(bad));
  bad = beyondLimit(flatNumbers(predict(c.design.network, result->weights, c.allRows)),
                    flatNumbers(c.expected().at("predictions")), limitOf(c, "predictions"));
  QVERIFY2(bad.isEmpty(), qPrintable(bad));
}

LAYERLAB_TEST(TestGolden, "golden")
#include "tst_golden.moc"
