#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/canvas/canvaslayout.h"
#include "ui/widgets/canvas/networkcanvas.h"

#include <QDoubleSpinBox>
#include <QImage>
#include <QTest>

#include <utility>
#include <vector>

using namespace layerlab;

namespace {

NetworkSpec denseNetwork(const std::vector<int>& units) {
  NetworkSpec network;
  for (const int count : units) {
    LayerSpec layer;
    layer.id = static_cast<int>(network.layers.size()) + 1;
    layer.units = count;
    network.layers.push_back(layer);
  }
  return network;
}

/// A place of the canvas whose hover says `words`; null: there is none.
QPoint placeThatSays(const NetworkCanvas& canvas, const QString& words) {
  for (int x = 0; x < canvas.width(); x += 3)
    for (int y = 0; y < canvas.height(); y += 2)
      if (canvas.hoverText({x, y}).contains(words)) return {x, y};
  return {};
}

/// Two inputs into one linear unit, z = 2 x1: its output rises from left to right.
CanvasModel risingModel() {
  CanvasModel model;
  model.network = denseNetwork({1});
  model.inputNames = {"x1", "x2"};
  model.outputNames = {"y"};
  return model;
}

Weights risingWeights() {
  Weights weights(1);
  weights[0].kernel = Matrix(2, 1);
  weights[0].kernel(0, 0) = 2.0f;
  weights[0].bias = {0.0f};
  return weights;
}

} // namespace

class CanvasTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void twelveNeverFold_data();
  void twelveNeverFold();
  void aBiasIsEditedWhereItsNeuronIsClicked();
  void aNeuronShowsItsOutputOverTheInputs();
};

void CanvasTest::twelveNeverFold_data() {
  QTest::addColumn<QSizeF>("room");
  QTest::newRow("the canvas of a 1280 x 720 window") << QSizeF(950, 214);
  QTest::newRow("beside a lesson") << QSizeF(620, 214);
  QTest::newRow("tall") << QSizeF(950, 500);
}

void CanvasTest::twelveNeverFold() {
  QFETCH(QSizeF, room);
  for (const auto& units : {std::vector<int>{12, 12}, std::vector<int>{12, 12, 12}}) {
    const CanvasLayout whole = layOut(denseNetwork(units), 12, room, 1.0);
    for (const CardGeometry& card : whole.cards) {
      QCOMPARE(card.neurons.size(), std::size_t{12});
      QVERIFY(!card.hasMore());
      QVERIFY(card.rect.contains(card.neurons.front()));
      QVERIFY(card.neurons.back().y() + card.radius <= card.footer.top() + 1.0);
      QVERIFY(card.neurons.front().y() - card.radius >= card.units.bottom() - 1.0);
    }
  }
  for (const CardGeometry& card : layOut(denseNetwork({13, 13}), 13, room, 1.0).cards)
    QVERIFY(card.hasMore());
}

void CanvasTest::aBiasIsEditedWhereItsNeuronIsClicked() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  auto* canvas = desk.find<NetworkCanvas>("canvas");
  const QString invitation = "Click to change its bias";
  QVERIFY(placeThatSays(*canvas, invitation).isNull()); // there are no weights yet
  QVERIFY(desk.trained(2));
  QPoint place;
  QTRY_VERIFY(!(place = placeThatSays(*canvas, invitation)).isNull());
  QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, place);
  auto* spin = desk.find<QDoubleSpinBox>("weightSpin");
  QVERIFY(spin && spin->isVisible());
  QCOMPARE(desk.find<QComboBox>("weightFromCombo")->currentData().toInt(), -1);
  const Weights before = *desk.session().weights();
  spin->setValue(1.25);
  const Weights after = *desk.session().weights();
  int changed = 0;
  for (std::size_t l = 0; l < after.size(); ++l) {
    QVERIFY(after[l].kernel == before[l].kernel);
    for (std::size_t u = 0; u < after[l].bias.size(); ++u)
      if (after[l].bias[u] != before[l].bias[u]) {
        ++changed;
        QCOMPARE(after[l].bias[u], 1.25f);
      }
  }
  QCOMPARE(changed, 1);
  desk.session().undoStack().undo();
  QVERIFY(*desk.session().weights() == before);
}

void CanvasTest::aNeuronShowsItsOutputOverTheInputs() {
  const Theme theme;
  NetworkCanvas canvas(theme);
  canvas.resize(900, 400);
  canvas.setModel(risingModel());
  canvas.setWeights(risingWeights());
  canvas.setProbe(Matrix(1, 2));
  canvas.show();
  // Where the output unit lies on the canvas: the room around the place that explains it.
  const QPoint place = placeThatSays(canvas, "a = linear(z)");
  QVERIFY(!place.isNull());
  QPoint last = place;
  while (canvas.hoverText(last + QPoint(1, 0)).contains("a = linear(z)")) last += QPoint(1, 0);
  QPoint middle((place.x() + last.x()) / 2, place.y());
  int top = place.y();
  int bottom = place.y();
  while (canvas.hoverText({middle.x(), top - 1}).contains("a = linear(z)")) --top;
  while (canvas.hoverText({middle.x(), bottom + 1}).contains("a = linear(z)")) ++bottom;
  middle.setY((top + bottom) / 2);
  const QImage picture = canvas.viewport()->grab().toImage();
  const QColor left = picture.pixelColor(middle - QPoint(6, 0));
  const QColor right = picture.pixelColor(middle + QPoint(6, 0));
  QVERIFY(left != right);
  const QColor& below = theme.colors().negative;
  const QColor& above = theme.colors().positive;
  QVERIFY((below.red() > above.red()) == (left.red() > right.red())); // each side its sign
  QVERIFY((below.blue() > above.blue()) == (left.blue() > right.blue()));
  QCOMPARE(picture.pixelColor(middle + QPoint(6, -4)), right); // x2 has no say
}

LAYERLAB_TEST(CanvasTest, "canvas")
#include "tst_canvas.moc"
