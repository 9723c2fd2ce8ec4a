#include "tests/testmain.h"

#include "ui/session/errand.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <new>
#include <sys/resource.h>
#include <thread>

using namespace layerlab;

namespace {

bool yes() {
  return true;
}

/// Keeps the calling thread busy.
void spin(int milliseconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
  while (std::chrono::steady_clock::now() < end) std::this_thread::yield();
}

} // namespace

class TestErrand : public QObject {
  Q_OBJECT
private slots:
  void theAnswerRunsOnTheAskingThread() {
    std::thread::id worked;
    std::thread::id answered;
    Errand errand;
    errand.start([&worked, &answered]() -> Errand::Answer {
      worked = std::this_thread::get_id();
      return [&answered] { answered = std::this_thread::get_id(); };
    });
    QSignalSpy finished(&errand, &Job::finished);
    QVERIFY(finished.wait());
    QVERIFY(answered == std::thread::id());
    QVERIFY(errand.deliver().has_value());
    QVERIFY(answered == std::this_thread::get_id());
    QVERIFY(worked != answered);
  }

  void itStepsBackBehindTheTraining() {
    int nice = 0;
    Errand errand;
    errand.start([&nice]() -> Errand::Answer {
      nice = getpriority(PRIO_PROCESS, 0);
      return {};
    });
    QSignalSpy finished(&errand, &Job::finished);
    QVERIFY(finished.wait());
    QCOMPARE(nice, std::min(getpriority(PRIO_PROCESS, 0) + 10, 19)); // of this thread alone
  }

  void anExceptionBecomesAnError() {
    Errand errand;
    errand.start([]() -> Errand::Answer { throw std::bad_alloc(); });
    QSignalSpy finished(&errand, &Job::finished);
    QVERIFY(finished.wait());
    const Result<void> delivered = errand.deliver();
    QVERIFY(!delivered.has_value());
    QVERIFY(delivered.error().kind == ErrorKind::limit);
  }

  void theLastRequestIsAlwaysAnswered() {
    int wanted = 0;
    int shown = -1;
    int works = 0;
    Refresher refresher(
        1,
        [&]() -> Errand::Work {
          ++works;
          return [&shown, copy = wanted]() -> Errand::Answer {
            return [&shown, copy] { shown = copy; };
          };
        },
        yes);
    for (wanted = 1; wanted < 500; ++wanted) refresher.request();
    QTRY_VERIFY(!refresher.busy());
    QCOMPARE(shown, wanted);
    QVERIFY(works <= 2); // many requests are one piece of work
    ++wanted;
    refresher.request();
    QTRY_COMPARE(shown, wanted);
  }

  void aCancelledRequestIsNotAnswered() {
    bool shown = false;
    std::atomic<bool> go{false};
    Refresher refresher(
        1,
        [&]() -> Errand::Work {
          return [&]() -> Errand::Answer {
            while (!go) std::this_thread::yield();
            return [&shown] { shown = true; };
          };
        },
        yes);
    refresher.request();
    QTRY_VERIFY(refresher.findChild<Errand*>());
    refresher.cancel();
    go = true;
    QVERIFY(!refresher.busy());
    QTRY_VERIFY(!refresher.findChild<Errand*>());
    QVERIFY(!shown);
  }

  void itRestsOnlyWhileSomethingTrains() {
    bool training = true;
    Refresher refresher(
        1,
        []() -> Errand::Work {
          return []() -> Errand::Answer {
            spin(20);
            return [] {};
          };
        },
        [&training] { return training; }, 1000);
    refresher.request();
    QTRY_VERIFY(!refresher.busy());
    QVERIFY(refresher.rest() >= 1000 * 19); // the clock counts whole milliseconds
    training = false;
    QCOMPARE(refresher.rest(), 0);
  }

  void whatTheAskingThreadDoesIsNoWork() {
    Refresher refresher(
        1,
        []() -> Errand::Work {
          spin(200);
          return []() -> Errand::Answer { return [] {}; };
        },
        yes, 3);
    refresher.request();
    QTRY_VERIFY(!refresher.busy());
    QVERIFY2(refresher.rest() < 200, qPrintable(QString::number(refresher.rest())));
  }

  void nothingToDoIsIdle() {
    Refresher refresher(
        1, [] { return Errand::Work(); }, yes);
    QSignalSpy idle(&refresher, &Refresher::idle);
    refresher.request();
    QVERIFY(idle.wait());
    QVERIFY(!refresher.busy());
  }
};

LAYERLAB_TEST(TestErrand, "errand")
#include "tst_errand.moc"
