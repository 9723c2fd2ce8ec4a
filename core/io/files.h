#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace layerlab {

/// The bytes of a regular file (links followed) of at most `limit` bytes. Directories, pipes,
/// devices and sockets are refused before any blocking open. Never mapped.
LAYERLAB_API Result<std::string> readFile(const std::string& path, std::size_t limit);

/// Can `path` be written, as far as can be told before writing: no folder, pipe or device in its
/// place, and a folder that lets us in. To be asked before a long work.
LAYERLAB_API Result<void> checkWritable(const std::string& path);

/// Replaces `path` atomically: after a kill at any instant it is the whole old or the whole new
/// file; no temporary file stays behind. A path that exists and is no regular file is refused;
/// symbolic links are followed and kept.
LAYERLAB_API Result<void> writeFile(const std::string& path, std::string_view bytes);

} // namespace layerlab
