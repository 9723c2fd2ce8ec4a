#include "core/base/shown.h"
#include "core/keras/reader.h"

#include <algorithm>

// Which columns an expression takes from the table.

namespace layerlab {
namespace {

using Kind = PyExpr::Kind;

/// Methods that leave the columns as they are, and attributes and functions around them.
constexpr const char* const quietMethodsOfFrames[] = {
    "copy",  "dropna",  "fillna",  "astype",  "to_numpy", "reset_index",
    "ravel", "reshape", "flatten", "squeeze", "to_frame"};
constexpr const char* const wrappers[] = {"array",       "asarray",        "DataFrame",
                                          "get_dummies", "to_categorical", "fit_transform"};
/// Assignments to columns that are read elsewhere or change no number here.
constexpr const char* const quietColumnCalls[] = {"fillna", "astype", "to_numeric",
                                                  "fit_transform"};

template <std::size_t count>
bool isOneOf(const char* const (&words)[count], const std::string& word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

const PyExpr* argumentAt(const PyExpr& call, const char* keyword, std::size_t position) {
  std::size_t at = 0;
  for (std::size_t i = 1; i < call.items.size(); ++i) {
    if (call.keywords[i - 1] == keyword) return &call.items[i];
    if (call.keywords[i - 1].empty() && at++ == position) return &call.items[i];
  }
  return nullptr;
}

/// data.apply(as_number) of our own programs.
bool typesCells(const PyExpr& call) {
  return call.kind == Kind::call && call.items[0].text == "apply" && call.items.size() > 1 &&
         (call.items[1].isName("as_text") || call.items[1].isName("as_number"));
}

bool isInputsOrTarget(const std::string& name) {
  return name == "X" || name == "x" || name == "Y" || name == "y";
}

bool mentionsMatrices(const PyExpr& expr) {
  return (expr.kind == Kind::name && isInputsOrTarget(expr.text)) ||
         std::any_of(expr.items.begin(), expr.items.end(), mentionsMatrices);
}

/// The frame of frame.loc[:, ...].
const PyExpr* locatedIn(const PyExpr& subscript) {
  const PyExpr& base = subscript.items[0];
  const PyExpr& index = subscript.items[1];
  const bool columns = base.kind == Kind::attribute && base.text == "loc" &&
                       index.kind == Kind::tuple && index.items.size() == 2 &&
                       index.items[0].kind == Kind::other && index.items[0].text == ":" &&
                       index.items[0].items.empty();
  return columns ? &base.items[0] : nullptr;
}

} // namespace

/// The columns an expression takes from the table; nullopt: from none, or in a way not read here.
std::optional<KerasReader::Frame> KerasReader::frame(const PyExpr& expr) {
  if (expr.kind == Kind::name) {
    const auto found = m_frames.find(expr.text);
    return found == m_frames.end() ? std::nullopt : std::optional(found->second);
  }
  if (expr.kind == Kind::attribute) return frameAttribute(expr);
  if (expr.kind == Kind::call) return frameCall(expr);
  if (expr.kind != Kind::subscript || expr.items.size() != 2) return std::nullopt;
  const PyExpr* located = locatedIn(expr);
  return chosenFrom(located ? *located : expr.items[0],
                    located ? expr.items[1].items[1] : expr.items[1]);
}

/// base["a"], base[["a", "b"]]
std::optional<KerasReader::Frame> KerasReader::chosenFrom(const PyExpr& base, const PyExpr& names) {
  auto out = frame(base);
  if (!out || !texts(names)) return std::nullopt;
  out->unknown = false;
  out->chosen = knownColumns(names);
  return out;
}

/// base.values, base.species
std::optional<KerasReader::Frame> KerasReader::frameAttribute(const PyExpr& expr) {
  if (expr.text == "values") return frame(expr.items[0]);
  if (!m_table || !m_table->find(expr.text)) return std::nullopt;
  auto out = frame(expr.items[0]);
  if (out) *out = {std::vector<std::string>{expr.text}, {}, false};
  return out;
}

std::optional<KerasReader::Frame> KerasReader::frameCall(const PyExpr& call) {
  const std::string name = callName(call);
  if (name == "read_csv") return Frame();
  if (isOneOf(wrappers, name)) return call.items.size() > 1 ? frame(call.items[1]) : std::nullopt;
  if (call.items[0].kind != Kind::attribute) return std::nullopt;
  const PyExpr& base = call.items[0].items[0];
  if (name == "drop") return dropped(base, call);
  if (name == "pop" && base.kind == Kind::name && call.items.size() == 2) {
    auto out = chosenFrom(base, call.items[1]);
    if (out)
      for (const std::string& column : *out->chosen) m_frames[base.text].dropped.push_back(column);
    return out;
  }
  return typesCells(call) || isOneOf(quietMethodsOfFrames, name) ? frame(base) : std::nullopt;
}

/// base.drop(columns=[...]), base.drop([...], axis=1); rows are not dropped here.
std::optional<KerasReader::Frame> KerasReader::dropped(const PyExpr& base, const PyExpr& call) {
  const PyExpr* axis = argumentAt(call, "axis", 1);
  const bool columns = axis && (integer(*axis) == 1 || text(*axis) == "columns");
  const PyExpr* names = argumentAt(call, "columns", 3);
  if (!names && columns) names = argumentAt(call, "labels", 0);
  auto out = frame(base);
  if (!out || !names || !texts(*names)) return std::nullopt;
  for (const std::string& name : knownColumns(*names)) out->dropped.push_back(name);
  return out;
}

bool KerasReader::mentionsFrame(const PyExpr& expr) const {
  if (expr.kind == Kind::name) return m_frames.contains(expr.text);
  if (callName(expr) == "read_csv") return true;
  return std::any_of(expr.items.begin(), expr.items.end(),
                     [this](const PyExpr& part) { return mentionsFrame(part); });
}

/// A variable takes columns of the table; true when the line is dealt with.
bool KerasReader::frameAssignment(const PyExpr& target, const PyExpr& value) {
  if (m_ours) return false; // what follows are the steps from the table to the matrices
  if (target.kind == Kind::subscript && target.items[0].kind == Kind::name)
    return columnAssignment(target.items[0].text, value);
  if (target.kind != Kind::name) return false;
  const auto found = frame(value);
  if (target.isName("X") || target.isName("x")) return features(found, value);
  if (target.isName("Y") || target.isName("y")) return this->target(found, value);
  if (found) {
    m_frames[target.text] = *found;
    return false;
  }
  const bool again = m_frames.contains(target.text) && mentionsFrame(value); // data = data.head(9)
  m_frames.erase(target.text);
  if (!again && !isPartOfFrame(value)) return false;
  m_frames[target.text].unknown = true;
  return again && noteUnread(value);
}

/// data.iloc[...], data[data["a"] > 3], data.head(9)
bool KerasReader::isPartOfFrame(const PyExpr& value) {
  if (value.kind != Kind::subscript && value.kind != Kind::call) return false;
  const PyExpr& base = value.items[0];
  return frame(base) || (base.kind == Kind::attribute && frame(base.items[0]));
}

/// data["c"] = ...: the table stays as it is in the file.
bool KerasReader::columnAssignment(const std::string& frame, const PyExpr& value) {
  if (isInputsOrTarget(frame) || !m_frames.contains(frame)) return false;
  const std::string name = callName(value);
  if (typesCells(value) || isOneOf(quietColumnCalls, name)) return false;
  note(value.line,
       {QT_TRANSLATE_NOOP("Core", "columns of the table are not computed here; left alone"), {}});
  return true;
}

/// X = ...
bool KerasReader::features(const std::optional<Frame>& found, const PyExpr& value) {
  if (!found || found->unknown) return noteUnread(value);
  const bool again = m_dropped.has_value();
  const std::vector<std::string> before = m_dropped.value_or(std::vector<std::string>());
  m_frames["X"] = m_frames["x"] = *found;
  m_features = found->chosen.value_or(std::vector<std::string>());
  m_dropped = std::vector<std::string>();
  for (const std::string& name : found->dropped) {
    const bool known = std::find(before.begin(), before.end(), name) != before.end();
    const Column* column = m_table ? m_table->find(name) : nullptr;
    // X = X.drop(columns=[...]) of our own programs: those can be no inputs anyway.
    const bool useless = again && !known && column && !whyNoInput(*column, m_table->rows).empty();
    if (!useless) m_dropped->push_back(name);
  }
  return true;
}

/// y = ...
bool KerasReader::target(const std::optional<Frame>& found, const PyExpr& value) {
  if (!found || !found->chosen) return noteUnread(value);
  m_frames["y"] = m_frames["Y"] = *found;
  if (!found->chosen->empty()) m_targets = *found->chosen;
  return true;
}

/// What fit or train_test_split is given.
void KerasReader::takeMatrices(const PyExpr* x, const PyExpr* y) {
  if (m_ours) return;
  if (x) features(frame(*x), *x);
  if (y) target(frame(*y), *y);
}

/// X = X / 255 takes no other columns.
bool KerasReader::noteUnread(const PyExpr& value) {
  if (!mentionsFrame(value) || mentionsMatrices(value)) return false;
  note(value.line, {QT_TRANSLATE_NOOP("Core", "which columns these are cannot be read here (write "
                                              "data[[\"a\", \"b\"]] or data.drop(columns=[...])); "
                                              "left alone"),
                    {}});
  return true;
}

/// data.drop(..., inplace=True); true when the line is dealt with.
bool KerasReader::frameStatement(const PyExpr& call) {
  const std::string name = callName(call);
  if ((name != "drop" && name != "pop") || call.items[0].kind != Kind::attribute) return false;
  const PyExpr& base = call.items[0].items[0];
  if (base.kind != Kind::name || !m_frames.contains(base.text)) return false;
  if (name == "pop") return frame(call) || noteUnread(call);
  const PyExpr* inplace = argumentAt(call, "inplace", 5);
  if (!inplace || boolean(*inplace) != true) return false;
  const auto found = frame(call);
  if (!found) return noteUnread(call);
  m_frames[base.text] = *found;
  if (base.text == "X" || base.text == "x") features(found, call);
  return true;
}

} // namespace layerlab
