#include "core/base/shown.h"
#include "core/keras/reader.h"

namespace layerlab {
namespace {

using Kind = PyExpr::Kind;

bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// "HeNormal" -> "he_normal"; names in small letters stay.
std::string snake(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (upper(c) && !out.empty() && out.back() != '_') out += '_';
    out += upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

/// Layers that are nothing but an activation, under the names of the functions.
std::optional<Activation> activationOfLayer(const std::string& name) {
  if (name == "ReLU") return Activation::relu;
  if (name == "LeakyReLU") return Activation::leakyRelu;
  if (name == "ELU") return Activation::elu;
  if (name == "Softmax") return Activation::softmax;
  return std::nullopt;
}

Message unknownWord(const char* what, const std::string& word) {
  return {QT_TRANSLATE_NOOP("Core", "the %1 '%2' is not known here; left alone"),
          {what, shown(word)}};
}

} // namespace

void KerasReader::sequential(const PyExpr& call) {
  m_out.hasModel = true;
  m_layers.clear();
  KerasArguments arguments(*this, call, "Sequential", {"layers"}, {"name", "trainable"});
  const PyExpr* layers = arguments.find("layers");
  if (!layers) return;
  const PyExpr& list = resolved(*layers);
  if (list.kind != Kind::list && list.kind != Kind::tuple)
    return note(layers->line, {QT_TRANSLATE_NOOP("Core", "Sequential needs a list of layers"), {}});
  for (const PyExpr& layer : list.items) addLayer(layer);
}

void KerasReader::addLayer(const PyExpr& given) {
  m_out.hasModel = true;
  const PyExpr& expr = resolved(given);
  const std::string name = callName(expr);
  if (name == "Dense") return dense(expr);
  if (name == "Dropout") return dropout(expr);
  if (name == "Input" || name == "InputLayer") return input(expr);
  if (name == "Activation" || activationOfLayer(name)) return activationLayer(expr, name);
  if (name == "Flatten") return; // rows are flat already
  if (name.empty())
    return note(given.line, {QT_TRANSLATE_NOOP("Core", "this is no layer; left alone"), {}});
  note(given.line, {QT_TRANSLATE_NOOP("Core", "the layer %1 is not known here (Dense, Dropout, "
                                              "Input, Activation); left alone"),
                    {shown(name)}});
}

void KerasReader::dense(const PyExpr& call) {
  KerasArguments arguments(*this, call, "Dense",
                           {"units", "activation", "use_bias", "kernel_initializer",
                            "bias_initializer", "kernel_regularizer", "bias_regularizer"},
                           {"name", "dtype", "trainable"});
  LayerSpec layer;
  layer.units = 0;
  arguments.integer("units", layer.units);
  if (const PyExpr* value = arguments.find("activation"))
    layer.activation = activation(*value).value_or(layer.activation);
  arguments.boolean("use_bias", layer.useBias);
  if (const PyExpr* value = arguments.find("kernel_initializer"))
    layer.kernelInitializer = initializer(*value).value_or(layer.kernelInitializer);
  if (const PyExpr* value = arguments.find("bias_initializer"))
    layer.biasInitializer = initializer(*value).value_or(layer.biasInitializer);
  if (const PyExpr* value = arguments.find("kernel_regularizer"))
    layer.kernelRegularizer = regularizer(*value);
  if (const PyExpr* value = arguments.find("bias_regularizer"))
    layer.biasRegularizer = regularizer(*value);
  for (const char* key : {"input_shape", "input_dim"})
    if (const PyExpr* value = arguments.find(key)) shape(*value);
  if (layer.units >= 1)
    m_layers.push_back(layer);
  else
    note(call.line, {QT_TRANSLATE_NOOP("Core", "Dense needs a number of units of at least 1; left "
                                               "out"),
                     {}});
}

void KerasReader::dropout(const PyExpr& call) {
  KerasArguments arguments(*this, call, "Dropout", {"rate"}, {"name", "seed", "dtype"});
  LayerSpec layer;
  layer.kind = LayerKind::dropout;
  const PyExpr* given = arguments.find("rate");
  const auto rate = given ? number(*given) : std::nullopt;
  for (const char* key : {"input_shape", "input_dim"})
    if (const PyExpr* value = arguments.find(key)) shape(*value);
  if (!rate)
    return note(call.line,
                {QT_TRANSLATE_NOOP("Core", "Dropout needs a rate that can be read; left out"), {}});
  layer.rate = *rate;
  m_layers.push_back(layer);
}

void KerasReader::input(const PyExpr& call) {
  KerasArguments arguments(*this, call, "Input", {"shape"}, {"name", "dtype", "batch_size"});
  for (const char* key : {"shape", "input_shape", "batch_shape"})
    if (const PyExpr* value = arguments.find(key)) shape(*value);
}

/// (8,), [8] or 8; X.shape[1] and the like say nothing.
void KerasReader::shape(const PyExpr& given) {
  const PyExpr& expr = resolved(given);
  const bool several = expr.kind == Kind::tuple || expr.kind == Kind::list;
  if (several && expr.items.empty()) return;
  if (const auto width = integer(several ? expr.items.back() : expr)) m_out.inputWidth = *width;
}

/// Keras' way to write the activation of the Dense before it.
void KerasReader::activationLayer(const PyExpr& call, const std::string& name) {
  KerasArguments arguments(*this, call, name, {name == "Activation" ? "activation" : "slope"},
                           {"name", "slope", "max_value", "axis", "threshold", "input_shape"});
  std::optional<Activation> kind = activationOfLayer(name);
  if (name == "Activation")
    if (const PyExpr* value = arguments.find("activation")) kind = activation(*value);
  if (name == "LeakyReLU") {
    double slope = 0.3; // the layer's own default
    for (const char* key : {"slope", "alpha", "negative_slope"}) arguments.number(key, slope);
    if (slope != 0.2)
      note(call.line, {QT_TRANSLATE_NOOP("Core", "LeakyReLU has the slope 0.2 here, not %1"),
                       {numberText(slope)}});
  }
  if (!kind) return;
  if (m_layers.empty() || m_layers.back().kind != LayerKind::dense ||
      m_layers.back().activation != Activation::linear)
    return note(call.line, {QT_TRANSLATE_NOOP("Core", "an activation must follow a Dense layer "
                                                      "without one; left out"),
                            {}});
  m_layers.back().activation = *kind;
}

std::optional<Activation> KerasReader::activation(const PyExpr& given) {
  const PyExpr& expr = resolved(given);
  std::string name = text(expr).value_or(expr.kind == Kind::call ? callName(expr) : lastName(expr));
  if (const auto layer = activationOfLayer(name)) return layer;
  if (const auto found = activationFromName(snake(name))) return found;
  note(given.line, unknownWord("activation", name));
  return std::nullopt;
}

std::optional<Initializer> KerasReader::initializer(const PyExpr& given) {
  const PyExpr& expr = resolved(given);
  const std::string name =
      text(expr).value_or(expr.kind == Kind::call ? callName(expr) : lastName(expr));
  if (expr.kind == Kind::call)
    KerasArguments(*this, expr, name, {}, {"seed"}); // others change the numbers: named
  if (const auto found = initializerFromName(snake(name))) return found;
  note(given.line, unknownWord("initializer", name));
  return std::nullopt;
}

Regularizer KerasReader::regularizer(const PyExpr& given) {
  constexpr double usual = 0.01;
  const PyExpr& expr = resolved(given);
  const bool call = expr.kind == Kind::call;
  const std::string name = call ? callName(expr) : text(expr).value_or(lastName(expr));
  Regularizer out;
  if (name == "L1" || name == "l1") {
    out.l1 = usual;
    if (call) KerasArguments(*this, expr, name, {"l1"}).number("l1", out.l1);
  } else if (name == "L2" || name == "l2") {
    out.l2 = usual;
    if (call) KerasArguments(*this, expr, name, {"l2"}).number("l2", out.l2);
  } else if (name == "L1L2" || name == "l1_l2") {
    if (name == "l1_l2" || !call) out = {usual, usual};
    if (!call) return out;
    KerasArguments arguments(*this, expr, name, {"l1", "l2"});
    arguments.number("l1", out.l1);
    arguments.number("l2", out.l2);
  } else {
    note(given.line, unknownWord("regularizer", name));
  }
  return out;
}

} // namespace layerlab
