#include "core/io/project.h"
#include "tests/session/bench.h"
#include "tests/testmain.h"
#include "ui/session/text.h"
#include "ui/session/workbench.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace layerlab;

/// Sweeps, project files and exports of the workbench, on a table that was read from a file.
class TestProjects : public QObject {
  Q_OBJECT
private slots:
  void init();
  void cleanup() { m_bench.reset(); }
  void everyTrialOfASweepArrives();
  void aStoppedSweepKeepsItsResults();
  void aSweepSurvivesEditsButNoOtherTable();
  void aSweepThatCannotRunSaysWhy_data();
  void aSweepThatCannotRunSaysWhy();
  void fitAndSweepMayRunTogether();
  void aProjectComesBackAsItWas();
  void aTrainedProjectBringsItsWeights();
  void weightsStayInAProjectSavedAgain();
  void everyRunComesBackWithTheProject();
  void dataKeptInsideNeedsNoFile();
  void aChangedFileIsNotKeptInside();
  void dataThatChangedSinceTheSaveIsTold();
  void unknownKeysAreKept();
  void theWindowsLayoutIsNoChange();
  void theVersionBeforeTheSessionIsKeptOnce();
  void savingBesideOtherWorkWritesWhatWasThere();
  void savingBesideOtherWorkEndsBeforeTheNextTable();
  void aSaveBesideOtherWorkCanFail();
  void anEndOfTheProgramLosesNoSave();
  void aProjectThatCannotBeWrittenStaysDirty();
  void exportsHoldEveryEpochAndEveryRow();
  void nothingTrainedIsNothingToExport();

private:
  void fitNow();
  void load(const QString& path);

  QTemporaryDir m_folder;
  std::unique_ptr<Workbench> m_bench;
};

void TestProjects::init() {
  m_bench = std::make_unique<Workbench>();
  load(writeLines(m_folder.filePath("lines.csv"), 80));
  QVERIFY(m_bench->session().table());
  m_bench->session().edit("design", {}, [](Design& design) { design = linesDesign(5); });
}

void TestProjects::load(const QString& path) {
  m_bench->openFile(path);
  QTRY_VERIFY_WITH_TIMEOUT(!m_bench->isLoading(), patienceMs);
}

void TestProjects::fitNow() {
  m_bench->fit();
  QTRY_VERIFY_WITH_TIMEOUT(m_bench->trainState() == Workbench::TrainState::idle, patienceMs);
}

void TestProjects::everyTrialOfASweepArrives() {
  int before = 0;
  bool rising = true;
  connect(m_bench.get(), &Workbench::sweepChanged, m_bench.get(), [&] {
    rising = rising && m_bench->sweepDone() >= before;
    before = m_bench->sweepDone();
  });
  m_bench->startSweep(smallSweep(), 10);
  QVERIFY(m_bench->isSweeping());
  QCOMPARE(m_bench->sweepTotal(), 8);
  QTRY_VERIFY_WITH_TIMEOUT(!m_bench->isSweeping(), patienceMs);
  QVERIFY(rising);
  QCOMPARE(m_bench->sweepDone(), 8);
  for (const TrialResult& trial : m_bench->session().sweep()->trials) {
    QVERIFY(trial.done);
    QVERIFY(trial.finalValLoss.has_value());
    QCOMPARE(trial.parameters, (2 + 1) * trial.trial.units + trial.trial.units + 1);
  }
  QVERIFY(!m_bench->session().sweep()->cancelled);
  QVERIFY(m_bench->prepared());
}

void TestProjects::aStoppedSweepKeepsItsResults() {
  SweepSpec spec = smallSweep();
  spec.repeats = 500;
  m_bench->startSweep(spec, 40);
  QTRY_VERIFY_WITH_TIMEOUT(m_bench->sweepDone() >= 3, patienceMs);
  QVERIFY(m_bench->sweepSecondsLeft() > 0.0);
  m_bench->stopSweep();
  QVERIFY(!m_bench->isSweeping());
  QVERIFY(m_bench->sweepDone() >= 3);
  QVERIFY(m_bench->sweepDone() < m_bench->sweepTotal());
  QVERIFY(m_bench->session().sweep()->cancelled);
  m_bench->startSweep(smallSweep(), 5); // while the old threads may still be ending
  QTRY_VERIFY_WITH_TIMEOUT(!m_bench->isSweeping(), patienceMs);
  QCOMPARE(m_bench->sweepDone(), 8);
}

void TestProjects::aSweepSurvivesEditsButNoOtherTable() {
  SweepSpec spec = smallSweep();
  spec.repeats = 500;
  m_bench->startSweep(spec, 40);
  m_bench->session().edit("units", {}, [](Design& d) { d.network.layers.front().units = 3; });
  QVERIFY(m_bench->isSweeping());
  QSignalSpy said(m_bench.get(), &Workbench::said);
  m_bench->session().setTable(linesTable());
  QVERIFY(!m_bench->isSweeping());
  QVERIFY(!m_bench->session().sweep());
  QCOMPARE(said.count(), 1);
}

void TestProjects::aSweepThatCannotRunSaysWhy_data() {
  QTest::addColumn<int>("layer");
  QTest::addColumn<int>("units");
  QTest::addColumn<int>("epochs");
  QTest::newRow("no such layer") << 2 << 4 << 5;
  QTest::newRow("no epochs") << 1 << 4 << 0;
  QTest::newRow("no units") << 1 << 0 << 5;
  QTest::newRow("too many parameters") << 1 << 2'000'000'000 << 5;
}

void TestProjects::aSweepThatCannotRunSaysWhy() {
  QFETCH(int, layer);
  QFETCH(int, units);
  QFETCH(int, epochs);
  SweepSpec spec;
  spec.layer = layer;
  spec.units = {1, units};
  if (units < 1) spec.units.clear();
  QSignalSpy failed(m_bench.get(), &Workbench::failed);
  m_bench->startSweep(spec, epochs);
  QVERIFY(!m_bench->isSweeping());
  QCOMPARE(failed.count(), 1);
  QCOMPARE(failed.front().front().toString(), QString("sweep"));
}

void TestProjects::fitAndSweepMayRunTogether() {
  m_bench->startSweep(smallSweep(), 20);
  fitNow();
  QTRY_VERIFY_WITH_TIMEOUT(!m_bench->isSweeping(), patienceMs);
  QCOMPARE(m_bench->sweepDone(), 8);
  QCOMPARE(m_bench->session().currentRun()->history.epochs.size(), 5U);
}

void TestProjects::aProjectComesBackAsItWas() {
  const Design design = m_bench->session().design();
  const QString path = m_folder.filePath("work.layerlab");
  QVERIFY(m_bench->session().isDirty());
  QVERIFY(m_bench->saveProject(path));
  QVERIFY(!m_bench->session().isDirty());
  QCOMPARE(m_bench->projectPath(), path);
  const Result<Project> written = readProject(path.toStdString());
  QVERIFY(written);
  QCOMPARE(written->dataFile, std::string("lines.csv"));

  m_bench = std::make_unique<Workbench>();
  load(path);
  QCOMPARE(m_bench->projectPath(), path);
  QCOMPARE(m_bench->session().table()->rows, 80);
  QVERIFY(m_bench->session().design().data == design.data);
  QVERIFY(m_bench->session().design().fit == design.fit);
  QCOMPARE(m_bench->session().design().network.layers.size(), design.network.layers.size());
  QVERIFY(!m_bench->session().isDirty());
  QVERIFY(m_bench->session().runs().empty());
}

void TestProjects::aTrainedProjectBringsItsWeights() {
  fitNow();
  const Run trained = *m_bench->session().currentRun();
  const QString path = m_folder.filePath("trained.layerlab");
  QVERIFY(m_bench->saveProject(path));
  m_bench = std::make_unique<Workbench>();
  load(path);
  QVERIFY(m_bench->session().weights() == trained.weights);
  QCOMPARE(m_bench->session().runs().size(), 1U);
  QCOMPARE(m_bench->session().currentRun()->history.epochs.size(), 5U);
  QCOMPARE(m_bench->continuesRun(), m_bench->session().currentRun()->id);
}

void TestProjects::weightsStayInAProjectSavedAgain() {
  fitNow();
  const Weights trained = *m_bench->session().weights();
  const QString path = m_folder.filePath("again.layerlab");
  QVERIFY(m_bench->saveProject(path));
  for (const int epochs : {5, 9}) { // nothing changed, then something that leaves the weights
    m_bench = std::make_unique<Workbench>();
    load(path);
    m_bench->session().edit("epochs", {}, [&](Design& design) { design.fit.epochs = epochs; });
    QVERIFY(m_bench->snapshot().weights == trained);
    QVERIFY(m_bench->saveProject(path));
    const Result<Project> project = readProject(path.toStdString());
    QVERIFY(project);
    QVERIFY(project->weights == trained);
    QVERIFY(project->preprocessing);
    QVERIFY(project->history);
  }
}

void TestProjects::everyRunComesBackWithTheProject() {
  fitNow();
  Session& session = m_bench->session();
  session.editRunLook("look", session.currentRun()->id, {"the first", 6});
  session.edit("units", {}, [](Design& d) { d.network.layers.front().units = 3; });
  fitNow();
  const std::vector<Run> before = session.runs();
  QCOMPARE(before.size(), 2U);
  const QString path = m_folder.filePath("runs.layerlab");
  QVERIFY(m_bench->saveProject(path));
  m_bench = std::make_unique<Workbench>();
  load(path);
  const std::vector<Run>& after = m_bench->session().runs();
  QCOMPARE(after.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    QCOMPARE(after[i].name, before[i].name);
    QCOMPARE(after[i].colourIndex(), before[i].colourIndex());
    QVERIFY(after[i].design == before[i].design);
    QVERIFY(after[i].weights == before[i].weights);
    QVERIFY(after[i].baseline == before[i].baseline);
    QVERIFY(before[i].trainBaseline && after[i].trainBaseline == before[i].trainBaseline);
    QCOMPARE(after[i].history.epochs.size(), before[i].history.epochs.size());
    QCOMPARE(after[i].history.epochs.back().loss, before[i].history.epochs.back().loss);
    QCOMPARE(after[i].history.epochs.back().seconds, before[i].history.epochs.back().seconds);
  }
  QVERIFY(m_bench->session().currentRun() == &after[1]);
  QVERIFY(!m_bench->session().isDirty());
  fitNow(); // and the numbering goes on
  QVERIFY(m_bench->session().currentRun()->name.contains('3'));
}

void TestProjects::dataKeptInsideNeedsNoFile() {
  // "키,몸무게" in CP949, as a Korean office PC writes it.
  const QString csv = writeText(m_folder.filePath("office.csv"),
                                "\xC5\xB0,\xB8\xF6\xB9\xAB\xB0\xD4\n1,2\n2,4\n3,6\n4,8\n5,10\n");
  load(csv);
  QVERIFY(m_bench->canChooseEmbedding());
  m_bench->setEmbedsData(true);
  QVERIFY(m_bench->session().isDirty());
  const QString path = m_folder.filePath("handed-in.layerlab");
  QVERIFY(m_bench->saveProject(path));
  QVERIFY(QFile::remove(csv));
  load(path);
  QVERIFY(m_bench->session().table());
  QCOMPARE(m_bench->session().table()->rows, std::size_t{5});
  QCOMPARE(m_bench->session().table()->columns[0].name, std::string("키"));
  QVERIFY(m_bench->embedsData());
  m_bench->setEmbedsData(false); // there is no file to read it from: it stays
  QVERIFY(m_bench->saveProject(path));
  load(path);
  QVERIFY(m_bench->session().table());
}

void TestProjects::aChangedFileIsNotKeptInside() {
  m_bench->setEmbedsData(true);
  writeLines(m_folder.filePath("lines.csv"), 90);
  const Result<void> saved = m_bench->saveProject(m_folder.filePath("work.layerlab"));
  QVERIFY(!saved);
  QVERIFY(english(saved.error()).find("reload") != std::string::npos);
  m_bench->reload();
  QTRY_VERIFY_WITH_TIMEOUT(!m_bench->isLoading(), patienceMs);
  QVERIFY(m_bench->saveProject(m_folder.filePath("work.layerlab")));
}

void TestProjects::dataThatChangedSinceTheSaveIsTold() {
  const QString path = m_folder.filePath("work.layerlab");
  QVERIFY(m_bench->saveProject(path));
  QSignalSpy said(m_bench.get(), &Workbench::said);
  load(path);
  QCOMPARE(said.count(), 0);
  writeLines(m_folder.filePath("lines.csv"), 90);
  load(path);
  QCOMPARE(said.count(), 1);
  QVERIFY(text(said.front().at(1).value<Message>()).contains("lines.csv"));
}

void TestProjects::unknownKeysAreKept() {
  const QString path = m_folder.filePath("future.layerlab");
  QVERIFY(m_bench->saveProject(path));
  QByteArray text = contentsOf(path);
  text.replace(text.indexOf('{'), 1, "{ \"notes\": \"from class\",");
  writeText(path, text);
  load(path);
  QVERIFY(m_bench->saveProject(path));
  QVERIFY(contentsOf(path).contains("from class"));
}

void TestProjects::theWindowsLayoutIsNoChange() {
  std::string layout = R"({"page":"elbow"})";
  m_bench->setLayoutSource([&] { return layout; });
  const QString path = m_folder.filePath("arranged.layerlab");
  QVERIFY(m_bench->saveProject(path));
  layout = R"({"page":"data"})";
  QVERIFY(!m_bench->session().isDirty());
  QSignalSpy opened(m_bench.get(), &Workbench::projectOpened);
  load(path);
  QCOMPARE(opened.count(), 1);
  QCOMPARE(m_bench->savedLayout(), std::string(R"({"page":"elbow"})"));
  QVERIFY(!m_bench->session().isDirty());
  m_bench->setLayoutSource({}); // without a window the file's own stays
  QVERIFY(m_bench->saveProject(path));
  load(path);
  QCOMPARE(m_bench->savedLayout(), std::string(R"({"page":"elbow"})"));
}

void TestProjects::theVersionBeforeTheSessionIsKeptOnce() {
  const QString path = m_folder.filePath("kept.layerlab");
  QVERIFY(m_bench->saveProject(path));
  writeText(path + "~", "of an older session");
  const QByteArray before = contentsOf(path);
  m_bench = std::make_unique<Workbench>();
  load(path);
  for (const int epochs : {7, 8}) {
    m_bench->session().edit("epochs", {}, [=](Design& design) { design.fit.epochs = epochs; });
    QVERIFY(m_bench->saveProject(path));
    QCOMPARE(contentsOf(path + "~"), before);
  }
  QVERIFY(contentsOf(path) != before);
}

void TestProjects::savingBesideOtherWorkWritesWhatWasThere() {
  const QString path = m_folder.filePath("beside.layerlab");
  m_bench->startSaving(path);
  QVERIFY(m_bench->isSaving());
  QTRY_VERIFY_WITH_TIMEOUT(!m_bench->isSaving(), patienceMs);
  QVERIFY(!m_bench->session().isDirty());
  QCOMPARE(m_bench->projectPath(), path);
  m_bench->startSaving(path);
  m_bench->session().edit("epochs", {}, [](Design& design) { design.fit.epochs = 77; });
  QTRY_VERIFY_WITH_TIMEOUT(!m_bench->isSaving(), patienceMs);
  QVERIFY(m_bench->session().isDirty()); // this is still to be saved
  const Result<Project> written = readProject(path.toStdString());
  QVERIFY(written);
  QCOMPARE(written->design.fit.epochs, 5);
  m_bench->startSaving(path);
  QVERIFY(m_bench->saveProject(path)); // one after the other
  QVERIFY(!m_bench->isSaving() && !m_bench->session().isDirty());
  QCOMPARE(readProject(path.toStdString())->design.fit.epochs, 77);
}

void TestProjects::savingBesideOtherWorkEndsBeforeTheNextTable() {
  const QString path = m_folder.filePath("before.layerlab");
  m_bench->startSaving(path);
  load(m_folder.filePath("lines.csv"));
  QVERIFY(!m_bench->isSaving());
  QVERIFY(m_bench->projectPath().isEmpty()); // the table is of no project yet
  QVERIFY(readProject(path.toStdString()));
}

void TestProjects::aSaveBesideOtherWorkCanFail() {
  bool failed = false;
  connect(m_bench.get(), &Workbench::saveEnded, m_bench.get(), [&](const Result<void>& outcome) {
    failed = !outcome && outcome.error().kind == ErrorKind::output;
  });
  m_bench->startSaving("/no/such/folder/work.layerlab");
  QTRY_VERIFY_WITH_TIMEOUT(!m_bench->isSaving(), patienceMs);
  QVERIFY(failed);
  QVERIFY(m_bench->session().isDirty());
  QVERIFY(m_bench->projectPath().isEmpty());
}

void TestProjects::anEndOfTheProgramLosesNoSave() {
  const QString path = m_folder.filePath("end.layerlab");
  m_bench->startSaving(path);
  m_bench.reset();
  QVERIFY(readProject(path.toStdString()));
}

void TestProjects::aProjectThatCannotBeWrittenStaysDirty() {
  const Result<void> saved = m_bench->saveProject("/no/such/folder/work.layerlab");
  QVERIFY(!saved);
  QVERIFY(saved.error().kind == ErrorKind::output);
  QVERIFY(m_bench->session().isDirty());
  QVERIFY(m_bench->projectPath().isEmpty());
}

void TestProjects::exportsHoldEveryEpochAndEveryRow() {
  fitNow();
  const QString history = m_folder.filePath("history.csv");
  const QString predictions = m_folder.filePath("predictions.csv");
  QVERIFY(m_bench->exportHistory(history));
  QVERIFY(m_bench->exportPredictions(predictions));
  QCOMPARE(contentsOf(history).count('\n'), 1 + 5);
  QVERIFY(contentsOf(history).startsWith("epoch,loss,mae,val_loss,val_mae,train_loss_end"));
  QCOMPARE(contentsOf(predictions).count('\n'), 1 + 80);
}

void TestProjects::nothingTrainedIsNothingToExport() {
  const QString path = m_folder.filePath("nothing.csv");
  QVERIFY(!m_bench->exportHistory(path));
  QVERIFY(!m_bench->exportPredictions(path));
  QVERIFY(!QFile::exists(path));
}

LAYERLAB_TEST(TestProjects, "projects")
#include "tst_projects.moc"
