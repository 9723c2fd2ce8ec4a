#include "core/io/sections.h"

namespace layerlab {
namespace {

const char* name(Scaling scaling) {
  switch (scaling) {
  case Scaling::none:
    return "none";
  case Scaling::standard:
    return "standard";
  case Scaling::minmax:
    return "minmax";
  }
  return "none";
}

const char* name(Split split) {
  switch (split) {
  case Split::last:
    return "last";
  case Split::random:
    return "random";
  case Split::stratified:
    return "stratified";
  }
  return "last";
}

OrderedJson regularizer(const Regularizer& value) {
  if (value == Regularizer{}) return nullptr;
  return {{"l1", value.l1}, {"l2", value.l2}};
}

OrderedJson layer(const LayerSpec& spec) {
  if (spec.kind == LayerKind::dropout)
    return {{"type", "dropout"}, {"id", spec.id}, {"rate", spec.rate}};
  return {{"type", "dense"},
          {"id", spec.id},
          {"units", spec.units},
          {"activation", kerasName(spec.activation)},
          {"use_bias", spec.useBias},
          {"kernel_initializer", kerasName(spec.kernelInitializer)},
          {"bias_initializer", kerasName(spec.biasInitializer)},
          {"kernel_regularizer", regularizer(spec.kernelRegularizer)},
          {"bias_regularizer", regularizer(spec.biasRegularizer)}};
}

/// Every field, also those that do not belong to the kind: a design comes back equal.
OrderedJson optimizer(const OptimizerSpec& spec) {
  OrderedJson out{{"name", kerasName(spec.kind)},
                  {"learning_rate", spec.learningRate},
                  {"momentum", spec.momentum},
                  {"nesterov", spec.nesterov},
                  {"rho", spec.rho},
                  {"beta_1", spec.beta1},
                  {"beta_2", spec.beta2},
                  {"epsilon", spec.epsilon},
                  {"initial_accumulator_value", spec.initialAccumulator}};
  // Keras has a weight_decay for the other kinds too, which we have not; ours only waits there.
  out[spec.kind == OptimizerKind::adamw ? "weight_decay" : "adamw_weight_decay"] = spec.weightDecay;
  out["clipnorm"] = spec.clipnorm > 0.0 ? OrderedJson(spec.clipnorm) : OrderedJson(nullptr);
  return out;
}

OrderedJson callbacks(const FitSpec& fit) {
  OrderedJson out = OrderedJson::array();
  if (const auto& stop = fit.earlyStopping)
    out.push_back({{"name", "early_stopping"},
                   {"monitor", stop->monitor},
                   {"patience", stop->patience},
                   {"min_delta", stop->minDelta},
                   {"restore_best_weights", stop->restoreBestWeights}});
  if (const auto& reduce = fit.reduceLr)
    out.push_back({{"name", "reduce_lr_on_plateau"},
                   {"monitor", reduce->monitor},
                   {"factor", reduce->factor},
                   {"patience", reduce->patience},
                   {"min_delta", reduce->minDelta},
                   {"cooldown", reduce->cooldown},
                   {"min_lr", reduce->minLearningRate}});
  return out;
}

/// Only what was chosen; the rest is found out again.
OrderedJson reading(const ReadOptions& options) {
  OrderedJson out = OrderedJson::object();
  if (options.encoding) out["encoding"] = *options.encoding;
  if (options.delimiter) out["delimiter"] = std::string(1, *options.delimiter);
  if (options.header != HeaderMode::automatic)
    out["header"] = options.header == HeaderMode::yes ? "yes" : "no";
  if (options.decimal) out["decimal"] = std::string(1, *options.decimal);
  return out;
}

OrderedJson names(const std::vector<Metric>& metrics) {
  OrderedJson out = OrderedJson::array();
  for (const Metric metric : metrics) out.push_back(kerasName(metric));
  return out;
}

} // namespace

const char* name(Task task) {
  switch (task) {
  case Task::automatic:
    return "auto";
  case Task::regression:
    return "regression";
  case Task::classification:
    return "classification";
  }
  return "auto";
}

const char* name(MissingRule rule) {
  return rule == MissingRule::drop ? "drop" : "mean";
}

OrderedJson writeData(const Project& project) {
  const PrepareSpec& spec = project.design.data;
  OrderedJson out;
  if (!project.dataFile.empty()) out["file"] = project.dataFile;
  if (!project.fingerprint.empty()) out["fingerprint"] = project.fingerprint;
  if (!project.dataText.empty()) out["text"] = project.dataText;
  if (project.reading != ReadOptions{}) out["read"] = reading(project.reading);
  if (spec.targets.size() == 1)
    out["target"] = spec.targets.front();
  else
    out["target"] = spec.targets;
  out["features"] = spec.features;
  out["ignore"] = spec.ignored;
  if (!spec.asCategory.empty()) out["as_category"] = spec.asCategory;
  if (!spec.asNumber.empty()) out["as_number"] = spec.asNumber;
  out["task"] = name(spec.task);
  out["scaling"] = name(spec.scaling);
  out["scale_target"] = spec.scaleTarget;
  out["missing"] = name(spec.missing);
  out["split"] = name(spec.split);
  return out;
}

OrderedJson writeModel(const NetworkSpec& network) {
  OrderedJson layers = OrderedJson::array();
  for (const LayerSpec& spec : network.layers) layers.push_back(layer(spec));
  return {{"layers", std::move(layers)}};
}

OrderedJson writeTraining(const Design& design) {
  const FitSpec& fit = design.fit;
  return {{"optimizer", optimizer(fit.optimizer)},
          {"loss", kerasName(fit.loss)},
          {"loss_params", {{"delta", fit.huberDelta}}},
          {"metrics", names(fit.metrics)},
          {"shuffle", fit.shuffle},
          {"batch_size", fit.batchSize},
          {"epochs", fit.epochs},
          {"validation_split", design.data.validationSplit},
          {"seed", fit.seed},
          {"callbacks", callbacks(fit)}};
}

} // namespace layerlab
