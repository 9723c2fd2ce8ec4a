#pragma once

#include "flags.h"

#include "core/data/csv.h"
#include "core/io/project.h"

#include <string>

namespace layerlab::cli {

/// Project file, flags and data put together: everything a training or a sweep needs.
struct Settings {
  Project project; ///< its design is complete: output layer, loss and targets are settled
  std::string dataPath;
  TablePtr table;
  Outline outline;
  PreparedPtr prepared;
  std::optional<Weights> initialWeights;
};

/// Reads the project (first argument, if any), applies the flags, reads and prepares the data.
/// Settings out of range are refused before any data is read.
Result<Settings> loadSettings(const Request& request);

/// --delimiter, --encoding, --header, --decimal.
ReadOptions readOptions(FlagReader& flags);

/// Reading stops when a signal comes.
ReadControl readControl();

/// Which file an Error without one is about.
template <class T> Result<T> inFile(Result<T> result, const std::string& file) {
  if (!result && result.error().file.empty() && result.error().kind != ErrorKind::usage)
    result.error().file = file;
  return result;
}

} // namespace layerlab::cli
