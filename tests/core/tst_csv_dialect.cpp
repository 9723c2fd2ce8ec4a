#include "tests/core/pictures.h"
#include "tests/testmain.h"

#include <optional>

using namespace layerlab;

/// Delimiter, header, names and number style are found, or told (rules C2, C6, C7).
class TestCsvDialect : public QObject {
  Q_OBJECT
private slots:
  void delimiterIsFound_data();
  void delimiterIsFound();
  void headerIsFound_data();
  void headerIsFound();
  void optionsOverrideGuesses();
  void headerIsDecidedByTheWholeFile();
  void styleIsDecidedByTheWholeFile();
  void manyRepeatedNamesAreQuick();
  void delimiterWords_data();
  void delimiterWords();
};

void TestCsvDialect::delimiterIsFound_data() {
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

void TestCsvDialect::delimiterIsFound() {
  QFETCH(QByteArray, text);
  QFETCH(QString, picture);
  QCOMPARE(pictureOf(text), picture);
}

void TestCsvDialect::headerIsFound_data() {
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

void TestCsvDialect::headerIsFound() {
  QFETCH(QByteArray, text);
  QFETCH(QString, picture);
  QCOMPARE(pictureOf(text), picture);
}

void TestCsvDialect::optionsOverrideGuesses() {
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

void TestCsvDialect::headerIsDecidedByTheWholeFile() {
  // The first record holds a number; only the very last row tells that it is no name.
  QByteArray text = "1,x\n";
  for (int i = 0; i < 60000; ++i) text += "a,b\n";
  QCOMPARE(tableOf(text)->report.header, true);
  const TablePtr table = tableOf(text + "2,b\n");
  QCOMPARE(table->report.header, false);
  QCOMPARE(table->rows, 60002);
  QCOMPARE(table->columns[0].labels, (std::vector<std::string>{"1", "a", "2"}));
}

void TestCsvDialect::styleIsDecidedByTheWholeFile() {
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

void TestCsvDialect::manyRepeatedNamesAreQuick() {
  QByteArray text = "a";
  for (int i = 1; i < 50000; ++i) text += ",a";
  const TablePtr table = tableOf(text + '\n');
  QCOMPARE(table->columns.size(), 50000);
  QCOMPARE(table->columns.back().name, "a_50000");
}

void TestCsvDialect::delimiterWords_data() {
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

void TestCsvDialect::delimiterWords() {
  QFETCH(QString, word);
  QFETCH(QString, delimiter);
  const Result<char> found = delimiterFromText(word.toStdString());
  QCOMPARE(found ? QString(*found) : QString(), delimiter);
  if (!found) QCOMPARE(found.error().kind, ErrorKind::usage);
}

LAYERLAB_TEST(TestCsvDialect, "csv_dialect")
#include "tst_csv_dialect.moc"
