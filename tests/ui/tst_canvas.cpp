#include "tests/testmain.h"

#include "tests/ui/canvasmodels.h"
#include "tests/ui/desk.h"
#include "ui/widgets/canvas/canvastexts.h"

#include <QDoubleSpinBox>
#include <QImage>
#include <QScrollBar>
#include <QTest>

#include <utility>
#include <vector>

using namespace layerlab;

namespace {

/// "every_column_has_a_name_like_this_3", at most `count` of them.
QStringList longNames(int count) {
  QStringList names;
  for (int i = 0; i < count; ++i) names << QStringLiteral("every_column_has_a_name_%1").arg(i);
  return names;
}

} // namespace

class CanvasTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void twelveNeverFold_data();
  void twelveNeverFold();
  void aLowCanvasShowsEveryCardWhole_data();
  void aLowCanvasShowsEveryCardWhole();
  void namesDoNotCoverEachOther_data();
  void namesDoNotCoverEachOther();
  void aBiasIsEditedWhereItsNeuronIsClicked();
  void aNeuronShowsItsOutputOverTheInputs();
};

void CanvasTest::twelveNeverFold_data() {
  QTest::addColumn<QSizeF>("room");
  QTest::newRow("the canvas of a 1280 x 720 window") << QSizeF(950, 214);
  QTest::newRow("beside a lesson") << QSizeF(620, 214);
  QTest::newRow("tall") << QSizeF(950, 500);
  QTest::newRow("as low as fits") << QSizeF(1250, smallestSize({}, 1.0).height());
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

void CanvasTest::aLowCanvasShowsEveryCardWhole_data() {
  QTest::addColumn<double>("textScale");
  QTest::addColumn<QSize>("room");
  QTest::addColumn<std::vector<int>>("units");
  const std::vector<int> usual{8, 3};
  const std::vector<int> deep{12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 3};
  QTest::newRow("a window of 1280 x 720") << 1.0 << QSize(950, 204) << usual;
  QTest::newRow("a projector of 1280 x 720") << 1.35 << QSize(1246, 200) << usual;
  QTest::newRow("lowest") << 1.0 << QSize(950, 0) << usual;
  QTest::newRow("lowest at a projector") << 1.35 << QSize(1246, 0) << usual;
  QTest::newRow("deep, lowest") << 1.0 << QSize(950, 0) << deep;
  QTest::newRow("deep, lowest at a projector") << 1.35 << QSize(1246, 0) << deep;
}

void CanvasTest::aLowCanvasShowsEveryCardWhole() {
  QFETCH(double, textScale);
  QFETCH(QSize, room);
  QFETCH(std::vector<int>, units);
  Theme theme;
  theme.setTextScale(textScale);
  NetworkCanvas canvas(theme);
  canvas.setModel(canvasModel(10, units));
  canvas.resize(room.expandedTo(QSize(0, canvas.minimumHeight())));
  canvas.show();
  QCOMPARE(canvas.verticalScrollBar()->maximum(), 0);
  const bool fits = units.size() < 5; // more than the smallest cards go on to the right
  QCOMPARE(canvas.horizontalScrollBar()->maximum() == 0, fits);
  QVERIFY(canvas.zoom() >= 0.7 && canvas.zoom() <= 1.0);
  for (const char* name : {"canvasUnits_1", "canvasActivation_1", "canvasInsert_1"})
    QVERIFY2(canvas.viewport()->rect().contains(canvas.findChild<QWidget*>(name)->geometry()),
             name);
}

void CanvasTest::namesDoNotCoverEachOther_data() {
  QTest::addColumn<int>("names");
  QTest::addColumn<double>("height");
  QTest::addColumn<bool>("all");
  const double least = smallestSize({}, 1.0).height();
  QTest::newRow("8, as low as fits") << 8 << least << true;
  QTest::newRow("12, as low as fits") << 12 << least << true;
  QTest::newRow("12, lower still") << 12 << least - 16.0 << false;
  QTest::newRow("12, window of 1280 x 720") << 12 << 204.0 << true;
}

void CanvasTest::namesDoNotCoverEachOther() {
  QFETCH(int, names);
  QFETCH(double, height);
  QFETCH(bool, all);
  const Theme theme;
  CanvasModel model = canvasModel(0, {8, 3});
  model.inputNames = longNames(names);
  const CardGeometry card = layOut(model.network, names, QSizeF(950, height), 1.0).cards.front();
  QCOMPARE(card.neurons.size(), static_cast<std::size_t>(names));
  const NeuronsItem item(theme, card, cardTexts(model, card), 1.0);
  QCOMPARE(item.nameStep() == 1, all);
  QVERIFY(item.nameStep() * (card.neurons[1].y() - card.neurons[0].y()) >= 7.5); // 6 points
  QVERIFY(card.neurons.front().y() - card.radius >= card.title.bottom());
  QVERIFY(card.neurons.back().y() + card.radius <= card.footer.top() + 1.0);
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
  canvas.setModel(canvasModel(2, {1}));
  canvas.setWeights(risingWeights(2.0f));
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
