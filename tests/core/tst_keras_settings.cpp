#include "tests/core/keras_helpers.h"
#include "tests/testmain.h"

#include <QTest>

using namespace layerlab;

/// Settings read from code: types, optimizers, losses, metrics, callbacks, splits, scalers.
class TestKerasSettings : public QObject {
  Q_OBJECT
private slots:
  void readsTypesChosenByHand();
  void optimizers_data();
  void optimizers();
  void callbacksAndRegularizers();
  void knowsTheShortNamesOfLossesAndMetrics_data();
  void knowsTheShortNamesOfLossesAndMetrics();
  void theRateOfTheModelsOptimizerCanBeSet();
  void splitsAsScikitLearnDoes_data();
  void splitsAsScikitLearnDoes();
  void aScalerNeedsNoImport();
  void aMonitorGoesByTheNameOfItsMetric();
  void aFunctionalModelIsCompiledAllTheSame();
};

void TestKerasSettings::readsTypesChosenByHand() {
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

void TestKerasSettings::optimizers_data() {
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

void TestKerasSettings::optimizers() {
  QFETCH(QByteArray, text);
  const QByteArray code = "model.compile(optimizer=" + text + ", loss='mse', metrics=['acc'])";
  const KerasReading reading = readingOf(code.constData());
  QCOMPARE(notesOf(reading), QStringList());
  QTEST(static_cast<int>(reading.design.fit.optimizer.kind), "kind");
  QTEST(reading.design.fit.optimizer.learningRate, "rate");
  QCOMPARE(reading.design.fit.metrics, std::vector{Metric::accuracy});
}

void TestKerasSettings::callbacksAndRegularizers() {
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

void TestKerasSettings::knowsTheShortNamesOfLossesAndMetrics_data() {
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

void TestKerasSettings::knowsTheShortNamesOfLossesAndMetrics() {
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

void TestKerasSettings::theRateOfTheModelsOptimizerCanBeSet() {
  const KerasReading reading = readingOf("net = Sequential([Dense(1)])\n"
                                         "net.compile('sgd', 'mse')\nrate = 1 / 2\n"
                                         "net.optimizer.learning_rate = rate\n");
  QCOMPARE(notesOf(reading), QStringList());
  QCOMPARE(reading.design.fit.optimizer.learningRate, 0.5);
}

void TestKerasSettings::splitsAsScikitLearnDoes_data() {
  QTest::addColumn<QByteArray>("arguments");
  QTest::addColumn<double>("share");
  QTest::newRow("neither") << QByteArray() << 0.25;
  QTest::newRow("None") << QByteArray(", test_size=None") << 0.25;
  QTest::newRow("test_size") << QByteArray(", test_size=0.3, random_state=1") << 0.3;
  QTest::newRow("train_size") << QByteArray(", train_size=0.8") << 0.2;
  QTest::newRow("both") << QByteArray(", train_size=0.5, test_size=0.1") << 0.1;
}

void TestKerasSettings::splitsAsScikitLearnDoes() {
  QFETCH(QByteArray, arguments);
  const QByteArray code = "X_train, X_val, y_train, y_val = train_test_split(X, y" + arguments +
                          ")\nmodel.fit(X_train, y_train, validation_data=(X_val, y_val))";
  const KerasReading reading = readingOf(code.constData());
  QCOMPARE(notesOf(reading), QStringList());
  QTEST(reading.design.data.validationSplit, "share");
  QCOMPARE(reading.design.data.split, Split::random);
}

void TestKerasSettings::aScalerNeedsNoImport() {
  const KerasReading reading = readingOf("sc = MinMaxScaler()\nmodel.compile(loss='mse')");
  QCOMPARE(notesOf(reading), QStringList());
  QCOMPARE(reading.design.data.scaling, Scaling::minmax);
}

/// 'acc' is read as accuracy, so what is watched is that, too.
void TestKerasSettings::aMonitorGoesByTheNameOfItsMetric() {
  const KerasReading reading =
      readingOf("model.compile('adam', 'mse', metrics=['acc'])\n"
                "model.fit(X, y, callbacks=[EarlyStopping('val_acc'), ReduceLROnPlateau('acc')])");
  QCOMPARE(notesOf(reading), QStringList());
  QCOMPARE(reading.design.fit.earlyStopping->monitor, std::string("val_accuracy"));
  QCOMPARE(reading.design.fit.reduceLr->monitor, std::string("accuracy"));
}

void TestKerasSettings::aFunctionalModelIsCompiledAllTheSame() {
  const KerasReading reading = readingOf("inputs = keras.Input((4,))\n"
                                         "net = keras.Model(inputs, Dense(1)(inputs))\n"
                                         "net.compile('sgd', 'mae')\n"
                                         "net.fit(X, y, epochs=7)\n");
  QCOMPARE(notesOf(reading).size(), qsizetype{1}); // once a line
  QVERIFY(!reading.hasModel);
  QCOMPARE(reading.design.fit.loss, Loss::mae);
  QCOMPARE(reading.design.fit.epochs, 7);
}

LAYERLAB_TEST(TestKerasSettings, "keras_settings")
#include "tst_keras_settings.moc"
