#pragma once

#include "core/data/csv.h"

namespace layerlab {

/// Where a project's table comes from: a file, "generated:SHAPE?...", or text kept in the project
/// ("painted:", "pasted:"; then `text` is the table as CSV).
LAYERLAB_API Result<TablePtr> readSource(const std::string& source, const std::string& text,
                                         const ReadOptions& options = {},
                                         const ReadControl& control = {});

inline constexpr const char* paintedSource = "painted:";
inline constexpr const char* pastedSource = "pasted:";
/// The source is no file: its table stands in the project, or is made.
LAYERLAB_API bool isTextSource(const std::string& source);

} // namespace layerlab
