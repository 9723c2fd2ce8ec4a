#include "tests/session/bench.h"
#include "tests/testmain.h"
#include "ui/session/autosave.h"
#include "ui/session/workbench.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace layerlab;

/// Work that is kept for a crash: written soon, gone at a regular end, offered when left.
class TestAutosave : public QObject {
  Q_OBJECT
private slots:
  void init();
  void cleanup();
  void aChangeIsWrittenSoon();
  void aChangeDuringTheWritingIsWrittenToo();
  void whatWasTrainedIsWritten();
  void nothingIsWrittenWithoutAChange();
  void aRegularEndLeavesNothing();
  void savingRemovesTheCopy();
  void anInstanceThatRunsKeepsItsWork();
  void leftWorkComesBackWholeAndUnsaved();
  void aSavedProjectIsRecoveredUnderItsPath();
  void damagedWorkIsSetAsideWithAReason();
  void discardedWorkIsNotOfferedAgain();
  void aFolderThatCannotBeWrittenIsSaid();

private:
  void open(Workbench& bench, const QString& path);
  void edit(Workbench& bench, int epochs);
  /// An instance changes the network and is cut off.
  void crash(const QString& savedAs = {});

  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_data;
  QString m_recovery;
};

void TestAutosave::init() {
  m_folder = std::make_unique<QTemporaryDir>();
  m_data = writeLines(m_folder->filePath("lines.csv"), 40);
  m_recovery = m_folder->filePath("recovery");
}

void TestAutosave::cleanup() {
  m_folder.reset();
}

void TestAutosave::open(Workbench& bench, const QString& path) {
  bench.openFile(path);
  QTRY_VERIFY_WITH_TIMEOUT(!bench.isLoading(), patienceMs);
}

void TestAutosave::edit(Workbench& bench, int epochs) {
  bench.session().edit("epochs", {}, [epochs](Design& design) { design.fit.epochs = epochs; });
}

void TestAutosave::crash(const QString& savedAs) {
  Workbench bench;
  open(bench, m_data);
  if (!savedAs.isEmpty()) QVERIFY(bench.saveProject(savedAs));
  Autosave autosave(bench, m_recovery);
  QSignalSpy written(&autosave, &Autosave::written);
  edit(bench, 77);
  QTRY_VERIFY_WITH_TIMEOUT(written.count() == 1, patienceMs);
  autosave.keepAtEnd(); // as after kill -9: the file stays, the lock is nobody's
}

void TestAutosave::aChangeIsWrittenSoon() {
  static_assert(Autosave::soonMs + Autosave::oftenMs < 10'000, "a crash costs ten seconds at most");
  static_assert(Autosave::soonMs <= 300, "on a busy machine the writing itself takes long enough");
  Workbench bench;
  open(bench, m_data);
  Autosave autosave(bench, m_recovery);
  QSignalSpy written(&autosave, &Autosave::written);
  edit(bench, 77);
  QTRY_VERIFY_WITH_TIMEOUT(written.count() == 1, patienceMs);
  const Result<Project> project = readProject(autosave.file().toStdString());
  QVERIFY(project);
  QCOMPARE(project->design.fit.epochs, 77);
  QCOMPARE(QString::fromStdString(project->dataFile), m_data);
}

void TestAutosave::aChangeDuringTheWritingIsWrittenToo() {
  bool begun = false;
  Workbench bench;
  open(bench, m_data);
  Autosave autosave(bench, m_recovery);
  QSignalSpy written(&autosave, &Autosave::written);
  // Asked for when a writing begins; the edit comes after its copy is taken and before its end.
  bench.setLayoutSource([&] {
    if (!std::exchange(begun, true))
      QMetaObject::invokeMethod(
          &bench, [&] { edit(bench, 78); }, Qt::QueuedConnection);
    return std::string("{}");
  });
  edit(bench, 77);
  QTRY_VERIFY_WITH_TIMEOUT(written.count() == 1, patienceMs);
  QCOMPARE(readProject(autosave.file().toStdString())->design.fit.epochs, 77);
  QTRY_VERIFY_WITH_TIMEOUT(written.count() == 2, patienceMs);
  QCOMPARE(readProject(autosave.file().toStdString())->design.fit.epochs, 78);
}

void TestAutosave::whatWasTrainedIsWritten() {
  Workbench bench;
  open(bench, m_data);
  Autosave autosave(bench, m_recovery);
  QSignalSpy written(&autosave, &Autosave::written);
  bench.fit();
  QTRY_VERIFY_WITH_TIMEOUT(isIdle(bench), patienceMs);
  const Weights trained = *bench.session().weights();
  const auto isThere = [&] {
    const Result<Project> project = readProject(autosave.file().toStdString());
    return project && project->weights == trained;
  };
  QTRY_VERIFY_WITH_TIMEOUT(written.count() > 0 && isThere(), patienceMs);
}

void TestAutosave::nothingIsWrittenWithoutAChange() {
  Workbench bench;
  Autosave autosave(bench, m_recovery);
  open(bench, m_data);
  QVERIFY(autosave.file().isEmpty());
  QVERIFY(!QDir(m_recovery).exists());
}

void TestAutosave::aRegularEndLeavesNothing() {
  {
    Workbench bench;
    open(bench, m_data);
    Autosave autosave(bench, m_recovery);
    QSignalSpy written(&autosave, &Autosave::written);
    edit(bench, 77);
    QTRY_VERIFY_WITH_TIMEOUT(written.count() == 1, patienceMs);
  }
  QVERIFY(QDir(m_recovery).isEmpty(QDir::Files | QDir::Hidden));
}

void TestAutosave::savingRemovesTheCopy() {
  Workbench bench;
  open(bench, m_data);
  Autosave autosave(bench, m_recovery);
  QSignalSpy written(&autosave, &Autosave::written);
  edit(bench, 77);
  QTRY_VERIFY_WITH_TIMEOUT(written.count() == 1, patienceMs);
  QVERIFY(bench.saveProject(m_folder->filePath("p.layerlab")));
  QVERIFY(QDir(m_recovery).isEmpty(QDir::Files | QDir::Hidden));
}

void TestAutosave::anInstanceThatRunsKeepsItsWork() {
  Workbench bench;
  open(bench, m_data);
  Autosave autosave(bench, m_recovery);
  QSignalSpy written(&autosave, &Autosave::written);
  edit(bench, 77);
  QTRY_VERIFY_WITH_TIMEOUT(written.count() == 1, patienceMs);
  Workbench second;
  QVERIFY(Autosave(second, m_recovery).left().isEmpty());
}

void TestAutosave::leftWorkComesBackWholeAndUnsaved() {
  crash();
  Workbench bench;
  Autosave autosave(bench, m_recovery);
  const QVector<Recovery> left = autosave.left();
  QCOMPARE(left.size(), 1);
  QCOMPARE(left.first().name, QString("lines"));
  autosave.recover(left.first());
  QTRY_VERIFY_WITH_TIMEOUT(!bench.isLoading(), patienceMs);
  QVERIFY(bench.recovered());
  QCOMPARE(bench.session().design().fit.epochs, 77);
  QCOMPARE(bench.dataPath(), m_data);
  QVERIFY(bench.projectPath().isEmpty());
  QVERIFY(bench.session().isDirty());
  QVERIFY(autosave.left().isEmpty());
}

void TestAutosave::aSavedProjectIsRecoveredUnderItsPath() {
  const QString project = m_folder->filePath("lesson.layerlab");
  crash(project);
  Workbench bench;
  Autosave autosave(bench, m_recovery);
  QCOMPARE(autosave.left().size(), 1);
  QCOMPARE(autosave.left().first().name, QString("lesson"));
  autosave.recover(autosave.left().first());
  QTRY_VERIFY_WITH_TIMEOUT(!bench.isLoading(), patienceMs);
  QCOMPARE(bench.projectPath(), project);
  QVERIFY(bench.session().isDirty());
  QVERIFY(bench.saveProject(project));
  const Result<Project> saved = readProject(project.toStdString());
  QVERIFY(saved);
  QCOMPARE(saved->design.fit.epochs, 77);
  QVERIFY(saved->unknown.find("recovery") == std::string::npos);
  QVERIFY(QFile::exists(project + "~"));
}

void TestAutosave::damagedWorkIsSetAsideWithAReason() {
  crash();
  Workbench bench;
  Autosave autosave(bench, m_recovery);
  const Recovery left = autosave.left().first();
  writeText(left.file, "{\"format\": \"layerlab-pro");
  QSignalSpy failed(&bench, &Workbench::failed);
  autosave.recover(left);
  QTRY_VERIFY_WITH_TIMEOUT(!bench.isLoading(), patienceMs);
  QVERIFY(!bench.recovered());
  QCOMPARE(failed.count(), 1);
  QVERIFY(autosave.left().isEmpty());
  QVERIFY(QFile::exists(left.file + ".damaged"));
}

void TestAutosave::discardedWorkIsNotOfferedAgain() {
  crash();
  Workbench bench;
  Autosave autosave(bench, m_recovery);
  autosave.discard(autosave.left().first());
  QVERIFY(autosave.left().isEmpty());
}

void TestAutosave::aFolderThatCannotBeWrittenIsSaid() {
  writeText(m_recovery, "a file stands where the folder should be");
  Workbench bench;
  open(bench, m_data);
  Autosave autosave(bench, m_recovery);
  QSignalSpy failed(&autosave, &Autosave::failed);
  edit(bench, 77);
  QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
}

LAYERLAB_TEST(TestAutosave, "autosave")
#include "tst_autosave.moc"
