#include "tests/testmain.h"

#include "tests/ui/canvasmodels.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFrame>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <memory>

using namespace layerlab;

namespace {

/// A canvas of its own, eight inputs, 8-4-1, and the hands on it.
struct Hands {
  Theme theme;
  NetworkCanvas canvas{theme};

  Hands() {
    canvas.resize(1100, 420);
    canvas.setModel(canvasModel(8, {8, 4, 1}, Activation::relu));
    canvas.show();
    canvas.activateWindow();
    if (!QTest::qWaitForWindowActive(&canvas)) qWarning("the canvas did not become active");
    canvas.setFocus();
  }
  template <class Type = QWidget> Type* find(const QString& name) {
    return canvas.findChild<Type*>(name);
  }
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(&canvas, key, modifiers);
  }
  /// In the row of its title: where a card is grabbed.
  QPoint title(int id) {
    return find(QStringLiteral("canvasUnits_%1").arg(id))->pos() + QPoint(12, -10);
  }
  void drag(QPoint from, QPoint to) {
    QWidget* view = canvas.viewport();
    QTest::mousePress(view, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 8; ++i) QTest::mouseMove(view, from + (to - from) * i / 8);
    QTest::mouseRelease(view, Qt::LeftButton, {}, to);
  }
};

void turnWheel(QWidget* widget, int steps, Qt::KeyboardModifiers modifiers = {}) {
  const QPointF at = QRectF(widget->rect()).center();
  QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, 120 * steps}, Qt::NoButton, modifiers,
                    Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(widget, &event);
}

int pixelsOf(const QImage& image, const QColor& color) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == color;
  return count;
}

/// Is anything drawn in a colour like the accent's, which text has not?
bool showsAccent(const QImage& image) {
  for (int y = 2; y < image.height() - 2; ++y)
    for (int x = 2; x < image.width() - 2; ++x)
      if (image.pixelColor(x, y).blue() - image.pixelColor(x, y).red() > 80) return true;
  return false;
}

} // namespace

class CanvasHandsTest : public QObject {
  Q_OBJECT
private slots:
  void keysWalkAndEditTheLayers();
  void digitsGoIntoTheUnits();
  void aCanvasGoesWhileItIsInUse_data();
  void aCanvasGoesWhileItIsInUse();
  void aDraggedCardAsksForItsNewPlace();
  void theOutputCardCannotBeDragged();
  void plusesAndCrossesAskForLayers();
  void theWheelChangesTheUnits();
  void eachActivationIsPickedByItsGraph();
  void thePopupHasARim();
  void aNarrowPickerShowsTheNameAlone();
  void zoomPanAndFit();
  void newWeightsLeaveTheButtonsUnpainted();
  void theEdgeUnderThePointerIsLit();
};

void CanvasHandsTest::keysWalkAndEditTheLayers() {
  Hands hands;
  QSignalSpy removed(&hands.canvas, &NetworkCanvas::removeRequested);
  QSignalSpy duplicated(&hands.canvas, &NetworkCanvas::duplicateRequested);
  QSignalSpy moved(&hands.canvas, &NetworkCanvas::moveRequested);
  QSignalSpy inserted(&hands.canvas, &NetworkCanvas::insertRequested);
  QSignalSpy units(&hands.canvas, &NetworkCanvas::unitsChanged);
  hands.key(Qt::Key_Home);
  QCOMPARE(hands.canvas.selectedLayer(), std::optional(1));
  hands.key(Qt::Key_Right);
  QCOMPARE(hands.canvas.selectedLayer(), std::optional(2));
  hands.key(Qt::Key_Up);
  QCOMPARE(units.takeFirst(), (QVariantList{2, 5}));
  hands.key(Qt::Key_Left, Qt::AltModifier);
  QCOMPARE(moved.takeFirst(), (QVariantList{2, 0}));
  hands.key(Qt::Key_D, Qt::ControlModifier);
  QCOMPARE(duplicated.takeFirst(), (QVariantList{2}));
  hands.key(Qt::Key_Insert);
  QCOMPARE(inserted.takeFirst(), (QVariantList{2}));
  hands.key(Qt::Key_Delete);
  QCOMPARE(removed.takeFirst(), (QVariantList{2}));
  QCOMPARE(hands.canvas.selectedLayer(), std::optional(3)); // the neighbour takes over
  hands.key(Qt::Key_Delete);
  QVERIFY(removed.isEmpty()); // the output stays
}

void CanvasHandsTest::digitsGoIntoTheUnits() {
  Hands hands;
  QSignalSpy units(&hands.canvas, &NetworkCanvas::unitsChanged);
  hands.key(Qt::Key_Home);
  hands.key(Qt::Key_3);
  auto* spin = hands.find<QSpinBox>("canvasUnits_1");
  QTest::keyClick(spin, Qt::Key_2);
  QVERIFY(units.isEmpty()); // not before Enter
  QTest::keyClick(spin, Qt::Key_Return);
  QCOMPARE(units.count(), 1);
  QCOMPARE(units.first(), (QVariantList{1, 32}));
}

void CanvasHandsTest::aCanvasGoesWhileItIsInUse_data() {
  QTest::addColumn<bool>("popup");
  QTest::newRow("its units have the focus") << false;
  QTest::newRow("an activation is being picked") << true;
}

// The focus moves on from widget to widget while they go; nobody may ask a card that is gone.
void CanvasHandsTest::aCanvasGoesWhileItIsInUse() {
  QFETCH(bool, popup);
  auto hands = std::make_unique<Hands>();
  hands->find("canvasUnits_1")->setFocus();
  QVERIFY(hands->find("canvasUnits_1")->hasFocus());
  if (popup) hands->find<QComboBox>("canvasActivation_1")->showPopup();
  QSignalSpy selected(&hands->canvas, &NetworkCanvas::layerSelected);
  hands.reset();
  QVERIFY(selected.isEmpty());
}

void CanvasHandsTest::aDraggedCardAsksForItsNewPlace() {
  Hands hands;
  QSignalSpy moved(&hands.canvas, &NetworkCanvas::moveRequested);
  hands.drag(hands.title(1), hands.title(2) + QPoint(150, 0));
  QCOMPARE(moved.count(), 1);
  QCOMPARE(moved.first(), (QVariantList{1, 1}));
}

void CanvasHandsTest::theOutputCardCannotBeDragged() {
  Hands hands;
  QSignalSpy moved(&hands.canvas, &NetworkCanvas::moveRequested);
  hands.drag(hands.title(3), hands.title(1) - QPoint(60, 0));
  QVERIFY(moved.isEmpty());
}

void CanvasHandsTest::plusesAndCrossesAskForLayers() {
  Hands hands;
  QSignalSpy inserted(&hands.canvas, &NetworkCanvas::insertRequested);
  QSignalSpy removed(&hands.canvas, &NetworkCanvas::removeRequested);
  hands.find<QToolButton>("canvasInsert_1")->click();
  QCOMPARE(inserted.takeFirst(), (QVariantList{1}));
  hands.find<QToolButton>("canvasRemove_2")->click();
  QTRY_COMPARE(removed.count(), 1);
  QCOMPARE(removed.first(), (QVariantList{2}));
  QVERIFY(!hands.find("canvasRemove_3")->isVisible());
}

void CanvasHandsTest::theWheelChangesTheUnits() {
  Hands hands;
  QSignalSpy units(&hands.canvas, &NetworkCanvas::unitsChanged);
  turnWheel(hands.find("canvasUnits_1"), 1);
  QCOMPARE(units.count(), 1);
  QCOMPARE(units.first(), (QVariantList{1, 9}));
}

void CanvasHandsTest::eachActivationIsPickedByItsGraph() {
  Hands hands;
  QSignalSpy chosen(&hands.canvas, &NetworkCanvas::activationChanged);
  hands.find<QComboBox>("canvasActivation_1")->showPopup();
  for (int i = 0; i < activationCount; ++i) {
    const QString name = QLatin1String(kerasName(static_cast<Activation>(i)));
    auto* choice = hands.find<QToolButton>("activationChoice_" + name);
    QVERIFY2(choice && !choice->icon().isNull(), qPrintable(name));
  }
  hands.find<QToolButton>("activationChoice_tanh")->click();
  QCOMPARE(chosen.count(), 1);
  QCOMPARE(chosen.first().at(0).toInt(), 1);
  QVERIFY(chosen.first().at(1).value<Activation>() == Activation::tanh);
}

void CanvasHandsTest::thePopupHasARim() {
  Hands hands;
  auto* picker = hands.find<QComboBox>("canvasActivation_1");
  picker->showPopup();
  auto* popup = hands.find<QFrame>("activationGrid");
  QVERIFY(popup && popup->isVisible());
  const QImage picture = popup->grab().toImage();
  const int middle = picture.height() / 2;
  QCOMPARE(picture.pixelColor(0, middle), hands.theme.colors().border);
  QCOMPARE(picture.pixelColor(4, middle), hands.theme.colors().surface);
  picker->hidePopup();
  QVERIFY(!popup->isVisible());
}

void CanvasHandsTest::aNarrowPickerShowsTheNameAlone() {
  Hands hands;
  hands.canvas.setModel(canvasModel(8, {8, 8, 8, 8, 8, 1}, Activation::sigmoid));
  auto* picker = hands.find<QComboBox>("canvasActivation_1");
  hands.canvas.resize(1600, 420);
  QTRY_VERIFY(showsAccent(picker->grab().toImage())); // a graph and the name
  hands.canvas.resize(700, 420);
  QTRY_VERIFY(!showsAccent(picker->grab().toImage())); // no dot that is left of a graph
}

void CanvasHandsTest::zoomPanAndFit() {
  Hands hands;
  QCOMPARE(hands.canvas.zoom(), 1.0);
  turnWheel(hands.canvas.viewport(), 5, Qt::ControlModifier);
  QVERIFY(hands.canvas.zoom() > 2.0);
  QCOMPARE(hands.find("canvasUnits_1")->findChild<QLineEdit*>()->font().pointSizeF(),
           hands.find("canvasActivation_1")->font().pointSizeF()); // both grow
  QWidget* view = hands.canvas.viewport();
  const QPointF before = hands.canvas.mapToScene(QPoint(0, 0));
  QTest::mousePress(view, Qt::MiddleButton, {}, {500, 200});
  QTest::mouseMove(view, {400, 180});
  QTest::mouseRelease(view, Qt::MiddleButton, {}, {400, 180});
  QVERIFY(hands.canvas.mapToScene(QPoint(0, 0)).x() > before.x() + 90.0);
  hands.key(Qt::Key_0, Qt::ControlModifier);
  QCOMPARE(hands.canvas.zoom(), 1.0);
  QCOMPARE(hands.canvas.mapToScene(QPoint(0, 0)), QPointF());
}

void CanvasHandsTest::newWeightsLeaveTheButtonsUnpainted() {
  Hands hands;
  hands.canvas.setModel(canvasModel(2, {1}));
  hands.canvas.setWeights(risingWeights(0.05f));
  QTest::qWait(50); // until all of it has been painted once
  QRegion painted;
  struct Watch : QObject {
    QRegion& region;
    explicit Watch(QRegion& all) : region(all) {}
    bool eventFilter(QObject*, QEvent* event) override {
      if (event->type() == QEvent::Paint) region += static_cast<QPaintEvent*>(event)->region();
      return false;
    }
  } watch(painted);
  hands.canvas.viewport()->installEventFilter(&watch);
  hands.canvas.setWeights(risingWeights(2.0f));
  QTRY_VERIFY(!painted.isEmpty());
  for (const QWidget* control : hands.canvas.viewport()->findChildren<QWidget*>())
    if (control->isVisible() && control->parentWidget() == hands.canvas.viewport())
      QVERIFY2(!painted.intersects(control->geometry()), qPrintable(control->objectName()));
  hands.canvas.viewport()->removeEventFilter(&watch);
}

void CanvasHandsTest::theEdgeUnderThePointerIsLit() {
  Hands hands;
  hands.canvas.setModel(canvasModel(2, {1}));
  hands.canvas.setWeights(risingWeights(0.05f)); // hardly seen
  const QColor blue = hands.theme.colors().positive;
  const QImage before = hands.canvas.viewport()->grab().toImage();
  QCOMPARE(pixelsOf(before, blue), 0);
  pointAt(hands.canvas, placeThatSays(hands.canvas, QString::fromUtf8("x1 → ")));
  QVERIFY(pixelsOf(hands.canvas.viewport()->grab().toImage(), blue) > 20);
  QEvent leave(QEvent::Leave);
  QCoreApplication::sendEvent(hands.canvas.viewport(), &leave);
  QCOMPARE(hands.canvas.viewport()->grab().toImage(), before);
}

LAYERLAB_TEST(CanvasHandsTest, "canvashands")
#include "tst_canvashands.moc"
