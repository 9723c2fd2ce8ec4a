#include "core/io/export.h"
#include "tests/testmain.h"

#include <QTest>

#include <cmath>

using namespace layerlab;

namespace {

EpochRecord epoch(int number, double loss, std::optional<double> valLoss) {
  EpochRecord record;
  record.epoch = number;
  record.loss = loss;
  record.metrics = {0.5};
  record.trainLossEnd = 0.25;
  record.valLoss = valLoss;
  if (valLoss) record.valMetrics = {1.0};
  record.learningRate = 0.001;
  return record;
}

Preprocessing target(Task task, std::vector<std::string> targets,
                     std::vector<std::string> classes) {
  Preprocessing preprocessing;
  preprocessing.task = task;
  preprocessing.targets = std::move(targets);
  preprocessing.classes = std::move(classes);
  return preprocessing;
}

Matrix matrix(std::size_t cols, std::vector<float> values) {
  Matrix out(values.size() / cols, cols);
  out.values = std::move(values);
  return out;
}

} // namespace

class TestExport : public QObject {
  Q_OBJECT
private slots:
  void historyWithValidation();
  void historyWithoutValidation();
  void historyEndsBeforeTheFirstNonFiniteNumber();
  void binaryPredictions();
  void multiclassPredictions();
  void regressionComesInItsOwnUnits();
  void severalTargets();
  void listedRowsOfAReport();
  void sweepLinesInTheOrderOfThePlan();
  void divergedTrialsHaveNoNumbers();
};

void TestExport::historyWithValidation() {
  const History history{{Metric::accuracy}, {epoch(1, 1.0 / 3.0, 0.75)}};
  QCOMPARE(historyCsv(history),
           std::string("epoch,loss,accuracy,val_loss,val_accuracy,train_loss_end,learning_rate\n"
                       "1,0.333333333,0.5,0.75,1,0.25,0.001\n"));
}

void TestExport::historyWithoutValidation() {
  const History history{{Metric::mae}, {epoch(1, 1e-10, std::nullopt)}};
  QCOMPARE(historyCsv(history), std::string("epoch,loss,mae,train_loss_end,learning_rate\n"
                                            "1,1e-10,0.5,0.25,0.001\n"));
}

void TestExport::historyEndsBeforeTheFirstNonFiniteNumber() {
  const History history{{Metric::accuracy},
                        {epoch(1, 1.0, 1.0), epoch(2, 1.0, INFINITY), epoch(3, 1.0, 1.0)}};
  const std::string csv = historyCsv(history);
  QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), std::ptrdiff_t{2});
}

void TestExport::binaryPredictions() {
  const auto preprocessing = target(Task::classification, {"y"}, {"no", "yes"});
  const Matrix outputs = matrix(1, {0.25f, 0.5f, 0.75f});
  QCOMPARE(predictionsCsv(preprocessing, outputs, 0.5),
           std::string("probability,prediction\n0.25,no\n0.5,yes\n0.75,yes\n"));
  QCOMPARE(predictionsCsv(preprocessing, outputs, 0.6),
           std::string("probability,prediction\n0.25,no\n0.5,no\n0.75,yes\n"));
}

void TestExport::multiclassPredictions() {
  const auto preprocessing = target(Task::classification, {"y"}, {"a", "b,c", "say \"d\""});
  QCOMPARE(predictionsCsv(preprocessing, matrix(3, {0.25f, 0.5f, 0.25f}), 0.5),
           std::string("prediction,p_a,\"p_b,c\",\"p_say \"\"d\"\"\"\n"
                       "\"b,c\",0.25,0.5,0.25\n"));
}

void TestExport::regressionComesInItsOwnUnits() {
  auto preprocessing = target(Task::regression, {"y"}, {});
  QCOMPARE(predictionsCsv(preprocessing, matrix(1, {-0.5f}), 0.5),
           std::string("prediction\n-0.5\n"));
  preprocessing.targetShift = {100.0};
  preprocessing.targetScale = {10.0};
  QCOMPARE(predictionsCsv(preprocessing, matrix(1, {-0.5f}), 0.5), std::string("prediction\n95\n"));
}

void TestExport::severalTargets() {
  QCOMPARE(predictionsCsv(target(Task::regression, {"u", "v"}, {}), matrix(2, {1.0f, 2.0f}), 0.5),
           std::string("prediction_u,prediction_v\n1,2\n"));
  QCOMPARE(
      predictionsCsv(target(Task::classification, {"u", "v"}, {}), matrix(2, {0.25f, 0.75f}), 0.5),
      std::string("prediction_u,prediction_v,p_u,p_v\n0,1,0.25,0.75\n"));
}

void TestExport::listedRowsOfAReport() {
  Table table;
  table.rows = 4;
  PredictionReport report;
  report.kind = PredictionKind::binary;
  report.classes = {"no", "yes, sure"};
  report.tableRow = {0, 2, 3};
  report.truth = {0, 1, 1};
  report.outputs = matrix(1, {0.25f, 0.75f, 0.5f});
  const std::vector<std::uint32_t> listed{0, 2};
  const auto row = [&](std::int64_t dataRow) { return std::to_string(table.sheetRow(dataRow)); };
  QCOMPARE(reportRowsCsv(report, table, listed, 0.6), "row,actual,predicted,probability\n" +
                                                          row(0) + ",no,no,0.25\n" + row(3) +
                                                          ",\"yes, sure\",no,0.5\n");
  report.kind = PredictionKind::numbers;
  report.trueNumbers = {1.0, 2.0, 3.0};
  report.predictedNumbers = {1.5, 2.0, 2.0};
  QCOMPARE(reportRowsCsv(report, table, listed, 0.5),
           "row,actual,predicted,error\n" + row(0) + ",1,1.5,0.5\n" + row(3) + ",3,2,-1\n");
}

void TestExport::sweepLinesInTheOrderOfThePlan() {
  SweepResult result;
  TrialResult first;
  first.trial = {0, 1, 1, 18446744073709551615ULL};
  first.done = true;
  first.parameters = 9;
  first.finalLoss = 0.5;
  first.bestEpoch = 3;
  first.seconds = 1.5;
  TrialResult unfinished = first;
  unfinished.done = false;
  TrialResult second = first;
  second.trial = {2, 2, 1, 7};
  second.status = FitEnd::stoppedEarly;
  second.finalValLoss = 0.25;
  second.bestValLoss = 0.125;
  result.trials = {first, unfinished, second};
  const std::string header = "units,repeat,seed,parameters,final_loss,final_val_loss,"
                             "best_val_loss,best_epoch,status";
  QCOMPARE(sweepCsv(result, false), header + "\n1,1,18446744073709551615,9,0.5,,,3,ok\n"
                                             "2,1,7,9,0.5,0.25,0.125,3,stopped_early\n");
  QVERIFY(sweepCsv(result, true)
              .starts_with(header + ",seconds\n1,1,18446744073709551615,9,0.5,,"
                                    ",3,ok,1.5\n"));
}

void TestExport::divergedTrialsHaveNoNumbers() {
  SweepResult result;
  TrialResult trial;
  trial.trial = {0, 4, 1, 7};
  trial.done = true;
  trial.parameters = 9;
  trial.finalLoss = NAN;
  trial.status = FitEnd::diverged;
  result.trials = {trial};
  QVERIFY(sweepCsv(result, false).ends_with("\n4,1,7,9,,,,,diverged\n"));
}

LAYERLAB_TEST(TestExport, "export")
#include "tst_export.moc"
