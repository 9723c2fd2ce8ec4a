#include "core/sweep/elbow.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace layerlab {
namespace {

using Numbers = std::vector<double>;

/// The losses at one node count, finite ones only.
struct Point {
  double units = 0.0;
  Numbers losses;
};

double meanOf(const Numbers& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double medianOf(Numbers values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

/// Rising in units, each count once, counts without a finite loss left out.
std::vector<Point> orderedPoints(const Numbers& units, const std::vector<Numbers>& repeats) {
  std::vector<Point> points;
  for (std::size_t i = 0; i < units.size() && i < repeats.size(); ++i) {
    if (!std::isfinite(units[i])) continue;
    auto place = std::lower_bound(points.begin(), points.end(), units[i],
                                  [](const Point& p, double u) { return p.units < u; });
    if (place == points.end() || place->units != units[i])
      place = points.insert(place, {units[i], {}});
    std::copy_if(repeats[i].begin(), repeats[i].end(), std::back_inserter(place->losses),
                 [](double loss) { return std::isfinite(loss); });
  }
  std::erase_if(points, [](const Point& p) { return p.losses.empty(); });
  return points;
}

Numbers axisOf(const std::vector<Point>& points, ElbowAxis axis) {
  Numbers x;
  for (const Point& point : points)
    x.push_back(axis == ElbowAxis::log2 ? std::log2(point.units) : point.units);
  return x;
}

/// To [0, 1]; in numpy's order of operations, so that the bits are the reference's.
Numbers normalised(const Numbers& values) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  Numbers out;
  for (const double value : values) out.push_back((value - *low) / (*high - *low));
  return out;
}

/// Kneedle's difference curve of a convex, decreasing curve: (max - y) - x, both normalised.
Numbers differenceCurve(const Numbers& x, const Numbers& y) {
  const Numbers xs = normalised(x);
  const Numbers ys = normalised(y);
  const double top = *std::max_element(ys.begin(), ys.end());
  Numbers d;
  for (std::size_t i = 0; i < xs.size(); ++i) d.push_back((top - ys[i]) - xs[i]);
  return d;
}

/// Non-strict local maximum; a missing neighbour is the point itself.
bool isMaximum(const Numbers& d, std::size_t i) {
  return d[i] >= d[i == 0 ? 0 : i - 1] && d[i] >= d[std::min(i + 1, d.size() - 1)];
}

bool isMinimum(const Numbers& d, std::size_t i) {
  return d[i] <= d[i == 0 ? 0 : i - 1] && d[i] <= d[std::min(i + 1, d.size() - 1)];
}

double meanSpacing(const Numbers& x) {
  const Numbers xs = normalised(x);
  return (xs.back() - xs.front()) / static_cast<double>(xs.size() - 1);
}

constexpr auto nowhere = static_cast<std::size_t>(-1);

/// The scan of the kneed library, offline: index of the knee.
std::optional<std::size_t> classicKnee(const Numbers& x, const Numbers& y, double sensitivity) {
  if (x.size() < 2) return std::nullopt;
  const Numbers d = differenceCurve(x, y);
  const double margin = sensitivity * std::abs(meanSpacing(x));
  double threshold = 0.0;
  std::size_t candidate = nowhere;
  for (std::size_t i = 0; i + 1 < d.size(); ++i) {
    if (isMaximum(d, i)) {
      candidate = i;
      threshold = d[i] - margin;
    }
    if (isMinimum(d, i)) candidate = nowhere; // off until the next maximum
    if (candidate != nowhere && d[i + 1] < threshold) return candidate;
  }
  return std::nullopt;
}

struct Knee {
  std::size_t index = 0;
  bool clear = false;
};

/// The guarded scan. Maxima at either end and those at zero height do not count; `noise` is how
/// much of d the repeats' spread explains: a dip smaller than that neither ends a rise nor passes.
std::optional<Knee> guardedKnee(const Numbers& x, const Numbers& y, double sensitivity,
                                double noise) {
  constexpr double least = 1e-12;
  const Numbers d = differenceCurve(x, y);
  const double margin = std::max(sensitivity * meanSpacing(x), noise);
  std::size_t candidate = nowhere; // set while detection is on
  std::size_t highest = nowhere;
  for (std::size_t i = 1; i + 1 < d.size(); ++i) {
    if (isMaximum(d, i) && d[i] > least) {
      if (candidate == nowhere || noise <= 0.0 || d[i] > d[candidate]) candidate = i;
      if (highest == nowhere || d[i] > d[highest]) highest = i;
    } else if (isMinimum(d, i) && noise <= 0.0) {
      candidate = nowhere;
    }
    if (candidate != nowhere && d[i + 1] < d[candidate] - margin) return Knee{candidate, true};
  }
  if (highest == nowhere) return std::nullopt;
  return Knee{highest, false};
}

double meanRepeats(const std::vector<Point>& points) {
  double count = 0.0;
  for (const Point& point : points) count += static_cast<double>(point.losses.size());
  return count / static_cast<double>(points.size());
}

/// Pooled standard deviation of the repeats around their mean; 0 when there is one repeat only.
double deviation(const std::vector<Point>& points) {
  double squares = 0.0;
  double freedom = 0.0;
  for (const Point& point : points) {
    const double mean = meanOf(point.losses);
    for (const double loss : point.losses) squares += (loss - mean) * (loss - mean);
    freedom += static_cast<double>(point.losses.size()) - 1.0;
  }
  return freedom > 0.0 ? std::sqrt(squares / freedom) : 0.0;
}

/// The same from the median distance to the median, which a training that got stuck does not move
/// (1.4826: normal distribution; n / (n - 0.8): few repeats, Croux and Rousseeuw 1992).
double robustDeviation(const std::vector<Point>& points) {
  Numbers distances;
  for (const Point& point : points) {
    const double middle = medianOf(point.losses);
    for (const double loss : point.losses) distances.push_back(std::abs(loss - middle));
  }
  const double repeats = meanRepeats(points);
  return 1.4826 * repeats / (repeats - 0.8) * medianOf(distances);
}

double spreadOf(const std::vector<Point>& points) {
  return meanRepeats(points) >= 5.0 ? robustDeviation(points) : deviation(points);
}

/// Spread of the typical loss of one count. The median of noise scatters 1.25 times as far as the
/// mean does.
double scatterOf(const std::vector<Point>& points) {
  const double repeats = meanRepeats(points);
  return spreadOf(points) / std::sqrt(repeats) * (repeats >= 5.0 ? 1.2533 : 1.0);
}

/// Noise of one repeat from the jitter between neighbouring counts: the median second difference,
/// which a smooth curve keeps small.
double jitterOf(const Numbers& y) {
  Numbers bends;
  for (std::size_t i = 1; i + 1 < y.size(); ++i)
    bends.push_back(std::abs(y[i - 1] - 2.0 * y[i] + y[i + 1]));
  return medianOf(bends) / (0.6745 * std::sqrt(6.0));
}

/// The drop that noise alone explains: what the lowest of n counts reaches by chance
/// (sqrt(2 ln n) scatters, and 2.5 for the scatter of both ends), but at least twice the spread of
/// the repeats, or 5 % of the first loss where there is one repeat only.
double chanceDrop(const std::vector<Point>& points, const Numbers& y) {
  const double reach = std::sqrt(2.0 * std::log(static_cast<double>(points.size()))) + 2.5;
  if (const double spread = spreadOf(points); spread > 0.0)
    return std::max(2.0 * spread, reach * scatterOf(points));
  return std::max(0.05 * std::abs(y.front()), reach * jitterOf(y));
}

double dropOf(const Numbers& y) {
  return y.front() - *std::min_element(y.begin(), y.end());
}

/// How far apart two points of d lie by chance (two standard errors of a difference).
double noiseOfDifference(const std::vector<Point>& points, const Numbers& y) {
  const auto [low, high] = std::minmax_element(y.begin(), y.end());
  return 2.0 * std::sqrt(2.0) * scatterOf(points) / (*high - *low);
}

/// Losses of repeat `which`, where every count has it.
std::optional<Numbers> singleRepeat(const std::vector<Point>& points, std::size_t which) {
  Numbers y;
  for (const Point& point : points) {
    if (which >= point.losses.size()) return std::nullopt;
    y.push_back(point.losses[which]);
  }
  return y;
}

bool allEqual(const Numbers& y) {
  return std::all_of(y.begin(), y.end(), [&](double v) { return v == y.front(); });
}

using Picks = std::vector<std::optional<std::size_t>>;

/// The elbow of one repeat by itself.
std::optional<std::size_t> pickOf(const Numbers& x, const Numbers& y, const ElbowOptions& options) {
  if (allEqual(y)) return std::nullopt;
  if (options.classic) return classicKnee(x, y, options.sensitivity);
  const auto knee = guardedKnee(x, y, options.sensitivity, 0.0);
  return knee ? std::optional(knee->index) : std::nullopt;
}

Picks picksOf(const std::vector<Point>& points, const Numbers& x, const ElbowOptions& options) {
  Picks picks;
  for (std::size_t r = 0;; ++r) {
    const auto y = singleRepeat(points, r);
    if (!y) return picks;
    picks.push_back(pickOf(x, *y, options));
  }
}

/// How many repeats pick a count at most `steps` beside the elbow.
int within(const Picks& picks, std::size_t knee, std::size_t steps) {
  return static_cast<int>(std::count_if(picks.begin(), picks.end(), [&](const auto& pick) {
    return pick && *pick + steps >= knee && *pick <= knee + steps;
  }));
}

void keepElbow(Elbow& elbow, const std::vector<Point>& points, const Picks& picks,
               std::size_t knee) {
  elbow.units = points[knee].units;
  elbow.repeatsAgreeing = within(picks, knee, 0);
  for (const auto& pick : picks)
    elbow.picks.push_back(pick ? std::optional(points[*pick].units) : std::nullopt);
}

ElbowStrength strengthOf(const Knee& knee, const Picks& picks) {
  const bool most = 2 * within(picks, knee.index, 1) > static_cast<int>(picks.size());
  if (!most && !picks.empty()) return ElbowStrength::unstable;
  return knee.clear && within(picks, knee.index, 0) > 0 ? ElbowStrength::clear
                                                        : ElbowStrength::weak;
}

void guard(Elbow& elbow, const std::vector<Point>& points, const Numbers& y,
           const ElbowOptions& options) {
  elbow.strength = ElbowStrength::none;
  if (allEqual(y)) return;
  const Numbers x = axisOf(points, options.axis);
  const auto knee = guardedKnee(x, y, options.sensitivity, noiseOfDifference(points, y));
  if (!knee) return;
  if (dropOf(y) <= chanceDrop(points, y)) {
    elbow.strength = ElbowStrength::flat;
    return;
  }
  const Picks picks = picksOf(points, x, options);
  keepElbow(elbow, points, picks, knee->index);
  elbow.strength = strengthOf(*knee, picks);
}

void classic(Elbow& elbow, const std::vector<Point>& points, const Numbers& y,
             const ElbowOptions& options) {
  const Numbers x = axisOf(points, options.axis);
  const auto knee = classicKnee(x, y, options.sensitivity);
  elbow.strength = knee ? ElbowStrength::clear : ElbowStrength::none;
  if (knee) keepElbow(elbow, points, picksOf(points, x, options), *knee);
}

} // namespace

const char* name(ElbowStrength strength) {
  switch (strength) {
  case ElbowStrength::clear:
    return "clear";
  case ElbowStrength::weak:
    return "weak";
  case ElbowStrength::unstable:
    return "unstable";
  case ElbowStrength::flat:
    return "flat";
  case ElbowStrength::none:
    return "none";
  case ElbowStrength::tooFew:
    return "too_few";
  }
  return "none";
}

double typicalLoss(const std::vector<double>& losses) {
  return losses.size() >= 5 ? medianOf(losses) : meanOf(losses);
}

Elbow findElbow(const std::vector<double>& units, const std::vector<std::vector<double>>& repeats,
                const ElbowOptions& options) {
  auto points = orderedPoints(units, repeats);
  if (options.axis == ElbowAxis::log2)
    std::erase_if(points, [](const Point& p) { return p.units <= 0.0; });
  Elbow elbow;
  if (points.empty()) return elbow;
  Numbers y;
  for (const Point& point : points) y.push_back(typicalLoss(point.losses));
  const auto lowest = std::min_element(y.begin(), y.end()) - y.begin();
  elbow.lowest = points[static_cast<std::size_t>(lowest)].units;
  if (options.classic)
    classic(elbow, points, y, options);
  else if (points.size() >= 4)
    guard(elbow, points, y, options);
  return elbow;
}

} // namespace layerlab
