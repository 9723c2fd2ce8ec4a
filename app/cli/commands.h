#pragma once

#include "flags.h"
#include "outcome.h"

namespace layerlab::cli {

/// One command each: text in, text out; files are read and written inside.
Outcome inspectCommand(const Request& request);
Outcome trainCommand(const Request& request);
Outcome predictCommand(const Request& request);
Outcome sweepCommand(const Request& request);
Outcome elbowCommand(const Request& request);
Outcome checkCommand(const Request& request);
Outcome codeCommand(const Request& request);
Outcome lessonCommand(const Request& request);

} // namespace layerlab::cli
