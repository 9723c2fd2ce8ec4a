#include "tests/core/project_helpers.h"
#include "tests/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace layerlab;

namespace {

// The plain build tries every damage; the sanitizers, ten times as slow, a part spread over all.
#if defined(LAYERLAB_SANITIZED)
constexpr int stride = 11; // no divisor of the number of damages: each place meets another one
#else
constexpr int stride = 1;
#endif

struct DamagedFiles {
  int tried = 0;
  int refused = 0;
};

/// Every value of `good` below `root`, and every list and object around it, set to each of `nasty`;
/// `accept` sees what is read all the same.
template <class Accept>
DamagedFiles damageEverywhere(const nlohmann::json& good, const std::string& root,
                              const std::vector<nlohmann::json>& nasty, Accept accept) {
  DamagedFiles files;
  int turn = 0;
  const auto flat = good.flatten();
  for (const auto& [path, value] : flat.items()) {
    if (path.rfind(root, 0) != 0) continue;
    const nlohmann::json::json_pointer whole(path);
    for (auto pointer = whole; !pointer.empty(); pointer = pointer.parent_pointer())
      for (const nlohmann::json& bad : nasty) {
        if (turn++ % stride != 0) continue;
        nlohmann::json damaged = good;
        damaged[pointer] = bad;
        const auto project = projectFromJson(damaged.dump());
        ++files.tried;
        if (project)
          accept(*project);
        else
          ++files.refused;
      }
  }
  return files;
}

} // namespace

/// Damaged project files: one error that says where, never a crash.
class TestProjectDamage : public QObject {
  Q_OBJECT
private slots:
  void badFilesGiveOneError_data();
  void badFilesGiveOneError();
  void damagedModelsGiveOneError();
  void damagedSweepsGiveOneError();
  void badRunsGiveOneError_data();
  void badRunsGiveOneError();
  void errorsNameTheFile();
};

void TestProjectDamage::badFilesGiveOneError_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("word"); // the message must have it
  const auto row = [](const char* name, const QString& text, const char* word) {
    QTest::newRow(name) << text << word;
  };
  row("empty", "", "JSON");
  row("blanks", "  \n", "JSON");
  row("null", "null", "not a LayerLab");
  row("list", "[]", "not a LayerLab");
  row("empty object", "{}", "not a LayerLab");
  row("text", "hello", "JSON");
  row("other format", R"({"format": "layerlab-golden/1", "data": {}})", "not a LayerLab");
  row("newer", R"({"format": "layerlab-project", "version": 2, "data": {}})", "newer");
  row("far newer", R"({"format": "layerlab-project", "version": 9223372036854775808, "data": {}})",
      "newer");
  row("version 0", R"({"format": "layerlab-project", "version": 0, "data": {}})", "version");
  row("trailing text", R"({"data": {}} garbage)", "JSON");
  row("NaN", R"({"training": {"epochs": NaN}})", "line 1");
  row("Infinity", R"({"training": {"epochs": Infinity}})", "JSON");
  row("1e999", R"({"training": {"epochs": 1e999}})", "too large");
  row("nested lists", QString(100000, '['), "nested");
  row("nested objects", QString(R"({"a":)").repeated(100000), "nested");
  row("deep inside", R"({"data": {}, "x": )" + QString(50000, '[') + QString(50000, ']') + "}",
      "nested");
  row("section is a list", R"({"data": []})", "data must be");
  row("epochs text", R"({"training": {"epochs": "x"}})", "training.epochs");
  row("epochs fraction", R"({"training": {"epochs": 1.5}})", "training.epochs");
  row("epochs 1e308", R"({"training": {"epochs": 1e308}})", "training.epochs");
  row("epochs 0", R"({"training": {"epochs": 0}})", "epochs");
  row("batch 0", R"({"training": {"batch_size": 0}})", "batch");
  row("learning rate 0", R"({"training": {"optimizer": {"name": "sgd", "learning_rate": 0}}})",
      "learning rate");
  row("validation split 1", R"({"training": {"validation_split": 1}})", "val-split");
  row("negative seed", R"({"training": {"seed": -1}})", "seed");
  row("unknown optimizer", R"({"training": {"optimizer": "lion"}})", "lion");
  row("amsgrad", R"({"training": {"optimizer": {"name": "adam", "amsgrad": true}}})", "amsgrad");
  row("unknown loss", R"({"training": {"loss": "hinge"}})", "hinge");
  row("unknown metric", R"({"training": {"metrics": ["auc"]}})", "auc");
  row("unknown callback", R"({"training": {"callbacks": [{"name": "tensorboard"}]}})",
      "callbacks[0]");
  row("conv layer", R"({"model": {"layers": [{"type": "conv2d", "units": 1}]}})", "conv2d");
  row("no units", R"({"model": {"layers": [{"type": "dense"}]}})", "units");
  row("units 0", R"({"model": {"layers": [{"units": 0}]}})", "units");
  row("units 10^30", R"({"model": {"layers": [{"units": 1000000000000000000000000000000}]}})",
      "units");
  row("too many parameters", R"({"model": {"layers": [{"units": 100000}, {"units": 100000}]}})",
      "too large");
  row("dropout at the end", R"({"model": {"layers": [{"type": "dropout"}]}})", "last layer");
  row("unknown activation", R"({"model": {"layers": [{"units": 1, "activation": "cube"}]}})",
      "cube");
  row("layers is a number", R"({"model": {"layers": 3}})", "layers");
  row("target is a number", R"({"data": {"target": 3}})", "data.target");
}

void TestProjectDamage::badFilesGiveOneError() {
  QFETCH(QString, text);
  QFETCH(QString, word);
  const QString failure = QString::fromStdString(failureOf(text.toStdString()));
  QVERIFY2(!failure.isEmpty(), "accepted");
  QVERIFY2(failure.contains(word), qPrintable(failure));
  QVERIFY(!failure.contains('\n'));
  QVERIFY(failure.size() < 500);
}

/// Every key of a good model set to something absurd, and the file cut off anywhere: an answer,
/// never a crash; and what is accepted fits together.
void TestProjectDamage::damagedModelsGiveOneError() {
  const auto good = nlohmann::json::parse(projectToJson(savedModel()));
  const std::vector<nlohmann::json> nasty{
      nullptr,      true,         -1, 0, 1e308, 1e-320, "x", "", {}, nlohmann::json::array(),
      {{{"a", 1}}}, {{1, 2}, {3}}};
  const auto fits = [](const Project& project) {
    if (project.weights && project.preprocessing)
      QVERIFY(checkWeights(*project.weights, project.design.network,
                           project.preprocessing->inputWidth()));
  };
  const DamagedFiles files = damageEverywhere(good, "", nasty, fits);
  qInfo("%d of %d damaged models refused", files.refused, files.tried);
  QVERIFY(files.refused > files.tried / 2);
  const std::string text = projectToJson(savedModel());
  for (std::size_t length = 0; length < text.size() - 2; length += 7 * stride)
    QVERIFY(!projectFromJson(text.substr(0, length)));
}

/// As damagedModelsGiveOneError, for the section `sweeps`.
void TestProjectDamage::damagedSweepsGiveOneError() {
  const auto good = nlohmann::json::parse(projectToJson(savedSweep()));
  const std::vector<nlohmann::json> nasty{nullptr, true, -1, 0,  2.5,    1e308,
                                          1e9,     "x",  "", {}, {1, 1}, nlohmann::json::array()};
  const auto fits = [](const Project& project) {
    for (const SweepResult& sweep : project.sweeps) {
      QCOMPARE(sweep.trials.size(),
               sweep.spec.units.size() * static_cast<std::size_t>(sweep.spec.repeats));
      QVERIFY(sweep.spec.layer >= 1 && static_cast<std::size_t>(sweep.spec.layer) <
                                           sweep.design.network.denseLayers().size());
    }
  };
  QVERIFY(damageEverywhere(good, "/sweeps/0", nasty, fits).refused > 300 / stride);
}

void TestProjectDamage::badRunsGiveOneError_data() {
  QTest::addColumn<QString>("runs");
  QTest::newRow("not a list") << "7";
  QTest::newRow("not an object") << "[7]";
  QTest::newRow("unknown end") << R"([{"end": "exploded"}])";
  QTest::newRow("number too small") << R"([{"number": -1}])";
  QTest::newRow("name is a number") << R"([{"name": 5}])";
  QTest::newRow("bad design") << R"([{"design": {"training": {"loss": "nonsense"}}}])";
  QTest::newRow("ragged history") << R"([{"history": {"loss": [1, 2], "train_loss_end": [1]}}])";
  QTest::newRow("weights of another network")
      << R"([{"design": {"model": {"layers": [{"units": 3}]}}, "weights":
            [{"kernel": [[1, 2]], "bias": [0, 0]}]}])";
}

void TestProjectDamage::badRunsGiveOneError() {
  QFETCH(QString, runs);
  const std::string text =
      R"({"format": "layerlab-project", "version": 1, "data": {"file": "a.csv"},
    "runs": )" +
      runs.toStdString() + "}";
  const std::string failure = failureOf(text);
  QVERIFY(!failure.empty());
  QVERIFY2(failure.find("runs") != std::string::npos, failure.c_str());
}

void TestProjectDamage::errorsNameTheFile() {
  const QTemporaryDir folder;
  const std::string path = folder.filePath("model.json").toStdString();
  QVERIFY(writeProject(path, savedModel()));
  QVERIFY(readProject(path));
  const std::string missing = folder.filePath("none.json").toStdString();
  const auto project = readProject(missing);
  QVERIFY(!project);
  QCOMPARE(project.error().file, missing);
}

LAYERLAB_TEST(TestProjectDamage, "project_damage")
#include "tst_project_damage.moc"
