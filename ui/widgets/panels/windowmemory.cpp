#include "ui/widgets/panels/windowmemory.h"

#include <QFileInfo>
#include <QSettings>

namespace layerlab::windowmemory {
namespace {

constexpr int mostRecent = 8;
const QString recentKey = QStringLiteral("recentFiles");

QSettings settings() { // returned in place, never copied
  return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("LayerLab"),
                   QStringLiteral("layerlab"));
}

} // namespace

QVariant value(const QString& key) {
  return settings().value(key);
}

void setValue(const QString& key, const QVariant& value) {
  settings().setValue(key, value);
}

QStringList recentFiles() {
  QStringList files = value(recentKey).toStringList();
  files.removeIf([](const QString& path) { return !QFileInfo(path).isFile(); });
  return files.mid(0, mostRecent);
}

void rememberFile(const QString& path) {
  const QString absolute = QFileInfo(path).absoluteFilePath();
  QStringList files = recentFiles();
  files.removeAll(absolute);
  files.prepend(absolute);
  setValue(recentKey, files.mid(0, mostRecent));
}

} // namespace layerlab::windowmemory
