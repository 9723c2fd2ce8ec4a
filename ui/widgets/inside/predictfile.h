#pragma once

#include "core/base/result.h"
#include "ui/session/errand.h"
#include "ui/widgets/inside/subject.h"

#include <QString>

#include <functional>

namespace layerlab {

/// A table whose rows shall be predicted and written.
struct PredictionOrder {
  QString source; ///< a CSV file; empty: the open table
  QString target;
  double cutOff = 0.5;
};

/// Reads, predicts and writes; `done` gets the number of rows, or what went wrong.
Errand::Work predictFile(const Subject& subject, const PredictionOrder& order,
                         const std::function<void(const Result<qint64>&)>& done);

} // namespace layerlab
