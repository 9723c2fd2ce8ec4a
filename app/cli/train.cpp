#include "commands.h"
#include "outputs.h"
#include "progress.h"
#include "settings.h"
#include "signals.h"

#include "core/fit/fit.h"
#include "core/io/export.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace layerlab::cli {
namespace {

const char* name(Task task) {
  return task == Task::classification ? "classification" : "regression";
}

/// Weights that may be saved: none of them has left the numbers.
bool finite(const Weights& weights) {
  const auto good = [](float value) { return std::isfinite(value); };
  return std::all_of(weights.begin(), weights.end(), [&](const LayerWeights& layer) {
    return std::all_of(layer.kernel.values.begin(), layer.kernel.values.end(), good) &&
           std::all_of(layer.bias.begin(), layer.bias.end(), good);
  });
}

/// The data's path as the model file should name it: relative where it lies in the model's folder
/// or below, so that both can move together; else absolute.
std::string dataPathFor(const std::string& data, const std::string& model) {
  namespace fs = std::filesystem;
  std::error_code problem;
  const fs::path full = fs::canonical(data, problem);
  if (problem) return data;
  const fs::path folder = fs::weakly_canonical(
      fs::path(model).parent_path().empty() ? fs::path(".") : fs::path(model).parent_path(),
      problem);
  const fs::path beside = problem ? fs::path() : full.lexically_relative(folder);
  return beside.empty() || *beside.begin() == ".." ? full.string() : beside.string();
}

std::string modelJson(const Settings& settings, const std::string& path, const Weights& weights,
                      const History& history) {
  Project model = settings.project;
  model.dataFile = dataPathFor(settings.dataPath, path);
  model.weights = weights;
  model.preprocessing = settings.prepared->preprocessing;
  model.history = history;
  return projectToJson(model);
}

/// Saves the model every so many epochs: the weights after the last batch of such an epoch, and the
/// history up to it.
class Autosave {
public:
  Autosave(const Settings& settings, Outputs& outputs, int every)
      : m_settings(settings), m_outputs(outputs), m_every(every) {
    const auto rows = static_cast<std::int64_t>(settings.prepared->xTrain.rows);
    const auto batch = std::min<std::int64_t>(settings.project.design.fit.batchSize, rows);
    m_stepsPerEpoch = batch > 0 ? (rows + batch - 1) / batch : 1;
    m_history.metrics = settings.project.design.fit.metrics;
  }

  void connect(FitControl& control) {
    if (m_every < 1) return;
    control.wantsSnapshot = [this] { return ++m_steps % (m_stepsPerEpoch * m_every) == 0; };
    control.snapshot = [this](const Weights& weights, int) { m_weights = weights; };
  }

  void epochDone(const EpochRecord& record) {
    if (m_every < 1) return;
    m_history.epochs.push_back(record);
    if (record.epoch % m_every != 0 || m_weights.empty() || !std::isfinite(record.loss) ||
        !finite(m_weights))
      return;
    m_outputs.write("save", modelJson(m_settings, m_outputs.path("save"), m_weights, m_history));
    if (m_outputs.failure()) stopToken().cancel(); // no use in going on
  }

private:
  const Settings& m_settings;
  Outputs& m_outputs;
  int m_every;
  std::int64_t m_stepsPerEpoch = 1;
  std::int64_t m_steps = 0;
  Weights m_weights;
  History m_history;
};

std::string progressText(const EpochRecord& record, int epochs) {
  std::string text = "epoch " + std::to_string(record.epoch) + "/" + std::to_string(epochs) +
                     "  loss " + numberText(record.loss, 4);
  if (record.valLoss) text += "  val_loss " + numberText(*record.valLoss, 4);
  return text;
}

/// Predictions of all usable rows, in file order.
Matrix allPredictions(const Settings& settings, const Weights& weights) {
  const PreparedData& data = *settings.prepared;
  const NetworkSpec& network = settings.project.design.network;
  const Matrix train = predict(network, weights, data.xTrain);
  const Matrix validation =
      data.xValidation.empty() ? Matrix() : predict(network, weights, data.xValidation);
  std::vector<std::pair<std::uint32_t, std::span<const float>>> rows;
  for (std::size_t i = 0; i < train.rows; ++i) rows.emplace_back(data.trainRows[i], train.row(i));
  for (std::size_t i = 0; i < validation.rows; ++i)
    rows.emplace_back(data.validationRows[i], validation.row(i));
  std::sort(rows.begin(), rows.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  Matrix all(rows.size(), train.cols);
  for (std::size_t i = 0; i < rows.size(); ++i)
    std::copy(rows[i].second.begin(), rows[i].second.end(), all.row(i).begin());
  return all;
}

void writeOutputs(const Settings& settings, const FitResult& fit, Outputs& outputs) {
  outputs.write("history", historyCsv(fit.history));
  // A training that left the numbers at once has no weights worth keeping.
  if (fit.weights.empty() || !finite(fit.weights)) return;
  if (outputs.wanted("save"))
    outputs.write("save", modelJson(settings, outputs.path("save"), fit.weights, fit.history));
  outputs.write("weights-out", weightsToJson(fit.weights) + "\n");
  if (!outputs.wanted("predictions")) return;
  outputs.write("predictions", predictionsCsv(settings.prepared->preprocessing,
                                              allPredictions(settings, fit.weights), 0.5));
}

/// The last epoch whose numbers are all finite.
const EpochRecord* lastFinite(const History& history) {
  for (auto it = history.epochs.rbegin(); it != history.epochs.rend(); ++it)
    if (std::isfinite(it->loss) && std::isfinite(it->valLoss.value_or(0.0))) return &*it;
  return nullptr;
}

std::string classesJson(const std::vector<std::string>& classes) {
  if (classes.empty()) return "null";
  std::vector<std::string> texts;
  texts.reserve(classes.size());
  for (const std::string& label : classes) texts.push_back(jsonText(label));
  return jsonList(texts);
}

struct Summary {
  const Settings& settings;
  const FitResult& fit;

  std::size_t trainRows() const { return settings.prepared->xTrain.rows; }
  std::size_t validationRows() const { return settings.prepared->xValidation.rows; }
  std::int64_t parameters() const {
    return settings.project.design.network.parameterCount(settings.prepared->xTrain.cols);
  }
  std::size_t epochs() const { return fit.history.epochs.size(); }
  const EpochRecord* last() const { return lastFinite(fit.history); }
};

std::string jsonLine(const Summary& s) {
  const EpochRecord* last = s.last();
  const auto& preprocessing = s.settings.prepared->preprocessing;
  const auto count = [](auto value) { return std::to_string(value); };
  return std::string("{\"schema\":\"layerlab.train/1\",\"status\":\"") + name(s.fit.end) +
         "\",\"task\":\"" + name(preprocessing.task) + "\",\"epochs_run\":" + count(s.epochs()) +
         ",\"rows_used\":" + count(s.trainRows() + s.validationRows()) +
         ",\"rows_train\":" + count(s.trainRows()) +
         ",\"rows_validation\":" + count(s.validationRows()) +
         ",\"rows_dropped\":" + count(s.settings.prepared->rowsDropped) +
         ",\"parameters\":" + count(s.parameters()) +
         ",\"final_loss\":" + jsonNumber(last ? std::optional(last->loss) : std::nullopt) +
         ",\"final_val_loss\":" + jsonNumber(last ? last->valLoss : std::nullopt) +
         ",\"classes\":" + classesJson(preprocessing.classes) +
         ",\"seconds\":" + jsonNumber(s.fit.seconds) + ",\"steps\":" + count(s.fit.steps) + "}\n";
}

std::string readable(const Summary& s) {
  std::string out =
      std::string(name(s.fit.end)) + ": " + std::to_string(s.epochs()) + " epochs on " +
      std::to_string(s.trainRows()) + " rows (" + std::to_string(s.validationRows()) +
      " for validation, " + std::to_string(s.settings.prepared->rowsDropped) + " left out), " +
      std::to_string(s.parameters()) + " parameters, " + numberText(s.fit.seconds, 3) + " s\n";
  const EpochRecord* last = s.last();
  if (!last) return out;
  out += "loss " + numberText(last->loss, 6);
  if (last->valLoss) out += "  val_loss " + numberText(*last->valLoss, 6);
  const auto& metrics = s.fit.history.metrics;
  for (std::size_t i = 0; i < metrics.size() && i < last->metrics.size(); ++i)
    out += std::string("  ") + kerasName(metrics[i]) + " " + numberText(last->metrics[i], 6);
  for (std::size_t i = 0; i < metrics.size() && i < last->valMetrics.size(); ++i)
    out += std::string("  val_") + kerasName(metrics[i]) + " " + numberText(last->valMetrics[i], 6);
  return out + "\n";
}

Error diverged(const Settings& settings, const FitResult& fit) {
  const double rate = settings.project.design.fit.optimizer.learningRate;
  const double gentler = std::min(rate / 10.0, 0.001);
  return {
      ErrorKind::diverged,
      {"training diverged at epoch %1: the loss is no finite number any more; try a smaller "
       "learning rate (--lr %2), scaled inputs (--scaling standard) or --clipnorm in the project",
       {std::to_string(fit.divergedEpoch), numberText(gentler, 3)}},
      settings.dataPath,
      0,
      0};
}

Outcome outcomeOf(const Settings& settings, const FitResult& fit, const Outputs& outputs,
                  bool json) {
  if (outputs.failure()) return *outputs.failure();
  const Summary summary{settings, fit};
  Outcome outcome(json ? jsonLine(summary) : readable(summary));
  if (fit.end == FitEnd::diverged) outcome.error = diverged(settings, fit);
  if (fit.end == FitEnd::cancelled) outcome.status = signalStatus();
  return outcome;
}

struct RunOptions {
  int autosaveEvery = 0;
  double maxSeconds = 0.0;
};

RunOptions runOptions(FlagReader& flags) {
  RunOptions options;
  flags.integer("autosave-every", options.autosaveEvery, 1);
  flags.number("max-seconds", options.maxSeconds);
  if (flags.has("max-seconds") && !(options.maxSeconds > 0.0))
    flags.fail(inputError({"max-seconds must be above 0", {}}));
  if (flags.has("autosave-every") && !flags.has("save"))
    flags.fail(usageError({"autosave-every needs --save MODEL.json", {}}));
  return options;
}

Outputs trainOutputs(const Request& request) {
  Outputs outputs;
  for (const char* option : {"save", "history", "weights-out", "predictions"})
    outputs.add(request, option);
  return outputs;
}

} // namespace

Outcome trainCommand(const Request& request) {
  FlagReader flags(request);
  const RunOptions options = runOptions(flags);
  Progress progress(flags);
  if (flags.trouble()) return *flags.trouble();
  auto settings = loadSettings(request);
  if (signalStatus() != 0) return Outcome::ended(signalStatus());
  if (!settings) return settings.error();
  Outputs outputs = trainOutputs(request);
  if (auto ok = outputs.checkAll({settings->dataPath}); !ok) return ok.error();

  Autosave autosave(*settings, outputs, options.autosaveEvery);
  FitControl control;
  control.cancel = stopToken();
  autosave.connect(control);
  control.epochDone = [&](const EpochRecord& record) {
    autosave.epochDone(record);
    if (progress.due()) progress.show(progressText(record, settings->project.design.fit.epochs));
  };
  if (options.maxSeconds > 0.0) startTimer(options.maxSeconds);
  auto fit = inFile(runFit(settings->project.design, *settings->prepared, control,
                           settings->initialWeights ? &*settings->initialWeights : nullptr),
                    settings->dataPath);
  if (!fit) return fit.error();
  if (!outputs.failure()) writeOutputs(*settings, *fit, outputs);
  return outcomeOf(*settings, *fit, outputs, flags.has("json"));
}

} // namespace layerlab::cli
