#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace layerlab {

/// What the window remembers from one time to the next. Nothing here can fail: where settings
/// cannot be read or written, everything is as at the first start.
namespace windowmemory {

QVariant value(const QString& key);
void setValue(const QString& key, const QVariant& value);

/// Newest first, without files that are gone.
QStringList recentFiles();
void rememberFile(const QString& path);

} // namespace windowmemory
} // namespace layerlab
