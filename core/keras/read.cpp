#include "core/keras/read.h"

#include "core/base/shown.h"
#include "core/keras/reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace layerlab {
namespace {

using Kind = PyExpr::Kind;

/// Roots of expressions that prepare, print or plot: they change nothing here.
constexpr const char* const quietRoots[] = {
    "np",      "numpy",  "pd",   "pandas", "plt",       "matplotlib", "sns",   "seaborn",
    "sklearn", "print",  "len",  "int",    "float",     "str",        "sum",   "min",
    "max",     "range",  "list", "zip",    "os",        "sys",        "abs",   "round",
    "set",     "sorted", "dict", "tuple",  "enumerate", "True",       "False", "None"};
/// Keras' own names that may be put into a variable first.
constexpr const char* const kerasNames[] = {"keras",
                                            "tf",
                                            "tensorflow",
                                            "Dense",
                                            "Dropout",
                                            "Input",
                                            "InputLayer",
                                            "Activation",
                                            "ReLU",
                                            "ELU",
                                            "LeakyReLU",
                                            "SGD",
                                            "RMSprop",
                                            "Adam",
                                            "EarlyStopping",
                                            "Softmax",
                                            "Adagrad",
                                            "Nadam",
                                            "Adamax",
                                            "AdamW",
                                            "L1",
                                            "L2",
                                            "L1L2",
                                            "Huber",
                                            "ReduceLROnPlateau",
                                            "TerminateOnNaN"};
constexpr const char* const quietMethods[] = {"summary", "evaluate", "predict", "build"};
/// What says how rows are prepared is taken (read_data.cpp), imported or not.
constexpr const char* const preparers[] = {"StandardScaler", "MinMaxScaler", "train_test_split"};
constexpr const char* const ourFunctions[] = {"draws", "shuffle", "split_rows", "as_text",
                                              "as_number"};

template <std::size_t count>
bool among(const char* const (&words)[count], const std::string& word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::string rootOf(const PyExpr& expr) {
  const PyExpr* at = &expr;
  while (at->kind != Kind::name && !at->items.empty() &&
         (at->kind == Kind::attribute || at->kind == Kind::call || at->kind == Kind::subscript))
    at = &at->items[0];
  return at->kind == Kind::name ? at->text : std::string();
}

Message notUnderstood() {
  return {QT_TRANSLATE_NOOP("Core", "not understood; left alone"), {}};
}

bool isLearningRate(const PyExpr& expr) {
  return expr.kind == Kind::attribute && (expr.text == "learning_rate" || expr.text == "lr");
}

/// K.set_value(...), opt.learning_rate.assign(...); `name` is that of the call.
bool setsVariable(const PyExpr& call, const std::string& name) {
  const PyExpr& callee = call.items[0];
  return name == "set_value" ||
         (name == "assign" && callee.kind == Kind::attribute && isLearningRate(callee.items[0]));
}

/// The 1 of hidden[1] as a place in `count` items; -1 is the last.
std::optional<std::size_t> indexIn(const PyExpr& index, std::size_t count) {
  const bool back = index.kind == Kind::unary && index.text == "-";
  const std::string& digits = back ? index.items[0].text : index.text;
  if ((back ? index.items[0] : index).kind != Kind::number) return std::nullopt;
  std::size_t value = 0;
  const char* last = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), last, value);
  if (result.ec != std::errc{} || result.ptr != last) return std::nullopt;
  if (back ? value < 1 || value > count : value >= count) return std::nullopt;
  return back ? count - value : value;
}

std::optional<double> arithmetic(const std::string& op, double a, double b) {
  if (op == "+") return a + b;
  if (op == "-") return a - b;
  if (op == "*") return a * b;
  if (op == "/") return a / b;
  if (op == "//") return std::floor(a / b);
  if (op == "**") return std::pow(a, b);
  return std::nullopt;
}

std::optional<double> numberIn(const std::string& digits) {
  double value = 0.0;
  const bool hex = digits.starts_with("0x") || digits.starts_with("0X");
  const char* last = digits.data() + digits.size();
  const auto result = hex ? std::from_chars(digits.data() + 2, last, value, std::chars_format::hex)
                          : std::from_chars(digits.data(), last, value);
  if (result.ec != std::errc{} || result.ptr != last) return std::nullopt;
  return value;
}

} // namespace

// Statements ------------------------------------------------------------------------------------

Result<KerasReading> KerasReader::run(const std::string& code) {
  for (const PyStatement& next : pythonStatements(code)) statement(next);
  if (auto ok = settle(); !ok) return ok.error();
  std::stable_sort(m_out.notes.begin(), m_out.notes.end(),
                   [](const KerasNote& a, const KerasNote& b) { return a.line < b.line; });
  return std::move(m_out);
}

void KerasReader::statement(const PyStatement& next) {
  switch (next.kind) {
  case PyStatement::Kind::import:
    for (const auto& [as, name] : next.names) {
      m_modules.insert(as.substr(0, as.find('.')));
      if (as != name && name.find('.') == std::string::npos) m_aliases[as] = name;
    }
    return;
  case PyStatement::Kind::block:
    return block(next);
  case PyStatement::Kind::assignment:
    return assign(next);
  case PyStatement::Kind::expression:
    if (next.value.kind == Kind::text || next.value.kind == Kind::name) return; // a remark
    if (callStatement(next.value) || frameStatement(next.value)) return;
    preparation(next.value);
    return leave(next);
  case PyStatement::Kind::other:
    return note(next.line, next.trouble);
  }
}

void KerasReader::block(const PyStatement& statement) {
  if (statement.keyword == "def" && among(ourFunctions, statement.value.text)) {
    m_modules.insert(statement.value.text);
    return;
  }
  note(statement.line,
       {QT_TRANSLATE_NOOP("Core", "blocks (%1) are not read; left alone"), {statement.keyword}});
}

void KerasReader::assign(const PyStatement& statement) {
  const std::string name =
      statement.targets.back().kind == Kind::name ? statement.targets.back().text : std::string();
  const bool call = statement.value.kind == Kind::call;
  if (call && callName(statement.value) == "Sequential") {
    m_model = name;
    m_modules.insert(name);
    return sequential(statement.value);
  }
  const bool done = dataAssignment(statement) || (call && callStatement(statement.value));
  if (!done) leave(statement);
  if (call && callName(statement.value) == "Model" && !name.empty())
    m_model = name;                              // its compile and fit are read
  const PyExpr value = settled(statement.value); // of all parts, before any of them changes
  for (const PyExpr& target : statement.targets) store(target, value);
}

/// a, (a, b) or an attribute of the model takes the value; one of another Keras object is noted.
void KerasReader::store(const PyExpr& target, const PyExpr& value) {
  if (target.kind == Kind::name) {
    m_values[target.text] = value;
    m_modules.insert(target.text);
  } else if (target.kind == Kind::tuple || target.kind == Kind::list) {
    const PyExpr& held = resolved(value);
    const bool several = held.kind == Kind::tuple || held.kind == Kind::list;
    const bool fits = several && held.items.size() == target.items.size();
    const std::vector<PyExpr> parts = fits ? held.items : std::vector<PyExpr>();
    for (std::size_t i = 0; i < target.items.size(); ++i)
      fits ? store(target.items[i], parts[i]) : forget(target.items[i]);
  } else if (target.kind == Kind::subscript && target.items[0].kind == Kind::name) {
    const Kind held = resolved(target.items[0]).kind; // hidden[0] = 3
    if (held == Kind::list || held == Kind::tuple) forget(target.items[0]);
  } else if (target.kind == Kind::attribute && rootOf(target) == m_model) {
    modelAttribute(target, value);
  } else if (target.kind == Kind::attribute) {
    const bool ofKeras = among(kerasNames, callName(resolved(target.items[0])));
    if (ofKeras || isLearningRate(target)) // opt.learning_rate = 0.5
      note(target.line, {QT_TRANSLATE_NOOP("Core", "%1 is not set this way here (write it into "
                                                   "the call that makes it); left alone"),
                         {shown(target.text)}});
  }
}

/// A variable whose value is not known any more.
void KerasReader::forget(const PyExpr& target) {
  if (target.kind != Kind::name) return;
  m_values.erase(target.text);
  m_modules.insert(target.text);
}

/// model.optimizer.learning_rate = 0.5; nothing else can be set that way.
void KerasReader::modelAttribute(const PyExpr& target, const PyExpr& value) {
  const bool rate = isLearningRate(target) && target.items[0].kind == Kind::attribute &&
                    target.items[0].text == "optimizer";
  const auto found = rate ? number(value) : std::nullopt;
  if (found) {
    m_out.design.fit.optimizer.learningRate = *found;
    return;
  }
  note(target.line, {QT_TRANSLATE_NOOP("Core", "%1 of the model is not set here; left alone"),
                     {shown(target.text)}});
}

/// Names what was not taken and is not known to change nothing.
void KerasReader::leave(const PyStatement& statement) {
  if (isFunctional(statement.value))
    note(statement.line,
         {QT_TRANSLATE_NOOP("Core", "the functional API is not read (write Sequential([...]) "
                                    "instead); left alone"),
          {}});
  else if (!isKnown(statement.value))
    note(statement.line, notUnderstood());
}

/// Model(...), or a layer called on another: Dense(16)(inputs), hidden(inputs).
bool KerasReader::isFunctional(const PyExpr& expr) const {
  if (expr.kind == Kind::call) {
    const PyExpr& callee = resolved(expr.items[0]);
    const bool layer = callee.kind == Kind::call && !among(quietRoots, rootOf(callee));
    if (layer || callName(expr) == "Model") return true;
  }
  return std::any_of(expr.items.begin(), expr.items.end(),
                     [this](const PyExpr& part) { return isFunctional(part); });
}

/// model.add, compile, fit, a seed; false: something else.
bool KerasReader::callStatement(const PyExpr& call) {
  if (call.kind != Kind::call) return false;
  const std::string name = callName(call);
  const bool method = call.items[0].kind == Kind::attribute && rootOf(call) == m_model;
  if (method && name == "add") {
    if (call.items.size() > 1) addLayer(call.items[1]);
  } else if (method && name == "compile") {
    compile(call);
  } else if (method && name == "fit") {
    fit(call);
  } else if (name == "set_random_seed" || (name == "set_seed" && rootOf(call) != "np")) {
    seed(call);
  } else {
    return method && among(quietMethods, name);
  }
  return true;
}

/// Made of literals, variables and things that change nothing here?
bool KerasReader::isKnown(const PyExpr& expr, int depth) const {
  if (depth > 120) return false;
  if (expr.kind == Kind::name)
    return among(quietRoots, expr.text) || among(kerasNames, expr.text) ||
           among(preparers, expr.text) || m_modules.contains(expr.text);
  if (expr.kind == Kind::call && rootOf(expr) == m_model && !m_model.empty() &&
      expr.items[0].kind == Kind::attribute && !among(quietMethods, expr.items[0].text) &&
      m_modules.contains(m_model))
    return false; // model.load_weights(...)
  if (expr.kind == Kind::call && setsVariable(expr, callName(expr))) return false;
  if (expr.kind == Kind::call && among(preparers, callName(expr)))
    return std::all_of(expr.items.begin() + 1, expr.items.end(), [&](const PyExpr& part) {
      return part.kind == Kind::name || isKnown(part, depth + 1);
    });
  if (expr.kind == Kind::other && (expr.text == "for" || expr.text == "lambda")) return true;
  return std::all_of(expr.items.begin(), expr.items.end(),
                     [&](const PyExpr& part) { return isKnown(part, depth + 1); });
}

/// Ids of the layers that were there, range checks, and whether there was any Keras at all.
Result<void> KerasReader::settle() {
  settleData();
  Design& design = m_out.design;
  if (!m_out.hasModel && !m_out.hasLoss && !m_out.hasFit && !m_ours)
    return inputError({QT_TRANSLATE_NOOP("Core", "there is no Keras code here: Sequential([...]), "
                                                 "compile or fit"),
                       {}});
  if (m_out.hasModel) {
    const std::vector<LayerSpec> before = design.network.layers;
    int fresh = design.network.freeId();
    for (std::size_t i = 0; i < m_layers.size(); ++i)
      m_layers[i].id = i < before.size() ? before[i].id : fresh++;
    design.network.layers = std::move(m_layers);
    if (auto ok = check(design.network, 1); !ok) return ok;
  }
  if (auto ok = checkValidationSplit(design.data.validationSplit); !ok) return ok;
  return check(design.fit);
}

// Values ----------------------------------------------------------------------------------------

/// What a variable, or hidden[1] of a list, stands for; anything else is itself.
const PyExpr& KerasReader::resolved(const PyExpr& expr, int depth) const {
  if (depth > 20) return expr;
  if (expr.kind == Kind::name) {
    const auto found = m_values.find(expr.text);
    return found == m_values.end() ? expr : resolved(found->second, depth + 1);
  }
  if (expr.kind != Kind::subscript || expr.items.size() != 2) return expr;
  const PyExpr& list = resolved(expr.items[0], depth + 1);
  if (list.kind != Kind::list && list.kind != Kind::tuple) return expr;
  const auto index = indexIn(expr.items[1], list.items.size());
  return index ? resolved(list.items[*index], depth + 1) : expr;
}

/// The value as it is on this line: what can be computed is, so that `n = n + 1` ends and a
/// variable may change later.
PyExpr KerasReader::settled(const PyExpr& expr) const {
  const PyExpr& held = resolved(expr);
  if (held.items.empty()) return held;
  if (const auto value = number(held)) return {Kind::number, numberText(*value), {}, {}, expr.line};
  if (expr.kind != Kind::list && expr.kind != Kind::tuple) return expr;
  PyExpr out{expr.kind, {}, {}, {}, expr.line};
  for (const PyExpr& item : expr.items) out.items.push_back(settled(item));
  return out;
}

/// "Dense" of Dense, layers.Dense, tf.keras.layers.Dense.
std::string KerasReader::lastName(const PyExpr& expr) const {
  if (expr.kind == Kind::attribute) return expr.text;
  if (expr.kind != Kind::name) return {};
  const auto found = m_aliases.find(expr.text);
  return found == m_aliases.end() ? expr.text : found->second;
}

std::string KerasReader::callName(const PyExpr& expr) const {
  return expr.kind == Kind::call ? lastName(expr.items[0]) : std::string();
}

std::optional<double> KerasReader::number(const PyExpr& given, int depth) const {
  if (depth > 50) return std::nullopt;
  const PyExpr& expr = resolved(given);
  if (expr.kind == Kind::number) return numberIn(expr.text);
  if (expr.kind == Kind::unary && (expr.text == "-" || expr.text == "+")) {
    const auto value = number(expr.items[0], depth + 1);
    return value && expr.text == "-" ? std::optional(-*value) : value;
  }
  if (expr.kind != Kind::binary) return std::nullopt;
  const auto a = number(expr.items[0], depth + 1);
  const auto b = a ? number(expr.items[1], depth + 1) : std::nullopt;
  return b ? arithmetic(expr.text, *a, *b) : std::nullopt;
}

std::optional<int> KerasReader::integer(const PyExpr& expr) const {
  const auto value = number(expr);
  if (!value || std::floor(*value) != *value || std::abs(*value) > 2e9) return std::nullopt;
  return static_cast<int>(*value);
}

std::optional<std::string> KerasReader::text(const PyExpr& given) const {
  const PyExpr& expr = resolved(given);
  return expr.kind == Kind::text ? std::optional(expr.text) : std::nullopt;
}

std::optional<bool> KerasReader::boolean(const PyExpr& given) const {
  const PyExpr& expr = resolved(given);
  if (expr.isName("True")) return true;
  if (expr.isName("False")) return false;
  return std::nullopt;
}

/// A list of texts; a single text is a list of one.
std::optional<std::vector<std::string>> KerasReader::texts(const PyExpr& given) const {
  const PyExpr& expr = resolved(given);
  if (expr.kind == Kind::text) return std::vector{expr.text};
  if (expr.kind != Kind::list && expr.kind != Kind::tuple) return std::nullopt;
  std::vector<std::string> out;
  for (const PyExpr& item : expr.items) {
    const auto one = text(item);
    if (!one) return std::nullopt;
    out.push_back(*one);
  }
  return out;
}

Result<KerasReading> readKeras(const std::string& code, const Design& base, const Table* table) {
  if (code.size() > maxKerasBytes)
    return inputError({QT_TRANSLATE_NOOP("Core", "this program is too long to be read"), {}});
  return KerasReader(base, table).run(code);
}

} // namespace layerlab
