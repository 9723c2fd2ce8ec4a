#pragma once

#include "core/data/table.h"
#include "core/fit/design.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace layerlab {

/// The bundled tables, real ones first, then the two-dimensional toys.
QStringList exampleNames();

/// The text of a bundled table.
Result<QByteArray> exampleBytes(const QString& name);

/// "example:iris" <-> "iris"; the name is empty for the path of a real file.
QString examplePath(const QString& name);
QString exampleOfPath(const QString& path);

/// A design that learns this example well: target, split, hidden layers, learning rate, epochs;
/// the output side follows the task. Unknown names get the last column and `base`.
Design exampleDesign(const QString& name, const Table& table, const Design& base);

} // namespace layerlab
