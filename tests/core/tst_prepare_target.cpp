#include "tests/core/prepare_helpers.h"
#include "tests/testmain.h"

using namespace layerlab;

/// The target of a table: its task, its classes, its outputs (rules T0 to T7).
class TestPrepareTarget : public QObject {
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
  void targetIsScaledOnRequest();
};

void TestPrepareTarget::taskFollowsTheTarget_data() {
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

void TestPrepareTarget::taskFollowsTheTarget() {
  QFETCH(QByteArray, values);
  QFETCH(int, task);
  QByteArray text = "x,y\n";
  for (const QByteArray& value : values.split(' ')) text += "1," + value + '\n';
  const auto out = outline(*tableOf(text), specFor("y"));
  QVERIFY(out);
  QCOMPARE(static_cast<int>(out->task), task);
}

void TestPrepareTarget::classesAreOrdered_data() {
  QTest::addColumn<QByteArray>("labels");
  QTest::addColumn<QByteArray>("ordered");
  QTest::newRow("by code point") << QByteArray("b B a 가 é") << QByteArray("B a b é 가");
  QTest::newRow("by number") << QByteArray("010 9 -1 2.5") << QByteArray("-1 2.5 9 010");
  QTest::newRow("one text among numbers") << QByteArray("10 9 x") << QByteArray("10 9 x");
}

void TestPrepareTarget::classesAreOrdered() {
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

void TestPrepareTarget::unusableChoicesAreErrors_data() {
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

void TestPrepareTarget::unusableChoicesAreErrors() {
  QFETCH(QByteArray, text);
  QFETCH(QString, target);
  QFETCH(QString, features);
  QFETCH(QString, words);
  PrepareSpec spec = specFor(target.toStdString());
  if (target.isEmpty()) spec.targets.clear();
  if (!features.isEmpty()) spec.features = {features.toStdString()};
  const QString line = prepareError(text, spec);
  for (const QString& word : words.split(';')) QVERIFY2(line.contains(word), qPrintable(line));
}

void TestPrepareTarget::errorsNameTheFile() {
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

void TestPrepareTarget::twoClassesMakeOneOutput() {
  const PreparedPtr data = preparedFrom("x,y\n1,b\n2,a\n3,b\n", specFor("y"));
  QCOMPARE(pictureOf(data->yTrain), "1 | 0 | 1");
  QCOMPARE(data->preprocessing.classes, (std::vector<std::string>{"a", "b"}));
  QCOMPARE(data->preprocessing.outputWidth(), 1);
}

void TestPrepareTarget::manyClassesMakeOneHot() {
  const PreparedPtr data = preparedFrom("x,y\n1,b\n2,a\n3,c\n", specFor("y"));
  QCOMPARE(pictureOf(data->yTrain), "0 1 0 | 1 0 0 | 0 0 1");
  QCOMPARE(data->preprocessing.outputWidth(), 3);
}

void TestPrepareTarget::numbersCanBeClasses() {
  PrepareSpec spec = specFor("y");
  spec.task = Task::classification;
  const PreparedPtr data = preparedFrom("x,y\n1,10\n2,0.1\n3,9\n4,10\n", spec);
  QCOMPARE(data->preprocessing.classes, (std::vector<std::string>{"0.1", "9", "10"}));
  QCOMPARE(pictureOf(data->yTrain), "0 0 1 | 1 0 0 | 0 1 0 | 0 0 1");
  spec.task = Task::regression;
  QVERIFY(prepareError("x,y\n1,a\n2,b\n", spec).contains("regression needs numbers"));
}

void TestPrepareTarget::severalTargets() {
  PrepareSpec spec = specFor("a");
  spec.targets = {"a", "b"};
  const PreparedPtr flags = preparedFrom("x,a,b\n1,0,1\n2,1,0\n", spec);
  QCOMPARE(flags->preprocessing.task, Task::classification);
  QVERIFY(flags->preprocessing.classes.empty());
  QCOMPARE(pictureOf(flags->yTrain), "0 1 | 1 0");
  const PreparedPtr numbers = preparedFrom("x,a,b\n1,0,1\n2,1,5\n3,,7\n", spec);
  QCOMPARE(numbers->preprocessing.task, Task::regression);
  QCOMPARE(pictureOf(numbers->yTrain), "0 1 | 1 5");
  QCOMPARE(numbers->preprocessing.outputWidth(), 2);
  QVERIFY(prepareError("x,a,b\n1,0,u\n2,1,v\n", spec).contains("'b' is text"));
  spec.targets = {"a", "a"};
  QVERIFY(prepareError("x,a,b\n1,0,1\n2,1,0\n", spec).contains("named twice"));
}

void TestPrepareTarget::targetIsScaledOnRequest() {
  PrepareSpec spec = specFor("y");
  spec.scaleTarget = true;
  const PreparedPtr data = preparedFrom("x,y\n1,10\n2,20\n3,30\n", spec);
  QCOMPARE(pictureOf(data->yTrain), "-1.2247 | 0 | 1.2247");
  QCOMPARE(data->preprocessing.targetShift, (std::vector<double>{20.0}));
  spec.scaling = Scaling::minmax;
  QCOMPARE(pictureOf(preparedFrom("x,y\n1,10\n2,20\n3,30\n", spec)->yTrain), "0 | 0.5 | 1");
  const PreparedPtr classes = preparedFrom("x,y\n1,a\n2,b\n", spec);
  QVERIFY(classes->preprocessing.targetScale.empty());
}

LAYERLAB_TEST(TestPrepareTarget, "prepare_target")
#include "tst_prepare_target.moc"
