#include "settings.h"

#include "outcome.h"
#include "signals.h"

#include "core/base/shown.h"
#include "core/data/generators.h"
#include "core/data/source.h"
#include "core/data/types.h"
#include "core/io/files.h"
#include "core/keras/read.h"

#include <algorithm>

namespace layerlab::cli {
namespace {

std::optional<Task> taskFromName(const std::string& name) {
  if (name == "auto") return Task::automatic;
  if (name == "regression") return Task::regression;
  if (name == "classification" || name == "binary" || name == "multiclass")
    return Task::classification;
  return std::nullopt;
}

std::optional<Scaling> scalingFromName(const std::string& name) {
  if (name == "none") return Scaling::none;
  if (name == "standard") return Scaling::standard;
  if (name == "minmax") return Scaling::minmax;
  return std::nullopt;
}

std::optional<MissingRule> missingFromName(const std::string& name) {
  if (name == "drop") return MissingRule::drop;
  if (name == "mean") return MissingRule::mean;
  return std::nullopt;
}

std::optional<Split> splitFromName(const std::string& name) {
  if (name == "last") return Split::last;
  if (name == "random") return Split::random;
  if (name == "stratified") return Split::stratified;
  return std::nullopt;
}

/// What flags alone start from: the window's own defaults (a project file has Keras').
Project flagsOnlyProject() {
  Project project;
  project.design.network = hiddenNetwork({8}, Activation::relu);
  return project;
}

void applyData(FlagReader& flags, PrepareSpec& spec) {
  flags.word("task", spec.task, taskFromName);
  flags.word("scaling", spec.scaling, scalingFromName);
  flags.word("missing", spec.missing, missingFromName);
  flags.word("split", spec.split, splitFromName);
  flags.yesNo("scale-target", spec.scaleTarget);
  flags.number("val-split", spec.validationSplit);
  if (const auto ok = checkValidationSplit(spec.validationSplit); !ok) flags.fail(ok.error());
}

/// --hidden replaces all hidden layers; the output layer stays.
void applyNetwork(FlagReader& flags, NetworkSpec& network) {
  Activation activation = Activation::relu;
  flags.word("activation", activation, activationFromName);
  if (flags.has("hidden")) {
    std::vector<int> hidden;
    flags.integers("hidden", hidden);
    NetworkSpec fresh = hiddenNetwork(hidden, activation);
    const auto old = network.denseLayers();
    if (!old.empty()) {
      const int id = fresh.layers.back().id;
      fresh.layers.back() = network.layers[old.back()];
      fresh.layers.back().id = id;
    }
    network = std::move(fresh);
  } else if (flags.has("activation")) {
    const auto dense = network.denseLayers();
    for (std::size_t i = 0; i + 1 < dense.size(); ++i)
      network.layers[dense[i]].activation = activation;
  }
}

void applyFit(FlagReader& flags, FitSpec& fit) {
  const OptimizerKind before = fit.optimizer.kind;
  flags.word("optimizer", fit.optimizer.kind, optimizerFromName);
  if (fit.optimizer.kind != before)
    fit.optimizer.learningRate = defaultLearningRate(fit.optimizer.kind);
  flags.number("lr", fit.optimizer.learningRate);
  flags.integer("epochs", fit.epochs, 1);
  flags.integer("batch", fit.batchSize, 1);
  flags.yesNo("shuffle", fit.shuffle);
  flags.seed("seed", fit.seed);
  int threads = 1;
  flags.integer("threads", threads, 1);
}

/// What belongs to the output side waits until the data has told the task.
void applyOutput(FlagReader& flags, Design& design) {
  flags.word("loss", design.fit.loss, lossFromName);
  if (!design.network.layers.empty())
    flags.word("output-activation", design.network.layers.back().activation, activationFromName);
}

Result<void> checkEarly(const Design& design) {
  if (auto ok = check(design.fit); !ok) return ok;
  return check(design.network, 1);
}

/// Rough need of a training: activations, sums and their gradients of one batch, two of them for
/// measuring (256 rows at a time), and six numbers per parameter (gradient, moments, copies).
double trainingBytes(const Design& design, const PreparedData& data) {
  double widths = static_cast<double>(data.xTrain.cols);
  for (const std::size_t i : design.network.denseLayers())
    widths += static_cast<double>(design.network.layers[i].units);
  const auto rows = static_cast<double>(data.xTrain.rows);
  const double batch = std::min(rows, static_cast<double>(design.fit.batchSize));
  const auto parameters = static_cast<double>(design.network.parameterCount(data.xTrain.cols));
  return 4.0 * (widths * (3.0 * batch + 2.0 * std::min(rows, 256.0)) + 6.0 * parameters);
}

/// A machine that swaps or kills is worse than a refusal.
Result<void> checkMemory(const Design& design, const PreparedData& data) {
  constexpr double gib = 1024.0 * 1024.0 * 1024.0;
  constexpr double most = 1.5 * gib;
  const double needed = trainingBytes(design, data);
  if (needed <= most) return {};
  return Error{ErrorKind::limit,
               {"this network and batch need about %1 GiB of memory, the limit is %2; use narrower "
                "hidden layers or a smaller batch",
                {numberText(needed / gib, 2), numberText(most / gib, 2)}},
               {},
               0,
               0};
}

/// A name as it stands if the table has such a column, else a list with commas.
std::vector<std::string> namesIn(const Table& table, const std::string& text) {
  if (table.find(text)) return {text};
  return splitAtCommas(text);
}

void applyNames(const FlagReader& flags, const Table& table, PrepareSpec& spec) {
  if (flags.has("target")) spec.targets = namesIn(table, flags.text("target"));
  if (flags.has("features")) spec.features = namesIn(table, flags.text("features"));
  if (flags.has("ignore")) spec.ignored = namesIn(table, flags.text("ignore"));
}

std::string besideProject(const std::string& project, const std::string& file) {
  if (file.empty() || file.starts_with('/') || standInFile(file)) return file;
  return project.substr(0, project.rfind('/') + 1) + file;
}

bool isProgram(const Request& request) {
  return !request.arguments.empty() && request.arguments.front().ends_with(".py");
}

/// Keras code as a project: what it says over the window's own defaults; what it says and we do not
/// understand is named on standard error.
Result<Project> projectFromProgram(const std::string& path) {
  const auto code = readFile(path, maxKerasBytes);
  if (!code) return code.error();
  Project project = flagsOnlyProject();
  auto reading = inFile(readKeras(*code, project.design), path);
  if (!reading) return reading.error();
  for (const KerasNote& note : reading->notes)
    printNote(baseName(path) + ": line " + std::to_string(note.line) + ": " +
              english(note.message));
  project.design = std::move(reading->design);
  project.dataFile = reading->dataFile;
  project.hasModel = reading->hasModel;
  project.hasLoss = reading->hasLoss;
  return project;
}

Result<Project> startingProject(const Request& request) {
  if (request.arguments.empty()) return flagsOnlyProject();
  if (isProgram(request)) return projectFromProgram(request.arguments.front());
  auto project = readProject(request.arguments.front());
  if (!project) return project.error();
  // A saved model is trained anew; --initial-weights starts from given ones.
  project->weights.reset();
  project->preprocessing.reset();
  project->history.reset();
  project->hasModel = project->hasModel && !project->design.network.layers.empty();
  if (!project->hasModel) project->design.network = hiddenNetwork({8}, Activation::relu);
  return project;
}

/// Loss, metrics and output layer by the task, as far as the project leaves them open.
void settleOutput(Project& project, const Outline& outline, bool flagsOnly) {
  Design byTask = project.design;
  followTask(byTask, outline);
  if (!project.hasModel) project.design.network = byTask.network;
  if (!project.hasLoss) project.design.fit.loss = byTask.fit.loss;
  if (flagsOnly) project.design.fit.metrics = byTask.fit.metrics;
  project.hasModel = true;
  project.hasLoss = true;
}

Result<void> loadInitialWeights(const FlagReader& flags, Settings& settings) {
  if (!flags.has("initial-weights")) return {};
  const std::string path = flags.text("initial-weights");
  auto text = readFile(path, maxProjectBytes);
  if (!text) return text.error();
  auto weights = inFile(weightsFromJson(*text), path);
  if (!weights) return weights.error();
  settings.initialWeights = std::move(*weights);
  return inFile(checkWeights(*settings.initialWeights, settings.project.design.network,
                             settings.prepared->xTrain.cols),
                path);
}

/// What the flags leave open is read as the project says.
ReadOptions withProject(ReadOptions options, const ReadOptions& project) {
  if (!options.delimiter) options.delimiter = project.delimiter;
  if (!options.encoding) options.encoding = project.encoding;
  if (!options.decimal) options.decimal = project.decimal;
  if (options.header == HeaderMode::automatic) options.header = project.header;
  return options;
}

Result<void> readAndPrepare(FlagReader& flags, Settings& settings, bool flagsOnly) {
  Design& design = settings.project.design;
  const ReadOptions options = withProject(readOptions(flags), settings.project.reading);
  auto table = readSource(settings.dataPath,
                          flags.text("data").empty() ? settings.project.dataText : std::string(),
                          options, readControl());
  if (flags.trouble()) return *flags.trouble();
  if (!table) return table.error();
  settings.table = withTypes(*table, design.data);
  applyNames(flags, *settings.table, design.data);
  auto shape = outline(*settings.table, design.data);
  if (!shape) return shape.error();
  settings.outline = std::move(*shape);
  settleOutput(settings.project, settings.outline, flagsOnly);
  applyOutput(flags, design);
  if (flags.trouble()) return *flags.trouble();
  if (auto ok = check(design.network, settings.outline.inputNames.size()); !ok) return ok;
  auto prepared = prepare(*settings.table, design.data, design.fit.seed);
  if (!prepared) return prepared.error();
  settings.prepared = std::move(*prepared);
  return checkMemory(design, *settings.prepared);
}

Result<void> applyFlags(FlagReader& flags, Settings& settings, const Request& request) {
  Project& project = settings.project;
  settings.dataPath = flags.text("data");
  if (settings.dataPath.empty() && !request.arguments.empty())
    settings.dataPath = besideProject(request.arguments.front(), project.dataFile);
  if (settings.dataPath.empty())
    return usageError({"which data? give --data DATA.csv, or a project that names its file", {}});
  if (project.design.data.targets.empty() && !flags.has("target"))
    return usageError({"which column is to be learned? give --target NAME", {}});
  applyData(flags, project.design.data);
  applyNetwork(flags, project.design.network);
  applyFit(flags, project.design.fit);
  FlagReader output = flags; // only to refuse bad words before the data is read
  Design design = project.design;
  applyOutput(output, design);
  readOptions(output);
  if (output.trouble()) return *output.trouble();
  return checkEarly(project.design);
}

} // namespace

ReadOptions readOptions(FlagReader& flags) {
  ReadOptions options;
  if (flags.has("delimiter")) {
    const auto delimiter = delimiterFromText(flags.text("delimiter"));
    if (delimiter)
      options.delimiter = *delimiter;
    else
      flags.fail(usageError(delimiter.error().message));
  }
  if (flags.has("encoding")) options.encoding = flags.text("encoding");
  flags.word("header", options.header, [](const std::string& word) -> std::optional<HeaderMode> {
    if (word == "auto") return HeaderMode::automatic;
    if (word == "yes") return HeaderMode::yes;
    if (word == "no") return HeaderMode::no;
    return std::nullopt;
  });
  flags.word("decimal", options.decimal,
             [](const std::string& word) -> std::optional<std::optional<char>> {
               if (word == "." || word == ",") return std::optional(word.front());
               return std::nullopt;
             });
  return options;
}

ReadControl readControl() {
  ReadControl control;
  control.cancel = stopToken();
  return control;
}

Result<Settings> loadSettings(const Request& request) {
  FlagReader flags(request);
  const bool flagsOnly = request.arguments.empty();
  Settings settings;
  auto project = startingProject(request);
  if (!project) return project.error();
  settings.project = std::move(*project);
  if (auto ok = applyFlags(flags, settings, request); !ok)
    return inFile(Result<Settings>(ok.error()),
                  flagsOnly ? settings.dataPath : request.arguments.front());
  if (auto ok = readAndPrepare(flags, settings, flagsOnly); !ok)
    return inFile(Result<Settings>(ok.error()), settings.dataPath);
  if (auto ok = loadInitialWeights(flags, settings); !ok) return ok.error();
  return settings;
}

} // namespace layerlab::cli
