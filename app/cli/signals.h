#pragma once

#include "core/base/cancel.h"

namespace layerlab::cli {

/// SIGINT, SIGTERM and SIGHUP ask for a stop instead of killing; SIGPIPE and SIGXFSZ become errors
/// of the write that meets them. Call once, first of all.
void installSignals();

/// Makes sure that files opened later never get the numbers of a closed stdin, stdout or stderr.
void occupyStandardFiles();

/// Cancelled by a signal or when the time is up.
const CancelToken& stopToken();

/// 130, 143 (a hang-up counts as 143), or 0 when no signal came.
int signalStatus();

/// Cancels stopToken after so many seconds (> 0), as if interrupted.
void startTimer(double seconds);

} // namespace layerlab::cli
