#pragma once

#include <QStringList>

#include <string>

namespace layerlab {

/// Teacher mode: the parts of the window a project does not show, `{"window": {"hide": [...]}}` in
/// its file. `unknown` is the JSON text of Project::unknown.
QStringList hiddenPartsOf(const std::string& unknown);
std::string withHiddenParts(const std::string& unknown, const QStringList& parts);

} // namespace layerlab
