#include "tests/core/keras_helpers.h"
#include "tests/core/randomdesign.h"
#include "tests/testmain.h"

#include <QTest>

using namespace layerlab;

namespace {

/// A picture of the layers: "dense 8 relu | dropout 0.2 | dense 1 linear".
QString layersOf(const Design& design) {
  QStringList out;
  for (const LayerSpec& layer : design.network.layers)
    out << (layer.kind == LayerKind::dropout
                ? QString("dropout %1").arg(layer.rate)
                : QString("dense %1 %2").arg(layer.units).arg(kerasName(layer.activation)));
  return out.join(" | ");
}

} // namespace

/// Keras code as people write it: what is read, what is named as not understood, what is refused.
class TestKerasRead : public QObject {
  Q_OBJECT
private slots:
  void readsWhatPeopleWrite_data();
  void readsWhatPeopleWrite();
  void readsWhichColumns_data();
  void readsWhichColumns();
  void leavesTheRestAlone();
  void namesWhatItDoesNotKnow_data();
  void namesWhatItDoesNotKnow();
  void refuses_data();
  void refuses();
  void survivesRandomDamage();
};

void TestKerasRead::readsWhatPeopleWrite_data() {
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

void TestKerasRead::readsWhatPeopleWrite() {
  QFETCH(QByteArray, code);
  const KerasReading reading = readingOf(code.constData());
  QCOMPARE(notesOf(reading), QStringList());
  QTEST(layersOf(reading.design), "layers");
}

void TestKerasRead::readsWhichColumns_data() {
  QTest::addColumn<QString>("columns");
  const auto row = [](const char* lines, const char* columns) {
    QTest::newRow(lines) << QString(columns);
  };
  row("X = df[['num1', 'text']].values", "features num1 text");
  row("X = df['num1'].to_numpy().reshape(-1, 1)", "features num1");
  row("X = df.drop(['num1'], axis=1).values", "ignored num1");
  row("X = df.drop('num1', axis='columns')", "ignored num1");
  row("X = df.drop(columns=['num1', 'y']).astype('float32')\ny = df['y']", "ignored num1 target y");
  row("X = df.loc[:, ['num1', 'num2']]", "features num1 num2");
  row("df.drop(['num1'], axis=1, inplace=True)\nX = df", "ignored num1");
  row("df = df.drop(columns=['num1'])\ndf = df.dropna()\nX = df.drop(columns='text')",
      "ignored num1 text");
  row("X = df.drop(columns=['num1'])\nX = X.drop(columns=['num2'])", "ignored num1 num2");
  row("names = ['num1', 'num2']\nX = np.array(df[names])", "features num1 num2");
  row("X = StandardScaler().fit_transform(df[['num1']])\nX = X / 2", "features num1");
  row("X = df[['num1']]\nX = (X - df.mean()) / df.std()", "features num1");
  row("y = df['y'].values", "target y");
  row("y = df.y", "target y");
  row("y = df.loc[:, 'y'].astype(float).to_numpy()", "target y");
  row("y = df[['y', 'num1']].values", "target y num1");
  row("y = df.pop('y')\nX = df", "target y");
  row("y = keras.utils.to_categorical(df['kind'])", "target kind");
  row("X = df\nmodel.fit(X, df['y'], epochs=2)", "target y");
  row("model.fit(df[['num1']].values, df['y'].values, epochs=2)", "features num1 target y");
  row("a, b, c, d = train_test_split(df[['num1']], df['y'], test_size=0.2)",
      "features num1 target y");
}

void TestKerasRead::readsWhichColumns() {
  const TablePtr table = mixedTable();
  Design base;
  base.data.targets = {"num3"};
  const auto reading = readKeras(std::string("df = pd.read_csv('d.csv')\n") +
                                     QTest::currentDataTag() + "\nmodel = Sequential([Dense(1)])\n",
                                 base, table.get());
  QVERIFY2(reading, whyNot(reading).c_str());
  QCOMPARE(notesOf(*reading).join('\n'), QString());
  QStringList said;
  const auto say = [&said](const char* what, const std::vector<std::string>& names) {
    if (!names.empty()) said << what;
    for (const std::string& name : names) said << QString::fromStdString(name);
  };
  const PrepareSpec& data = reading->design.data;
  say("features", data.features);
  say("ignored", data.ignored);
  if (data.targets != base.data.targets) say("target", data.targets);
  QTEST(said.join(' '), "columns");
}

void TestKerasRead::leavesTheRestAlone() {
  Random random(6);
  Design base = randomDesign(random);
  base.fit.earlyStopping.reset(); // it may watch a metric that compile leaves out
  const KerasReading reading = readingOf("model.compile(optimizer='adam', loss='mae')", base);
  QVERIFY(reading.design.network == base.network);
  QVERIFY(reading.design.data == base.data);
  QCOMPARE(reading.design.fit.epochs, base.fit.epochs);
  QCOMPARE(reading.design.fit.loss, Loss::mae);
  QVERIFY(!reading.hasModel);
}

void TestKerasRead::namesWhatItDoesNotKnow_data() {
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
  const auto data = [&row](const char* lines, int line, const char* word) {
    const QByteArray code =
        QByteArray("df = pd.read_csv('d.csv')\n") + lines + "\nmodel = Sequential([Dense(1)])\n";
    row(lines, code.constData(), line, word);
  };
  data("X = df.iloc[:, :-1].values", 2, "which columns");
  data("X = df.loc[:, 'a':'c']", 2, "which columns");
  data("X = df.drop(['b'])", 2, "which columns"); // a row
  data("X = df.select_dtypes('number')", 2, "which columns");
  data("y = df.iloc[:, -1]", 2, "which columns");
  data("y = df['y'].map({'a': 0, 'b': 1})", 2, "which columns");
  data("df.drop(names, axis=1, inplace=True)", 2, "which columns");
  data("df = df.iloc[:, 1:]\nX = df.drop(columns=['y'])", 2, "which columns");
  data("d = df.head(9)\nX = d", 3, "which columns");
  data("df['c'] = df['a'] / df['b']", 2, "not computed");
  data("a, b = train_test_split(df.iloc[:, :3])", 2, "which columns");
  data("model.fit(df.iloc[:, :3], df['y'])", 2, "which columns");
}

void TestKerasRead::namesWhatItDoesNotKnow() {
  QFETCH(QByteArray, code);
  QFETCH(int, line);
  QFETCH(QString, word);
  const auto reading = readKeras(code.toStdString(), {});
  QVERIFY2(reading, whyNot(reading).c_str());
  const QString notes = notesOf(*reading).join('\n');
  QVERIFY2(notes.contains(QString("%1: ").arg(line)) && notes.contains(word), qPrintable(notes));
}

void TestKerasRead::refuses_data() {
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<QString>("word");
  QTest::newRow("empty") << QByteArray() << "no Keras code";
  QTest::newRow("prose") << QByteArray("Dear class,\nplease read chapter 3.") << "no Keras code";
  QTest::newRow("epochs") << QByteArray("model.fit(X, y, epochs=0)") << "epochs";
  QTest::newRow("rate") << QByteArray("model.compile(keras.optimizers.Adam(-1), 'mse')") << "lr";
  QTest::newRow("dropout last") << QByteArray("model = Sequential([Dense(1), Dropout(.5)])")
                                << "last layer";
  QTest::newRow("split") << QByteArray("model.fit(X, y, validation_split=1.5)") << "val-split";
  QTest::newRow("monitor") << QByteArray("model.compile('adam', 'mse')\n"
                                         "model.fit(X, y, callbacks=[EarlyStopping('accuracy')])")
                           << "'accuracy', which is not measured";
}

void TestKerasRead::refuses() {
  QFETCH(QByteArray, code);
  QFETCH(QString, word);
  const auto reading = readKeras(code.toStdString(), {});
  QVERIFY(!reading);
  const QString message = QString::fromStdString(english(reading.error()));
  QVERIFY2(message.contains(word), qPrintable(message));
}

/// Any text is an answer or an Error, never a crash; run under the sanitizers too.
void TestKerasRead::survivesRandomDamage() {
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

LAYERLAB_TEST(TestKerasRead, "keras_read")
#include "tst_keras_read.moc"
