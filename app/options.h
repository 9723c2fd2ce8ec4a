#pragma once

#include "ui/widgets/theme.h"

#include <QString>

#include <optional>

namespace layerlab {

/// What stands behind `layerlab` on the command line.
struct Options {
  bool help = false;
  bool version = false;
  QString file;
  QString script;
  QString language;               ///< empty: the last one, or the system's
  std::optional<ThemeMode> theme; ///< unset: the last one, or the system's
  QString error;                  ///< what is wrong, in one line; empty: nothing
};

/// Read before there is an application object, so that --help works without a display. Qt's own
/// -platform and -style are left for it.
Options readOptions(int argc, char** argv);

} // namespace layerlab
