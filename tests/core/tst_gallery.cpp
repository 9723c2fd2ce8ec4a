#include "core/data/csv.h"
#include "core/data/generators.h"
#include "core/teach/reading.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace layerlab;

namespace {

/// A fit of a real table or a generated one, with a good design to be spoilt.
struct Exhibit {
  TablePtr table;
  Design design;
};

Exhibit exhibit(TablePtr table, const std::string& target, int hidden, int epochs) {
  Exhibit out{std::move(table), {}};
  Design& design = out.design;
  design.data.targets = {target};
  design.data.validationSplit = 0.2;
  design.data.split = Split::random;
  design.network = hiddenNetwork({hidden}, Activation::relu);
  if (const auto found = outline(*out.table, design.data)) followTask(design, *found);
  design.fit.epochs = epochs;
  design.fit.optimizer.learningRate = 0.01;
  design.fit.seed = 3;
  return out;
}

Exhibit example(const char* file, const char* target, int hidden, int epochs) {
  const auto table =
      readCsvFile(std::string(LAYERLAB_SOURCE_DIR "/resources/examples/") + file + ".csv");
  return exhibit(table ? *table : std::make_shared<const Table>(), target, hidden, epochs);
}

Exhibit shape(Shape which, int rows, double noise, int hidden, int epochs) {
  return exhibit(generate({which, rows, noise, 2}), isClassification(which) ? "label" : "y", hidden,
                 epochs);
}

struct Read {
  std::vector<Reading> readings;
  FitEnd end = FitEnd::completed;
  Design design;
};

Read trained(const Exhibit& exhibit) {
  const auto data = prepare(*exhibit.table, exhibit.design.data, exhibit.design.fit.seed);
  if (!data) return {};
  const PreparedData& prepared = **data;
  const auto result = runFit(exhibit.design, prepared);
  if (!result) return {};
  const double baseline = baselineLoss(exhibit.design.fit, prepared.yTrain, prepared.yValidation);
  return {readCurve(result->history, result->end, exhibit.design.fit, baseline), result->end,
          exhibit.design};
}

QStringList galleryIds(const Read& read) {
  QStringList ids;
  for (const Reading& reading : read.readings) ids << QString::fromStdString(reading.id);
  return ids;
}

} // namespace

/// Curves of networks that were really trained: what each of them is known for must be read out of
/// it, and its opposite must not.
class TestGallery : public QObject {
  Q_OBJECT
private slots:
  void aTrainedCurveIsReadForWhatItIs_data();
  void aTrainedCurveIsReadForWhatItIs();
  void theRemedyOfADivergedRunTrains();
  void theRemedyOfAnUnderfitRunLearns();
  void theRemedyOfAnOverfitRunStopsEarly();
};

void TestGallery::aTrainedCurveIsReadForWhatItIs_data() {
  QTest::addColumn<int>("which");
  QTest::addColumn<QStringList>("said");
  QTest::addColumn<QStringList>("unsaid");
  QTest::newRow("good") << 0 << QStringList{"falls_fast", "validation_follows"}
                        << QStringList{"overfitting", "underfitting", "jumps", "flat", "diverged"};
  QTest::newRow("underfit") << 1 << QStringList{"underfitting"}
                            << QStringList{"overfitting", "still_falling", "diverged"};
  QTest::newRow("overfit") << 2 << QStringList{"falls_fast", "overfitting"}
                           << QStringList{"validation_follows", "flat", "diverged"};
  QTest::newRow("rate too high") << 3 << QStringList{"jumps"}
                                 << QStringList{"flat", "falls_slowly", "underfitting", "diverged"};
  QTest::newRow("rate too low") << 4 << QStringList{"still_falling"}
                                << QStringList{"levels_off", "jumps", "overfitting", "diverged"};
  QTest::newRow("noisy") << 5 << QStringList{"falls_fast"}
                         << QStringList{"still_falling", "flat", "diverged"};
  QTest::newRow("diverged") << 6 << QStringList{"diverged"}
                            << QStringList{"levels_off", "underfitting"};
  QTest::newRow("flat") << 7 << QStringList{"flat"}
                        << QStringList{"falls_fast", "levels_off", "jumps", "diverged"};
}

static Exhibit galleryExhibit(int which) {
  switch (which) {
  case 0:
    return example("iris", "species", 8, 60);
  case 1: { // no line parts a disc from its ring
    Exhibit circles = shape(Shape::circles, 300, 0.1, 1, 80);
    circles.design.network.layers.erase(circles.design.network.layers.begin());
    return circles;
  }
  case 2: { // few noisy rows, many weights
    Exhibit moons = shape(Shape::xorQuadrants, 60, 0.5, 128, 400);
    return moons;
  }
  case 3: {
    Exhibit wild = example("xor_noise", "label", 16, 60);
    wild.design.fit.optimizer.learningRate = 0.5;
    return wild;
  }
  case 4: {
    Exhibit slow = example("iris", "species", 8, 60);
    slow.design.fit.optimizer.learningRate = 0.0005;
    return slow;
  }
  case 5: { // single rows shake the weights about
    Exhibit noisy = example("iris", "species", 8, 80);
    noisy.design.fit.batchSize = 1;
    return noisy;
  }
  case 6: {
    Exhibit far = shape(Shape::plane, 200, 0.1, 8, 40);
    far.design.fit.optimizer = {OptimizerKind::sgd};
    far.design.fit.optimizer.learningRate = 30.0;
    return far;
  }
  default: {
    Exhibit still = example("iris", "species", 8, 40);
    still.design.fit.optimizer.learningRate = 1e-8;
    return still;
  }
  }
}

void TestGallery::aTrainedCurveIsReadForWhatItIs() {
  QFETCH(int, which);
  QFETCH(QStringList, said);
  QFETCH(QStringList, unsaid);
  const Read read = trained(galleryExhibit(which));
  const QStringList ids = galleryIds(read);
  for (const QString& id : said)
    QVERIFY2(ids.contains(id), qPrintable(id + " is missing in " + ids.join(' ')));
  for (const QString& id : unsaid)
    QVERIFY2(!ids.contains(id), qPrintable(id + " is wrong in " + ids.join(' ')));
  for (const Reading& reading : read.readings) {
    QVERIFY(!english(reading.text).empty());
    QVERIFY(!english(reading.rule).empty());
    QVERIFY(english(reading.text).find('%' + std::string("1")) == std::string::npos);
  }
}

static Exhibit cured(int which, const char* id) {
  Exhibit exhibit = galleryExhibit(which);
  for (const Reading& reading : trained(exhibit).readings)
    if (reading.id == id && reading.remedy) reading.remedy(exhibit.design);
  return exhibit;
}

void TestGallery::theRemedyOfADivergedRunTrains() {
  const Exhibit healed = cured(6, "diverged");
  QVERIFY(healed.design.fit.optimizer.learningRate < 30.0);
  const Read read = trained(healed);
  QCOMPARE(read.end, FitEnd::completed);
  QVERIFY(!galleryIds(read).contains("diverged"));
}

void TestGallery::theRemedyOfAnUnderfitRunLearns() {
  const Exhibit healed = cured(1, "underfitting");
  QCOMPARE(healed.design.network.denseLayers().size(), std::size_t{2});
  QVERIFY(!galleryIds(trained(healed)).contains("underfitting"));
}

void TestGallery::theRemedyOfAnOverfitRunStopsEarly() {
  const Exhibit healed = cured(2, "overfitting");
  QVERIFY(healed.design.fit.earlyStopping.has_value());
  QCOMPARE(trained(healed).end, FitEnd::stoppedEarly);
}

LAYERLAB_TEST(TestGallery, "gallery")
#include "tst_gallery.moc"
