#pragma once

#include "core/base/result.h"

#include <QString>

namespace layerlab {

/// The message in the language of the program.
QString text(const Message& message);

/// "file: row 3, column 2: message" in the language of the program.
QString text(const Error& error);

} // namespace layerlab
