#include "core/io/inspect.h"

#include "core/base/message.h"
#include "core/io/json.h"

#include <algorithm>

namespace layerlab {
namespace {

constexpr std::size_t maxClasses = 100;

const char* name(ColumnType type) {
  switch (type) {
  case ColumnType::numeric:
    return "numeric";
  case ColumnType::categorical:
    return "categorical";
  case ColumnType::empty:
    break;
  }
  return "empty";
}

OrderedJson classesOf(const Column& column) {
  OrderedJson classes = OrderedJson::array();
  for (std::size_t i = 0; i < std::min(column.labels.size(), maxClasses); ++i)
    classes.push_back({{"label", column.labels[i]}, {"count", column.labelCounts[i]}});
  return classes;
}

OrderedJson columnJson(const Column& column, std::int64_t rows) {
  OrderedJson json{{"index", column.index},
                   {"name", column.name},
                   {"type", name(column.type)},
                   {"missing", column.missing},
                   {"distinct", column.distinct}};
  if (column.type == ColumnType::numeric) {
    const bool values = column.missing < rows;
    json["min"] = values ? OrderedJson(column.min) : OrderedJson();
    json["max"] = values ? OrderedJson(column.max) : OrderedJson();
    json["mean"] = values ? OrderedJson(column.mean) : OrderedJson();
  }
  if (column.type == ColumnType::categorical) {
    json["classes"] = classesOf(column);
    json["classes_truncated"] = column.labels.size() > maxClasses;
  }
  return json;
}

OrderedJson issueJson(const TableIssue& issue) {
  OrderedJson json{{"code", issue.code}, {"message", english(issue.message)}};
  if (issue.row > 0) json["row"] = issue.row;
  if (issue.column > 0) json["column"] = issue.column;
  if (issue.count > 0) json["count"] = issue.count;
  return json;
}

} // namespace

std::string inspectJson(const Table& table) {
  const ReadReport& report = table.report;
  OrderedJson json{{"schema", "layerlab.inspect/1"},
                   {"file", table.file},
                   {"bytes", report.bytes},
                   {"encoding", report.encoding},
                   {"bom", report.bom},
                   {"delimiter", report.delimiter ? OrderedJson(std::string(1, *report.delimiter))
                                                  : OrderedJson()},
                   {"decimal", std::string(1, report.decimal)},
                   {"header", report.header},
                   {"rows", table.rows},
                   {"skipped",
                    {{"preamble", report.preambleSkipped},
                     {"comment", report.commentSkipped},
                     {"blank", report.blankSkipped}}},
                   {"columns", OrderedJson::array()},
                   {"warnings", OrderedJson::array()}};
  for (const Column& column : table.columns)
    json["columns"].push_back(columnJson(column, table.rows));
  for (const TableIssue& issue : report.issues) json["warnings"].push_back(issueJson(issue));
  // Names and labels are valid UTF-8; a path need not be.
  return json.dump(1, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

} // namespace layerlab
