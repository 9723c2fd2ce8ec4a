#include "core/data/generators.h"
#include "core/data/source.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace layerlab;

class TestGenerators : public QObject {
  Q_OBJECT
private slots:
  void everyShapeMakesFiniteRowsOfItsForm_data();
  void everyShapeMakesFiniteRowsOfItsForm();
  void sameSpecSameBits_data() { everyShapeMakesFiniteRowsOfItsForm_data(); }
  void sameSpecSameBits();
  void bothClassesAreEquallyLikely_data();
  void bothClassesAreEquallyLikely();
  void withoutNoiseTheCirclesAreApart();
  void absurdSettingsAreClamped();
  void paintedPointsBecomeARowEach();
  void sourceNamesComeBack_data() { everyShapeMakesFiniteRowsOfItsForm_data(); }
  void sourceNamesComeBack();
  void whatIsLeftOutOfANameHasItsDefault();
  void aNameThatMeansNoTableIsRefused_data();
  void aNameThatMeansNoTableIsRefused();
  void paintedPointsComeBackFromTheirText_data();
  void paintedPointsComeBackFromTheirText();
  void otherTablesAreNoPainting();
};

void TestGenerators::everyShapeMakesFiniteRowsOfItsForm_data() {
  QTest::addColumn<int>("shape");
  for (int i = 0; i < shapeCount; ++i) QTest::newRow(name(static_cast<Shape>(i))) << i;
}

void TestGenerators::everyShapeMakesFiniteRowsOfItsForm() {
  QFETCH(int, shape);
  const auto kind = static_cast<Shape>(shape);
  const TablePtr table = generate({kind, 200, 0.3, 5});
  QCOMPARE(table->rows, 200);
  const bool oneInput = kind == Shape::line || kind == Shape::sine;
  QCOMPARE(table->columns.size(), oneInput ? std::size_t{2} : std::size_t{3});
  QCOMPARE(table->columns.back().name, std::string(isClassification(kind) ? "label" : "y"));
  for (const Column& column : table->columns) {
    QCOMPARE(column.numbers.size(), std::size_t{200});
    for (const float value : column.numbers) QVERIFY(std::isfinite(value));
    QVERIFY(column.min <= column.mean && column.mean <= column.max);
  }
}

void TestGenerators::sameSpecSameBits() {
  QFETCH(int, shape);
  const auto kind = static_cast<Shape>(shape);
  const auto values = [&](std::uint64_t seed) {
    return generate({kind, 50, 0.2, seed})->columns.front().numbers;
  };
  QVERIFY(values(1) == values(1));
  QVERIFY(values(1) != values(2));
}

void TestGenerators::bothClassesAreEquallyLikely_data() {
  QTest::addColumn<int>("shape");
  for (int i = 0; i < shapeCount; ++i)
    if (isClassification(static_cast<Shape>(i))) QTest::newRow(name(static_cast<Shape>(i))) << i;
}

void TestGenerators::bothClassesAreEquallyLikely() {
  QFETCH(int, shape);
  const TablePtr table = generate({static_cast<Shape>(shape), 2000, 0.0, 3});
  const Column& label = table->columns.back();
  QCOMPARE(label.distinct, 2);
  QVERIFY(std::abs(label.mean - 0.5) < 0.05);
}

void TestGenerators::withoutNoiseTheCirclesAreApart() {
  const TablePtr table = generate({Shape::circles, 500, 0.0, 1});
  const auto& c = table->columns;
  for (std::size_t r = 0; r < 500; ++r) {
    const float radius = std::hypot(c[0].numbers[r], c[1].numbers[r]);
    QCOMPARE(radius < 3.0f, c[2].numbers[r] == 1.0f);
  }
}

void TestGenerators::absurdSettingsAreClamped() {
  QCOMPARE(generate({Shape::xorQuadrants, -5, 9.0, 1})->rows, 2);
}

void TestGenerators::paintedPointsBecomeARowEach() {
  const std::vector<PaintedPoint> points{{1.0, 2.0, 0}, {3.0, 4.0, 1}};
  const TablePtr classes = tableFromPoints(points, false);
  QCOMPARE(classes->rows, 2);
  QCOMPARE(classes->columns[2].numbers[1], 1.0f);
  const TablePtr curve = tableFromPoints(points, true);
  QCOMPARE(curve->columns.size(), std::size_t{2});
  QCOMPARE(curve->columns[1].numbers[0], 2.0f);
}

void TestGenerators::sourceNamesComeBack() {
  QFETCH(int, shape);
  const GeneratorSpec spec{static_cast<Shape>(shape), 1234, 0.07, 18'446'744'073'709'551'615ULL};
  QVERIFY(isGenerated(sourceName(spec)));
  const auto again = generatorFromSource(sourceName(spec));
  QVERIFY(again && *again == spec);
  const auto table = readSource(sourceName(spec), {});
  QVERIFY(table && (*table)->rows == 1234);
}

void TestGenerators::whatIsLeftOutOfANameHasItsDefault() {
  QVERIFY(*generatorFromSource("generated:circles") == GeneratorSpec{});
  QCOMPARE(generatorFromSource("generated:line?rows=50")->rows, 50);
}

void TestGenerators::aNameThatMeansNoTableIsRefused_data() {
  QTest::addColumn<QString>("source");
  QTest::newRow("a file") << "circles.csv";
  QTest::newRow("no shape") << "generated:";
  QTest::newRow("unknown shape") << "generated:stars?rows=10";
  QTest::newRow("unknown key") << "generated:circles?points=10";
  QTest::newRow("no number") << "generated:circles?rows=ten";
  QTest::newRow("half a number") << "generated:circles?rows=10x";
  QTest::newRow("too few rows") << "generated:circles?rows=1";
  QTest::newRow("too many rows") << "generated:circles?rows=1000001";
  QTest::newRow("more than a number holds") << "generated:circles?rows=99999999999999999999";
  QTest::newRow("negative noise") << "generated:circles?noise=-0.1";
  QTest::newRow("no finite noise") << "generated:circles?noise=nan";
  QTest::newRow("negative seed") << "generated:circles?seed=-1";
  QTest::newRow("empty pair") << "generated:circles?rows=10&&seed=1";
}

void TestGenerators::aNameThatMeansNoTableIsRefused() {
  QFETCH(QString, source);
  const auto spec = generatorFromSource(source.toStdString());
  QVERIFY(!spec);
  QVERIFY(english(spec.error()).size() < 300);
}

void TestGenerators::paintedPointsComeBackFromTheirText_data() {
  QTest::addColumn<bool>("curve");
  QTest::newRow("classes") << false;
  QTest::newRow("curve") << true;
}

void TestGenerators::paintedPointsComeBackFromTheirText() {
  QFETCH(bool, curve);
  Painting painting;
  painting.curve = curve;
  for (int i = 0; i < 20; ++i)
    painting.points.push_back({i * 0.5, 3.0 - i, !curve && i < 10 ? 1 : 0});
  const auto table = readSource(paintedSource, csvFromPoints(painting));
  QVERIFY(table.has_value());
  const auto again = paintingFromTable(**table);
  QVERIFY(again && again->curve == curve);
  QVERIFY(again->points != painting.points); // shuffled: the last rows validate
  QVERIFY(std::is_permutation(again->points.begin(), again->points.end(), painting.points.begin(),
                              painting.points.end()));
}

void TestGenerators::otherTablesAreNoPainting() {
  QVERIFY(!paintingFromTable(**readCsvBytes("a,b\n1,x\n2,y\n", "t.csv")));
  QVERIFY(!paintingFromTable(**readCsvBytes("a,b\n1,\n2,3\n", "t.csv")));
  QVERIFY(!paintingFromTable(**readCsvBytes("a,b,c,d\n1,2,3,4\n", "t.csv")));
}

LAYERLAB_TEST(TestGenerators, "generators")
#include "tst_generators.moc"
