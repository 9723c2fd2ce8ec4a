#include "core/io/files.h"
#include "tests/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace layerlab;

namespace {

std::string pathIn(const QTemporaryDir& folder, const char* name) {
  return folder.filePath(name).toStdString();
}

std::string contents(const std::string& path) {
  QFile file(QString::fromStdString(path));
  return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "(unreadable)";
}

QStringList filesIn(const QTemporaryDir& folder) {
  return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

} // namespace

class TestFiles : public QObject {
  Q_OBJECT
private slots:
  void whatIsWrittenIsRead_data();
  void whatIsWrittenIsRead();
  void writingLeavesNothingElseBehind();
  void anOldFileIsReplacedAndKeepsItsPermissions();
  void linksAreFollowedAndKept();
  void danglingLinksGetTheirTarget();
  void aLinkInACircleIsRefused();
  void noRegularFileIsEverReplaced_data();
  void noRegularFileIsEverReplaced();
  void unusablePathsAreRefused_data();
  void unusablePathsAreRefused();
  void leftoversOfAPowerFailureAreTakenOver();
  void aFullDiskKeepsTheOldFile();
  void twoWritersLeaveOneWholeFile();
  void onlyRegularFilesAreRead();
  void filesOverTheLimitAreRefused();
};

void TestFiles::whatIsWrittenIsRead_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("empty") << QByteArray("");
  QTest::newRow("text") << QByteArray("one\ntwo\n");
  QTest::newRow("zeros") << QByteArray(10000, '\0');
  QTest::newRow("3 MB") << QByteArray(3000000, 'x');
}

void TestFiles::whatIsWrittenIsRead() {
  QFETCH(QByteArray, bytes);
  const QTemporaryDir folder;
  const std::string path = pathIn(folder, "out.json");
  QVERIFY(writeFile(path, bytes.toStdString()));
  const auto read = readFile(path, 4000000);
  QVERIFY(read);
  QVERIFY(*read == bytes.toStdString());
}

void TestFiles::writingLeavesNothingElseBehind() {
  const QTemporaryDir folder;
  for (int i = 0; i < 3; ++i) QVERIFY(writeFile(pathIn(folder, "out.json"), "text"));
  QCOMPARE(filesIn(folder), QStringList{"out.json"});
}

void TestFiles::anOldFileIsReplacedAndKeepsItsPermissions() {
  const QTemporaryDir folder;
  const std::string path = pathIn(folder, "out.json");
  QVERIFY(writeFile(path, "a longer old text"));
  QCOMPARE(::chmod(path.c_str(), 0640), 0);
  QVERIFY(writeFile(path, "new"));
  QCOMPARE(contents(path), std::string("new"));
  struct stat info {};
  QCOMPARE(::stat(path.c_str(), &info), 0);
  QCOMPARE(info.st_mode & 07777, mode_t{0640});
}

void TestFiles::linksAreFollowedAndKept() {
  const QTemporaryDir folder;
  QVERIFY(QDir(folder.path()).mkdir("sub"));
  const std::string link = pathIn(folder, "link.json");
  QVERIFY(writeFile(pathIn(folder, "sub/real.json"), "old"));
  QCOMPARE(::symlink("sub/real.json", link.c_str()), 0);
  QVERIFY(writeFile(link, "new"));
  QVERIFY(QFileInfo(QString::fromStdString(link)).isSymLink());
  QCOMPARE(contents(pathIn(folder, "sub/real.json")), std::string("new"));
}

void TestFiles::danglingLinksGetTheirTarget() {
  const QTemporaryDir folder;
  const std::string link = pathIn(folder, "link.json");
  QCOMPARE(::symlink("later.json", link.c_str()), 0);
  QVERIFY(writeFile(link, "new"));
  QVERIFY(QFileInfo(QString::fromStdString(link)).isSymLink());
  QCOMPARE(contents(pathIn(folder, "later.json")), std::string("new"));
}

void TestFiles::aLinkInACircleIsRefused() {
  const QTemporaryDir folder;
  const std::string link = pathIn(folder, "link.json");
  QCOMPARE(::symlink("link.json", link.c_str()), 0);
  const auto written = writeFile(link, "new");
  QVERIFY(!written);
  QCOMPARE(written.error().kind, ErrorKind::output);
  QVERIFY(!readFile(link, 100));
}

void TestFiles::noRegularFileIsEverReplaced_data() {
  QTest::addColumn<QString>("kind");
  for (const char* kind : {"folder", "pipe", "/dev/null", "/dev/full"})
    QTest::newRow(kind) << QString(kind);
}

void TestFiles::noRegularFileIsEverReplaced() {
  QFETCH(QString, kind);
  const QTemporaryDir folder;
  std::string path = pathIn(folder, "target");
  if (kind == "folder") QCOMPARE(::mkdir(path.c_str(), 0755), 0);
  if (kind == "pipe") QCOMPARE(::mkfifo(path.c_str(), 0644), 0);
  if (kind.startsWith('/')) path = kind.toStdString();
  struct stat before {};
  QCOMPARE(::stat(path.c_str(), &before), 0);
  const auto written = writeFile(path, "new");
  QVERIFY(!written);
  QCOMPARE(written.error().kind, ErrorKind::output);
  QCOMPARE(written.error().file, path);
  struct stat after {};
  QCOMPARE(::stat(path.c_str(), &after), 0);
  QCOMPARE(after.st_mode, before.st_mode);
  QCOMPARE(after.st_ino, before.st_ino);
}

void TestFiles::unusablePathsAreRefused_data() {
  QTest::addColumn<QString>("name");
  QTest::newRow("empty") << "";
  QTest::newRow("missing folder") << "no/such/file";
  QTest::newRow("name too long") << QString(300, 'n');
  QTest::newRow("file as folder") << "file/below";
  QTest::newRow("trailing slash") << "new/";
}

void TestFiles::unusablePathsAreRefused() {
  QFETCH(QString, name);
  const QTemporaryDir folder;
  QVERIFY(writeFile(pathIn(folder, "file"), "x"));
  const std::string path = name.isEmpty() ? "" : folder.filePath(name).toStdString();
  for (const auto& result : {checkWritable(path), writeFile(path, "new")}) {
    QVERIFY(!result);
    QVERIFY(Result<void>(result).error().kind == ErrorKind::output);
    QVERIFY(!english(Result<void>(result).error()).empty());
  }
  QCOMPARE(filesIn(folder), QStringList{"file"});
}

void TestFiles::leftoversOfAPowerFailureAreTakenOver() {
  const QTemporaryDir folder;
  const std::string path = pathIn(folder, "out.json");
  // A kill between naming and renaming can leave one; whatever its name is, saving twice over it
  // must not make a second.
  QVERIFY(writeFile(path, "first"));
  const std::string leftover = pathIn(folder, ".layerlab-leftover.tmp");
  QVERIFY(writeFile(leftover, "junk"));
  for (int i = 0; i < 5; ++i) QVERIFY(writeFile(path, "again"));
  QCOMPARE(filesIn(folder).size(), 2);
}

void TestFiles::aFullDiskKeepsTheOldFile() {
  const QTemporaryDir folder;
  const std::string path = pathIn(folder, "out.json");
  QVERIFY(writeFile(path, "old"));
  const pid_t child = ::fork();
  if (child == 0) { // in a process of its own: a limit on file sizes acts like a full disk
    const rlimit small{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &small);
    ::signal(SIGXFSZ, SIG_IGN);
    const auto written = writeFile(path, std::string(50000, 'x'));
    const bool refused = !written && Result<void>(written).error().kind == ErrorKind::output;
    ::_exit(refused ? 0 : 1);
  }
  int status = -1;
  QCOMPARE(::waitpid(child, &status, 0), child);
  QCOMPARE(status, 0);
  QCOMPARE(contents(path), std::string("old"));
  QCOMPARE(filesIn(folder), QStringList{"out.json"});
}

void TestFiles::twoWritersLeaveOneWholeFile() {
  const QTemporaryDir folder;
  const std::string path = pathIn(folder, "out.json");
  const pid_t child = ::fork();
  const std::string bytes(20000, child == 0 ? 'c' : 'p');
  bool good = true;
  for (int i = 0; i < 200; ++i) good = writeFile(path, bytes).has_value() && good;
  if (child == 0) ::_exit(good ? 0 : 1);
  int status = -1;
  QCOMPARE(::waitpid(child, &status, 0), child);
  QCOMPARE(status, 0);
  QVERIFY(good);
  const std::string left = contents(path);
  QVERIFY(left == std::string(20000, 'c') || left == std::string(20000, 'p'));
  QCOMPARE(filesIn(folder), QStringList{"out.json"});
}

void TestFiles::onlyRegularFilesAreRead() {
  const QTemporaryDir folder;
  const std::string pipe = pathIn(folder, "pipe");
  QCOMPARE(::mkfifo(pipe.c_str(), 0644), 0);
  for (const std::string& path :
       {folder.path().toStdString(), pipe, std::string("/dev/zero"), pathIn(folder, "missing")}) {
    const auto read = readFile(path, 100);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::input);
    QCOMPARE(read.error().file, path);
  }
}

void TestFiles::filesOverTheLimitAreRefused() {
  const QTemporaryDir folder;
  const std::string path = pathIn(folder, "big");
  QVERIFY(writeFile(path, std::string(1000, 'x')));
  QVERIFY(readFile(path, 1000));
  const auto read = readFile(path, 999);
  QVERIFY(!read);
  QCOMPARE(read.error().kind, ErrorKind::limit);
}

LAYERLAB_TEST(TestFiles, "files")
#include "tst_files.moc"
