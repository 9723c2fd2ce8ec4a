#pragma once

#include "core/base/message.h"
#include "core/fit/fit.h"

#include <vector>

namespace layerlab {

/// One sentence about a loss curve, with its numbers, and the rule behind it.
struct Reading {
  enum class Mood { good, note, bad };
  std::string id; ///< "falls_fast", "levels_off", "overfitting", "diverged", ...
  Mood mood = Mood::note;
  Message text;
  Message rule;
};

/// Falls fast at first? Levels off? Does validation follow? Overfitting, jumps, divergence.
LAYERLAB_API std::vector<Reading> readCurve(const History& history, FitEnd end,
                                            double learningRate);

} // namespace layerlab
