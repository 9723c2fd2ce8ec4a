#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/pages/tableheaders.h"
#include "ui/widgets/pages/tablemodel.h"
#include "ui/widgets/panels/columnroles.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>

using namespace layerlab;

/// The data table page on the whole window.
class DataPageTest : public QObject {
  Q_OBJECT
private slots:
  void initTestCase() { QVERIFY(m_folder.isValid()); }
  void headersHavePicturesAndRoles();
  void aClickOnTheRoleAsksForAnother();
  void rolesFollowTheDesignAndUndo();
  void theOnlyTargetAndTheLastFeatureStay();
  void validationRowsAreMarked();
  void sortingShowsOtherRowsAndKeepsTheirNumbers();
  void doubleClicksSortRisingFallingAndNot();
  void anotherTableIsInFileOrder();
  void findStepsThroughTheCells();
  void findFollowsTheOrder();
  void escapeLeavesTheSearch();
  void theInspectorShowsAColumn();
  void typeIsChangedByHandAndUndone();
  void remarksLeadToTheirRow();
  void aMillionRowsScroll();
  void nothingIsComputedWhileHidden();
  void columnsAreFittedWhenTheyAreSeen();

private:
  QTableView* view(Desk& desk) { return desk.find<QTableView>("dataTable"); }
  TableModel* model(Desk& desk) { return static_cast<TableModel*>(view(desk)->model()); }
  QString cell(Desk& desk, int row, int column) {
    return model(desk)->index(row, column).data().toString();
  }
  bool open(Desk& desk, const QByteArray& text) {
    const QString path = m_folder.filePath("table.csv");
    if (!writeTable(path, text)) return false;
    desk.workbench.openFile(path);
    if (!QTest::qWaitFor([&] { return !desk.workbench.isLoading(); }, 20'000)) return false;
    desk.window.showPage("data");
    return desk.session().table() != nullptr;
  }
  bool waitFor(const std::function<bool()>& holds) { return QTest::qWaitFor(holds, 20'000); }

  QTemporaryDir m_folder;
};

void DataPageTest::columnsAreFittedWhenTheyAreSeen() {
  Desk desk;
  QVERIFY(open(desk, "a,y\n1,2\n2,3\n"));
  const int narrow = view(desk)->columnWidth(0);
  desk.window.showPage("loss");
  const QString other = m_folder.filePath("other.csv");
  QVERIFY(writeTable(other, "the name of the town it is in,b,y\nSeoul,1,2\nBusan,2,3\n"));
  desk.workbench.openFile(other);
  QVERIFY(waitFor([&] { return !desk.workbench.isLoading(); }));
  QCOMPARE(model(desk)->columnCount(), 3);
  QCOMPARE(view(desk)->columnWidth(0), narrow);
  desk.window.showPage("data");
  QVERIFY(view(desk)->columnWidth(0) > narrow);
}

void DataPageTest::headersHavePicturesAndRoles() {
  Desk desk;
  QVERIFY(open(desk, "a,k,y\n1,u,2\n,v,4\n3,u,6\n4,u,8\n"));
  const auto part = [&](int column, int role) {
    return model(desk)->headerData(column, Qt::Horizontal, role).toString();
  };
  QCOMPARE(part(0, TableModel::nameRole), QString("a"));
  QVERIFY(part(0, TableModel::detailRole).contains("1 missing"));
  QCOMPARE(part(2, TableModel::columnRoleRole).toInt(), static_cast<int>(ColumnRole::target));
  QCOMPARE(part(1, TableModel::columnRoleRole).toInt(), static_cast<int>(ColumnRole::feature));
}

void DataPageTest::aClickOnTheRoleAsksForAnother() {
  Desk desk;
  QVERIFY(open(desk, "a,b,y\n1,5,2\n2,6,4\n3,5,6\n4,6,8\n"));
  auto* header = desk.find<ColumnHeader>("dataTableHeader");
  const int right = header->sectionViewportPosition(0) + header->sectionSize(0);
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {right - 14, 12});
  auto* menu = desk.find<QMenu>("roleMenu");
  QVERIFY(menu && menu->isVisible());
  QVERIFY(menu->actions().at(1)->isChecked()); // a feature
  menu->actions().at(2)->trigger();
  QCOMPARE(desk.session().design().data.ignored, std::vector<std::string>{"a"});
  menu->close();
  desk.session().undoStack().undo();
  QVERIFY(desk.session().design().data.ignored.empty());
}

void DataPageTest::rolesFollowTheDesignAndUndo() {
  Desk desk;
  QVERIFY(open(desk, "a,b,y\n1,5,2\n2,6,4\n3,5,6\n4,6,8\n"));
  Session& session = desk.session();
  const auto role = [&](std::size_t column) {
    return roleOf(*session.table(), session.design().data, session.table()->columns[column]);
  };
  giveRole(session, "a", ColumnRole::target);
  QVERIFY(role(0) == ColumnRole::target && role(2) == ColumnRole::feature);
  giveRole(session, "b", ColumnRole::unused);
  QVERIFY(role(1) == ColumnRole::unused);
  giveRole(session, "b", ColumnRole::feature);
  QVERIFY(role(1) == ColumnRole::feature);
  session.undoStack().undo();
  session.undoStack().undo();
  session.undoStack().undo();
  QVERIFY(role(2) == ColumnRole::target && role(0) == ColumnRole::feature);
}

void DataPageTest::theOnlyTargetAndTheLastFeatureStay() {
  Desk desk;
  QVERIFY(open(desk, "a,empty,y\n1,,2\n2,,4\n3,,6\n4,,8\n"));
  Session& session = desk.session();
  const PrepareSpec before = session.design().data;
  giveRole(session, "y", ColumnRole::unused);
  giveRole(session, "y", ColumnRole::feature);
  giveRole(session, "a", ColumnRole::unused);
  giveRole(session, "empty", ColumnRole::feature);
  giveRole(session, "empty", ColumnRole::target);
  giveRole(session, "no such column", ColumnRole::target);
  QVERIFY(session.design().data == before);
  QCOMPARE(session.undoStack().count(), 0);
}

void DataPageTest::validationRowsAreMarked() {
  Desk desk;
  QVERIFY(open(desk, lines(20)));
  const auto marked = [&] {
    int count = 0;
    for (int row = 0; row < 20; ++row) count += model(desk)->validates(row) ? 1 : 0;
    return count;
  };
  QVERIFY(waitFor([&] { return marked() == 4; }));
  QVERIFY(model(desk)->validates(19) && !model(desk)->validates(0));
  desk.session().edit("share", {}, [](Design& design) { design.data.validationSplit = 0.5; });
  QVERIFY(waitFor([&] { return marked() == 10; }));
}

void DataPageTest::sortingShowsOtherRowsAndKeepsTheirNumbers() {
  Desk desk;
  QVERIFY(open(desk, "a,y\n5,1\n,2\n7,3\n6,4\n"));
  view(desk)->setCurrentIndex(model(desk)->index(0, 0));
  desk.find<QToolButton>("sortFallingButton")->click();
  QVERIFY(waitFor([&] { return cell(desk, 0, 0) == "7"; }));
  QCOMPARE(cell(desk, 1, 0), QString("6"));
  QCOMPARE(cell(desk, 3, 1), QString("2")); // the gap comes last
  QCOMPARE(model(desk)->headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), QString("4"));
  QVERIFY(desk.find<QToolButton>("sortFallingButton")->isChecked());
  desk.find<QToolButton>("sortFileButton")->click();
  QCOMPARE(cell(desk, 0, 0), QString("5"));
}

void DataPageTest::doubleClicksSortRisingFallingAndNot() {
  Desk desk;
  QVERIFY(open(desk, "a,y\n5,1\n7,3\n6,4\n"));
  auto* header = desk.find<ColumnHeader>("dataTableHeader");
  const auto sortOnce = [&] {
    QTest::mouseDClick(header->viewport(), Qt::LeftButton, {}, {20, 40});
  };
  sortOnce();
  QVERIFY(waitFor([&] { return cell(desk, 2, 0) == "7"; }));
  sortOnce();
  QVERIFY(waitFor([&] { return cell(desk, 0, 0) == "7"; }));
  sortOnce();
  QVERIFY(waitFor([&] { return cell(desk, 0, 0) == "5"; }));
}

void DataPageTest::anotherTableIsInFileOrder() {
  Desk desk;
  QVERIFY(open(desk, "a,y\n5,1\n7,3\n6,4\n"));
  view(desk)->setCurrentIndex(model(desk)->index(0, 0));
  desk.find<QToolButton>("sortFallingButton")->click();
  QVERIFY(waitFor([&] { return cell(desk, 0, 0) == "7"; }));
  QVERIFY(open(desk, "a,y\n1,1\n2,3\n"));
  QCOMPARE(cell(desk, 0, 0), QString("1"));
  QVERIFY(desk.find<QToolButton>("sortFileButton")->isChecked());
}

void DataPageTest::findStepsThroughTheCells() {
  Desk desk;
  QVERIFY(open(desk, "a,k,y\n1,red,5\n2,blue,6\n3,red,7\n4,green,8\n"));
  QTest::keyClick(&desk.window, Qt::Key_F, Qt::ControlModifier);
  auto* line = desk.find<QLineEdit>("findLine");
  QVERIFY(line->hasFocus());
  line->setText("RED");
  auto* count = desk.find<QLabel>("findCount");
  QVERIFY(waitFor([&] { return count->text() == "1 of 2"; }));
  QCOMPARE(view(desk)->currentIndex(), model(desk)->index(0, 1));
  QTest::keyClick(line, Qt::Key_Return);
  QCOMPARE(count->text(), QString("2 of 2"));
  QCOMPARE(view(desk)->currentIndex(), model(desk)->index(2, 1));
  QTest::keyClick(line, Qt::Key_Return); // round again
  QCOMPARE(view(desk)->currentIndex().row(), 0);
  QTest::keyClick(line, Qt::Key_Return, Qt::ShiftModifier);
  QCOMPARE(view(desk)->currentIndex().row(), 2);
  line->setText("violet");
  QVERIFY(waitFor([&] { return count->text() == "not found"; }));
}

void DataPageTest::findFollowsTheOrder() {
  Desk desk;
  QVERIFY(open(desk, "a,k,y\n1,red,5\n2,blue,6\n3,red,7\n4,green,8\n"));
  view(desk)->setCurrentIndex(model(desk)->index(0, 0));
  desk.find<QToolButton>("sortFallingButton")->click();
  QVERIFY(waitFor([&] { return cell(desk, 0, 0) == "4"; }));
  desk.find<QLineEdit>("findLine")->setText("red");
  QVERIFY(waitFor([&] { return desk.find<QLabel>("findCount")->text() == "1 of 2"; }));
  QCOMPARE(cell(desk, view(desk)->currentIndex().row(), 0), QString("3"));
}

void DataPageTest::escapeLeavesTheSearch() {
  Desk desk;
  QVERIFY(open(desk, "a,y\n1,2\n2,3\n"));
  QTest::keyClick(&desk.window, Qt::Key_F, Qt::ControlModifier);
  auto* line = desk.find<QLineEdit>("findLine");
  line->setText("2");
  QTest::keyClick(line, Qt::Key_Escape);
  QVERIFY(line->text().isEmpty());
  QVERIFY(view(desk)->hasFocus());
}

void DataPageTest::theInspectorShowsAColumn() {
  Desk desk;
  QVERIFY(open(desk, "a,k,y\n1,u,2\n,v,4\n3,u,6\n4,u,8\n"));
  view(desk)->setCurrentIndex(model(desk)->index(0, 1));
  auto* values = desk.find<QTreeWidget>("columnValues");
  QVERIFY(waitFor([&] { return values->topLevelItemCount() == 2; }));
  QCOMPARE(values->topLevelItem(0)->text(0), QString("u"));
  QCOMPARE(values->topLevelItem(0)->text(1), QString("3"));
  const int words =
      values->header()->fontMetrics().horizontalAdvance(values->headerItem()->text(1));
  QVERIFY(values->header()->sectionSize(1) >= words + 16); // with the margins of the head
  view(desk)->setCurrentIndex(model(desk)->index(0, 0));
  auto* figures = desk.find<QLabel>("columnFigures");
  QVERIFY(waitFor([&] { return figures->text().contains("median"); }));
  QVERIFY(figures->text().contains("2.66667") && figures->text().contains("missing"));
  QCOMPARE(desk.find<QComboBox>("columnRoleCombo")->currentIndex(), 1);
}

void DataPageTest::typeIsChangedByHandAndUndone() {
  Desk desk;
  QVERIFY(open(desk, "a,k,y\n1,u,2\n2,v,4\n1,u,6\n2,u,8\n"));
  view(desk)->setCurrentIndex(model(desk)->index(0, 0));
  auto* type = desk.find<QComboBox>("columnTypeCombo");
  QVERIFY(type->isEnabled());
  type->setCurrentIndex(1);
  QVERIFY(desk.session().table()->find("a")->type == ColumnType::categorical);
  QCOMPARE(desk.session().outline()->inputNames,
           (std::vector<std::string>{"a=1", "a=2", "k=u", "k=v"}));
  QCOMPARE(model(desk)->table(), desk.session().table());
  QCOMPARE(desk.find<QLabel>("columnName")->text(), QString("a")); // stays in detail
  desk.session().undoStack().undo();
  QVERIFY(desk.session().table()->find("a")->type == ColumnType::numeric);
  QCOMPARE(type->currentIndex(), 0);
  view(desk)->setCurrentIndex(model(desk)->index(0, 1));
  QVERIFY(!type->isEnabled()); // no number among the labels
}

void DataPageTest::remarksLeadToTheirRow() {
  Desk desk;
  QVERIFY(open(desk, "a,b,y\n1,2,3\n\n4,5\n7,8,9\n"));
  QVERIFY(!desk.session().table()->report.issues.empty());
  desk.find<QPushButton>("issuesButton")->click();
  auto* list = desk.find<QListWidget>("issuesList");
  QVERIFY(list->isVisible());
  const auto& issues = desk.session().table()->report.issues;
  for (int i = 0; i < list->count(); ++i) {
    list->setCurrentRow(i);
    const auto row = issues[static_cast<std::size_t>(i)].row;
    if (const int shown = model(desk)->rowOfSheet(row); shown >= 0)
      QCOMPARE(view(desk)->currentIndex().row(), shown);
  }
}

void DataPageTest::aMillionRowsScroll() {
  Desk desk;
  auto table = std::make_shared<Table>();
  table->rows = 1'000'000;
  for (const char* name : {"a", "b"}) {
    Column column;
    column.name = name;
    column.type = ColumnType::numeric;
    column.numbers.assign(1'000'000, 1.0f);
    for (std::size_t i = 0; i < 1000; ++i) column.numbers[i * 997] = static_cast<float>(i);
    column.distinct = 1000;
    column.max = 999.0;
    column.mean = 1.0;
    table->columns.push_back(std::move(column));
  }
  desk.window.showPage("data");
  desk.session().setTable(table);
  QCOMPARE(model(desk)->rowCount(), 1'000'000);
  view(desk)->scrollToBottom();
  view(desk)->setCurrentIndex(model(desk)->index(999'999, 0));
  desk.find<QToolButton>("sortRisingButton")->click();
  QVERIFY(waitFor([&] { return cell(desk, 999'999, 0) == "999"; }));
  QCOMPARE(cell(desk, 0, 0), QString("0"));
}

void DataPageTest::nothingIsComputedWhileHidden() {
  Desk desk;
  QVERIFY(open(desk, lines(30)));
  desk.window.showPage("loss");
  desk.session().edit("share", {}, [](Design& design) { design.data.validationSplit = 0.5; });
  QTest::qWait(0);
  const int before = static_cast<int>(model(desk)->validates(16));
  desk.window.showPage("data");
  QVERIFY(waitFor([&] { return model(desk)->validates(16); }));
  QCOMPARE(before, 0);
}

LAYERLAB_TEST(DataPageTest, "datapage")
#include "tst_datapage.moc"
