#include "core/data/types.h"
#include "core/io/project.h"
#include "core/keras/code.h"
#include "core/keras/read.h"
#include "tests/core/pictures.h"
#include "tests/core/randomdesign.h"
#include "tests/testmain.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace layerlab;

namespace {

std::string codeOf(const Design& design, const TablePtr& read) {
  const TablePtr table = withTypes(read, design.data);
  const auto shape = outline(*table, design.data);
  if (!shape) qFatal("%s", english(shape.error()).c_str());
  return kerasCode(design, {*table, *shape, "data.csv"}).text();
}

/// The design without what code cannot say: ids are positions, the task is the data's.
Design comparable(Design design, const Design& base) {
  for (std::size_t i = 0; i < design.network.layers.size(); ++i)
    design.network.layers[i].id = static_cast<int>(i) + 1;
  design.data.task = base.data.task;
  return design;
}

/// `line: message` of every note.
QStringList notesOf(const KerasReading& reading) {
  QStringList out;
  for (const KerasNote& note : reading.notes)
    out << QString("%1: %2").arg(note.line).arg(QString::fromStdString(english(note.message)));
  return out;
}

KerasReading readingOf(const char* code, const Design& base = {}) {
  auto reading = readKeras(code, base);
  if (!reading) qFatal("%s", english(reading.error()).c_str());
  return *reading;
}

template <class T> std::string whyNot(const Result<T>& result) {
  return result ? std::string() : english(result.error());
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

/// A picture of the layers: "dense 8 relu | dropout 0.2 | dense 1 linear".
QString layersOf(const Design& design) {
  QStringList out;
  for (const LayerSpec& layer : design.network.layers)
    out << (layer.kind == LayerKind::dropout
                ? QString("dropout %1").arg(layer.rate)
                : QString("dense %1 %2").arg(layer.units).arg(kerasName(layer.activation)));
  return out.join(" | ");
}

/// A Python that has pandas; empty: none on this machine.
QString pythonWithPandas() {
  for (const char* python : {"python3", "/usr/bin/python3"}) {
    QProcess process;
    process.start(python, {"-c", "import pandas"});
    if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit &&
        process.exitCode() == 0)
      return python;
  }
  return {};
}

/// What the fake Keras was asked for by the program; null when Python complained.
nlohmann::json recorded(const QString& python, const QDir& folder, const std::string& code) {
  QFile file(folder.filePath("model.py"));
  if (!file.open(QIODevice::WriteOnly)) return nullptr;
  file.write(code.c_str());
  file.close();
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("PYTHONPATH", LAYERLAB_TEST_DATA "/keras/fake");
  environment.insert("PYTHONDONTWRITEBYTECODE", "1");
  environment.insert("KERAS_RECORD", folder.filePath("record.json"));
  process.setProcessEnvironment(environment);
  process.setWorkingDirectory(folder.path());
  process.start(python, {"-W", "error::SyntaxWarning", "model.py"});
  process.waitForFinished(60000);
  QFile record(folder.filePath("record.json"));
  if (process.exitCode() != 0 || !record.open(QIODevice::ReadOnly)) {
    qWarning("%s\n%s", process.readAllStandardError().constData(), code.c_str());
    return nullptr;
  }
  return nlohmann::json::parse(record.readAll().toStdString());
}

/// "" or the first place where the numbers differ.
QString difference(const nlohmann::json& rows, const Matrix& wanted) {
  if (rows.size() != wanted.rows)
    return QString("%1 rows, not %2").arg(rows.size()).arg(wanted.rows);
  for (std::size_t i = 0; i < wanted.rows; ++i) {
    if (rows[i].size() != wanted.cols)
      return QString("%1 columns, not %2").arg(rows[i].size()).arg(wanted.cols);
    for (std::size_t j = 0; j < wanted.cols; ++j)
      if (std::abs(rows[i][j].get<double>() - static_cast<double>(wanted(i, j))) > 1e-4)
        return QString("row %1 column %2: %3, not %4")
            .arg(i)
            .arg(j)
            .arg(rows[i][j].get<double>())
            .arg(static_cast<double>(wanted(i, j)));
  }
  return {};
}

} // namespace

class TestKeras : public QObject {
  Q_OBJECT
private slots:
  void codeReadsBackToTheSameDesign();
  void codeReadOverItsOwnDesignChangesNothing();
  void everyLineIsUnderstood();
  void theProgramTrainsOnTheSameNumbers();
  void linesKnowTheirSettings();
  void readsTypesChosenByHand();
  void readsWhatPeopleWrite_data();
  void readsWhatPeopleWrite();
  void leavesTheRestAlone();
  void namesWhatItDoesNotKnow_data();
  void namesWhatItDoesNotKnow();
  void refuses_data();
  void refuses();
  void optimizers_data();
  void optimizers();
  void callbacksAndRegularizers();
  void knowsTheShortNamesOfLossesAndMetrics_data();
  void knowsTheShortNamesOfLossesAndMetrics();
  void theRateOfTheModelsOptimizerCanBeSet();
  void splitsAsScikitLearnDoes_data();
  void splitsAsScikitLearnDoes();
  void aScalerNeedsNoImport();
  void aFunctionalModelIsCompiledAllTheSame();
  void survivesRandomDamage();
};

void TestKeras::codeReadsBackToTheSameDesign() {
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

void TestKeras::codeReadOverItsOwnDesignChangesNothing() {
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

void TestKeras::everyLineIsUnderstood() {
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

void TestKeras::theProgramTrainsOnTheSameNumbers() {
  const QString python = pythonWithPandas();
  if (python.isEmpty()) QSKIP("python3-pandas is not installed");
  const TablePtr table = mixedTable();
  QTemporaryDir folder;
  QFile csv(folder.filePath("data.csv"));
  QVERIFY(csv.open(QIODevice::WriteOnly));
  csv.write("num1,num2,num3,text,flag,flag2,kind,y\n");
  for (std::size_t row = 0; row < static_cast<std::size_t>(table->rows); ++row) {
    QByteArrayList cells;
    for (const Column& column : table->columns)
      cells << (column.type == ColumnType::numeric
                    ? (std::isnan(column.numbers[row])
                           ? QByteArray()
                           : QByteArray::number(static_cast<double>(column.numbers[row]), 'g', 9))
                : column.codes[row] < 0
                    ? QByteArray()
                    : '"' +
                          QByteArray::fromStdString(
                              column.labels[static_cast<std::size_t>(column.codes[row])]) +
                          '"');
    csv.write(cells.join(',') + '\n');
  }
  csv.close();
  Random random(4);
  for (int i = 0; i < 12; ++i) {
    Design design = randomDesign(random);
    design.fit.seed = random.below(1000);
    const auto data = prepare(*withTypes(table, design.data), design.data, design.fit.seed);
    QVERIFY2(data, whyNot(data).c_str());
    design.network.layers.back().units = static_cast<int>((*data)->yTrain.cols);
    const auto record = recorded(python, QDir(folder.path()), codeOf(design, table));
    QVERIFY(!record.is_null());
    QCOMPARE(difference(record["x"], (*data)->xTrain), QString());
    QCOMPARE(difference(record["y"], (*data)->yTrain), QString());
    QCOMPARE(difference(record["xv"], (*data)->xValidation), QString());
    QCOMPARE(difference(record["yv"], (*data)->yValidation), QString());
    QCOMPARE(record["calls"].size(), design.network.layers.size() + 4); // seed, Input, compile, fit
  }
}

void TestKeras::linesKnowTheirSettings() {
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

void TestKeras::readsTypesChosenByHand() {
  const KerasReading reading = readingOf("import pandas as pd\n"
                                         "data = pd.read_csv(\"d.csv\")\n"
                                         "data[\"age\"] = pd.to_numeric(data[\"age\"], "
                                         "errors=\"coerce\")\n"
                                         "data[\"grade\"] = data[\"grade\"].astype(\"category\")\n"
                                         "y = data[\"age\"]\n"
                                         "model = Sequential([Dense(1)])\n");
  QCOMPARE(notesOf(reading), QStringList());
  QCOMPARE(reading.design.data.asNumber, std::vector<std::string>{"age"});
  QCOMPARE(reading.design.data.asCategory, std::vector<std::string>{"grade"});
}

void TestKeras::readsWhatPeopleWrite_data() {
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<QString>("layers");
  const auto row = [](const char* name, const char* code, const char* layers) {
    QTest::newRow(name) << QByteArray(code) << layers;
  };
  row("the class notes' way",
      "from keras.models import Sequential\nfrom keras.layers import Dense\n"
      "model = Sequential([Dense(8, activation='relu', input_shape=(4,)), Dense(1)])\n",
      "dense 8 relu | dense 1 linear");
  row("add",
      "m = keras.Sequential()\nm.add(keras.layers.Dense(16, 'tanh'))\n"
      "m.add(keras.layers.Dropout(rate=.25))\nm.add(keras.layers.Dense(units=3, "
      "activation='softmax'))",
      "dense 16 tanh | dropout 0.25 | dense 3 softmax");
  row("tf.keras",
      "import tensorflow as tf\nmodel = tf.keras.models.Sequential([\n"
      "  tf.keras.Input((4,)),  # four\n  tf.keras.layers.Dense(2, activation=tf.nn.relu),\n"
      "  tf.keras.layers.Dense(1, activation=tf.keras.activations.sigmoid)])",
      "dense 2 relu | dense 1 sigmoid");
  row("tensorflow.keras",
      "from tensorflow.keras import layers\nmodel = tensorflow.keras.Sequential("
      "layers=[layers.Dense(5), layers.Activation('elu'), layers.Dense(1)])",
      "dense 5 elu | dense 1 linear");
  row("activation layers",
      "model = Sequential([Dense(5), LeakyReLU(negative_slope=0.2), Dense(4), "
      "ReLU(), Dense(3), Softmax()])",
      "dense 5 leaky_relu | dense 4 relu | dense 3 softmax");
  row("variables",
      "units = 2 ** 4\nact = 'relu'\nhidden = Dense(units - 1, activation=act)\n"
      "layers = [hidden, Dense(1)]\nmodel = Sequential(layers)",
      "dense 15 relu | dense 1 linear");
  row("several at once",
      "units, rate = 5, 0.2\n[a, b] = (units + 1, units)\na, b = b, a\n"
      "model = Sequential([Dense(units), Dropout(rate), Dense(a), Dense(b)])",
      "dense 5 linear | dropout 0.2 | dense 5 linear | dense 6 linear");
  row("places in a list",
      "n = 4\nhidden = [n * 2, 'relu', (3,)]\nn = 1\n"
      "model = Sequential([Dense(hidden[0], hidden[1]), Dense(hidden[-1][0])])",
      "dense 8 relu | dense 3 linear");
  row("annotations", "n: int = 6\nrate: float\nmodel = Sequential([Dense(n), Dense(1)])",
      "dense 6 linear | dense 1 linear");
  row("a variable that grows",
      "n = 2\nn = n + n\nn = n * n\nmodel = Sequential([Dense(n), Dense(1)])",
      "dense 16 linear | dense 1 linear");
  row("aliases", "from keras.layers import Dense as D\nmodel = Sequential([D(3), D(1)])",
      "dense 3 linear | dense 1 linear");
  row("line breaks",
      "model = Sequential([\n    Dense(\n        7,\n\n        # a remark, with ] in it\n"
      "        activation = \\\n        'selu'),\n    Dense(1),\n])",
      "dense 7 selu | dense 1 linear");
  row("semicolons", "model = Sequential(); model.add(Dense(3)); model.add(Dense(2))",
      "dense 3 linear | dense 2 linear");
  row("quotes", "model = Sequential([Dense(3, activation=\"\"\"re\"\"\" 'lu'), Dense(1)])",
      "dense 3 relu | dense 1 linear");
  row("a notebook",
      "%matplotlib inline\n!pip install keras\nmodel = Sequential([Dense(1)])\n"
      "model.summary()\nprint(model)\n",
      "dense 1 linear");
}

void TestKeras::readsWhatPeopleWrite() {
  QFETCH(QByteArray, code);
  const KerasReading reading = readingOf(code.constData());
  QCOMPARE(notesOf(reading), QStringList());
  QTEST(layersOf(reading.design), "layers");
}

void TestKeras::leavesTheRestAlone() {
  Random random(6);
  const Design base = randomDesign(random);
  const KerasReading reading = readingOf("model.compile(optimizer='adam', loss='mae')", base);
  QVERIFY(reading.design.network == base.network);
  QVERIFY(reading.design.data == base.data);
  QCOMPARE(reading.design.fit.epochs, base.fit.epochs);
  QCOMPARE(reading.design.fit.loss, Loss::mae);
  QVERIFY(!reading.hasModel);
}

void TestKeras::namesWhatItDoesNotKnow_data() {
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<int>("line");
  QTest::addColumn<QString>("word");
  const auto row = [](const char* name, const char* code, int line, const char* word) {
    QTest::newRow(name) << QByteArray(code) << line << word;
  };
  row("layer", "\nmodel = Sequential([\n  Dense(3),\n  Conv2D(3, 3),\n  Dense(1)])", 4, "Conv2D");
  row("argument",
      "model = Sequential([Dense(1)])\nmodel.compile('adam', 'mse', weighted_metrics=[])", 2,
      "weighted_metrics");
  row("method", "model = Sequential([Dense(1)])\nmodel.load_weights('w.h5')", 2, "not understood");
  row("loop", "model = Sequential([Dense(1)])\nfor i in range(3):\n  model.add(Dense(3))\n", 2,
      "for");
  row("syntax", "model = Sequential([Dense(1)])\nx = = 3", 2, "'='");
  row("quote", "model = Sequential([Dense(1)])\nx = 'abc", 2, "quote");
  row("bracket", "model = Sequential([Dense(1)])\nx = (1,", 2, "bracket");
  row("unknown function", "model = Sequential([Dense(1)])\nz = magic(3)", 2, "not understood");
  row("units", "model = Sequential([Dense(n), Dense(1)])", 1, "units");
  row("optimizer", "model.compile(optimizer='lion', loss='mse')", 1, "lion");
  row("loss", "model.compile(optimizer='adam', loss='poisson')\nmodel.fit(X, y)", 1, "poisson");
  row("rate", "model = Sequential([\n  Dense(3),\n  Dropout(p),\n  Dense(1)])", 3,
      "Dropout needs a rate");
  row("a place not there", "hidden = [3]\nmodel = Sequential([Dense(hidden[1]), Dense(1)])", 2,
      "units");
  row("a list that changed",
      "hidden = [3]\nhidden[0] = 4\nmodel = Sequential([Dense(hidden[0]), Dense(1)])", 3, "units");
  row("parts of something else",
      "n = 3\nn, m = np.unique(z)\nmodel = Sequential([Dense(n), Dense(1)])", 3, "units");
  row("layer on an input",
      "inputs = keras.Input(shape=(4,))\nx = Dense(16)(inputs)\nmodel.compile(loss='mse')", 2,
      "functional API");
  row("layer variable on an input",
      "hidden = Dense(16)\nx = hidden(keras.Input((4,)))\nmodel.compile(loss='mse')", 2,
      "functional API");
  row("Model", "model = keras.Model(i, o)\nmodel.compile(loss='mse')", 1, "functional API");
  row("learning rate", "model.compile(loss='mse')\nmodel.optimizer.learning_rate = schedule", 2,
      "learning_rate");
  row("attribute of the model", "model.compile(loss='mse')\nmodel.stop_training = True", 2,
      "stop_training");
  row("attribute of a layer", "model.compile(loss='mse')\nmodel.layers[0].trainable = False", 2,
      "trainable");
  row("a number of rows", "a, b = train_test_split(X, test_size=30)\nmodel.compile(loss='mse')", 1,
      "test_size");
  row("slope", "model = Sequential([Dense(1), LeakyReLU()])", 1, "0.3");
}

void TestKeras::namesWhatItDoesNotKnow() {
  QFETCH(QByteArray, code);
  QFETCH(int, line);
  QFETCH(QString, word);
  const auto reading = readKeras(code.toStdString(), {});
  QVERIFY2(reading, whyNot(reading).c_str());
  const QString notes = notesOf(*reading).join('\n');
  QVERIFY2(notes.contains(QString("%1: ").arg(line)) && notes.contains(word), qPrintable(notes));
}

void TestKeras::refuses_data() {
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<QString>("word");
  QTest::newRow("empty") << QByteArray() << "no Keras code";
  QTest::newRow("prose") << QByteArray("Dear class,\nplease read chapter 3.") << "no Keras code";
  QTest::newRow("epochs") << QByteArray("model.fit(X, y, epochs=0)") << "epochs";
  QTest::newRow("rate") << QByteArray("model.compile(keras.optimizers.Adam(-1), 'mse')") << "lr";
  QTest::newRow("dropout last") << QByteArray("model = Sequential([Dense(1), Dropout(.5)])")
                                << "last layer";
  QTest::newRow("split") << QByteArray("model.fit(X, y, validation_split=1.5)") << "val-split";
}

void TestKeras::refuses() {
  QFETCH(QByteArray, code);
  QFETCH(QString, word);
  const auto reading = readKeras(code.toStdString(), {});
  QVERIFY(!reading);
  const QString message = QString::fromStdString(english(reading.error()));
  QVERIFY2(message.contains(word), qPrintable(message));
}

void TestKeras::optimizers_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("kind");
  QTest::addColumn<double>("rate");
  const auto row = [](const char* text, OptimizerKind kind, double rate) {
    QTest::newRow(text) << QByteArray(text) << static_cast<int>(kind) << rate;
  };
  row("'sgd'", OptimizerKind::sgd, 0.01);
  row("'RMSprop'", OptimizerKind::rmsprop, 0.001);
  row("keras.optimizers.SGD(0.5, 0.9, True)", OptimizerKind::sgd, 0.5);
  row("tf.keras.optimizers.Adam(learning_rate=1e-2)", OptimizerKind::adam, 0.01);
  row("AdamW(weight_decay=.1, lr=3)", OptimizerKind::adamw, 3.0);
  row("Nadam()", OptimizerKind::nadam, 0.001);
}

void TestKeras::optimizers() {
  QFETCH(QByteArray, text);
  const QByteArray code = "model.compile(optimizer=" + text + ", loss='mse', metrics=['acc'])";
  const KerasReading reading = readingOf(code.constData());
  QCOMPARE(notesOf(reading), QStringList());
  QTEST(static_cast<int>(reading.design.fit.optimizer.kind), "kind");
  QTEST(reading.design.fit.optimizer.learningRate, "rate");
  QCOMPARE(reading.design.fit.metrics, std::vector{Metric::accuracy});
}

void TestKeras::callbacksAndRegularizers() {
  const KerasReading reading = readingOf(
      "reg = keras.regularizers.l2(0.03)\n"
      "model = Sequential([Dense(4, kernel_regularizer=reg, bias_regularizer='l1', "
      "kernel_initializer=keras.initializers.HeNormal(seed=1)), Dense(1)])\n"
      "stop = EarlyStopping(patience=5, restore_best_weights=True)\n"
      "model.compile(loss=keras.losses.BinaryCrossentropy(), "
      "metrics=[keras.metrics.MeanAbsoluteError()])\n"
      "history = model.fit(X, y, 16, 7, callbacks=[stop, ReduceLROnPlateau('loss', 0.5)])\n");
  QCOMPARE(notesOf(reading), QStringList());
  const LayerSpec& layer = reading.design.network.layers.front();
  QCOMPARE(layer.kernelRegularizer.l2, 0.03);
  QCOMPARE(layer.biasRegularizer.l1, 0.01);
  QCOMPARE(layer.kernelInitializer, Initializer::heNormal);
  const FitSpec& fit = reading.design.fit;
  QCOMPARE(fit.loss, Loss::binaryCrossentropy);
  QCOMPARE(fit.optimizer.kind, OptimizerKind::rmsprop);
  QCOMPARE(fit.batchSize, 16);
  QCOMPARE(fit.epochs, 7);
  QCOMPARE(fit.earlyStopping->patience, 5);
  QVERIFY(fit.earlyStopping->restoreBestWeights);
  QCOMPARE(fit.reduceLr->factor, 0.5);
  QCOMPARE(fit.metrics, std::vector{Metric::mae});
  QCOMPARE(reading.design.data.validationSplit, 0.0);
}

void TestKeras::knowsTheShortNamesOfLossesAndMetrics_data() {
  QTest::addColumn<QByteArray>("loss");
  QTest::addColumn<QByteArray>("metric");
  QTest::addColumn<int>("lossKind");
  QTest::addColumn<int>("metricKind");
  const auto row = [](const char* loss, const char* metric, Loss lossKind, Metric metricKind) {
    QTest::newRow(loss) << QByteArray(loss) << QByteArray(metric) << static_cast<int>(lossKind)
                        << static_cast<int>(metricKind);
  };
  row("bce", "acc", Loss::binaryCrossentropy, Metric::accuracy);
  row("BCE", "accuracy", Loss::binaryCrossentropy, Metric::accuracy);
  row("mse", "MSE", Loss::mse, Metric::mse);
  row("MSE", "mean_squared_error", Loss::mse, Metric::mse);
  row("mae", "MAE", Loss::mae, Metric::mae);
  row("MAE", "MeanAbsoluteError", Loss::mae, Metric::mae);
  row("MeanSquaredError", "mse", Loss::mse, Metric::mse);
  row("sparse_categorical_crossentropy", "sparse_categorical_accuracy",
      Loss::categoricalCrossentropy, Metric::accuracy);
}

void TestKeras::knowsTheShortNamesOfLossesAndMetrics() {
  QFETCH(QByteArray, loss);
  QFETCH(QByteArray, metric);
  const QByteArray code = "model.compile(loss='" + loss + "', metrics=['" + metric + "'])";
  Design base;
  base.fit.loss = Loss::huber;
  const KerasReading reading = readingOf(code.constData(), base);
  QCOMPARE(notesOf(reading), QStringList());
  QTEST(static_cast<int>(reading.design.fit.loss), "lossKind");
  QCOMPARE(reading.design.fit.metrics.size(), std::size_t{1});
  QTEST(static_cast<int>(reading.design.fit.metrics.front()), "metricKind");
}

void TestKeras::theRateOfTheModelsOptimizerCanBeSet() {
  const KerasReading reading = readingOf("net = Sequential([Dense(1)])\n"
                                         "net.compile('sgd', 'mse')\nrate = 1 / 2\n"
                                         "net.optimizer.learning_rate = rate\n");
  QCOMPARE(notesOf(reading), QStringList());
  QCOMPARE(reading.design.fit.optimizer.learningRate, 0.5);
}

void TestKeras::splitsAsScikitLearnDoes_data() {
  QTest::addColumn<QByteArray>("arguments");
  QTest::addColumn<double>("share");
  QTest::newRow("neither") << QByteArray() << 0.25;
  QTest::newRow("None") << QByteArray(", test_size=None") << 0.25;
  QTest::newRow("test_size") << QByteArray(", test_size=0.3, random_state=1") << 0.3;
  QTest::newRow("train_size") << QByteArray(", train_size=0.8") << 0.2;
  QTest::newRow("both") << QByteArray(", train_size=0.5, test_size=0.1") << 0.1;
}

void TestKeras::splitsAsScikitLearnDoes() {
  QFETCH(QByteArray, arguments);
  const QByteArray code = "X_train, X_val, y_train, y_val = train_test_split(X, y" + arguments +
                          ")\nmodel.fit(X_train, y_train, validation_data=(X_val, y_val))";
  const KerasReading reading = readingOf(code.constData());
  QCOMPARE(notesOf(reading), QStringList());
  QTEST(reading.design.data.validationSplit, "share");
  QCOMPARE(reading.design.data.split, Split::random);
}

void TestKeras::aScalerNeedsNoImport() {
  const KerasReading reading = readingOf("sc = MinMaxScaler()\nmodel.compile(loss='mse')");
  QCOMPARE(notesOf(reading), QStringList());
  QCOMPARE(reading.design.data.scaling, Scaling::minmax);
}

void TestKeras::aFunctionalModelIsCompiledAllTheSame() {
  const KerasReading reading = readingOf("inputs = keras.Input((4,))\n"
                                         "net = keras.Model(inputs, Dense(1)(inputs))\n"
                                         "net.compile('sgd', 'mae')\n"
                                         "net.fit(X, y, epochs=7)\n");
  QCOMPARE(notesOf(reading).size(), qsizetype{1}); // once a line
  QVERIFY(!reading.hasModel);
  QCOMPARE(reading.design.fit.loss, Loss::mae);
  QCOMPARE(reading.design.fit.epochs, 7);
}

/// Any text is an answer or an Error, never a crash; run under the sanitizers too.
void TestKeras::survivesRandomDamage() {
  const TablePtr table = mixedTable();
  Random random(7);
  int read = 0;
  for (int i = 0; i < 300; ++i) {
    std::string code = codeOf(randomDesign(random), table);
    for (int k = 0; k < 5; ++k) {
      const std::size_t at = random.below(code.size());
      if (random.below(2) == 0)
        code.erase(at, random.below(40));
      else
        code[at] = "()[]{}'\",=#\\\n x9."[random.below(17)];
    }
    read += readKeras(code, {}) ? 1 : 0;
  }
  QVERIFY(read > 50);
  for (const char* piece : {"(", "[", "-", "a(", "a.", "1+", "not ", "lambda: ", "x if y else "}) {
    std::string deep;
    for (int i = 0; i < 20000; ++i) deep += piece;
    QVERIFY(!readKeras(deep, {}));
  }
  std::string doubled = "a0 = u + u\nb0 = [1]\nx = [x[0]]\ni = i[0]\n"; // no end of looking up
  for (int i = 0; i < 60; ++i) {
    const std::string before = std::to_string(i);
    const std::string after = std::to_string(i + 1);
    doubled += "a" + after + " = a" + before + " + a" + before + "\n";
    doubled += "b" + after + " = [b" + before + "[0] + b" + before + "[0]]\n";
  }
  QVERIFY(readKeras(doubled + "model = Sequential([Dense(a60), Dense(x[0]), Dense(i), "
                              "Dense(b4[0])])",
                    {}));
}

LAYERLAB_TEST(TestKeras, "keras")
#include "tst_keras.moc"
