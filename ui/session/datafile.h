#pragma once

#include "core/base/result.h"

#include <QString>

#include <string>

namespace layerlab {

/// Tells whether a file changed since a project was saved: "sha1:..." of its bytes; of a large file
/// its size and evenly spread samples ("sha1-samples:..."), so that opening costs no second
/// reading. Empty: it cannot be read.
std::string dataFingerprint(const QString& path);

/// The text of a file or "example:NAME" as UTF-8, to be kept inside a project; `encoding` as the
/// table's report names it. Files of more than 32 MB are refused.
Result<std::string> embeddedText(const QString& source, const std::string& encoding);

} // namespace layerlab
