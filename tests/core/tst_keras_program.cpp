#include "core/data/cells.h"
#include "core/data/csv.h"
#include "tests/core/keras_helpers.h"
#include "tests/core/randomdesign.h"
#include "tests/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
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

/// What the stand-in for Keras was given by each program, or {"error": what Python said}.
std::vector<nlohmann::json> recordsOf(const QString& python, const QDir& folder,
                                      const std::vector<std::string>& programs) {
  QStringList arguments{"-W", "error::SyntaxWarning", LAYERLAB_TEST_DATA "/keras/run_programs.py"};
  for (std::size_t i = 0; i < programs.size(); ++i) {
    arguments << QString("p%1.py").arg(i);
    QFile file(folder.filePath(arguments.back()));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(programs[i].c_str());
  }
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("PYTHONPATH", LAYERLAB_TEST_DATA "/keras/fake");
  environment.insert("PYTHONDONTWRITEBYTECODE", "1");
  process.setProcessEnvironment(environment);
  process.setWorkingDirectory(folder.path());
  process.start(python, arguments);
  process.waitForFinished(240000);
  const std::string said = process.readAllStandardError().toStdString();
  std::vector<nlohmann::json> records;
  for (std::size_t i = 0; i < programs.size(); ++i) {
    QFile file(folder.filePath(QString("p%1.json").arg(i)));
    records.push_back(file.open(QIODevice::ReadOnly)
                          ? nlohmann::json::parse(file.readAll().toStdString())
                          : nlohmann::json{{"error", "no record; " + said}});
  }
  return records;
}

/// "" or the first place where the numbers differ.
QString rowsApart(const nlohmann::json& rows, const Matrix& wanted) {
  if (rows.size() != wanted.rows)
    return QString("%1 rows, not %2").arg(rows.size()).arg(wanted.rows);
  for (std::size_t i = 0; i < wanted.rows; ++i) {
    if (rows[i].size() != wanted.cols)
      return QString("%1 columns, not %2").arg(rows[i].size()).arg(wanted.cols);
    for (std::size_t j = 0; j < wanted.cols; ++j)
      if (const double value = static_cast<double>(wanted(i, j));
          !(std::abs(rows[i][j].get<double>() - value) <= 1e-4 * std::max(1.0, std::abs(value))))
        return QString("row %1 column %2: %3, not %4")
            .arg(i)
            .arg(j)
            .arg(rows[i][j].get<double>())
            .arg(static_cast<double>(wanted(i, j)));
  }
  return {};
}

/// "" or what the program did differently.
QString numbersApart(const nlohmann::json& record, const PreparedData& data) {
  if (record.contains("error")) return QString::fromStdString(record["error"]);
  const std::pair<const char*, const Matrix*> parts[] = {{"x", &data.xTrain},
                                                         {"y", &data.yTrain},
                                                         {"xv", &data.xValidation},
                                                         {"yv", &data.yValidation}};
  for (const auto& [name, wanted] : parts)
    if (const QString where = rowsApart(record[name], *wanted); !where.isEmpty())
      return QString("%1: %2").arg(name, where);
  return {};
}

/// The table as a file that says every number and text plainly.
void writeTable(const QString& path, const Table& table) {
  QFile csv(path);
  if (!csv.open(QIODevice::WriteOnly)) qFatal("cannot write");
  QByteArrayList names;
  for (const Column& column : table.columns) names << QByteArray::fromStdString(column.name);
  csv.write(names.join(',') + '\n');
  for (std::size_t row = 0; row < static_cast<std::size_t>(table.rows); ++row) {
    QByteArrayList cells;
    for (const Column& column : table.columns)
      if (isMissing(column, row))
        cells << QByteArray();
      else if (column.type == ColumnType::numeric)
        cells << QByteArray::number(static_cast<double>(column.numbers[row]), 'g', 9);
      else
        cells << '"' +
                     QByteArray::fromStdString(
                         column.labels[static_cast<std::size_t>(column.codes[row])]) +
                     '"';
    csv.write(cells.join(',') + '\n');
  }
}

/// A program and the numbers it must train on.
struct Case {
  QString name;
  std::string program;
  PreparedPtr data;
};

/// A training on every column of the file as target, as far as that can be.
void addCases(const QString& path, std::vector<Case>& cases) {
  const auto table = readCsvFile(path.toStdString());
  if (!table) return;
  constexpr std::size_t most = 6;
  for (std::size_t c = 0; c < std::min((*table)->columns.size(), most); ++c)
    for (const MissingRule missing : {MissingRule::drop, MissingRule::mean}) {
      Design design;
      design.data.targets = {(*table)->columns[c].name};
      design.data.missing = missing;
      const auto shape = outline(**table, design.data);
      auto data = prepare(**table, design.data, design.fit.seed);
      if (!shape || !data) continue;
      design.network = hiddenNetwork({2}, Activation::relu);
      followTask(design, *shape);
      const QString rule = missing == MissingRule::drop ? "drop" : "mean";
      cases.push_back({QFileInfo(path).fileName() + " " +
                           QString::fromStdString(design.data.targets[0]) + " " + rule,
                       kerasCode(design, {**table, *shape, path.toStdString()}).text(), *data});
    }
}

} // namespace

/// The program of a design, run by Python: it must train on the numbers LayerLab trains on.
class TestKerasProgram : public QObject {
  Q_OBJECT
private slots:
  void initTestCase() {
    m_python = pythonWithPandas();
    if (m_python.isEmpty()) QSKIP("python3-pandas is not installed");
  }
  void theProgramTrainsOnTheSameNumbers();
  void theFileIsReadAsHere();
  void anyTextIsReadAsHere();
  void whatWasTypedByHandIsTheSame();

private:
  void allTrainAlike(const std::vector<Case>& cases) const;
  QString m_python;
};

void TestKerasProgram::allTrainAlike(const std::vector<Case>& cases) const {
  std::vector<std::string> programs;
  programs.reserve(cases.size());
  for (const Case& one : cases) programs.push_back(one.program);
  QTemporaryDir folder;
  const auto records = recordsOf(m_python, QDir(folder.path()), programs);
  QStringList wrong;
  for (std::size_t i = 0; i < cases.size(); ++i)
    if (const QString what = numbersApart(records[i], *cases[i].data); !what.isEmpty())
      wrong << cases[i].name + ": " + what;
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestKerasProgram::theProgramTrainsOnTheSameNumbers() {
  const TablePtr table = mixedTable();
  QTemporaryDir folder;
  writeTable(folder.filePath("data.csv"), *table);
  Random random(4);
  std::vector<Case> cases;
  std::vector<std::string> programs;
  std::vector<std::size_t> calls;
  for (int i = 0; i < 60; ++i) {
    Design design = randomDesign(random);
    design.fit.seed = random.below(1000);
    const auto data = prepare(*withTypes(table, design.data), design.data, design.fit.seed);
    QVERIFY2(data, whyNot(data).c_str());
    design.network.layers.back().units = static_cast<int>((*data)->yTrain.cols);
    programs.push_back(codeOf(design, table));
    cases.push_back({QString::number(i), programs.back(), *data});
    calls.push_back(design.network.layers.size() + 4); // seed, Input, compile, fit
  }
  const auto records = recordsOf(m_python, QDir(folder.path()), programs);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const QString what = numbersApart(records[i], *cases[i].data);
    QVERIFY2(what.isEmpty(), qPrintable(what + '\n' + programs[i].c_str()));
    QCOMPARE(records[i]["calls"].size(), calls[i]);
  }
}

/// Blanks, odd missing marks, 1,234, 95 %, names that stand there twice ...: each file of the suite
/// and each example, whatever of it can be a target.
void TestKerasProgram::theFileIsReadAsHere() {
  std::vector<Case> cases;
  for (const char* files :
       {LAYERLAB_TEST_DATA "/csv/files", LAYERLAB_SOURCE_DIR "/resources/examples"})
    for (const QFileInfo& file : QDir(files).entryInfoList({"*.csv", "*.tsv"}, QDir::Files))
      addCases(file.filePath(), cases);
  QVERIFY(cases.size() > 300);
  allTrainAlike(cases);
}

/// What no file of the suite has.
void TestKerasProgram::anyTextIsReadAsHere() {
  static const char* const texts[] = {
      "a,y\n0.1,1\n0.1,2\n0.1,4\n,5\n0.1,3\n",                  // rounding of a constant's mean
      "a,b,y\n,1,1\n,2,2\n,3,4\n,4,5\n7,5,3\n",                 // none in the training rows
      "k,b,y\n,1,1\n,2,2\n,3,4\n,4,5\nx,5,3\n",                 // no text in them
      "k,y\nx,1\n10,2\n9,4\n,5\n10,3\n9,7\n",                   // the first of the most frequent
      "k,y\ne\xCC\x81,1\n\xC3\xA9,2\nz,4\nz,1\n\xC3\xA9,5\n",   // two forms of a letter
      "k,y\n\"a\r\nb\",1\n\"a\nb\",2\nz,4\n\"z\" ,1\nz,2\n",    // line ends and blanks
      "e\xCC\x81,y\n1,1\n2,2\n5,4\n7,3\n",                      // a name's letters
      "a,,b,,y\n1,,2,,3\n3,,1,,4\n5,,6,,1\n",                   // columns without anything
      "id,y\n007,1\n-,2\n008,4\n007,1\n008,2\n",                // - beside identifiers
      "a;b;y\n1.234,5;1,5;1\n2,5;3,5;2\n1.000;2;4\n7;8;1\n",    // groups and decimal comma
      "a;y\n1 234,5;1\n2,5;2\n7;3\n-3,5;1\n",                   // groups of blanks
      "1, 2\n3, 4\n5, 7\n8,9\n",                                // no header, blanks
      "sep=;\n\nMarks;;\na;b; y\n1;2;3\n2;?;4\n5;6;1\n3;1;2\n", // much above the header
      ("a,y\n\xE2\x88\x92"
       "1.5,1\n2,2\n1e400,3\n4,1\n5,2\n"),               // minus sign, overflow
      "a,y\n12345678901234567890123,1\n2,2\n3,3\n4,1\n", // more than 64 bits
      "k,y\nNone,1\nx,2\nx,3\nNone,1\n",                 // a label
      "k,y\n1.#IND,1\nx,2\nx,3\n1.#IND,1\n",             // another
      "k,y\n\xE2\x80\x8Bx,1\nx,2\n z\xC2\xA0,3\nz,1\n",  // blanks of all kinds
      "a,y\n5 %,1\n7%,2\n 1.5 %,3\n-,1\n4%,2\n"};        // percent
  QTemporaryDir folder;
  std::vector<Case> cases;
  for (std::size_t i = 0; i < std::size(texts); ++i) {
    const QString path = folder.filePath(QString("t%1.csv").arg(i));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(texts[i]);
    file.close();
    const std::size_t before = cases.size();
    addCases(path, cases);
    QVERIFY2(cases.size() > before, texts[i]);
  }
  allTrainAlike(cases);
}

/// Numbers taken for labels, as input and as target, however the file writes them.
void TestKerasProgram::whatWasTypedByHandIsTheSame() {
  QTemporaryDir folder;
  const QString path = folder.filePath("grades.csv");
  QFile csv(path);
  QVERIFY(csv.open(QIODevice::WriteOnly));
  csv.write("grade,room,points\n1.0,0.5,3\n2.0,1.5,4\n1.0,,5\n3.0,0.5,7\n2.0,2,9\n1.0,0.5,8\n");
  csv.close();
  const auto read = readCsvFile(path.toStdString());
  QVERIFY(read);
  for (const char* target : {"points", "grade"}) {
    Design design;
    design.data.targets = {target};
    design.data.asCategory = {"grade", "room"};
    design.data.missing = MissingRule::mean;
    const TablePtr table = withTypes(*read, design.data);
    const auto shape = outline(*table, design.data);
    const auto data = prepare(*table, design.data, 1);
    QVERIFY(shape && data);
    design.network = hiddenNetwork({2}, Activation::relu);
    followTask(design, *shape);
    const std::string program = kerasCode(design, {*table, *shape, path.toStdString()}).text();
    const auto records = recordsOf(m_python, QDir(folder.path()), {program});
    const QString what = numbersApart(records[0], **data);
    QVERIFY2(what.isEmpty(), qPrintable(what + '\n' + program.c_str()));
  }
}

LAYERLAB_TEST(TestKerasProgram, "keras_program")
#include "tst_keras_program.moc"
