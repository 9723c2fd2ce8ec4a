#include "core/io/export.h"
#include "tests/core/sweep_helpers.h"
#include "tests/testmain.h"

#include <QTest>

using namespace layerlab;

namespace {

std::string shardTextOf(const Design& design, const PreparedData& data, const SweepSpec& spec,
                        const Shard& shard, bool timing = false) {
  const auto plan = planSweep(spec, design.fit.seed);
  const auto result = runSweep(design, data, spec, shardOf(plan, shard), 1);
  if (!result) qFatal("%s", english(result.error()).c_str());
  return shardCsv(*result, timing, shard, plan.size(), sweepFingerprint(design, data, spec));
}

} // namespace

/// A sweep in shards, merged.
class TestSweepShards : public QObject {
  Q_OBJECT
private slots:
  void shardsMergeToTheVerySameFile_data();
  void shardsMergeToTheVerySameFile();
  void wrongShardsAreRefused();
  void shardText_data();
  void shardText();
};

void TestSweepShards::shardsMergeToTheVerySameFile_data() {
  QTest::addColumn<int>("parts");
  for (const int parts : {1, 2, 3, 5, 12, 20}) QTest::addRow("%d", parts) << parts;
}

void TestSweepShards::shardsMergeToTheVerySameFile() {
  QFETCH(int, parts);
  const PreparedData data = sineData(40);
  std::vector<ShardFile> files;
  for (int i = parts; i >= 1; --i)
    files.push_back({std::to_string(i), shardTextOf(sineDesign(3), data, sineSweep(), {i, parts})});
  const auto merged = mergeShards(files);
  QVERIFY2(merged, merged ? "" : english(merged.error()).c_str());
  QCOMPARE(sweepCsv(merged->result, false),
           sweepCsv(sweepOf(sineDesign(3), data, sineSweep(), 1), false));
  QVERIFY(merged->result.spec.units == sineSweep().units);
  QCOMPARE(merged->result.spec.repeats, 2);
}

void TestSweepShards::wrongShardsAreRefused() {
  const PreparedData data = sineData(40);
  const ShardFile first{"1", shardTextOf(sineDesign(3), data, sineSweep(), {1, 2})};
  const ShardFile second{"2", shardTextOf(sineDesign(3), data, sineSweep(), {2, 2})};
  const auto refusal = [](const std::vector<ShardFile>& files) {
    const auto merged = mergeShards(files);
    return QString::fromStdString(merged ? "" : english(merged.error()));
  };
  QVERIFY(refusal({first, second}).isEmpty());
  QVERIFY(refusal({first}).contains("gap"));
  QVERIFY(refusal({first, first}).contains("overlap"));
  QVERIFY(refusal({first, second, second}).contains("overlap"));
  const ShardFile longer{"longer", shardTextOf(sineDesign(4), data, sineSweep(), {2, 2})};
  QVERIFY(refusal({first, longer}).contains("settings"));
  PreparedData other = data;
  other.yTrain(0, 0) += 0.5f;
  const ShardFile otherData{"data", shardTextOf(sineDesign(3), other, sineSweep(), {2, 2})};
  QVERIFY(refusal({first, otherData}).contains("data"));
  const ShardFile timed{"timed", shardTextOf(sineDesign(3), data, sineSweep(), {2, 2}, true)};
  QVERIFY(refusal({first, timed}).contains("settings"));
  ShardFile cut = second;
  cut.text.erase(cut.text.rfind('\n', cut.text.size() - 2) + 1);
  QVERIFY(refusal({first, cut}).contains("gap"));
  ShardFile damaged = second;
  damaged.text += "1,2,x\n";
  QVERIFY(refusal({first, damaged}).contains("row 9"));
  const ShardFile whole{"whole", sweepCsv(sweepOf(sineDesign(3), data, sineSweep(), 1), false)};
  QVERIFY(refusal({whole}).contains("shard"));
  QVERIFY(!refusal({{"empty", ""}}).isEmpty());
}

void TestSweepShards::shardText_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<bool>("good");
  for (const char* good : {"1/1", "2/8", "8/8"}) QTest::newRow(good) << good << true;
  for (const char* bad : {"", "0/2", "3/2", "1", "1/", "/2", "a/b", "1/2/3", "-1/2", "1/0"})
    QTest::addRow("bad '%s'", bad) << bad << false;
}

void TestSweepShards::shardText() {
  QFETCH(QString, text);
  QFETCH(bool, good);
  QCOMPARE(shardFromText(text.toStdString()).has_value(), good);
}

LAYERLAB_TEST(TestSweepShards, "sweep_shards")
#include "tst_sweep_shards.moc"
