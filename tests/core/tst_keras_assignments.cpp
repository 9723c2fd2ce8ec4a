#include "tests/core/keras_helpers.h"
#include "tests/testmain.h"

#include <QTest>

using namespace layerlab;

// What a program sets outside compile and fit is taken or named, never passed over in silence.

class TestKerasAssignments : public QObject {
  Q_OBJECT
private slots:
  void whatIsNotTakenIsNamed_data() {
    QTest::addColumn<QString>("line");
    QTest::newRow("backend") << "keras.backend.set_value(model.optimizer.learning_rate, 0.5)";
    QTest::newRow("K") << "K.set_value(model.optimizer.lr, 0.5)";
    QTest::newRow("K, own optimizer") << "K.set_value(opt.learning_rate, 0.5)";
    QTest::newRow("optimizer") << "opt.learning_rate = 0.5";
    QTest::newRow("optimizer, old name") << "opt.lr = 0.5";
    QTest::newRow("optimizer, another number") << "opt.beta_1 = 0.5";
    QTest::newRow("assign") << "opt.learning_rate.assign(0.5)";
    QTest::newRow("assign of the model") << "model.optimizer.learning_rate.assign(0.5)";
    QTest::newRow("no number") << "model.optimizer.learning_rate = schedule(1)";
    QTest::newRow("something of the model") << "model.trainable = False";
  }
  void whatIsNotTakenIsNamed() {
    QFETCH(QString, line);
    const KerasReading reading = readingWith(line);
    QStringList lines;
    for (const KerasNote& note : reading.notes) lines << QString::number(note.line);
    QVERIFY2(lines.contains("6"), qPrintable(lines.join(' ')));
    QCOMPARE(reading.design.fit.optimizer.learningRate, 0.01);
  }

  void whatIsTakenOrChangesNothingIsNotNamed_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<double>("rate");
    QTest::newRow("rate of the model") << "model.optimizer.learning_rate = 0.5" << 0.5;
    QTest::newRow("rate, old name") << "model.optimizer.lr = 0.5" << 0.5;
    QTest::newRow("figure") << "plt.figure().dpi = 100" << 0.01;
  }
  void whatIsTakenOrChangesNothingIsNotNamed() {
    QFETCH(QString, line);
    QFETCH(double, rate);
    const KerasReading reading = readingWith(line);
    QCOMPARE(reading.notes.size(), std::size_t{0});
    QCOMPARE(reading.design.fit.optimizer.learningRate, rate);
  }

private:
  /// A whole program with `line` as its sixth.
  static KerasReading readingWith(const QString& line) {
    const QString code = QStringLiteral("from tensorflow import keras\n"
                                        "from tensorflow.keras import backend as K\n"
                                        "opt = keras.optimizers.Adam(learning_rate=0.01)\n"
                                        "model = keras.Sequential([keras.layers.Dense(1)])\n"
                                        "model.compile(optimizer=opt, loss='mse')\n"
                                        "%1\n"
                                        "model.fit(x, y, epochs=3)\n");
    return readingOf(qPrintable(code.arg(line)));
  }
};

LAYERLAB_TEST(TestKerasAssignments, "keras_assignments")
#include "tst_keras_assignments.moc"
