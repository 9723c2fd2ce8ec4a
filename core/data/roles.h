#pragma once

#include "core/data/prepare.h"

#include <string>
#include <vector>

namespace layerlab {

/// The columns of a table in their roles; valid as long as the table.
struct Roles {
  Task task = Task::regression; ///< resolved, never automatic
  std::vector<const Column*> targets;
  std::vector<const Column*> inputs;
  std::vector<std::string> classes; ///< in order; empty for regression and several 0/1 targets
  std::vector<float> classValues;   ///< beside classes, when the target is numeric
  std::vector<LeftOut> leftOut;

  std::size_t outputs() const;
};

/// Rules T0, T1, T3, T4.
Result<Roles> resolveRoles(const Table& table, const PrepareSpec& spec);

/// Labels in order: by number if all of them are numbers, else by code point.
std::vector<std::string> inOrder(std::vector<std::string> labels);

/// The number a label is written as, if it is one.
std::optional<double> numberFrom(const std::string& label);

/// Inputs one column becomes, without any fitting.
InputColumn inputFrom(const Column& column);

} // namespace layerlab
