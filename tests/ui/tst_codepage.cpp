#include "tests/testmain.h"

#include "core/data/csv.h"
#include "core/data/generators.h"
#include "tests/ui/desk.h"
#include "ui/widgets/canvas/networkcanvas.h"
#include "ui/widgets/code/codeeditor.h"
#include "ui/widgets/code/codepage.h"

#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace layerlab;

namespace {

struct CodeDesk : Desk {
  CodeEditor* editor() { return find<CodeEditor>("codeEditor"); }
  QString code() { return editor()->toPlainText(); }
  bool open(const QString& name = "iris") {
    if (!example(name)) return false;
    window.showPage("code");
    return code().contains("model = Sequential([");
  }
  int lineWith(const QString& words) {
    const QStringList all = code().split('\n');
    for (int i = 0; i < all.size(); ++i)
      if (all[i].contains(words)) return i + 1;
    return 0;
  }
  void apply() { find<QPushButton>("codeApplyButton")->click(); }
};

} // namespace

class TestCodePage : public QObject {
  Q_OBJECT
private slots:
  void saysWhatToDoWithoutData();
  void followsTheDesign();
  void editedCodeChangesTheDesignUndoably();
  void linesThatAreNotUnderstoodAreNamed();
  void aLineWithSeveralNotesCountsOnce();
  void anErrorChangesNothing();
  void ownTextIsNeverLost();
  void undoneCodeCanBeAppliedAgain();
  void linesAndControlsLightEachOther();
  void summaryAndHistory();
  void savesAProgramAndTheExamplesTable();
  void savesTheTableThatIsNoFile();
};

void TestCodePage::saysWhatToDoWithoutData() {
  CodeDesk desk;
  desk.window.showPage("code");
  QVERIFY(!desk.editor()->isVisible());
  QVERIFY(desk.window.exportTo("keras", "/tmp/never.py").has_value() == false);
}

void TestCodePage::followsTheDesign() {
  CodeDesk desk;
  QVERIFY(desk.open());
  desk.find<QSpinBox>("epochsSpin")->setValue(77);
  QTRY_VERIFY(desk.code().contains("    epochs=77,"));
  desk.session().undoStack().undo();
  QTRY_VERIFY(!desk.code().contains("    epochs=77,"));
}

void TestCodePage::editedCodeChangesTheDesignUndoably() {
  CodeDesk desk;
  QVERIFY(desk.open());
  const Design before = desk.session().design();
  desk.editor()->setPlainText("model = Sequential([Dense(11, activation='tanh'), Dense(3, "
                              "activation='softmax')])\nmodel.fit(X, y, epochs=9)\n");
  desk.apply();
  QCOMPARE(desk.session().design().network.layers[0].units, 11);
  QCOMPARE(desk.session().design().fit.epochs, 9);
  QCOMPARE(desk.find<QSpinBox>("epochsSpin")->value(), 9);
  desk.session().undoStack().undo();
  QVERIFY(desk.session().design() == before);
}

void TestCodePage::linesThatAreNotUnderstoodAreNamed() {
  CodeDesk desk;
  QVERIFY(desk.open());
  desk.editor()->setPlainText("model = Sequential([Dense(4), Dense(3)])\nmodel.add(LSTM(3))\n");
  desk.apply();
  auto* notes = desk.find<QListWidget>("codeNotes");
  QCOMPARE(notes->count(), 1);
  QVERIFY(notes->item(0)->text().contains('2') && notes->item(0)->text().contains("LSTM"));
  QCOMPARE(desk.session().design().network.layers[0].units, 4);
  notes->setCurrentRow(0);
  QCOMPARE(desk.editor()->currentLine(), 2);
}

void TestCodePage::aLineWithSeveralNotesCountsOnce() {
  CodeDesk desk;
  QVERIFY(desk.open());
  desk.editor()->setPlainText("model = Sequential([Dense(4), Dense(n), Dense(k), Dense(3)])\n");
  desk.apply();
  QVERIFY(desk.find<QListWidget>("codeNotes")->count() > 1);
  const auto labels = desk.window.findChildren<QLabel*>();
  QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
    return label->text().startsWith("Applied, except 1 line");
  }));
}

void TestCodePage::anErrorChangesNothing() {
  CodeDesk desk;
  QVERIFY(desk.open());
  const Design before = desk.session().design();
  desk.editor()->setPlainText("model.fit(X, y, epochs=0)\n");
  desk.apply();
  QVERIFY(desk.session().design() == before);
  QVERIFY(desk.find<QPushButton>("codeApplyButton")->isVisible());
}

void TestCodePage::ownTextIsNeverLost() {
  CodeDesk desk;
  QVERIFY(desk.open());
  const QString own = "# mine\nmodel = Sequential([Dense(4), Dense(3)])\n";
  desk.editor()->setPlainText(own);
  desk.apply();
  desk.find<QSpinBox>("epochsSpin")->setValue(5);
  QCOMPARE(desk.code(), own);
  desk.find<QPushButton>("codeRevertButton")->click();
  QVERIFY(desk.code().contains("    epochs=5,"));
}

void TestCodePage::undoneCodeCanBeAppliedAgain() {
  CodeDesk desk;
  QVERIFY(desk.open());
  desk.editor()->setPlainText("# mine\nmodel = Sequential([Dense(4), Dense(3)])\n");
  const auto* button = desk.find<QPushButton>("codeApplyButton");
  const auto saysApplied = [&desk] {
    const auto labels = desk.window.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
      return label->isVisible() && label->text().startsWith("Applied");
    });
  };
  desk.apply();
  QVERIFY(saysApplied() && !button->isVisible());
  desk.session().undoStack().undo();
  QTRY_VERIFY(!saysApplied() && button->isVisible());
  desk.session().undoStack().redo();
  QTRY_VERIFY(saysApplied() && !button->isVisible());
  desk.session().undoStack().undo();
  QTRY_VERIFY(button->isVisible());
  desk.apply();
  QCOMPARE(desk.session().design().network.layers[0].units, 4);
}

void TestCodePage::linesAndControlsLightEachOther() {
  CodeDesk desk;
  QVERIFY(desk.open());
  desk.editor()->setFocus();
  desk.editor()->goToLine(desk.lineWith("    epochs="));
  auto* ring = desk.find<QWidget>("spotlight");
  QVERIFY(ring && ring->isVisible());
  desk.editor()->goToLine(desk.lineWith("    Dense(8"));
  QVERIFY(!ring->isVisible());
  QCOMPARE(desk.find<NetworkCanvas>("canvas")->selectedLayer().value_or(0),
           desk.session().design().network.layers[0].id);
  desk.find<QSpinBox>("batchSpin")->setFocus();
  const auto marks = desk.editor()->extraSelections();
  QCOMPARE(marks.size(), 1);
  QCOMPARE(marks[0].cursor.blockNumber() + 1, desk.lineWith("    batch_size="));
}

void TestCodePage::summaryAndHistory() {
  CodeDesk desk;
  QVERIFY(desk.open());
  desk.find<QToolButton>("summaryViewButton")->click();
  const QString summary = desk.find<CodeEditor>("summaryText")->toPlainText();
  QVERIFY(summary.contains("│ dense (Dense)"));
  QVERIFY(summary.contains("Total params: 67 (268.00 B)"));
  QVERIFY(desk.trained(6));
  desk.window.showPage("code");
  desk.find<QToolButton>("historyViewButton")->click();
  auto* table = desk.find<QTableView>("historyTable");
  QCOMPARE(table->model()->rowCount(), 6);
  QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), QString("loss"));
  desk.find<QToolButton>("codeCopyButton")->click();
  QCOMPARE(QGuiApplication::clipboard()->text().count('\n'), 7);
}

void TestCodePage::savesAProgramAndTheExamplesTable() {
  CodeDesk desk;
  QVERIFY(desk.open());
  QTemporaryDir folder;
  QVERIFY(desk.window.exportTo("keras", folder.filePath("model.py")));
  QVERIFY(QFile::exists(folder.filePath("iris.csv")));
  QVERIFY(bytesOf(folder.filePath("model.py")).contains("pd.read_csv(\"iris.csv\")"));
}

void TestCodePage::savesTheTableThatIsNoFile() {
  CodeDesk desk;
  GeneratorSpec moons;
  moons.shape = Shape::moons;
  desk.workbench.openGenerated(moons);
  QTRY_VERIFY(desk.session().table());
  QTemporaryDir folder;
  QVERIFY(desk.window.exportTo("keras", folder.filePath("model.py")));
  QVERIFY(bytesOf(folder.filePath("model.py")).contains("pd.read_csv(\"moons.csv\")"));
  const auto written = readCsvFile(folder.filePath("moons.csv").toStdString());
  QVERIFY(written);
  QCOMPARE((*written)->rows, desk.session().table()->rows);
  QVERIFY((*written)->columns[0].numbers == desk.session().table()->columns[0].numbers);
}

LAYERLAB_TEST(TestCodePage, "codepage")
#include "tst_codepage.moc"
