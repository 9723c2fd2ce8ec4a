#include "core/data/csv.h"
#include "core/io/project.h"
#include "tests/core/keras_helpers.h"
#include "tests/core/pictures.h"
#include "tests/core/randomdesign.h"
#include "tests/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <map>

using namespace layerlab;

namespace {

/// The design without what code cannot say: ids are positions, the task is the data's.
Design comparable(Design design, const Design& base) {
  for (std::size_t i = 0; i < design.network.layers.size(); ++i)
    design.network.layers[i].id = static_cast<int>(i) + 1;
  design.data.task = base.data.task;
  return design;
}

/// The lines in which two texts differ.
QString linesApart(const std::string& actual, const std::string& expected) {
  const QStringList a = QString::fromStdString(actual).split('\n');
  const QStringList b = QString::fromStdString(expected).split('\n');
  QString out = a.size() == b.size() ? "" : "other number of lines;";
  for (qsizetype i = 0; i < qMin(a.size(), b.size()); ++i)
    if (a[i] != b[i]) out += a[i].trimmed() + " instead of " + b[i].trimmed() + "; ";
  return out;
}

} // namespace

/// A design as Keras code, and that code as the design again.
class TestKerasCode : public QObject {
  Q_OBJECT
private slots:
  void codeReadsBackToTheSameDesign();
  void codeReadOverItsOwnDesignChangesNothing();
  void everyLineIsUnderstood();
  void linesKnowTheirSettings();
  void ratesAreFloats_data();
  void ratesAreFloats();
  void saysHowToReadOnlyWherePandasWouldNotKnow_data();
  void saysHowToReadOnlyWherePandasWouldNotKnow();
  void readsBackWhateverTheFile();
  void namesAColumnOnce();
};

void TestKerasCode::codeReadsBackToTheSameDesign() {
  const TablePtr table = mixedTable();
  Random random(1);
  for (int i = 0; i < 400; ++i) {
    const Design design = randomDesign(random);
    Design base = randomDesign(random);
    // What the new design does not have cannot be said by its code.
    base.fit.huberDelta = design.fit.huberDelta;
    const OptimizerSpec usual;
    base.fit.optimizer = usual;
    if (design.data.validationSplit == 0.0) base.data.split = design.data.split;
    const std::string code = codeOf(design, table);
    const auto reading = readKeras(code, base, table.get());
    QVERIFY2(reading, whyNot(reading).c_str());
    QCOMPARE(linesApart(designToJson(comparable(reading->design, base)),
                        designToJson(comparable(design, base))),
             QString());
    QVERIFY(comparable(reading->design, base) == comparable(design, base));
  }
}

void TestKerasCode::codeReadOverItsOwnDesignChangesNothing() {
  const TablePtr table = mixedTable();
  Random random(2);
  for (int i = 0; i < 200; ++i) {
    Design design = randomDesign(random);
    for (LayerSpec& layer : design.network.layers) layer.id = layer.id * 7 % 31;
    design.fit.optimizer.rho = 0.5; // whatever the optimizer is
    design.data.task = design.data.targets.front() == "y" ? Task::regression : Task::automatic;
    if (design.fit.optimizer.kind == OptimizerKind::rmsprop) design.fit.optimizer.rho = 0.9;
    const auto reading = readKeras(codeOf(design, table), design, table.get());
    QVERIFY(reading);
    QCOMPARE(linesApart(designToJson(reading->design), designToJson(design)), QString());
    QVERIFY(reading->design == design);
  }
}

void TestKerasCode::everyLineIsUnderstood() {
  const TablePtr table = mixedTable();
  Random random(3);
  for (int i = 0; i < 50; ++i) {
    const Design design = randomDesign(random);
    const auto reading = readKeras(codeOf(design, table), design, table.get());
    QVERIFY(reading);
    QCOMPARE(notesOf(*reading).join('\n'), QString());
    QCOMPARE(reading->dataFile, std::string("data.csv"));
  }
}

void TestKerasCode::linesKnowTheirSettings() {
  Design design;
  design.data.targets = {"y"};
  design.network = hiddenNetwork({8}, Activation::relu);
  const TablePtr table = mixedTable();
  const auto shape = outline(*table, design.data);
  const KerasCode code = kerasCode(design, {*table, *shape, "data.csv"});
  std::map<std::string, std::string> lines;
  for (const KerasLine& line : code.lines)
    if (!line.setting.empty()) lines[line.setting] = line.text;
  QCOMPARE(lines["layer:1"], std::string("    Dense(8, activation=\"relu\"),"));
  QCOMPARE(lines["layer:2"], std::string("    Dense(1),"));
  QCOMPARE(lines["optimizer"], std::string("    optimizer=\"adam\","));
  QCOMPARE(lines["loss"], std::string("    loss=\"mse\","));
  QCOMPARE(lines["epochs"], std::string("    epochs=100,"));
  QCOMPARE(lines["batch"], std::string("    batch_size=32,"));
  QCOMPARE(lines["seed"], std::string("keras.utils.set_random_seed(1)"));
  QCOMPARE(lines["target"], std::string("y = data[\"y\"]"));
  for (const char* setting : {"file", "features", "missing", "scaling", "validation", "fit"})
    QVERIFY2(lines.contains(setting), setting);
}

void TestKerasCode::ratesAreFloats_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<double>("rate");
  QTest::addColumn<double>("number");
  QTest::addColumn<QByteArray>("text");
  const auto row = [](OptimizerKind kind, double rate, double number, const char* text) {
    QTest::newRow(text) << static_cast<int>(kind) << rate << number << QByteArray(text);
  };
  row(OptimizerKind::sgd, 1.0, 0.0, "SGD(learning_rate=1.0)");
  row(OptimizerKind::adam, 10.0, 0.0, "Adam(learning_rate=10.0)");
  row(OptimizerKind::sgd, 0.5, 2.0, "SGD(learning_rate=0.5, clipnorm=2.0)");
  row(OptimizerKind::nadam, 1e-5, 0.0, "Nadam(learning_rate=1e-05)");
  row(OptimizerKind::adamax, 1e30, 0.0, "Adamax(learning_rate=1e+30)");
}

/// Keras' optimizers refuse an int.
void TestKerasCode::ratesAreFloats() {
  QFETCH(int, kind);
  QFETCH(double, rate);
  QFETCH(double, number);
  QFETCH(QByteArray, text);
  Design design;
  design.data.targets = {"y"};
  design.network = hiddenNetwork({8}, Activation::relu);
  design.fit.optimizer.kind = static_cast<OptimizerKind>(kind);
  design.fit.optimizer.learningRate = rate;
  design.fit.optimizer.clipnorm = number;
  const QByteArray code = QByteArray::fromStdString(codeOf(design, mixedTable()));
  QVERIFY2(code.contains("optimizer=keras.optimizers." + text + ",\n"), code);
}

void TestKerasCode::saysHowToReadOnlyWherePandasWouldNotKnow_data() {
  QTest::addColumn<QByteArray>("csv");
  QTest::addColumn<QByteArray>("call"); // empty: as texts
  const auto row = [](const char* name, const char* csv, const char* call) {
    QTest::newRow(name) << QByteArray(csv) << QByteArray(call);
  };
  row("plain", "a,y\n1,2\n3,4\nNA,1\n", "pd.read_csv(\"data.csv\")");
  row("semicolon", "a;y\n1,5;2\n3;4\n", "pd.read_csv(\"data.csv\", sep=\";\", decimal=\",\")");
  row("title", "Marks\n\na,y\n1,2\n3,4\n", "pd.read_csv(\"data.csv\", skiprows=2)");
  row("comment", "# x, y, z\na,y\n1,2\n3,4\n", "pd.read_csv(\"data.csv\", skiprows=1)");
  row("sep line", "sep=;\na;y\n1;2\n3;4\n", "pd.read_csv(\"data.csv\", sep=\";\", skiprows=1)");
  row("no header", "1,2\n3,4\n5,6\n",
      "pd.read_csv(\"data.csv\", names=[\"column1\", \"column2\"])");
  row("numbers among texts", "a,y\n1,2\nx,4\n", "pd.read_csv(\"data.csv\", dtype={\"a\": str})");
  row("empty rows", "a,y\n1,2\n,\n3,4\n", "pd.read_csv(\"data.csv\")");
  row("quotes", "a,y\n\"x, z\",2\n\"\",4\n", "pd.read_csv(\"data.csv\")");
  row("signs and points", "a,y\n+5,2\n.5,4\n7.,1\n1e-3,2\n", "pd.read_csv(\"data.csv\")");
  row("blank before a name", "a, y\n1,2\n3,4\n", "");
  row("blank behind a text", "a,y\nx ,2\nz,4\n", "");
  row("blank before a quote", "a,y\n1,2\n3, \"4\"\n", "");
  row("blank behind a quote", "a,y\n\"x\" ,2\nz,4\n", "");
  row("the same name twice", "a,a,y\n1,2,3\n3,4,5\n", "");
  row("no name", ",y\n1,2\n3,4\n", "");
  row("line break in a name", "\"a\nb\",y\n1,2\n3,4\n", "");
  row("unnamed and empty", "a,,y\n1,,2\n3,,4\n", "");
  row("delimiter at the end", "a,y\n1,2\n3,4,\n", "");
  row("question mark", "a,y\n1,2\n?,4\n", "");
  row("question mark among texts", "a,y\nx,2\n?,4\n", "");
  row("error of a spreadsheet", "a,y\n1,2\n#DIV/0!,4\n", "");
  row("dash", "a,y\n1,2\n-,4\n", "");
  row("None as a text", "a,y\nNone,2\nx,4\n", "");
  row("thousands", "a,y\n\"1,234\",2\n3,4\n", "");
  row("groups of a decimal comma", "a;y\n1.234,5;2\n3;4\n", "");
  row("points in groups", "a;y\n2,5;2\n1.234;4\n", "");
  row("point beside a comma", "a;y\n2,5;1.5\n1,5;4.5\n", "");
  row("percent", "a,y\n95%,2\n3%,4\n", "");
  row("infinity", "a,y\ninf,2\n3,4\n5,1\n", "");
  row("too long", "a,y\n12345678901234567890,2\n3,4\n", "");
  row("minus sign",
      "a,y\n\xE2\x88\x92"
      "1,2\n3,4\n",
      "");
  row("identifier with a dash", "a,y\n007,2\n-,4\n", "");
}

void TestKerasCode::saysHowToReadOnlyWherePandasWouldNotKnow() {
  QFETCH(QByteArray, csv);
  QFETCH(QByteArray, call);
  const TablePtr table = tableOf(csv);
  Design design;
  design.data.targets = {table->columns.back().name};
  design.network = hiddenNetwork({8}, Activation::relu);
  const QByteArray code = QByteArray::fromStdString(codeOf(design, table));
  QVERIFY2(code.contains("data = data.apply(as_text)\n") == call.isEmpty(), code);
  QVERIFY2(code.contains("data = " + call) && code.contains("def as_text") == call.isEmpty(), code);
}

/// The steps from the file to its columns are the same for the reader of the code.
void TestKerasCode::readsBackWhateverTheFile() {
  int files = 0;
  for (const QFileInfo& file : QDir(LAYERLAB_TEST_DATA "/csv/files").entryInfoList(QDir::Files)) {
    const auto table = readCsvFile(file.filePath().toStdString());
    if (!table) continue;
    for (const Column& column : (*table)->columns) {
      Design design;
      design.data.targets = {column.name};
      const auto shape = outline(**table, design.data);
      if (!shape) continue;
      design.network = hiddenNetwork({8}, Activation::relu);
      followTask(design, *shape);
      const auto reading = readKeras(codeOf(design, *table), design, table->get());
      QVERIFY2(reading, qPrintable(file.fileName()));
      QVERIFY2(reading->notes.empty(), qPrintable(file.fileName() + notesOf(*reading).join('\n')));
      QCOMPARE(linesApart(designToJson(reading->design), designToJson(design)), QString());
      ++files;
    }
  }
  QVERIFY(files > 100);
}

/// A target that is left out of the inputs by hand as well.
void TestKerasCode::namesAColumnOnce() {
  Design design;
  design.data.targets = {"y"};
  design.data.ignored = {"num1", "y"};
  design.network = hiddenNetwork({8}, Activation::relu);
  const QByteArray code = QByteArray::fromStdString(codeOf(design, mixedTable()));
  QVERIFY2(code.contains("X = data.drop(columns=[\"y\", \"num1\"])\n"), code);
}

LAYERLAB_TEST(TestKerasCode, "keras_code")
#include "tst_keras_code.moc"
