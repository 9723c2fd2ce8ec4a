#pragma once

#include "flags.h"
#include "outcome.h"

#include <variant>

namespace layerlab::cli {

/// The grammar of the command line: a request, or what to print instead (help, version, a mistake).
std::variant<Request, Outcome> parseCommandLine(int argc, const char* const* argv);

} // namespace layerlab::cli
