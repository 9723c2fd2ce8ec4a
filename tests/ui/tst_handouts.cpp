#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/canvas/networkcanvas.h"
#include "ui/widgets/chart/curvechart.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace layerlab;

/// Pictures and numbers that leave the window.
class HandOutsTest : public QObject {
  Q_OBJECT
private slots:
  void aPictureOfTheNetworkHasNoButtons();
  void numbersGoToTheClipboardInCells();
  void curvesEndAtTheEdgesOfTheirPicture();
};

void HandOutsTest::aPictureOfTheNetworkHasNoButtons() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  auto* canvas = desk.find<NetworkCanvas>("canvas");
  QCoreApplication::processEvents();
  auto* insert = desk.find<QToolButton>("canvasInsert_0");
  QVERIFY(insert->isVisible());
  insert->setFocus();
  const QRect place = insert->geometry();
  const auto drawn = [canvas] {
    QImage image(canvas->size(), QImage::Format_RGB32);
    canvas->QWidget::render(&image);
    return image;
  };
  const QImage picture = canvas->picture(1.0);
  QVERIFY(insert->isVisible() && insert->hasFocus());
  QCOMPARE(insert->geometry(), place);
  QVERIFY(picture != drawn());
  canvas->setFocus();
  for (auto* button : canvas->viewport()->findChildren<QToolButton*>()) button->hide();
  QCOMPARE(canvas->picture(1.0), drawn());
}

void HandOutsTest::numbersGoToTheClipboardInCells() {
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 3));
  QGuiApplication::clipboard()->clear();
  desk.find<QAction>("lossExportButton_copyNumbers")->trigger();
  const QStringList rows = QGuiApplication::clipboard()->text().trimmed().split(QLatin1Char('\n'));
  QCOMPARE(rows.size(), 1 + 3);
  QVERIFY2(rows.first().startsWith("epoch\tloss"), qPrintable(rows.first()));
  for (const QString& row : rows) {
    QCOMPARE(row.count('\t'), rows.first().count('\t'));
    QVERIFY(!row.contains(','));
  }
}

/// An SVG of Qt 6.4 has no clip: what is drawn must end there by itself.
void HandOutsTest::curvesEndAtTheEdgesOfTheirPicture() {
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 20));
  desk.window.showPage("loss");
  auto* chart = desk.find<CurveChart>("lossChart");
  const double loss = desk.session().currentRun()->history.epochs.at(9).loss;
  QVERIFY(chart->showRange(9.5, 10.5, loss - 1e-4, loss + 1e-4));
  QTemporaryDir folder;
  QVERIFY(chart->exportSvg(folder.filePath("zoomed.svg")));
  const QString svg = QString::fromUtf8(bytesOf(folder.filePath("zoomed.svg")));
  static const QRegularExpression shape("(?:points|d)=\"([^\"]+)\"");
  static const QRegularExpression number("-?[0-9]+(?:\\.[0-9]+)?(?:e[-+]?[0-9]+)?");
  const double most = 100.0 + std::max(chart->width(), chart->height()); // with its margins
  int checked = 0;
  for (auto at = shape.globalMatch(svg); at.hasNext();)
    for (auto n = number.globalMatch(at.next().captured(1)); n.hasNext(); ++checked) {
      const double place = n.next().captured().toDouble();
      QVERIFY2(place > -100.0 && place < most, qPrintable(QString::number(place)));
    }
  QVERIFY(checked > 0);
}

LAYERLAB_TEST(HandOutsTest, "handouts")
#include "tst_handouts.moc"
