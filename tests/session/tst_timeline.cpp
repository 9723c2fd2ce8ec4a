#include "tests/session/tables.h"
#include "tests/testmain.h"

#include "ui/session/workbench.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

using namespace layerlab;

class TestTimeline : public QObject {
  Q_OBJECT
private slots:
  void init() {
    m_bench = std::make_unique<Workbench>();
    m_bench->session().setProject(linesTable(), linesDesign(6));
    train(6);
  }
  void cleanup() { m_bench.reset(); }

  void aShortFitLeavesAllItsEpochs() {
    const Timeline& timeline = m_bench->timeline();
    QCOMPARE(timeline.snapshots().size(), std::size_t{7});
    QCOMPARE(timeline.snapshots().front().epoch, 0);
    QCOMPARE(*timeline.snapshots().back().weights, *m_bench->session().weights());
  }

  void thePastTakesThePlaceOfNow() {
    Timeline& timeline = m_bench->timeline();
    QSignalSpy moved(&timeline, &Timeline::moved);
    timeline.show(2);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(timeline.shownEpoch(), std::optional(2));
    QCOMPARE(timeline.weights(), timeline.snapshots()[2].weights);
    timeline.show(2);
    QCOMPARE(moved.count(), 1);
    timeline.show(std::nullopt);
    QCOMPARE(*timeline.weights(), *m_bench->session().weights());
  }

  void lentWeightsGoBefore() {
    Timeline& timeline = m_bench->timeline();
    const auto own = std::make_shared<const Weights>(*timeline.snapshots()[0].weights);
    timeline.lend(own);
    QCOMPARE(timeline.weights(), own);
    timeline.lend(nullptr);
    QCOMPARE(*timeline.weights(), *m_bench->session().weights());
  }

  void anotherRunForgetsThePast() {
    Timeline& timeline = m_bench->timeline();
    timeline.show(2);
    m_bench->reset();
    QVERIFY(!timeline.shownEpoch());
    QVERIFY(timeline.snapshots().empty());
    QVERIFY(!timeline.weights());
    train(3);
    QCOMPARE(timeline.snapshots().size(), std::size_t{4});
  }

  void anEditOfTheNetworkForgetsThePast() {
    m_bench->session().edit("units", {},
                            [](Design& design) { design.network.layers.front().units = 3; });
    QVERIFY(m_bench->timeline().snapshots().empty());
    QVERIFY(!m_bench->timeline().weights());
  }

private:
  void train(int epochs) {
    m_bench->session().edit("epochs", {}, [=](Design& design) { design.fit.epochs = epochs; });
    m_bench->fit();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->trainState() == Workbench::TrainState::idle &&
                                 m_bench->session().currentRun() && m_bench->session().weights(),
                             20'000);
  }

  std::unique_ptr<Workbench> m_bench;
};

LAYERLAB_TEST(TestTimeline, "timeline")
#include "tst_timeline.moc"
