#include "core/base/shown.h"
#include "core/keras/reader.h"

#include <algorithm>
#include <charconv>

namespace layerlab {
namespace {

using Kind = PyExpr::Kind;

std::string lower(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

/// "MeanSquaredError" -> "mean_squared_error", "MSE" -> "mse".
std::string wordOf(const std::string& name) {
  const bool capitals = name == lower(name) || std::all_of(name.begin(), name.end(), [](char c) {
                          return c >= 'A' && c <= 'Z';
                        });
  if (capitals) return lower(name);
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z' && !out.empty() && out.back() != '_') out += '_';
    out += c;
  }
  return lower(out);
}

/// Keras' order of the arguments, which differs from kind to kind.
std::vector<std::string> argumentsOf(OptimizerKind kind) {
  switch (kind) {
  case OptimizerKind::sgd:
    return {"learning_rate", "momentum", "nesterov"};
  case OptimizerKind::rmsprop:
    return {"learning_rate", "rho", "momentum", "epsilon"};
  case OptimizerKind::adagrad:
    return {"learning_rate", "initial_accumulator_value", "epsilon"};
  case OptimizerKind::adamw:
    return {"learning_rate", "weight_decay", "beta_1", "beta_2", "epsilon"};
  default:
    return {"learning_rate", "beta_1", "beta_2", "epsilon"};
  }
}

/// Keras' defaults in the fields that belong to the kind; the others stay as they were.
void resetOwn(OptimizerSpec& spec) {
  const OptimizerSpec usual;
  using K = OptimizerKind;
  const K kind = spec.kind;
  spec.learningRate = defaultLearningRate(kind);
  spec.clipnorm = 0.0;
  if (kind == K::sgd || kind == K::rmsprop) spec.momentum = usual.momentum;
  if (kind == K::sgd) spec.nesterov = usual.nesterov;
  if (kind == K::rmsprop) spec.rho = usual.rho;
  if (kind == K::adagrad) spec.initialAccumulator = usual.initialAccumulator;
  if (kind == K::adam || kind == K::adamw || kind == K::nadam || kind == K::adamax) {
    spec.beta1 = usual.beta1;
    spec.beta2 = usual.beta2;
  }
  if (kind != K::sgd) spec.epsilon = usual.epsilon;
  if (kind == K::adamw) spec.weightDecay = usual.weightDecay;
}

} // namespace

void KerasReader::compile(const PyExpr& call) {
  KerasArguments arguments(*this, call, "compile", {"optimizer", "loss", "loss_weights", "metrics"},
                           {"jit_compile", "run_eagerly", "steps_per_execution"});
  if (const PyExpr* value = arguments.find("optimizer")) {
    optimizer(*value);
  } else {
    m_out.design.fit.optimizer.kind = OptimizerKind::rmsprop; // compile's own default
    resetOwn(m_out.design.fit.optimizer);
  }
  if (const PyExpr* value = arguments.find("loss")) loss(*value);
  m_out.design.fit.metrics.clear();
  if (const PyExpr* value = arguments.find("metrics")) metrics(*value);
}

void KerasReader::optimizer(const PyExpr& given) {
  const PyExpr& expr = resolved(given);
  const bool call = expr.kind == Kind::call;
  const std::string name = call ? callName(expr) : text(expr).value_or(lastName(expr));
  const auto kind = optimizerFromName(lower(name));
  if (!kind)
    return note(given.line, {QT_TRANSLATE_NOOP("Core", "the %1 '%2' is not known here; left alone"),
                             {"optimizer", shown(name)}});
  OptimizerSpec& spec = m_out.design.fit.optimizer;
  spec.kind = *kind;
  resetOwn(spec);
  if (!call) return;
  const std::vector<std::string> names = argumentsOf(*kind);
  KerasArguments arguments(*this, expr, name, names, {"name"});
  const auto number = [&](const char* key, double& value) {
    if (std::find(names.begin(), names.end(), key) != names.end()) arguments.number(key, value);
  };
  arguments.number("lr", spec.learningRate);
  number("learning_rate", spec.learningRate);
  number("momentum", spec.momentum);
  number("rho", spec.rho);
  number("beta_1", spec.beta1);
  number("beta_2", spec.beta2);
  number("epsilon", spec.epsilon);
  number("weight_decay", spec.weightDecay);
  number("initial_accumulator_value", spec.initialAccumulator);
  if (*kind == OptimizerKind::sgd) arguments.boolean("nesterov", spec.nesterov);
  arguments.number("clipnorm", spec.clipnorm);
}

void KerasReader::loss(const PyExpr& given) {
  const PyExpr& expr = resolved(given);
  const bool call = expr.kind == Kind::call;
  const std::string name = call ? callName(expr) : text(expr).value_or(lastName(expr));
  std::string word = wordOf(name);
  if (word == "sparse_categorical_crossentropy") word = "categorical_crossentropy";
  if (word == "bce") word = "binary_crossentropy";
  const auto found = lossFromName(word);
  if (!found)
    return note(given.line, {QT_TRANSLATE_NOOP("Core", "the %1 '%2' is not known here; left alone"),
                             {"loss", shown(name)}});
  FitSpec& fit = m_out.design.fit;
  fit.loss = *found;
  m_out.hasLoss = true;
  if (*found == Loss::huber) fit.huberDelta = 1.0;
  if (!call) return;
  KerasArguments arguments(*this, expr, name, {*found == Loss::huber ? "delta" : "from_logits"},
                           {"name", "reduction"});
  if (*found == Loss::huber) arguments.number("delta", fit.huberDelta);
  bool logits = false;
  arguments.boolean("from_logits", logits);
  if (logits)
    note(given.line, {QT_TRANSLATE_NOOP("Core", "from_logits=True: give the output layer its "
                                                "activation instead; left out"),
                      {}});
}

void KerasReader::metrics(const PyExpr& given) {
  const PyExpr& expr = resolved(given);
  const bool list = expr.kind == Kind::list || expr.kind == Kind::tuple;
  const std::vector<PyExpr> items = list ? expr.items : std::vector<PyExpr>{expr};
  for (const PyExpr& item : items) {
    const PyExpr& one = resolved(item);
    const std::string name =
        one.kind == Kind::call ? callName(one) : text(one).value_or(lastName(one));
    const std::string word = wordOf(name);
    const auto metric = word == "sparse_categorical_accuracy" ? std::optional(Metric::accuracy)
                                                              : metricFromName(word);
    auto& known = m_out.design.fit.metrics;
    if (!metric)
      note(item.line, {QT_TRANSLATE_NOOP("Core", "the %1 '%2' is not known here; left alone"),
                       {"metric", shown(name)}});
    else if (std::find(known.begin(), known.end(), *metric) == known.end())
      known.push_back(*metric);
  }
}

void KerasReader::fit(const PyExpr& call) {
  m_out.hasFit = true;
  KerasArguments arguments(*this, call, "fit",
                           {"x", "y", "batch_size", "epochs", "verbose", "callbacks",
                            "validation_split", "validation_data", "shuffle"},
                           {"x", "y", "verbose"});
  FitSpec& fit = m_out.design.fit;
  PrepareSpec& data = m_out.design.data;
  fit.batchSize = 32;
  fit.epochs = 1;
  fit.shuffle = true;
  fit.earlyStopping.reset();
  fit.reduceLr.reset();
  takeMatrices(arguments.find("x"), arguments.find("y"));
  arguments.integer("batch_size", fit.batchSize);
  arguments.integer("epochs", fit.epochs);
  arguments.boolean("shuffle", fit.shuffle);
  if (arguments.has("validation_data")) { // whatever was split before fit
    arguments.has("validation_split");
  } else {
    data.validationSplit = 0.0;
    arguments.number("validation_split", data.validationSplit);
    if (data.validationSplit > 0.0) data.split = Split::last;
  }
  if (const PyExpr* value = arguments.find("callbacks")) {
    const PyExpr& list = resolved(*value);
    if (list.kind != Kind::list && list.kind != Kind::tuple) return callback(list);
    for (const PyExpr& item : list.items) callback(item);
  }
}

void KerasReader::callback(const PyExpr& given) {
  const PyExpr& expr = resolved(given);
  const std::string name = callName(expr);
  if (name == "EarlyStopping") {
    EarlyStopping stop;
    KerasArguments arguments(
        *this, expr, name,
        {"monitor", "min_delta", "patience", "verbose", "mode", "baseline", "restore_best_weights"},
        {"verbose", "mode"});
    arguments.text("monitor", stop.monitor);
    stop.monitor = monitorFromName(stop.monitor);
    arguments.number("min_delta", stop.minDelta);
    arguments.integer("patience", stop.patience);
    arguments.boolean("restore_best_weights", stop.restoreBestWeights);
    m_out.design.fit.earlyStopping = stop;
  } else if (name == "ReduceLROnPlateau") {
    ReduceLrOnPlateau reduce;
    KerasArguments arguments(
        *this, expr, name,
        {"monitor", "factor", "patience", "verbose", "mode", "min_delta", "cooldown", "min_lr"},
        {"verbose", "mode"});
    arguments.text("monitor", reduce.monitor);
    reduce.monitor = monitorFromName(reduce.monitor);
    arguments.number("factor", reduce.factor);
    arguments.integer("patience", reduce.patience);
    arguments.number("min_delta", reduce.minDelta);
    arguments.integer("cooldown", reduce.cooldown);
    arguments.number("min_lr", reduce.minLearningRate);
    m_out.design.fit.reduceLr = reduce;
  } else if (name != "TerminateOnNaN") { // we always do
    note(given.line, {QT_TRANSLATE_NOOP("Core", "the callback %1 is not known here (EarlyStopping, "
                                                "ReduceLROnPlateau); left out"),
                      {shown(name)}});
  }
}

/// A whole number of 64 bits, or that % 2**32.
void KerasReader::seed(const PyExpr& call) {
  if (call.items.size() < 2) return;
  const PyExpr* value = &resolved(call.items[1]);
  if (value->kind == Kind::binary && value->text == "%") value = &resolved(value->items[0]);
  std::uint64_t number = 0;
  const char* last = value->text.data() + value->text.size();
  const auto result = std::from_chars(value->text.data(), last, number);
  if (value->kind == Kind::number && result.ec == std::errc{} && result.ptr == last)
    m_out.design.fit.seed = number;
  else
    note(call.line, {QT_TRANSLATE_NOOP("Core", "the seed is no whole number; left alone"), {}});
}

} // namespace layerlab
