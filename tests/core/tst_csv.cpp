#include "tests/core/pictures.h"
#include "tests/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace layerlab;

/// Reading: records, quotes, delimiters, headers, ragged rows, files (rules C2 to C8, C15 to C17).
class TestCsv : public QObject {
  Q_OBJECT
private slots:
  void suiteCase_data();
  void suiteCase();
  void recordsAndQuotes_data();
  void recordsAndQuotes();
  void delimiterIsFound_data();
  void delimiterIsFound();
  void headerIsFound_data();
  void headerIsFound();
  void raggedRows_data();
  void raggedRows();
  void warningsNameTheRow_data();
  void warningsNameTheRow();
  void optionsOverrideGuesses();
  void sheetRowsCountBlankAndTitleRows();
  void headerIsDecidedByTheWholeFile();
  void styleIsDecidedByTheWholeFile();
  void recordsMayCrossBlocks();
  void onlyRegularFiles_data();
  void onlyRegularFiles();
  void changedFileIsAnError();
  void replacedFileIsReadAsItWas();
  void cancelStopsReading();
  void progressRuns();
  void errorsAreShortAndOnOneLine();
  void manyRepeatedNamesAreQuick();
  void tooManyColumnsAreRefused();
  void delimiterWords_data();
  void delimiterWords();
};

namespace {

const QString suiteFolder = QStringLiteral(LAYERLAB_TEST_DATA "/csv/");

QJsonArray suite() {
  QFile file(suiteFolder + "manifest.json");
  if (!file.open(QIODevice::ReadOnly)) qFatal("no manifest");
  return QJsonDocument::fromJson(file.readAll()).array();
}

QStringList texts(const QJsonValue& array) {
  QStringList out;
  for (const QJsonValue& value : array.toArray()) out << value.toVariant().toString();
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
  if (want.contains("names")) QCOMPARE(names, texts(want["names"]));
  if (want.contains("types")) QCOMPARE(kinds, texts(want["types"]));
  if (want.contains("missing")) QCOMPARE(missing, texts(want["missing"]));
}

void compareLabels(const Table& table, const QJsonObject& want) {
  for (const QString& name : want.keys()) {
    const Column* column = table.find(name.toStdString());
    QVERIFY(column != nullptr);
    QStringList labels;
    for (const std::string& label : column->labels) labels << QString::fromStdString(label);
    QStringList expected = texts(want[name]);
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
  for (const QString& code : texts(want["warnings"]))
    QVERIFY2(!warnings.filter(QRegularExpression("^" + code + "(@|$)")).isEmpty(),
             qPrintable(code));
  const QJsonObject rows = want["warning_row"].toObject();
  for (const QString& code : rows.keys())
    QVERIFY2(warnings.contains(code + '@' + QString::number(rows[code].toInteger())),
             qPrintable(warnings.join(' ')));
}

void compareError(const Error& error, const QJsonObject& want) {
  const QString line = QString::fromStdString(english(error));
  for (const QString& part : texts(want["error_contains"]))
    QVERIFY2(line.contains(part), qPrintable(line));
  for (const QJsonValue& choice : want["error_any"].toArray()) {
    const QStringList parts = texts(choice);
    const auto found = [&](const QString& part) { return line.contains(part); };
    QVERIFY2(std::any_of(parts.begin(), parts.end(), found), qPrintable(line));
  }
}

} // namespace

void TestCsv::suiteCase_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QJsonObject>("want");
  for (const QJsonValue& value : suite()) {
    const QJsonObject test = value.toObject();
    const bool plain = test["cmd"] == "inspect" && test.contains("file") &&
                       test.contains("expect") && !test.contains("setup");
    if (plain)
      QTest::newRow(qPrintable(test["id"].toString()))
          << suiteFolder + test["file"].toString() << test["expect"].toObject();
  }
}

void TestCsv::suiteCase() {
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

void TestCsv::recordsAndQuotes_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("picture");
  const auto row = [](const char* name, const char* text, const char* picture) {
    QTest::newRow(name) << QByteArray(text) << QString(picture);
  };
  row("no final line end", "a,b\n1,2", "a:n 1 | b:n 2");
  row("CR at the very end", "a,b\r1,2\r", "a:n 1 | b:n 2");
  row("VT, FF and U+2028 end nothing", "a,b\n1,x\vy\n2,x\fy\n3,x\xE2\x80\xA8y\n",
      "a:n 1 2 3 | b:c x\vy x\fy x\xE2\x80\xA8y");
  row("blank rows anywhere", "\n\na,b\n\n1,2\n , \n,\n3,4\n", "a:n 1 3 | b:n 2 4");
  row("quoted empty is no blank row", "a,b\n\"\",\n1,2\n", "a:n _ 1 | b:n _ 2");
  row("one column: empty line is blank, quoted one missing", "a\n1\n\n\"\"\n2\n", "a:n 1 _ 2");
  row("blanks around quotes", "a,b\n  \"x, y\"\t ,1\n", "a:c x, y | b:n 1");
  row("quote inside a bare field", "a,b\n5\" pipe,1\n", "a:c 5\" pipe | b:n 1");
  row("apostrophe and backslash are ordinary", "a,b\n'x',\\\"\ny\\,2\n",
      "a:c 'x' y\\ | b:c \\\" 2");
  row("doubled quotes at both ends", "a\n\"\"\"x\"\"\"\n", "a:c \"x\"");
  row("only a quote", "a,b\n\"\"\"\",1\n", "a:c \" | b:n 1");
  row("CRLF inside quotes becomes LF", "a,b\n\"x\r\ny\",1\n\"x\ny\",2\n\"x\ry\",3\n",
      "a:c x\ny x\ny x\ny | b:n 1 2 3");
  row("open quote names its row and column", "a,b\n1,2\n\n3,\"x\n5,6\n",
      "error 4 2: a quote (\") is opened here and never closed; close it, or double it if it "
      "belongs to the text");
  row("open quote in the header", "a,\"b\n1,2\n",
      "error 1 2: a quote (\") is opened here and never closed; close it, or double it if it "
      "belongs to the text");
  row("a multi-line cell is one row", "a,b\n\"x\ny\nz\",1\n2,\"open\n",
      "error 3 2: a quote (\") is opened here and never closed; close it, or double it if it "
      "belongs to the text");
  row("text after a closing quote", "a,b\n\"x\"y,1\n",
      "error 2 1: there is text directly after a closing quote (\"); a quote inside a quoted field "
      "must be doubled");
  row("nothing but blank rows", "\n  \n,,\n",
      "error 0 0: the file has no data: all its rows are empty");
  row("nothing but a byte order mark", "\xEF\xBB\xBF",
      "error 0 0: the file has no data: all its rows are empty");
}

void TestCsv::recordsAndQuotes() {
  QFETCH(QByteArray, text);
  QFETCH(QString, picture);
  QCOMPARE(pictureOf(text), picture);
}

void TestCsv::delimiterIsFound_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("picture");
  const auto row = [](const char* name, const char* text, const char* picture) {
    QTest::newRow(name) << QByteArray(text) << QString(picture);
  };
  row("sep line", "sep=|\na|b\n1|2\n", "a:n 1 | b:n 2");
  row("quoted sep line behind a mark", "\xEF\xBB\xBF\"sep=;\"\r\na;b\r\n1;2\r\n", "a:n 1 | b:n 2");
  row("sep line with an unusual sign", "sep=^\na^b\n1^2\n", "a:n 1 | b:n 2");
  row("sep= is a name here", "sep=x,b\n1,2\n", "sep=x:n 1 | b:n 2");
  row("consistency wins over number", "a;b\nx,1;2\ny,2,3,4;3\nz;4\n",
      "a:c x,1 y,2,3,4 z | b:n 2 3 4");
  row("then more fields win", "a,b;c\n1,2;3\n", "a:n 1 | b;c:c 2;3");
  row("then the order", "a,b;c\n", "a:e | b;c:e");
  row("delimiters in quotes are no evidence", "a|b\n\"1,2,3\"|x\n\"4,5,6\"|y\n",
      "a:c 1,2,3 4,5,6 | b:c x y");
  row("one comma in a text column", "text\nhello, world\nplain\nmore\n",
      "text:c hello, world plain more");
  row("names of people are no table", "name\nKim\nLee\nPark, Jr\nChoi, Sr\n",
      "name:c Kim Lee Park, Jr Choi, Sr");
  row("one column of decimal commas", "v\n1,5\n2,5\n3,25\n", "v:n 1.5 2.5 3.25");
  row("blanks are not guessed", "a b\n1 2\n", "a b:c 1 2");
  row("tab", "a\tb\n1\t\n2\t3\n", "a:n 1 2 | b:n _ 3");
}

void TestCsv::delimiterIsFound() {
  QFETCH(QByteArray, text);
  QFETCH(QString, picture);
  QCOMPARE(pictureOf(text), picture);
}

void TestCsv::headerIsFound_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("picture");
  const auto row = [](const char* name, const char* text, const char* picture) {
    QTest::newRow(name) << QByteArray(text) << QString(picture);
  };
  row("all text", "x,y\na,b\nc,d\n", "x:c a c | y:c b d");
  row("only one record with a number is data", "a,1\n", "column1:c a | column2:n 1");
  row("only one record without numbers is a header", "a,b\n", "a:e | b:e");
  row("numbers only", "1,2\n3,4\n", "column1:n 1 3 | column2:n 2 4");
  row("text above numbers", "a,2\n1,2\n3,4\n", "a:n 1 3 | 2:n 2 4");
  row("numbers above no numbers", "1,2\na,b\nc,d\n", "1:c a c | 2:c b d");
  row("years rising", "name,2019,2020\nx,1,2\n", "name:c x | 2019:n 1 | 2020:n 2");
  row("years falling, first name empty", ",2020,2019\nx,1,2\n",
      "column1:c x | 2020:n 1 | 2019:n 2");
  row("years above years are data", "x,2019,2020\ny,2018,2021\n",
      "column1:c x y | column2:n 2019 2018 | column3:n 2020 2021");
  row("equal years are no names", "x,2019,2019\ny,1,2\n",
      "column1:c x y | column2:n 2019 1 | column3:n 2019 2");
  row("one year is not enough", "x,2019\ny,3\n", "column1:c x y | column2:n 2019 3");
  row("identifiers are numbers here", "007,Kim\n012,Lee\n",
      "column1:c 007 012 | column2:c Kim Lee");
  row("a missing mark is no number", "NA,b\n1,2\n", "NA:n 1 | b:n 2");
  row("title of one field", "Report\nname,n\nx,1\n", "name:c x | n:n 1");
  row("titles with empty fields and a blank row", "Report 2024,,\n\nSecond,,\na,b,c\n1,2,3\n",
      "a:n 1 | b:n 2 | c:n 3");
  row("a table of two columns has no titles with empty fields", "id,\n1,2\n3,4\n",
      "id:n 1 3 | column2:n 2 4");
  row("no header follows: no title", "Report,,\n1,2,3\n4,5,6\n",
      "Report:n 1 4 | column2:n 2 5 | column3:n 3 6");
  row("comments", "# one\n#two, three\na,b,c\n1,2,3\n", "a:n 1 | b:n 2 | c:n 3");
  row("a comment with as many fields is the header", "#,b\n1,2\n", "#:n 1 | b:n 2");
  row("# is no comment further down", "a,b\n# x\n1,2\n", "a:c # x 1 | b:n _ 2");
  row("a comment above a title", "# c, d, e, f\nTitle,,\na,b,c\n1,2,3\n", "a:n 1 | b:n 2 | c:n 3");
  row("comments above data without names", "# c\n1,2\n3,4\n", "column1:n 1 3 | column2:n 2 4");
  row("line break in a name", "\"a\nb\",c\n1,2\n", "a b:n 1 | c:n 2");
  row("repeated names", "a,a,a_2,a\n1,2,3,4\n", "a:n 1 | a_3:n 2 | a_2:n 3 | a_4:n 4");
  row("case makes a difference", "a,A\n1,2\n", "a:n 1 | A:n 2");
  row("an empty name beside its own", "column2,\n1,2\n", "column2:n 1 | column2_2:n 2");
  row("NFC in names", "\x65\xCC\x81,b\n1,2\n", "\xC3\xA9:n 1 | b:n 2");
}

void TestCsv::headerIsFound() {
  QFETCH(QByteArray, text);
  QFETCH(QString, picture);
  QCOMPARE(pictureOf(text), picture);
}

void TestCsv::raggedRows_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("picture");
  QTest::addColumn<QString>("warnings");
  const auto row = [](const char* name, const char* text, const char* picture,
                      const char* warnings) {
    QTest::newRow(name) << QByteArray(text) << QString(picture) << QString(warnings);
  };
  row("short", "a,b,c\n1,2,3\n4\n", "a:n 1 4 | b:n 2 _ | c:n 3 _",
      "RAGGED_SHORT@3 CONSTANT_COLUMN CONSTANT_COLUMN");
  row("without header the usual length counts", "1,2,3\n4,5\n6,7,8\n",
      "column1:n 1 4 6 | column2:n 2 5 7 | column3:n 3 _ 8", "RAGGED_SHORT@2");
  row("long but empty", "a,b\n1,2,,\n3,4\n", "a:n 1 3 | b:n 2 4", "TRAILING_DELIMITER@2");
  row("unnamed empty column", "a,b,\n1,2,\n3,4,\n", "a:n 1 3 | b:n 2 4", "EMPTY_COLUMN_DROPPED");
  row("unnamed empty column and rows without it", "a,b,\n1,2\n3,4\n", "a:n 1 3 | b:n 2 4",
      "EMPTY_COLUMN_DROPPED");
  row("unnamed column with a value stays", "a,b,\n1,2\n3,4,5\n",
      "a:n 1 3 | b:n 2 4 | column3:n _ 5", "RAGGED_SHORT@2 CONSTANT_COLUMN");
  row("dropped in the middle", "a,,c\n1,NA,3\n", "a:n 1 | c:n 3", "EMPTY_COLUMN_DROPPED");
  row("named empty column stays", "a,b\n1,NA\n2,\n", "a:n 1 2 | b:e _ _", "EMPTY_COLUMN");
  row("ghost rows", "a,b\n1,2\n,\n , \n", "a:n 1 | b:n 2", "BLANK_ROWS_SKIPPED@3");
  row("no data rows", "a,b,c\n", "a:e | b:e | c:e", "NO_DATA_ROWS");
  row("one column", "a\n1\n2\n", "a:n 1 2", "SINGLE_COLUMN");
}

void TestCsv::raggedRows() {
  QFETCH(QByteArray, text);
  QFETCH(QString, picture);
  QFETCH(QString, warnings);
  QCOMPARE(pictureOf(text), picture);
  QCOMPARE(warningsOf(*tableOf(text)), warnings);
  const QString tooLong = pictureOf("a,b,c\n1,2,3\n\n4,5,6,7\n");
  QVERIFY2(tooLong.startsWith("error 4 0: this row has 4 fields, expected 3"), qPrintable(tooLong));
}

void TestCsv::warningsNameTheRow_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("warnings");
  const auto row = [](const char* name, const char* text, const char* warnings) {
    QTest::newRow(name) << QByteArray(text) << QString(warnings);
  };
  row("mixed styles: the odd one out", "k;v\na;1,5\nb;2.5\nc;3.5\nd;4.75\n", "MIXED_COLUMN@2");
  row("half numbers are enough", "k,v\na,1\nb,x\n", "MIXED_COLUMN@3");
  row("less than half are not", "k,v\na,1\nb,x\nc,y\n", "");
  row("a dash is not the offender", "k,v\na,1\nb,-\nc,x\nd,2\ne,3\n", "MIXED_COLUMN@4");
  row("title, blank and comment rows count", "# c\nT,,\na,b,c\n\n1,x,5\n2,y,inf\n",
      "PREAMBLE_SKIPPED@2 COMMENT_SKIPPED@1 BLANK_ROWS_SKIPPED@4 NONFINITE_VALUES@6 "
      "CONSTANT_COLUMN");
  row("a sep line is no row", "sep=,\na,b\n1,2\n2,3\n3,inf\n", "NONFINITE_VALUES@4");
  row("constant only from two rows on", "a,b\n1,x\n", "");
  row("constant with missing", "a,b\n1,x\n,y\n", "CONSTANT_COLUMN");
  row("identifiers are not mixed", "id,b\n007,1\n012,2\n", "IDENTIFIER_COLUMN");
  row("repeated names", "a,a\n1,2\n", "DUPLICATE_NAMES");
}

void TestCsv::warningsNameTheRow() {
  QFETCH(QByteArray, text);
  QFETCH(QString, warnings);
  QCOMPARE(warningsOf(*tableOf(text)), warnings);
}

void TestCsv::optionsOverrideGuesses() {
  ReadOptions blank;
  blank.delimiter = ' ';
  QCOMPARE(pictureOf("a b\n1 2\n", blank), "a:n 1 | b:n 2");
  ReadOptions comma;
  comma.delimiter = ',';
  QCOMPARE(pictureOf("sep=;\na,b\n1,2\n", comma), "a:n 1 | b:n 2");
  ReadOptions header;
  header.header = HeaderMode::yes;
  QCOMPARE(pictureOf("1,2\n3,4\n", header), "1:n 3 | 2:n 4");
  header.header = HeaderMode::no;
  QCOMPARE(pictureOf("a,b\n3,4\n", header), "column1:c a 3 | column2:c b 4");
  ReadOptions decimal;
  decimal.decimal = '.';
  QCOMPARE(pictureOf("a;b\n1,234;x\n", decimal), "a:n 1234 | b:c x");
  decimal.decimal = ',';
  QCOMPARE(pictureOf("a\tb\n1.234\tx\n", decimal), "a:n 1234 | b:c x");
  ReadOptions wrong;
  wrong.delimiter = ';';
  QCOMPARE(tableOf("a,b\n1,2\n", wrong)->report.delimiter, std::optional<char>());
}

void TestCsv::sheetRowsCountBlankAndTitleRows() {
  const TablePtr table = tableOf("Title,,\n\na,b,c\n1,2,3\n\n4,5,6\n7,8,9\n");
  QCOMPARE(table->sheetRow(0), 4);
  QCOMPARE(table->sheetRow(1), 6);
  QCOMPARE(table->sheetRow(2), 7);
  QVERIFY(tableOf("a,b\n1,2\n3,4\n")->rowNumbers.empty());
  QCOMPARE(tableOf("1,2\n3,4\n")->sheetRow(0), 1);
}

void TestCsv::headerIsDecidedByTheWholeFile() {
  // The first record holds a number; only the very last row tells that it is no name.
  QByteArray text = "1,x\n";
  for (int i = 0; i < 60000; ++i) text += "a,b\n";
  QCOMPARE(tableOf(text)->report.header, true);
  const TablePtr table = tableOf(text + "2,b\n");
  QCOMPARE(table->report.header, false);
  QCOMPARE(table->rows, 60002);
  QCOMPARE(table->columns[0].labels, (std::vector<std::string>{"1", "a", "2"}));
}

void TestCsv::styleIsDecidedByTheWholeFile() {
  QByteArray text = "id;p;q;r\n";
  for (int i = 0; i < 60000; ++i) text += "1;12;1.234;5%\n";
  const TablePtr plain = tableOf(text + "2;13;2.345;6%\n");
  QCOMPARE(plain->columns[2].max, 2.345);
  // One decimal comma in another column makes the dots group signs; a letter makes a text.
  const TablePtr table = tableOf(text + "x;1,5;2.345;6,5%\n");
  QCOMPARE(table->columns[0].type, ColumnType::categorical);
  QCOMPARE(table->columns[0].labels, (std::vector<std::string>{"1", "x"}));
  QCOMPARE(table->columns[0].labelCounts, (std::vector<std::int64_t>{60000, 1}));
  QCOMPARE(table->columns[1].min, 1.5);
  QCOMPARE(table->columns[2].max, 2345.0);
  QCOMPARE(table->columns[3].max, 6.5);
  QCOMPARE(table->report.decimal, ',');
}

void TestCsv::recordsMayCrossBlocks() {
  // Blocks are read in pieces of 4 MB: CRLF, quotes and characters lie across their borders.
  QByteArray text = "t,n\r\n";
  const QByteArray label = "\"가\"\"\r\n나" + QByteArray(997, 'x') + "\"";
  for (int i = 0; i < 10000; ++i) text += label + ',' + QByteArray::number(i) + "\r\n";
  const TablePtr table = tableOf(text);
  QCOMPARE(table->rows, 10000);
  QCOMPARE(table->columns[0].distinct, 1);
  QCOMPARE(table->columns[0].labels[0].size(), std::size_t{8 + 997});
  QVERIFY(table->columns[0].labels[0].starts_with("가\"\n나x"));
  QCOMPARE(table->columns[1].distinct, 10000);
  QCOMPARE(table->columns[1].mean, 4999.5);
}

void TestCsv::onlyRegularFiles_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("word");
  QTest::newRow("missing") << "missing"
                           << "not found";
  QTest::newRow("folder") << "folder"
                          << "folder";
  QTest::newRow("pipe") << "pipe"
                        << "pipe";
  QTest::newRow("socket") << "socket"
                          << "socket";
  QTest::newRow("device") << "device"
                          << "device";
  QTest::newRow("dangling link") << "dangling"
                                 << "not found";
  QTest::newRow("link loop") << "loop"
                             << "circle";
  QTest::newRow("long name") << "long"
                             << "too long";
}

namespace {

/// Makes the odd file and returns its path.
std::string oddFile(const QString& kind, const QTemporaryDir& folder) {
  const std::string path = folder.filePath("x.csv").toStdString();
  if (kind == "folder") ::mkdir(path.c_str(), 0700);
  if (kind == "pipe") ::mkfifo(path.c_str(), 0600);
  if (kind == "dangling") static_cast<void>(::symlink("nowhere", path.c_str()));
  if (kind == "loop") static_cast<void>(::symlink("x.csv", path.c_str()));
  if (kind == "device") return "/dev/zero";
  if (kind == "long") return QString("/tmp/%1/x.csv").arg(QString(300, 'd')).toStdString();
  if (kind == "socket") {
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof(address.sun_path) - 1);
    ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
    ::close(socket);
  }
  return path;
}

void save(const QString& path, const QByteArray& text) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("cannot write");
}

} // namespace

void TestCsv::onlyRegularFiles() {
  QFETCH(QString, kind);
  QFETCH(QString, word);
  const QTemporaryDir folder;
  const auto table = readCsvFile(oddFile(kind, folder));
  QVERIFY(!table);
  const QString line = QString::fromStdString(english(table.error()));
  QVERIFY2(line.contains(word), qPrintable(line));
}

void TestCsv::changedFileIsAnError() {
  const QTemporaryDir folder;
  const QString path = folder.filePath("a.csv");
  QByteArray text = "a,b\n";
  while (text.size() < 9 << 20) text += "1,2\n3,4\n5,6\n7,8\n";
  for (const char* change : {"grow", "shrink"}) {
    save(path, text);
    bool done = false;
    ReadControl control;
    control.progress = [&](double) {
      if (std::exchange(done, true)) return;
      if (QByteArray(change) == "shrink") QFile::resize(path, 100);
      QFile file(path);
      if (QByteArray(change) == "grow" && file.open(QIODevice::Append)) file.write("9,9\n");
    };
    const auto table = readCsvFile(path.toStdString(), {}, control);
    QVERIFY(!table);
    QVERIFY(english(table.error()).find("changed while it was being read") != std::string::npos);
  }
}

void TestCsv::replacedFileIsReadAsItWas() {
  const QTemporaryDir folder;
  const QString path = folder.filePath("a.csv");
  QByteArray text = "a,b\n";
  while (text.size() < 9 << 20) text += "1,2\n";
  save(path, text);
  save(folder.filePath("b.csv"), "x\n");
  ReadControl control;
  control.progress = [&](double) {
    ::rename(qPrintable(folder.filePath("b.csv")), qPrintable(path));
  };
  const auto table = readCsvFile(path.toStdString(), {}, control);
  QVERIFY(table);
  QCOMPARE((*table)->rows, (text.size() - 4) / 4);
}

void TestCsv::cancelStopsReading() {
  ReadControl control;
  control.cancel.cancel();
  const auto table = readCsvBytes("a,b\n1,2\n", "x.csv", {}, control);
  QVERIFY(!table);
  QCOMPARE(table.error().message.pattern, cancelledText);
}

void TestCsv::progressRuns() {
  std::string text = "a,b\n";
  while (text.size() < std::size_t{9} << 20) text += "1,2\n";
  std::vector<double> seen;
  ReadControl control;
  control.progress = [&](double share) { seen.push_back(share); };
  QVERIFY(readCsvBytes(text, "x.csv", {}, control));
  QVERIFY(seen.size() >= 3);
  QCOMPARE(seen.back(), 1.0);
  QVERIFY(std::all_of(seen.begin(), seen.end(), [](double s) { return s >= 0.0 && s <= 1.0; }));
}

void TestCsv::errorsAreShortAndOnOneLine() {
  std::string name(210, 'x');
  name.replace(0, 9, "evil\nname");
  std::string text(70000, 'n');
  text.append(",b\n1,2,3\n");
  const auto table = readCsvBytes(text, name);
  QVERIFY(!table);
  const std::string line = english(table.error());
  QVERIFY(line.size() < 1000);
  QCOMPARE(line.find('\n'), std::string::npos);
  QVERIFY(line.starts_with("evil namexxx"));
  const TablePtr wide = tableOf(QByteArray(70000, 'n') + ",b\n1,2\n1,2\n");
  for (const TableIssue& issue : wide->report.issues) QVERIFY(english(issue.message).size() < 1000);
}

void TestCsv::manyRepeatedNamesAreQuick() {
  QByteArray text = "a";
  for (int i = 1; i < 50000; ++i) text += ",a";
  const TablePtr table = tableOf(text + '\n');
  QCOMPARE(table->columns.size(), 50000);
  QCOMPARE(table->columns.back().name, "a_50000");
}

void TestCsv::tooManyColumnsAreRefused() {
  std::string text(150000, ',');
  text.append("x\n1,2\n");
  const auto table = readCsvBytes(text, "x.csv");
  QVERIFY(!table);
  QCOMPARE(table.error().kind, ErrorKind::limit);
  QVERIFY(english(table.error()).find("too large") != std::string::npos);
}

void TestCsv::delimiterWords_data() {
  QTest::addColumn<QString>("word");
  QTest::addColumn<QString>("delimiter");
  QTest::newRow("comma") << "comma"
                         << ",";
  QTest::newRow("semicolon") << "semicolon"
                             << ";";
  QTest::newRow("tab") << "tab"
                       << "\t";
  QTest::newRow("pipe") << "pipe"
                        << "|";
  QTest::newRow("space") << "space"
                         << " ";
  QTest::newRow("character") << "^"
                             << "^";
  for (const char* bad : {"", "\"", "\n", "ab", "\xC2\xA6"}) QTest::newRow(bad) << bad << "";
}

void TestCsv::delimiterWords() {
  QFETCH(QString, word);
  QFETCH(QString, delimiter);
  const Result<char> found = delimiterFromText(word.toStdString());
  QCOMPARE(found ? QString(*found) : QString(), delimiter);
  if (!found) QCOMPARE(found.error().kind, ErrorKind::usage);
}

LAYERLAB_TEST(TestCsv, "csv")
#include "tst_csv.moc"
