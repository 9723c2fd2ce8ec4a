#pragma once

#include "flags.h"
#include "settings.h"

#include "core/sweep/sweep.h"

namespace layerlab::cli {

/// The trials of `wanted`, those done that the file of --resume has. A file of another sweep is
/// refused: by the seeds, and by training its first trial again, which must give the same numbers.
Result<SweepResult> knownTrials(FlagReader& flags, const Settings& settings, const SweepSpec& spec,
                                const std::vector<Trial>& wanted);

/// `known` with what `trained` adds to it.
SweepResult joined(SweepResult known, const SweepResult& trained);

} // namespace layerlab::cli
