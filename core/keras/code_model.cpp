#include "core/keras/codelines.h"

namespace layerlab {
namespace {

std::string regularizerText(const Regularizer& value) {
  const std::string l1 = numberText(value.l1);
  const std::string l2 = numberText(value.l2);
  if (value.l1 == 0.0) return "keras.regularizers.L2(" + l2 + ")";
  if (value.l2 == 0.0) return "keras.regularizers.L1(" + l1 + ")";
  return "keras.regularizers.L1L2(l1=" + l1 + ", l2=" + l2 + ")";
}

/// Dense(8, activation="relu"): only what differs from Keras' defaults.
std::string dense(const LayerSpec& layer) {
  const LayerSpec usual;
  std::string out = "Dense(" + std::to_string(layer.units);
  const auto add = [&out](const char* key, const std::string& value) {
    out += std::string(", ") + key + "=" + value;
  };
  if (layer.activation != usual.activation)
    add("activation", pythonText(kerasName(layer.activation)));
  if (!layer.useBias) add("use_bias", "False");
  if (layer.kernelInitializer != usual.kernelInitializer)
    add("kernel_initializer", pythonText(kerasName(layer.kernelInitializer)));
  if (layer.biasInitializer != usual.biasInitializer)
    add("bias_initializer", pythonText(kerasName(layer.biasInitializer)));
  if (layer.kernelRegularizer != usual.kernelRegularizer)
    add("kernel_regularizer", regularizerText(layer.kernelRegularizer));
  if (layer.biasRegularizer != usual.biasRegularizer)
    add("bias_regularizer", regularizerText(layer.biasRegularizer));
  return out + ")";
}

std::string layerCall(const LayerSpec& layer) {
  return layer.kind == LayerKind::dense ? dense(layer) : "Dropout(" + numberText(layer.rate) + ")";
}

void writeLayers(CodeLines& code, const NetworkSpec& network, std::size_t inputs) {
  code.gap();
  code.comment("The network");
  code.add("model = Sequential([");
  code.add("    Input(shape=(" + std::to_string(inputs) + ",)),", "features");
  for (const LayerSpec& layer : network.layers)
    code.add("    " + layerCall(layer) + ",", "layer:" + std::to_string(layer.id));
  code.add("])");
  code.add("model.summary()", "summary");
}

const char* optimizerClass(OptimizerKind kind) {
  switch (kind) {
  case OptimizerKind::sgd:
    return "SGD";
  case OptimizerKind::rmsprop:
    return "RMSprop";
  case OptimizerKind::adagrad:
    return "Adagrad";
  case OptimizerKind::adam:
    return "Adam";
  case OptimizerKind::adamw:
    return "AdamW";
  case OptimizerKind::nadam:
    return "Nadam";
  case OptimizerKind::adamax:
    return "Adamax";
  }
  return "Adam";
}

/// Keras' optimizers refuse whole numbers: 1 is written 1.0.
std::string pythonFloat(double value) {
  const std::string text = numberText(value);
  return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

/// Arguments that belong to the kind and differ from Keras' defaults, each with ", " before it.
std::string optimizerArguments(const OptimizerSpec& spec) {
  using Kind = OptimizerKind;
  const OptimizerSpec usual;
  std::string out;
  const auto add = [&out](const char* key, double value, double fallback) {
    if (value != fallback) out += std::string(", ") + key + "=" + pythonFloat(value);
  };
  const bool sgd = spec.kind == Kind::sgd;
  const bool rmsprop = spec.kind == Kind::rmsprop;
  const bool adagrad = spec.kind == Kind::adagrad;
  if (sgd || rmsprop) add("momentum", spec.momentum, usual.momentum);
  if (sgd && spec.nesterov) out += ", nesterov=True";
  if (rmsprop) add("rho", spec.rho, usual.rho);
  if (adagrad) add("initial_accumulator_value", spec.initialAccumulator, usual.initialAccumulator);
  if (!sgd && !rmsprop && !adagrad) {
    add("beta_1", spec.beta1, usual.beta1);
    add("beta_2", spec.beta2, usual.beta2);
  }
  if (!sgd) add("epsilon", spec.epsilon, usual.epsilon);
  if (spec.kind == Kind::adamw) add("weight_decay", spec.weightDecay, usual.weightDecay);
  add("clipnorm", spec.clipnorm, usual.clipnorm);
  return out;
}

std::string optimizerText(const OptimizerSpec& spec) {
  const std::string rest = optimizerArguments(spec);
  if (rest.empty() && spec.learningRate == defaultLearningRate(spec.kind))
    return pythonText(kerasName(spec.kind));
  return std::string("keras.optimizers.") + optimizerClass(spec.kind) +
         "(learning_rate=" + pythonFloat(spec.learningRate) + rest + ")";
}

std::string lossText(const FitSpec& fit) {
  if (fit.loss == Loss::huber && fit.huberDelta != 1.0)
    return "keras.losses.Huber(delta=" + numberText(fit.huberDelta) + ")";
  return pythonText(kerasName(fit.loss));
}

void writeCompile(CodeLines& code, const FitSpec& fit) {
  code.gap();
  code.add("model.compile(");
  code.add("    optimizer=" + optimizerText(fit.optimizer) + ",", "optimizer");
  code.add("    loss=" + lossText(fit) + ",", "loss");
  std::vector<std::string> names;
  for (const Metric metric : fit.metrics) names.emplace_back(kerasName(metric));
  if (!names.empty()) code.add("    metrics=" + pythonList(names) + ",", "metrics");
  code.add(")");
}

std::string earlyStopping(const EarlyStopping& stop) {
  std::string out = "keras.callbacks.EarlyStopping(monitor=" + pythonText(stop.monitor) +
                    ", patience=" + std::to_string(stop.patience);
  if (stop.minDelta != 0.0) out += ", min_delta=" + numberText(stop.minDelta);
  if (stop.restoreBestWeights) out += ", restore_best_weights=True";
  return out + ")";
}

std::string reduceLr(const ReduceLrOnPlateau& reduce) {
  std::string out = "keras.callbacks.ReduceLROnPlateau(monitor=" + pythonText(reduce.monitor) +
                    ", factor=" + numberText(reduce.factor) +
                    ", patience=" + std::to_string(reduce.patience);
  const ReduceLrOnPlateau usual;
  if (reduce.minDelta != usual.minDelta) out += ", min_delta=" + numberText(reduce.minDelta);
  if (reduce.cooldown != 0) out += ", cooldown=" + std::to_string(reduce.cooldown);
  if (reduce.minLearningRate != 0.0) out += ", min_lr=" + numberText(reduce.minLearningRate);
  return out + ")";
}

void writeCallbacks(CodeLines& code, const FitSpec& fit) {
  if (!fit.earlyStopping && !fit.reduceLr) return;
  code.add("    callbacks=[", "callbacks");
  if (fit.earlyStopping)
    code.add("        " + earlyStopping(*fit.earlyStopping) + ",", "callbacks");
  if (fit.reduceLr) code.add("        " + reduceLr(*fit.reduceLr) + ",", "callbacks");
  code.add("    ],", "callbacks");
}

void writeFit(CodeLines& code, const Design& design) {
  const FitSpec& fit = design.fit;
  const bool validates = design.data.validationSplit > 0.0;
  const bool drawn = validates && design.data.split != Split::last;
  code.gap();
  code.add("history = model.fit(", "fit");
  code.add(drawn ? "    X.loc[train], y.loc[train]," : "    X, y,", "fit");
  if (drawn) code.add("    validation_data=(X.loc[val], y.loc[val]),", "validation");
  if (validates && !drawn)
    code.add("    validation_split=" + numberText(design.data.validationSplit) + ",", "validation");
  code.add("    epochs=" + std::to_string(fit.epochs) + ",", "epochs");
  code.add("    batch_size=" + std::to_string(fit.batchSize) + ",", "batch");
  if (!fit.shuffle) code.add("    shuffle=False,", "shuffle");
  writeCallbacks(code, fit);
  code.add(")");
}

} // namespace

void writeModelCode(CodeLines& code, const Design& design, const KerasContext& context) {
  writeLayers(code, design.network, context.outline.inputNames.size());
  writeCompile(code, design.fit);
  writeFit(code, design);
}

} // namespace layerlab
