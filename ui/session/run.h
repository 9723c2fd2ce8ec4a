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
  Design design;
  History history;
  bool running = false;
  FitEnd end = FitEnd::completed;
  int divergedEpoch = 0;
  Weights weights;
  std::optional<double> baseline;
  bool visible = true;
};

} // namespace layerlab
