#include "tests/core/prepare_helpers.h"
#include "tests/testmain.h"

#include <algorithm>
#include <limits>

using namespace layerlab;

/// Which rows train and which validate.
class TestPrepareSplit : public QObject {
  Q_OBJECT
private slots:
  void lastSplitIsKeras_data();
  void lastSplitIsKeras();
  void emptyPartNamesValSplit_data();
  void emptyPartNamesValSplit();
  void randomSplitDependsOnTheSeedAlone();
  void stratifiedKeepsTheShares();
  void stratifiedNeedsClasses();
};

void TestPrepareSplit::lastSplitIsKeras_data() {
  QTest::addColumn<int>("rows");
  QTest::addColumn<double>("share");
  QTest::addColumn<int>("train");
  // train = floor(rows * (1 - share)) in double, as Keras computes it.
  QTest::newRow("10, 0.2") << 10 << 0.2 << 8;
  QTest::newRow("10, 0.3") << 10 << 0.3 << 7;
  QTest::newRow("10, 0.7: 3.0000000000000004") << 10 << 0.7 << 3;
  QTest::newRow("100, 0.9: 9.999999999999998") << 100 << 0.9 << 9;
  QTest::newRow("7, 0.25") << 7 << 0.25 << 5;
  QTest::newRow("none") << 7 << 0.0 << 7;
}

void TestPrepareSplit::lastSplitIsKeras() {
  QFETCH(int, rows);
  QFETCH(double, share);
  QFETCH(int, train);
  QByteArray text = "x,y\n";
  for (int i = 0; i < rows; ++i)
    text += QByteArray::number(i) + ",1." + QByteArray::number(i) + '\n';
  PrepareSpec spec = specFor("y");
  spec.validationSplit = share;
  const PreparedPtr data = preparedFrom(text, spec);
  QCOMPARE(data->trainRows.size(), static_cast<std::size_t>(train));
  QCOMPARE(data->validationRows.size(), static_cast<std::size_t>(rows - train));
  QVERIFY(std::is_sorted(data->trainRows.begin(), data->trainRows.end()));
  if (train < rows) QCOMPARE(data->validationRows.front(), static_cast<std::uint32_t>(train));
}

void TestPrepareSplit::emptyPartNamesValSplit_data() {
  QTest::addColumn<double>("share");
  QTest::addColumn<QString>("words");
  QTest::newRow("0.9 of 10 rounds to none") << 0.9 << "no row to train on";
  QTest::newRow("none to validate") << 1e-17 << "no row to validate with";
  QTest::newRow("negative") << -0.1 << "in [0, 1)";
  QTest::newRow("one") << 1.0 << "in [0, 1)";
  QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << "in [0, 1)";
}

void TestPrepareSplit::emptyPartNamesValSplit() {
  QFETCH(double, share);
  QFETCH(QString, words);
  QByteArray text = "x,y\n";
  for (int i = 0; i < 10; ++i) text += "1,1." + QByteArray::number(i) + '\n';
  PrepareSpec spec = specFor("y");
  spec.validationSplit = share;
  const QString line = prepareError(text, spec);
  QVERIFY2(line.contains("val-split") && line.contains(words), qPrintable(line));
}

void TestPrepareSplit::randomSplitDependsOnTheSeedAlone() {
  QByteArray text = "x,y\n";
  for (int i = 0; i < 200; ++i)
    text += QByteArray::number(i) + ",1." + QByteArray::number(i) + '\n';
  PrepareSpec spec = specFor("y");
  spec.split = Split::random;
  spec.validationSplit = 0.25;
  const PreparedPtr a = preparedFrom(text, spec, 3);
  const PreparedPtr b = preparedFrom(text, spec, 3);
  const PreparedPtr c = preparedFrom(text, spec, 4);
  QCOMPARE(a->validationRows, b->validationRows);
  QVERIFY(a->validationRows != c->validationRows);
  QCOMPARE(a->validationRows.size(), std::size_t{50});
  QVERIFY(std::is_sorted(a->trainRows.begin(), a->trainRows.end()));
  QVERIFY(a->validationRows.back() != 199 || a->validationRows.front() < 150);
  std::vector<std::uint32_t> all = a->trainRows;
  all.insert(all.end(), a->validationRows.begin(), a->validationRows.end());
  std::sort(all.begin(), all.end());
  for (std::uint32_t i = 0; i < 200; ++i) QCOMPARE(all[i], i);
}

void TestPrepareSplit::stratifiedKeepsTheShares() {
  // Sorted by class: the last rows alone would all be of class c.
  QByteArray text = "x,y\n";
  for (int i = 0; i < 100; ++i)
    text += QByteArray::number(i) + (i < 50 ? ",a" : i < 83 ? ",b" : ",c") + '\n';
  PrepareSpec spec = specFor("y");
  spec.split = Split::stratified;
  spec.validationSplit = 0.2;
  const PreparedPtr data = preparedFrom(text, spec);
  std::vector<int> counts(3, 0);
  for (std::size_t r = 0; r < data->yValidation.rows; ++r)
    for (std::size_t k = 0; k < 3; ++k) counts[k] += data->yValidation(r, k) == 1.0f ? 1 : 0;
  // 10, 6.6 and 3.4: the largest remainder gets the last row.
  QCOMPARE(counts, (std::vector<int>{10, 7, 3}));
}

void TestPrepareSplit::stratifiedNeedsClasses() {
  PrepareSpec spec = specFor("y");
  spec.split = Split::stratified;
  QVERIFY(prepareError("x,y\n1,2\n3,4.5\n", spec).contains("stratified"));
}

LAYERLAB_TEST(TestPrepareSplit, "prepare_split")
#include "tst_prepare_split.moc"
