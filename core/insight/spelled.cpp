#include "core/insight/spelled.h"

#include "core/base/message.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace layerlab {
namespace {

constexpr int digits = 3;

std::string n(double value) {
  return numberText(value, digits);
}

/// Negative numbers in brackets, as a factor or behind a sign.
std::string b(double value) {
  return value < 0.0 ? "(" + n(value) + ")" : n(value);
}

/// " + 0.3" or " - 0.3".
std::string signedTerm(double value) {
  return (value < 0.0 ? " - " : " + ") + n(std::abs(value));
}

/// Places of the `most` largest products, in their order.
std::vector<std::size_t> largest(std::span<const float> x, std::span<const float> w,
                                 std::size_t most) {
  std::vector<std::size_t> places(x.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  if (places.size() <= most) return places;
  std::partial_sort(
      places.begin(), places.begin() + static_cast<std::ptrdiff_t>(most), places.end(),
      [&](std::size_t p, std::size_t q) { return std::abs(x[p] * w[p]) > std::abs(x[q] * w[q]); });
  places.resize(most);
  std::sort(places.begin(), places.end());
  return places;
}

double product(std::span<const float> x, std::span<const float> w, std::size_t i) {
  return static_cast<double>(x[i]) * static_cast<double>(w[i]);
}

double clippedProbability(double p) {
  return std::clamp(p, 1e-7, 1.0 - 1e-7);
}

std::string outputLoss(Loss loss, double delta, double a, double y) {
  const double error = a - y;
  switch (loss) {
  case Loss::mse:
    return "(" + n(a) + " - " + b(y) + ")² = " + n(error * error);
  case Loss::mae:
    return "|" + n(a) + " - " + b(y) + "| = " + n(std::abs(error));
  case Loss::huber:
    return std::abs(error) <= delta ? "½·(" + n(a) + " - " + b(y) + ")² = " + n(error * error / 2.0)
                                    : n(delta) + "·|" + n(a) + " - " + b(y) + "| - ½·" + n(delta) +
                                          "² = " + n(delta * std::abs(error) - delta * delta / 2.0);
  default:
    break;
  }
  const double p = clippedProbability(a);
  if (y == 1.0) return "-ln " + n(p) + " = " + n(-std::log(p));
  if (y == 0.0) return "-ln(1 - " + n(p) + ") = " + n(-std::log(1.0 - p));
  return "-" + n(y) + "·ln " + n(p) + " - (1 - " + n(y) + ")·ln(1 - " + n(p) +
         ") = " + n(-y * std::log(p) - (1.0 - y) * std::log(1.0 - p));
}

/// Nadam's momentum u_t = beta1 (1 - 0.5 0.96^t) and the product of all up to t.
struct Schedule {
  double now = 0.0;
  double next = 0.0;
  double product = 1.0;
};

Schedule scheduleAt(const OptimizerSpec& spec, std::int64_t step) {
  Schedule schedule;
  double decay = 1.0;
  for (std::int64_t t = 1; t <= step; ++t) {
    decay *= 0.96;
    schedule.now = spec.beta1 * (1.0 - 0.5 * decay);
    schedule.product *= schedule.now;
  }
  schedule.next = spec.beta1 * (1.0 - 0.5 * decay * 0.96);
  return schedule;
}

bool isAdamLike(OptimizerKind kind) {
  return kind == OptimizerKind::adam || kind == OptimizerKind::adamw;
}

double correction(double beta, std::int64_t step) {
  return 1.0 - std::pow(beta, static_cast<double>(step));
}

void takeSgd(const OptimizerSpec& spec, double rate, WeightStep& s) {
  if (spec.momentum <= 0.0) {
    s.after = s.before - rate * s.gradient;
    return;
  }
  s.first = spec.momentum * s.firstBefore - rate * s.gradient;
  s.after = s.before + (spec.nesterov ? spec.momentum * s.first - rate * s.gradient : s.first);
}

void takeRmsprop(const OptimizerSpec& spec, double rate, WeightStep& s) {
  s.second = spec.rho * s.secondBefore + (1.0 - spec.rho) * s.gradient * s.gradient;
  const double move = rate * s.gradient / std::sqrt(s.second + spec.epsilon);
  s.first = spec.momentum > 0.0 ? spec.momentum * s.firstBefore + move : 0.0;
  s.after = s.before - (spec.momentum > 0.0 ? s.first : move);
}

void takeNadam(const OptimizerSpec& spec, double rate, std::int64_t step, WeightStep& s) {
  const Schedule u = scheduleAt(spec, step);
  const double mean = u.next / (1.0 - u.product * u.next) * s.first +
                      (1.0 - u.now) / (1.0 - u.product) * s.gradient;
  s.after =
      s.before - rate * mean / (std::sqrt(s.second / correction(spec.beta2, step)) + spec.epsilon);
}

/// Adam, AdamW, Nadam, Adamax: they share m.
void takeMoments(const OptimizerSpec& spec, double rate, std::int64_t step, WeightStep& s) {
  const double g = s.gradient;
  s.first = spec.beta1 * s.firstBefore + (1.0 - spec.beta1) * g;
  if (spec.kind == OptimizerKind::adamax) {
    s.second = std::max(spec.beta2 * s.secondBefore, std::abs(g));
    s.after = s.before - rate / correction(spec.beta1, step) * s.first / (s.second + spec.epsilon);
    return;
  }
  s.second = spec.beta2 * s.secondBefore + (1.0 - spec.beta2) * g * g;
  if (spec.kind == OptimizerKind::nadam) return takeNadam(spec, rate, step, s);
  const double decay = spec.kind == OptimizerKind::adamw ? spec.weightDecay : 0.0;
  const double corrected =
      rate * std::sqrt(correction(spec.beta2, step)) / correction(spec.beta1, step);
  s.after =
      s.before * (1.0 - rate * decay) - corrected * s.first / (std::sqrt(s.second) + spec.epsilon);
}

std::string firstLine(const OptimizerSpec& spec, double rate, const WeightStep& s) {
  switch (spec.kind) {
  case OptimizerKind::sgd:
    return spec.momentum > 0.0 ? "m = " + n(spec.momentum) + "·" + b(s.firstBefore) + " - " +
                                     n(rate) + "·" + b(s.gradient) + " = " + n(s.first)
                               : std::string();
  case OptimizerKind::rmsprop:
    return spec.momentum > 0.0 ? "b = " + n(spec.momentum) + "·" + b(s.firstBefore) + " + " +
                                     n(rate) + "·" + b(s.gradient) + "/√(v + ε) = " + n(s.first)
                               : std::string();
  case OptimizerKind::adagrad:
    return {};
  default:
    return "m = " + n(spec.beta1) + "·" + b(s.firstBefore) + " + " + n(1.0 - spec.beta1) + "·" +
           b(s.gradient) + " = " + n(s.first);
  }
}

std::string secondLine(const OptimizerSpec& spec, const WeightStep& s) {
  const std::string square = b(s.gradient) + "²";
  switch (spec.kind) {
  case OptimizerKind::sgd:
    return {};
  case OptimizerKind::adagrad:
    return "a = " + n(s.secondBefore) + " + " + square + " = " + n(s.second);
  case OptimizerKind::adamax:
    return "u = max(" + n(spec.beta2) + "·" + n(s.secondBefore) + ", |" + n(s.gradient) +
           "|) = " + n(s.second);
  default: {
    const double keep = spec.kind == OptimizerKind::rmsprop ? spec.rho : spec.beta2;
    return "v = " + n(keep) + "·" + n(s.secondBefore) + " + " + n(1.0 - keep) + "·" + square +
           " = " + n(s.second);
  }
  }
}

/// What is taken from the weight, spelled.
std::string moveText(const OptimizerSpec& spec, double rate, std::int64_t step,
                     const WeightStep& s) {
  const std::string t = std::to_string(step);
  const std::string root = "(√" + n(s.second) + " + ε)";
  switch (spec.kind) {
  case OptimizerKind::sgd:
    if (spec.momentum <= 0.0) return " - " + n(rate) + "·" + b(s.gradient);
    return spec.nesterov
               ? " + " + n(spec.momentum) + "·" + b(s.first) + " - " + n(rate) + "·" + b(s.gradient)
               : signedTerm(s.first);
  case OptimizerKind::rmsprop:
    if (spec.momentum > 0.0) return " - " + b(s.first);
    return " - " + n(rate) + "·" + b(s.gradient) + "/√(" + n(s.second) + " + ε)";
  case OptimizerKind::adagrad:
    return " - " + n(rate) + "·" + b(s.gradient) + "/√(" + n(s.second) + " + ε)";
  case OptimizerKind::adamax:
    return " - " + n(rate) + "/(1 - " + n(spec.beta1) + "^" + t + ")·" + b(s.first) + "/(" +
           n(s.second) + " + ε)";
  case OptimizerKind::nadam: {
    const Schedule u = scheduleAt(spec, step);
    return " - " + n(rate) + "·(" + n(u.next / (1.0 - u.product * u.next)) + "·" + b(s.first) +
           " + " + n((1.0 - u.now) / (1.0 - u.product)) + "·" + b(s.gradient) + ")/(√(" +
           n(s.second) + "/(1 - " + n(spec.beta2) + "^" + t + ")) + ε)";
  }
  default:
    return " - " + n(rate) + "·√(1 - " + n(spec.beta2) + "^" + t + ")/(1 - " + n(spec.beta1) + "^" +
           t + ")·" + b(s.first) + "/" + root;
  }
}

} // namespace

std::string spelledSum(std::span<const float> x, std::span<const float> w, const float* bias,
                       std::size_t most, const std::string& rest) {
  const std::vector<std::size_t> places = largest(x, w, most);
  std::string text;
  double shown = 0.0;
  for (const std::size_t i : places) {
    text += (text.empty() ? "" : " + ") + b(static_cast<double>(x[i])) + "·" +
            b(static_cast<double>(w[i]));
    shown += product(x, w, i);
  }
  double sum = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += product(x, w, i);
  if (places.size() < x.size())
    text += " + … (" + fill(rest, {std::to_string(x.size() - places.size()), n(sum - shown)}) + ")";
  if (bias) {
    text += signedTerm(static_cast<double>(*bias));
    sum += static_cast<double>(*bias);
  }
  return text + " = " + n(sum);
}

std::string spelledLoss(Loss loss, double huberDelta, std::span<const float> a,
                        std::span<const float> y) {
  if (loss == Loss::categoricalCrossentropy) {
    const auto which = static_cast<std::size_t>(std::max_element(y.begin(), y.end()) - y.begin());
    const double sum = std::accumulate(a.begin(), a.end(), 0.0);
    const double p = clippedProbability(static_cast<double>(a[which]) / (sum > 0.0 ? sum : 1.0));
    return "-ln " + n(p) + " = " + n(-std::log(p));
  }
  std::string text;
  for (std::size_t i = 0; i < a.size() && i < 3; ++i)
    text += (i == 0 ? "" : " , ") +
            outputLoss(loss, huberDelta, static_cast<double>(a[i]), static_cast<double>(y[i]));
  return a.size() > 3 ? text + " , …" : text;
}

WeightStep takenStep(const OptimizerSpec& spec, double learningRate, std::int64_t step,
                     WeightStep s) {
  switch (spec.kind) {
  case OptimizerKind::sgd:
    takeSgd(spec, learningRate, s);
    break;
  case OptimizerKind::rmsprop:
    takeRmsprop(spec, learningRate, s);
    break;
  case OptimizerKind::adagrad:
    s.second = s.secondBefore + s.gradient * s.gradient;
    s.after = s.before - learningRate * s.gradient / std::sqrt(s.second + spec.epsilon);
    break;
  default:
    takeMoments(spec, learningRate, step, s);
  }
  return s;
}

std::vector<std::string> spelledStep(const OptimizerSpec& spec, double learningRate,
                                     std::int64_t step, const WeightStep& s) {
  std::vector<std::string> lines;
  if (std::string line = secondLine(spec, s); !line.empty() && !isAdamLike(spec.kind))
    lines.push_back(std::move(line));
  if (std::string line = firstLine(spec, learningRate, s); !line.empty())
    lines.push_back(std::move(line));
  if (isAdamLike(spec.kind)) lines.push_back(secondLine(spec, s));
  const std::string old = spec.kind == OptimizerKind::adamw
                              ? n(s.before) + "·(1 - " + n(learningRate * spec.weightDecay) + ")"
                              : n(s.before);
  lines.push_back("w = " + old + moveText(spec, learningRate, step, s) + " = " + n(s.after));
  return lines;
}

} // namespace layerlab
