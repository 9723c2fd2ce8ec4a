#include "core/teach/advice.h"
#include "core/teach/ownunits.h"
#include "core/teach/reading.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace layerlab;

namespace {

Outline outlineOf(Task task, std::vector<std::string> classes) {
  Outline outline;
  outline.task = task;
  outline.classes = std::move(classes);
  outline.inputNames = {"a"};
  outline.outputs = outline.classes.size() > 2 ? outline.classes.size() : 1;
  return outline;
}

Design designFor(const Outline& outline) {
  Design design;
  design.data.targets = {"y"};
  design.network = hiddenNetwork({8}, Activation::relu);
  followTask(design, outline);
  return design;
}

Table tableWith(double inputMax, double targetMax) {
  Table table;
  for (const auto& [name, max] : {std::pair{"a", inputMax}, std::pair{"y", targetMax}}) {
    Column column;
    column.name = name;
    column.type = ColumnType::numeric;
    column.max = max;
    table.columns.push_back(column);
  }
  return table;
}

bool has(const std::vector<Advice>& advice, const char* id) {
  return std::any_of(advice.begin(), advice.end(), [&](const Advice& a) { return a.id == id; });
}

History historyOf(int epochs, const std::function<double(int)>& loss,
                  const std::function<double(int)>& validation = {}) {
  History history;
  for (int e = 1; e <= epochs; ++e) {
    EpochRecord record;
    record.epoch = e;
    record.loss = loss(e);
    if (validation) record.valLoss = validation(e);
    history.epochs.push_back(record);
  }
  return history;
}

QStringList readingIds(const std::vector<Reading>& readings) {
  QStringList ids;
  for (const Reading& reading : readings) ids << QString::fromStdString(reading.id);
  return ids;
}

} // namespace

class TestTeach : public QObject {
  Q_OBJECT
private slots:
  void aDesignByTheClassNotesNeedsNoAdvice_data();
  void aDesignByTheClassNotesNeedsNoAdvice();
  void eachFaultIsNamedAndItsRemedyCuresIt_data();
  void eachFaultIsNamedAndItsRemedyCuresIt();
  void aShortCurveIsNotRead();
  void curvesAreReadByTheirShape_data();
  void curvesAreReadByTheirShape();
  void aCalmerRateIsShort_data();
  void aCalmerRateIsShort();
  void theOverfittingSentenceNamesEpochAndRise();
  void aRegressionIsReadInItsOwnUnits_data();
  void aRegressionIsReadInItsOwnUnits();
};

void TestTeach::aDesignByTheClassNotesNeedsNoAdvice_data() {
  QTest::addColumn<int>("classes");
  QTest::addColumn<QString>("activation");
  QTest::addColumn<QString>("loss");
  QTest::newRow("regression") << 0 << "linear"
                              << "mse";
  QTest::newRow("2-class") << 2 << "sigmoid"
                           << "binary_crossentropy";
  QTest::newRow("3-class") << 3 << "softmax"
                           << "categorical_crossentropy";
}

void TestTeach::aDesignByTheClassNotesNeedsNoAdvice() {
  QFETCH(int, classes);
  QFETCH(QString, activation);
  QFETCH(QString, loss);
  std::vector<std::string> labels;
  labels.reserve(static_cast<std::size_t>(classes));
  for (int i = 0; i < classes; ++i) labels.push_back(std::to_string(i));
  const Outline outline = outlineOf(classes == 0 ? Task::regression : Task::classification, labels);
  const Design design = designFor(outline);
  QCOMPARE(design.network.layers.back().units, std::max(1, classes == 2 ? 1 : classes));
  QCOMPARE(QString(kerasName(design.network.layers.back().activation)), activation);
  QCOMPARE(QString(kerasName(design.fit.loss)), loss);
  const Table table = tableWith(1.0, 1.0);
  QVERIFY(adviseDesign(design, outline, 100, &table).empty());
}

void TestTeach::eachFaultIsNamedAndItsRemedyCuresIt_data() {
  QTest::addColumn<QString>("id");
  QTest::addColumn<int>("fault");
  const QStringList ids{"output_activation", "softmax_one_unit", "loss",
                        "linear_stack",      "learning_rate",    "learning_rate",
                        "batch_size",        "unscaled_inputs",  "unscaled_target"};
  for (int i = 0; i < ids.size(); ++i) QTest::addRow("%d %s", i, qPrintable(ids[i])) << ids[i] << i;
}

void TestTeach::eachFaultIsNamedAndItsRemedyCuresIt() {
  QFETCH(QString, id);
  QFETCH(int, fault);
  const Outline outline = outlineOf(Task::regression, {});
  Design design = designFor(outline);
  const std::vector<std::function<void(Design&)>> faults{
      [](Design& d) { d.network.layers.back().activation = Activation::sigmoid; },
      [](Design& d) { d.network.layers.back().activation = Activation::softmax; },
      [](Design& d) { d.fit.loss = Loss::binaryCrossentropy; },
      [](Design& d) { d.network.layers.front().activation = Activation::linear; },
      [](Design& d) { d.fit.optimizer.learningRate = 10.0; },
      [](Design& d) { d.fit.optimizer.learningRate = 1e-9; },
      [](Design& d) { d.fit.batchSize = 1000; },
      [](Design& d) { d.data.scaling = Scaling::none; },
      [](Design&) {}};
  faults.at(static_cast<std::size_t>(fault))(design);
  const Table table = tableWith(5000.0, id == "unscaled_target" ? 6300.0 : 1.0);
  const auto advice = adviseDesign(design, outline, 100, &table);
  QCOMPARE(advice.size(), std::size_t{1});
  QCOMPARE(QString::fromStdString(advice.front().id), id);
  advice.front().remedy(design);
  QVERIFY(!has(adviseDesign(design, outline, 100, &table), id.toUtf8().constData()));
}

void TestTeach::aShortCurveIsNotRead() {
  QVERIFY(
      readCurve(historyOf(3, [](int e) { return 1.0 / e; }), FitEnd::completed, FitSpec()).empty());
}

void TestTeach::curvesAreReadByTheirShape_data() {
  QTest::addColumn<int>("shape");
  QTest::addColumn<QStringList>("ids");
  QTest::newRow("good") << 0 << QStringList{"falls_fast", "levels_off", "validation_follows"};
  QTest::newRow("too short") << 1 << QStringList{"falls_slowly", "still_falling"};
  QTest::newRow("flat") << 2 << QStringList{"flat"};
  QTest::newRow("overfit") << 3 << QStringList{"falls_fast", "levels_off", "overfitting"};
  QTest::newRow("noisy") << 4 << QStringList{"falls_fast", "jumps"};
  QTest::newRow("apart") << 5 << QStringList{"falls_fast", "levels_off", "validation_apart"};
  QTest::newRow("diverged") << 6 << QStringList{"diverged"};
  QTest::newRow("overfit, not for want of epochs")
      << 7 << QStringList{"falls_slowly", "overfitting"};
  QTest::newRow("good, with a jump at the very end")
      << 8 << QStringList{"falls_fast", "levels_off", "validation_follows"};
  QTest::newRow("a small fall is not fast") << 9 << QStringList{"levels_off", "underfitting"};
  QTest::newRow("nearly level is level")
      << 10 << QStringList{"falls_slowly", "levels_off", "underfitting"};
}

void TestTeach::curvesAreReadByTheirShape() {
  QFETCH(int, shape);
  QFETCH(QStringList, ids);
  const auto falling = [](int e) { return 0.1 + std::exp(-e / 8.0); };
  const auto line = [](int e) { return 2.0 - 0.01 * e; };
  const std::vector<History> histories{
      historyOf(100, falling, [&](int e) { return falling(e) * 1.05; }),
      historyOf(100, line),
      historyOf(100, [](int) { return 0.7; }),
      historyOf(100, falling, [&](int e) { return falling(e) + 0.002 * e; }),
      historyOf(100, [&](int e) { return falling(e) + (e % 2 == 0 ? 0.3 : 0.0); }),
      historyOf(100, falling, [&](int e) { return 0.3 + falling(e); }),
      historyOf(2, falling),
      historyOf(
          60, [](int e) { return 0.7 - 0.011 * e; },
          [](int e) { return 0.3 + 0.0005 * (e - 30) * (e - 30); }),
      historyOf(
          100, [&](int e) { return e == 100 ? 0.9 : falling(e); },
          [&](int e) { return e == 100 ? 1.0 : falling(e) * 1.05; }),
      historyOf(100, [](int e) { return 0.63 + 0.05 * std::exp(-e / 10.0); }),
      historyOf(100, [](int e) { return 0.675 - 0.0002 * e; })};
  const FitEnd end = shape == 6 ? FitEnd::diverged : FitEnd::completed;
  FitSpec fit;
  fit.optimizer.learningRate = 10.0;
  const auto readings = readCurve(histories.at(static_cast<std::size_t>(shape)), end, fit, 0.69);
  const QStringList found = readingIds(readings);
  if (shape == 4) {
    for (const QString& id : ids) QVERIFY2(found.contains(id), qPrintable(found.join(' ')));
    return;
  }
  QCOMPARE(found, ids);
}

void TestTeach::aCalmerRateIsShort_data() {
  QTest::addColumn<double>("rate");
  QTest::addColumn<QString>("words");
  QTest::newRow("0.003") << 0.003 << "Try 0.0003"; // 0.003 / 10 is 0.00030000000000000003
  QTest::newRow("0.007") << 0.007 << "Try 0.0007";
  QTest::newRow("0.01") << 0.01 << "Try 0.001";
  QTest::newRow("far off") << 5.0 << "Try 0.001"; // the usual one
}

void TestTeach::aCalmerRateIsShort() {
  QFETCH(double, rate);
  QFETCH(QString, words);
  const auto jumping = [](int e) { return 0.1 + std::exp(-e / 8.0) + (e % 2 == 0 ? 0.3 : 0.0); };
  Design design;
  design.fit.optimizer.learningRate = rate;
  const auto readings = readCurve(historyOf(100, jumping), FitEnd::completed, design.fit);
  const auto found = std::find_if(readings.begin(), readings.end(),
                                  [](const Reading& r) { return r.id == "jumps"; });
  QVERIFY(found != readings.end());
  QCOMPARE(QString::fromStdString(english(found->remedyText)), words);
  found->remedy(design);
  QCOMPARE(words,
           QString::fromStdString("Try " + numberText(design.fit.optimizer.learningRate, 6)));
  QVERIFY(design.fit.optimizer.learningRate == words.mid(4).toDouble()); // to the last bit
}

void TestTeach::theOverfittingSentenceNamesEpochAndRise() {
  const auto validation = [](int e) {
    return e <= 40 ? 1.0 - 0.01 * e : 0.6 + 0.0025 * std::min(e - 40, 48);
  };
  const auto readings = readCurve(historyOf(
                                      100, [](int e) { return 1.0 / e; }, validation),
                                  FitEnd::completed, FitSpec());
  const auto found = std::find_if(readings.begin(), readings.end(),
                                  [](const Reading& r) { return r.id == "overfitting"; });
  QVERIFY(found != readings.end());
  QCOMPARE(english(found->text),
           std::string("validation lowest at epoch 40, up 20 % since: overfitting"));
}

void TestTeach::aRegressionIsReadInItsOwnUnits_data() {
  QTest::addColumn<Loss>("loss");
  QTest::addColumn<double>("scale");
  QTest::addColumn<int>("targets");
  QTest::addColumn<bool>("validates");
  QTest::addColumn<QString>("text"); // empty: nothing can be said
  QTest::newRow("mse, scaled") << Loss::mse << 200.0 << 1 << true
                               << "new rows: y is off by about 100 (RMSE)";
  QTest::newRow("mse, not scaled")
      << Loss::mse << 0.0 << 1 << true << "new rows: y is off by about 0.5 (RMSE)";
  QTest::newRow("mae, scaled") << Loss::mae << 200.0 << 1 << true
                               << "new rows: y is off by about 50 (MAE)";
  QTest::newRow("without validation")
      << Loss::mse << 200.0 << 1 << false << "trained rows: y is off by about 200 (RMSE)";
  QTest::newRow("huber is no mean error") << Loss::huber << 200.0 << 1 << true << "";
  QTest::newRow("several targets have several units") << Loss::mse << 200.0 << 2 << true << "";
}

void TestTeach::aRegressionIsReadInItsOwnUnits() {
  QFETCH(Loss, loss);
  QFETCH(double, scale);
  QFETCH(int, targets);
  QFETCH(bool, validates);
  QFETCH(QString, text);
  Preprocessing preprocessing;
  preprocessing.targets.assign(static_cast<std::size_t>(targets), "y");
  if (scale > 0.0) preprocessing.targetScale.assign(static_cast<std::size_t>(targets), scale);
  History history;
  EpochRecord last;
  last.loss = 1.0;
  if (validates) last.valLoss = 0.25;
  history.epochs = {last};
  const auto reading = readOwnUnits(preprocessing, loss, history);
  QCOMPARE(reading ? QString::fromStdString(english(reading->text)) : QString(), text);
  history.epochs.back().loss = history.epochs.back().valLoss.emplace(std::nan(""));
  QVERIFY(!readOwnUnits(preprocessing, loss, history));
  preprocessing.task = Task::classification;
  QVERIFY(!readOwnUnits(preprocessing, loss, history));
}

LAYERLAB_TEST(TestTeach, "teach")
#include "tst_teach.moc"
