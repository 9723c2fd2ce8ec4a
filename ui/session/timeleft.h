#pragma once

#include <span>

namespace layerlab {

/// A training that is done: its size and its time.
struct TimedTrial {
  double parameters = 0.0;
  double seconds = 0.0;
};

/// Seconds that trials with `remaining` parameters will still take on `threads` threads. Bigger
/// networks come later in a sweep and take longer, so a mean over the finished ones would promise
/// too much: seconds = a + b * parameters by least squares over the finished ones, neither below 0.
double secondsLeft(std::span<const TimedTrial> done, std::span<const double> remaining,
                   int threads);

} // namespace layerlab
