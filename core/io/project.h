#pragma once

#include "core/base/result.h"
#include "core/fit/fit.h"
#include "core/sweep/sweep.h"

#include <optional>
#include <string>
#include <vector>

namespace layerlab {

/// One fit of a project's list of runs.
struct SavedRun {
  int number = 0;
  std::string name;
  int colour = 0; ///< of the palette of series
  bool visible = true;
  bool current = false; ///< its history and weights are those of the project
  Design design;
  FitEnd end = FitEnd::completed;
  int divergedEpoch = 0;
  std::optional<double> baseline;
  std::optional<double> trainBaseline; ///< on the training part, where R² can be told
  double seconds = 0.0;
  History history;
  Weights weights; ///< empty: not known
};

/// A project or saved model (the JSON of `layerlab-project` version 1): the design, where the data
/// is, and, in a saved model, weights, preparation and history. Keys this version does not know are
/// kept in `unknown` and written back.
struct Project {
  std::string dataFile;    ///< relative to the project file, or absolute, or a source ("painted:")
  std::string dataText;    ///< the table itself as UTF-8 CSV, so that the file can be done without
  std::string fingerprint; ///< of the data's file: has it changed since the project was saved?
  ReadOptions reading;     ///< how the file is to be read, as far as a person chose
  Design design;
  bool hasModel = false; ///< the file named layers
  bool hasLoss = false;  ///< the file named a loss
  std::optional<Weights> weights;
  std::optional<Preprocessing> preprocessing;
  std::optional<History> history;
  std::vector<SavedRun> runs;      ///< oldest first
  std::vector<SweepResult> sweeps; ///< of this data, the oldest first
  std::string unknown;             ///< JSON object text of unknown top-level and section keys
};

/// Parses, never crashes: truncated, wrong type, missing key, NaN, sizes that do not fit, absurd
/// numbers, 100,000 nested brackets give one Error; a higher version says so.
LAYERLAB_API Result<Project> projectFromJson(const std::string& text);
LAYERLAB_API std::string projectToJson(const Project& project);

/// Reads a regular file; Errors name it.
LAYERLAB_API Result<Project> readProject(const std::string& path);
/// Atomic: temporary file in the same folder, flush, check, fsync, rename.
LAYERLAB_API Result<void> writeProject(const std::string& path, const Project& project);

/// Design section only (undo texts, run records); the inverse of each other.
LAYERLAB_API std::string designToJson(const Design& design);
LAYERLAB_API Result<Design> designFromJson(const std::string& text);

/// `[{"kernel": [[...]], "bias": [...]}, ...]` with 9 significant digits, or an object with that
/// under "weights".
LAYERLAB_API Result<Weights> weightsFromJson(const std::string& text);
LAYERLAB_API std::string weightsToJson(const Weights& weights);

/// The largest project, model or weights file that is read.
inline constexpr std::size_t maxProjectBytes = std::size_t{512} << 20;

} // namespace layerlab
