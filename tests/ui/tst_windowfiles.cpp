#include "tests/testmain.h"

#include "core/io/project.h"
#include "core/teach/reading.h"
#include "tests/ui/desk.h"
#include "ui/session/text.h"
#include "ui/widgets/report.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace layerlab;

namespace {

/// The file that the window exports; empty: it did not.
QByteArray exported(Desk& desk, const QString& kind, const QString& path) {
  return desk.window.exportTo(kind, path) ? bytesOf(path) : QByteArray();
}

} // namespace

class WindowFilesTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void droppedFileIsOpened();
  void closeAsksOnlyWithUnsavedChanges_data();
  void closeAsksOnlyWithUnsavedChanges();
  void trainingIsAskedAboutAtTheClose();
  void exportsWriteFiles_data();
  void exportsWriteFiles();
  void everyPicturePageWritesItsOwn_data();
  void everyPicturePageWritesItsOwn();
  void aPageWithoutAPictureSaysSo();
  void aReportTellsTheProject();
  void aReportHasTheFiguresOfItsTask_data();
  void aReportHasTheFiguresOfItsTask();
  void anExampleGoesWithItsProject();
  void dataIsKeptInsideOnWish();
  void datesFollowTheLanguage_data();
  void datesFollowTheLanguage();
  void aProjectOpenElsewhereIsNotOverwritten();
  void exportToNowhereIsAnError();
  void openedFilesAreRemembered();
  void badFileIsSaidBesideTheSource();
  void remarksLeadToTheirRow();
};

void WindowFilesTest::anExampleGoesWithItsProject() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(!desk.find<QAction>("fileEmbedData")->isEnabled());
  QTemporaryDir folder;
  const QString path = folder.filePath("iris.layerlab");
  QVERIFY(desk.workbench.saveProject(path));
  const Result<Project> project = readProject(path.toStdString());
  QVERIFY(project);
  QCOMPARE(project->dataFile, std::string("example:iris"));
  QVERIFY(project->dataText.find("sepal_length") != std::string::npos);
  desk.workbench.openFile(path);
  QTRY_VERIFY(!desk.workbench.isLoading());
  QCOMPARE(desk.workbench.dataPath(), QString("example:iris"));
  QCOMPARE(desk.session().table()->rows, 150);
}

void WindowFilesTest::dataIsKeptInsideOnWish() {
  Desk desk;
  QTemporaryDir folder;
  const QString csv = folder.filePath("class.csv");
  QVERIFY(writeTable(csv, lines(30)));
  desk.workbench.openFile(csv);
  QTRY_VERIFY(desk.session().table());
  auto* embed = desk.find<QAction>("fileEmbedData");
  QVERIFY(embed->isEnabled() && !embed->isChecked());
  embed->trigger();
  QVERIFY(desk.window.isWindowModified());
  const QString path = folder.filePath("work.layerlab");
  QVERIFY(desk.workbench.saveProject(path));
  QVERIFY(QFile::remove(csv));
  QVERIFY(desk.example("iris"));
  QVERIFY(!embed->isChecked());
  desk.workbench.openFile(path);
  QTRY_VERIFY(!desk.workbench.isLoading());
  QCOMPARE(desk.session().table()->rows, 30);
  QVERIFY(embed->isChecked());
}

void WindowFilesTest::droppedFileIsOpened() {
  Desk desk;
  QTemporaryDir folder;
  const QString path = folder.filePath("dropped.csv");
  QVERIFY(writeTable(path, lines(30)));
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(path)});
  QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&desk.window, &enter);
  QVERIFY(enter.isAccepted());
  QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&desk.window, &drop);
  QTRY_VERIFY(desk.session().table());
  QCOMPARE(desk.session().table()->rows, 30);
}

void WindowFilesTest::closeAsksOnlyWithUnsavedChanges_data() {
  QTest::addColumn<bool>("dirty");
  QTest::addColumn<int>("answer");
  QTest::addColumn<int>("asked");
  QTest::addColumn<bool>("closes");
  QTest::newRow("clean") << false << int(Prompts::SaveAnswer::cancel) << 0 << true;
  QTest::newRow("cancel") << true << int(Prompts::SaveAnswer::cancel) << 1 << false;
  QTest::newRow("discard") << true << int(Prompts::SaveAnswer::discard) << 1 << true;
  QTest::newRow("save, no path") << true << int(Prompts::SaveAnswer::save) << 1 << false;
}

void WindowFilesTest::closeAsksOnlyWithUnsavedChanges() {
  QFETCH(bool, dirty);
  QFETCH(int, answer);
  QFETCH(int, asked);
  QFETCH(bool, closes);
  Desk desk;
  QVERIFY(desk.example("iris"));
  if (dirty) desk.find<QSpinBox>("epochsSpin")->setValue(77);
  QCOMPARE(desk.window.isWindowModified(), dirty);
  desk.prompts.answer = static_cast<Prompts::SaveAnswer>(answer);
  QCOMPARE(desk.window.close(), closes);
  QCOMPARE(desk.prompts.asked, asked);
}

void WindowFilesTest::trainingIsAskedAboutAtTheClose() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.workbench.fit();
  QTRY_VERIFY(desk.idle() && desk.session().currentRun());
  QVERIFY(desk.window.isWindowModified());
  QVERIFY(!desk.window.close());
  QCOMPARE(desk.prompts.asked, 1);
}

void WindowFilesTest::exportsWriteFiles_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QByteArray>("start");
  QTest::newRow("png") << "chart-png" << QByteArray("\x89PNG");
  QTest::newRow("svg") << "chart-svg" << QByteArray("<?xml");
  QTest::newRow("pdf") << "chart-pdf" << QByteArray("%PDF");
  QTest::newRow("history") << "history-csv" << QByteArray("epoch,loss");
  QTest::newRow("runs") << "runs-csv" << QByteArray("run,units,optimizer");
  QTest::newRow("report") << "report-pdf" << QByteArray("%PDF");
  QTest::newRow("predictions") << "predictions-csv" << QByteArray("prediction,");
}

void WindowFilesTest::exportsWriteFiles() {
  QFETCH(QString, kind);
  QFETCH(QByteArray, start);
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 3));
  desk.window.showPage(kind.startsWith("chart") ? "loss" : "data");
  QTemporaryDir folder;
  QCOMPARE(exported(desk, kind, folder.filePath("out")).left(start.size()), start);
}

void WindowFilesTest::everyPicturePageWritesItsOwn_data() {
  QTest::addColumn<QString>("page");
  QTest::addColumn<QByteArray>("part");
  QTest::newRow("predict") << "predict" << QByteArray("classConfusion");
  QTest::newRow("features") << "features" << QByteArray("featuresPlot");
  QTest::newRow("weights") << "weights" << QByteArray("weightsPlot");
  QTest::newRow("stages") << "stages" << QByteArray("stageBoard");
}

void WindowFilesTest::everyPicturePageWritesItsOwn() {
  QFETCH(QString, page);
  QFETCH(QByteArray, part);
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 3));
  QTemporaryDir folder;
  const auto picture = [&](const QString& name, const QString& format) {
    return exported(desk, "chart-" + format, folder.filePath(name + '.' + format));
  };
  const QStringList formats{"png", "svg", "pdf"};
  desk.window.showPage("loss");
  for (const QString& format : formats) QVERIFY(!picture("loss", format).isEmpty());
  desk.window.showPage(page);
  if (page == "stages") {
    QVERIFY(!desk.window.exportTo("chart-png", folder.filePath("none"))); // not begun yet
    desk.find<QPushButton>("stageStepButton")->click();
  }
  QTRY_VERIFY(desk.find<QWidget>(part.constData())->isVisible());
  for (const QString& format : formats) {
    const QByteArray own = picture("page", format);
    QVERIFY(own.size() > 500);
    QVERIFY2(own != bytesOf(folder.filePath("loss." + format)), qPrintable(format));
  }
  QGuiApplication::clipboard()->clear();
  desk.find<QAction>("editCopyPicture")->trigger();
  QCOMPARE(QGuiApplication::clipboard()->image().size(),
           QImage(folder.filePath("page.png")).size());
  QVERIFY(desk.window.findChild<QWidget*>(page + "ExportButton")->isVisible());
}

void WindowFilesTest::aPageWithoutAPictureSaysSo() {
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 2));
  for (const char* page : {"code", "data"}) {
    desk.window.showPage(page);
    QVERIFY2(!desk.window.exportTo("chart-png", "/tmp/unused"), page);
  }
}

void WindowFilesTest::aReportTellsTheProject() {
  Desk desk;
  QVERIFY(desk.trainedOn("iris", 20));
  const Run& run = *desk.session().currentRun();
  const auto readings = readCurve(run.history, run.end, run.design.fit, run.baseline);
  QVERIFY(!readings.empty());
  desk.session().edit("settings", {}, [](Design& design) {
    design.data.missing = MissingRule::mean;
    design.fit.earlyStopping = EarlyStopping{"val_loss", 7, 0.0, true};
    design.network.layers.front().kernelRegularizer.l2 = 0.25;
  });
  const QString html = reportHtml(desk.workbench, readings, {});
  for (const QString& words :
       {QString("iris"), QString("species"), QString("categorical_crossentropy"),
        QString("softmax"), QString("patience=7"), QString("kernel l2=0.25"),
        QString("gaps filled with the mean"), QString("val_accuracy"), run.name,
        QString("example iris"), text(readings.front().text).toHtmlEscaped()})
    QVERIFY2(html.contains(words), qPrintable(words));
  QVERIFY(!html.contains("example:iris"));
  QVERIFY(!html.contains("<img")); // no picture was given
}

void WindowFilesTest::aReportHasTheFiguresOfItsTask_data() {
  QTest::addColumn<QString>("example");
  QTest::addColumn<QStringList>("words");
  QTest::newRow("two classes") << "breast_cancer"
                               << QStringList{"cut-off", "0.25", "ROC", "recall"};
  QTest::newRow("classes") << "iris" << QStringList{"accuracy", "virginica", "mean"};
  QTest::newRow("numbers") << "house_prices" << QStringList{"R²", "mean absolute error"};
}

void WindowFilesTest::aReportHasTheFiguresOfItsTask() {
  QFETCH(QString, example);
  QFETCH(QStringList, words);
  Desk desk;
  QVERIFY(desk.example(example));
  QVERIFY(!reportHtml(desk.workbench, {}, {}).contains("Figures of"));
  QVERIFY(desk.trained(3));
  const QString html = reportHtml(desk.workbench, {}, {}, 0.25);
  QVERIFY(html.contains("Figures of the validation rows"));
  const QString figures = html.mid(html.indexOf("Figures of"));
  for (const QString& word : words) QVERIFY2(figures.contains(word), qPrintable(word));
}

void WindowFilesTest::datesFollowTheLanguage_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<QLocale>("locale");
  QTest::newRow("English") << "en" << QLocale("en");
  QTest::newRow("Korean") << "ko" << QLocale("ko");
}

void WindowFilesTest::datesFollowTheLanguage() {
  QFETCH(QString, language);
  QFETCH(QLocale, locale);
  Desk desk;
  const QLocale typed;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.translators.setLanguage(language));
  const QString day = locale.toString(QDate::currentDate(), QLocale::LongFormat);
  const QString html = reportHtml(desk.workbench, {}, {});
  QVERIFY2(html.contains(day), qPrintable(html.left(300)));
  QCOMPARE(QLocale(), typed); // numbers are typed as before
}

void WindowFilesTest::aProjectOpenElsewhereIsNotOverwritten() {
  QTemporaryDir folder;
  const QString path = folder.filePath("lesson.layerlab");
  Desk first;
  QVERIFY(first.example("iris"));
  first.prompts.path = path;
  QVERIFY(first.window.saveProject(true));
  Desk second;
  second.window.openPath(path);
  QTRY_VERIFY(!second.workbench.isLoading() && second.session().table());
  QVERIFY(!second.window.saveProject());
  QCOMPARE(second.prompts.told.size(), 1);
  QVERIFY(second.prompts.told.first().contains("lesson.layerlab"));
  second.prompts.path = folder.filePath("copy.layerlab");
  QVERIFY(second.window.saveProject(true));
  QVERIFY(first.window.saveProject());
}

void WindowFilesTest::exportToNowhereIsAnError() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(!desk.window.exportTo("history-csv", "/tmp/unused")); // nothing trained yet
  QVERIFY(!desk.window.exportTo("sweep-csv", "/tmp/unused"));
  QVERIFY(desk.trained(2));
  for (const QString& kind : MainWindow::exportKinds())
    QVERIFY2(!desk.window.exportTo(kind, "/no/such/folder/out"), qPrintable(kind));
}

void WindowFilesTest::openedFilesAreRemembered() {
  Desk desk;
  QTemporaryDir folder;
  const QString path = folder.filePath("seen.csv");
  QVERIFY(writeTable(path, lines(30)));
  desk.window.openPath(path);
  QTRY_VERIFY(desk.session().table());
  auto* menu = desk.window.findChild<QMenu*>("recentMenu");
  emit menu->aboutToShow();
  QCOMPARE(menu->actions().first()->text(), QString("seen.csv"));
  QVERIFY(QFile::remove(path));
  emit menu->aboutToShow();
  QVERIFY(!menu->actions().first()->isEnabled()); // a file that is gone is not offered
}

void WindowFilesTest::badFileIsSaidBesideTheSource() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QTemporaryDir folder;
  const QString path = folder.filePath("broken.csv");
  QVERIFY(writeTable(path, "a,b\n1,\"2\n"));
  desk.window.openPath(path);
  QTRY_VERIFY(!desk.workbench.isLoading());
  auto* message = desk.find<QLabel>("dataMessageText");
  QTRY_VERIFY(message->isVisible());
  QVERIFY(message->text().contains("broken.csv"));
  QCOMPARE(desk.session().table()->rows, 150); // the present table stays
  QCOMPARE(desk.find<QComboBox>("exampleCombo")->currentData().toString(), QString("iris"));
}

void WindowFilesTest::remarksLeadToTheirRow() {
  Desk desk;
  QTemporaryDir folder;
  const QString path = folder.filePath("gaps.csv");
  QVERIFY(writeTable(path, lines(50) + "\n\n5,6,7\n1,x,3\n"));
  desk.window.openPath(path);
  QTRY_VERIFY(desk.session().table());
  QVERIFY(!desk.session().table()->report.issues.empty());
  QVERIFY(desk.find<QPushButton>("issuesButton")->isVisible());
  desk.find<QPushButton>("issuesButton")->click();
  QCOMPARE(desk.window.currentPage(), QString("data"));
  auto* list = desk.find<QListWidget>("issuesList");
  QCOMPARE(list->count(), int(desk.session().table()->report.issues.size()));
  auto* view = desk.find<QAbstractItemView>("dataTable");
  const Table& table = *desk.session().table();
  for (int i = 0; i < list->count(); ++i) {
    const TableIssue& issue = table.report.issues[std::size_t(i)];
    list->setCurrentRow(-1);
    list->setCurrentRow(i);
    if (issue.row == table.sheetRow(table.rows - 1))
      QCOMPARE(view->currentIndex().row(), int(table.rows) - 1);
  }
}

LAYERLAB_TEST(WindowFilesTest, "windowfiles")

#include "tst_windowfiles.moc"
