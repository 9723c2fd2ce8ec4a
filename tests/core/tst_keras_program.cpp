#include "tests/core/keras_helpers.h"
#include "tests/core/randomdesign.h"
#include "tests/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>

using namespace layerlab;

namespace {

/// A Python that has pandas; empty: none on this machine.
QString pythonWithPandas() {
  for (const char* python : {"python3", "/usr/bin/python3"}) {
    QProcess process;
    process.start(python, {"-c", "import pandas"});
    if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit &&
        process.exitCode() == 0)
      return python;
  }
  return {};
}

/// What the fake Keras was asked for by the program; null when Python complained.
nlohmann::json recordedRun(const QString& python, const QDir& folder, const std::string& code) {
  QFile file(folder.filePath("model.py"));
  if (!file.open(QIODevice::WriteOnly)) return nullptr;
  file.write(code.c_str());
  file.close();
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("PYTHONPATH", LAYERLAB_TEST_DATA "/keras/fake");
  environment.insert("PYTHONDONTWRITEBYTECODE", "1");
  environment.insert("KERAS_RECORD", folder.filePath("record.json"));
  process.setProcessEnvironment(environment);
  process.setWorkingDirectory(folder.path());
  process.start(python, {"-W", "error::SyntaxWarning", "model.py"});
  process.waitForFinished(60000);
  QFile record(folder.filePath("record.json"));
  if (process.exitCode() != 0 || !record.open(QIODevice::ReadOnly)) {
    qWarning("%s\n%s", process.readAllStandardError().constData(), code.c_str());
    return nullptr;
  }
  return nlohmann::json::parse(record.readAll().toStdString());
}

/// "" or the first place where the numbers differ.
QString rowsApart(const nlohmann::json& rows, const Matrix& wanted) {
  if (rows.size() != wanted.rows)
    return QString("%1 rows, not %2").arg(rows.size()).arg(wanted.rows);
  for (std::size_t i = 0; i < wanted.rows; ++i) {
    if (rows[i].size() != wanted.cols)
      return QString("%1 columns, not %2").arg(rows[i].size()).arg(wanted.cols);
    for (std::size_t j = 0; j < wanted.cols; ++j)
      if (std::abs(rows[i][j].get<double>() - static_cast<double>(wanted(i, j))) > 1e-4)
        return QString("row %1 column %2: %3, not %4")
            .arg(i)
            .arg(j)
            .arg(rows[i][j].get<double>())
            .arg(static_cast<double>(wanted(i, j)));
  }
  return {};
}

} // namespace

/// The program of a design, run by Python: it must train on the numbers LayerLab trains on.
class TestKerasProgram : public QObject {
  Q_OBJECT
private slots:
  void theProgramTrainsOnTheSameNumbers();
};

void TestKerasProgram::theProgramTrainsOnTheSameNumbers() {
  const QString python = pythonWithPandas();
  if (python.isEmpty()) QSKIP("python3-pandas is not installed");
  const TablePtr table = mixedTable();
  QTemporaryDir folder;
  QFile csv(folder.filePath("data.csv"));
  QVERIFY(csv.open(QIODevice::WriteOnly));
  csv.write("num1,num2,num3,text,flag,flag2,kind,y\n");
  for (std::size_t row = 0; row < static_cast<std::size_t>(table->rows); ++row) {
    QByteArrayList cells;
    for (const Column& column : table->columns)
      cells << (column.type == ColumnType::numeric
                    ? (std::isnan(column.numbers[row])
                           ? QByteArray()
                           : QByteArray::number(static_cast<double>(column.numbers[row]), 'g', 9))
                : column.codes[row] < 0
                    ? QByteArray()
                    : '"' +
                          QByteArray::fromStdString(
                              column.labels[static_cast<std::size_t>(column.codes[row])]) +
                          '"');
    csv.write(cells.join(',') + '\n');
  }
  csv.close();
  Random random(4);
  for (int i = 0; i < 12; ++i) {
    Design design = randomDesign(random);
    design.fit.seed = random.below(1000);
    const auto data = prepare(*withTypes(table, design.data), design.data, design.fit.seed);
    QVERIFY2(data, whyNot(data).c_str());
    design.network.layers.back().units = static_cast<int>((*data)->yTrain.cols);
    const auto record = recordedRun(python, QDir(folder.path()), codeOf(design, table));
    QVERIFY(!record.is_null());
    QCOMPARE(rowsApart(record["x"], (*data)->xTrain), QString());
    QCOMPARE(rowsApart(record["y"], (*data)->yTrain), QString());
    QCOMPARE(rowsApart(record["xv"], (*data)->xValidation), QString());
    QCOMPARE(rowsApart(record["yv"], (*data)->yValidation), QString());
    QCOMPARE(record["calls"].size(), design.network.layers.size() + 4); // seed, Input, compile, fit
  }
}

LAYERLAB_TEST(TestKerasProgram, "keras_program")
#include "tst_keras_program.moc"
