#pragma once

#include "core/fit/fit.h"

#include <QString>

#include <optional>

namespace layerlab {

/// One Fit: the design it came from, its curve and how it ended. A result carries its design, so
/// the screen can always say "this curve is from an older design".
struct Run {
  int id = 0;
  QString name;
  int colour = -1; ///< of the palette of series; -1: by its id
  Design design;
  History history;
  bool running = false;
  FitEnd end = FitEnd::completed;
  int divergedEpoch = 0;
  int continues = 0; ///< the run whose weights it began with; 0: none. For the session only
  Weights weights;
  std::optional<Preprocessing> preprocessing; ///< what its rows went through; unknown: nullopt
  std::optional<double> baseline;             ///< on the validation part, if there is one
  std::optional<double> trainBaseline;        ///< on the training part; of squared losses only
  bool visible = true;

  int colourIndex() const { return colour >= 0 ? colour : id - 1; }
  /// Lowest val_loss (loss where there is no validation); nullopt: no epoch yet.
  std::optional<double> bestLoss() const {
    const auto best = history.bestEpoch();
    if (!best) return std::nullopt;
    const EpochRecord& record = history.epochs[*best];
    return record.valLoss.value_or(record.loss);
  }
};

/// What a person may choose about a run.
struct RunLook {
  QString name;
  int colour = -1;
};

/// One weight, or with `input` -1 one bias, of a dense layer (0: the first).
struct WeightPlace {
  std::size_t dense = 0;
  int input = 0;
  int unit = 0;
  bool operator==(const WeightPlace&) const = default;
};

/// Null where there is no such weight.
float* weightAt(Weights& weights, const WeightPlace& place);

} // namespace layerlab
