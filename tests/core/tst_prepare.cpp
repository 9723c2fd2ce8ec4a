#include "core/data/prepare.h"
#include "tests/core/pictures.h"
#include "tests/testmain.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace layerlab;

/// From a table to matrices: rules T0 to T7, split, scaling, one-hot.
class TestPrepare : public QObject {
  Q_OBJECT
private slots:
  void taskFollowsTheTarget_data();
  void taskFollowsTheTarget();
  void classesAreOrdered_data();
  void classesAreOrdered();
  void unusableChoicesAreErrors_data();
  void unusableChoicesAreErrors();
  void errorsNameTheFile();
  void twoClassesMakeOneOutput();
  void manyClassesMakeOneHot();
  void numbersCanBeClasses();
  void severalTargets();
  void rowsWithoutTargetAreLeftOut();
  void rowsWithoutInputsAreDroppedOnlyWhenUsed();
  void meanFillsFromTrainingRows();
  void mostFrequentLabelFills();
  void emptyAndWordyColumnsAreLeftOut();
  void ignoredAndTargetAreNoInputs();
  void standardScalingUsesThePopulation();
  void minmaxScalingUsesTrainingRowsOnly();
  void constantColumnsStayFinite_data();
  void constantColumnsStayFinite();
  void targetIsScaledOnRequest();
  void lastSplitIsKeras_data();
  void lastSplitIsKeras();
  void emptyPartNamesValSplit_data();
  void emptyPartNamesValSplit();
  void randomSplitDependsOnTheSeedAlone();
  void stratifiedKeepsTheShares();
  void stratifiedNeedsClasses();
  void outlineAgreesWithPrepare();
  void otherTablesMatchByName();
  void oddCellsOfOtherTablesAreFilled();
  void labelsMatchNumbersOfOtherTables();
  void ownTableGivesTheSameInputs();
  void nothingIsEverInfinite();
};

namespace {

PrepareSpec specFor(const std::string& target) {
  PrepareSpec spec;
  spec.targets = {target};
  spec.scaling = Scaling::none;
  spec.validationSplit = 0.0;
  return spec;
}

PreparedPtr prepared(const QByteArray& text, const PrepareSpec& spec, std::uint64_t seed = 1) {
  const auto data = prepare(*tableOf(text), spec, seed);
  if (!data) qFatal("%s", english(data.error()).c_str());
  return *data;
}

QString errorOf(const QByteArray& text, const PrepareSpec& spec) {
  const auto data = prepare(*tableOf(text), spec, 1);
  return data ? QString("no error") : QString::fromStdString(english(data.error()));
}

/// Rows separated by `|`, values by blanks.
QString pictureOf(const Matrix& matrix) {
  QStringList rows;
  for (std::size_t r = 0; r < matrix.rows; ++r) {
    QStringList cells;
    for (float value : matrix.row(r))
      cells << QString::fromStdString(numberText(static_cast<double>(value), 5));
    rows << cells.join(' ');
  }
  return rows.join(" | ");
}

bool allFinite(const Matrix& matrix) {
  return std::all_of(matrix.values.begin(), matrix.values.end(),
                     [](float value) { return std::isfinite(value); });
}

} // namespace

void TestPrepare::taskFollowsTheTarget_data() {
  QTest::addColumn<QByteArray>("values");
  QTest::addColumn<int>("task");
  const int regression = static_cast<int>(Task::regression);
  const int classification = static_cast<int>(Task::classification);
  QTest::newRow("text") << QByteArray("a b a") << classification;
  QTest::newRow("zero and one") << QByteArray("0 1 1") << classification;
  QTest::newRow("zero and one as decimals") << QByteArray("0.0 1.0 1") << classification;
  QTest::newRow("one and two") << QByteArray("1 2 1") << regression;
  QTest::newRow("zero, one and a half") << QByteArray("0 1 0.5") << regression;
  QTest::newRow("numbers") << QByteArray("1.5 2.5 7") << regression;
  QTest::newRow("identifiers") << QByteArray("01 02 01") << classification;
}

void TestPrepare::taskFollowsTheTarget() {
  QFETCH(QByteArray, values);
  QFETCH(int, task);
  QByteArray text = "x,y\n";
  for (const QByteArray& value : values.split(' ')) text += "1," + value + '\n';
  const auto out = outline(*tableOf(text), specFor("y"));
  QVERIFY(out);
  QCOMPARE(static_cast<int>(out->task), task);
}

void TestPrepare::classesAreOrdered_data() {
  QTest::addColumn<QByteArray>("labels");
  QTest::addColumn<QByteArray>("ordered");
  QTest::newRow("by code point") << QByteArray("b B a 가 é") << QByteArray("B a b é 가");
  QTest::newRow("by number") << QByteArray("010 9 -1 2.5") << QByteArray("-1 2.5 9 010");
  QTest::newRow("one text among numbers") << QByteArray("10 9 x") << QByteArray("10 9 x");
}

void TestPrepare::classesAreOrdered() {
  QFETCH(QByteArray, labels);
  QFETCH(QByteArray, ordered);
  QByteArray text = "x,y\n";
  for (const QByteArray& label : labels.split(' ')) text += "1," + label + '\n';
  const auto out = outline(*tableOf(text), specFor("y"));
  QVERIFY(out);
  QStringList classes;
  for (const std::string& label : out->classes) classes << QString::fromStdString(label);
  QCOMPARE(classes.join(' '), QString(ordered));
}

void TestPrepare::unusableChoicesAreErrors_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("target");
  QTest::addColumn<QString>("features");
  QTest::addColumn<QString>("words"); // all must be in the sentence, separated by ;
  const auto row = [](const char* name, const QByteArray& text, const char* target,
                      const char* features, const char* words) {
    QTest::newRow(name) << text << QString(target) << QString(features) << QString(words);
  };
  const QByteArray plain = "x,y\n1,2\n3,4\n5,6\n";
  row("unknown target offers the columns", plain, "label", "", "'label';'x', 'y'");
  row("no target", plain, "", "", "no target;'x', 'y'");
  row("unknown feature offers the columns", plain, "y", "z", "'z';'x', 'y'");
  row("only the target", "y\n1\n2\n", "y", "", "no input column");
  row("only the target chosen", plain, "y", "y", "no input column");
  row("no rows", "x,y\n", "y", "", "no data rows");
  row("one row", "x,y\n1,2.5\n", "y", "", "1 data row");
  row("no value in the target", "x,y\n1,\n2,NA\n", "y", "", "'y' has no value");
  row("infinite target", "x,y\n1,inf\n2,inf\n", "y", "", "'y' has no value");
  row("one class", "x,y\n1,a\n2,a\n", "y", "", "'y';only one class");
  row("nothing complete", "x,y\n1,\n,2\n3,4\n", "y", "", "--missing mean");
  row("one class complete", "x,y\n1,a\n2,a\n,b\n", "y", "", "same class 'a';--missing mean");
  QByteArray ids = "x,y\n";
  for (int i = 0; i < 40; ++i) ids += "1,id" + QByteArray::number(i) + '\n';
  row("identifier as target", ids, "y", "", "'y';40 classes;identifier");
  QByteArray words = "w,y\n";
  for (int i = 0; i < 300; ++i)
    words += "w" + QByteArray::number(i % 101) + ",1." + QByteArray::number(i) + '\n';
  row("too many texts in a chosen input", words, "y", "w", "'w';101 different texts");
  row("too many texts in the only input", words, "y", "", "no input column;'w';101");
}

void TestPrepare::unusableChoicesAreErrors() {
  QFETCH(QByteArray, text);
  QFETCH(QString, target);
  QFETCH(QString, features);
  QFETCH(QString, words);
  PrepareSpec spec = specFor(target.toStdString());
  if (target.isEmpty()) spec.targets.clear();
  if (!features.isEmpty()) spec.features = {features.toStdString()};
  const QString line = errorOf(text, spec);
  for (const QString& word : words.split(';')) QVERIFY2(line.contains(word), qPrintable(line));
}

void TestPrepare::errorsNameTheFile() {
  const auto table = readCsvBytes("x,y\n1,2\n", "/some/where/data.csv");
  QVERIFY(table);
  const auto data = prepare(**table, specFor("z"), 1);
  QVERIFY(!data);
  QVERIFY(english(data.error()).starts_with("data.csv: there is no column 'z'"));
  PrepareSpec spec = specFor("y");
  spec.ignored = {"gone"};
  QVERIFY(
      english(outline(**table, spec).error()).starts_with("data.csv: there is no column 'gone'"));
}

void TestPrepare::twoClassesMakeOneOutput() {
  const PreparedPtr data = prepared("x,y\n1,b\n2,a\n3,b\n", specFor("y"));
  QCOMPARE(pictureOf(data->yTrain), "1 | 0 | 1");
  QCOMPARE(data->preprocessing.classes, (std::vector<std::string>{"a", "b"}));
  QCOMPARE(data->preprocessing.outputWidth(), 1);
}

void TestPrepare::manyClassesMakeOneHot() {
  const PreparedPtr data = prepared("x,y\n1,b\n2,a\n3,c\n", specFor("y"));
  QCOMPARE(pictureOf(data->yTrain), "0 1 0 | 1 0 0 | 0 0 1");
  QCOMPARE(data->preprocessing.outputWidth(), 3);
}

void TestPrepare::numbersCanBeClasses() {
  PrepareSpec spec = specFor("y");
  spec.task = Task::classification;
  const PreparedPtr data = prepared("x,y\n1,10\n2,0.1\n3,9\n4,10\n", spec);
  QCOMPARE(data->preprocessing.classes, (std::vector<std::string>{"0.1", "9", "10"}));
  QCOMPARE(pictureOf(data->yTrain), "0 0 1 | 1 0 0 | 0 1 0 | 0 0 1");
  spec.task = Task::regression;
  QVERIFY(errorOf("x,y\n1,a\n2,b\n", spec).contains("regression needs numbers"));
}

void TestPrepare::severalTargets() {
  PrepareSpec spec = specFor("a");
  spec.targets = {"a", "b"};
  const PreparedPtr flags = prepared("x,a,b\n1,0,1\n2,1,0\n", spec);
  QCOMPARE(flags->preprocessing.task, Task::classification);
  QVERIFY(flags->preprocessing.classes.empty());
  QCOMPARE(pictureOf(flags->yTrain), "0 1 | 1 0");
  const PreparedPtr numbers = prepared("x,a,b\n1,0,1\n2,1,5\n3,,7\n", spec);
  QCOMPARE(numbers->preprocessing.task, Task::regression);
  QCOMPARE(pictureOf(numbers->yTrain), "0 1 | 1 5");
  QCOMPARE(numbers->preprocessing.outputWidth(), 2);
  QVERIFY(errorOf("x,a,b\n1,0,u\n2,1,v\n", spec).contains("'b' is text"));
  spec.targets = {"a", "a"};
  QVERIFY(errorOf("x,a,b\n1,0,1\n2,1,0\n", spec).contains("named twice"));
}

void TestPrepare::rowsWithoutTargetAreLeftOut() {
  PrepareSpec spec = specFor("y");
  spec.missing = MissingRule::mean;
  const PreparedPtr data = prepared("x,y\n1,5\n2,\n3,7\n", spec);
  QCOMPARE(data->rowsDropped, 1);
  QCOMPARE(data->trainRows, (std::vector<std::uint32_t>{0, 2}));
  QCOMPARE(pictureOf(data->xTrain), "1 | 3");
}

void TestPrepare::rowsWithoutInputsAreDroppedOnlyWhenUsed() {
  const QByteArray text = "x,z,k,y\n1,,a,5\n2,2,b,6\n,3,a,7\n4,4,,8\n5,5,b,9\n";
  PrepareSpec spec = specFor("y");
  QCOMPARE(prepared(text, spec)->trainRows, (std::vector<std::uint32_t>{1, 4}));
  spec.ignored = {"z"};
  QCOMPARE(prepared(text, spec)->trainRows, (std::vector<std::uint32_t>{0, 1, 4}));
  spec.ignored.clear();
  spec.features = {"x"};
  QCOMPARE(prepared(text, spec)->trainRows, (std::vector<std::uint32_t>{0, 1, 3, 4}));
  QCOMPARE(prepared(text, spec)->rowsDropped, 1);
}

void TestPrepare::meanFillsFromTrainingRows() {
  PrepareSpec spec = specFor("y");
  spec.missing = MissingRule::mean;
  spec.validationSplit = 0.5;
  const PreparedPtr data = prepared("x,y\n1,5\n,6\n3,7\n,8\n100,9\n100,1\n", spec);
  QCOMPARE(pictureOf(data->xTrain), "1 | 2 | 3");
  QCOMPARE(pictureOf(data->xValidation), "2 | 100 | 100");
}

void TestPrepare::mostFrequentLabelFills() {
  PrepareSpec spec = specFor("y");
  spec.missing = MissingRule::mean;
  const PreparedPtr data = prepared("k,y\na,5\nb,6\nb,7\n,8\n", spec);
  QCOMPARE(pictureOf(data->xTrain), "1 0 | 0 1 | 0 1 | 0 1");
  QCOMPARE(data->preprocessing.inputNames(), (std::vector<std::string>{"k=a", "k=b"}));
}

void TestPrepare::emptyAndWordyColumnsAreLeftOut() {
  QByteArray text = "x,empty,inf,word,y\n";
  for (int i = 0; i < 150; ++i)
    text += QByteArray::number(i) + ",,inf,w" + QByteArray::number(i) + ',' +
            QByteArray::number(i * 2) + '\n';
  const PrepareSpec spec = specFor("y");
  const auto out = outline(*tableOf(text), spec);
  QVERIFY(out);
  QCOMPARE(out->inputNames, (std::vector<std::string>{"x"}));
  QStringList left;
  for (const LeftOut& column : out->leftOut) left << QString::fromStdString(column.name);
  QCOMPARE(left, (QStringList{"empty", "inf", "word"}));
  QVERIFY(english(out->leftOut[2].reason).find("150 different texts") != std::string::npos);
  QCOMPARE(prepared(text, spec)->xTrain.rows, std::size_t{150});
}

void TestPrepare::ignoredAndTargetAreNoInputs() {
  PrepareSpec spec = specFor("y");
  spec.features = {"b", "y", "a", "b"};
  spec.ignored = {"a"};
  const auto out = outline(*tableOf("a,b,y\n1,2,3\n4,5,6\n"), spec);
  QVERIFY(out);
  QCOMPARE(out->inputNames, (std::vector<std::string>{"b"}));
}

void TestPrepare::standardScalingUsesThePopulation() {
  PrepareSpec spec = specFor("y");
  spec.scaling = Scaling::standard;
  const PreparedPtr data = prepared("x,k,y\n1,a,1\n3,b,2\n5,a,3\n7,b,4\n", spec);
  // Mean 4, population standard deviation sqrt(5); labels are not scaled.
  QCOMPARE(pictureOf(data->xTrain), "-1.3416 1 0 | -0.44721 0 1 | 0.44721 1 0 | 1.3416 0 1");
}

void TestPrepare::minmaxScalingUsesTrainingRowsOnly() {
  PrepareSpec spec = specFor("y");
  spec.scaling = Scaling::minmax;
  spec.validationSplit = 0.5;
  const PreparedPtr data = prepared("x,y\n10,1\n30,2\n50,3\n0,4\n", spec);
  QCOMPARE(pictureOf(data->xTrain), "0 | 1");
  QCOMPARE(pictureOf(data->xValidation), "2 | -0.5");
}

void TestPrepare::constantColumnsStayFinite_data() {
  QTest::addColumn<int>("scaling");
  QTest::newRow("none") << static_cast<int>(Scaling::none);
  QTest::newRow("standard") << static_cast<int>(Scaling::standard);
  QTest::newRow("minmax") << static_cast<int>(Scaling::minmax);
}

void TestPrepare::constantColumnsStayFinite() {
  QFETCH(int, scaling);
  QByteArray text = "c,k,x,y\n";
  for (int i = 0; i < 1000; ++i)
    text += "0.1,same," + QByteArray::number(i) + ",1." + QByteArray::number(i) + '\n';
  PrepareSpec spec = specFor("y");
  spec.scaling = static_cast<Scaling>(scaling);
  const PreparedPtr data = prepared(text, spec);
  QCOMPARE(data->preprocessing.inputs[0].scale, 1.0);
  QVERIFY(allFinite(data->xTrain));
  if (spec.scaling != Scaling::none) QCOMPARE(data->xTrain(7, 0), 0.0f);
}

void TestPrepare::targetIsScaledOnRequest() {
  PrepareSpec spec = specFor("y");
  spec.scaleTarget = true;
  const PreparedPtr data = prepared("x,y\n1,10\n2,20\n3,30\n", spec);
  QCOMPARE(pictureOf(data->yTrain), "-1.2247 | 0 | 1.2247");
  QCOMPARE(data->preprocessing.targetShift, (std::vector<double>{20.0}));
  spec.scaling = Scaling::minmax;
  QCOMPARE(pictureOf(prepared("x,y\n1,10\n2,20\n3,30\n", spec)->yTrain), "0 | 0.5 | 1");
  const PreparedPtr classes = prepared("x,y\n1,a\n2,b\n", spec);
  QVERIFY(classes->preprocessing.targetScale.empty());
}

void TestPrepare::lastSplitIsKeras_data() {
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

void TestPrepare::lastSplitIsKeras() {
  QFETCH(int, rows);
  QFETCH(double, share);
  QFETCH(int, train);
  QByteArray text = "x,y\n";
  for (int i = 0; i < rows; ++i)
    text += QByteArray::number(i) + ",1." + QByteArray::number(i) + '\n';
  PrepareSpec spec = specFor("y");
  spec.validationSplit = share;
  const PreparedPtr data = prepared(text, spec);
  QCOMPARE(data->trainRows.size(), static_cast<std::size_t>(train));
  QCOMPARE(data->validationRows.size(), static_cast<std::size_t>(rows - train));
  QVERIFY(std::is_sorted(data->trainRows.begin(), data->trainRows.end()));
  if (train < rows) QCOMPARE(data->validationRows.front(), static_cast<std::uint32_t>(train));
}

void TestPrepare::emptyPartNamesValSplit_data() {
  QTest::addColumn<double>("share");
  QTest::addColumn<QString>("words");
  QTest::newRow("0.9 of 10 rounds to none") << 0.9 << "no row to train on";
  QTest::newRow("none to validate") << 1e-17 << "no row to validate with";
  QTest::newRow("negative") << -0.1 << "at least 0";
  QTest::newRow("one") << 1.0 << "below 1";
  QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << "below 1";
}

void TestPrepare::emptyPartNamesValSplit() {
  QFETCH(double, share);
  QFETCH(QString, words);
  QByteArray text = "x,y\n";
  for (int i = 0; i < 10; ++i) text += "1,1." + QByteArray::number(i) + '\n';
  PrepareSpec spec = specFor("y");
  spec.validationSplit = share;
  const QString line = errorOf(text, spec);
  QVERIFY2(line.contains("val-split") && line.contains(words), qPrintable(line));
}

void TestPrepare::randomSplitDependsOnTheSeedAlone() {
  QByteArray text = "x,y\n";
  for (int i = 0; i < 200; ++i)
    text += QByteArray::number(i) + ",1." + QByteArray::number(i) + '\n';
  PrepareSpec spec = specFor("y");
  spec.split = Split::random;
  spec.validationSplit = 0.25;
  const PreparedPtr a = prepared(text, spec, 3);
  const PreparedPtr b = prepared(text, spec, 3);
  const PreparedPtr c = prepared(text, spec, 4);
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

void TestPrepare::stratifiedKeepsTheShares() {
  // Sorted by class: the last rows alone would all be of class c.
  QByteArray text = "x,y\n";
  for (int i = 0; i < 100; ++i)
    text += QByteArray::number(i) + (i < 50 ? ",a" : i < 83 ? ",b" : ",c") + '\n';
  PrepareSpec spec = specFor("y");
  spec.split = Split::stratified;
  spec.validationSplit = 0.2;
  const PreparedPtr data = prepared(text, spec);
  std::vector<int> counts(3, 0);
  for (std::size_t r = 0; r < data->yValidation.rows; ++r)
    for (std::size_t k = 0; k < 3; ++k) counts[k] += data->yValidation(r, k) == 1.0f ? 1 : 0;
  // 10, 6.6 and 3.4: the largest remainder gets the last row.
  QCOMPARE(counts, (std::vector<int>{10, 7, 3}));
}

void TestPrepare::stratifiedNeedsClasses() {
  PrepareSpec spec = specFor("y");
  spec.split = Split::stratified;
  QVERIFY(errorOf("x,y\n1,2\n3,4.5\n", spec).contains("stratified"));
}

void TestPrepare::outlineAgreesWithPrepare() {
  const QByteArray text = "x,k,y\n1,a,u\n2,b,v\n3,a,w\n";
  const auto out = outline(*tableOf(text), specFor("y"));
  const PreparedPtr data = prepared(text, specFor("y"));
  QVERIFY(out);
  QCOMPARE(out->inputNames, data->preprocessing.inputNames());
  QCOMPARE(out->inputNames.size(), data->xTrain.cols);
  QCOMPARE(out->outputs, data->yTrain.cols);
  QCOMPARE(out->classes, data->preprocessing.classes);
}

void TestPrepare::otherTablesMatchByName() {
  PrepareSpec spec = specFor("y");
  spec.scaling = Scaling::minmax;
  const Preprocessing fitted = prepared("a,k,y\n0,u,1\n10,v,2\n", spec)->preprocessing;
  const auto x = applyInputs(fitted, *tableOf("extra,k,a\nq,v,5\nq,u,20\n"));
  QVERIFY(x);
  QCOMPARE(pictureOf(*x), "0.5 0 1 | 2 1 0");
  const auto missing = applyInputs(fitted, *tableOf("extra,k\nq,v\n"));
  QVERIFY(!missing);
  QVERIFY(english(missing.error()).find("'a' is missing") != std::string::npos);
}

void TestPrepare::oddCellsOfOtherTablesAreFilled() {
  const Preprocessing fitted =
      prepared("a,k,y\n1,u,1\n3,v,2\n5,v,3\n", specFor("y"))->preprocessing;
  // Text among numbers, a missing value, an unseen label: the mean, the most frequent label.
  const auto x = applyInputs(fitted, *tableOf("a,k\n7,u\nx,v\n,w\n9,\n"));
  QVERIFY(x);
  QCOMPARE(pictureOf(*x), "7 1 0 | 3 0 1 | 3 0 1 | 9 0 1");
  const auto empty = applyInputs(fitted, *tableOf("a,k\n,u\n,v\n"));
  QVERIFY(empty);
  QCOMPARE(pictureOf(*empty), "3 1 0 | 3 0 1");
}

void TestPrepare::labelsMatchNumbersOfOtherTables() {
  const Preprocessing fitted = prepared("k,y\n1,5\nx,6\n2.50,7\n", specFor("y"))->preprocessing;
  const auto x = applyInputs(fitted, *tableOf("k,z\n2.5,1\n1,1\n9,1\n"));
  QVERIFY(x);
  // Labels 1, 2.50, x; 9 is unknown and takes the most frequent one, the first on a tie.
  QCOMPARE(pictureOf(*x), "0 1 0 | 1 0 0 | 1 0 0");
}

void TestPrepare::ownTableGivesTheSameInputs() {
  PrepareSpec spec = specFor("y");
  spec.scaling = Scaling::standard;
  spec.missing = MissingRule::mean;
  const QByteArray text = "a,k,y\n1,u,1\n,v,2\n5,,3\n7,u,4\n";
  const PreparedPtr data = prepared(text, spec);
  const auto x = applyInputs(data->preprocessing, *tableOf(text));
  QVERIFY(x);
  QCOMPARE(*x, data->xTrain);
}

void TestPrepare::nothingIsEverInfinite() {
  const QByteArray text =
      "a,b,c,y\n1e308,1e-308,1e-30,1\n-1e308,0,2e-30,1e300\n1,1e-300,3e-30,-1e300\n"
      "1e300,1e300,1e300,5\n";
  for (Scaling scaling : {Scaling::none, Scaling::standard, Scaling::minmax})
    for (double share : {0.0, 0.25}) {
      PrepareSpec spec = specFor("y");
      spec.scaling = scaling;
      spec.scaleTarget = true;
      spec.validationSplit = share;
      const PreparedPtr data = prepared(text, spec);
      QVERIFY(allFinite(data->xTrain) && allFinite(data->xValidation));
      QVERIFY(allFinite(data->yTrain) && allFinite(data->yValidation));
    }
}

LAYERLAB_TEST(TestPrepare, "prepare")
#include "tst_prepare.moc"
