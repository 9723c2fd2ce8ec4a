#include "tests/testmain.h"
#include "ui/session/mailbox.h"
#include "ui/session/text.h"
#include "ui/session/timeleft.h"

#include <QTest>
#include <QTranslator>

#include <thread>

using namespace layerlab;

class TestMailbox : public QObject {
  Q_OBJECT
private slots:
  void itemsArriveInOrderAndOnce();
  void onlyTheLatestPictureArrives();
  void aPictureIsWantedUntilItComes();
  void nothingIsLostBetweenTwoThreads();
  void waitingEndsWithAnItem();
};

void TestMailbox::itemsArriveInOrderAndOnce() {
  Mailbox<int> box;
  QVERIFY(box.empty());
  for (int i = 0; i < 5; ++i) box.post(i);
  QVERIFY(!box.empty());
  QCOMPARE(box.drain().items, (std::vector<int>{0, 1, 2, 3, 4}));
  QVERIFY(box.drain().items.empty());
}

void TestMailbox::onlyTheLatestPictureArrives() {
  Mailbox<int, int> box;
  box.publish(1);
  box.publish(2);
  QCOMPARE(box.drain().latest, std::optional<int>(2));
  QVERIFY(!box.drain().latest);
}

void TestMailbox::aPictureIsWantedUntilItComes() {
  Mailbox<int, int> box;
  QVERIFY(!box.wanted());
  box.want();
  QVERIFY(box.wanted());
  box.publish(1);
  QVERIFY(!box.wanted());
}

void TestMailbox::nothingIsLostBetweenTwoThreads() {
  constexpr int count = 200'000;
  Mailbox<int, int> box;
  std::thread sender([&box] {
    for (int i = 0; i < count; ++i) {
      box.post(i);
      if (box.wanted()) box.publish(i);
    }
  });
  int expected = 0;
  int newest = -1;
  bool ordered = true;
  while (expected < count) {
    box.want();
    const auto mail = box.drain();
    for (const int item : mail.items) ordered = ordered && item == expected++;
    if (mail.latest) ordered = ordered && *mail.latest > newest;
    if (mail.latest) newest = *mail.latest;
  }
  sender.join();
  QVERIFY(ordered);
}

void TestMailbox::waitingEndsWithAnItem() {
  Mailbox<int> box;
  std::thread receiver([&box] { box.wait(); });
  box.post(7);
  receiver.join();
  QCOMPARE(box.drain().items, std::vector<int>{7});
}

class TestTimeLeft : public QObject {
  Q_OBJECT
private slots:
  void nothingKnownIsNothingPromised();
  void equalTrialsTakeTheirMean();
  void biggerTrialsTakeLonger();
  void aFallingTrendIsTakenAsFlat();
  void moreThreadsThanTrialsDoNotHelp();
};

void TestTimeLeft::nothingKnownIsNothingPromised() {
  const std::vector<double> remaining{10.0};
  QCOMPARE(secondsLeft({}, remaining, 2), 0.0);
}

void TestTimeLeft::equalTrialsTakeTheirMean() {
  const std::vector<TimedTrial> done{{10, 2.0}, {10, 4.0}};
  const std::vector<double> remaining{10, 10, 10, 10};
  QCOMPARE(secondsLeft(done, remaining, 2), 6.0);
}

void TestTimeLeft::biggerTrialsTakeLonger() {
  const std::vector<TimedTrial> done{{10, 2.0}, {20, 3.0}}; // 1 + parameters / 10
  const std::vector<double> remaining{90};
  QCOMPARE(secondsLeft(done, remaining, 4), 10.0);
}

void TestTimeLeft::aFallingTrendIsTakenAsFlat() {
  const std::vector<TimedTrial> done{{10, 3.0}, {20, 1.0}};
  const std::vector<double> remaining{90};
  QCOMPARE(secondsLeft(done, remaining, 1), 2.0);
}

void TestTimeLeft::moreThreadsThanTrialsDoNotHelp() {
  const std::vector<TimedTrial> done{{10, 3.0}};
  const std::vector<double> remaining{10};
  QCOMPARE(secondsLeft(done, remaining, 64), 3.0);
}

/// Stands for a language file.
class Shouting : public QTranslator {
public:
  QString translate(const char* context, const char* source, const char*, int) const override {
    return qstrcmp(context, "Core") == 0 ? QString(source).toUpper() : QString();
  }
  bool isEmpty() const override { return false; }
};

class TestText : public QObject {
  Q_OBJECT
private slots:
  void theErrorNamesItsPlace();
  void thePatternIsTranslatedBeforeItIsFilled();
};

void TestText::theErrorNamesItsPlace() {
  Error error = inputError({"bad cell '%1'", {"x%1"}}, 3, 2);
  error.file = "a.csv";
  QCOMPARE(text(error), QString("a.csv: row 3, column 2: bad cell 'x%1'"));
}

void TestText::thePatternIsTranslatedBeforeItIsFilled() {
  Shouting shouting;
  QCoreApplication::installTranslator(&shouting);
  const QString shouted = text(Message{"bad cell '%1'", {"x"}});
  QCoreApplication::removeTranslator(&shouting);
  QCOMPARE(shouted, QString("BAD CELL 'x'"));
}

LAYERLAB_TEST(TestMailbox, "mailbox")
LAYERLAB_TEST(TestTimeLeft, "mailbox")
LAYERLAB_TEST(TestText, "mailbox")
#include "tst_mailbox.moc"
