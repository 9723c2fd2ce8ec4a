#pragma once

#include "core/data/csv.h"
#include "core/data/table.h"

#include <QByteArray>
#include <QString>
#include <QTest>

#include <cmath>
#include <string>

/// A table as one line: `a:n 1 _ 2.5 | b:c x y`. Types: n numeric, c categorical, e empty; _
/// missing.
inline QString pictureOf(const layerlab::Table& table) {
  using namespace layerlab;
  QStringList columns;
  for (const Column& column : table.columns) {
    const char type = "nce"[static_cast<int>(column.type)];
    QString text = QString::fromStdString(column.name) + ':' + type;
    for (std::size_t row = 0; row < static_cast<std::size_t>(table.rows); ++row) {
      QString cell = "_";
      if (column.type == ColumnType::numeric && !std::isnan(column.numbers[row]))
        cell = QString::fromStdString(numberText(static_cast<double>(column.numbers[row]), 7));
      if (column.type == ColumnType::categorical && column.codes[row] >= 0)
        cell = QString::fromStdString(column.labels[static_cast<std::size_t>(column.codes[row])]);
      text += ' ' + cell;
    }
    columns << text;
  }
  return columns.join(" | ");
}

/// The picture of a text read as a table, or `error ROW COLUMN: message`.
inline QString pictureOf(const QByteArray& text, const layerlab::ReadOptions& options = {}) {
  const auto table = layerlab::readCsvBytes(
      {text.constData(), static_cast<std::size_t>(text.size())}, "test.csv", options);
  if (table) return pictureOf(**table);
  const layerlab::Error& error = table.error();
  return QString("error %1 %2: ").arg(error.row).arg(error.column) +
         QString::fromStdString(english(error.message));
}

/// The table of a text that must be readable.
inline layerlab::TablePtr tableOf(const QByteArray& text,
                                  const layerlab::ReadOptions& options = {}) {
  auto table = layerlab::readCsvBytes({text.constData(), static_cast<std::size_t>(text.size())},
                                      "test.csv", options);
  if (!table) qFatal("unreadable: %s", english(table.error()).c_str());
  return *table;
}

/// `CODE@row` of every warning, in order, without the row where there is none.
inline QString warningsOf(const layerlab::Table& table) {
  QStringList codes;
  for (const layerlab::TableIssue& issue : table.report.issues)
    codes << QString::fromStdString(issue.code) +
                 (issue.row > 0 ? '@' + QString::number(issue.row) : "");
  return codes.join(' ');
}
