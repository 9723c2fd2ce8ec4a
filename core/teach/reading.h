#pragma once

#include "core/base/message.h"
#include "core/fit/fit.h"

#include <functional>
#include <optional>
#include <vector>

namespace layerlab {

/// One sentence about a loss curve, with its numbers, and the rule behind it.
struct Reading {
  enum class Mood { good, note, bad };
  std::string id; ///< "falls_fast", "levels_off", "overfitting", "diverged", ...
  Mood mood = Mood::note;
  Message text;
  Message rule;
  Message remedyText{};
  std::function<void(Design&)> remedy{}; ///< empty: nothing of one click
};

/// Falls fast at first? Levels off? Does validation follow? Underfitting, overfitting, jumps,
/// divergence. `fit`: what the curve was trained with; `baseline`: the loss of always predicting
/// the mean or the base rate.
LAYERLAB_API std::vector<Reading> readCurve(const History& history, FitEnd end, const FitSpec& fit,
                                            std::optional<double> baseline = {});

} // namespace layerlab
