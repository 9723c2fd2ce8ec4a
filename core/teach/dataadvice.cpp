#include "core/teach/dataadvice.h"

#include "core/base/shown.h"
#include "core/data/cells.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <set>
#include <unordered_map>

namespace layerlab {
namespace {

using Advices = std::vector<Advice>;

constexpr double sameLine = 0.99999; // |correlation| from here on: one is a line of the other
constexpr double shifted = 1.0;      // validation mean off by this many deviations: not a fair part
constexpr std::int64_t fewRows = 8;  // below, nothing can be said

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Columns the design uses as inputs; those that can be none are left out anyway.
std::vector<const Column*> featureColumns(const Table& table, const PrepareSpec& spec) {
  std::vector<const Column*> columns;
  for (const Column& column : table.columns) {
    if (contains(spec.targets, column.name) || contains(spec.ignored, column.name)) continue;
    if (!spec.features.empty() && !contains(spec.features, column.name)) continue;
    if (whyNoInput(column, table.rows).empty()) columns.push_back(&column);
  }
  return columns;
}

/// The class or value of a row as a number to compare, or none where it is missing.
std::optional<std::int32_t> valueOf(const Column& column, std::size_t row) {
  if (isMissing(column, row)) return std::nullopt;
  if (column.type == ColumnType::categorical) return column.codes[row];
  return std::bit_cast<std::int32_t>(column.numbers[row] + 0.0f); // -0 and 0 are the same
}

using Columns = std::vector<const Column*>;

/// "age, height, weight …"
std::string namesOf(const Columns& columns) {
  constexpr std::size_t most = 3;
  std::string names;
  for (std::size_t i = 0; i < std::min(columns.size(), most); ++i)
    names += (i > 0 ? ", " : "") + shown(columns[i]->name);
  return columns.size() > most ? names + " …" : names;
}

/// One advice for all columns with the same fault; the remedy leaves all of them out.
void adviseLeavingOut(const char* id, Message text, const Columns& columns, Advices& out) {
  if (columns.empty()) return;
  std::vector<std::string> names;
  for (const Column* column : columns) names.push_back(column->name);
  out.push_back(
      {id, std::move(text), {QT_TRANSLATE_NOOP("Core", "Leave out"), {}}, [names](Design& design) {
         for (const std::string& name : names) {
           std::erase(design.data.features, name);
           if (!contains(design.data.ignored, name)) design.data.ignored.push_back(name);
         }
       }});
}

bool isConstant(const Column& column) {
  return column.distinct <= 1;
}

/// Whole numbers that rise by one from row to row.
bool countsRows(const Column& column) {
  if (column.type != ColumnType::numeric || column.missing > 0) return false;
  for (std::size_t i = 1; i < column.numbers.size(); ++i)
    if (column.numbers[i] - column.numbers[i - 1] != 1.0f) return false;
  return true;
}

/// Pearson's correlation over the rows where both are present.
double correlation(const Column& a, const Column& b) {
  double n = 0.0;
  double sa = 0.0;
  double sb = 0.0;
  double saa = 0.0;
  double sbb = 0.0;
  double sab = 0.0;
  for (std::size_t i = 0; i < a.numbers.size(); ++i) {
    const double x = a.numbers[i] - a.mean;
    const double y = b.numbers[i] - b.mean;
    if (!std::isfinite(x) || !std::isfinite(y)) continue;
    n += 1.0;
    sa += x;
    sb += y;
    saa += x * x;
    sbb += y * y;
    sab += x * y;
  }
  const double va = saa - sa * sa / n;
  const double vb = sbb - sb * sb / n;
  return va > 0.0 && vb > 0.0 ? (sab - sa * sb / n) / std::sqrt(va * vb) : 0.0;
}

/// Every value of the feature goes with one class only, and the values repeat (so it is no chance).
bool determinesClass(const Column& feature, const Column& target, std::int64_t rows) {
  if (feature.distinct < 2 || feature.distinct * 4 > rows) return false;
  std::unordered_map<std::int32_t, std::int32_t> classes;
  for (std::size_t row = 0; row < static_cast<std::size_t>(rows); ++row) {
    const auto value = valueOf(feature, row);
    const auto label = valueOf(target, row);
    if (!value || !label) continue;
    const auto [at, fresh] = classes.emplace(*value, *label);
    if (!fresh && at->second != *label) return false;
  }
  std::set<std::int32_t> named;
  for (const auto& [value, label] : classes) named.insert(label);
  return named.size() > 1;
}

bool leaks(const Column& feature, const Column& target, Task task, std::int64_t rows) {
  if (task == Task::classification) return determinesClass(feature, target, rows);
  return feature.type == ColumnType::numeric && target.type == ColumnType::numeric &&
         std::abs(correlation(feature, target)) > sameLine;
}

/// Number of classes among the rows that train and those that validate.
struct SplitClasses {
  std::size_t train = 0;
  std::size_t validation = 0;
};

SplitClasses classesOfParts(const Table& table, const Column& target, const Design& design) {
  const auto rows = validationRows(table, design.data, design.fit.seed);
  if (!rows) return {std::size_t(-1), std::size_t(-1)};
  std::vector<bool> validates(static_cast<std::size_t>(table.rows), false);
  for (const std::uint32_t row : *rows) validates[row] = true;
  std::set<std::int32_t> train;
  std::set<std::int32_t> validation;
  for (std::size_t row = 0; row < validates.size(); ++row)
    if (const auto label = valueOf(target, row))
      (validates[row] ? validation : train).insert(*label);
  return {train.size(), validation.size()};
}

Advice splitAdvice(Message text, Split remedy) {
  const char* words = remedy == Split::stratified ? QT_TRANSLATE_NOOP("Core", "Split stratified")
                                                  : QT_TRANSLATE_NOOP("Core", "Split at random");
  return {"sorted_file", std::move(text), {words, {}}, [remedy](Design& design) {
            design.data.split = remedy;
          }};
}

void adviseClassSplit(const Table& table, const Column& target, const Design& design,
                      std::size_t classCount, Advices& out) {
  if (classCount < 2) return;
  const SplitClasses classes = classesOfParts(table, target, design);
  const std::string all = std::to_string(classCount);
  const std::string share = percentText(design.data.validationSplit);
  if (classes.validation < classCount && design.data.split == Split::last)
    out.push_back(splitAdvice(
        {QT_TRANSLATE_NOOP("Core", "The file is sorted by %1: the last %2 % contain only %3 of %4 "
                                   "classes."),
         {shown(target.name), share, std::to_string(classes.validation), all}},
        Split::stratified));
  else if (classes.validation < classCount)
    out.push_back(splitAdvice(
        {QT_TRANSLATE_NOOP("Core", "The rows drawn for validation contain only %1 of %2 classes."),
         {std::to_string(classes.validation), all}},
        Split::stratified));
  else if (classes.train < classCount)
    out.push_back(splitAdvice(
        {QT_TRANSLATE_NOOP("Core", "The rows to train on contain only %1 of %2 classes."),
         {std::to_string(classes.train), all}},
        Split::stratified));
}

void adviseNumberSplit(const Table& table, const Column& target, const Design& design,
                       Advices& out) {
  std::vector<double> values;
  for (const float value : target.numbers)
    if (std::isfinite(value)) values.push_back(value);
  const double share = design.data.validationSplit;
  const auto n = static_cast<double>(values.size());
  const auto kept = static_cast<std::size_t>(n * (1.0 - share));
  if (table.rows < fewRows || kept == 0 || kept >= values.size()) return;
  double squares = 0.0;
  double last = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    squares += (values[i] - target.mean) * (values[i] - target.mean);
    if (i >= kept) last += values[i];
  }
  const double sd = std::sqrt(squares / n);
  const double off = last / static_cast<double>(values.size() - kept) - target.mean;
  if (!(sd > 0.0) || std::abs(off) < shifted * sd) return;
  out.push_back(splitAdvice(
      {QT_TRANSLATE_NOOP("Core", "The file is sorted by %1: in the last %2 % its mean differs by "
                                 "%3 standard deviations."),
       {shown(target.name), percentText(share), numberText(std::abs(off) / sd, 2)}},
      Split::random));
}

void adviseSplit(const Table& table, const Column& target, const Design& design,
                 const Outline& outline, Advices& out) {
  if (design.data.split == Split::stratified || design.data.validationSplit <= 0.0) return;
  if (outline.task == Task::classification)
    adviseClassSplit(table, target, design, outline.classes.size(), out);
  else if (target.type == ColumnType::numeric && design.data.split == Split::last)
    adviseNumberSplit(table, target, design, out);
}

} // namespace

bool namesRows(const Column& column, std::int64_t rows) {
  if (column.identifier || rows < fewRows) return column.identifier;
  const bool uniqueText = column.type == ColumnType::categorical && column.distinct == rows;
  return uniqueText || countsRows(column);
}

std::vector<Advice> adviseData(const Table& table, const Design& design, const Outline& outline) {
  Advices out;
  if (design.data.targets.size() != 1 || table.rows < fewRows) return out;
  const Column* target = table.find(design.data.targets.front());
  if (!target || target->type == ColumnType::empty) return out;
  adviseSplit(table, *target, design, outline, out);
  Columns constant;
  Columns identifiers;
  Columns leaking;
  for (const Column* column : featureColumns(table, design.data)) {
    if (isConstant(*column))
      constant.push_back(column);
    else if (namesRows(*column, table.rows))
      identifiers.push_back(column);
    else if (leaks(*column, *target, outline.task, table.rows))
      leaking.push_back(column);
  }
  adviseLeavingOut("leaking_column",
                   {QT_TRANSLATE_NOOP("Core", "%1 gives %2 away: would you know it before you know "
                                              "the answer?"),
                    {namesOf(leaking), shown(target->name)}},
                   leaking, out);
  adviseLeavingOut("identifier_column",
                   {QT_TRANSLATE_NOOP("Core", "%1 only numbers or names the rows: a network would "
                                              "learn them by heart."),
                    {namesOf(identifiers)}},
                   identifiers, out);
  adviseLeavingOut("constant_column",
                   {QT_TRANSLATE_NOOP("Core", "%1 is the same in every row: it says nothing."),
                    {namesOf(constant)}},
                   constant, out);
  return out;
}

} // namespace layerlab
