#include "core/base/message.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace layerlab;

class TestBase : public QObject {
  Q_OBJECT
private slots:
  void fillReplacesPlaces_data();
  void fillReplacesPlaces();
  void errorNamesFileRowAndColumn();
  void errorStaysOnOneLine();
  void numberTextReadsBack();
  void sameSeedSameNumbers();
  void streamsDiffer();
  void belowStaysInRange();
  void shuffleIsAPermutation();
  void normalHasMeanZeroAndVarianceOne();
  void truncatedNormalStaysWithinTwo();
};

void TestBase::fillReplacesPlaces_data() {
  QTest::addColumn<QString>("pattern");
  QTest::addColumn<QStringList>("args");
  QTest::addColumn<QString>("expected");
  QTest::newRow("none") << "plain" << QStringList{} << "plain";
  QTest::newRow("two, out of order") << "%2 before %1" << QStringList{"a", "b"} << "b before a";
  QTest::newRow("missing argument") << "x %3 y" << QStringList{"a"} << "x  y";
  QTest::newRow("percent sign") << "95 % of %1" << QStringList{"n"} << "95 % of n";
  QTest::newRow("argument is not filled again") << "%1" << QStringList{"%1"} << "%1";
}

void TestBase::fillReplacesPlaces() {
  QFETCH(QString, pattern);
  QFETCH(QStringList, args);
  QFETCH(QString, expected);
  std::vector<std::string> values;
  for (const QString& arg : args) values.push_back(arg.toStdString());
  QCOMPARE(QString::fromStdString(fill(pattern.toStdString(), values)), expected);
}

void TestBase::errorNamesFileRowAndColumn() {
  Error error = inputError({"bad cell %1", {"x"}}, 3, 2);
  error.file = "a.csv";
  QCOMPARE(english(error), std::string("a.csv: row 3, column 2: bad cell x"));
}

void TestBase::errorStaysOnOneLine() {
  QCOMPARE(english(inputError({"name %1", {"two\nlines"}})), std::string("name two lines"));
}

void TestBase::numberTextReadsBack() {
  QCOMPARE(numberText(0.001), std::string("0.001"));
  QCOMPARE(std::stod(numberText(1.0 / 3.0)), 1.0 / 3.0);
  QCOMPARE(numberText(0.21345, 3), std::string("0.213"));
}

void TestBase::sameSeedSameNumbers() {
  Random a(7, Stream::init);
  Random b(7, Stream::init);
  for (int i = 0; i < 100; ++i) QCOMPARE(a.next(), b.next());
}

void TestBase::streamsDiffer() {
  QVERIFY(Random(7, Stream::init).next() != Random(7, Stream::shuffle).next());
  QVERIFY(Random(7, Stream::shuffle, 1).next() != Random(7, Stream::shuffle, 2).next());
}

void TestBase::belowStaysInRange() {
  Random random(1);
  std::vector<int> seen(5, 0);
  for (int i = 0; i < 5000; ++i) ++seen.at(random.below(5));
  for (const int count : seen) QVERIFY(count > 800 && count < 1200);
}

void TestBase::shuffleIsAPermutation() {
  std::vector<std::uint32_t> items(100);
  std::iota(items.begin(), items.end(), 0U);
  const auto before = items;
  Random(3).shuffle(items);
  QVERIFY(items != before);
  std::sort(items.begin(), items.end());
  QVERIFY(items == before);
}

void TestBase::normalHasMeanZeroAndVarianceOne() {
  Random random(5);
  double sum = 0.0;
  double squares = 0.0;
  constexpr int n = 40000;
  for (int i = 0; i < n; ++i) {
    const double x = random.normal();
    sum += x;
    squares += x * x;
  }
  QVERIFY(std::abs(sum / n) < 0.02);
  QVERIFY(std::abs(squares / n - 1.0) < 0.03);
}

void TestBase::truncatedNormalStaysWithinTwo() {
  Random random(6);
  for (int i = 0; i < 10000; ++i) QVERIFY(std::abs(random.truncatedNormal()) <= 2.0);
}

LAYERLAB_TEST(TestBase, "base")
#include "tst_base.moc"
