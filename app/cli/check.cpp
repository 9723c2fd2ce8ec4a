#include "commands.h"

#include "core/io/project.h"

namespace layerlab::cli {

Outcome checkCommand(const Request& request) {
  const auto project = readProject(request.arguments.front());
  return project ? Outcome("ok\n") : Outcome(project.error());
}

} // namespace layerlab::cli
