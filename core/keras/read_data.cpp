#include "core/base/shown.h"
#include "core/keras/reader.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

using Kind = PyExpr::Kind;
using Names = std::vector<std::string>;

/// The argument of a call by keyword, or the first positional one.
const PyExpr* argument(const PyExpr& call, const std::string& keyword, bool orFirst = true) {
  for (std::size_t i = 1; i < call.items.size(); ++i)
    if (call.keywords[i - 1] == keyword) return &call.items[i];
  const bool first = orFirst && call.items.size() > 1 && call.keywords[0].empty();
  return first ? &call.items[1] : nullptr;
}

/// Every call somewhere inside, with the name of what is called.
template <class Use> void eachCall(const PyExpr& expr, Use use) {
  if (expr.kind == Kind::call) use(expr, expr.items[0].text);
  for (const PyExpr& part : expr.items) eachCall(part, use);
}

bool calls(const PyExpr& expr, const std::string& name) {
  bool found = false;
  eachCall(expr, [&](const PyExpr&, const std::string& called) { found |= called == name; });
  return found;
}

/// Does X.notna() occur?
bool asksInputs(const PyExpr& expr) {
  bool found = false;
  eachCall(expr, [&](const PyExpr& call, const std::string& name) {
    found |= name == "notna" && !call.items[0].items.empty() && call.items[0].items[0].isName("X");
  });
  return found;
}

} // namespace

/// True when the line said something about the data.
bool KerasReader::dataAssignment(const PyStatement& statement) {
  const PyExpr& value = statement.value;
  const PyExpr& first = statement.targets.back();
  if (value.kind == Kind::call && callName(value) == "read_csv") {
    if (const PyExpr* path = argument(value, "filepath_or_buffer"))
      m_out.dataFile = text(*path).value_or(std::string());
    if (first.kind == Kind::name) m_frames[first.text] = Frame();
    return true;
  }
  if (first.kind == Kind::subscript && value.kind == Kind::call) typeOf(first, value);
  const bool done = frameAssignment(first, value);
  if (first.isName("usable")) {
    m_ours = true;
    m_missing = asksInputs(value) ? MissingRule::drop : m_missing.value_or(MissingRule::mean);
  }
  preparation(value);
  const std::string name =
      first.kind == Kind::tuple && !first.items.empty() ? first.items[0].text : first.text;
  scalingOf(value, name);
  return done;
}

/// data["a"] = pd.to_numeric(data["a"], ...), data["b"] = data["b"].astype("category")
void KerasReader::typeOf(const PyExpr& column, const PyExpr& value) {
  const std::string name = value.items[0].text;
  const auto word = value.items.size() > 1 ? text(value.items[1]) : std::nullopt;
  const bool number = name == "to_numeric";
  const bool category = name == "astype" && word == "category";
  const PyExpr& base = column.items[0];
  const bool known = base.kind == Kind::name && m_frames.contains(base.text);
  if ((!number && !category) || column.items.size() != 2 || !known) return;
  if (!texts(column.items[1]) && !text(column.items[1])) return;
  for (const std::string& known : knownColumns(column.items[1]))
    (number ? m_asNumber : m_asCategory).push_back(known);
}

/// Columns the table has; the others are named.
std::vector<std::string> KerasReader::knownColumns(const PyExpr& expr) {
  Names known;
  for (const std::string& name : texts(expr).value_or(Names())) {
    if (!m_table || m_table->find(name))
      known.push_back(name);
    else
      note(expr.line,
           {QT_TRANSLATE_NOOP("Core", "the table has no column '%1'; left out"), {shown(name)}});
  }
  return known;
}

/// Calls that say how rows and numbers are prepared, wherever they stand.
void KerasReader::preparation(const PyExpr& value) {
  eachCall(value, [this](const PyExpr& call, const std::string&) {
    preparationCall(call, callName(call));
  });
}

void KerasReader::preparationCall(const PyExpr& call, const std::string& name) {
  if (name == "dropna") m_missing = MissingRule::drop;
  if (name == "fillna") m_missing = MissingRule::mean;
  if (name == "StandardScaler") m_scaling = Scaling::standard;
  if (name == "MinMaxScaler") m_scaling = Scaling::minmax;
  if (name == "split_rows") split(call, true);
  if (name == "train_test_split") split(call, false);
}

/// split_rows(n, share, seed=..., strata=y), scikit-learn's train_test_split(X, y, test_size=...).
void KerasReader::split(const PyExpr& call, bool ours) {
  double& share = m_out.design.data.validationSplit;
  if (!ours) {
    share = testShare(call).value_or(share);
    takeMatrices(call.items.size() > 1 ? &call.items[1] : nullptr,
                 call.items.size() > 2 ? &call.items[2] : nullptr);
  } else if (call.items.size() > 2)
    if (const auto value = number(call.items[2]); value && *value < 1.0) share = *value;
  const bool strata = argument(call, ours ? "strata" : "stratify", false) != nullptr;
  m_split = strata ? Split::stratified : Split::random;
}

/// scikit-learn's own: a quarter, unless one of the two shares is given.
std::optional<double> KerasReader::testShare(const PyExpr& call) {
  const auto given = [&](const char* name) {
    const PyExpr* expr = argument(call, name, false);
    return expr && isNone(*expr) ? nullptr : expr;
  };
  const PyExpr* test = given("test_size");
  const PyExpr* train = given("train_size");
  if (!test && !train) return 0.25;
  const auto value = number(test ? *test : *train);
  if (!value || !(*value > 0.0 && *value < 1.0)) { // a number of rows
    note(call.line, {QT_TRANSLATE_NOOP("Core", "%1: %2 is not a value that can be read here; "
                                               "left alone"),
                     {"train_test_split", test ? "test_size" : "train_size"}});
    return std::nullopt;
  }
  return test ? *value : std::round((1.0 - *value) * 1e12) / 1e12; // 0.2, not 0.19999999999999996
}

void KerasReader::scalingOf(const PyExpr& value, const std::string& first) {
  const bool minmax = calls(value, "max") && calls(value, "min");
  const bool standard = calls(value, "std");
  if ((first == "shift" || first == "scale") && (minmax || standard))
    m_scaling = standard ? Scaling::standard : Scaling::minmax;
  if (first == "y_scale") m_scaleTarget = true;
}

void KerasReader::settleData() {
  PrepareSpec& data = m_out.design.data;
  if (m_targets) data.targets = *m_targets;
  if (m_features) data.features = *m_features;
  if (m_features || m_dropped) {
    data.ignored.clear();
    for (const std::string& name : m_dropped.value_or(Names()))
      if (std::find(data.targets.begin(), data.targets.end(), name) == data.targets.end())
        data.ignored.push_back(name);
  }
  // A program of ours says all types chosen by hand; another one may add some.
  if (m_ours || !m_asNumber.empty()) data.asNumber = m_asNumber;
  if (m_ours || !m_asCategory.empty()) data.asCategory = m_asCategory;
  if (m_missing) data.missing = *m_missing;
  if (m_split && data.validationSplit > 0.0) data.split = *m_split;
  if (m_scaling || m_ours) data.scaling = m_scaling.value_or(Scaling::none);
  if (m_ours) data.scaleTarget = m_scaleTarget.value_or(false);
}

} // namespace layerlab
