#include "tests/testmain.h"

#include "ui/widgets/panels/flowlayout.h"
#include "ui/widgets/panels/ratespin.h"
#include "ui/widgets/panels/throttle.h"
#include "ui/widgets/panels/words.h"

#include <QTest>

#include <cmath>

using namespace layerlab;

class WordsTest : public QObject {
  Q_OBJECT
private slots:
  void figuresKeepFourDigits_data();
  void figuresKeepFourDigits();
  void countsAreGrouped_data();
  void countsAreGrouped();
  void settingsReadAsInPython_data();
  void settingsReadAsInPython();
  void changesNameWhatDiffers();
  void equalDesignsHaveNoChanges();
  void outputReasonFollowsTheTask_data();
  void outputReasonFollowsTheTask();
  void anotherLossIsNoOtherOutputLayer();
  void ratesStepOneTwoFive_data();
  void ratesStepOneTwoFive();
  void rateFieldReadsPlainAndScientific_data();
  void rateFieldReadsPlainAndScientific();
  void flowWrapsWhereTheWidthEnds();
  void throttleRunsOnceForManyRequests();
};

void WordsTest::figuresKeepFourDigits_data() {
  QTest::addColumn<double>("value");
  QTest::addColumn<QString>("shown");
  QTest::newRow("zero") << 0.0 << "0.0000";
  QTest::newRow("below one") << 0.21337 << "0.2134";
  QTest::newRow("trailing zeros stay") << 0.2 << "0.2000";
  QTest::newRow("one digit") << 1.5 << "1.500";
  QTest::newRow("two digits") << 12.3456 << "12.35";
  QTest::newRow("thousands") << 1234.4 << "1234";
  QTest::newRow("tiny") << 0.0000312 << "3.12e-05";
  QTest::newRow("huge") << 1.5e9 << "1.50e+09";
  QTest::newRow("negative") << -0.5 << "-0.5000";
  QTest::newRow("not a number") << std::nan("") << "–";
}

void WordsTest::figuresKeepFourDigits() {
  QFETCH(double, value);
  QFETCH(QString, shown);
  QCOMPARE(Words::figure(value), shown);
}

void WordsTest::countsAreGrouped_data() {
  QTest::addColumn<qint64>("value");
  QTest::addColumn<QString>("shown");
  QTest::newRow("short") << qint64{999} << "999";
  QTest::newRow("thousand") << qint64{1000} << "1,000"; // as on the axes and the cards
  QTest::newRow("million") << qint64{1234567} << "1,234,567";
  QTest::newRow("negative") << qint64{-123} << "-123";
}

void WordsTest::countsAreGrouped() {
  QFETCH(qint64, value);
  QFETCH(QString, shown);
  QCOMPARE(Words::count(value), shown);
}

void WordsTest::settingsReadAsInPython_data() {
  QTest::addColumn<double>("value");
  QTest::addColumn<QString>("shown");
  QTest::newRow("a small rate") << 1e-4 << "0.0001";
  QTest::newRow("a tiny rate") << 1e-5 << "1e-05";
  QTest::newRow("digits") << 0.0015 << "0.0015";
  QTest::newRow("whole") << 1000.0 << "1000";
  QTest::newRow("zero") << 0.0 << "0";
}

void WordsTest::settingsReadAsInPython() {
  QFETCH(double, value);
  QFETCH(QString, shown);
  QCOMPARE(Words::setting(value), shown);
  RateSpin spin;
  if (value >= spin.minimum()) QCOMPARE(spin.textFromValue(value), shown);
}

void WordsTest::changesNameWhatDiffers() {
  Design before;
  before.network = hiddenNetwork({8}, Activation::relu);
  Design after = before;
  after.network.layers[0].units = 16;
  after.fit.optimizer.learningRate = 0.01;
  const QString changes = Words::changes(before, after);
  QVERIFY2(changes.contains("8-1 → 16-1"), qPrintable(changes));
  QVERIFY2(changes.contains("0.001 → 0.01"), qPrintable(changes));
  QVERIFY2(!changes.contains("epochs"), qPrintable(changes));
}

void WordsTest::equalDesignsHaveNoChanges() {
  const Design design;
  QCOMPARE(Words::changes(design, design), QString());
  Design other = design;
  other.fit.huberDelta = 2.0; // not worth a word of its own, yet not nothing
  QVERIFY(!Words::changes(design, other).isEmpty());
}

void WordsTest::outputReasonFollowsTheTask_data() {
  QTest::addColumn<int>("classes");
  QTest::addColumn<bool>("follows");
  QTest::addColumn<QString>("part");
  QTest::newRow("regression") << 0 << true << "one unit without activation";
  QTest::newRow("two classes") << 2 << true << "'c1'";
  QTest::newRow("three classes") << 3 << true << "softmax over 3 units";
  QTest::newRow("own choice") << 3 << false << "yourself";
}

void WordsTest::outputReasonFollowsTheTask() {
  QFETCH(int, classes);
  QFETCH(bool, follows);
  QFETCH(QString, part);
  Outline outline;
  outline.task = classes > 0 ? Task::classification : Task::regression;
  for (int i = 0; i < classes; ++i) outline.classes.push_back("c" + std::to_string(i));
  outline.outputs = classes > 2 ? static_cast<std::size_t>(classes) : 1;
  Design design;
  design.network = hiddenNetwork({4}, Activation::relu);
  followTask(design, outline);
  if (!follows) design.network.layers.back().activation = Activation::tanh;
  const QString reason = Words::outputReason(design, outline);
  QVERIFY2(reason.contains(part), qPrintable(reason));
}

void WordsTest::anotherLossIsNoOtherOutputLayer() {
  Outline outline;
  outline.task = Task::classification;
  outline.classes = {"a", "b", "c"};
  outline.outputs = 3;
  Design design;
  design.network = hiddenNetwork({4}, Activation::relu);
  followTask(design, outline);
  design.fit.loss = Loss::mse;
  const QString reason = Words::outputReason(design, outline);
  QVERIFY2(reason.contains("softmax over 3 units"), qPrintable(reason));
}

void WordsTest::ratesStepOneTwoFive_data() {
  QTest::addColumn<double>("from");
  QTest::addColumn<bool>("up");
  QTest::addColumn<double>("to");
  QTest::newRow("1 up") << 0.001 << true << 0.002;
  QTest::newRow("2 up") << 0.002 << true << 0.005;
  QTest::newRow("5 up") << 0.005 << true << 0.01;
  QTest::newRow("1 down") << 0.001 << false << 0.0005;
  QTest::newRow("between down") << 0.003 << false << 0.002;
  QTest::newRow("between up") << 0.003 << true << 0.005;
}

void WordsTest::ratesStepOneTwoFive() {
  QFETCH(double, from);
  QFETCH(bool, up);
  QFETCH(double, to);
  QVERIFY2(std::abs(nextRate(from, up) / to - 1.0) < 1e-9,
           qPrintable(QString::number(nextRate(from, up))));
}

void WordsTest::rateFieldReadsPlainAndScientific_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<int>("state");
  QTest::addColumn<double>("value");
  QTest::newRow("plain") << "0.01" << int(QValidator::Acceptable) << 0.01;
  QTest::newRow("scientific") << "1e-5" << int(QValidator::Acceptable) << 1e-5;
  QTest::newRow("unfinished") << "1e-" << int(QValidator::Intermediate) << 0.5;
  QTest::newRow("zero") << "0" << int(QValidator::Intermediate) << 0.0;
  QTest::newRow("comma") << "0,5" << int(QValidator::Invalid) << 0.5;
  QTest::newRow("letters") << "nan" << int(QValidator::Invalid) << 0.5;
}

void WordsTest::rateFieldReadsPlainAndScientific() {
  QFETCH(QString, typed);
  QFETCH(int, state);
  QFETCH(double, value);
  RateSpin spin;
  spin.setValue(0.5);
  int position = 0;
  QCOMPARE(int(spin.validate(typed, position)), state);
  QCOMPARE(spin.valueFromText(typed), value);
}

void WordsTest::flowWrapsWhereTheWidthEnds() {
  QWidget box;
  auto* flow = new FlowLayout(8, 8);
  box.setLayout(flow);
  for (int i = 0; i < 3; ++i) {
    auto* item = new QWidget;
    item->setFixedSize(100, 20);
    flow->addWidget(item);
  }
  QCOMPARE(flow->heightForWidth(316), 20); // 3 * 100 + 2 * 8
  QCOMPARE(flow->heightForWidth(315), 48);
  QCOMPARE(flow->heightForWidth(100), 76);
}

void WordsTest::throttleRunsOnceForManyRequests() {
  int runs = 0;
  Throttle throttle(1, [&runs] { ++runs; });
  for (int i = 0; i < 50; ++i) throttle.request();
  QCOMPARE(runs, 0);
  QTRY_COMPARE(runs, 1);
  throttle.request();
  QTRY_COMPARE(runs, 2);
}

LAYERLAB_TEST(WordsTest, "words")

#include "tst_words.moc"
