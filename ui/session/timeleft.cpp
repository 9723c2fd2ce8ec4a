#include "ui/session/timeleft.h"

#include <algorithm>

namespace layerlab {
namespace {

struct Line {
  double a = 0.0;
  double b = 0.0;
};

Line through(std::span<const TimedTrial> done) {
  const auto n = static_cast<double>(done.size());
  double x = 0.0;
  double y = 0.0;
  double xx = 0.0;
  double xy = 0.0;
  for (const TimedTrial& trial : done) {
    x += trial.parameters;
    y += trial.seconds;
    xx += trial.parameters * trial.parameters;
    xy += trial.parameters * trial.seconds;
  }
  const double spread = n * xx - x * x;
  const double slope = spread > 0.0 ? (n * xy - x * y) / spread : 0.0;
  if (slope <= 0.0) return {y / n, 0.0};
  const double start = (y - slope * x) / n;
  if (start < 0.0) return {0.0, y / x};
  return {start, slope};
}

} // namespace

double secondsLeft(std::span<const TimedTrial> done, std::span<const double> remaining,
                   int threads) {
  if (done.empty() || remaining.empty()) return 0.0;
  const Line line = through(done);
  double sum = 0.0;
  for (const double parameters : remaining) sum += line.a + line.b * parameters;
  const auto busy = std::min<double>(std::max(threads, 1), static_cast<double>(remaining.size()));
  return sum / busy;
}

} // namespace layerlab
