#include "core/io/project.h"

#include "core/io/files.h"
#include "core/io/sections.h"

#include <limits>

namespace layerlab {
namespace {

constexpr const char* formatName = "layerlab-project";
constexpr std::int64_t formatVersion = 1;

/// "format" and "version". A file without a format is taken for ours if it has one of our sections.
void readFormat(JsonObject& top) {
  const std::string format = top.text("format", "");
  const bool ours = top.has("data") || top.has("model") || top.has("training");
  if (!format.empty() ? format != formatName : !ours)
    return top.fail("format", {QT_TRANSLATE_NOOP("Core", "not a LayerLab project or model: %1 must "
                                                         "be \"layerlab-project\""),
                               {}});
  const double version = top.number("version", 1.0);
  if (version > static_cast<double>(formatVersion))
    return top.fail("version",
                    {QT_TRANSLATE_NOOP("Core", "this file was written by a newer LayerLab (%1 %2); "
                                               "please update LayerLab"),
                     {numberText(version)}});
  if (version != static_cast<double>(formatVersion))
    top.fail("version", {QT_TRANSLATE_NOOP("Core", "%1 must be 1"), {}});
}

Result<void> checkOutputs(const Project& project) {
  const auto& layers = project.design.network.layers;
  const std::size_t wanted = project.preprocessing->outputWidth();
  const auto units = static_cast<std::size_t>(layers.back().units);
  if (units == wanted) return {};
  return inputError({QT_TRANSLATE_NOOP("Core", "the output layer has %1 units, but the targets and "
                                               "labels ask for %2"),
                     {std::to_string(units), std::to_string(wanted)}});
}

/// The parts must fit each other: a weight too many would be read beyond its end later.
Result<void> checkParts(const Project& project) {
  if (auto ok = check(project.design.fit); !ok) return ok;
  if (!project.hasModel && !project.weights) return {};
  const std::size_t inputs = project.preprocessing ? project.preprocessing->inputWidth() : 1;
  if (auto ok = check(project.design.network, inputs); !ok) return ok;
  if (!project.weights) return {};
  if (project.preprocessing) {
    if (auto ok = checkOutputs(project); !ok) return ok;
    return checkWeights(*project.weights, project.design.network, inputs);
  }
  const std::size_t rows = project.weights->empty() ? 0 : project.weights->front().kernel.rows;
  return checkWeights(*project.weights, project.design.network, rows);
}

/// Weights, preparation, history: what a saved model has over a project.
void readParts(JsonObject& top, Project& project, ReadContext& context) {
  if (top.has("weights") && !context.trouble) {
    auto weights = readWeights(top.raw("weights"), "weights");
    if (!weights)
      context.trouble = weights.error();
    else
      project.weights = std::move(*weights);
  }
  if (top.has("scaling")) project.preprocessing = readPreprocessing(top, context.trouble);
  if (top.has("history"))
    project.history = readHistory(top.object("history"), project.design.fit.metrics);
  project.runs = readRuns(top, context.trouble);
  readSweeps(top, project, context.trouble);
}

/// The text of an object, open at its end, so that large parts can follow without a second copy.
std::string openText(const OrderedJson& object) {
  std::string text = object.dump(2, ' ', false, OrderedJson::error_handler_t::replace);
  return text.substr(0, text.rfind('\n'));
}

std::string compact(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

OrderedJson sections(const Project& project) {
  OrderedJson out{{"format", formatName}, {"version", formatVersion}};
  out["data"] = writeData(project);
  if (project.hasModel || project.weights) out["model"] = writeModel(project.design.network);
  out["training"] = writeTraining(project.design);
  if (const auto& p = project.preprocessing) {
    if (!p->classes.empty()) out["labels"] = p->classes;
    out["scaling"] = writePreprocessing(*p);
  }
  return out;
}

/// Drops what the weights, history and labels sections say themselves.
Json unknownOf(const Project& project) {
  Json unknown =
      project.unknown.empty() ? Json::object() : Json::parse(project.unknown, nullptr, false);
  if (!unknown.is_object()) return Json::object();
  for (const char* key : {"weights", "history", "runs", "sweeps"}) unknown.erase(key);
  return unknown;
}

template <class T> Result<T> named(Result<T> result, const std::string& path) {
  if (!result && result.error().file.empty()) result.error().file = path;
  return result;
}

} // namespace

Result<Project> projectFromJson(const std::string& text) {
  const auto json = parseJson(text);
  if (!json) return json.error();
  ReadContext context;
  Project project;
  JsonObject top(*json, "", context.trouble);
  readFormat(top);
  readDesign(top, project, context);
  readParts(top, project, context);
  if (context.trouble) return *context.trouble;
  if (auto ok = checkParts(project); !ok) return ok.error();
  Json unknown = top.unknown();
  unknown.update(context.unknown);
  if (!unknown.empty()) project.unknown = unknown.dump();
  return project;
}

std::string projectToJson(const Project& project) {
  OrderedJson out = sections(project);
  mergeUnknown(out, unknownOf(project));
  std::string text = openText(out);
  if (project.weights) text += ",\n  \"weights\": " + weightsToJson(*project.weights);
  if (project.history) text += ",\n  \"history\": " + compact(writeHistory(*project.history));
  if (!project.runs.empty()) text += ",\n  \"runs\": " + runsToJson(project.runs);
  if (!project.sweeps.empty()) text += ",\n  \"sweeps\": " + compact(writeSweeps(project.sweeps));
  return text + "\n}\n";
}

Result<Project> readProject(const std::string& path) {
  const auto text = readFile(path, maxProjectBytes);
  if (!text) return text.error();
  return named(projectFromJson(*text), path);
}

Result<void> writeProject(const std::string& path, const Project& project) {
  return writeFile(path, projectToJson(project));
}

std::string designToJson(const Design& design) {
  Project project;
  project.design = design;
  OrderedJson out{{"data", writeData(project)},
                  {"model", writeModel(design.network)},
                  {"training", writeTraining(design)}};
  return out.dump(2, ' ', false, OrderedJson::error_handler_t::replace);
}

Result<Design> designFromJson(const std::string& text) {
  const auto json = parseJson(text);
  if (!json) return json.error();
  ReadContext context;
  Project project;
  JsonObject top(*json, "", context.trouble);
  readDesign(top, project, context);
  if (context.trouble) return *context.trouble;
  return project.design;
}

} // namespace layerlab
