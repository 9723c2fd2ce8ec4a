#include "ui/session/sources.h"

#include "core/data/generators.h"
#include "core/data/source.h"
#include "ui/session/examples.h"

#include <QFileInfo>

namespace layerlab {

bool Sources::isFile(const QString& source) {
  const std::string name = source.toStdString();
  return !source.isEmpty() && exampleOfPath(source).isEmpty() && !isGenerated(name) &&
         !isTextSource(name);
}

QString Sources::title(const QString& source) {
  if (QString example = exampleOfPath(source); !example.isEmpty()) return example;
  if (source == QLatin1String(paintedSource)) return tr("painted points");
  if (source == QLatin1String(pastedSource)) return tr("pasted table");
  if (const auto spec = generatorFromSource(source.toStdString()))
    return QString::fromLatin1(name(spec->shape));
  return QFileInfo(source).completeBaseName();
}

QString Sources::detail(const QString& source) {
  if (const QString example = exampleOfPath(source); !example.isEmpty())
    return tr("example %1").arg(example);
  const auto spec = generatorFromSource(source.toStdString());
  if (!spec) return source.endsWith(QLatin1Char(':')) ? title(source) : source;
  return tr("Generated: %1, %2 rows, noise %3, seed %4")
      .arg(QString::fromLatin1(name(spec->shape)), QString::number(spec->rows),
           QString::fromStdString(numberText(spec->noise)), QString::number(spec->seed));
}

} // namespace layerlab
