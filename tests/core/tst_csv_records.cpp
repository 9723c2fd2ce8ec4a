#include "tests/core/pictures.h"
#include "tests/testmain.h"

using namespace layerlab;

/// Records, quotes, ragged rows, row numbers (rules C3 to C5, C8).
class TestCsvRecords : public QObject {
  Q_OBJECT
private slots:
  void recordsAndQuotes_data();
  void recordsAndQuotes();
  void raggedRows_data();
  void raggedRows();
  void aRowThatIsTooLongIsRefused();
  void warningsNameTheRow_data();
  void warningsNameTheRow();
  void sheetRowsCountBlankAndTitleRows();
  void recordsMayCrossBlocks();
};

void TestCsvRecords::recordsAndQuotes_data() {
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

void TestCsvRecords::recordsAndQuotes() {
  QFETCH(QByteArray, text);
  QFETCH(QString, picture);
  QCOMPARE(pictureOf(text), picture);
}

void TestCsvRecords::raggedRows_data() {
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

void TestCsvRecords::raggedRows() {
  QFETCH(QByteArray, text);
  QFETCH(QString, picture);
  QFETCH(QString, warnings);
  QCOMPARE(pictureOf(text), picture);
  QCOMPARE(warningsOf(*tableOf(text)), warnings);
}

void TestCsvRecords::aRowThatIsTooLongIsRefused() {
  const QString tooLong = pictureOf("a,b,c\n1,2,3\n\n4,5,6,7\n");
  QVERIFY2(tooLong.startsWith("error 4 0: this row has 4 fields, expected 3"), qPrintable(tooLong));
}

void TestCsvRecords::warningsNameTheRow_data() {
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

void TestCsvRecords::warningsNameTheRow() {
  QFETCH(QByteArray, text);
  QFETCH(QString, warnings);
  QCOMPARE(warningsOf(*tableOf(text)), warnings);
}

void TestCsvRecords::sheetRowsCountBlankAndTitleRows() {
  const TablePtr table = tableOf("Title,,\n\na,b,c\n1,2,3\n\n4,5,6\n7,8,9\n");
  QCOMPARE(table->sheetRow(0), 4);
  QCOMPARE(table->sheetRow(1), 6);
  QCOMPARE(table->sheetRow(2), 7);
  QVERIFY(tableOf("a,b\n1,2\n3,4\n")->rowNumbers.empty());
  QCOMPARE(tableOf("1,2\n3,4\n")->sheetRow(0), 1);
}

void TestCsvRecords::recordsMayCrossBlocks() {
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

LAYERLAB_TEST(TestCsvRecords, "csv_records")
#include "tst_csv_records.moc"
