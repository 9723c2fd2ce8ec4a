#pragma once

#include "core/fit/design.h"

#include <memory>

namespace layerlab {

class Session;
class Workbench;

/// Everything of a session, undo steps included.
struct SessionAside;
std::shared_ptr<const SessionAside> setAside(const Session& session);
/// Untouched: the undo stack has the same steps, place and clean state as before.
void bringBack(Session& session, const SessionAside& aside);

/// Keeps the person's project while a lesson uses the window. Only lessons need this, so it is no
/// verb of the workbench.
class ProjectKeeper {
public:
  virtual ~ProjectKeeper() = default;
  /// Stops what runs and keeps table, design, undo steps, runs, weights and files.
  virtual void setAside() = 0;
  virtual void bringBack() = 0;
  /// The open project is a lesson's; the person's waits.
  virtual bool keeps() const = 0;
  /// Another design for the present table, not undoable.
  virtual void startFrom(const Design& design) = 0;
};
ProjectKeeper& keeperOf(Workbench& workbench);

} // namespace layerlab
