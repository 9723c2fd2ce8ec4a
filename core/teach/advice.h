#pragma once

#include "core/base/message.h"
#include "core/data/table.h"
#include "core/fit/design.h"

#include <functional>
#include <vector>

namespace layerlab {

/// One remark on a design before training, with a remedy of one click. Never blocks.
struct Advice {
  std::string id; ///< "linear_stack", "output_activation", ...
  Message text;
  Message remedyText;
  std::function<void(Design&)> remedy;
};

/// Output side against the task, stacked linear layers, unscaled inputs and targets, batch and
/// learning rate far off; most important first. `rows` is the number of training rows
/// (0 = unknown); without a table nothing is said about the size of inputs and targets.
LAYERLAB_API std::vector<Advice> adviseDesign(const Design& design, const Outline& outline,
                                              std::int64_t rows, const Table* table = nullptr);

} // namespace layerlab
