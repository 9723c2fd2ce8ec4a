#include "tests/core/pictures.h"
#include "tests/testmain.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace layerlab;

namespace {

/// Makes the odd file and returns its path.
std::string oddFile(const QString& kind, const QTemporaryDir& folder) {
  std::string path = folder.filePath("x.csv").toStdString();
  if (kind == "folder") ::mkdir(path.c_str(), 0700);
  if (kind == "pipe") ::mkfifo(path.c_str(), 0600);
  if (kind == "dangling") static_cast<void>(::symlink("nowhere", path.c_str()));
  if (kind == "loop") static_cast<void>(::symlink("x.csv", path.c_str()));
  if (kind == "device") return "/dev/zero";
  if (kind == "long") return QString("/tmp/%1/x.csv").arg(QString(300, 'd')).toStdString();
  if (kind == "socket") {
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof(address.sun_path) - 1);
    static_cast<void>(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)));
    ::close(socket);
  }
  return path;
}

void saveBytes(const QString& path, const QByteArray& text) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("cannot write");
}

} // namespace

/// Limits, files that are none or change, cancelling, errors (rules C15 to C17).
class TestCsvFiles : public QObject {
  Q_OBJECT
private slots:
  void onlyRegularFiles_data();
  void onlyRegularFiles();
  void changedFileIsAnError();
  void replacedFileIsReadAsItWas();
  void cancelStopsReading();
  void progressRuns();
  void errorsAreShortAndOnOneLine();
  void tooManyColumnsAreRefused();
};

void TestCsvFiles::onlyRegularFiles_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("word");
  QTest::newRow("missing") << "missing"
                           << "not found";
  QTest::newRow("folder") << "folder"
                          << "folder";
  QTest::newRow("pipe") << "pipe"
                        << "pipe";
  QTest::newRow("socket") << "socket"
                          << "socket";
  QTest::newRow("device") << "device"
                          << "device";
  QTest::newRow("dangling link") << "dangling"
                                 << "not found";
  QTest::newRow("link loop") << "loop"
                             << "circle";
  QTest::newRow("long name") << "long"
                             << "too long";
}

void TestCsvFiles::onlyRegularFiles() {
  QFETCH(QString, kind);
  QFETCH(QString, word);
  const QTemporaryDir folder;
  const auto table = readCsvFile(oddFile(kind, folder));
  QVERIFY(!table);
  const QString line = QString::fromStdString(english(table.error()));
  QVERIFY2(line.contains(word), qPrintable(line));
}

void TestCsvFiles::changedFileIsAnError() {
  const QTemporaryDir folder;
  const QString path = folder.filePath("a.csv");
  QByteArray text = "a,b\n";
  while (text.size() < 9 << 20) text += "1,2\n3,4\n5,6\n7,8\n";
  for (const char* change : {"grow", "shrink"}) {
    saveBytes(path, text);
    bool done = false;
    ReadControl control;
    control.progress = [&](double) {
      if (std::exchange(done, true)) return;
      if (QByteArray(change) == "shrink") QFile::resize(path, 100);
      QFile file(path);
      if (QByteArray(change) == "grow" && file.open(QIODevice::Append)) file.write("9,9\n");
    };
    const auto table = readCsvFile(path.toStdString(), {}, control);
    QVERIFY(!table);
    QVERIFY(english(table.error()).find("changed while it was being read") != std::string::npos);
  }
}

void TestCsvFiles::replacedFileIsReadAsItWas() {
  const QTemporaryDir folder;
  const QString path = folder.filePath("a.csv");
  QByteArray text = "a,b\n";
  while (text.size() < 9 << 20) text += "1,2\n";
  saveBytes(path, text);
  saveBytes(folder.filePath("b.csv"), "x\n");
  ReadControl control;
  control.progress = [&](double) {
    ::rename(qPrintable(folder.filePath("b.csv")), qPrintable(path));
  };
  const auto table = readCsvFile(path.toStdString(), {}, control);
  QVERIFY(table);
  QCOMPARE((*table)->rows, (text.size() - 4) / 4);
}

void TestCsvFiles::cancelStopsReading() {
  ReadControl control;
  control.cancel.cancel();
  const auto table = readCsvBytes("a,b\n1,2\n", "x.csv", {}, control);
  QVERIFY(!table);
  QCOMPARE(table.error().message.pattern, cancelledText);
}

void TestCsvFiles::progressRuns() {
  std::string text = "a,b\n";
  while (text.size() < std::size_t{9} << 20) text += "1,2\n";
  std::vector<double> seen;
  ReadControl control;
  control.progress = [&](double share) { seen.push_back(share); };
  QVERIFY(readCsvBytes(text, "x.csv", {}, control));
  QVERIFY(seen.size() >= 3);
  QCOMPARE(seen.back(), 1.0);
  QVERIFY(std::all_of(seen.begin(), seen.end(), [](double s) { return s >= 0.0 && s <= 1.0; }));
}

void TestCsvFiles::errorsAreShortAndOnOneLine() {
  std::string name(210, 'x');
  name.replace(0, 9, "evil\nname");
  std::string text(70000, 'n');
  text.append(",b\n1,2,3\n");
  const auto table = readCsvBytes(text, name);
  QVERIFY(!table);
  const std::string line = english(table.error());
  QVERIFY(line.size() < 1000);
  QCOMPARE(line.find('\n'), std::string::npos);
  QVERIFY(line.starts_with("evil namexxx"));
  const TablePtr wide = tableOf(QByteArray(70000, 'n') + ",b\n1,2\n1,2\n");
  for (const TableIssue& issue : wide->report.issues) QVERIFY(english(issue.message).size() < 1000);
}

void TestCsvFiles::tooManyColumnsAreRefused() {
  std::string text(150000, ',');
  text.append("x\n1,2\n");
  const auto table = readCsvBytes(text, "x.csv");
  QVERIFY(!table);
  QCOMPARE(table.error().kind, ErrorKind::limit);
  QVERIFY(english(table.error()).find("too large") != std::string::npos);
}

LAYERLAB_TEST(TestCsvFiles, "csv_files")
#include "tst_csv_files.moc"
