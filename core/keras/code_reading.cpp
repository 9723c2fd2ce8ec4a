#include "core/data/cells.h"
#include "core/data/roles.h"
#include "core/keras/codelines.h"

#include <algorithm>
#include <array>

// From the file to the columns of a frame.

namespace layerlab {
namespace {

using NameList = std::vector<std::string>;

/// What the file is: a table written by tableCsv is one that needs no explaining.
const ReadReport& reportOf(const KerasContext& context) {
  static const ReadReport plain;
  return context.writtenPlainly ? plain : context.table.report;
}

/// Can a text column be input or target at all? Others do not matter, whatever is in them.
bool isUsed(const Column& column) {
  return column.type == ColumnType::categorical && column.labels.size() <= maxClasses;
}

/// Texts that pandas takes for missing values and we do not.
bool looksMissing(const Column& column) {
  static constexpr std::array marks{"None", "-1.#IND", "-1.#QNAN", "1.#IND", "1.#QNAN"};
  return isUsed(column) &&
         std::any_of(column.labels.begin(), column.labels.end(), [](const std::string& label) {
           return std::find(marks.begin(), marks.end(), label) != marks.end();
         });
}

/// Texts that pandas might take for numbers or truth values.
bool looksTyped(const Column& column) {
  return std::any_of(column.labels.begin(), column.labels.end(), [](const std::string& label) {
    return numberFrom(label).has_value() || label == "True" || label == "False" ||
           label == "TRUE" || label == "FALSE" || label == "true" || label == "false";
  });
}

std::string typesOf(const Table& table, const PrepareSpec& spec) {
  std::string types;
  for (const Column& column : table.columns)
    if (isUsed(column) && !numbersInFile(column, spec) && looksTyped(column))
      types += (types.empty() ? "" : ", ") + pythonText(column.name) + ": str";
  return types;
}

std::string delimiterText(char delimiter) {
  return delimiter == '\t' ? "\"\\t\"" : pythonText(std::string(1, delimiter));
}

NameList allNames(const Table& table) {
  NameList names;
  for (const Column& column : table.columns) names.push_back(column.name);
  return names;
}

/// range(3), or [0, 2] where a column without name and values was left out.
std::string positionsOf(const KerasContext& context) {
  const auto& columns = context.table.columns;
  const std::size_t count = columns.size();
  if (context.writtenPlainly || columns.back().index == static_cast<int>(count))
    return "range(" + std::to_string(count) + ")";
  std::string out = "[";
  for (const Column& column : columns)
    out += (out.size() > 1 ? ", " : "") + std::to_string(column.index - 1);
  return out + "]";
}

/// Where and in which letters the table stands.
std::string placeText(const KerasContext& context) {
  const ReadReport& report = reportOf(context);
  std::string out = pythonText(context.dataFile);
  if (report.delimiter && *report.delimiter != ',')
    out += ", sep=" + delimiterText(*report.delimiter);
  if (report.encoding != "utf-8") out += ", encoding=" + pythonText(report.encoding);
  if (report.recordsAbove > 0) out += ", skiprows=" + std::to_string(report.recordsAbove);
  return out;
}

/// pandas reads the file as we did: only what differs from its own ways is said.
std::string plainCall(const PrepareSpec& spec, const KerasContext& context) {
  const ReadReport& report = reportOf(context);
  std::string call = "data = pd.read_csv(" + placeText(context);
  if (report.decimal != '.') call += ", decimal=\",\"";
  if (!report.header) call += ", names=" + pythonList(allNames(context.table));
  if (const std::string types = typesOf(context.table, spec); !types.empty())
    call += ", dtype={" + types + "}";
  return call + ")";
}

/// Every cell as a text, under our names.
std::string textCall(const KerasContext& context) {
  return "data = pd.read_csv(" + placeText(context) +
         (reportOf(context).header ? ", header=0" : ", header=None") +
         ", names=" + pythonList(allNames(context.table)) + ", usecols=" + positionsOf(context) +
         ", index_col=False, dtype=str, keep_default_na=False, skipinitialspace=True)";
}

void writeAs(CodeLines& code, const NameList& names, const std::string& how) {
  if (names.empty()) return;
  const std::string part = "data[" + pythonList(names) + "]";
  code.add(part + " = " + part + ".apply(" + how + ")", "file");
}

/// The types of the columns, from their texts.
void writeCells(CodeLines& code, const PrepareSpec& spec, const KerasContext& context) {
  NameList identifiers;
  std::array<NameList, 3> numbers; // by style
  for (const Column& column : context.table.columns) {
    const auto style = context.writtenPlainly ? NumberStyle::plain : column.style;
    if (numbersInFile(column, spec))
      numbers[static_cast<std::size_t>(style)].push_back(column.name);
    else if (column.identifier)
      identifiers.push_back(column.name);
  }
  code.add("data = data.apply(as_text)", "file");
  writeAs(code, identifiers, R"(as_text, also=["-", "--", ".", "None", "none"])");
  writeAs(code, numbers[0], "as_number");
  writeAs(code, numbers[1], R"(as_number, groups=",")");
  writeAs(code, numbers[2], R"(as_number, groups=". \u00a0\u202f", decimal=",")");
}

} // namespace

bool numbersInFile(const Column& column, const PrepareSpec& spec) {
  if (column.type == ColumnType::numeric) return !holds(spec.asNumber, column.name);
  const bool chosen = column.type == ColumnType::categorical && !column.identifier &&
                      holds(spec.asCategory, column.name);
  return chosen &&
         std::all_of(column.labels.begin(), column.labels.end(), [](const std::string& label) {
           const auto number = numberFrom(label);
           return number && floatText(static_cast<float>(*number)) == label;
         });
}

bool readsTexts(const KerasContext& context) {
  const auto& columns = context.table.columns;
  return !reportOf(context).plain || std::any_of(columns.begin(), columns.end(), looksMissing);
}

void writeReading(CodeLines& code, const Design& design, const KerasContext& context) {
  if (!readsTexts(context)) return code.add(plainCall(design.data, context), "file");
  code.add(textCall(context), "file");
  writeCells(code, design.data, context);
}

void writeCellFunctions(CodeLines& code) {
  static const char* const lines[] = {
      R"(def as_text(cells, also=()):)",
      R"(    """Texts as LayerLab reads them: no blanks around, one form of letters.""")",
      R"(    missing = ["", "NA", "N/A", "n/a", "#N/A", "#N/A N/A", "#NA", "NaN", "nan", "-NaN",)",
      R"(               "-nan", "NULL", "null", "<NA>", "?", "#DIV/0!", "#VALUE!", "#REF!",)",
      R"(               "#NAME?", "#NUM!", "#NULL!"])",
      R"(    cells = cells.str.replace("\r\n?", "\n", regex=True).str.normalize("NFC"))",
      R"(    cells = cells.str.strip(" \t\n\u00a0\u3000\ufeff\u200b"))",
      R"(    return cells.mask(cells.isin(missing) | cells.isin(also)))",
      R"()",
      R"(def as_number(cells, groups="", decimal="."):)",
      R"(    """Numbers as LayerLab reads them: 95 % is 95, and what is none is missing.""")",
      R"(    for sign in groups:)",
      R"(        cells = cells.str.replace(sign, "", regex=False))",
      R"(    cells = cells.str.rstrip("% \t\u00a0").str.replace(decimal, ".", regex=False))",
      R"(    cells = cells.str.replace("\u2212", "-", regex=False))",
      R"(    numbers = pd.to_numeric(cells, errors="coerce").replace([np.inf, -np.inf], np.nan))",
      R"(    return numbers.clip(-3.4028234663852886e38, 3.4028234663852886e38)  # float32)"};
  code.gap();
  for (const char* line : lines) code.add(line, *line ? "file" : "");
}

} // namespace layerlab
