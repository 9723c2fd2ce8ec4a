#include "core/data/csv.h"
#include "core/teach/dataadvice.h"
#include "tests/testmain.h"

#include <QTest>

using namespace layerlab;

namespace {

struct AdviceCase {
  TablePtr table;
  Design design;
  Outline outline;
};

AdviceCase adviceCase(const QString& csv, const std::string& target) {
  AdviceCase c;
  auto table = readCsvBytes(csv.toStdString(), "case.csv");
  if (!table) qFatal("%s", english(table.error()).c_str());
  c.table = *table;
  c.design.data.targets = {target};
  auto found = outline(*c.table, c.design.data);
  if (!found) qFatal("%s", english(found.error()).c_str());
  c.outline = *found;
  return c;
}

QStringList adviceIds(const AdviceCase& c) {
  QStringList ids;
  for (const Advice& advice : adviseData(*c.table, c.design, c.outline))
    ids << QString::fromStdString(advice.id);
  return ids;
}

/// `rows` lines made from a pattern with the line number.
QString lines(const char* header, int rows, const std::function<QString(int)>& line) {
  QStringList out{header};
  for (int i = 0; i < rows; ++i) out << line(i);
  return out.join('\n') + '\n';
}

} // namespace

class TestDataAdvice : public QObject {
  Q_OBJECT
private slots:
  void faultsOfATableAreNamed_data();
  void faultsOfATableAreNamed();
  void eachRemedyCuresItsFault_data() { faultsOfATableAreNamed_data(); }
  void eachRemedyCuresItsFault();
  void aSortedFileNamesShareAndClasses();
};

void TestDataAdvice::faultsOfATableAreNamed_data() {
  QTest::addColumn<QString>("csv");
  QTest::addColumn<QStringList>("ids");
  const auto mixed = [](int i) { return (i * 7) % 5; };
  QTest::newRow("nothing wrong") << lines("a,y", 40, [&](int i) {
    return QString("%1,%2").arg(mixed(i)).arg((i * 3) % 4 < 2 ? "u" : "v");
  }) << QStringList{};
  QTest::newRow("sorted by class") << lines("a,y", 40, [&](int i) {
    return QString("%1,%2").arg(mixed(i)).arg(i < 20 ? "u" : "v");
  }) << QStringList{"sorted_file"};
  QTest::newRow("sorted numbers") << lines("a,y", 40, [&](int i) {
    return QString("%1,%2").arg(mixed(i)).arg(i * 1.5);
  }) << QStringList{"sorted_file"};
  QTest::newRow("constant") << lines("a,b,y", 40, [&](int i) {
    return QString("%1,5,%2").arg(mixed(i)).arg((i * 3) % 4 < 2 ? "u" : "v");
  }) << QStringList{"constant_column"};
  QTest::newRow("row numbers") << lines("id,a,y", 40, [&](int i) {
    return QString("%1,%2,%3").arg(i).arg(mixed(i)).arg((i * 3) % 4 < 2 ? "u" : "v");
  }) << QStringList{"identifier_column"};
  QTest::newRow("names of the rows") << lines("name,a,y", 40, [&](int i) {
    return QString("n%1,%2,%3").arg(i).arg(mixed(i)).arg((i * 3) % 4 < 2 ? "u" : "v");
  }) << QStringList{"identifier_column"};
  QTest::newRow("what can be no input is none already") << lines("name,empty,a,y", 150, [&](int i) {
    return QString("n%1,,%2,%3").arg(i).arg(mixed(i)).arg((i * 3) % 4 < 2 ? "u" : "v");
  }) << QStringList{};
  QTest::newRow("the target again, in other words") << lines("a,b,y", 40, [&](int i) {
    const bool u = (i * 3) % 4 < 2;
    return QString("%1,%2,%3").arg(mixed(i)).arg(u ? "yes" : "no", u ? "u" : "v");
  }) << QStringList{"leaking_column"};
  QTest::newRow("the target in other units") << lines("a,b,y", 40, [&](int i) {
    const int y = (i * 13) % 40;
    return QString("%1,%2,%3").arg(mixed(i)).arg(y * 2.54).arg(y);
  }) << QStringList{"leaking_column"};
}

void TestDataAdvice::faultsOfATableAreNamed() {
  QFETCH(QString, csv);
  QFETCH(QStringList, ids);
  QCOMPARE(adviceIds(adviceCase(csv, "y")), ids);
}

void TestDataAdvice::eachRemedyCuresItsFault() {
  QFETCH(QString, csv);
  AdviceCase c = adviceCase(csv, "y");
  for (const Advice& advice : adviseData(*c.table, c.design, c.outline)) advice.remedy(c.design);
  QCOMPARE(adviceIds(c), QStringList{});
}

void TestDataAdvice::aSortedFileNamesShareAndClasses() {
  const AdviceCase c = adviceCase(
      lines("a,y", 40, [](int i) { return QString("%1,%2").arg(i % 3).arg(i < 20 ? "u" : "v"); }),
      "y");
  const auto advice = adviseData(*c.table, c.design, c.outline);
  QVERIFY(!advice.empty());
  QCOMPARE(english(advice.front().text),
           std::string("The file is sorted by y: the last 20 % contain only 1 of 2 classes."));
}

LAYERLAB_TEST(TestDataAdvice, "dataadvice")
#include "tst_dataadvice.moc"
