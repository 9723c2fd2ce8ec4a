#pragma once

#include <QCoreApplication>
#include <QString>

namespace layerlab {

/// Sources of tables which are no files: examples, generated, painted and pasted tables.
class Sources {
  Q_DECLARE_TR_FUNCTIONS(Sources)
public:
  static bool isFile(const QString& source);
  /// A short name for titles: "iris" of an example or a file, "circles", "painted points".
  static QString title(const QString& source);
  /// Whole path of a file; for others what they are, for tool tips.
  static QString detail(const QString& source);
};

} // namespace layerlab
