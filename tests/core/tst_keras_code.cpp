#include "core/io/project.h"
#include "tests/core/keras_helpers.h"
#include "tests/core/randomdesign.h"
#include "tests/testmain.h"

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

LAYERLAB_TEST(TestKerasCode, "keras_code")
#include "tst_keras_code.moc"
