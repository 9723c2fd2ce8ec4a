#pragma once

#include "core/base/api.h"

#include <string>
#include <string_view>

namespace layerlab {

/// A name or value for a sentence: on one line, valid UTF-8, cut to about 60 characters.
LAYERLAB_API std::string shown(std::string_view text);

/// `text` with every malformed byte replaced by U+FFFD.
LAYERLAB_API std::string validUtf8(std::string_view text);

/// A share of one as whole percents: 0.25 is "25".
LAYERLAB_API std::string percentText(double share);

/// The part of a path after the last slash, as shown in errors.
LAYERLAB_API std::string baseName(const std::string& path);

} // namespace layerlab
