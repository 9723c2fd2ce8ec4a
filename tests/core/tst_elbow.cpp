#include "core/base/random.h"
#include "core/sweep/elbow.h"
#include "tests/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <numeric>

using namespace layerlab;

namespace {

using Numbers = std::vector<double>;
const Numbers powersOfTwo{1, 2, 4, 8, 16, 32, 64};

std::vector<Numbers> single(const Numbers& losses) {
  std::vector<Numbers> repeats;
  for (const double loss : losses) repeats.push_back({loss});
  return repeats;
}

Numbers toNumbers(const QString& text) {
  Numbers out;
  for (const QString& word : text.split(' ', Qt::SkipEmptyParts)) out.push_back(word.toDouble());
  return out;
}

nlohmann::json references() {
  std::ifstream file(LAYERLAB_TEST_DATA "/elbow/kneedle.json");
  return nlohmann::json::parse(file);
}

struct LossShape {
  const char* name;
  double (*loss)(double units);
};

double inverse(double n) {
  return 1.0 / n;
}
double decay(double n) {
  return 0.2 + 0.5 * std::exp(-n / 3.0);
}
double hinge(double n) {
  return 0.3 + 0.1 * std::max(0.0, 3.0 - std::log2(n));
}

constexpr std::array<LossShape, 3> lossShapes{
    {{"1/n", inverse}, {"exponential", decay}, {"hinge", hinge}}};

/// `repeats` noisy copies of a curve; sigma is absolute.
std::vector<Numbers> noisy(const Numbers& losses, double sigma, int repeats, Random& random) {
  std::vector<Numbers> out;
  for (const double loss : losses) {
    Numbers& here = out.emplace_back();
    for (int r = 0; r < repeats; ++r) here.push_back(loss + sigma * random.normal());
  }
  return out;
}

Numbers lossesOf(const LossShape& shape, const Numbers& units) {
  Numbers losses;
  for (const double n : units) losses.push_back(shape.loss(n));
  return losses;
}

Numbers upTo(int last) {
  Numbers units(static_cast<std::size_t>(last));
  std::iota(units.begin(), units.end(), 1.0);
  return units;
}

/// Within one step of the powers-of-two grid: on a finer one the difference curve is so flat around
/// its top that 5 % of noise moves it by more than one of the finer steps.
bool withinOneStep(double a, double b) {
  return a <= 2.0 * b && b <= 2.0 * a;
}

std::ptrdiff_t stepsApart(const Numbers& units, double a, double b) {
  const auto place = [&](double value) { return std::find(units.begin(), units.end(), value); };
  return std::abs(place(a) - place(b));
}

} // namespace

class TestElbow : public QObject {
  Q_OBJECT
private slots:
  void classicEqualsTheReference_data();
  void classicEqualsTheReference();
  void guardedShapes_data();
  void guardedShapes();
  void fewerThanFourPointsAreTooFew();
  void lowestIsASeparateMark();
  void nonFiniteLossesAreLeftOut();
  void orderOfUnitsDoesNotMatter();
  void logAxisMovesTheElbowOfOneOverN();
  void repeatsThatDisagreeAreUnstable();
  void agreeingRepeatsAreCounted();
  void everyRepeatHasItsOwnPick();
  void clearNeverStandsBesideNoAgreement();
  void oneBadRepeatOfFiveIsOutvoted();
  void noiseIsFlatOrNone_data();
  void noiseIsFlatOrNone();
  void clearElbowsAreFoundInNoise_data();
  void clearElbowsAreFoundInNoise();
};

void TestElbow::classicEqualsTheReference_data() {
  QTest::addColumn<int>("index");
  const auto all = references();
  QVERIFY(all.size() >= 19);
  for (int i = 0; i < static_cast<int>(all.size()); ++i)
    QTest::newRow(all[static_cast<std::size_t>(i)]["name"].get<std::string>().c_str()) << i;
}

void TestElbow::classicEqualsTheReference() {
  QFETCH(int, index);
  const auto all = references();
  const auto& entry = all[static_cast<std::size_t>(index)];
  QCOMPARE(entry["curve"].get<std::string>(), std::string("convex"));
  QCOMPARE(entry["direction"].get<std::string>(), std::string("decreasing"));
  ElbowOptions options;
  options.classic = true;
  options.axis = ElbowAxis::linear;
  options.sensitivity = entry["S"].get<double>();
  const Elbow elbow =
      findElbow(entry["x"].get<Numbers>(), single(entry["y"].get<Numbers>()), options);
  QCOMPARE(elbow.units.has_value(), !entry["knee"].is_null());
  if (elbow.units) QCOMPARE(*elbow.units, entry["knee"].get<double>());
}

void TestElbow::guardedShapes_data() {
  QTest::addColumn<QString>("losses");
  QTest::addColumn<QString>("strength");
  QTest::addColumn<double>("units"); // 0: none
  const auto row = [](const char* losses, const char* strength, double units) {
    QTest::newRow(losses) << losses << strength << units;
  };
  row(".60 .45 .28 .20 .185 .182 .181", "clear", 8);
  row(".60 .45 .28 .20 .19 .23 .30", "clear", 8);
  row(".69 .69 .69 .20 .18 .18 .18", "clear", 8);
  row(".69 .68 .65 .40 .12 .10 .10", "clear", 16);
  row(".60 .62 .28 .20 .185 .182 .181", "clear", 8);
  row(".10 .20 .30 .40 .50 .60 .70", "none", 0);
  row(".69 .66 .60 .50 .36 .30 .29", "weak", 16);
  row(".50 .51 .49 .505 .495 .50 .502", "flat", 0);
  row(".4 .4 .4 .4 .4 .4 .4", "none", 0);
  row(".7 .6 .5 .4 .3 .2 .1", "none", 0);
}

void TestElbow::guardedShapes() {
  QFETCH(QString, losses);
  QFETCH(QString, strength);
  QFETCH(double, units);
  const Elbow elbow = findElbow(powersOfTwo, single(toNumbers(losses)));
  QCOMPARE(QString(name(elbow.strength)), strength);
  QCOMPARE(elbow.units.value_or(0.0), units);
}

void TestElbow::fewerThanFourPointsAreTooFew() {
  const Elbow elbow = findElbow({1, 2, 4}, single({0.9, 0.3, 0.2}));
  QCOMPARE(elbow.strength, ElbowStrength::tooFew);
  QVERIFY(!elbow.units);
  QCOMPARE(elbow.lowest.value(), 4.0);
  QVERIFY(!findElbow({}, {}).lowest);
}

void TestElbow::lowestIsASeparateMark() {
  const Elbow elbow = findElbow(powersOfTwo, single(toNumbers(".60 .45 .28 .20 .19 .23 .30")));
  QCOMPARE(elbow.units.value(), 8.0);
  QCOMPARE(elbow.lowest.value(), 16.0);
}

void TestElbow::nonFiniteLossesAreLeftOut() {
  auto repeats = single(toNumbers(".60 .45 .28 .20 .185 .182 .181"));
  repeats[3].push_back(std::nan(""));
  repeats[0].push_back(INFINITY);
  Numbers units = powersOfTwo;
  units.push_back(128);
  repeats.push_back({std::nan("")});
  const Elbow elbow = findElbow(units, repeats);
  QCOMPARE(elbow.units.value(), 8.0);
  QCOMPARE(elbow.lowest.value(), 64.0);
}

void TestElbow::orderOfUnitsDoesNotMatter() {
  const Elbow elbow =
      findElbow({64, 1, 32, 2, 16, 4, 8}, single(toNumbers(".181 .60 .182 .45 .185 .28 .20")));
  QCOMPARE(elbow.units.value(), 8.0);
}

void TestElbow::logAxisMovesTheElbowOfOneOverN() {
  ElbowOptions options;
  const auto losses = single(lossesOf(lossShapes[0], powersOfTwo));
  QCOMPARE(findElbow(powersOfTwo, losses, options).units.value(), 4.0);
  options.axis = ElbowAxis::linear;
  QCOMPARE(findElbow(powersOfTwo, losses, options).units.value(), 8.0);
}

void TestElbow::repeatsThatDisagreeAreUnstable() {
  // The elbows of the single repeats lie at 2, 8 and 32; their mean has one too.
  const Numbers early = toNumbers(".9 .2 .19 .18 .18 .18 .18");
  const Numbers middle = toNumbers(".9 .9 .5 .2 .19 .19 .19");
  const Numbers late = toNumbers(".9 .9 .9 .85 .7 .2 .19");
  std::vector<Numbers> repeats;
  for (std::size_t i = 0; i < powersOfTwo.size(); ++i)
    repeats.push_back({early[i], middle[i], late[i]});
  const Elbow elbow = findElbow(powersOfTwo, repeats);
  QCOMPARE(elbow.strength, ElbowStrength::unstable);
  QVERIFY(elbow.repeatsAgreeing <= 1);
}

void TestElbow::agreeingRepeatsAreCounted() {
  const Numbers losses = toNumbers(".60 .45 .28 .20 .185 .182 .181");
  std::vector<Numbers> repeats;
  for (const double loss : losses) repeats.push_back({loss, loss * 1.01, loss * 0.99});
  const Elbow elbow = findElbow(powersOfTwo, repeats);
  QCOMPARE(elbow.strength, ElbowStrength::clear);
  QCOMPARE(elbow.units.value(), 8.0);
  QCOMPARE(elbow.repeatsAgreeing, 3);
}

void TestElbow::everyRepeatHasItsOwnPick() {
  const Numbers bend = toNumbers(".60 .45 .28 .20 .185 .182 .181");
  const Numbers early = toNumbers(".60 .45 .20 .195 .185 .182 .181");
  const Numbers line = toNumbers(".7 .6 .5 .4 .3 .2 .1");
  std::vector<Numbers> repeats;
  for (std::size_t i = 0; i < bend.size(); ++i) repeats.push_back({early[i], line[i], bend[i]});
  const Elbow elbow = findElbow(powersOfTwo, repeats);
  const std::vector<std::optional<double>> picks{4.0, std::nullopt, 8.0};
  QVERIFY(elbow.picks == picks);
  QCOMPARE(elbow.repeatsAgreeing, elbow.units == 8.0 || elbow.units == 4.0 ? 1 : 0);
}

/// Over curves from clean to drowned in noise: "clear" asks most repeats to bend there or one count
/// beside, and one of them exactly there; fewer than that is "unstable".
void TestElbow::clearNeverStandsBesideNoAgreement() {
  std::array<int, 6> seen{};
  for (const Numbers& units : {powersOfTwo, upTo(16), upTo(32)})
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      Random random(seed);
      const Numbers exact = lossesOf(lossShapes.at(seed % lossShapes.size()), units);
      const int repeats = 2 + static_cast<int>(seed % 5);
      const double sigma = 0.3 * static_cast<double>(seed % 10) / 10.0 * (exact[0] - exact.back());
      const Elbow elbow = findElbow(units, noisy(exact, sigma, repeats, random));
      ++seen.at(static_cast<std::size_t>(elbow.strength));
      QVERIFY(elbow.strength != ElbowStrength::clear || elbow.repeatsAgreeing > 0);
      const auto same = std::count(elbow.picks.begin(), elbow.picks.end(), elbow.units);
      if (elbow.units) QCOMPARE(elbow.repeatsAgreeing, static_cast<int>(same));
      if (elbow.units) QCOMPARE(elbow.picks.size(), static_cast<std::size_t>(repeats));
    }
  qInfo("of 900 curves: clear %d, weak %d, unstable %d, flat %d, none %d", seen[0], seen[1],
        seen[2], seen[3], seen[4]);
  QVERIFY(seen[0] > 0 && seen[2] > 0);
}

void TestElbow::oneBadRepeatOfFiveIsOutvoted() {
  const Numbers losses = toNumbers(".60 .45 .28 .20 .185 .182 .181");
  std::vector<Numbers> repeats;
  for (const double loss : losses) repeats.push_back(Numbers(5, loss));
  repeats[4][2] = 3.0; // a training that got stuck
  const Elbow elbow = findElbow(powersOfTwo, repeats);
  QCOMPARE(elbow.units.value(), 8.0);
  QCOMPARE(elbow.lowest.value(), 64.0);
}

void TestElbow::noiseIsFlatOrNone_data() {
  QTest::addColumn<int>("last");
  QTest::addColumn<int>("repeats");
  QTest::addColumn<double>("sigma");
  QTest::newRow("7 counts, 1 repeat, 2 %") << 7 << 1 << 0.01;
  QTest::newRow("7 counts, 2 repeats") << 7 << 2 << 0.05;
  QTest::newRow("7 counts, 3 repeats") << 7 << 3 << 0.05;
  QTest::newRow("7 counts, 5 repeats") << 7 << 5 << 0.05;
  QTest::newRow("16 counts, 3 repeats") << 16 << 3 << 0.05;
  QTest::newRow("32 counts, 3 repeats") << 32 << 3 << 0.2;
  QTest::newRow("32 counts, 1 repeat, 2 %") << 32 << 1 << 0.01;
}

void TestElbow::noiseIsFlatOrNone() {
  QFETCH(int, last);
  QFETCH(int, repeats);
  QFETCH(double, sigma);
  const Numbers units = last == 7 ? powersOfTwo : upTo(last);
  int quiet = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Random random(seed);
    const auto losses = noisy(Numbers(units.size(), 0.5), sigma, repeats, random);
    const ElbowStrength strength = findElbow(units, losses).strength;
    quiet += strength == ElbowStrength::flat || strength == ElbowStrength::none ? 1 : 0;
  }
  qInfo("flat or none in %d of 100 draws of noise", quiet);
  QVERIFY(quiet >= 95);
}

void TestElbow::clearElbowsAreFoundInNoise_data() {
  QTest::addColumn<int>("shape");
  QTest::addColumn<int>("last");
  for (int i = 0; i < static_cast<int>(lossShapes.size()); ++i) {
    QTest::addRow("%s, powers of two", lossShapes.at(static_cast<std::size_t>(i)).name) << i << 64;
    QTest::addRow("%s, 1 to 16", lossShapes.at(static_cast<std::size_t>(i)).name) << i << 16;
  }
}

void TestElbow::clearElbowsAreFoundInNoise() {
  QFETCH(int, shape);
  QFETCH(int, last);
  const Numbers units = last == 64 ? powersOfTwo : upTo(last);
  const Numbers exact = lossesOf(lossShapes.at(static_cast<std::size_t>(shape)), units);
  const double wanted = findElbow(units, single(exact)).units.value();
  const double drop = exact.front() - *std::min_element(exact.begin(), exact.end());
  int found = 0;
  int beside = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Random random(seed);
    const Elbow elbow = findElbow(units, noisy(exact, 0.05 * drop, 3, random));
    found += elbow.units && withinOneStep(*elbow.units, wanted) ? 1 : 0;
    beside += elbow.units && stepsApart(units, *elbow.units, wanted) <= 1 ? 1 : 0;
  }
  qInfo("within one doubling of %g in %d of 100 draws, within one grid step in %d", wanted, found,
        beside);
  QVERIFY(found >= 95);
}

LAYERLAB_TEST(TestElbow, "elbow")
#include "tst_elbow.moc"
