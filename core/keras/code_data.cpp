#include "core/data/roles.h"
#include "core/keras/codelines.h"

#include <algorithm>

namespace layerlab {
namespace {

using Names = std::vector<std::string>;

/// The columns of the outline's inputs, in order, and which of them are texts.
struct Inputs {
  Names columns;
  Names texts;
  Names leftOut; ///< not ignored by the user, yet no input
};

Inputs inputsOf(const Design& design, const KerasContext& context) {
  Inputs inputs;
  for (const LeftOut& left : context.outline.leftOut) inputs.leftOut.push_back(left.name);
  const PrepareSpec& spec = design.data;
  Names wanted = spec.features;
  if (wanted.empty())
    for (const Column& column : context.table.columns) wanted.push_back(column.name);
  for (const std::string& name : wanted) {
    const Column* column = context.table.find(name);
    const bool out = holds(spec.targets, name) || holds(spec.ignored, name) ||
                     holds(inputs.leftOut, name) || holds(inputs.columns, name);
    if (!column || out) continue;
    inputs.columns.push_back(name);
    if (column->type == ColumnType::categorical) inputs.texts.push_back(name);
  }
  return inputs;
}

/// Types chosen by hand, where they say something else than the file.
void writeTypes(CodeLines& code, const Design& design, const KerasContext& context) {
  const auto write = [&](const Names& names, ColumnType type, const std::string& before,
                         const std::string& after) {
    for (const std::string& name : names) {
      const Column* column = context.table.find(name);
      if (!column || column->type != type) continue;
      const std::string data = "data[" + pythonText(name) + "]";
      code.add(data + " = " + before + data + after, "features");
    }
  };
  write(design.data.asNumber, ColumnType::numeric, "pd.to_numeric(", ", errors=\"coerce\")");
  write(design.data.asCategory, ColumnType::categorical, "", ".astype(\"category\")");
}

void writeColumns(CodeLines& code, const Design& design, const Inputs& inputs) {
  const PrepareSpec& spec = design.data;
  Names dropped = spec.targets;
  for (const std::string& name : spec.ignored)
    if (!holds(dropped, name)) dropped.push_back(name);
  const bool chosen = !spec.features.empty();
  const auto inFeatures = [&spec](const std::string& name) { return holds(spec.features, name); };
  std::string x = "X = data";
  if (chosen) x += "[" + pythonList(spec.features) + "]";
  if (!chosen || !spec.ignored.empty() || std::any_of(dropped.begin(), dropped.end(), inFeatures))
    x += ".drop(columns=" + pythonList(dropped) + (chosen ? ", errors=\"ignore\")" : ")");
  code.add(x, "features");
  Names extra;
  for (const std::string& name : inputs.leftOut) {
    const bool there = spec.features.empty() || holds(spec.features, name);
    if (there && !holds(dropped, name)) extra.push_back(name);
  }
  if (!extra.empty())
    code.add("X = X.drop(columns=" + pythonList(extra) + ")  # not usable as inputs", "features");
  code.add(
      "y = data[" +
          (spec.targets.size() == 1 ? pythonText(spec.targets.front()) : pythonList(spec.targets)) +
          "]",
      "target");
}

void writeUsableRows(CodeLines& code, const PrepareSpec& spec) {
  const std::string targets = spec.targets.size() == 1 ? "y.notna()" : "y.notna().all(axis=1)";
  const bool drop = spec.missing == MissingRule::drop;
  code.add("usable = " + targets + (drop ? " & X.notna().all(axis=1)" : ""), "missing");
  code.add("X = X[usable].reset_index(drop=True)");
  code.add("y = y[usable].reset_index(drop=True)");
}

/// Labels as pandas has them: numbers where the file has some.
std::string labelList(const Design& design, const Column* column, const Names& labels) {
  const bool numbers =
      column && (column->type == ColumnType::numeric || numbersInFile(*column, design.data));
  if (!numbers) return pythonList(labels);
  std::string out = "[";
  for (const std::string& label : labels) out += (out.size() > 1 ? ", " : "") + label;
  return out + "]";
}

void writeClassList(CodeLines& code, const Design& design, const KerasContext& context) {
  const Names& classes = context.outline.classes;
  if (classes.empty()) return;
  const Column* column = context.table.find(design.data.targets.front());
  code.add("classes = " + labelList(design, column, classes), "target");
}

/// 0 and 1, or one column per class.
void writeClasses(CodeLines& code, const KerasContext& context) {
  if (context.outline.classes.empty()) return;
  if (context.outline.classes.size() == 2)
    code.add("y = (y == classes[1]).astype(\"float32\")", "target");
  else
    code.add("y = pd.get_dummies(pd.Categorical(y, categories=classes)).astype(\"float32\")",
             "target");
}

/// "X.index[:...]" and so on: the rows that train, and those that validate.
void writeRows(CodeLines& code, const Design& design) {
  const PrepareSpec& spec = design.data;
  const std::string share = numberText(spec.validationSplit);
  if (spec.validationSplit == 0.0) {
    code.add("train = np.arange(len(X))  # no row validates", "validation");
  } else if (spec.split == Split::last) {
    code.comment("The last rows validate; whatever is fitted comes from the others.");
    code.add("train = np.arange(int(len(X) * (1 - " + share + ")))", "validation");
  } else {
    const std::string strata = spec.split == Split::stratified ? ", strata=y" : "";
    code.add("train, val = split_rows(len(X), " + share +
                 ", seed=" + std::to_string(design.fit.seed) + strata + ")",
             "split");
  }
}

/// Missing numbers: the mean of the training rows; 0 where these have none.
void writeFilling(CodeLines& code, const Design& design, const Inputs& inputs) {
  if (design.data.missing == MissingRule::mean && inputs.texts.size() != inputs.columns.size())
    code.add("X = X.fillna(X.loc[train].mean(numeric_only=True).fillna(0))", "missing");
}

/// The labels in our order; a missing one becomes the first of the most frequent ones.
void writeOneHot(CodeLines& code, const Design& design, const KerasContext& context,
                 const Inputs& inputs) {
  if (inputs.texts.empty()) return;
  code.add("texts = " + pythonList(inputs.texts), "features");
  for (const std::string& name : inputs.texts) {
    const Column& column = *context.table.find(name);
    const Names labels = inputFrom(column).labels;
    const std::string quoted = pythonText(name);
    const std::string part = "X[" + quoted + "]";
    std::string made =
        "pd.Categorical(" + part + ", categories=" + labelList(design, &column, labels) + ")";
    if (numbersInFile(column, design.data))
      made += ".rename_categories(" + pythonList(labels) + ")";
    code.add(part + " = " + made, "features");
    if (design.data.missing == MissingRule::mean)
      code.add(part + " = " + part + ".fillna(X.loc[train, " + quoted +
                   "].value_counts(sort=False).idxmax())",
               "missing");
  }
}

std::string fitted(const std::string& part, bool minmax, bool shift) {
  if (minmax) return shift ? part + ".min()" : part + ".max() - " + part + ".min()";
  return shift ? part + ".mean()" : part + ".std(ddof=0)";
}

/// Numbers are scaled by what the training rows show; one-hot columns stay 0 and 1.
void writeScaling(CodeLines& code, const Design& design, const Inputs& inputs) {
  const bool minmax = design.data.scaling == Scaling::minmax;
  const bool mixed = !inputs.texts.empty();
  if (design.data.scaling == Scaling::none) return;
  const std::string part = mixed ? "X.loc[train, numbers]" : "X.loc[train]";
  if (mixed) code.add("numbers = X.columns.drop(texts)");
  code.add("shift, scale = " + fitted(part, minmax, true) + ", " + fitted(part, minmax, false),
           "scaling");
  const std::string all = mixed ? "X[numbers]" : "X";
  code.add("scale = scale.where(scale > 1e-12 * shift.abs(), 1)  # 1 where all are the same",
           "scaling");
  code.add(all + " = (" + all + " - shift) / scale", "scaling");
}

void writeDummies(CodeLines& code, const KerasContext& context, const Inputs& inputs) {
  if (!inputs.texts.empty()) {
    code.add("X = pd.get_dummies(X, columns=texts, prefix_sep=\"=\")", "features");
    if (inputs.texts.size() != inputs.columns.size())
      code.add("X = X[" + pythonList(context.outline.inputNames) + "]");
  }
  code.add("X = X.astype(\"float32\")");
}

void writeTargetScaling(CodeLines& code, const Design& design, const KerasContext& context) {
  if (context.outline.task != Task::regression || !design.data.scaleTarget) return;
  const bool minmax = design.data.scaling == Scaling::minmax;
  const bool one = design.data.targets.size() == 1;
  code.add("y_shift = " + fitted("y.loc[train]", minmax, true), "scaling");
  const std::string scale = fitted("y.loc[train]", minmax, false);
  const std::string several = "y.loc[train].nunique() > 1"; // rounding hides a deviation of 0
  code.add("y_scale = " + (one ? scale + " if " + several + " else 1"
                               : "(" + scale + ").where(" + several + ", 1)"),
           "scaling");
  code.add("y = (y - y_shift) / y_scale", "scaling");
}

} // namespace

void writeDataCode(CodeLines& code, const Design& design, const KerasContext& context) {
  const Inputs inputs = inputsOf(design, context);
  code.gap();
  code.comment("The data");
  writeReading(code, design, context);
  writeTypes(code, design, context);
  writeColumns(code, design, inputs);
  writeUsableRows(code, design.data);
  writeClassList(code, design, context);
  writeRows(code, design);
  writeClasses(code, context);
  writeFilling(code, design, inputs);
  writeOneHot(code, design, context, inputs);
  writeScaling(code, design, inputs);
  writeDummies(code, context, inputs);
  writeTargetScaling(code, design, context);
}

void writeSplitFunction(CodeLines& code, const Design& design) {
  static const char* const generator[] = {
      "def draws(seed):",
      "    \"\"\"LayerLab's random numbers (xoshiro256++): the same rows validate.\"\"\"",
      "    mask = 2**64 - 1",
      "    def mix(s):",
      "        z = ((s ^ (s >> 30)) * 0xBF58476D1CE4E5B9) & mask",
      "        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask",
      "        return z ^ (z >> 31)",
      "    step = 0x9E3779B97F4A7C15",
      "    state = mix((seed + step) & mask)",
      "    for extra in (1 + 0x632BE59BD9B4E019, 0x9E6C63D0876A9A47):",
      "        state = mix(((state ^ extra) + step) & mask)",
      "    s = [mix((state + k * step) & mask) for k in range(1, 5)]",
      "    rotate = lambda x, k: ((x << k) | (x >> (64 - k))) & mask",
      "    while True:",
      "        yield (rotate((s[0] + s[3]) & mask, 23) + s[0]) & mask",
      "        t = (s[1] << 17) & mask",
      "        s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t",
      "        s[3] = rotate(s[3], 45)",
      "",
      "def shuffle(rows, numbers):",
      "    for i in range(len(rows), 1, -1):",
      "        product = next(numbers) * i",
      "        while product % 2**64 < 2**64 % i:",
      "            product = next(numbers) * i",
      "        j = product >> 64",
      "        rows[i - 1], rows[j] = rows[j], rows[i - 1]",
      "",
      "def split_rows(n, share, seed, strata=None):",
      "    validation = n - int(n * (1 - share))"};
  static const char* const random[] = {"    groups, quotas = [list(range(n))], [validation]"};
  static const char* const stratified[] = {
      "    groups = [list(np.flatnonzero(strata == k)) for k in classes]",
      "    quotas = [len(g) * validation // n for g in groups]",
      "    rest = sorted(range(len(groups)), key=lambda k: -(len(groups[k]) * validation % n))",
      "    for k in rest[:validation - sum(quotas)]:", "        quotas[k] += 1"};
  static const char* const tail[] = {
      "    numbers, val = draws(seed), []",
      "    for group, quota in zip(groups, quotas):", "        shuffle(group, numbers)",
      "        val += group[:quota]", "    return np.setdiff1d(np.arange(n), val), np.sort(val)"};
  code.gap();
  for (const char* line : generator) code.add(line, *line ? "split" : "");
  if (design.data.split == Split::stratified)
    for (const char* line : stratified) code.add(line, "split");
  else
    for (const char* line : random) code.add(line, "split");
  for (const char* line : tail) code.add(line, "split");
}

} // namespace layerlab
