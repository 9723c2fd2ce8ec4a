#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/canvas/networkcanvas.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/pages/page.h"
#include "ui/widgets/report.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

using namespace layerlab;

/// Pictures and numbers that leave the window.
class HandOutsTest : public QObject {
  Q_OBJECT
private slots:
  void aPictureOfTheNetworkHasNoButtons();
  void numbersGoToTheClipboardInCells();
  void curvesEndAtTheEdgesOfTheirPicture();
  void aChartFillsItsPictureUnseen();
  void aReportInLightChangesNoColours();
  void aHeadingStaysWithWhatItHeads_data();
  void aHeadingStaysWithWhatItHeads();
  void descriptionsGoToTheClipboard_data();
  void descriptionsGoToTheClipboard();
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

void HandOutsTest::aChartFillsItsPictureUnseen() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QCOMPARE(desk.window.currentPage(), QString("loss")); // the elbow has never been in view
  desk.workbench.startSweep({1, {1, 2, 4}, 1}, 2);
  QTRY_VERIFY(!desk.workbench.isSweeping());
  auto* chart = desk.find<CurveChart>("elbowChart");
  qobject_cast<Page*>(desk.find<QWidget>("elbowPage"))->bringUpToDate();
  const QImage picture = chart->picture({960, 400}, 2.0);
  QCOMPARE(picture.size(), QSize(1920, 800));
  const QColor surface = desk.theme.colors().surface;
  QCOMPARE(picture.pixelColor(1, 1), surface); // the legend's row too
  const auto isDrawnOn = [&](const QRect& part) {
    for (int y = part.top(); y <= part.bottom(); ++y)
      for (int x = part.left(); x <= part.right(); ++x)
        if (picture.pixelColor(x, y) != surface) return true;
    return false;
  };
  QVERIFY(isDrawnOn({0, 400, 200, 400})); // the axes' numbers
  QVERIFY(isDrawnOn({1400, 100, 500, 600}));
}

void HandOutsTest::aReportInLightChangesNoColours() {
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 2));
  QTemporaryDir folder;
  const QString path = folder.filePath("report.pdf");
  QSignalSpy changed(&desk.theme, &Theme::changed);
  QVERIFY(!desk.theme.isDark());
  QVERIFY(desk.window.exportTo("report-pdf", path));
  QCOMPARE(changed.count(), 0);
  desk.theme.setMode(ThemeMode::dark);
  changed.clear();
  QVERIFY(desk.window.exportTo("report-pdf", path));
  QCOMPARE(changed.count(), 2); // to light and back
  QVERIFY(desk.theme.isDark());
}

void HandOutsTest::aHeadingStaysWithWhatItHeads_data() {
  QTest::addColumn<int>("linesBefore");
  for (int lines = 20; lines <= 60; lines += 4) QTest::addRow("%d", lines) << lines;
}

void HandOutsTest::aHeadingStaysWithWhatItHeads() {
  QFETCH(int, linesBefore);
  QTextDocument document;
  document.addResource(QTextDocument::ImageResource, QUrl("picture"),
                       QImage(650, 270, QImage::Format_RGB32));
  document.setHtml(QString("<p>a line</p>").repeated(linesBefore) +
                   "<h2>Elbow</h2><p><img src='picture' width='650'></p>");
  document.setPageSize({700, 1000});
  keepHeadings(document);
  QTextBlock heading = document.begin();
  while (heading.blockFormat().headingLevel() == 0) heading = heading.next();
  const auto pageOf = [&](const QTextBlock& block) {
    const double top = document.documentLayout()->blockBoundingRect(block).top();
    return static_cast<int>((top + block.layout()->lineAt(0).y()) / 1000);
  };
  QCOMPARE(pageOf(heading), pageOf(heading.next()));
}

void HandOutsTest::descriptionsGoToTheClipboard_data() {
  QTest::addColumn<QString>("page");
  for (const char* page : {"loss", "predict", "features", "weights"})
    QTest::newRow(page) << QString(page);
}

void HandOutsTest::descriptionsGoToTheClipboard() {
  QFETCH(QString, page);
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 3));
  desk.window.showPage(page);
  auto* action = desk.window.findChild<QAction*>(page + "ExportButton_copyDescription");
  QVERIFY(action && action->text().contains("description"));
  QGuiApplication::clipboard()->setText("nothing");
  const auto copied = [action] {
    action->trigger();
    return QGuiApplication::clipboard()->text();
  };
  QTRY_VERIFY2(copied().contains(' '), qPrintable(copied()));
}

LAYERLAB_TEST(HandOutsTest, "handouts")
#include "tst_handouts.moc"
