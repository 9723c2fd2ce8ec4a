#pragma once

#include "core/data/csv.h"

#include <optional>

namespace layerlab {

/// Where a project's table comes from: text kept in the project as UTF-8 CSV ("painted:",
/// "pasted:", or a file that was handed in with it), else a file or "generated:SHAPE?...".
LAYERLAB_API Result<TablePtr> readSource(const std::string& source, const std::string& text,
                                         const ReadOptions& options = {},
                                         const ReadControl& control = {});

inline constexpr const char* paintedSource = "painted:";
inline constexpr const char* pastedSource = "pasted:";
/// The source is no file: its table stands in the project, or is made.
LAYERLAB_API bool isTextSource(const std::string& source);

/// The name of a CSV file that would hold such a table ("iris.csv", "moons.csv", "painted.csv"),
/// for programs that need one; nullopt: the source is a file.
LAYERLAB_API std::optional<std::string> standInFile(const std::string& source);

} // namespace layerlab
