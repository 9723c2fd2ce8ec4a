#include "commands.h"
#include "outputs.h"
#include "settings.h"
#include "signals.h"

#include "core/io/export.h"

#include <algorithm>
#include <cmath>

namespace layerlab::cli {
namespace {

Result<Project> trainedModel(const std::string& path) {
  auto project = readProject(path);
  if (!project) return project;
  if (!project->weights || !project->preprocessing) {
    Error error = inputError({"this project holds no trained weights; train it with --save", {}});
    error.file = path;
    return error;
  }
  return project;
}

Result<std::string> predictionText(const Project& model, const Table& table, double threshold) {
  const auto x = applyInputs(*model.preprocessing, table);
  if (!x) return x.error();
  const Matrix y = predict(model.design.network, *model.weights, *x);
  const auto finite = [](float value) { return std::isfinite(value); };
  if (!std::all_of(y.values.begin(), y.values.end(), finite))
    return inputError({"the model's answer is not a finite number; its weights or the values here "
                       "are too large",
                       {}});
  return predictionsCsv(*model.preprocessing, y, threshold);
}

} // namespace

Outcome predictCommand(const Request& request) {
  FlagReader flags(request);
  double threshold = 0.5;
  flags.number("threshold", threshold);
  const ReadOptions reading = readOptions(flags);
  if (flags.trouble()) return *flags.trouble();
  const std::string& modelPath = request.arguments[0];
  const std::string& dataPath = request.arguments[1];
  Outputs outputs;
  outputs.add(request, "out");
  const auto model = trainedModel(modelPath);
  if (!model) return model.error();
  if (auto ok = outputs.checkAll({modelPath, dataPath}); !ok) return ok.error();
  const auto table = readCsvFile(dataPath, reading, readControl());
  if (signalStatus() != 0) return Outcome::ended(signalStatus());
  if (!table) return table.error();
  const auto text = inFile(predictionText(*model, **table, threshold), dataPath);
  if (!text) return text.error();
  if (!outputs.wanted("out")) return Outcome(*text);
  outputs.write("out", *text);
  return outputs.failure() ? Outcome(*outputs.failure()) : Outcome();
}

} // namespace layerlab::cli
