#include "core/data/csv.h"
#include "tests/testmain.h"

#include "core/data/generators.h"
#include "tests/session/bench.h"
#include "ui/session/filewatch.h"
#include "ui/session/inquiry.h"
#include "ui/session/sources.h"
#include "ui/session/tablesearch.h"
#include "ui/session/workbench.h"

#include <QFile>
#include <QSignalSpy>
#include <QStringConverter>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace layerlab;

namespace {

QStringList columnNames(const Table& table) {
  QStringList names;
  for (const Column& column : table.columns) names << QString::fromStdString(column.name);
  return names;
}

} // namespace

/// Where tables come from, and reading them again.
class TestSources : public QObject {
  Q_OBJECT
private slots:
  void init() { m_bench = std::make_unique<Workbench>(); }
  void cleanup() { m_bench.reset(); }
  void sourcesHaveShortTitles_data();
  void sourcesHaveShortTitles();
  void generatedTablesComeBackFromTheProject();
  void pastedCellsAreATable();
  void paintedPointsComeBackFromTheProject();
  void readingInAnotherWayKeepsRolesAndProject();
  void aRefusedFileCanBeReadInAnotherWay();
  void rolesOfColumnsThatAreGoneAreForgotten();
  void aLargeFileShowsItsFirstRowsEarly_data();
  void aLargeFileShowsItsFirstRowsEarly();
  void aChangedFileIsNoticedOnceAndReloaded();
  void aReplacedFileIsNoticed();
  void typesAreUndoable();
  void cellsAreFoundAsTheyAreShown_data();
  void cellsAreFoundAsTheyAreShown();
  void foundCellsFollowTheOrderAndStopAtALimit();
  void aNewQuestionReplacesTheOldOne();
  void aDroppedQuestionIsNotAnswered();

private:
  bool loaded() {
    return QTest::qWaitFor([this] { return !m_bench->isLoading(); }, patienceMs);
  }
  Session& session() { return m_bench->session(); }
  void save(const QString& path) {
    const Result<void> saved = m_bench->saveProject(path);
    QVERIFY2(saved, saved ? "" : english(saved.error()).c_str());
  }

  QTemporaryDir m_folder;
  std::unique_ptr<Workbench> m_bench;
};

void TestSources::sourcesHaveShortTitles_data() {
  QTest::addColumn<QString>("source");
  QTest::addColumn<QString>("title");
  QTest::addColumn<bool>("isFile");
  QTest::newRow("file") << "/home/a/heights.2024.csv"
                        << "heights.2024" << true;
  QTest::newRow("example") << "example:iris"
                           << "iris" << false;
  QTest::newRow("generated") << "generated:spirals?rows=9&noise=0&seed=1"
                             << "spirals" << false;
  QTest::newRow("painted") << "painted:"
                           << "painted points" << false;
  QTest::newRow("pasted") << "pasted:"
                          << "pasted table" << false;
  QTest::newRow("none") << ""
                        << "" << false;
}

void TestSources::sourcesHaveShortTitles() {
  QFETCH(QString, source);
  QFETCH(QString, title);
  QFETCH(bool, isFile);
  QCOMPARE(Sources::title(source), title);
  QCOMPARE(Sources::isFile(source), isFile);
}

void TestSources::generatedTablesComeBackFromTheProject() {
  const GeneratorSpec spec{Shape::moons, 120, 0.25, 7};
  m_bench->openGenerated(spec);
  QVERIFY(loaded());
  QCOMPARE(session().table()->rows, 120);
  QCOMPARE(session().design().data.targets, std::vector<std::string>{"label"});
  QVERIFY(session().outline()->task == Task::classification);
  const auto numbers = session().table()->columns[0].numbers;
  const QString path = m_folder.filePath("moons.layerlab");
  save(path);
  m_bench = std::make_unique<Workbench>();
  m_bench->openFile(path);
  QVERIFY(loaded());
  QVERIFY(*generatorFromSource(m_bench->dataPath().toStdString()) == spec);
  QCOMPARE(session().table()->columns[0].numbers, numbers);
}

void TestSources::pastedCellsAreATable() {
  m_bench->openPasted("height\tweight\tname\n1,80\t75\tAnn\n1,65\t60\tBob\n1,70\t66\tCy\n");
  QVERIFY(loaded());
  QCOMPARE(columnNames(*session().table()), QStringList({"height", "weight", "name"}));
  QCOMPARE(session().table()->columns[0].numbers[0], 1.8f);
  const QString path = m_folder.filePath("pasted.layerlab");
  save(path);
  m_bench = std::make_unique<Workbench>();
  m_bench->openFile(path);
  QVERIFY(loaded());
  QCOMPARE(session().table()->rows, 3);
  QCOMPARE(m_bench->dataPath(), QString("pasted:"));
}

void TestSources::paintedPointsComeBackFromTheProject() {
  Painting painting;
  for (int i = 0; i < 12; ++i) painting.points.push_back({i * 0.5, -i * 0.25, i % 2});
  m_bench->openPainted(painting);
  QVERIFY(loaded());
  QCOMPARE(session().table()->rows, 12);
  const QString path = m_folder.filePath("painted.layerlab");
  save(path);
  m_bench = std::make_unique<Workbench>();
  m_bench->openFile(path);
  QVERIFY(loaded());
  const auto again = paintingFromTable(*session().table());
  QVERIFY(again && !again->curve);
  QVERIFY(std::is_permutation(again->points.begin(), again->points.end(), painting.points.begin(),
                              painting.points.end()));
}

void TestSources::readingInAnotherWayKeepsRolesAndProject() {
  const QString data = m_folder.filePath("semicolon.csv");
  writeText(data, "a;b;y\n1,5;2;3\n2,5;1;4\n3,5;4;1\n4,5;2;2\n");
  m_bench->openFile(data);
  QVERIFY(loaded());
  session().editData("target", [](PrepareSpec& spec) { spec.targets = {"b"}; });
  session().edit("units", {}, [](Design& design) { design.network.layers[0].units = 5; });
  const QString path = m_folder.filePath("reading.layerlab");
  save(path);
  ReadOptions options;
  options.decimal = '.';
  m_bench->reread(options);
  QVERIFY(loaded());
  QVERIFY(session().table()->find("a")->type == ColumnType::categorical);
  QCOMPARE(session().design().data.targets, std::vector<std::string>{"b"});
  QCOMPARE(session().design().network.layers[0].units, 5);
  QCOMPARE(m_bench->projectPath(), path);
  QVERIFY(session().isDirty());
  save(path);
  m_bench = std::make_unique<Workbench>();
  m_bench->openFile(path);
  QVERIFY(loaded());
  QVERIFY(m_bench->readOptions() == options);
  QVERIFY(session().table()->find("a")->type == ColumnType::categorical);
}

void TestSources::aRefusedFileCanBeReadInAnotherWay() {
  const QString data = m_folder.filePath("wide.csv");
  writeText(data, "a|b|c\n1|2|3\n4|5|\"6\" x\n7|8|9\n");
  QSignalSpy failures(m_bench.get(), &Workbench::failed);
  ReadOptions options;
  options.encoding = "klingon";
  m_bench->openFile(data, options);
  QVERIFY(loaded());
  QCOMPARE(failures.count(), 1);
  QCOMPARE(m_bench->refusedSource(), data);
  writeText(data, "a|b|c\n1|2|3\n4|5|6\n7|8|9\n");
  m_bench->reread({});
  QVERIFY(loaded());
  QCOMPARE(m_bench->refusedSource(), QString());
  QCOMPARE(m_bench->dataPath(), data);
  QCOMPARE(session().table()->columns.size(), 3U);
}

void TestSources::rolesOfColumnsThatAreGoneAreForgotten() {
  const QString data = m_folder.filePath("roles.csv");
  writeText(data, "a,b,c,y\n1,2,3,4\n2,3,4,6\n3,1,2,5\n");
  m_bench->openFile(data);
  QVERIFY(loaded());
  session().editData("roles", [](PrepareSpec& spec) {
    spec.features = {"a", "c"};
    spec.ignored = {"b"};
  });
  writeText(data, "a,b,y\n1,2,4\n2,3,6\n3,1,5\n");
  m_bench->reload();
  QVERIFY(loaded());
  QCOMPARE(session().design().data.features, std::vector<std::string>{"a"});
  QCOMPARE(session().design().data.ignored, std::vector<std::string>{"b"});
  QVERIFY(session().outline().has_value());
}

void TestSources::aLargeFileShowsItsFirstRowsEarly_data() {
  QTest::addColumn<QStringConverter::Encoding>("encoding");
  QTest::addColumn<QString>("start");
  QTest::addColumn<QString>("told");
  const QString mark(QChar(0xFEFF));
  QTest::newRow("utf-8") << QStringConverter::Utf8 << QString() << QString();
  QTest::newRow("utf-16le with mark") << QStringConverter::Utf16LE << mark << QString();
  QTest::newRow("utf-16le without mark") << QStringConverter::Utf16LE << QString() << QString();
  QTest::newRow("utf-16le chosen by hand")
      << QStringConverter::Utf16LE << QString() << QString("utf-16le");
  QTest::newRow("utf-16be with mark") << QStringConverter::Utf16BE << mark << QString();
}

void TestSources::aLargeFileShowsItsFirstRowsEarly() {
  QFETCH(QStringConverter::Encoding, encoding);
  QFETCH(QString, start);
  QFETCH(QString, told);
  const QString data = m_folder.filePath("large.csv");
  QString text = start + "a,b,y\n";
  for (int i = 0; text.size() < 6'000'000; ++i) text += QString::number(i) + ",0.12345678,2.5\n";
  QStringEncoder encode(encoding);
  const QByteArray bytes = encode(text);
  writeText(data, bytes);
  TablePtr seen;
  connect(m_bench.get(), &Workbench::previewChanged, m_bench.get(), [&] {
    if (m_bench->preview()) seen = m_bench->preview();
  });
  ReadOptions options;
  if (!told.isEmpty()) options.encoding = told.toStdString();
  m_bench->openFile(data, options);
  QVERIFY(loaded());
  QVERIFY(!m_bench->preview());
  if (!seen) QSKIP("the file was there within a frame");
  QVERIFY(seen->rows > 1000 && seen->rows < session().table()->rows);
  QCOMPARE(seen->report.encoding, session().table()->report.encoding);
  QCOMPARE(columnNames(*seen), QStringList({"a", "b", "y"}));
}

void TestSources::aChangedFileIsNoticedOnceAndReloaded() {
  const QString data = m_folder.filePath("changing.csv");
  writeText(data, "a,y\n1,2\n2,3\n3,5\n");
  m_bench->openFile(data);
  QVERIFY(loaded());
  QSignalSpy changes(m_bench.get(), &Workbench::dataFileChanged);
  writeText(data, "a,y\n1,2\n2,3\n3,5\n4,7\n");
  QTRY_COMPARE_WITH_TIMEOUT(changes.count(), 1, patienceMs);
  QCOMPARE(session().table()->rows, 3); // offered, not done
  m_bench->reload();
  QVERIFY(loaded());
  QCOMPARE(session().table()->rows, 4);
}

void TestSources::aReplacedFileIsNoticed() {
  const QString data = m_folder.filePath("replaced.csv");
  writeText(data, "a,y\n1,2\n2,3\n3,5\n");
  m_bench->openFile(data);
  QVERIFY(loaded());
  QSignalSpy changes(m_bench.get(), &Workbench::dataFileChanged);
  const QString other = m_folder.filePath("other.tmp");
  writeText(other, "a,y\n1,2\n2,3\n3,5\n9,9\n8,8\n");
  QVERIFY(QFile::remove(data));
  QVERIFY(QFile::rename(other, data));
  QTRY_COMPARE_WITH_TIMEOUT(changes.count(), 1, patienceMs);
  writeText(data, "a,y\n1,2\n2,3\n");
  QTRY_COMPARE_WITH_TIMEOUT(changes.count(), 2, patienceMs);
}

void TestSources::typesAreUndoable() {
  session().setTable(linesTable(40));
  const TablePtr read = session().table();
  std::vector<Session::Parts> heard;
  connect(&session(), &Session::changed, &session(),
          [&heard](Session::Parts parts) { heard.push_back(parts); });
  session().editData("type", [](PrepareSpec& spec) { spec.asCategory = {"a"}; });
  QVERIFY(std::any_of(heard.begin(), heard.end(),
                      [](Session::Parts parts) { return parts.testFlag(Session::columnsPart); }));
  QVERIFY(session().table()->find("a")->type == ColumnType::categorical);
  QCOMPARE(session().tableAsRead(), read);
  session().undoStack().undo();
  QCOMPARE(session().table(), read);
  session().undoStack().redo();
  QVERIFY(session().table()->find("a")->type == ColumnType::categorical);
}

void TestSources::cellsAreFoundAsTheyAreShown_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<int>("count");
  QTest::newRow("label in any case") << "HIGH" << 2;
  QTest::newRow("part of a label") << "ow" << 1;
  QTest::newRow("number") << "2.5" << 2;
  QTest::newRow("part of a number") << "5" << 3;
  QTest::newRow("Hangul") << "서울" << 1;
  QTest::newRow("nothing") << "zebra" << 0;
  QTest::newRow("empty") << "" << 0;
}

void TestSources::cellsAreFoundAsTheyAreShown() {
  QFETCH(QString, text);
  QFETCH(int, count);
  const auto table = readCsvBytes("n,m,k\n2.5,1,high\n,7,low\n2.5,55,High\n3,4,서울\n", "find.csv");
  QVERIFY(table);
  QCOMPARE(static_cast<int>(findCells(**table, text, {}).cells.size()), count);
}

void TestSources::foundCellsFollowTheOrderAndStopAtALimit() {
  std::vector<float> values(maxFound + 5, 1.0f);
  Table table;
  table.rows = static_cast<std::int64_t>(values.size());
  table.columns = {numericColumn("one", values)};
  const FoundCells found = findCells(table, "1", {});
  QVERIFY(found.more);
  QCOMPARE(found.cells.size(), maxFound);
  std::vector<std::uint32_t> order(values.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = static_cast<std::uint32_t>(order.size() - 1 - i);
  QCOMPARE(findCells(table, "1", order).cells.front().row, order.front());
  CancelToken cancel;
  cancel.cancel();
  QVERIFY(findCells(table, "1", {}, cancel).cells.empty());
}

void TestSources::aNewQuestionReplacesTheOldOne() {
  QObject owner;
  Inquiry<int> inquiry(&owner);
  std::vector<int> answers;
  std::promise<void> gate;
  std::shared_future<void> open = gate.get_future().share();
  std::atomic<bool> cancelled = false;
  inquiry.ask(
      [open, &cancelled](const CancelToken& cancel) {
        open.wait();
        cancelled = cancel.cancelled();
        return 1;
      },
      [&](int answer) { answers.push_back(answer); });
  inquiry.ask([](const CancelToken&) { return 2; }, [&](int answer) { answers.push_back(answer); });
  inquiry.ask([](const CancelToken&) { return 3; }, [&](int answer) { answers.push_back(answer); });
  QVERIFY(inquiry.waiting());
  gate.set_value();
  QTRY_COMPARE_WITH_TIMEOUT(answers, std::vector<int>{3}, patienceMs);
  QVERIFY(cancelled);
  QVERIFY(!inquiry.waiting());
}

void TestSources::aDroppedQuestionIsNotAnswered() {
  QObject owner;
  Inquiry<int> inquiry(&owner);
  bool answered = false;
  std::atomic<bool> ended = false;
  inquiry.ask(
      [&ended](const CancelToken&) {
        ended = true;
        return 1;
      },
      [&](int) { answered = true; });
  inquiry.drop();
  QVERIFY(!inquiry.waiting());
  bool second = false;
  inquiry.ask([](const CancelToken&) { return 2; }, [&](int) { second = true; });
  QTRY_VERIFY_WITH_TIMEOUT(second, patienceMs);
  QVERIFY(ended && !answered);
}

LAYERLAB_TEST(TestSources, "sources")
#include "tst_sources.moc"
