#include "core/data/order.h"
#include "core/data/prepare.h"
#include "core/data/sketch.h"
#include "core/data/types.h"
#include "tests/core/pictures.h"
#include "tests/testmain.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace layerlab;

namespace {

using ColumnNames = std::vector<std::string>;
using RowNumbers = std::vector<std::uint32_t>;

PrepareSpec retyped(ColumnNames category, ColumnNames number) {
  PrepareSpec spec;
  spec.asCategory = std::move(category);
  spec.asNumber = std::move(number);
  return spec;
}

const char* const mixedColumns = "n,t,w\n3,10,a\n1,x,b\n,2.5,a\n3,,\n";

} // namespace

/// Columns on their own: another type, their order, a sketch of them.
class TestColumns : public QObject {
  Q_OBJECT
private slots:
  void numbersBecomeLabelsInOrderOfAppearance();
  void labelsBecomeNumbersAndTheRestIsMissing();
  void nothingToChangeIsTheSameTable_data();
  void nothingToChangeIsTheSameTable();
  void tooManyNumbersStayNumbers();
  void aRetypedTargetIsClassified();
  void rowsSortByNumberAndMissingComesLast();
  void labelsSortLikeNumbersWhenTheyAre_data();
  void labelsSortLikeNumbersWhenTheyAre();
  void sketchCountsEveryPresentRow();
  void sketchOfLabelsIsByFrequency();
  void sketchOfOneValueIsOneBar();
  void aCancelledSketchIsEmpty();
  void validationRowsAreThoseOfPrepare_data();
  void validationRowsAreThoseOfPrepare();
};

void TestColumns::numbersBecomeLabelsInOrderOfAppearance() {
  const TablePtr table = withTypes(tableOf(mixedColumns), retyped({"n"}, {}));
  const Column& n = *table->find("n");
  QVERIFY(n.type == ColumnType::categorical);
  QCOMPARE(n.labels, (ColumnNames{"3", "1"}));
  QCOMPARE(n.labelCounts, (std::vector<std::int64_t>{2, 1}));
  QCOMPARE(n.codes, (std::vector<std::int32_t>{0, 1, -1, 0}));
  QCOMPARE(n.missing, 1);
  QCOMPARE(n.distinct, 2);
  QCOMPARE(n.index, 1);
}

void TestColumns::labelsBecomeNumbersAndTheRestIsMissing() {
  const TablePtr table = withTypes(tableOf(mixedColumns), retyped({}, {"t"}));
  const Column& t = *table->find("t");
  QVERIFY(t.type == ColumnType::numeric);
  QCOMPARE(t.numbers[0], 10.0f);
  QVERIFY(std::isnan(t.numbers[1]) && std::isnan(t.numbers[3]));
  QCOMPARE(t.numbers[2], 2.5f);
  QCOMPARE(t.missing, 2);
  QCOMPARE(t.distinct, 2);
  QCOMPARE(t.min, 2.5);
  QCOMPARE(t.max, 10.0);
  QCOMPARE(t.mean, 6.25);
}

void TestColumns::nothingToChangeIsTheSameTable_data() {
  QTest::addColumn<QStringList>("category");
  QTest::addColumn<QStringList>("number");
  QTest::newRow("nothing") << QStringList{} << QStringList{};
  QTest::newRow("no such column") << QStringList{"z"} << QStringList{"y"};
  QTest::newRow("already so") << QStringList{"w"} << QStringList{"n"};
  QTest::newRow("no number among the labels") << QStringList{} << QStringList{"w"};
}

void TestColumns::nothingToChangeIsTheSameTable() {
  QFETCH(QStringList, category);
  QFETCH(QStringList, number);
  PrepareSpec spec;
  for (const QString& name : category) spec.asCategory.push_back(name.toStdString());
  for (const QString& name : number) spec.asNumber.push_back(name.toStdString());
  const TablePtr table = tableOf(mixedColumns);
  QCOMPARE(withTypes(table, spec), table);
}

void TestColumns::tooManyNumbersStayNumbers() {
  std::string csv = "n,y\n";
  for (int i = 0; i <= maxLabelsFromNumbers; ++i) csv += std::to_string(i) + ",1\n";
  const TablePtr table = tableOf(csv.c_str());
  QVERIFY(!canBeCategory(*table->find("n")));
  QCOMPARE(withTypes(table, retyped({"n"}, {})), table);
}

void TestColumns::aRetypedTargetIsClassified() {
  PrepareSpec spec = retyped({"n"}, {});
  spec.targets = {"n"};
  const TablePtr read = tableOf("n,a\n3,1\n1,2\n3,3\n1,4\n2,5\n2,6\n");
  QVERIFY(outline(*read, spec)->task == Task::regression);
  const auto shape = outline(*withTypes(read, spec), spec);
  QVERIFY(shape && shape->task == Task::classification);
  QCOMPARE(shape->classes, (ColumnNames{"1", "2", "3"}));
}

void TestColumns::rowsSortByNumberAndMissingComesLast() {
  const TablePtr table = tableOf(mixedColumns);
  QCOMPARE(sortedRows(*table->find("n"), false), (RowNumbers{1, 0, 3, 2}));
  QCOMPARE(sortedRows(*table->find("n"), true),
           (RowNumbers{0, 3, 1, 2})); // equal ones as in the file
  QCOMPARE(sortedRows(*table->find("w"), true), (RowNumbers{1, 0, 2, 3}));
}

void TestColumns::labelsSortLikeNumbersWhenTheyAre_data() {
  QTest::addColumn<QString>("csv");
  QTest::addColumn<RowNumbers>("rows");
  QTest::newRow("numbers as text") << "k,y\n\"010\",1\n\"09\",2\n\"9\",3\n" << RowNumbers{1, 2, 0};
  QTest::newRow("words") << "k,y\nb,1\nA,2\na,3\n" << RowNumbers{1, 2, 0};
}

void TestColumns::labelsSortLikeNumbersWhenTheyAre() {
  QFETCH(QString, csv);
  QFETCH(RowNumbers, rows);
  const TablePtr table = tableOf(csv.toUtf8());
  QVERIFY(table->find("k")->type == ColumnType::categorical);
  QCOMPARE(sortedRows(*table->find("k"), false), rows);
}

void TestColumns::sketchCountsEveryPresentRow() {
  std::string csv = "n,y\n";
  for (int i = 0; i < 100; ++i) csv += (i % 10 == 0 ? "NA" : std::to_string(i)) + ",1\n";
  const TablePtr table = tableOf(csv.c_str());
  const ColumnSketch found = sketch(*table->find("n"), 8);
  QCOMPARE(found.bins.size(), 8U);
  QCOMPARE(std::accumulate(found.bins.begin(), found.bins.end(), std::int64_t{0}), 90);
  QCOMPARE(found.low, 1.0);
  QCOMPARE(found.high, 99.0);
  QCOMPARE(found.median, 50.0);  // 45 values below, 45 above: between 49 and 51
  QVERIFY(found.values.empty()); // too many to list
}

void TestColumns::sketchOfLabelsIsByFrequency() {
  const TablePtr table = tableOf("k,y\nb,1\na,1\nc,1\nb,1\n,2\n");
  const ColumnSketch found = sketch(*table->find("k"), 8);
  QVERIFY(found.bins.empty());
  QCOMPARE(found.values.size(), 3U);
  QCOMPARE(found.values[0].value, std::string("b"));
  QCOMPARE(found.values[0].count, 2);
  QCOMPARE(found.values[1].value, std::string("a"));
  QCOMPARE(found.otherRows, 0);
}

void TestColumns::sketchOfOneValueIsOneBar() {
  const TablePtr table = tableOf("n,y\n5,1\n5,2\n5,3\n");
  const ColumnSketch found = sketch(*table->find("n"), 4);
  QCOMPARE(found.bins, (std::vector<std::int64_t>{0, 0, 3, 0}));
  QCOMPARE(found.deviation, 0.0);
  QCOMPARE(found.values.size(), 1U);
}

void TestColumns::aCancelledSketchIsEmpty() {
  CancelToken cancel;
  cancel.cancel();
  QVERIFY(sketch(*tableOf(mixedColumns)->find("n"), 4, cancel).bins.empty());
  QVERIFY(sortedRows(*tableOf(mixedColumns)->find("n"), false, cancel).empty());
}

void TestColumns::validationRowsAreThoseOfPrepare_data() {
  QTest::addColumn<Split>("split");
  QTest::newRow("last") << Split::last;
  QTest::newRow("random") << Split::random;
  QTest::newRow("stratified") << Split::stratified;
}

void TestColumns::validationRowsAreThoseOfPrepare() {
  QFETCH(Split, split);
  std::string csv = "a,k\n";
  for (int i = 0; i < 60; ++i)
    csv += (i % 7 == 0 ? "" : std::to_string(i)) + (i % 3 == 0 ? ",u\n" : ",v\n");
  const TablePtr table = tableOf(csv.c_str());
  PrepareSpec spec;
  spec.targets = {"k"};
  spec.split = split;
  spec.validationSplit = 0.3;
  const auto rows = validationRows(*table, spec, 5);
  QVERIFY(rows.has_value());
  QCOMPARE(*rows, (*prepare(*table, spec, 5))->validationRows);
  spec.targets = {"nothing"};
  QVERIFY(!validationRows(*table, spec, 5));
}

LAYERLAB_TEST(TestColumns, "columns")
#include "tst_columns.moc"
