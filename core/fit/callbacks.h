#pragma once

#include "core/fit/history.h"

#include <limits>
#include <optional>
#include <string>

namespace layerlab {

/// The number a callback watches in an epoch ("loss", "val_loss", a metric's Keras name, "val_" +
/// that); nothing if the epoch has no such number.
LAYERLAB_API std::optional<double> monitored(const std::string& monitor,
                                             const std::vector<Metric>& metrics,
                                             const EpochRecord& record);

/// Keras' EarlyStopping, told about one epoch after the other.
class LAYERLAB_API EarlyStopper {
public:
  explicit EarlyStopper(const EarlyStopping& spec);

  struct Verdict {
    bool stop = false;
    bool best = false; ///< keep this epoch's weights
  };
  Verdict epochDone(std::optional<double> value, int epoch);

private:
  int m_patience;
  double m_minDelta;
  bool m_larger; ///< accuracy: more is better
  double m_best;
  int m_wait = 0;
  bool m_any = false;
};

/// Keras' ReduceLROnPlateau.
class LAYERLAB_API PlateauWatcher {
public:
  explicit PlateauWatcher(const ReduceLrOnPlateau& spec);

  /// The learning rate from now on.
  double epochDone(std::optional<double> value, double learningRate);

private:
  ReduceLrOnPlateau m_spec;
  bool m_larger;
  double m_best;
  int m_wait = 0;
  int m_cooldown = 0;
};

} // namespace layerlab
