#include "core/io/sections.h"

#include <algorithm>
#include <set>

namespace layerlab {
namespace {

std::string plainName(std::string name) {
  std::erase(name, '_');
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

std::optional<Task> taskFromName(const std::string& name) {
  if (name == "auto") return Task::automatic;
  if (name == "regression") return Task::regression;
  if (name == "classification" || name == "binary" || name == "multiclass" || name == "multilabel")
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

std::optional<Loss> lossOf(const std::string& name) {
  // Classes are one-hot here; on whole-number labels Keras calls the same loss "sparse".
  if (name == "sparse_categorical_crossentropy") return Loss::categoricalCrossentropy;
  return lossFromName(name);
}

/// A name, a list of names, or {"columns": [...]}.
std::vector<std::string> readTargets(JsonObject& data) {
  const Json& value = data.raw("target");
  if (!value.is_object()) return data.texts("target");
  return data.object("target").texts("columns");
}

std::optional<char> oneCharacter(JsonObject& json, const std::string& key) {
  const std::string text = json.text(key, "");
  if (text.empty()) return std::nullopt;
  if (text.size() == 1) return text[0];
  json.fail(key, {QT_TRANSLATE_NOOP("Core", "%1 must be one character"), {}});
  return std::nullopt;
}

std::optional<HeaderMode> headerFromName(const std::string& name) {
  if (name == "auto") return HeaderMode::automatic;
  if (name == "yes") return HeaderMode::yes;
  if (name == "no") return HeaderMode::no;
  return std::nullopt;
}

ReadOptions readReading(JsonObject json) {
  ReadOptions options;
  options.delimiter = oneCharacter(json, "delimiter");
  options.decimal = oneCharacter(json, "decimal");
  options.header = json.word("header", HeaderMode::automatic, headerFromName);
  if (json.has("encoding")) options.encoding = json.text("encoding", "");
  return options;
}

void readData(JsonObject data, Project& project, Json& unknown) {
  PrepareSpec& spec = project.design.data;
  project.dataFile = data.text("file", "");
  spec.targets = readTargets(data);
  spec.features = data.texts("features");
  spec.ignored = data.texts("ignore");
  spec.asCategory = data.texts("as_category");
  spec.asNumber = data.texts("as_number");
  project.dataText = data.text("text", "");
  project.fingerprint = data.text("fingerprint", "");
  if (data.has("read")) project.reading = readReading(data.object("read"));
  spec.task = data.word("task", Task::automatic, taskFromName);
  spec.scaling = data.word("scaling", Scaling::none, scalingFromName);
  spec.scaleTarget = data.boolean("scale_target", false);
  spec.missing = data.word("missing", MissingRule::drop, missingFromName);
  spec.split = data.word("split", Split::last, splitFromName);
  unknown = data.unknown();
}

/// null, "l2", {"l1": a, "l2": b} or Keras' {"class_name": "L2", "config": {...}}.
Regularizer readRegularizer(JsonObject& layer, const std::string& key) {
  constexpr double kerasDefault = 0.01;
  if (layer.raw(key).is_string()) {
    const std::string name = plainName(layer.text(key, ""));
    if (name != "l1" && name != "l2" && name != "l1l2")
      layer.fail(key, {QT_TRANSLATE_NOOP("Core", "%1 must be l1, l2 or l1_l2"), {}});
    return {name == "l2" ? 0.0 : kerasDefault, name == "l1" ? 0.0 : kerasDefault};
  }
  JsonObject regularizer = layer.object(key);
  if (!regularizer.has("config"))
    return {regularizer.number("l1", 0.0), regularizer.number("l2", 0.0)};
  JsonObject config = regularizer.object("config");
  return {config.number("l1", 0.0), config.number("l2", 0.0)};
}

void readDense(JsonObject& json, LayerSpec& layer) {
  if (!json.has("units")) json.fail("units", {QT_TRANSLATE_NOOP("Core", "%1 is missing"), {}});
  layer.units = json.integer("units", 1);
  layer.activation = json.word("activation", Activation::linear, activationFromName);
  layer.useBias = json.boolean("use_bias", true);
  layer.kernelInitializer =
      json.word("kernel_initializer", Initializer::glorotUniform, initializerFromName);
  layer.biasInitializer = json.word("bias_initializer", Initializer::zeros, initializerFromName);
  layer.kernelRegularizer = readRegularizer(json, "kernel_regularizer");
  layer.biasRegularizer = readRegularizer(json, "bias_regularizer");
}

LayerSpec readLayer(JsonObject& json) {
  LayerSpec layer;
  const std::string type = plainName(json.text("type", "dense"));
  layer.id = json.integer("id", 0);
  if (type == "dropout") {
    layer.kind = LayerKind::dropout;
    layer.rate = json.number("rate", 0.5);
  } else if (type == "dense") {
    readDense(json, layer);
  } else {
    json.fail("type", {QT_TRANSLATE_NOOP("Core", "%1: \"%2\" is not known (dense, dropout)"),
                       {type.substr(0, 60)}});
  }
  return layer;
}

/// Ids from the file if they are good ones, else 1, 2, 3 ...
void settleIds(std::vector<LayerSpec>& layers) {
  std::set<int> ids;
  for (const LayerSpec& layer : layers) ids.insert(layer.id);
  if (ids.size() == layers.size() && (ids.empty() || *ids.begin() > 0)) return;
  int next = 0;
  for (LayerSpec& layer : layers) layer.id = ++next;
}

bool plain(const Json& unknown) {
  return unknown.empty();
}

void readModel(JsonObject model, Project& project, Json& unknown, std::optional<Error>& trouble) {
  Json layers = Json::array();
  project.hasModel = model.has("layers");
  model.each("layers", [&](const Json& item, const std::string& where) {
    JsonObject json(item, where, trouble);
    project.design.network.layers.push_back(readLayer(json));
    layers.push_back(json.unknown());
    if (!plain(layers.back()) && item.contains("type")) layers.back()["type"] = item["type"];
  });
  settleIds(project.design.network.layers);
  unknown = model.unknown();
  if (!std::all_of(layers.begin(), layers.end(), plain)) unknown["layers"] = std::move(layers);
}

/// Settings of Keras that would change the numbers and that we do not have.
void refuseUnsupported(JsonObject& json, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const Json& value = json.raw(key);
    const bool off = value.is_null() || (value.is_boolean() && !value.get<bool>()) ||
                     (value.is_number() && value.get<double>() == 0.0);
    if (!off) json.fail(key, {QT_TRANSLATE_NOOP("Core", "%1 is not supported; leave it out"), {}});
  }
}

void readOptimizerNumbers(JsonObject& json, OptimizerSpec& spec) {
  spec.learningRate = json.number("learning_rate", defaultLearningRate(spec.kind));
  spec.momentum = json.number("momentum", 0.0);
  spec.nesterov = json.boolean("nesterov", false);
  spec.rho = json.number("rho", 0.9);
  spec.beta1 = json.number("beta_1", 0.9);
  spec.beta2 = json.number("beta_2", 0.999);
  spec.epsilon = json.number("epsilon", 1e-7);
  spec.initialAccumulator = json.number("initial_accumulator_value", 0.1);
  spec.clipnorm = json.number("clipnorm", 0.0);
  spec.weightDecay = json.number("adamw_weight_decay", 0.004);
  if (spec.kind == OptimizerKind::adamw)
    spec.weightDecay = json.number("weight_decay", spec.weightDecay);
  else
    refuseUnsupported(json, {"weight_decay"});
  refuseUnsupported(json, {"amsgrad", "centered", "clipvalue", "global_clipnorm", "use_ema"});
}

OptimizerSpec readOptimizer(JsonObject& training, Json& unknown) {
  OptimizerSpec spec;
  const auto fromName = [](const std::string& name) { return optimizerFromName(plainName(name)); };
  if (training.raw("optimizer").is_string() || !training.has("optimizer")) {
    // compile's own default
    spec.kind = training.word("optimizer", OptimizerKind::rmsprop, fromName);
    spec.learningRate = defaultLearningRate(spec.kind);
    return spec;
  }
  JsonObject json = training.object("optimizer");
  spec.kind = json.word("name", OptimizerKind::rmsprop, fromName);
  readOptimizerNumbers(json, spec);
  unknown = json.unknown();
  if (!unknown.empty()) unknown["name"] = kerasName(spec.kind);
  return spec;
}

EarlyStopping readEarlyStopping(JsonObject& json) {
  EarlyStopping stopping;
  stopping.monitor = monitorFromName(json.text("monitor", stopping.monitor));
  stopping.patience = json.integer("patience", 0);
  stopping.minDelta = json.number("min_delta", 0.0);
  stopping.restoreBestWeights = json.boolean("restore_best_weights", false);
  refuseUnsupported(json, {"start_from_epoch", "baseline"});
  return stopping;
}

ReduceLrOnPlateau readReduceLr(JsonObject& json) {
  ReduceLrOnPlateau reduce;
  reduce.monitor = monitorFromName(json.text("monitor", reduce.monitor));
  reduce.factor = json.number("factor", reduce.factor);
  reduce.patience = json.integer("patience", reduce.patience);
  reduce.minDelta = json.number("min_delta", reduce.minDelta);
  reduce.cooldown = json.integer("cooldown", 0);
  reduce.minLearningRate = json.number("min_lr", 0.0);
  return reduce;
}

void readCallback(JsonObject json, FitSpec& fit) {
  const std::string name = plainName(json.text("name", ""));
  if (name == "earlystopping")
    fit.earlyStopping = readEarlyStopping(json);
  else if (name == "reducelronplateau")
    fit.reduceLr = readReduceLr(json);
  else if (name != "terminateonnan") // we always do
    json.fail("name", {QT_TRANSLATE_NOOP("Core", "%1: \"%2\" is not known (early_stopping, "
                                                 "reduce_lr_on_plateau, terminate_on_nan)"),
                       {name.substr(0, 60)}});
}

void readLoss(JsonObject& training, Project& project) {
  FitSpec& fit = project.design.fit;
  project.hasLoss = training.has("loss");
  fit.loss = training.word("loss", Loss::mse, lossOf);
  fit.huberDelta = training.object("loss_params").number("delta", 1.0);
}

void readMetrics(JsonObject& training, FitSpec& fit) {
  for (const std::string& name : training.texts("metrics")) {
    const auto metric = metricFromName(name);
    if (!metric)
      return training.fail(
          "metrics", {QT_TRANSLATE_NOOP("Core", "%1: \"%2\" is not known"), {name.substr(0, 60)}});
    const bool twice =
        std::find(fit.metrics.begin(), fit.metrics.end(), *metric) != fit.metrics.end();
    if (!twice) fit.metrics.push_back(*metric);
  }
}

void readTraining(JsonObject training, Project& project, Json& unknown,
                  std::optional<Error>& trouble) {
  FitSpec& fit = project.design.fit;
  Json optimizer;
  fit.optimizer = readOptimizer(training, optimizer);
  readLoss(training, project);
  readMetrics(training, fit);
  fit.shuffle = training.boolean("shuffle", true);
  fit.batchSize = training.integer("batch_size", 32);
  fit.epochs = training.integer("epochs", 1);
  fit.seed = training.seed("seed", 1);
  double& split = project.design.data.validationSplit;
  split = training.number("validation_split", 0.0);
  if (!(split >= 0.0 && split < 1.0))
    training.fail("validation_split",
                  {QT_TRANSLATE_NOOP("Core", "%1 (val-split) must be in [0, 1), not %2"),
                   {numberText(split)}});
  training.each("callbacks", [&](const Json& item, const std::string& where) {
    readCallback({item, where, trouble}, fit);
  });
  unknown = training.unknown();
  if (!optimizer.empty()) unknown["optimizer"] = std::move(optimizer);
}

} // namespace

void readDesign(JsonObject& top, Project& project, ReadContext& context) {
  std::map<std::string, Json> rest;
  readData(top.object("data"), project, rest["data"]);
  readModel(top.object("model"), project, rest["model"], context.trouble);
  readTraining(top.object("training"), project, rest["training"], context.trouble);
  for (auto& [section, unknown] : rest)
    if (!unknown.empty()) context.unknown[section] = std::move(unknown);
}

} // namespace layerlab
