#include "tests/core/prepare_helpers.h"
#include "tests/testmain.h"

using namespace layerlab;

/// From a table to matrices: which rows and columns, missing values, scaling, one-hot (rules T0 to
/// T7).
class TestPrepareInputs : public QObject {
  Q_OBJECT
private slots:
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
  void outlineAgreesWithPrepare();
  void nothingIsEverInfinite();
};

void TestPrepareInputs::rowsWithoutTargetAreLeftOut() {
  PrepareSpec spec = specFor("y");
  spec.missing = MissingRule::mean;
  const PreparedPtr data = preparedFrom("x,y\n1,5\n2,\n3,7\n", spec);
  QCOMPARE(data->rowsDropped, 1);
  QCOMPARE(data->trainRows, (std::vector<std::uint32_t>{0, 2}));
  QCOMPARE(pictureOf(data->xTrain), "1 | 3");
}

void TestPrepareInputs::rowsWithoutInputsAreDroppedOnlyWhenUsed() {
  const QByteArray text = "x,z,k,y\n1,,a,5\n2,2,b,6\n,3,a,7\n4,4,,8\n5,5,b,9\n";
  PrepareSpec spec = specFor("y");
  QCOMPARE(preparedFrom(text, spec)->trainRows, (std::vector<std::uint32_t>{1, 4}));
  spec.ignored = {"z"};
  QCOMPARE(preparedFrom(text, spec)->trainRows, (std::vector<std::uint32_t>{0, 1, 4}));
  spec.ignored.clear();
  spec.features = {"x"};
  QCOMPARE(preparedFrom(text, spec)->trainRows, (std::vector<std::uint32_t>{0, 1, 3, 4}));
  QCOMPARE(preparedFrom(text, spec)->rowsDropped, 1);
}

void TestPrepareInputs::meanFillsFromTrainingRows() {
  PrepareSpec spec = specFor("y");
  spec.missing = MissingRule::mean;
  spec.validationSplit = 0.5;
  const PreparedPtr data = preparedFrom("x,y\n1,5\n,6\n3,7\n,8\n100,9\n100,1\n", spec);
  QCOMPARE(pictureOf(data->xTrain), "1 | 2 | 3");
  QCOMPARE(pictureOf(data->xValidation), "2 | 100 | 100");
}

void TestPrepareInputs::mostFrequentLabelFills() {
  PrepareSpec spec = specFor("y");
  spec.missing = MissingRule::mean;
  const PreparedPtr data = preparedFrom("k,y\na,5\nb,6\nb,7\n,8\n", spec);
  QCOMPARE(pictureOf(data->xTrain), "1 0 | 0 1 | 0 1 | 0 1");
  QCOMPARE(data->preprocessing.inputNames(), (std::vector<std::string>{"k=a", "k=b"}));
}

void TestPrepareInputs::emptyAndWordyColumnsAreLeftOut() {
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
  QCOMPARE(preparedFrom(text, spec)->xTrain.rows, std::size_t{150});
}

void TestPrepareInputs::ignoredAndTargetAreNoInputs() {
  PrepareSpec spec = specFor("y");
  spec.features = {"b", "y", "a", "b"};
  spec.ignored = {"a"};
  const auto out = outline(*tableOf("a,b,y\n1,2,3\n4,5,6\n"), spec);
  QVERIFY(out);
  QCOMPARE(out->inputNames, (std::vector<std::string>{"b"}));
}

void TestPrepareInputs::standardScalingUsesThePopulation() {
  PrepareSpec spec = specFor("y");
  spec.scaling = Scaling::standard;
  const PreparedPtr data = preparedFrom("x,k,y\n1,a,1\n3,b,2\n5,a,3\n7,b,4\n", spec);
  // Mean 4, population standard deviation sqrt(5); labels are not scaled.
  QCOMPARE(pictureOf(data->xTrain), "-1.3416 1 0 | -0.44721 0 1 | 0.44721 1 0 | 1.3416 0 1");
}

void TestPrepareInputs::minmaxScalingUsesTrainingRowsOnly() {
  PrepareSpec spec = specFor("y");
  spec.scaling = Scaling::minmax;
  spec.validationSplit = 0.5;
  const PreparedPtr data = preparedFrom("x,y\n10,1\n30,2\n50,3\n0,4\n", spec);
  QCOMPARE(pictureOf(data->xTrain), "0 | 1");
  QCOMPARE(pictureOf(data->xValidation), "2 | -0.5");
}

void TestPrepareInputs::constantColumnsStayFinite_data() {
  QTest::addColumn<int>("scaling");
  QTest::newRow("none") << static_cast<int>(Scaling::none);
  QTest::newRow("standard") << static_cast<int>(Scaling::standard);
  QTest::newRow("minmax") << static_cast<int>(Scaling::minmax);
}

void TestPrepareInputs::constantColumnsStayFinite() {
  QFETCH(int, scaling);
  QByteArray text = "c,k,x,y\n";
  for (int i = 0; i < 1000; ++i)
    text += "0.1,same," + QByteArray::number(i) + ",1." + QByteArray::number(i) + '\n';
  PrepareSpec spec = specFor("y");
  spec.scaling = static_cast<Scaling>(scaling);
  const PreparedPtr data = preparedFrom(text, spec);
  QCOMPARE(data->preprocessing.inputs[0].scale, 1.0);
  QVERIFY(allFinite(data->xTrain));
  if (spec.scaling != Scaling::none) QCOMPARE(data->xTrain(7, 0), 0.0f);
}

void TestPrepareInputs::outlineAgreesWithPrepare() {
  const QByteArray text = "x,k,y\n1,a,u\n2,b,v\n3,a,w\n";
  const auto out = outline(*tableOf(text), specFor("y"));
  const PreparedPtr data = preparedFrom(text, specFor("y"));
  QVERIFY(out);
  QCOMPARE(out->inputNames, data->preprocessing.inputNames());
  QCOMPARE(out->inputNames.size(), data->xTrain.cols);
  QCOMPARE(out->outputs, data->yTrain.cols);
  QCOMPARE(out->classes, data->preprocessing.classes);
}

void TestPrepareInputs::nothingIsEverInfinite() {
  const QByteArray text =
      "a,b,c,y\n1e308,1e-308,1e-30,1\n-1e308,0,2e-30,1e300\n1,1e-300,3e-30,-1e300\n"
      "1e300,1e300,1e300,5\n";
  for (Scaling scaling : {Scaling::none, Scaling::standard, Scaling::minmax})
    for (double share : {0.0, 0.25}) {
      PrepareSpec spec = specFor("y");
      spec.scaling = scaling;
      spec.scaleTarget = true;
      spec.validationSplit = share;
      const PreparedPtr data = preparedFrom(text, spec);
      QVERIFY(allFinite(data->xTrain) && allFinite(data->xValidation));
      QVERIFY(allFinite(data->yTrain) && allFinite(data->yValidation));
    }
}

LAYERLAB_TEST(TestPrepareInputs, "prepare_inputs")
#include "tst_prepare_inputs.moc"
