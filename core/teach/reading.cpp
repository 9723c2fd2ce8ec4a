#include "core/teach/reading.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

// The rules' numbers; each sentence's rule names its own.
constexpr std::size_t shortestCurve = 5; // epochs below which there is nothing to read
constexpr double flatDrop = 0.02;        // a fall of less than 2 % of the first loss is no fall
constexpr double fastShare = 0.5;        // half of the whole fall ...
constexpr double fastEpochs = 0.2;       // ... in the first fifth of the epochs
constexpr double levelShare = 0.02;      // within 2 % of the whole fall of the last value
constexpr double levelEpochs = 0.2;      // for the last fifth of the epochs
constexpr double risen = 0.05;           // validation 5 % above its lowest
constexpr double follows = 1.25;         // validation at most 25 % above training
constexpr double jumpShare = 0.1;        // a rise of a tenth of the whole fall ...
constexpr double jumpEpochs = 0.1;       // ... in a tenth of the epochs

using Series = std::vector<double>;
using Readings = std::vector<Reading>;
using Mood = Reading::Mood;

std::string percent(double share) {
  return std::to_string(std::lround(100.0 * share));
}
std::string count(std::size_t n) {
  return std::to_string(n);
}

Series trainLosses(const History& history) {
  Series losses;
  for (const EpochRecord& record : history.epochs) losses.push_back(record.loss);
  return losses;
}

Series validationLosses(const History& history) {
  Series losses;
  for (const EpochRecord& record : history.epochs)
    if (record.valLoss) losses.push_back(*record.valLoss);
  return losses;
}

/// Running median over five epochs: single jumps do not hide the trend.
Series smoothed(const Series& series) {
  Series out(series.size());
  for (std::size_t i = 0; i < series.size(); ++i) {
    const std::size_t reach = std::min({std::size_t{2}, i, series.size() - 1 - i});
    Series window(series.begin() + static_cast<std::ptrdiff_t>(i - reach),
                  series.begin() + static_cast<std::ptrdiff_t>(i + reach + 1));
    std::nth_element(window.begin(), window.begin() + static_cast<std::ptrdiff_t>(reach),
                     window.end());
    out[i] = window[reach];
  }
  return out;
}

std::size_t share(std::size_t n, double part) {
  return std::max<std::size_t>(2, static_cast<std::size_t>(std::ceil(part * double(n))));
}

void readDivergence(const History& history, double learningRate, Readings& out) {
  out.push_back(
      {"diverged",
       Mood::bad,
       {QT_TRANSLATE_NOOP("Core", "left the numbers at epoch %1: the learning rate %2 is too high; "
                                  "last good weights kept"),
        {count(history.epochs.size() + 1), numberText(learningRate)}},
       {QT_TRANSLATE_NOOP("Core", "A loss or weight became infinite or not a number."), {}}});
}

void readStart(const Series& losses, double drop, Readings& out) {
  const std::size_t early = share(losses.size(), fastEpochs);
  const double fallen = losses.front() - losses[std::min(early, losses.size() - 1)];
  const Message rule{QT_TRANSLATE_NOOP("Core", "Rule: at least half of the whole fall happens in "
                                               "the first fifth of the epochs."),
                     {}};
  if (fallen >= fastShare * drop)
    out.push_back({"falls_fast",
                   Mood::good,
                   {QT_TRANSLATE_NOOP("Core", "falls fast at first (-%1 % in %2 epochs)"),
                    {percent(fallen / losses.front()), count(early)}},
                   rule});
  else
    out.push_back(
        {"falls_slowly",
         Mood::note,
         {QT_TRANSLATE_NOOP("Core", "falls slowly at first (-%1 % in %2 epochs): a higher "
                                    "learning rate may help"),
          {percent(fallen / losses.front()), count(early)}},
         rule});
}

/// First epoch (from 1) after which the curve stays within levelShare of the fall above its end.
std::size_t levelSince(const Series& losses, double drop) {
  std::size_t since = losses.size();
  while (since > 1 && std::abs(losses[since - 2] - losses.back()) <= levelShare * drop) --since;
  return since;
}

void readEnd(const Series& losses, double drop, Readings& out) {
  const std::size_t late = share(losses.size(), levelEpochs);
  const std::size_t since = levelSince(losses, drop);
  const Message rule{QT_TRANSLATE_NOOP("Core", "Rule: level when the last fifth of the epochs "
                                               "changes the loss by less than 2 % of its whole "
                                               "fall."),
                     {}};
  if (losses.size() - since + 1 >= late) {
    out.push_back({"levels_off",
                   Mood::good,
                   {QT_TRANSLATE_NOOP("Core", "levels off (since epoch %1)"), {count(since)}},
                   rule});
    return;
  }
  const double falling = losses[losses.size() - late] - losses.back();
  if (falling > levelShare * drop)
    out.push_back({"still_falling",
                   Mood::note,
                   {QT_TRANSLATE_NOOP("Core", "still falling (-%1 % in the last %2 epochs): train "
                                              "longer"),
                    {percent(falling / losses[losses.size() - late]), count(late)}},
                   rule});
}

void readJumps(const Series& losses, double drop, Readings& out) {
  std::size_t jumps = 0;
  for (std::size_t i = 1; i < losses.size(); ++i)
    if (losses[i] - losses[i - 1] > jumpShare * drop) ++jumps;
  if (jumps < share(losses.size(), jumpEpochs)) return;
  out.push_back({"jumps",
                 Mood::bad,
                 {QT_TRANSLATE_NOOP("Core", "jumps (%1 times up by a tenth of the fall): learning "
                                            "rate too high"),
                  {count(jumps)}},
                 {QT_TRANSLATE_NOOP("Core", "Rule: in a tenth of the epochs or more the loss rises "
                                            "by over a tenth of its whole fall."),
                  {}}});
}

void readValidation(const Series& validation, const Series& train, Readings& out) {
  const auto lowest = std::min_element(validation.begin(), validation.end());
  const auto best = static_cast<std::size_t>(lowest - validation.begin()) + 1;
  const double rise = (validation.back() - *lowest) / std::max(*lowest, 1e-12);
  if (rise > risen && validation.size() - best >= share(validation.size(), 0.05)) {
    out.push_back({"overfitting",
                   Mood::bad,
                   {QT_TRANSLATE_NOOP("Core", "validation lowest at epoch %1, up %2 % since: "
                                              "overfitting"),
                    {count(best), percent(rise)}},
                   {QT_TRANSLATE_NOOP("Core", "Rule: the last validation loss is more than 5 % "
                                              "above its lowest."),
                    {}}});
    return;
  }
  const Message rule{QT_TRANSLATE_NOOP("Core", "Rule: the last validation loss is at most 25 % "
                                               "above the training loss."),
                     {}};
  if (validation.back() <= follows * train.back())
    out.push_back({"validation_follows",
                   Mood::good,
                   {QT_TRANSLATE_NOOP("Core", "validation follows (%1 against %2)"),
                    {numberText(validation.back(), 3), numberText(train.back(), 3)}},
                   rule});
  else
    out.push_back({"validation_apart",
                   Mood::note,
                   {QT_TRANSLATE_NOOP("Core", "validation stays above training (%1 against %2)"),
                    {numberText(validation.back(), 3), numberText(train.back(), 3)}},
                   rule});
}

void readFlat(const Series& losses, Readings& out) {
  out.push_back(
      {"flat",
       Mood::bad,
       {QT_TRANSLATE_NOOP("Core", "hardly falls (%1 to %2 in %3 epochs): other learning "
                                  "rate, more units, or inputs that say nothing"),
        {numberText(losses.front(), 3), numberText(losses.back(), 3), count(losses.size())}},
       {QT_TRANSLATE_NOOP("Core", "Rule: the loss falls by less than 2 % of its first "
                                  "value."),
        {}}});
}

} // namespace

std::vector<Reading> readCurve(const History& history, FitEnd end, double learningRate) {
  Readings out;
  if (end == FitEnd::diverged) readDivergence(history, learningRate, out);
  if (history.epochs.size() < shortestCurve) return out;
  const Series raw = trainLosses(history);
  const Series losses = smoothed(raw);
  const double drop = losses.front() - *std::min_element(losses.begin(), losses.end());
  if (drop < flatDrop * std::abs(losses.front())) {
    readFlat(losses, out);
    return out;
  }
  readStart(losses, drop, out);
  readJumps(raw, drop, out);
  if (end != FitEnd::diverged) readEnd(losses, drop, out);
  const Series validation = validationLosses(history);
  if (validation.size() == raw.size()) readValidation(validation, losses, out);
  return out;
}

} // namespace layerlab
