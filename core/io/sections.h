#pragma once

#include "core/io/json.h"
#include "core/io/project.h"

// Private to core/io: the sections of a project file, each with its reader and its writer.

namespace layerlab {

struct ReadContext {
  std::optional<Error> trouble; ///< the first thing that is wrong
  Json unknown = Json::object();
};

/// `data`, `model` and `training` into `project`; Keras' defaults for what is missing.
void readDesign(JsonObject& top, Project& project, ReadContext& context);
OrderedJson writeData(const Project& project);
OrderedJson writeModel(const NetworkSpec& network);
OrderedJson writeTraining(const Design& design);

/// `[{"kernel": ..., "bias": ...}, ...]`; sizes are looked at by checkWeights.
Result<Weights> readWeights(const Json& json, const std::string& where);

/// `scaling` and `labels`: the fitted preparation.
Preprocessing readPreprocessing(JsonObject& top, std::optional<Error>& trouble);
OrderedJson writePreprocessing(const Preprocessing& preprocessing);

/// Columns as Keras' history: {"loss": [...], "val_loss": [...], ...}. Epochs that are not finite
/// are not written.
History readHistory(JsonObject history, const std::vector<Metric>& metrics);
OrderedJson writeHistory(const History& history);

/// `runs`: each with its design, history and weights.
std::vector<SavedRun> readRuns(JsonObject& top, std::optional<Error>& trouble);
std::string runsToJson(const std::vector<SavedRun>& runs);

/// `sweeps`: each with its plan, the design it varies and the trials that are done.
void readSweeps(JsonObject& top, Project& project, std::optional<Error>& trouble);
OrderedJson writeSweeps(const std::vector<SweepResult>& sweeps);

/// The epochs up to the first one with a number that is not finite.
std::size_t finiteEpochs(const History& history);

const char* name(Task task);
const char* name(MissingRule rule);

} // namespace layerlab
