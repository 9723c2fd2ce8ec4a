#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/chart/curvechart.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QGraphicsView>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace layerlab;

namespace {

/// What the read-out says of `name` in epoch 2; nullopt: it is not drawn.
std::optional<double> valueInEpoch2(const CurveChart& chart, const QString& name) {
  for (const QString& line : chart.readOutAt(2.0))
    if (line.startsWith(name + ' ')) return line.section(' ', -1).toDouble();
  return std::nullopt;
}

/// Does the next frame of the empty chart tell to press Fit?
bool asksForAFit(CurveChart& chart) {
  chart.grab();
  const auto labels = chart.findChildren<QLabel*>();
  return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
    return label->isVisible() && label->text().startsWith(QLatin1String("Press Fit"));
  });
}

/// The epoch under a place `across` pixels right of the middle of the chart.
double epochAt(CurveChart& chart, int across) {
  QSignalSpy clicked(&chart, &CurveChart::plotClicked);
  QWidget* view = chart.findChild<QGraphicsView*>()->viewport();
  QTest::mouseClick(view, Qt::LeftButton, {}, view->rect().center() + QPoint(across, 0));
  return clicked.isEmpty() ? std::nan("") : clicked.front().front().toPointF().x();
}

} // namespace

class LossPageTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void determinationOfTheTrainingRowsIsDrawnToo();
  void aBegunFitIsNotAskedFor();
  void logEpochsGiveEqualRatiosEqualRoom();
  void aFallIsWrittenWithAMinusSign();
  void theLegendSpeaksOneLanguage();
};

void LossPageTest::determinationOfTheTrainingRowsIsDrawnToo() {
  Desk desk;
  QVERIFY(desk.example("house_prices"));
  QVERIFY(desk.trained(5));
  desk.choose("lossMetricCombo", "r2");
  auto* chart = desk.find<CurveChart>("lossChart");
  const QString determination = QString::fromUtf8("R²");
  QTRY_VERIFY(valueInEpoch2(*chart, determination));
  QVERIFY(valueInEpoch2(*chart, "val_" + determination));
  const Run& run = *desk.session().currentRun();
  QVERIFY(run.trainBaseline && *run.trainBaseline != *run.baseline); // of other rows
  const double expected = 1.0 - run.history.epochs[1].trainLossEnd / *run.trainBaseline;
  QVERIFY(std::abs(*valueInEpoch2(*chart, determination) - expected) <
          6e-3 * std::max(1.0, std::abs(expected)));
}

void LossPageTest::aBegunFitIsNotAskedFor() {
  bool asked = false; // while the fit was on its way
  Desk desk;
  QVERIFY(desk.example("iris"));
  auto* chart = desk.find<CurveChart>("lossChart");
  QTRY_VERIFY(asksForAFit(*chart));
  connect(&desk.workbench, &Workbench::trainStateChanged, chart,
          [&asked, chart] { asked = asked || asksForAFit(*chart); });
  QVERIFY(desk.trained(1));
  QVERIFY(!asksForAFit(*chart));
  QVERIFY(!asked);
}

void LossPageTest::logEpochsGiveEqualRatiosEqualRoom() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.trained(100));
  auto* chart = desk.find<CurveChart>("lossChart");
  QTRY_VERIFY(valueInEpoch2(*chart, "loss"));
  const auto near = [](double a, double b) { return std::abs(a - b) < 0.05 * std::abs(b); };
  const auto logX = [&](bool on) {
    desk.find<QCheckBox>("lossLogX")->setChecked(on);
    chart->grab();
  };
  logX(false);
  QVERIFY(near(epochAt(*chart, -100) + epochAt(*chart, 100), 2 * epochAt(*chart, 0)));
  logX(true);
  const double middle = epochAt(*chart, 0);
  QVERIFY(near(epochAt(*chart, -100) * epochAt(*chart, 100), middle * middle));
  QVERIFY(middle < 20.0); // the first epochs have the room
  QVERIFY(!chart->showRange(0.0, 5.0, 0.0, 1.0));
  QVERIFY(chart->showRange(1.0, 5.0, 0.0, 1.0));
}

void LossPageTest::aFallIsWrittenWithAMinusSign() {
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 40));
  const auto* reading = desk.find<QLabel>("reading");
  QTRY_VERIFY(reading->text().contains(QString::fromUtf8("(\u2212")));
  QVERIFY(!reading->text().contains("(-"));
  QVERIFY(desk.translators.setLanguage("ko"));
  QTRY_VERIFY(reading->text().contains(QString::fromUtf8("\u2212")));
}

/// The Keras words stand in the settings; here a class reads the names of lines.
void LossPageTest::theLegendSpeaksOneLanguage() {
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 3));
  desk.workbench.reset();
  QVERIFY(desk.trained(3)); // an earlier run stands in the legend as well
  QVERIFY(desk.translators.setLanguage("ko"));
  const auto english = [&desk] {
    QStringList names;
    for (const auto* entry : desk.find<CurveChart>("lossChart")->findChildren<QAbstractButton*>())
      if (entry->objectName().startsWith("chartLegend_") && entry->text().contains("loss"))
        names << entry->text();
    return names;
  };
  QTRY_VERIFY2(english().isEmpty(), qPrintable(english().join(' ')));
}

LAYERLAB_TEST(LossPageTest, "losspage")
#include "tst_losspage.moc"
