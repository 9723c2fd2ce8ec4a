#include "core/io/sections.h"

#include <array>
#include <cmath>

namespace layerlab {
namespace {

constexpr std::array<const char*, 4> endNames{"completed", "stopped_early", "diverged", "stopped"};

std::optional<FitEnd> runEndFromName(std::string_view name) {
  for (std::size_t i = 0; i < endNames.size(); ++i)
    if (name == endNames[i]) return static_cast<FitEnd>(i);
  return std::nullopt;
}

/// The run's own design, in the sections of a project.
void readRunDesign(JsonObject section, Design& design, std::optional<Error>& trouble) {
  ReadContext context;
  Project part;
  readDesign(section, part, context);
  if (context.trouble && !trouble) trouble = context.trouble;
  design = part.design;
}

void readRunWeights(JsonObject& json, SavedRun& run, std::optional<Error>& trouble) {
  if (!json.has("weights")) {
    json.raw("weights");
    return;
  }
  auto weights = readWeights(json.raw("weights"), json.where() + ".weights");
  if (!weights && !trouble) trouble = weights.error();
  if (!weights) return;
  const std::size_t rows = weights->empty() ? 0 : weights->front().kernel.rows;
  if (checkWeights(*weights, run.design.network, rows))
    run.weights = std::move(*weights);
  else
    json.fail("weights", {QT_TRANSLATE_NOOP("Core", "%1 does not fit the layers of its run"), {}});
}

SavedRun readRun(JsonObject json, std::optional<Error>& trouble) {
  SavedRun run;
  run.number = static_cast<int>(json.integer("number", 1, 1, 1'000'000'000));
  run.name = json.text("name", "");
  run.colour = static_cast<int>(json.integer("colour", 0, 0, 1'000'000));
  run.visible = json.boolean("visible", true);
  run.current = json.boolean("current", false);
  run.end = json.word("end", FitEnd::completed, runEndFromName);
  run.divergedEpoch = static_cast<int>(json.integer("diverged_epoch", 0, 0, 1'000'000'000));
  if (json.has("baseline")) run.baseline = json.number("baseline", 0.0);
  if (json.has("train_baseline")) run.trainBaseline = json.number("train_baseline", 0.0);
  run.seconds = json.number("seconds", 0.0);
  readRunDesign(json.object("design"), run.design, trouble);
  if (json.has("history"))
    run.history = readHistory(json.object("history"), run.design.fit.metrics);
  if (!run.history.epochs.empty()) run.history.epochs.back().seconds = run.seconds;
  readRunWeights(json, run, trouble);
  return run;
}

OrderedJson writeRun(const SavedRun& run) {
  Project part;
  part.design = run.design;
  OrderedJson out{{"number", run.number},
                  {"name", run.name},
                  {"colour", run.colour},
                  {"visible", run.visible},
                  {"current", run.current}};
  out["end"] = endNames.at(static_cast<std::size_t>(run.end));
  if (run.end == FitEnd::diverged) out["diverged_epoch"] = run.divergedEpoch;
  if (run.baseline && std::isfinite(*run.baseline)) out["baseline"] = *run.baseline;
  if (run.trainBaseline && std::isfinite(*run.trainBaseline))
    out["train_baseline"] = *run.trainBaseline;
  out["seconds"] = run.seconds;
  out["design"] = {{"data", writeData(part)},
                   {"model", writeModel(run.design.network)},
                   {"training", writeTraining(run.design)}};
  return out;
}

} // namespace

std::vector<SavedRun> readRuns(JsonObject& top, std::optional<Error>& trouble) {
  std::vector<SavedRun> runs;
  top.each("runs", [&](const Json& item, const std::string& where) {
    if (!trouble) runs.push_back(readRun({item, where, trouble}, trouble));
  });
  return runs;
}

std::string runsToJson(const std::vector<SavedRun>& runs) {
  std::string text = "[";
  for (const SavedRun& run : runs) {
    text += text.size() > 1 ? ",\n    " : "\n    ";
    std::string one = writeRun(run).dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
    one.pop_back(); // open again, so that the large parts need no second copy
    text += one;
    if (!run.history.epochs.empty()) text += ", \"history\": " + writeHistory(run.history).dump();
    if (!run.weights.empty()) text += ", \"weights\": " + weightsToJson(run.weights);
    text += '}';
  }
  return text + "\n  ]";
}

} // namespace layerlab
