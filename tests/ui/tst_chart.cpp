#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/chart/chartpaint.h"

#include <QEvent>
#include <QGraphicsView>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace layerlab;

namespace {

Curve curve(const QString& name, int points, double from, double to) {
  Curve out;
  out.id = out.name = name;
  for (int i = 1; i <= points; ++i)
    out.points << QPointF(i, from + (to - from) * (i - 1) / std::max(1, points - 1));
  return out;
}

ChartMark mark(QPointF at, const QString& words) {
  ChartMark out;
  out.id = words;
  out.at = at;
  out.text = words;
  return out;
}

/// The chart as SVG, in which every label can be read.
QByteArray drawn(CurveChart& chart) {
  const QTemporaryDir folder;
  const QString path = folder.filePath("chart.svg");
  return chart.exportSvg(path) ? bytesOf(path) : QByteArray();
}

bool isNamed(const QByteArray& svg, const char* label) {
  return svg.simplified().replace("> ", ">").replace(" <", "<").contains('>' + QByteArray(label) +
                                                                         "</text>");
}

/// Counts how often a widget is painted.
struct PaintCount : QObject {
  explicit PaintCount(QWidget& widget) { widget.installEventFilter(this); }
  bool eventFilter(QObject*, QEvent* event) override {
    paints += event->type() == QEvent::Paint ? 1 : 0;
    return false;
  }
  int paints = 0;
};

/// Is a row of the picture free of everything but `color`?
bool isFree(const QImage& picture, int y, const QColor& color) {
  for (int x = 0; x < picture.width(); ++x)
    if (picture.pixelColor(x, y) != color) return false;
  return true;
}

} // namespace

/// The chart without a page around it.
class ChartTest : public QObject {
  Q_OBJECT
private slots:
  void anAxisHasTwoNumbersAtLeast_data();
  void anAxisHasTwoNumbersAtLeast();
  void fewEpochsDoNotBeginWithZero();
  void aLowChartKeepsItsTitlesInTheLegend();
  void aNewPointIsPaintedOnce();
  void theWordsOfAMarkKeepOffTheCurves();
};

void ChartTest::anAxisHasTwoNumbersAtLeast_data() {
  QTest::addColumn<double>("from");
  QTest::addColumn<double>("to");
  QTest::addColumn<bool>("whole");
  QTest::newRow("losses of a low chart") << 0.0 << 0.45 << false;
  QTest::newRow("below a step") << 0.0 << 0.29 << false;
  QTest::newRow("far from zero") << 1033.0 << 1052.0 << false;
  QTest::newRow("negative") << -0.9 << -0.6 << false;
  QTest::newRow("whole numbers") << 0.9 << 4.1 << true;
}

void ChartTest::anAxisHasTwoNumbersAtLeast() {
  QFETCH(double, from);
  QFETCH(double, to);
  QFETCH(bool, whole);
  for (int wanted = 1; wanted < 6; ++wanted)
    QVERIFY(linearTicks({from, to}, wanted, whole).size() >= 2);
  QCOMPARE(linearTicks({0.9, 1.1}, 2, true).size(), std::size_t{1}); // there is one whole number
}

void ChartTest::fewEpochsDoNotBeginWithZero() {
  const Theme theme;
  CurveChart chart(theme);
  chart.resize(700, 300);
  chart.setCurves({curve("loss", 40, 6.0, 5.0)});
  chart.setMarks({mark({40.0, 5.0}, "lowest")}); // there is air for it beside the curve
  chart.show();
  const QByteArray svg = drawn(chart);
  QVERIFY(isNamed(svg, "20") && isNamed(svg, "lowest"));
  QVERIFY(!isNamed(svg, "0"));
}

void ChartTest::aLowChartKeepsItsTitlesInTheLegend() {
  const Theme theme;
  CurveChart chart(theme);
  chart.setTitles("epoch", "height of the loss");
  chart.setCurves({curve("loss", 40, 6.0, 5.0)});
  const auto inLegend = [&chart] {
    chart.grab();
    for (const QLabel* label : chart.findChildren<QLabel*>())
      if (label->isVisible() && label->text() == "height of the loss") return true;
    return false;
  };
  chart.resize(700, 400);
  chart.show();
  QVERIFY(!inLegend());
  QVERIFY(isNamed(drawn(chart), "height of the loss"));
  chart.resize(700, 160);
  QTRY_VERIFY(inLegend());
  QVERIFY(isNamed(drawn(chart), "height of the loss"));
}

void ChartTest::aNewPointIsPaintedOnce() {
  const Theme theme;
  CurveChart chart(theme);
  chart.setCurves({curve("loss", 40, 6.0, 5.0)});
  chart.setXRange(1.0, 100.0);
  chart.resize(700, 400);
  chart.show();
  QVERIFY(QTest::qWaitForWindowExposed(&chart));
  auto* plot = chart.findChild<QGraphicsView*>("chartPlot");
  QVERIFY(plot);
  PaintCount count(*plot->viewport());
  const auto settled = [&count] {
    for (int before = -1; before != count.paints;) {
      before = count.paints;
      QTest::qWait(40); // longer than a platform waits for more to paint
    }
    return count.paints;
  };
  const int before = settled();
  for (int i = 41; i <= 43; ++i) {
    chart.appendPoints("loss", {QPointF(i, 5.5)});
    QCOMPARE(settled(), before + i - 40);
  }
}

void ChartTest::theWordsOfAMarkKeepOffTheCurves() {
  const Theme theme;
  const QColor surface = theme.colors().surface;
  ChartFrame frame;
  frame.map.plot = QRectF(0, 0, 600, 300);
  const QPointF at(0.5, 0.5);
  const QRectF usual = labelPlace(frame.map.pixel(at), QSizeF(120, 16), frame.map.plot, {}, {});
  DrawnCurve line; // through the place the words would take
  line.pieces = {{{0.0, usual.center().y()}, {600.0, usual.center().y()}}};
  const auto picture = [&](const std::vector<const DrawnCurve*>& curves) {
    QImage image(600, 300, QImage::Format_RGB32);
    image.fill(surface);
    QPainter painter(&image);
    paintMarks(painter, theme, frame, {mark(at, "lowest: 0.5")}, curves);
    return image;
  };
  const int row = static_cast<int>(usual.center().y());
  QVERIFY(!isFree(picture({}), row, surface));
  QVERIFY(isFree(picture({&line}), row, surface));
}

LAYERLAB_TEST(ChartTest, "chart")
#include "tst_chart.moc"
