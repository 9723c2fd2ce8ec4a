#include "tests/testmain.h"

#include "ui/widgets/pages/tablemodel.h"
#include "ui/widgets/panels/featurelist.h"
#include "ui/widgets/theme.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <limits>

using namespace layerlab;

namespace {

const float gap = std::numeric_limits<float>::quiet_NaN();

Column numbers(const std::string& name, std::vector<float> values) {
  Column column;
  column.name = name;
  column.type = ColumnType::numeric;
  for (const float value : values) column.missing += std::isnan(value) ? 1 : 0;
  column.numbers = std::move(values);
  return column;
}

Column words(const std::string& name, std::vector<std::int32_t> codes) {
  Column column;
  column.name = name;
  column.type = ColumnType::categorical;
  column.labels = {"low", "high"};
  for (const std::int32_t code : codes) column.missing += code < 0 ? 1 : 0;
  column.codes = std::move(codes);
  return column;
}

/// Columns a (one gap), b, empty, y (one gap); rows 3, 4, 6, 7 of the file.
TablePtr smallTable() {
  auto table = std::make_shared<Table>();
  table->rows = 4;
  table->columns = {numbers("a", {1.0f, gap, 3.0f, 4.0f}), numbers("b", {5.1f, 6.0f, 7.0f, 8.0f}),
                    Column{}, words("y", {0, 1, 0, -1})};
  table->columns[2].name = "nothing";
  table->columns[2].missing = 4;
  table->rowNumbers = {3, 4, 6, 7};
  return table;
}

} // namespace

class TableModelTest : public QObject {
  Q_OBJECT
private slots:
  void emptyAndTargetColumnsAreNoFeatures();
  void wordyColumnsAreNoFeaturesAndSayWhy();
  void namedFeaturesReplaceAllOthers();
  void rowsWithGapsAreCountedOnlyWhereTheyMatter();
  void tableShowsSheetRowsAndMissingCells();
  void remarksFindTheirRow_data();
  void remarksFindTheirRow();
  void millionRowsCostNothing();
};

void TableModelTest::emptyAndTargetColumnsAreNoFeatures() {
  PrepareSpec spec;
  spec.targets = {"y"};
  QCOMPARE(effectiveFeatures(*smallTable(), spec), QStringList({"a", "b"}));
  spec.ignored = {"a"};
  QCOMPARE(effectiveFeatures(*smallTable(), spec), QStringList({"b"}));
}

void TableModelTest::wordyColumnsAreNoFeaturesAndSayWhy() {
  auto table = std::make_shared<Table>(*smallTable());
  Column& wordy = table->columns[1];
  wordy.type = ColumnType::categorical;
  wordy.numbers.clear();
  wordy.codes = {0, 1, 2, 3};
  for (std::size_t i = 0; i <= maxInputLabels; ++i) wordy.labels.push_back("w" + std::to_string(i));
  PrepareSpec spec;
  spec.targets = {"y"};
  QCOMPARE(effectiveFeatures(*table, spec), QStringList({"a"}));
  Theme theme;
  TableModel model(theme);
  model.setTable(table);
  model.setRoles(spec);
  const auto header = [&](int column, int role) {
    return model.headerData(column, Qt::Horizontal, role);
  };
  QCOMPARE(header(1, TableModel::columnRoleRole).toInt(), int(ColumnRole::unused));
  QVERIFY(header(1, Qt::ToolTipRole).toString().contains("101 different texts"));
  QVERIFY(!header(0, Qt::ToolTipRole).toString().contains("texts"));
  QVERIFY(!mayTakeRole(*table, spec, wordy, ColumnRole::feature));
}

void TableModelTest::namedFeaturesReplaceAllOthers() {
  PrepareSpec spec;
  spec.targets = {"y"};
  spec.features = {"b"};
  spec.ignored = {"b"}; // names win
  QCOMPARE(effectiveFeatures(*smallTable(), spec), QStringList({"b"}));
}

void TableModelTest::rowsWithGapsAreCountedOnlyWhereTheyMatter() {
  PrepareSpec spec;
  spec.targets = {"y"};
  QCOMPARE(usableRows(*smallTable(), spec), 2); // gaps in a and y
  spec.missing = MissingRule::mean;
  QCOMPARE(usableRows(*smallTable(), spec), 3); // a target is never filled
  spec.missing = MissingRule::drop;
  spec.features = {"b"};
  QCOMPARE(usableRows(*smallTable(), spec), 3);
  spec.targets = {"b"};
  spec.features = {"nothing", "a"};
  QCOMPARE(usableRows(*smallTable(), spec), 3); // an empty column is no feature
}

void TableModelTest::tableShowsSheetRowsAndMissingCells() {
  Theme theme;
  TableModel model(theme);
  model.setTable(smallTable());
  QCOMPARE(model.rowCount(), 4);
  QCOMPARE(model.columnCount(), 4);
  QCOMPARE(model.headerData(2, Qt::Vertical, Qt::DisplayRole).toString(), "6");
  QCOMPARE(model.data(model.index(0, 1), Qt::DisplayRole).toString(), "5.1");
  QCOMPARE(model.data(model.index(1, 0), Qt::DisplayRole).toString(), "missing");
  QCOMPARE(model.data(model.index(1, 3), Qt::DisplayRole).toString(), "high");
  QVERIFY(model.data(model.index(3, 3), Qt::BackgroundRole).isValid());
  QVERIFY(!model.data(model.index(0, 3), Qt::BackgroundRole).isValid());
  QVERIFY(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString().contains("1 missing"));
}

void TableModelTest::remarksFindTheirRow_data() {
  QTest::addColumn<qint64>("sheetRow");
  QTest::addColumn<int>("row");
  QTest::newRow("first") << qint64{3} << 0;
  QTest::newRow("after a blank row") << qint64{6} << 2;
  QTest::newRow("the blank row") << qint64{5} << -1;
  QTest::newRow("header") << qint64{1} << -1;
  QTest::newRow("beyond") << qint64{8} << -1;
}

void TableModelTest::remarksFindTheirRow() {
  QFETCH(qint64, sheetRow);
  QFETCH(int, row);
  Theme theme;
  TableModel model(theme);
  model.setTable(smallTable());
  QCOMPARE(model.rowOfSheet(sheetRow), row);
}

void TableModelTest::millionRowsCostNothing() {
  auto table = std::make_shared<Table>();
  table->rows = 1'000'000;
  table->columns = {numbers("x", std::vector<float>(1'000'000, 1.5f))};
  Theme theme;
  TableModel model(theme);
  QElapsedTimer timer;
  timer.start();
  model.setTable(table);
  QCOMPARE(model.rowCount(), 1'000'000);
  QCOMPARE(model.data(model.index(999'999, 0), Qt::DisplayRole).toString(), "1.5");
  QCOMPARE(model.rowOfSheet(1'000'001), 999'999);
  QVERIFY2(timer.elapsed() < 100, "a view of a table must not walk through it");
}

LAYERLAB_TEST(TableModelTest, "tablemodel")

#include "tst_tablemodel.moc"
