#include "core/data/generators.h"
#include "tests/testmain.h"

#include <QTest>

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

LAYERLAB_TEST(TestGenerators, "generators")
#include "tst_generators.moc"
