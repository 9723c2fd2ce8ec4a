#include "core/data/roles.h"

#include "core/base/shown.h"
#include "core/data/cells.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace layerlab {
namespace {

/// "'age', 'bmi', ...": enough names to choose from, never a page of them.
std::string offer(const Table& table) {
  constexpr std::size_t most = 12;
  std::string names;
  for (std::size_t c = 0; c < std::min(table.columns.size(), most); ++c)
    names += (c > 0 ? ", '" : "'") + shown(table.columns[c].name) + "'";
  return table.columns.size() > most ? names + " ..." : names;
}

Error noColumn(const Table& table, const std::string& name) {
  return inputError({QT_TRANSLATE_NOOP("Core", "there is no column '%1'; the columns are %2"),
                     {shown(name), offer(table)}});
}

/// Column by name; several look-ups stay cheap only for the few names of a spec.
Result<const Column*> columnNamed(const Table& table, const std::string& name) {
  const Column* column = table.find(name);
  if (column == nullptr) return noColumn(table, name);
  return column;
}

bool isBinary(const Column& column) {
  return column.type == ColumnType::numeric && column.distinct == 2 && column.min == 0.0 &&
         column.max == 1.0;
}

bool hasNoNumber(const Column& column, std::int64_t rows) {
  return column.type == ColumnType::numeric && column.missing == rows;
}

Result<Roles> withTargets(const Table& table, const PrepareSpec& spec) {
  Roles roles;
  if (spec.targets.empty())
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "no target is chosen; the columns are %1"), {offer(table)}});
  if (table.rows == 0)
    return inputError({QT_TRANSLATE_NOOP("Core", "the table has no data rows to learn from"), {}});
  for (const std::string& name : spec.targets) {
    const Result<const Column*> column = columnNamed(table, name);
    if (!column) return column.error();
    if (std::find(roles.targets.begin(), roles.targets.end(), *column) != roles.targets.end())
      return inputError(
          {QT_TRANSLATE_NOOP("Core", "column '%1' is named twice as a target"), {shown(name)}});
    if ((*column)->type == ColumnType::empty || hasNoNumber(**column, table.rows))
      return inputError(
          {QT_TRANSLATE_NOOP("Core", "the target column '%1' has no value"), {shown(name)}});
    roles.targets.push_back(*column);
  }
  return roles;
}

/// Several targets are numbers: all 0/1 make a classification, others a regression.
Result<void> resolveSeveral(Roles& roles, Task task) {
  for (const Column* column : roles.targets)
    if (column->type != ColumnType::numeric)
      return inputError({QT_TRANSLATE_NOOP("Core", "with several targets all must be numbers, but "
                                                   "column '%1' is text"),
                         {shown(column->name)}});
  const auto binary = [](const Column* column) { return isBinary(*column); };
  const auto odd = std::find_if_not(roles.targets.begin(), roles.targets.end(), binary);
  if (task == Task::classification && odd != roles.targets.end())
    return inputError({QT_TRANSLATE_NOOP("Core", "classification with several targets needs the "
                                                 "values 0 and 1, but column '%1' has others"),
                       {shown((*odd)->name)}});
  const bool automatic = task == Task::automatic && odd == roles.targets.end();
  roles.task = automatic || task == Task::classification ? Task::classification : Task::regression;
  return {};
}

/// Rising different values; gives up one beyond `most`.
std::vector<float> differentValues(const Column& column, std::size_t most) {
  std::set<float> values;
  for (float value : column.numbers) {
    if (!std::isnan(value)) values.insert(value);
    if (values.size() > most) break;
  }
  return {values.begin(), values.end()};
}

Result<void> checkClasses(const Column& target, std::size_t classes, std::int64_t rows) {
  const std::string name = shown(target.name);
  if (classes < 2)
    return inputError({QT_TRANSLATE_NOOP("Core", "the target column '%1' has only one class; "
                                                 "classification needs at least two"),
                       {name}});
  const auto values = static_cast<std::size_t>(rows - target.missing);
  if (classes > 20 && classes * 2 > values)
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "the target column '%1' has %2 classes in %3 rows: "
                                   "it looks like an identifier, not like classes"),
         {name, std::to_string(classes), std::to_string(values)}});
  if (classes > maxClasses)
    return inputError({QT_TRANSLATE_NOOP("Core", "the target column '%1' has more than %2 classes, "
                                                 "too many for a classification"),
                       {name, std::to_string(maxClasses)}});
  return {};
}

Result<void> takeClasses(Roles& roles, std::int64_t rows) {
  const Column& target = *roles.targets[0];
  if (target.type == ColumnType::categorical) {
    if (Result<void> fine = checkClasses(target, target.labels.size(), rows); !fine) return fine;
    roles.classes = inOrder(target.labels);
    return {};
  }
  if (const auto known = static_cast<std::size_t>(target.distinct); known > maxClasses)
    return checkClasses(target, known, rows);
  roles.classValues = differentValues(target, maxClasses);
  for (float value : roles.classValues) roles.classes.push_back(floatText(value));
  return checkClasses(target, roles.classes.size(), rows);
}

Result<void> resolveOne(Roles& roles, Task task, std::int64_t rows) {
  const Column& target = *roles.targets[0];
  const bool text = target.type == ColumnType::categorical;
  if (task == Task::regression && text)
    return inputError({QT_TRANSLATE_NOOP("Core", "the target column '%1' is text; regression needs "
                                                 "numbers"),
                       {shown(target.name)}});
  const bool automatic = task == Task::automatic && (text || isBinary(target));
  roles.task = automatic || task == Task::classification ? Task::classification : Task::regression;
  return roles.task == Task::classification ? takeClasses(roles, rows) : Result<void>();
}

void addInput(Roles& roles, const Column& column, std::int64_t rows) {
  Message reason = whyNoInput(column, rows);
  if (reason.empty())
    roles.inputs.push_back(&column);
  else
    roles.leftOut.push_back({column.name, std::move(reason)});
}

/// Named columns: unknown ones and texts with too many labels are errors; empty ones, targets and
/// ignored ones are left out.
Result<void> takeChosen(Roles& roles, const Table& table, const PrepareSpec& spec,
                        const std::set<std::string>& excluded) {
  std::set<std::string> taken = excluded;
  for (const std::string& name : spec.features) {
    const Result<const Column*> column = columnNamed(table, name);
    if (!column) return column.error();
    if (!taken.insert(name).second) continue;
    const bool text = (*column)->type == ColumnType::categorical;
    if (const Message reason = whyNoInput(**column, table.rows); text && !reason.empty())
      return inputError(reason);
    addInput(roles, **column, table.rows);
  }
  return {};
}

Result<void> takeInputs(Roles& roles, const Table& table, const PrepareSpec& spec) {
  std::set<std::string> excluded(spec.targets.begin(), spec.targets.end());
  for (const std::string& name : spec.ignored) {
    if (const Result<const Column*> column = columnNamed(table, name); !column)
      return column.error();
    excluded.insert(name);
  }
  if (!spec.features.empty()) {
    if (Result<void> taken = takeChosen(roles, table, spec, excluded); !taken) return taken;
  } else {
    for (const Column& column : table.columns)
      if (!excluded.contains(column.name)) addInput(roles, column, table.rows);
  }
  if (!roles.inputs.empty()) return {};
  if (!roles.leftOut.empty())
    return inputError({QT_TRANSLATE_NOOP("Core", "no input column is left beside the target: %1"),
                       {english(roles.leftOut.front().reason)}});
  return inputError({QT_TRANSLATE_NOOP("Core", "there is no input column beside the target"), {}});
}

} // namespace

Message whyNoInput(const Column& column, std::int64_t rows) {
  if (column.type == ColumnType::empty || hasNoNumber(column, rows))
    return {QT_TRANSLATE_NOOP("Core", "column '%1' has no value"), {shown(column.name)}};
  if (column.type == ColumnType::categorical && column.labels.size() > maxInputLabels)
    return {
        QT_TRANSLATE_NOOP("Core", "column '%1' has %2 different texts, more than the %3 an input "
                                  "may have; ignore it or group its values"),
        {shown(column.name), std::to_string(column.labels.size()), std::to_string(maxInputLabels)}};
  return {};
}

std::size_t Roles::outputs() const {
  if (targets.size() > 1) return targets.size();
  return classes.size() > 2 ? classes.size() : 1;
}

std::optional<double> numberFrom(const std::string& label) {
  const char* first = label.data() + (label.starts_with('+') ? 1 : 0);
  const char* last = label.data() + label.size();
  double value = 0.0;
  const auto result = std::from_chars(first, last, value);
  if (result.ec != std::errc{} || result.ptr != last || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::vector<std::string> inOrder(std::vector<std::string> labels) {
  std::sort(labels.begin(), labels.end());
  const auto isNumber = [](const std::string& label) { return numberFrom(label).has_value(); };
  if (std::all_of(labels.begin(), labels.end(), isNumber))
    std::stable_sort(labels.begin(), labels.end(), [](const std::string& a, const std::string& b) {
      return *numberFrom(a) < *numberFrom(b);
    });
  return labels;
}

InputColumn inputFrom(const Column& column) {
  InputColumn input;
  input.name = column.name;
  input.categorical = column.type == ColumnType::categorical;
  if (input.categorical) input.labels = inOrder(column.labels);
  return input;
}

Result<Roles> resolveRoles(const Table& table, const PrepareSpec& spec) {
  Result<Roles> roles = withTargets(table, spec);
  if (!roles) return roles;
  const Result<void> resolved = roles->targets.size() > 1
                                    ? resolveSeveral(*roles, spec.task)
                                    : resolveOne(*roles, spec.task, table.rows);
  if (!resolved) return resolved.error();
  if (const Result<void> taken = takeInputs(*roles, table, spec); !taken) return taken.error();
  return roles;
}

} // namespace layerlab
