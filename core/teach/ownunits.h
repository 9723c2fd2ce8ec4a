#pragma once

#include "core/data/prepare.h"
#include "core/fit/history.h"
#include "core/net/rules.h"
#include "core/teach/reading.h"

#include <optional>

namespace layerlab {

/// How far off predictions are, in the target's own units: a regression's last validation loss
/// (else its training loss) scaled back; RMSE = sqrt(mse) * scale, MAE = mae * scale. None for
/// classes, several targets, a huber loss, and losses that left the numbers. A regularizer's
/// penalty is part of the loss, so the number is an upper bound then.
LAYERLAB_API std::optional<Reading> readOwnUnits(const Preprocessing& preprocessing, Loss loss,
                                                 const History& history);

} // namespace layerlab
