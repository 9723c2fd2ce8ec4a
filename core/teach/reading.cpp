#include "core/teach/reading.h"

#include "core/base/shown.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace layerlab {
namespace {

// The rules' numbers; each sentence's rule names its own.
constexpr std::size_t shortestCurve = 5; // epochs below which there is nothing to read
constexpr double flatDrop = 0.02;        // a fall of less than 2 % of the first loss is no fall
constexpr double fastShare = 0.5;        // half of the whole fall ...
constexpr double fastEpochs = 0.2;       // ... in the first fifth of the epochs
constexpr double fastLeast = 0.1;    // ... and a tenth of the first loss: else it is no fast fall
constexpr double levelLeast = 0.01;  // within 1 % of the last value is level as well
constexpr double levelShare = 0.02;  // within 2 % of the whole fall of the last value
constexpr double levelEpochs = 0.2;  // for the last fifth of the epochs
constexpr double risen = 0.05;       // validation 5 % above its lowest
constexpr double follows = 1.25;     // validation at most 25 % above training
constexpr double jumpShare = 0.1;    // a rise of a tenth of the whole fall ...
constexpr double nearBaseline = 0.9; // of the baseline: hardly anything was learnt
constexpr int usualPatience = 10;    // epochs, of the early stopping that is offered
constexpr double jumpEpochs = 0.1;   // ... in a tenth of the epochs

using Series = std::vector<double>;
using Readings = std::vector<Reading>;
using Mood = Reading::Mood;

std::string count(std::size_t n) {
  return std::to_string(n);
}

Series trainLosses(const History& history) {
  Series losses;
  losses.reserve(history.epochs.size());
  for (const EpochRecord& record : history.epochs) losses.push_back(record.loss);
  return losses;
}

Series validationLosses(const History& history) {
  Series losses;
  losses.reserve(history.epochs.size());
  for (const EpochRecord& record : history.epochs)
    if (record.valLoss) losses.push_back(*record.valLoss);
  return losses;
}

/// Of at most five, without a vector for each: a curve may have a million epochs.
double medianOf(const Series& series, std::size_t first, std::size_t count) {
  std::array<double, 5> window{};
  const auto end =
      std::copy_n(series.begin() + static_cast<std::ptrdiff_t>(first), count, window.begin());
  const auto middle = window.begin() + static_cast<std::ptrdiff_t>(count / 2);
  std::nth_element(window.begin(), middle, end);
  return *middle;
}

/// Of how many epochs the end of the smoothed curve is the median: of five, or else a jump in the
/// last one would pass for it; of fewer where the curve is short and five are too much of it.
std::size_t endEpochs(std::size_t epochs) {
  return std::min<std::size_t>(5, (epochs / 5) | 1);
}

double smoothedEnd(const Series& series) {
  const std::size_t last = endEpochs(series.size());
  return medianOf(series, series.size() - last, last);
}

/// Running median over five epochs: single jumps do not hide the trend. The start stays as steep as
/// it is; the end as in smoothedEnd.
Series smoothed(const Series& series) {
  const std::size_t n = series.size();
  Series out(n);
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t reach = std::min({std::size_t{2}, i, n - 1 - i});
    out[i] = medianOf(series, i - reach, 2 * reach + 1);
  }
  std::fill_n(out.rbegin(), endEpochs(n) / 2, smoothedEnd(series));
  return out;
}

std::size_t share(std::size_t n, double part) {
  return std::max<std::size_t>(2, static_cast<std::size_t>(std::ceil(part * double(n))));
}

Reading withRate(Reading reading, double rate) {
  reading.remedyText = {QT_TRANSLATE_NOOP("Core", "Try %1"), {numberText(rate, 6)}};
  reading.remedy = [rate](Design& design) { design.fit.optimizer.learningRate = rate; };
  return reading;
}

/// Without the noise of the last bit: 0.003 becomes 0.0003, not 0.00030000000000000003.
double tenthOf(double rate) {
  const std::string digits = numberText(rate / 10.0, 12);
  double tenth = rate / 10.0;
  std::from_chars(digits.data(), digits.data() + digits.size(), tenth);
  return tenth;
}

/// A tenth, or the optimizer's usual rate where that is lower still.
double calmerRate(const FitSpec& fit) {
  const double usual = defaultLearningRate(fit.optimizer.kind);
  const double rate = fit.optimizer.learningRate;
  return rate > 10.0 * usual ? usual : tenthOf(rate);
}

double bolderRate(const FitSpec& fit) {
  const double usual = defaultLearningRate(fit.optimizer.kind);
  const double rate = fit.optimizer.learningRate;
  return rate < usual ? usual : 3.0 * rate;
}

Reading withEpochs(Reading reading, int epochs) {
  reading.remedyText = {QT_TRANSLATE_NOOP("Core", "Set %1 epochs"), {std::to_string(epochs)}};
  reading.remedy = [epochs](Design& design) { design.fit.epochs = epochs; };
  return reading;
}

/// Twice the units of every hidden layer, or a first hidden layer.
void addUnits(Design& design) {
  auto dense = design.network.denseLayers();
  if (dense.empty()) return;
  dense.pop_back();
  for (const std::size_t index : dense) design.network.layers[index].units *= 2;
  if (!dense.empty()) return;
  LayerSpec hidden;
  hidden.id = design.network.freeId();
  hidden.activation = Activation::relu;
  design.network.layers.insert(design.network.layers.begin(), hidden);
}

void readDivergence(const History& history, const FitSpec& fit, Readings& out) {
  out.push_back(withRate(
      {"diverged",
       Mood::bad,
       {QT_TRANSLATE_NOOP("Core", "left the numbers at epoch %1: the learning rate %2 is too high; "
                                  "last good weights kept"),
        {count(history.epochs.size() + 1), numberText(fit.optimizer.learningRate)}},
       {QT_TRANSLATE_NOOP("Core", "A loss or weight became infinite or not a number."), {}}},
      calmerRate(fit)));
}

void readStart(const Series& losses, double drop, const FitSpec& fit, Readings& out) {
  const std::size_t early = share(losses.size(), fastEpochs);
  const double fallen = losses.front() - losses[std::min(early, losses.size() - 1)];
  const Message rule{QT_TRANSLATE_NOOP("Core", "Rule: at least half of the whole fall, and 10 % of "
                                               "the first loss, happen in the first fifth of the "
                                               "epochs."),
                     {}};
  // Most of a small fall is neither fast nor a reason to learn faster.
  if (fallen >= fastShare * drop && fallen < fastLeast * losses.front()) return;
  if (fallen >= fastShare * drop)
    out.push_back({"falls_fast",
                   Mood::good,
                   {QT_TRANSLATE_NOOP("Core", "falls fast at first (−%1 % in %2 epochs)"),
                    {percentText(fallen / losses.front()), count(early)}},
                   rule});
  else
    out.push_back(
        withRate({"falls_slowly",
                  Mood::note,
                  {QT_TRANSLATE_NOOP("Core", "falls slowly at first (−%1 % in %2 epochs): a higher "
                                             "learning rate may help"),
                   {percentText(fallen / losses.front()), count(early)}},
                  rule},
                 bolderRate(fit)));
}

/// So little is no fall: measured by the whole fall alone, a flat line would fall for ever.
double levelBand(const Series& losses, double drop) {
  return std::max(levelShare * drop, levelLeast * std::abs(losses.back()));
}

/// First epoch (from 1) after which the curve stays within the band above its end.
std::size_t levelSince(const Series& losses, double band) {
  std::size_t since = losses.size();
  while (since > 1 && std::abs(losses[since - 2] - losses.back()) <= band) --since;
  return since;
}

void readEnd(const Series& losses, double drop, const FitSpec& fit, Readings& out) {
  const std::size_t late = share(losses.size(), levelEpochs);
  const double band = levelBand(losses, drop);
  const std::size_t since = levelSince(losses, band);
  const Message rule{QT_TRANSLATE_NOOP("Core", "Rule: level when the last fifth of the epochs "
                                               "changes the loss by less than 2 % of its whole "
                                               "fall, or than 1 % of the loss itself."),
                     {}};
  if (losses.size() - since + 1 >= late) {
    out.push_back({"levels_off",
                   Mood::good,
                   {QT_TRANSLATE_NOOP("Core", "levels off (since epoch %1)"), {count(since)}},
                   rule});
    return;
  }
  const double falling = losses[losses.size() - late] - losses.back();
  if (falling > band)
    out.push_back(
        withEpochs({"still_falling",
                    Mood::note,
                    {QT_TRANSLATE_NOOP("Core", "still falling (−%1 % in the last %2 epochs): train "
                                               "longer"),
                     {percentText(falling / losses[losses.size() - late]), count(late)}},
                    rule},
                   2 * fit.epochs));
}

void readJumps(const Series& losses, double drop, const FitSpec& fit, Readings& out) {
  std::size_t jumps = 0;
  for (std::size_t i = 1; i < losses.size(); ++i)
    if (losses[i] - losses[i - 1] > jumpShare * drop) ++jumps;
  if (jumps < share(losses.size(), jumpEpochs)) return;
  out.push_back(withRate(
      {"jumps",
       Mood::bad,
       {QT_TRANSLATE_NOOP("Core", "jumps (%1 times up by a tenth of the fall): learning "
                                  "rate too high"),
        {count(jumps)}},
       {QT_TRANSLATE_NOOP(
            "Core", "Rule: in a tenth of the epochs or more the loss rises "
                    "by over a tenth of its whole fall, or of the baseline where that is less."),
        {}}},
      calmerRate(fit)));
}

Reading withStopping(Reading reading, const FitSpec& fit) {
  if (fit.earlyStopping) return reading;
  reading.remedyText = {QT_TRANSLATE_NOOP("Core", "Stop early"), {}};
  reading.remedy = [](Design& design) {
    EarlyStopping stopping;
    stopping.patience = usualPatience;
    stopping.restoreBestWeights = true;
    design.fit.earlyStopping = stopping;
  };
  return reading;
}

void readValidation(const Series& validation, const Series& train, const FitSpec& fit,
                    Readings& out) {
  const auto lowest = std::min_element(validation.begin(), validation.end());
  const auto best = static_cast<std::size_t>(lowest - validation.begin()) + 1;
  const double end = smoothedEnd(validation);
  const double rise = (end - *lowest) / std::max(*lowest, 1e-12);
  if (rise > risen && validation.size() - best >= share(validation.size(), 0.05)) {
    out.push_back(
        withStopping({"overfitting",
                      Mood::bad,
                      {QT_TRANSLATE_NOOP("Core", "validation lowest at epoch %1, up %2 % since: "
                                                 "overfitting"),
                       {count(best), percentText(rise)}},
                      {QT_TRANSLATE_NOOP("Core", "Rule: the last validation loss (the median of up "
                                                 "to 5 epochs) is more than 5 % above its lowest."),
                       {}}},
                     fit));
    return;
  }
  const Message rule{QT_TRANSLATE_NOOP("Core", "Rule: the last validation loss is at most 25 % "
                                               "above the training loss (medians of up to 5 "
                                               "epochs)."),
                     {}};
  if (end <= follows * train.back())
    out.push_back({"validation_follows",
                   Mood::good,
                   {QT_TRANSLATE_NOOP("Core", "validation follows (%1 against %2)"),
                    {numberText(end, 3), numberText(train.back(), 3)}},
                   rule});
  else
    out.push_back({"validation_apart",
                   Mood::note,
                   {QT_TRANSLATE_NOOP("Core", "validation stays above training (%1 against %2)"),
                    {numberText(end, 3), numberText(train.back(), 3)}},
                   rule});
}

/// Level, but even on the training rows no better than saying the average every time.
void readBaseline(const Series& losses, double baseline, Readings& out) {
  if (!(baseline > 0.0) || losses.back() < nearBaseline * baseline) return;
  Reading reading{
      "underfitting",
      Mood::bad,
      {QT_TRANSLATE_NOOP("Core", "ends near the baseline (%1 against %2): underfitting; "
                                 "more units, other inputs or another learning rate "
                                 "may help"),
       {numberText(losses.back(), 3), numberText(baseline, 3)}},
      {QT_TRANSLATE_NOOP("Core", "Rule: the last loss (the median of up to 5 epochs) is above "
                                 "90 % of what always predicting the average would give."),
       {}}};
  reading.remedyText = {QT_TRANSLATE_NOOP("Core", "Add units"), {}};
  reading.remedy = addUnits;
  out.push_back(std::move(reading));
}

void readFlat(const Series& losses, const FitSpec& fit, Readings& out) {
  const double usual = defaultLearningRate(fit.optimizer.kind);
  const Reading reading = {
      "flat",
      Mood::bad,
      {QT_TRANSLATE_NOOP("Core", "hardly falls (%1 to %2 in %3 epochs): other learning "
                                 "rate, more units, or inputs that say nothing"),
       {numberText(losses.front(), 3), numberText(losses.back(), 3), count(losses.size())}},
      {QT_TRANSLATE_NOOP("Core", "Rule: the loss falls by less than 2 % of its first "
                                 "value."),
       {}}};
  const double rate = fit.optimizer.learningRate;
  const bool farOff = rate < usual / 5.0 || rate > 20.0 * usual;
  out.push_back(farOff ? withRate(reading, usual) : reading);
}

bool contains(const Readings& readings, const char* id) {
  return std::any_of(readings.begin(), readings.end(),
                     [id](const Reading& reading) { return reading.id == id; });
}

} // namespace

std::vector<Reading> readCurve(const History& history, FitEnd end, const FitSpec& fit,
                               std::optional<double> baseline) {
  Readings out;
  if (end == FitEnd::diverged) readDivergence(history, fit, out);
  if (history.epochs.size() < shortestCurve) return out;
  const Series raw = trainLosses(history);
  const Series losses = smoothed(raw);
  const double drop = losses.front() - *std::min_element(losses.begin(), losses.end());
  if (drop < flatDrop * std::abs(losses.front())) {
    readFlat(losses, fit, out);
    return out;
  }
  readStart(losses, drop, fit, out);
  // A start that explodes would hide every later jump behind its own fall.
  readJumps(raw, baseline.value_or(0.0) > 0.0 ? std::min(drop, *baseline) : drop, fit, out);
  if (end != FitEnd::diverged) readEnd(losses, drop, fit, out);
  const Series validation = validationLosses(history);
  const bool validated = validation.size() == raw.size();
  if (validated) readValidation(validation, losses, fit, out);
  const bool over = contains(out, "overfitting");
  if (baseline && end != FitEnd::diverged && !over && !contains(out, "still_falling"))
    readBaseline(losses, *baseline, out);
  // More epochs are the last thing such a curve needs.
  if (over) std::erase_if(out, [](const Reading& one) { return one.id == "still_falling"; });
  return out;
}

} // namespace layerlab
