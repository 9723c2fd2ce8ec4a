#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace layerlab {

/// One command of a script. `rest` is what stands behind the command, its blanks kept inside (paths
/// may contain them); `words` is `rest` cut at blanks.
struct ScriptLine {
  int number = 0;
  QString command;
  QString rest;
  QStringList words;
};

/// Blank lines and comments (`#` at the start) are left out. The Error names the first line whose
/// command is unknown or has the wrong number of words.
Result<std::vector<ScriptLine>> parseScript(const QString& text);

} // namespace layerlab
