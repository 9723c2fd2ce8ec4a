#pragma once

#include "ui/session/workbench.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace layerlab {

/// What the pages inside look at: design, data and weights that belong together, to be carried off
/// the GUI thread.
struct Subject {
  TablePtr table;
  Design design;
  PreparedPtr data; ///< null: nobody has made the matrices yet
  std::shared_ptr<const Weights> weights;

  PreparationKey key() const { return preparationKey(table, design); }
  Activation outputActivation() const { return design.network.layers.back().activation; }
};

/// The weights in view (Workbench::timeline) with their data; nullopt: there are none, and
/// `whyNoSubject` says what to do about it.
std::optional<Subject> subjectOf(Workbench& workbench);
QString whyNoSubject(Workbench& workbench);

/// Does a fit or a sweep want the processor?
bool trains(const Workbench& workbench);

/// The subject's matrices, made now if need be; off the GUI thread.
Result<PreparedPtr> dataOf(const Subject& subject);

} // namespace layerlab
