#pragma once

#include "core/fit/design.h"

#include <string>
#include <vector>

namespace layerlab {

/// What the code is about, beside the design.
struct KerasContext {
  const Table& table;
  const Outline& outline;
  std::string dataFile; ///< as it is to stand in read_csv
  double cutOff = 0.5;  ///< class 1 is p >= cutOff
  /// The file is one that tableCsv wrote, however the table itself was read.
  bool writtenPlainly = false;
};

/// One line of Python and the setting it says: "layer:ID", "optimizer", "loss", "metrics",
/// "epochs", "batch", "shuffle", "seed", "split", "validation", "scaling", "missing", "features",
/// "target", "file", "callbacks", "cutoff", "fit", "history"; empty: none.
struct KerasLine {
  std::string text;
  std::string setting;
};

/// The Python program of a design: Keras 3, pandas, matplotlib; runs unchanged and trains the same
/// network on the same rows with the same scaling (the random initial weights are Keras' own).
struct KerasCode {
  std::vector<KerasLine> lines;
  LAYERLAB_API std::string text() const; ///< with a line break after every line
};

LAYERLAB_API KerasCode kerasCode(const Design& design, const KerasContext& context);

/// `text` as a Python literal in double quotes.
LAYERLAB_API std::string pythonText(const std::string& text);

} // namespace layerlab
