#pragma once

#include <string>
#include <string_view>

namespace layerlab {

/// Without blanks, tabs, line ends, U+00A0, U+3000, U+FEFF and U+200B at both ends (rule C13).
std::string_view trimmed(std::string_view text);

/// A trimmed label as kept: line ends inside become LF, Unicode form NFC.
std::string labelFrom(std::string_view trimmed);

/// A trimmed column name as kept: a line break inside becomes one blank, Unicode form NFC.
std::string nameFrom(std::string_view trimmed);

} // namespace layerlab
