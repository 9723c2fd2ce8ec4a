#include "tests/session/tables.h"
#include "tests/testmain.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace layerlab;

namespace {

void setUnits(Session& session, int units, const QString& key = {}) {
  session.edit("units", key, [units](Design& d) { d.network.layers.front().units = units; });
}

Weights someWeights() {
  return initialWeights(hiddenNetwork({4}, Activation::relu), 2, 1);
}

} // namespace

class TestSession : public QObject {
  Q_OBJECT
private slots:
  void withoutATableTheOutlineSaysWhatIsMissing();
  void aNewTableMakesItsLastColumnTheTarget();
  void identifiersAndEmptyColumnsAreNoTarget();
  void whatNumbersTheRowsIsNoTarget_data();
  void whatNumbersTheRowsIsNoTarget();
  void rolesStayWhereNamesMatch();
  void theOutputFollowsTheTarget();
  void anEditSaysOnceWhatChanged();
  void anEditWithoutEffectIsNone();
  void everythingCanBeUndoneAndRedone();
  void editsWithOneKeyAreOneStep();
  void editsWithOtherKeysStayApart();
  void mergedEditsThatEndWhereTheyBeganVanish();
  void undoGoesBackToTheTrainedDesign();
  void aTableClearsTheUndoStack();
  void weightsDropWhenTheModelWouldBeNew_data();
  void weightsDropWhenTheModelWouldBeNew();
  void theOldestRunGoesWhenThereAreTooMany();
  void removingTheCurrentRunLeavesNone();
  void dirtyFollowsEditsSavingAndUndo();
  void touchingMakesDirty();
};

void TestSession::withoutATableTheOutlineSaysWhatIsMissing() {
  const Session session;
  QVERIFY(!session.outline());
  QVERIFY(english(session.outline().error()).find("open a CSV") != std::string::npos);
}

void TestSession::aNewTableMakesItsLastColumnTheTarget() {
  Session session;
  session.setTable(linesTable());
  QCOMPARE(session.design().data.targets, std::vector<std::string>{"y"});
  QVERIFY(session.outline());
  QVERIFY(session.outline()->task == Task::regression);
  QVERIFY(followsTask(session.design(), *session.outline()));
}

void TestSession::identifiersAndEmptyColumnsAreNoTarget() {
  auto table = std::make_shared<Table>(*linesTable());
  table->columns.push_back(table->columns[2]);
  table->columns.back().name = "code";
  table->columns.back().identifier = true;
  Column empty;
  empty.name = "nothing";
  table->columns.push_back(empty);
  Session session;
  session.setTable(table);
  QCOMPARE(session.design().data.targets, std::vector<std::string>{"y"});
}

void TestSession::whatNumbersTheRowsIsNoTarget_data() {
  QTest::addColumn<int>("rows");
  QTest::addColumn<bool>("text");
  QTest::addColumn<bool>("nothingElse");
  QTest::addColumn<QString>("target");
  QTest::newRow("numbers") << 20 << false << false << "y";
  QTest::newRow("names") << 20 << true << false << "y";
  QTest::newRow("too few rows to tell") << 5 << false << false << "id";
  QTest::newRow("nothing better") << 20 << false << true << "id";
}

void TestSession::whatNumbersTheRowsIsNoTarget() {
  QFETCH(int, rows);
  QFETCH(bool, text);
  QFETCH(bool, nothingElse);
  QFETCH(QString, target);
  auto table = std::make_shared<Table>(*linesTable(rows));
  std::vector<float> numbers;
  numbers.reserve(static_cast<std::size_t>(rows));
  for (int i = 0; i < rows; ++i) numbers.push_back(static_cast<float>(1000 + i));
  Column id = numericColumn("id", numbers);
  if (text) {
    id.type = ColumnType::categorical;
    id.numbers.clear();
    for (int i = 0; i < rows; ++i) {
      id.codes.push_back(i);
      id.labels.push_back("n" + std::to_string(i));
      id.labelCounts.push_back(1);
    }
  }
  if (nothingElse) table->columns.clear();
  table->columns.push_back(id);
  Session session;
  session.setTable(table);
  QCOMPARE(session.design().data.targets, std::vector<std::string>{target.toStdString()});
}

void TestSession::rolesStayWhereNamesMatch() {
  Session session;
  session.setTable(linesTable());
  session.editData("target", [](PrepareSpec& data) { data.targets = {"b"}; });
  session.setTable(linesTable(50));
  QCOMPARE(session.design().data.targets, std::vector<std::string>{"b"});
}

void TestSession::theOutputFollowsTheTarget() {
  Session session;
  session.setTable(linesTable());
  session.editData("target", [](PrepareSpec& data) { data.targets = {"kind"}; });
  QVERIFY(session.outline()->task == Task::classification);
  QVERIFY(session.design().network.layers.back().activation == Activation::sigmoid);
  QVERIFY(session.design().fit.loss == Loss::binaryCrossentropy);
  QCOMPARE(session.undoStack().count(), 1);
  session.undoStack().undo();
  QVERIFY(session.design().fit.loss == Loss::mse);
  QVERIFY(session.outline()->task == Task::regression);
}

void TestSession::anEditSaysOnceWhatChanged() {
  Session session;
  session.setTable(linesTable());
  setUnits(session, 5); // the first edit also makes the project dirty
  std::vector<Session::Parts> heard;
  connect(&session, &Session::changed, this,
          [&heard](Session::Parts parts) { heard.push_back(parts); });
  setUnits(session, 6);
  QCOMPARE(heard.size(), 1U);
  QVERIFY(heard.front() == Session::designPart);
  session.editData("target", [](PrepareSpec& data) { data.targets = {"b"}; });
  QCOMPARE(heard.size(), 2U);
  QVERIFY(heard.back() == (Session::designPart | Session::outlinePart));
}

void TestSession::anEditWithoutEffectIsNone() {
  Session session;
  QSignalSpy spy(&session, &Session::changed);
  session.edit("nothing", {}, [](Design&) {});
  QCOMPARE(session.undoStack().count(), 0);
  QCOMPARE(spy.count(), 0);
}

void TestSession::everythingCanBeUndoneAndRedone() {
  Session session;
  session.setTable(linesTable());
  std::vector<Design> states{session.design()};
  const std::vector<std::function<void(Design&)>> edits{
      [](Design& d) { d.network.layers.front().units = 3; },
      [](Design& d) { d.network.layers.insert(d.network.layers.begin(), LayerSpec()); },
      [](Design& d) { d.data.validationSplit = 0.3; },
      [](Design& d) { d.fit.optimizer.kind = OptimizerKind::sgd; },
      [](Design& d) { d.fit.earlyStopping = EarlyStopping{}; },
      [](Design& d) { d.data.targets = {"b"}; }};
  for (const auto& edit : edits) {
    session.edit("edit", {}, edit);
    states.push_back(session.design());
  }
  for (std::size_t i = edits.size(); i-- > 0;) {
    session.undoStack().undo();
    QVERIFY(session.design() == states[i]);
  }
  for (std::size_t i = 1; i < states.size(); ++i) {
    session.undoStack().redo();
    QVERIFY(session.design() == states[i]);
  }
}

void TestSession::editsWithOneKeyAreOneStep() {
  Session session;
  const Design before = session.design();
  for (int units = 9; units < 20; ++units) setUnits(session, units, "units1");
  QCOMPARE(session.undoStack().count(), 1);
  QCOMPARE(session.design().network.layers.front().units, 19);
  session.undoStack().undo();
  QVERIFY(session.design() == before);
}

void TestSession::editsWithOtherKeysStayApart() {
  Session session;
  setUnits(session, 9, "units1");
  session.edit("lr", "learningRate", [](Design& d) { d.fit.optimizer.learningRate = 0.5; });
  setUnits(session, 10, "units1");
  setUnits(session, 11);
  setUnits(session, 12);
  QCOMPARE(session.undoStack().count(), 5);
}

void TestSession::mergedEditsThatEndWhereTheyBeganVanish() {
  Session session;
  const int units = session.design().network.layers.front().units;
  setUnits(session, units + 1, "units1");
  setUnits(session, units, "units1");
  QCOMPARE(session.undoStack().count(), 0);
  QVERIFY(!session.isDirty());
}

void TestSession::undoGoesBackToTheTrainedDesign() {
  Session session;
  setUnits(session, 10, "units1");
  setUnits(session, 11, "units1");
  session.addRun({});
  setUnits(session, 12, "units1");
  setUnits(session, 13, "units1");
  QCOMPARE(session.undoStack().count(), 2);
  session.undoStack().undo();
  QCOMPARE(session.design().network.layers.front().units, 11);
}

void TestSession::aTableClearsTheUndoStack() {
  Session session;
  session.setTable(linesTable());
  setUnits(session, 3);
  session.addRun({});
  QVERIFY(session.isDirty());
  session.setTable(linesTable());
  QCOMPARE(session.undoStack().count(), 0);
  QVERIFY(!session.isDirty());
  QVERIFY(session.runs().empty());
}

void TestSession::weightsDropWhenTheModelWouldBeNew_data() {
  QTest::addColumn<int>("edit");
  QTest::addColumn<bool>("kept");
  QTest::newRow("units") << 0 << false;
  QTest::newRow("activation") << 1 << false;
  QTest::newRow("features") << 2 << false;
  QTest::newRow("seed") << 3 << false;
  QTest::newRow("learning rate") << 4 << true;
  QTest::newRow("loss") << 5 << true;
  QTest::newRow("epochs") << 6 << true;
  QTest::newRow("batch size") << 7 << true;
}

void TestSession::weightsDropWhenTheModelWouldBeNew() {
  QFETCH(int, edit);
  QFETCH(bool, kept);
  const std::vector<std::function<void(Design&)>> edits{
      [](Design& d) { d.network.layers.front().units = 3; },
      [](Design& d) { d.network.layers.front().activation = Activation::tanh; },
      [](Design& d) { d.data.features = {"a"}; },
      [](Design& d) { d.fit.seed = 99; },
      [](Design& d) { d.fit.optimizer.learningRate = 0.5; },
      [](Design& d) { d.fit.loss = Loss::mae; },
      [](Design& d) { d.fit.epochs = 3; },
      [](Design& d) { d.fit.batchSize = 7; }};
  Session session;
  session.setTable(linesTable());
  session.setWeights(someWeights());
  session.edit("edit", {}, edits.at(static_cast<std::size_t>(edit)));
  QCOMPARE(session.weights().has_value(), kept);
}

void TestSession::theOldestRunGoesWhenThereAreTooMany() {
  Session session;
  for (int i = 0; i < 120; ++i) session.addRun({});
  QVERIFY(session.runs().size() <= 50);
  QCOMPARE(session.runs().back().id, 120);
  QCOMPARE(session.currentRun()->id, 120);
}

void TestSession::removingTheCurrentRunLeavesNone() {
  Session session;
  const int first = session.addRun({});
  const int second = session.addRun({});
  session.removeRun(first);
  QCOMPARE(session.currentRun()->id, second);
  session.removeRun(second);
  QVERIFY(session.currentRun() == nullptr);
  session.updateRun(
      second, [](Run&) { QFAIL("a removed run was changed"); }, Session::runsPart);
}

void TestSession::dirtyFollowsEditsSavingAndUndo() {
  Session session;
  QVERIFY(!session.isDirty());
  setUnits(session, 3);
  QVERIFY(session.isDirty());
  session.markSaved();
  QVERIFY(!session.isDirty());
  session.undoStack().undo();
  QVERIFY(session.isDirty());
  session.undoStack().redo();
  QVERIFY(!session.isDirty());
}

void TestSession::touchingMakesDirty() {
  Session session;
  QSignalSpy spy(&session, &Session::changed);
  session.touch();
  QVERIFY(session.isDirty());
  QCOMPARE(spy.count(), 1);
  session.markSaved();
  QVERIFY(!session.isDirty());
}

LAYERLAB_TEST(TestSession, "session")
#include "tst_session.moc"
