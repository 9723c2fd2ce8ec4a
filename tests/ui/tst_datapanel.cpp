#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/panels/makedata.h"
#include "ui/widgets/panels/paintplane.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QSlider>
#include <QSpinBox>
#include <QStyleOptionComboBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include <limits>

using namespace layerlab;

/// Where the data comes from: reading options, reload, paste, generated and painted tables, and the
/// advice on them.
class DataPanelTest : public QObject {
  Q_OBJECT
private slots:
  void initTestCase() { QVERIFY(m_folder.isValid()); }
  void namesOfExamplesAreNotCut_data();
  void namesOfExamplesAreNotCut();
  void readingOptionsSayWhatWasFound();
  void anotherDelimiterReadsAgain();
  void aRefusedFileOffersReadingOptions();
  void aChangedFileIsOffered();
  void pastedCellsBecomeTheTable();
  void anEmptyClipboardIsSaid();
  void generatedDataBecomesTheTable();
  void paintedPointsBecomeTheTable();
  void paintingIsUndoneByStrokes();
  void thePlaneIsPaintedByKeys();
  void tooFewPointsCannotBeUsed_data();
  void tooFewPointsCannotBeUsed();
  void makingAgainStartsFromTheLastOne();
  void makingFollowsTheLanguage();
  void rowsOfALargeTableAreCountedAside();
  void aSortedFileIsAdvisedAgainst();
  void aDismissedAdviceOnDataStaysAway();

private:
  bool loaded(Desk& desk) {
    return QTest::qWaitFor([&] { return !desk.workbench.isLoading(); }, 20'000);
  }
  bool open(Desk& desk, const QByteArray& text) {
    const QString path = m_folder.filePath("table.csv");
    if (!writeTable(path, text)) return false;
    desk.workbench.openFile(path);
    return loaded(desk);
  }
  MakeDataDialog* makeData(Desk& desk) {
    desk.find<QAction>("fileMakeData")->trigger();
    return desk.find<MakeDataDialog>("makeDataDialog");
  }

  QTemporaryDir m_folder;
};

void DataPanelTest::namesOfExamplesAreNotCut_data() {
  QTest::addColumn<QString>("language");
  QTest::newRow("English") << "en";
  QTest::newRow("Korean") << "ko";
}

void DataPanelTest::namesOfExamplesAreNotCut() {
  QFETCH(QString, language);
  Desk desk;
  QVERIFY(desk.translators.setLanguage(language));
  QVERIFY(desk.example("breast_cancer"));
  auto* combo = desk.find<QComboBox>("exampleCombo");
  const auto room = [combo] {
    QStyleOptionComboBox option;
    option.initFrom(combo);
    option.editable = false;
    return combo->style()
        ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo)
        .width();
  };
  for (int i = 0; i < combo->count(); ++i) {
    const int needed = combo->fontMetrics().horizontalAdvance(combo->itemText(i));
    QTRY_VERIFY2(needed <= room(), qPrintable(combo->itemText(i)));
    QVERIFY(combo->view()->minimumWidth() >= needed); // the list as well
  }
}

void DataPanelTest::readingOptionsSayWhatWasFound() {
  Desk desk;
  QVERIFY(open(desk, "a;y\n1,5;2\n2,5;3\n"));
  desk.find<QToolButton>("readingOptionsButton")->click();
  QVERIFY(desk.find<QWidget>("readingOptions")->isVisible());
  QVERIFY(desk.find<QComboBox>("encodingCombo")->currentText().contains("utf-8"));
  QVERIFY(desk.find<QComboBox>("delimiterCombo")->currentText().contains(";"));
  QVERIFY(desk.find<QComboBox>("decimalCombo")->currentText().contains(","));
}

void DataPanelTest::anotherDelimiterReadsAgain() {
  Desk desk;
  QVERIFY(open(desk, "a,b;y\n1,2;3\n4,5;6\n7,8;9\n")); // either mark cuts it into two columns
  desk.find<QToolButton>("readingOptionsButton")->click();
  auto* delimiter = desk.find<QComboBox>("delimiterCombo");
  const std::pair<const char*, char> choices[] = {{"semicolon", ';'}, {"comma", ','}};
  for (const auto& [word, mark] : choices) {
    desk.choose("delimiterCombo", word);
    QVERIFY(loaded(desk));
    QCOMPARE(desk.session().table()->report.delimiter, std::optional<char>(mark));
    QCOMPARE(delimiter->currentData().toString(), QString(word));
  }
  desk.choose("delimiterCombo", "tab"); // leaves one column: nothing to learn, but a table
  QVERIFY(loaded(desk));
  QCOMPARE(desk.session().table()->columns.size(), 1U);
}

void DataPanelTest::aRefusedFileOffersReadingOptions() {
  Desk desk;
  QVERIFY(open(desk, QByteArray("a,y\n1,\"2 x\n3,4\n")));
  QVERIFY(!desk.session().table());
  QVERIFY(desk.find<QWidget>("dataMessage")->isVisible());
  QVERIFY(desk.find<QToolButton>("readingOptionsButton")->isVisible());
}

void DataPanelTest::aChangedFileIsOffered() {
  Desk desk;
  QVERIFY(open(desk, "a,y\n1,2\n2,3\n3,4\n"));
  QVERIFY(writeTable(m_folder.filePath("table.csv"), "a,y\n1,2\n2,3\n3,4\n4,6\n"));
  auto* reload = desk.find<QPushButton>("dataMessageAction");
  QTRY_VERIFY(reload->isVisible());
  QCOMPARE(desk.session().table()->rows, 3);
  reload->click();
  QVERIFY(loaded(desk));
  QCOMPARE(desk.session().table()->rows, 4);
  QVERIFY(!reload->isVisible());
}

void DataPanelTest::pastedCellsBecomeTheTable() {
  Desk desk;
  QGuiApplication::clipboard()->setText("age\tname\n31\tA\n42\tB\n27\tC\n");
  QTest::keyClick(&desk.window, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
  QVERIFY(loaded(desk));
  QVERIFY(desk.session().table());
  QCOMPARE(desk.session().table()->rows, 3);
  QVERIFY(desk.window.windowTitle().contains("pasted table"));
}

void DataPanelTest::anEmptyClipboardIsSaid() {
  Desk desk;
  QGuiApplication::clipboard()->setText(" \n");
  desk.find<QAction>("editPasteTable")->trigger();
  QVERIFY(!desk.session().table());
  QVERIFY(desk.find<QLabel>("dataMessageText")->text().contains("clipboard"));
}

void DataPanelTest::generatedDataBecomesTheTable() {
  Desk desk;
  MakeDataDialog* dialog = makeData(desk);
  QVERIFY(dialog && dialog->isVisible());
  desk.choose("generatorShape", "spirals");
  desk.find<QSpinBox>("generatorRows")->setValue(90);
  desk.find<QSlider>("generatorNoise")->setValue(5);
  desk.find<QPushButton>("makeDataAccept")->click();
  QVERIFY(loaded(desk));
  QCOMPARE(desk.session().table()->rows, 90);
  QCOMPARE(desk.workbench.dataPath(), QString("generated:spirals?rows=90&noise=0.05&seed=1"));
  QVERIFY(desk.session().outline()->task == Task::classification);
}

void DataPanelTest::paintedPointsBecomeTheTable() {
  Desk desk;
  makeData(desk);
  desk.find<QTabWidget>("makeDataTabs")->setCurrentIndex(1);
  auto* plane = desk.find<PaintPlane>("paintPlane");
  auto* accept = desk.find<QPushButton>("makeDataAccept");
  QVERIFY(!accept->isEnabled());
  const QPoint middle = plane->rect().center();
  for (int i = 0; i < 3; ++i) {
    QTest::mouseClick(plane, Qt::LeftButton, {}, middle + QPoint(40 + 20 * i, 0));
    QTest::mouseClick(plane, Qt::RightButton, {}, middle - QPoint(40 + 20 * i, 0));
  }
  QCOMPARE(plane->points().size(), 6U);
  QVERIFY(accept->isEnabled());
  accept->click();
  QVERIFY(loaded(desk));
  QCOMPARE(desk.session().table()->rows, 6);
  QCOMPARE(desk.session().table()->find("label")->mean, 0.5);
}

void DataPanelTest::paintingIsUndoneByStrokes() {
  Theme theme;
  PaintPlane plane(theme, PaintPlane::Mode::paint);
  plane.resize(400, 400);
  plane.show();
  const auto drag = [&](QPoint from, QPoint to) {
    QTest::mousePress(&plane, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 4; ++i) {
      QMouseEvent move(QEvent::MouseMove, from + (to - from) * i / 4,
                       plane.mapToGlobal(from + (to - from) * i / 4), Qt::NoButton, Qt::LeftButton,
                       {});
      QCoreApplication::sendEvent(&plane, &move);
    }
    QTest::mouseRelease(&plane, Qt::LeftButton, {}, to);
  };
  drag({60, 60}, {300, 60});
  const std::size_t first = plane.points().size();
  QCOMPARE(first, 5U);
  drag({60, 200}, {300, 200});
  QCOMPARE(plane.points().size(), 10U);
  plane.undoStack().undo();
  QCOMPARE(plane.points().size(), first);
  plane.clear();
  QVERIFY(plane.points().empty());
  plane.undoStack().undo();
  QCOMPARE(plane.points().size(), first);
  QTest::mouseClick(&plane, Qt::LeftButton, Qt::ShiftModifier, {60, 60});
  QCOMPARE(plane.points().size(), first - 1);
  plane.undoStack().undo();
  plane.undoStack().undo();
  QVERIFY(plane.points().empty());
  plane.undoStack().redo();
  QCOMPARE(plane.points().size(), first);
}

void DataPanelTest::thePlaneIsPaintedByKeys() {
  Theme theme;
  PaintPlane plane(theme, PaintPlane::Mode::paint);
  QTest::keyClick(&plane, Qt::Key_Right);
  QTest::keyClick(&plane, Qt::Key_Up);
  QTest::keyClick(&plane, Qt::Key_Return);
  QTest::keyClick(&plane, Qt::Key_1);
  QTest::keyClick(&plane, Qt::Key_Left);
  QTest::keyClick(&plane, Qt::Key_Space);
  QCOMPARE(plane.points(), (std::vector<PaintedPoint>{{0.5, 0.5, 1}, {0.0, 0.5, 0}}));
  QTest::keyClick(&plane, Qt::Key_Delete);
  QCOMPARE(plane.points().size(), 1U);
  QTest::keyClick(&plane, Qt::Key_Z, Qt::ControlModifier);
  QCOMPARE(plane.points().size(), 2U);
}

void DataPanelTest::tooFewPointsCannotBeUsed_data() {
  QTest::addColumn<int>("zeros");
  QTest::addColumn<int>("ones");
  QTest::addColumn<bool>("curve");
  QTest::addColumn<bool>("usable");
  QTest::newRow("none") << 0 << 0 << false << false;
  QTest::newRow("three") << 2 << 1 << false << false;
  QTest::newRow("one class") << 9 << 0 << false << false;
  QTest::newRow("two classes") << 3 << 1 << false << true;
  QTest::newRow("a curve has no classes") << 0 << 4 << true << true;
}

void DataPanelTest::tooFewPointsCannotBeUsed() {
  QFETCH(int, zeros);
  QFETCH(int, ones);
  QFETCH(bool, curve);
  QFETCH(bool, usable);
  Painting painting;
  painting.curve = curve;
  for (int i = 0; i < zeros + ones; ++i)
    painting.points.push_back({i * 0.1, 0.0, i < zeros ? 0 : 1});
  Theme theme;
  MakeDataDialog dialog(theme);
  dialog.setPainting(painting);
  QCOMPARE(dialog.usable(), usable);
}

void DataPanelTest::makingAgainStartsFromTheLastOne() {
  Desk desk;
  const GeneratorSpec spec{Shape::bumps, 150, 0.2, 9};
  desk.workbench.openGenerated(spec);
  QVERIFY(loaded(desk));
  QVERIFY(makeData(desk)->spec() == spec);
}

void DataPanelTest::makingFollowsTheLanguage() {
  Desk desk;
  MakeDataDialog* dialog = makeData(desk);
  dialog->findChild<QTabWidget*>("makeDataTabs")->setCurrentIndex(1);
  const auto words = [&] {
    QStringList all{dialog->windowTitle()};
    for (const QLabel* label : dialog->findChildren<QLabel*>()) all << label->text();
    for (const QAbstractButton* button : dialog->findChildren<QAbstractButton*>())
      if (!button->objectName().isEmpty()) all << button->text() + button->toolTip();
    for (const QComboBox* combo : dialog->findChildren<QComboBox*>())
      all << combo->itemText(0) << combo->accessibleName();
    return all;
  };
  const QStringList english = words();
  const int shape = dialog->findChild<QComboBox*>("generatorShape")->currentIndex();
  QVERIFY(desk.translators.setLanguage("ko"));
  QTRY_VERIFY(words().first() != english.first());
  const QStringList korean = words();
  QCOMPARE(korean.size(), english.size());
  const QRegularExpression letters("[A-Za-z]{3}");
  for (qsizetype i = 0; i < english.size(); ++i)
    if (english[i].contains(letters)) QVERIFY2(korean[i] != english[i], qPrintable(english[i]));
  QCOMPARE(dialog->findChild<QComboBox*>("generatorShape")->currentIndex(), shape);
  QVERIFY(desk.translators.setLanguage("en"));
  QTRY_COMPARE(words(), english);
}

void DataPanelTest::rowsOfALargeTableAreCountedAside() {
  constexpr std::size_t rows = 600'000;
  auto table = std::make_shared<Table>();
  table->rows = rows;
  for (const char* name : {"a", "y"}) {
    Column column;
    column.name = name;
    column.type = ColumnType::numeric;
    column.numbers.resize(rows);
    for (std::size_t i = 0; i < rows; ++i) column.numbers[i] = static_cast<float>(i % 7);
    column.numbers[5] = column.numbers[9] = std::numeric_limits<float>::quiet_NaN();
    column.missing = 2;
    column.distinct = 7;
    column.max = 6.0;
    table->columns.push_back(std::move(column));
  }
  Desk desk;
  desk.session().setTable(table);
  const auto shown = [&](const QString& words) {
    for (const QLabel* label : desk.window.findChildren<QLabel*>())
      if (label->text().contains(words)) return true;
    return false;
  };
  QVERIFY(shown("Counting"));
  QTRY_VERIFY(shown("2 incomplete rows left out"));
  QVERIFY(!shown("Counting"));
}

void DataPanelTest::aSortedFileIsAdvisedAgainst() {
  Desk desk;
  QByteArray text = "a,k\n";
  for (int i = 0; i < 60; ++i) text += QByteArray::number(i * 7 % 11) + (i < 40 ? ",u\n" : ",v\n");
  QVERIFY(open(desk, text));
  auto* advice = desk.find<QLabel>("advice");
  QTRY_VERIFY(advice->text().contains("sorted by k"));
  desk.find<QPushButton>("remedyButton")->click();
  QVERIFY(desk.session().design().data.split == Split::stratified);
  QTRY_VERIFY(!advice->text().contains("sorted by k"));
  desk.session().undoStack().undo();
  QTRY_VERIFY(advice->text().contains("sorted by k"));
}

void DataPanelTest::aDismissedAdviceOnDataStaysAway() {
  Desk desk;
  QByteArray text = "a,same,k\n";
  for (int i = 0; i < 60; ++i)
    text += QByteArray::number(i * 7 % 11) + ",5," + (i < 40 ? "u\n" : "v\n");
  QVERIFY(open(desk, text));
  auto* advice = desk.find<QLabel>("advice");
  auto* forward = desk.find<QToolButton>("adviceForwardButton");
  QTRY_VERIFY(advice->text().contains("sorted by k"));
  forward->click();
  QVERIFY(advice->text().startsWith("same "));
  desk.find<QToolButton>("adviceDismissButton")->click();
  desk.session().edit("share", {}, [](Design& design) { design.data.validationSplit = 0.3; });
  QTRY_VERIFY(advice->text().contains("30 %")); // looked at anew
  for (int i = 0; i < 9; ++i, forward->click()) QVERIFY(!advice->text().startsWith("same "));
}

LAYERLAB_TEST(DataPanelTest, "datapanel")
#include "tst_datapanel.moc"
