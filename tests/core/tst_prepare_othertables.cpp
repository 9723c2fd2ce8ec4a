#include "tests/core/prepare_helpers.h"
#include "tests/testmain.h"

using namespace layerlab;

/// A fitted preparation on other tables.
class TestPrepareOtherTables : public QObject {
  Q_OBJECT
private slots:
  void otherTablesMatchByName();
  void oddCellsOfOtherTablesAreFilled();
  void labelsMatchNumbersOfOtherTables();
  void ownTableGivesTheSameInputs();
};

void TestPrepareOtherTables::otherTablesMatchByName() {
  PrepareSpec spec = specFor("y");
  spec.scaling = Scaling::minmax;
  const Preprocessing fitted = preparedFrom("a,k,y\n0,u,1\n10,v,2\n", spec)->preprocessing;
  const auto x = applyInputs(fitted, *tableOf("extra,k,a\nq,v,5\nq,u,20\n"));
  QVERIFY(x);
  QCOMPARE(pictureOf(*x), "0.5 0 1 | 2 1 0");
  const auto missing = applyInputs(fitted, *tableOf("extra,k\nq,v\n"));
  QVERIFY(!missing);
  QVERIFY(english(missing.error()).find("'a' is missing") != std::string::npos);
}

void TestPrepareOtherTables::oddCellsOfOtherTablesAreFilled() {
  const Preprocessing fitted =
      preparedFrom("a,k,y\n1,u,1\n3,v,2\n5,v,3\n", specFor("y"))->preprocessing;
  // Text among numbers, a missing value, an unseen label: the mean, the most frequent label.
  const auto x = applyInputs(fitted, *tableOf("a,k\n7,u\nx,v\n,w\n9,\n"));
  QVERIFY(x);
  QCOMPARE(pictureOf(*x), "7 1 0 | 3 0 1 | 3 0 1 | 9 0 1");
  const auto empty = applyInputs(fitted, *tableOf("a,k\n,u\n,v\n"));
  QVERIFY(empty);
  QCOMPARE(pictureOf(*empty), "3 1 0 | 3 0 1");
}

void TestPrepareOtherTables::labelsMatchNumbersOfOtherTables() {
  const Preprocessing fitted = preparedFrom("k,y\n1,5\nx,6\n2.50,7\n", specFor("y"))->preprocessing;
  const auto x = applyInputs(fitted, *tableOf("k,z\n2.5,1\n1,1\n9,1\n"));
  QVERIFY(x);
  // Labels 1, 2.50, x; 9 is unknown and takes the most frequent one, the first on a tie.
  QCOMPARE(pictureOf(*x), "0 1 0 | 1 0 0 | 1 0 0");
}

void TestPrepareOtherTables::ownTableGivesTheSameInputs() {
  PrepareSpec spec = specFor("y");
  spec.scaling = Scaling::standard;
  spec.missing = MissingRule::mean;
  const QByteArray text = "a,k,y\n1,u,1\n,v,2\n5,,3\n7,u,4\n";
  const PreparedPtr data = preparedFrom(text, spec);
  const auto x = applyInputs(data->preprocessing, *tableOf(text));
  QVERIFY(x);
  QCOMPARE(*x, data->xTrain);
}

LAYERLAB_TEST(TestPrepareOtherTables, "prepare_othertables")
#include "tst_prepare_othertables.moc"
