#include "tests/testmain.h"

#include "tests/ui/canvasmodels.h"
#include "tests/ui/desk.h"
#include "ui/widgets/canvas/canvastexts.h"

#include <QImage>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

using namespace layerlab;

namespace {

/// A shown canvas with two inputs into one unit.
struct TwoInputs {
  Theme theme;
  NetworkCanvas canvas{theme};

  explicit TwoInputs(Activation activation = Activation::linear) {
    canvas.resize(900, 400);
    canvas.setModel(canvasModel(2, {1}, activation));
    canvas.show();
  }
  QPoint unit() const { return placeThatSays(canvas, "a = "); }
  QString words() const { return canvas.hoverText(unit()); } ///< of the unit
};

/// Rows (-1, 0), then a tail of rows (1, 0): a file that is sorted.
Matrix sortedRows(std::size_t low, std::size_t high) {
  Matrix rows(low + high, 2);
  for (std::size_t r = 0; r < rows.rows; ++r) rows(r, 0) = r < low ? -1.0f : 1.0f;
  return rows;
}

} // namespace

// What the canvas says: sums, parameters, marks, reasons; and when it takes its words back.
class CanvasWordsTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void footersSpellTheParameters();
  void aFooterWithoutRoomIsSpelledByHover();
  void aSumIsWrittenWithItsNumbers();
  void edgesTellSignAndSize();
  void theOutputSaysWhyOnALowCanvas();
  void unitsThatLearnLittleAreMarked_data();
  void unitsThatLearnLittleAreMarked();
  void aMarkIsDrawn_data();
  void aMarkIsDrawn();
  void aUnitAwakeForLaterRowsIsNotDead();
  void aFileThatIsSortedHasNoDeadUnits();
  void fewRowsAreNoProof();
  void heatMapsCoverTheDataOfTheirColumns();
  void wordsFollowTheWeightsAndGoWithThem();
};

void CanvasWordsTest::footersSpellTheParameters() {
  CanvasModel model = canvasModel(8, {8, 4, 1});
  CardGeometry card;
  card.layer = 0;
  QCOMPARE(cardTexts(model, card).footer, QString::fromUtf8("(8+1)×8 = 72"));
  model.network.layers[0].useBias = false;
  QCOMPARE(cardTexts(model, card).footer, QString::fromUtf8("8×8 = 64"));
  card.layer = -1;
  card.isInput = true;
  QCOMPARE(cardTexts(model, card).footer, QString("no parameters"));
}

void CanvasWordsTest::aFooterWithoutRoomIsSpelledByHover() {
  const Theme theme;
  NetworkCanvas canvas(theme);
  canvas.setModel(canvasModel(8, {256, 256, 256, 1}));
  const QString whole = QString::fromUtf8("(256+1)×256 = 65,792");
  canvas.resize(640, 300);
  canvas.show();
  QVERIFY(!placeThatSays(canvas, whole).isNull());
  canvas.resize(1600, 300);
  QVERIFY(placeThatSays(canvas, whole).isNull()); // it is on the card
}

void CanvasWordsTest::aSumIsWrittenWithItsNumbers() {
  CanvasModel model = canvasModel(4, {2, 1});
  model.inputNames = QStringList{"age", "bmi", "sex", "map"};
  QCOMPARE(sumText(model, 0, {0.31f, -1.2f, 0.01f, 0.5f}, 0.05f),
           QString::fromUtf8("z = − 1.2·bmi + 0.5·map + 0.31·age + … + 0.05"));
  QCOMPARE(sumText(model, 1, {0.5f, -0.25f}, std::nullopt),
           QString::fromUtf8("z = 0.5·a1 − 0.25·a2"));
}

void CanvasWordsTest::edgesTellSignAndSize() {
  QVERIFY(edgeStrength(0.0f, 8, 8) == 0.0f);
  QVERIFY(edgeStrength(2.0f, 8, 8) > edgeStrength(-0.5f, 8, 8));
  QCOMPARE(edgeStrength(-1.0f, 8, 8), edgeStrength(1.0f, 8, 8));
  Matrix kernel(20, 20);
  kernel(19, 3) = -5.0f; // of an input without a place of its own
  kernel(2, 1) = 3.0f;
  const std::vector<Edge> edges = strongestEdges(kernel, 12, 12);
  QVERIFY(edges.size() <= 13 * 13);
  QCOMPARE(edges.back().weight, -5.0f); // the strongest is painted last
  QCOMPARE(edges.back().from, 19);
  QCOMPARE(edges[edges.size() - 2].weight, 3.0f);
  QVERIFY(strongestEdges(Matrix(512, 512), 512, 512).size() <= maxDrawnEdges);
}

void CanvasWordsTest::theOutputSaysWhyOnALowCanvas() {
  const Theme theme;
  NetworkCanvas canvas(theme);
  CanvasModel model = canvasModel(4, {8, 3});
  model.outputReason = "3 classes: softmax over 3 units.";
  canvas.setModel(model);
  canvas.resize(950, 214); // that of a window of 1280 x 720
  canvas.show();
  QVERIFY(!placeThatSays(canvas, model.outputReason).isNull());
  canvas.resize(950, 420); // where it is written on the card
  QVERIFY(!placeThatSays(canvas, model.outputReason).isNull());
}

void CanvasWordsTest::unitsThatLearnLittleAreMarked_data() {
  QTest::addColumn<Activation>("activation");
  QTest::addColumn<float>("bias");
  QTest::addColumn<QString>("mark");
  const QString dead = "Dead: 0 for all 64 rows";
  const QString saturated = "Saturated: at its limit for all 64 rows";
  QTest::newRow("relu below 0") << Activation::relu << -9.0f << dead;
  QTest::newRow("relu above 0") << Activation::relu << 9.0f << QString();
  QTest::newRow("sigmoid near 1") << Activation::sigmoid << 9.0f << saturated;
  QTest::newRow("sigmoid near 0") << Activation::sigmoid << -9.0f << saturated;
  QTest::newRow("sigmoid between") << Activation::sigmoid << 0.0f << QString();
  QTest::newRow("tanh near -1") << Activation::tanh << -9.0f << saturated;
}

void CanvasWordsTest::unitsThatLearnLittleAreMarked() {
  QFETCH(Activation, activation);
  QFETCH(float, bias);
  QFETCH(QString, mark);
  TwoInputs two(activation);
  two.canvas.setWeights(risingWeights(1.0f, bias));
  two.canvas.setProbe(sortedRows(100, 100));
  const QString words = two.words();
  QVERIFY(words.contains("for the first row"));
  QCOMPARE(words.contains("Dead") || words.contains("Saturated"), !mark.isEmpty());
  QVERIFY2(words.contains(mark), qPrintable(words));
}

void CanvasWordsTest::aMarkIsDrawn_data() {
  QTest::addColumn<bool>("dead");
  QTest::newRow("dead") << true;
  QTest::newRow("saturated") << false;
}

void CanvasWordsTest::aMarkIsDrawn() {
  QFETCH(bool, dead);
  const Theme theme;
  const CanvasModel model = canvasModel(2, {1});
  const CardGeometry card = layOut(model.network, 2, QSizeF(900, 400), 1.0).cards.back();
  const auto picture = [&](bool marked) {
    NeuronState state;
    state.value = 0.0f;
    (dead ? state.dead : state.saturated) = marked;
    NeuronsItem item(theme, card, cardTexts(model, card), 1.0);
    item.setStates({state});
    QImage image(900, 400, QImage::Format_RGB32);
    image.fill(theme.colors().surface);
    QPainter painter(&image);
    QStyleOptionGraphicsItem whole;
    whole.exposedRect = item.boundingRect();
    item.paint(&painter, &whole, nullptr);
    return image;
  };
  QVERIFY(picture(true) != picture(false));
}

void CanvasWordsTest::aUnitAwakeForLaterRowsIsNotDead() {
  TwoInputs two(Activation::relu);
  two.canvas.setWeights(risingWeights(1.0f));
  two.canvas.setProbe(sortedRows(600, 40));
  QVERIFY(two.words().contains("for the first row"));
  QVERIFY(!two.words().contains("Dead"));
}

void CanvasWordsTest::aFileThatIsSortedHasNoDeadUnits() {
  Desk desk;
  QTemporaryDir folder;
  const QString file = folder.filePath("sorted.csv");
  QByteArray text = "x,y\n"; // the units below are awake for x > 0, the last 100 rows
  for (int i = -100; i < 100; ++i)
    text += QByteArray::number(i) + ',' + (i < 0 ? "no" : "yes") + '\n';
  QVERIFY(writeTable(file, text));
  desk.workbench.openFile(file);
  QVERIFY(QTest::qWaitFor([&] { return desk.session().table() && !desk.workbench.isLoading(); }));
  QVERIFY(desk.trained(1));
  Weights weights = *desk.session().weights();
  for (float& w : weights[0].kernel.values) w = 1.0f;
  for (float& b : weights[0].bias) b = 0.0f;
  desk.session().setWeights(weights);
  auto* canvas = desk.find<NetworkCanvas>("canvas");
  QTRY_VERIFY(!placeThatSays(*canvas, QString::fromUtf8("z = 1·x")).isNull());
  QVERIFY(placeThatSays(*canvas, "Dead").isNull());
}

// A large network is run for few rows, beside the training.
void CanvasWordsTest::fewRowsAreNoProof() {
  TwoInputs two;
  const CanvasModel model = canvasModel(2, {400, 400, 1}, Activation::relu);
  Weights weights(3);
  std::size_t before = 2;
  for (std::size_t l = 0; l < weights.size(); ++l) {
    const auto units = static_cast<std::size_t>(model.network.layers[l].units);
    weights[l].kernel = Matrix(before, units);
    weights[l].bias.assign(units, -1.0f);
    before = units;
  }
  two.canvas.setModel(model);
  two.canvas.setWeights(weights);
  two.canvas.setProbe(sortedRows(100, 100));
  QVERIFY(two.words().contains("relu(z) = 0 for the first row"));
  QVERIFY(!two.words().contains("Dead"));
}

void CanvasWordsTest::heatMapsCoverTheDataOfTheirColumns() {
  TwoInputs two(Activation::sigmoid);
  two.canvas.setWeights(risingWeights(1.0f, -50.0f)); // the border lies at x1 = 50
  Matrix rows(2, 2);
  rows(1, 0) = 100.0f;
  two.canvas.setProbe(rows);
  const QImage heat = two.canvas.hoverPicture(two.unit());
  QCOMPARE(heat.size(), QSize(96, 96)); // what is seen beside the words
  QVERIFY(heat.pixelColor(10, 48) != heat.pixelColor(86, 48));
  QCOMPARE(heat.pixelColor(86, 10), heat.pixelColor(86, 86)); // x2 has no say
  pointAt(two.canvas, two.unit());
  QVERIFY(QToolTip::text().contains("<img"));
  QVERIFY(two.canvas.hoverPicture(QPoint(1, 1)).isNull());
}

void CanvasWordsTest::wordsFollowTheWeightsAndGoWithThem() {
  TwoInputs two;
  two.canvas.setWeights(risingWeights(2.0f));
  pointAt(two.canvas, placeThatSays(two.canvas, "z = 2"));
  QVERIFY(QToolTip::text().contains("z = 2"));
  two.canvas.setWeights(risingWeights(3.0f));
  QVERIFY(QToolTip::text().contains("z = 3"));
  two.canvas.setWeights(std::nullopt);
  QVERIFY(!QToolTip::text().contains("z ="));
  two.canvas.setWeights(risingWeights(3.0f));
  pointAt(two.canvas, placeThatSays(two.canvas, "weight 3"));
  QVERIFY(QToolTip::text().contains("weight 3"));
  two.canvas.setWeights(std::nullopt);
  QTRY_VERIFY(!QToolTip::isVisible());
}

LAYERLAB_TEST(CanvasWordsTest, "canvaswords")
#include "tst_canvaswords.moc"
