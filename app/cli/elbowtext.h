#pragma once

#include "flags.h"

#include "core/sweep/elbow.h"
#include "core/sweep/sweep.h"

#include <string>

namespace layerlab::cli {

/// --axis, --sensitivity, --classic. Classic is Kneedle's own linear axis unless told.
ElbowOptions elbowOptions(FlagReader& flags);

/// {"units":N|null,"strength":"clear","repeats_agreeing":N}
std::string elbowJson(const Elbow& elbow);
/// The same for people, with what it means and what the repeats pick by themselves.
std::string elbowSentence(const Elbow& elbow);

/// final_val_loss | best_val_loss | final_loss | score; val losses need a validation part.
SweepMetric sweepMetric(FlagReader& flags, bool validation);

} // namespace layerlab::cli
