#include "tests/core/pictures.h"
#include "tests/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace layerlab;

namespace {

const QString csvSuiteFolder = QStringLiteral(LAYERLAB_TEST_DATA "/csv/");

QJsonArray csvSuite() {
  QFile file(csvSuiteFolder + "manifest.json");
  if (!file.open(QIODevice::ReadOnly)) qFatal("no manifest");
  return QJsonDocument::fromJson(file.readAll()).array();
}

QStringList textsOf(const QJsonValue& array) {
  QStringList out;
  for (const QJsonValue value : array.toArray()) out << value.toVariant().toString();
  return out;
}

void compareColumns(const Table& table, const QJsonObject& want) {
  static const char* const types[] = {"numeric", "categorical", "empty"};
  QStringList names;
  QStringList kinds;
  QStringList missing;
  for (const Column& column : table.columns) {
    names << QString::fromStdString(column.name);
    kinds << types[static_cast<int>(column.type)];
    missing << QString::number(column.missing);
  }
  if (want.contains("cols")) QCOMPARE(names.size(), want["cols"].toInt());
  if (want.contains("names")) QCOMPARE(names, textsOf(want["names"]));
  if (want.contains("types")) QCOMPARE(kinds, textsOf(want["types"]));
  if (want.contains("missing")) QCOMPARE(missing, textsOf(want["missing"]));
}

void compareLabels(const Table& table, const QJsonObject& want) {
  for (const QString& name : want.keys()) {
    const Column* column = table.find(name.toStdString());
    QVERIFY(column != nullptr);
    QStringList labels;
    for (const std::string& label : column->labels) labels << QString::fromStdString(label);
    QStringList expected = textsOf(want[name]);
    labels.sort();
    expected.sort();
    QCOMPARE(labels, expected);
  }
}

void compareNumbers(const Table& table, const QJsonObject& want) {
  const auto compare = [&](const char* key, auto numberOf) {
    const QJsonObject values = want[key].toObject();
    for (const QString& name : values.keys()) {
      const Column* column = table.find(name.toStdString());
      QVERIFY(column != nullptr);
      const double expected = values[name].toDouble();
      QVERIFY2(std::abs(numberOf(*column) - expected) <= 1e-9 * std::abs(expected) + 1e-12, key);
    }
  };
  compare("min", [](const Column& c) { return c.min; });
  compare("max", [](const Column& c) { return c.max; });
  compare("mean", [](const Column& c) { return c.mean; });
  compare("distinct", [](const Column& c) { return static_cast<double>(c.distinct); });
  compare("sum",
          [&](const Column& c) { return c.mean * static_cast<double>(table.rows - c.missing); });
}

void compareReport(const Table& table, const QJsonObject& want) {
  const ReadReport& report = table.report;
  if (want.contains("rows")) QCOMPARE(table.rows, want["rows"].toInteger());
  if (want.contains("encoding"))
    QCOMPARE(QString::fromStdString(report.encoding), want["encoding"].toString());
  if (want.contains("header")) QCOMPARE(report.header, want["header"].toBool());
  if (want.contains("decimal")) QCOMPARE(QString(report.decimal), want["decimal"].toString());
  if (want.contains("delimiter")) {
    const QString delimiter = report.delimiter ? QString(*report.delimiter) : QString();
    QCOMPARE(delimiter, want["delimiter"].toString());
  }
  const QStringList warnings = warningsOf(table).split(' ');
  for (const QString& code : textsOf(want["warnings"]))
    QVERIFY2(!warnings.filter(QRegularExpression("^" + code + "(@|$)")).isEmpty(),
             qPrintable(code));
  const QJsonObject rows = want["warning_row"].toObject();
  for (const QString& code : rows.keys())
    QVERIFY2(warnings.contains(code + '@' + QString::number(rows[code].toInteger())),
             qPrintable(warnings.join(' ')));
}

void compareError(const Error& error, const QJsonObject& want) {
  const QString line = QString::fromStdString(english(error));
  for (const QString& part : textsOf(want["error_contains"]))
    QVERIFY2(line.contains(part), qPrintable(line));
  for (const QJsonValue choice : want["error_any"].toArray()) {
    const QStringList parts = textsOf(choice);
    const auto found = [&](const QString& part) { return line.contains(part); };
    QVERIFY2(std::any_of(parts.begin(), parts.end(), found), qPrintable(line));
  }
}

} // namespace

/// The cases of tests/data/csv that read a file, through the library.
class TestCsvSuite : public QObject {
  Q_OBJECT
private slots:
  void suiteCase_data();
  void suiteCase();
};

void TestCsvSuite::suiteCase_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QJsonObject>("want");
  for (const QJsonValue value : csvSuite()) {
    const QJsonObject test = value.toObject();
    const bool plain = test["cmd"] == "inspect" && test.contains("file") &&
                       test.contains("expect") && !test.contains("setup");
    if (plain)
      QTest::newRow(qPrintable(test["id"].toString()))
          << csvSuiteFolder + test["file"].toString() << test["expect"].toObject();
  }
}

void TestCsvSuite::suiteCase() {
  QFETCH(QString, file);
  QFETCH(QJsonObject, want);
  const auto table = readCsvFile(file.toStdString());
  QCOMPARE(table.has_value(), want["exit"].toInt() == 0);
  if (!table) {
    QCOMPARE(QString::fromStdString(table.error().file), QFileInfo(file).fileName());
    compareError(table.error(), want);
    return;
  }
  compareColumns(**table, want);
  compareLabels(**table, want["labels"].toObject());
  compareNumbers(**table, want);
  compareReport(**table, want);
}

LAYERLAB_TEST(TestCsvSuite, "csv_suite")
#include "tst_csv_suite.moc"
