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
constexpr const char* const ourFunctions[] = {"draws", "shuffle", "split_rows"};

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
    if (callStatement(next.value)) return;
    preparation(next.value);
    if (!isKnown(next.value)) note(next.line, notUnderstood());
    return;
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
  if (!done && !isKnown(statement.value)) note(statement.line, notUnderstood());
  for (const PyExpr& target : statement.targets) {
    if (target.kind == Kind::name) m_values[target.text] = statement.value;
    if (target.kind == Kind::name) m_modules.insert(target.text);
    for (const PyExpr& part : target.items)
      if (target.kind == Kind::tuple && part.kind == Kind::name) m_modules.insert(part.text);
  }
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
           m_modules.contains(expr.text);
  if (expr.kind == Kind::call && rootOf(expr) == m_model && !m_model.empty() &&
      expr.items[0].kind == Kind::attribute && !among(quietMethods, expr.items[0].text) &&
      m_modules.contains(m_model))
    return false; // model.load_weights(...)
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
  if (!(design.data.validationSplit >= 0.0 && design.data.validationSplit < 1.0))
    return inputError({QT_TRANSLATE_NOOP("Core", "val-split must be in [0, 1), not %1"),
                       {numberText(design.data.validationSplit)}});
  return check(design.fit);
}

// Values ----------------------------------------------------------------------------------------

const PyExpr& KerasReader::resolved(const PyExpr& expr) const {
  const PyExpr* at = &expr;
  for (int i = 0; i < 20 && at->kind == Kind::name; ++i) {
    const auto found = m_values.find(at->text);
    if (found == m_values.end()) break;
    at = &found->second;
  }
  return *at;
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
  const auto b = number(expr.items[1], depth + 1);
  return a && b ? arithmetic(expr.text, *a, *b) : std::nullopt;
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

// Arguments -------------------------------------------------------------------------------------

KerasArguments::KerasArguments(KerasReader& reader, const PyExpr& call, const std::string& what,
                               std::vector<std::string> names, std::set<std::string> quiet)
    : m_reader(reader), m_what(what), m_used(std::move(quiet)) {
  std::size_t position = 0;
  for (std::size_t i = 1; i < call.items.size(); ++i) {
    const std::string& keyword = call.keywords[i - 1];
    if (!keyword.empty())
      m_given[keyword] = &call.items[i];
    else if (position < names.size())
      m_given[names[position++]] = &call.items[i];
    else
      reader.note(call.items[i].line,
                  {QT_TRANSLATE_NOOP("Core", "%1 has too many arguments"), {what}});
  }
}

KerasArguments::~KerasArguments() {
  for (const auto& [name, expr] : m_given)
    if (!m_used.contains(name))
      m_reader.note(expr->line, {QT_TRANSLATE_NOOP("Core", "%1: the argument %2 is not known here; "
                                                           "left out"),
                                 {shown(m_what), shown(name)}});
}

const PyExpr* KerasArguments::find(const std::string& name) {
  m_used.insert(name);
  const auto found = m_given.find(name);
  return found == m_given.end() || m_reader.isNone(*found->second) ? nullptr : found->second;
}

void KerasArguments::bad(const std::string& name, const PyExpr& expr) {
  m_reader.note(expr.line,
                {QT_TRANSLATE_NOOP("Core", "%1: %2 is not a value that can be read here; "
                                           "left alone"),
                 {shown(m_what), shown(name)}});
}

template <class T>
void KerasArguments::read(const std::string& name, T& value,
                          std::optional<T> (KerasReader::*get)(const PyExpr&) const) {
  const PyExpr* expr = find(name);
  if (!expr) return;
  if (const auto found = (m_reader.*get)(*expr))
    value = *found;
  else
    bad(name, *expr);
}

void KerasArguments::number(const std::string& name, double& value) {
  const PyExpr* expr = find(name);
  if (!expr) return;
  if (const auto found = m_reader.number(*expr))
    value = *found;
  else
    bad(name, *expr);
}

void KerasArguments::integer(const std::string& name, int& value) {
  read(name, value, &KerasReader::integer);
}

void KerasArguments::boolean(const std::string& name, bool& value) {
  read(name, value, &KerasReader::boolean);
}

void KerasArguments::text(const std::string& name, std::string& value) {
  read(name, value, &KerasReader::text);
}

Result<KerasReading> readKeras(const std::string& code, const Design& base, const Table* table) {
  if (code.size() > maxKerasBytes)
    return inputError({QT_TRANSLATE_NOOP("Core", "this program is too long to be read"), {}});
  return KerasReader(base, table).run(code);
}

} // namespace layerlab
