#include "core/base/random.h"
#include "core/io/inspect.h"
#include "tests/core/pictures.h"
#include "tests/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>
#include <vector>

using namespace layerlab;

/// Values, labels, types, statistics (rules C9 to C14) and the inspect document (C18).
class TestTable : public QObject {
  Q_OBJECT
private slots:
  void columnIsTyped_data();
  void columnIsTyped();
  void filesSettleStyles_data();
  void filesSettleStyles();
  void numbersAreRoundedLikeStrtod();
  void statisticsAreTrue();
  void distinctIsExact_data();
  void distinctIsExact();
  void infinitiesAreMissing();
  void hugeNumbersFitFloat();
  void labelsKeepTheirOrderAndCounts();
  void localeDoesNotMatter();
  void inspectIsValidJson();
  void inspectHasNoNumbersForEmptyColumns();
  void examplesLoad_data();
  void examplesLoad();
};

/// The picture of a column `v` with these cells, beside a text column.
static QString columnPicture(const QString& cells, char delimiter = '|') {
  QByteArray text = QByteArray("k") + delimiter + "v\n";
  for (const QString& cell : cells.split(' '))
    text += QByteArray("x") + delimiter + QString(cell).replace('~', ' ').toUtf8() + '\n';
  const QString picture = pictureOf(text);
  return picture.mid(picture.indexOf(" | v:") + 5);
}

void TestTable::columnIsTyped_data() {
  QTest::addColumn<QString>("cells");
  QTest::addColumn<QString>("picture");
  const auto row = [](const char* cells, const char* picture) {
    QTest::newRow(cells) << QString(cells) << QString(picture);
  };
  // C9
  row("1 NA N/A n/a #N/A #N/A~N/A #NA NaN nan -NaN -nan NULL null <NA> ?",
      "n 1 _ _ _ _ _ _ _ _ _ _ _ _ _ _");
  row("a #DIV/0! #VALUE! #REF! #NAME? #NUM! #NULL!", "c a _ _ _ _ _ _");
  row("1 \"NA\" \"\"", "n 1 _ _");
  row("Na na a", "c Na na a");
  row("1 - -- . None none", "n 1 _ _ _ _ _");
  row("- a 1", "c - a 1");
  row("- -- None", "e _ _ _");
  row("- NA inf", "n _ _ _");
  row("0 -999", "n 0 -999");
  row("007 - 012", "c 007 _ 012");
  // C10
  row("+5 .5 7. -.25 1e3 1E-3 2.5e+02", "n 5 0.5 7 -0.25 1000 0.001 250");
  row("\xE2\x88\x92"
      "5 1e\xE2\x88\x92"
      "1",
      "n -5 0.1");
  row("18446744073709551616 1", "n 1.844674e+19 1");
  row("00000000000000000000.5 0.1", "n 0.5 0.1");
  row("-007 1", "n -7 1");
  row("12kg 1", "c 12kg 1");
  row("1.5e 1", "c 1.5e 1");
  row("0x1F 1", "c 0x1F 1");
  row("1_000 1", "c 1_000 1");
  row("1d5 1", "c 1d5 1");
  row("$5 1", "c $5 1");
  row("1.2.3 1", "c 1.2.3 1");
  row("+-1 1", "c +-1 1");
  row("1e5.5 1", "c 1e5.5 1");
  row("e5 1", "c e5 1");
  row("\xEF\xBC\x91 1", "c \xEF\xBC\x91 1"); // a full-width digit
  row("1~2 3", "c 1 2 3");
  row("infinite 1", "c infinite 1");
  row("1 inf -Infinity +INF 1e400 -1e400", "n 1 _ _ _ _ _");
  row("1 1e-400 -1e-400 4.9e-324", "n 1 0 0 0");
  // C11
  row("1,234 1,234,567.89 12", "n 1234 1234568 12");
  row("1,5 2", "n 1.5 2");
  row("1.234,50 2", "n 1234.5 2");
  row("1~234,5 2", "n 1234.5 2");
  row("1\xC2\xA0"
      "234,5 2",
      "n 1234.5 2");
  row("1\xE2\x80\xAF"
      "234 2",
      "n 1234 2");
  row("1,23,456 1", "c 1,23,456 1");
  row("1,2345 1,234", "n 1.2345 1.234");
  row("1234,567 1", "n 1234.567 1");
  row("0,123 0,456", "n 0.123 0.456");
  row("1,234.5 1.234,5", "c 1,234.5 1.234,5");
  row("1.234.567 1.234", "n 1234567 1234");
  row("-1,234 1", "n -1234 1");
  row(",5 7,", "n 0.5 7");
  row("95% 87.5% 100~%", "n 95 87.5 100");
  row("95,5% 1%", "n 95.5 1");
  row("1,234% 2%", "n 1234 2");
  row("95% 95", "c 95% 95");
  row("% 1", "c % 1");
  row("007% 1%", "n 7 1");
  // C12, C13, C14
  row("007 12", "c 007 12");
  row("00 1", "c 00 1");
  row("0 1", "n 0 1");
  row("0.5 00.5", "n 0.5 0.5");
  row("0123,5 1", "n 123.5 1");
  row("\xC2\xA0"
      "a\xE3\x80\x80 \xE2\x80\x8B"
      "a\xEF\xBB\xBF",
      "c a a");
  row("\xC3\xA9 e\xCC\x81", "c \xC3\xA9 \xC3\xA9");
  row("a A", "c a A");
  row("=1+1 <b>", "c =1+1 <b>");
  row("%s%n {}", "c %s%n {}");
  row("TRUE FALSE", "c TRUE FALSE");
  row("12:30 2024-03-01", "c 12:30 2024-03-01");
}

void TestTable::columnIsTyped() {
  QFETCH(QString, cells);
  QFETCH(QString, picture);
  QCOMPARE(columnPicture(cells), picture);
}

void TestTable::filesSettleStyles_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("picture");
  QTest::addColumn<QString>("decimal");
  const auto row = [](const char* name, const char* text, const char* picture,
                      const char* decimal) {
    QTest::newRow(name) << QByteArray(text) << QString(picture) << QString(decimal);
  };
  row("ambiguous: thousands", "a|b\n1,234|x\n", "a:n 1234 | b:c x", ".");
  row("ambiguous with semicolon: decimal comma", "a;b\n1,234;x\n", "a:n 1.234 | b:c x", ",");
  row("another column is decimal comma", "a|b\n1,234|1,5\n", "a:n 1.234 | b:n 1.5", ",");
  row("another column is decimal comma in percent", "a|b\n1,234|1,5%\n", "a:n 1.234 | b:n 1.5",
      ",");
  row("another column is thousands only", "a|b\n1,234|1,234.5\n", "a:n 1234 | b:n 1234.5", ".");
  row("dot groups in a decimal-comma file", "a;b\n1.000;1,5\n2.500;2\n",
      "a:n 1000 2500 | b:n 1.5 2", ",");
  row("dots without any decimal comma", "a;b\n1.000;1\n2.500;2\n", "a:n 1 2.5 | b:n 1 2", ".");
  row("no strict groups in a decimal-comma file", "a;b\n1.000;1,5\n2.5;2\n",
      "a:n 1 2.5 | b:n 1.5 2", ",");
  row("whole numbers in a decimal-comma file", "a;b\n1000;1,5\n", "a:n 1000 | b:n 1.5", ",");
  row("whole numbers with semicolons", "a;b\n1;2\n", "a:n 1 | b:n 2", ".");
  row("a text column with commas settles nothing", "a|b\n1,234|x,5\n", "a:n 1234 | b:c x,5", ".");
}

void TestTable::filesSettleStyles() {
  QFETCH(QByteArray, text);
  QFETCH(QString, picture);
  QFETCH(QString, decimal);
  QCOMPARE(pictureOf(text), picture);
  QCOMPARE(QString(tableOf(text)->report.decimal), decimal);
}

void TestTable::numbersAreRoundedLikeStrtod() {
  constexpr double maxFloat = std::numeric_limits<float>::max();
  // The fast path against std::from_chars: random mantissas, places and exponents.
  Random random(7);
  for (int round = 0; round < 20; ++round) {
    QByteArray text = "v\n";
    std::vector<double> expected;
    for (int i = 0; i < 500; ++i) {
      QByteArray cell = QByteArray::number(random.below(std::uint64_t{1} << random.below(64)));
      if (random.below(3) != 0) cell.insert(cell.size() - static_cast<int>(random.below(2)), '.');
      if (random.below(2) == 0 && cell.contains('.'))
        cell += QByteArray::number(random.below(1000000));
      if (random.below(3) == 0) cell += 'e' + QByteArray::number(int(random.below(60)) - 30);
      if (random.below(2) == 0) cell.prepend('-');
      double value = 0.0;
      std::from_chars(cell.constData(), cell.constData() + cell.size(), value);
      expected.push_back(value);
      text += cell + '\n';
    }
    const Column column = tableOf(text)->columns[0];
    if (column.identifier) continue;
    QCOMPARE(column.type, ColumnType::numeric);
    QCOMPARE(column.min, *std::min_element(expected.begin(), expected.end()));
    QCOMPARE(column.max, *std::max_element(expected.begin(), expected.end()));
    for (std::size_t i = 0; i < expected.size(); ++i)
      QCOMPARE(column.numbers[i],
               static_cast<float>(std::clamp<double>(expected[i], -maxFloat, maxFloat)));
    std::set<double> different(expected.begin(), expected.end());
    QCOMPARE(column.distinct, static_cast<std::int64_t>(different.size()));
  }
}

void TestTable::statisticsAreTrue() {
  QCOMPARE(tableOf("v\n1e16\n1\n-1e16\n")->columns[0].mean, 1.0 / 3.0);
  QCOMPARE(tableOf("v\n1.7e308\n1.7e308\n1.6e308\n")->columns[0].mean, 5.0 / 3.0 * 1e308);
  const Column zero = tableOf("v,w\n-0,1\n0,1\n0.0,1\n")->columns[0];
  QCOMPARE(zero.distinct, 1);
  QVERIFY(!std::signbit(zero.min));
  QByteArray text = "v\n";
  for (int i = 0; i < 100000; ++i) text += "0.1\n";
  QCOMPARE(tableOf(text)->columns[0].mean, 0.1);
}

void TestTable::distinctIsExact_data() {
  QTest::addColumn<int>("rows");
  QTest::addColumn<int>("different");
#if defined(LAYERLAB_SANITIZED) // where the largest takes half a minute
  const std::vector<int> sizes{1, 10, 1000, 20000};
#else
  const std::vector<int> sizes{1, 10, 1000, 20000, 200000};
#endif
  for (int rows : sizes)
    for (int different : {1, 2, 7, 8191, 8192, 8193, 20000, 200000})
      if (different <= rows) QTest::addRow("%d of %d", different, rows) << rows << different;
}

void TestTable::distinctIsExact() {
  QFETCH(int, rows);
  QFETCH(int, different);
  Random random(static_cast<std::uint64_t>(rows + different));
  std::vector<std::uint32_t> order(static_cast<std::size_t>(rows));
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = static_cast<std::uint32_t>(i % static_cast<std::size_t>(different));
  random.shuffle(order);
  // Values that differ in double but not in float; some columns are shuffled, some are not.
  QByteArray text = "a,b,c\n";
  for (std::uint32_t value : order)
    text += "1.00000000" + QByteArray::number(1000000 + value) + ',' + QByteArray::number(value) +
            ",\"k" + QByteArray::number(value) + "\"\n";
  const TablePtr table = tableOf(text);
  for (const Column& column : table->columns) QCOMPARE(column.distinct, different);
}

void TestTable::infinitiesAreMissing() {
  const TablePtr table = tableOf("v,k\ninf,a\n1e999,b\n,c\n");
  const Column& column = table->columns[0];
  QCOMPARE(column.type, ColumnType::numeric);
  QCOMPARE(column.missing, 3);
  QCOMPARE(column.distinct, 0);
  QCOMPARE(table->report.issues.front().count, 2);
  QVERIFY(std::all_of(column.numbers.begin(), column.numbers.end(),
                      [](float value) { return std::isnan(value); }));
}

void TestTable::hugeNumbersFitFloat() {
  const Column column = tableOf("v\n1e300\n-1e300\n")->columns[0];
  QCOMPARE(column.numbers[0], std::numeric_limits<float>::max());
  QCOMPARE(column.numbers[1], std::numeric_limits<float>::lowest());
  QCOMPARE(column.max, 1e300);
}

void TestTable::labelsKeepTheirOrderAndCounts() {
  const Column column = tableOf("k,v\nb,1\na,2\n b ,3\n\"b\",4\n,5\n")->columns[0];
  QCOMPARE(column.labels, (std::vector<std::string>{"b", "a"}));
  QCOMPARE(column.labelCounts, (std::vector<std::int64_t>{3, 1}));
  QCOMPARE(column.codes, (std::vector<std::int32_t>{0, 1, 0, 0, -1}));
  QCOMPARE(column.missing, 1);
  QCOMPARE(column.distinct, 2);
}

void TestTable::localeDoesNotMatter() {
  const QByteArray before = std::setlocale(LC_ALL, nullptr);
  // Where the locale is not installed the call fails and the test still holds.
  std::setlocale(LC_ALL, "de_DE.UTF-8");
  const QString picture = pictureOf("a,b\n1.5,1e-3\n2.5,2\n");
  const std::string json = inspectJson(*tableOf("a,b\n1.5,x\n"));
  std::setlocale(LC_ALL, before.constData());
  QCOMPARE(picture, "a:n 1.5 2.5 | b:n 0.001 2");
  QVERIFY(json.find("\"mean\": 1.5") != std::string::npos);
}

void TestTable::inspectIsValidJson() {
  QByteArray text = "\"na\"\"me\ttab\",v,w\n";
  for (int i = 0; i < 150; ++i)
    text += "a longer label\x01\"\\" + QByteArray::number(i) + "\xE2\x80\xA8," +
            QByteArray::number(i) + ",\n";
  const std::string json = inspectJson(*tableOf(text));
  QJsonParseError error{};
  const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
  QCOMPARE(error.error, QJsonParseError::NoError);
  const QJsonObject top = document.object();
  QCOMPARE(top["schema"].toString(), "layerlab.inspect/1");
  QCOMPARE(top["rows"].toInt(), 150);
  const QJsonObject first = top["columns"].toArray()[0].toObject();
  QCOMPARE(first["name"].toString(), "na\"me\ttab");
  QCOMPARE(first["classes"].toArray().size(), 100);
  QCOMPARE(first["classes_truncated"].toBool(), true);
  QCOMPARE(first["distinct"].toInt(), 150);
  QCOMPARE(top["columns"].toArray()[1].toObject()["mean"].toDouble(), 74.5);
  QCOMPARE(top["columns"].toArray()[2].toObject()["type"].toString(), "empty");
  QStringList codes;
  for (const QJsonValue warning : top["warnings"].toArray())
    codes << warning.toObject()["code"].toString();
  QCOMPARE(codes, (QStringList{"HIGH_CARDINALITY", "EMPTY_COLUMN"}));
  QVERIFY(!top["warnings"].toArray()[0].toObject()["message"].toString().contains('%'));
}

void TestTable::inspectHasNoNumbersForEmptyColumns() {
  const std::string json = inspectJson(*tableOf("a,b\ninf,1\n"));
  const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
  const QJsonObject column = document.object()["columns"].toArray()[0].toObject();
  QCOMPARE(column["type"].toString(), "numeric");
  QVERIFY(column["mean"].isNull() && column["min"].isNull() && column["max"].isNull());
}

void TestTable::examplesLoad_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<int>("rows");
  QTest::addColumn<int>("columns");
  QTest::addColumn<int>("labels"); // of the target, the last text column; 0: numbers
  QTest::newRow("iris") << "iris" << 150 << 5 << 3;
  QTest::newRow("wine") << "wine" << 178 << 14 << 3;
  QTest::newRow("breast_cancer") << "breast_cancer" << 569 << 31 << 2;
  QTest::newRow("penguins") << "penguins" << 344 << 8 << 2;
  QTest::newRow("two_spirals") << "two_spirals" << 300 << 3 << 0;
  QTest::newRow("xor_noise") << "xor_noise" << 400 << 3 << 0;
  QTest::newRow("house_prices") << "house_prices" << 500 << 7 << 3;
}

void TestTable::examplesLoad() {
  QFETCH(QString, file);
  QFETCH(int, rows);
  QFETCH(int, columns);
  QFETCH(int, labels);
  const QString path = LAYERLAB_SOURCE_DIR "/resources/examples/" + file + ".csv";
  const auto table = readCsvFile(path.toStdString());
  QVERIFY(table);
  QCOMPARE((*table)->rows, rows);
  QCOMPARE((*table)->columns.size(), static_cast<std::size_t>(columns));
  QCOMPARE(warningsOf(**table), "");
  std::size_t found = 0;
  for (const Column& column : (*table)->columns)
    if (column.type == ColumnType::categorical) found = column.labels.size();
  QCOMPARE(found, static_cast<std::size_t>(labels));
}

LAYERLAB_TEST(TestTable, "table")
#include "tst_table.moc"
