#pragma once

#include "core/fit/design.h"

#include <optional>
#include <string>
#include <vector>

namespace layerlab {

/// Something in the code that was left alone, and why; lines count from 1.
struct KerasNote {
  int line = 0;
  Message message;
};

/// What Keras code says about a design.
struct KerasReading {
  Design design;                ///< the old one with what the code says put in
  std::vector<KerasNote> notes; ///< in the order of the lines
  bool hasModel = false;        ///< Sequential([...]) or model.add(...)
  bool hasLoss = false;         ///< compile with a loss
  bool hasFit = false;
  std::string dataFile;          ///< of pd.read_csv("...")
  std::optional<int> inputWidth; ///< of Input(shape=...), input_shape, input_dim
};

/// Reads Python with Keras' Sequential API into a copy of `base`: layers, compile, fit with its
/// callbacks, and the data lines that kerasCode writes (target, features, missing values, scaling,
/// split). What a call leaves out takes Keras' default; what the code does not speak of stays.
/// Lines that are not understood are named and left alone. `table`, where there is one, is asked
/// for the names of columns. An Error (row = line) when nothing of Keras was found, or when what
/// was read is out of range.
LAYERLAB_API Result<KerasReading> readKeras(const std::string& code, const Design& base,
                                            const Table* table = nullptr);

/// The largest program that is read.
inline constexpr std::size_t maxKerasBytes = std::size_t{1} << 20;

} // namespace layerlab
