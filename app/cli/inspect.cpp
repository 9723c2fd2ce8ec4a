#include "commands.h"
#include "settings.h"
#include "signals.h"

#include "core/io/inspect.h"

#include <algorithm>

namespace layerlab::cli {
namespace {

const char* name(ColumnType type) {
  switch (type) {
  case ColumnType::numeric:
    return "numeric";
  case ColumnType::categorical:
    return "categorical";
  case ColumnType::empty:
    return "empty";
  }
  return "empty";
}

/// Columns of text; widths count characters, not bytes.
std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

std::string padded(const std::string& text, std::size_t columns) {
  return text + std::string(width(text) < columns ? columns - width(text) : 0, ' ') + "  ";
}

std::string valuesText(const Column& column) {
  if (column.type == ColumnType::numeric)
    return numberText(column.min, 6) + " ... " + numberText(column.max, 6) + ", mean " +
           numberText(column.mean, 6);
  std::string out;
  const std::size_t shown = std::min<std::size_t>(column.labels.size(), 6);
  for (std::size_t i = 0; i < shown; ++i)
    out +=
        (i > 0 ? ", " : "") + column.labels[i] + " (" + std::to_string(column.labelCounts[i]) + ")";
  return column.labels.size() > shown ? out + ", ..." : out;
}

std::string readable(const Table& table) {
  std::string out = table.file + ": " + std::to_string(table.rows) + " rows, " +
                    std::to_string(table.columns.size()) + " columns (" + table.report.encoding +
                    ")\n";
  std::size_t widest = 4;
  for (const Column& column : table.columns) widest = std::max(widest, width(column.name));
  widest = std::min<std::size_t>(widest, 40);
  for (const Column& column : table.columns)
    out += "  " + padded(column.name, widest) + padded(name(column.type), 11) +
           padded(std::to_string(column.missing) + " missing", 12) +
           padded(std::to_string(column.distinct) + " different", 15) + valuesText(column) + "\n";
  for (const TableIssue& issue : table.report.issues) {
    out += "  note: ";
    if (issue.row > 0) out += "row " + std::to_string(issue.row) + ": ";
    out += english(issue.message) + "\n";
  }
  return out;
}

} // namespace

Outcome inspectCommand(const Request& request) {
  FlagReader flags(request);
  const ReadOptions options = readOptions(flags);
  if (flags.trouble()) return *flags.trouble();
  const auto table = readCsvFile(request.arguments.front(), options, readControl());
  if (signalStatus() != 0) return Outcome::ended(signalStatus());
  if (!table) return table.error();
  if (!flags.has("json")) return Outcome(readable(**table));
  std::string json = inspectJson(**table);
  if (!json.ends_with('\n')) json += '\n';
  return Outcome(json);
}

} // namespace layerlab::cli
