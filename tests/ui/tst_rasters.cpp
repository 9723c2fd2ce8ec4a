#include "tests/testmain.h"

#include "ui/widgets/canvas/edgeraster.h"
#include "ui/widgets/chart/chartpaint.h"
#include "ui/widgets/chart/lineraster.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTest>

#include <cmath>
#include <cstdlib>

using namespace layerlab;

namespace {

constexpr QSize room(220, 180);
const QColor ink(0xd3, 0x60, 0x1c);

/// A picture on white, as the screen is.
QImage onWhite(const QImage& picture) {
  QImage sheet(room, QImage::Format_RGB32);
  sheet.fill(Qt::white);
  QPainter painter(&sheet);
  painter.drawImage(0, 0, picture);
  return sheet;
}

QImage asQtDraws(const QVector<QPolygonF>& lines, double width, Qt::PenCapStyle cap) {
  QImage sheet(room, QImage::Format_RGB32);
  sheet.fill(Qt::white);
  QPainter painter(&sheet);
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPathStroker pen(QPen(ink, width, Qt::SolidLine, cap, Qt::RoundJoin));
  for (const QPolygonF& line : lines) { // not by drawPolyline: Qt's thin pens are a pixel wide
    QPainterPath path;
    path.addPolygon(line);
    QPainterPath outline = pen.createStroke(path);
    outline.setFillRule(Qt::WindingFill);
    painter.fillPath(outline, ink);
  }
  return sheet;
}

/// How much ink there is, in wholly painted pixels.
double inkIn(const QImage& sheet) {
  double blue = 0.0; // where the ink differs most from white
  for (int y = 0; y < sheet.height(); ++y)
    for (int x = 0; x < sheet.width(); ++x) blue += 255 - qBlue(sheet.pixel(x, y));
  return blue / (255 - ink.blue());
}

/// The largest difference of two pixels at one place, 0 to 1.
double worst(const QImage& a, const QImage& b) {
  int most = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x)
      most = std::max(most, std::abs(qBlue(a.pixel(x, y)) - qBlue(b.pixel(x, y))));
  return most / static_cast<double>(255 - ink.blue());
}

/// The edge in so many pieces that nobody sees corners.
QPolygonF finely(const QLineF& ends) {
  QPolygonF line;
  for (int i = 0; i <= 200; ++i) {
    const double u = i / 200.0;
    line << QPointF(ends.x1() + u * ends.dx(), ends.y1() + edgeShape(u).height * ends.dy());
  }
  return line;
}

} // namespace

/// Own drawing of edges and dashes against Qt's.
class RastersTest : public QObject {
  Q_OBJECT
private slots:
  void theShapeOfAnEdgeIsItsBezierCurve();
  void anEdgeLooksAsQtDrawsIt_data();
  void anEdgeLooksAsQtDrawsIt();
  void anEdgeOutsideThePictureIsCut();
  void dashesLookAsQtDrawsThem_data();
  void dashesLookAsQtDrawsThem();
  void whereACurveMeetsItselfNothingIsPaintedTwice();
  void dashesOutsideThePictureAreCut();
  void piecesOfADashAreOneLine();
};

void RastersTest::theShapeOfAnEdgeIsItsBezierCurve() {
  for (int i = 0; i <= 40; ++i) {
    const double t = i / 40.0;
    const double x =
        3.0 * t * (1.0 - t) * (1.0 - t) * 0.5 + 3.0 * t * t * (1.0 - t) * 0.5 + t * t * t;
    const double y = 3.0 * t * t * (1.0 - t) + t * t * t;
    QVERIFY(std::abs(edgeShape(x).height - y) < 2e-5);
  }
  QVERIFY(edgeShape(0.0).slope < 1e-6); // level ends
  QVERIFY(edgeShape(1.0).slope < 1e-6);
  QVERIFY(std::abs(edgeShape(0.5).slope - 2.0) < 1e-6);
}

void RastersTest::anEdgeLooksAsQtDrawsIt_data() {
  QTest::addColumn<QLineF>("ends");
  QTest::addColumn<double>("width");
  for (const double width : {0.7, 1.0, 2.3, 4.3}) {
    const auto row = [width](const char* name, const QLineF& ends) {
      QTest::addRow("%s, %.1f wide", name, width) << ends << width;
    };
    row("level", {10.3, 40.6, 150.2, 40.6});
    row("down", {10.0, 20.0, 150.0, 90.5});
    row("up", {20.5, 150.0, 180.0, 40.0});
    row("steep", {60.0, 8.0, 110.0, 170.0});
    row("nearly upright", {60.0, 20.0, 105.0, 160.0});
  }
}

void RastersTest::anEdgeLooksAsQtDrawsIt() {
  QFETCH(QLineF, ends);
  QFETCH(double, width);
  EdgeRaster raster(room);
  raster.add(ends, width, ink.rgb());
  const QImage ours = onWhite(raster.image());
  const QImage theirs = asQtDraws({finely(ends)}, width, Qt::FlatCap);
  QVERIFY(std::abs(inkIn(ours) - inkIn(theirs)) < 0.03 * inkIn(theirs) + 2.0);
  QVERIFY2(worst(ours, theirs) < 0.35, QByteArray::number(worst(ours, theirs)));
}

void RastersTest::anEdgeOutsideThePictureIsCut() {
  EdgeRaster raster(room);
  raster.add({-50.0, -30.0, 400.0, 300.0}, 3.0, ink.rgb());
  raster.add({10.0, 500.0, 100.0, 600.0}, 3.0, ink.rgb());
  raster.add({100.0, 50.0, 20.0, 60.0}, 3.0, ink.rgb()); // runs backwards: no edge does
  const double painted = inkIn(onWhite(raster.image()));
  EdgeRaster alone(room);
  alone.add({-50.0, -30.0, 400.0, 300.0}, 3.0, ink.rgb());
  QVERIFY(painted > 100.0);
  QCOMPARE(painted, inkIn(onWhite(alone.image())));
  EdgeRaster none{QSize(0, 0)};
  none.add({1.0, 1.0, 9.0, 9.0}, 3.0, ink.rgb());
  QVERIFY(none.image().isNull());
}

void RastersTest::dashesLookAsQtDrawsThem_data() {
  QTest::addColumn<QPolygonF>("dash");
  QTest::addColumn<double>("width");
  for (const double width : {1.25, 2.25}) {
    const auto row = [width](const char* name, const QPolygonF& dash) {
      QTest::addRow("%s, %.2f wide", name, width) << dash << width;
    };
    row("level", {{10.0, 20.4}, {18.0, 20.4}});
    row("upright", {{30.3, 20.0}, {30.3, 60.0}});
    row("slanting", {{30.0, 20.0}, {35.5, 26.0}});
    row("with corners", {{30.0, 40.0}, {33.0, 30.0}, {36.0, 45.0}, {39.0, 33.0}});
    row("of many pieces", {{30.0, 40.0}, {31.5, 40.2}, {33.0, 40.1}, {35.0, 40.3}, {38.0, 40.2}});
  }
}

void RastersTest::dashesLookAsQtDrawsThem() {
  QFETCH(QPolygonF, dash);
  QFETCH(double, width);
  LineRaster raster(room);
  raster.add({dash}, width, ink.rgb());
  const QImage ours = onWhite(raster.image());
  const QImage theirs = asQtDraws({dash}, width, Qt::FlatCap);
  // Round ends within the length take two corners off each end.
  const double corners = (4.0 - 3.15) / 4.0 * width * width;
  QVERIFY2(std::abs(inkIn(ours) + corners - inkIn(theirs)) < 0.08 * inkIn(theirs) + 0.5,
           QByteArray::number(inkIn(ours)) + " and " + QByteArray::number(inkIn(theirs)));
  QVERIFY2(worst(ours, theirs) < 0.55, QByteArray::number(worst(ours, theirs)));
}

void RastersTest::whereACurveMeetsItselfNothingIsPaintedTwice() {
  const QVector<QPolygonF> once{{{20.0, 20.3}, {60.0, 20.3}}};
  LineRaster one(room);
  one.add(once, 1.25, ink.rgb());
  LineRaster thrice(room);
  thrice.add(once + once + once, 1.25, ink.rgb());
  QCOMPARE(one.image(), thrice.image());
  // Another curve does lie over it.
  one.add(once, 1.25, ink.rgb());
  QVERIFY(one.image() != thrice.image());
}

void RastersTest::dashesOutsideThePictureAreCut() {
  LineRaster raster(room);
  raster.add({{{-20.0, -20.0}, {-5.0, -3.0}}, {{300.0, 500.0}, {310.0, 505.0}}}, 2.25, ink.rgb());
  QCOMPARE(inkIn(onWhite(raster.image())), 0.0);
  raster.add({{{-4.0, 50.0}, {6.0, 50.0}}, {{215.0, 175.0}, {230.0, 190.0}}}, 2.25, ink.rgb());
  QVERIFY(inkIn(onWhite(raster.image())) > 10.0);
}

void RastersTest::piecesOfADashAreOneLine() {
  const QVector<QPolygonF> chains =
      chained({{{0, 0}, {1, 1}}, {{1, 1}, {2, 0}}, {{5, 0}, {6, 0}}, {{6, 0}, {7, 1}}});
  QCOMPARE(chains.size(), 2);
  QCOMPARE(chains[0], (QPolygonF{{0, 0}, {1, 1}, {2, 0}}));
  QCOMPARE(chains[1], (QPolygonF{{5, 0}, {6, 0}, {7, 1}}));
}

LAYERLAB_TEST(RastersTest, "rasters")
#include "tst_rasters.moc"
