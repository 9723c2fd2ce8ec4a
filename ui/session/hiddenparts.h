#pragma once

#include <QStringList>

#include <string>

namespace layerlab {

/// Teacher mode: the parts of the window a project does not show, `{"window": {"hide": [...]}}` in
/// its file. `unknown` is the JSON text of Project::unknown.
QStringList hiddenPartsOf(const std::string& unknown);
std::string withHiddenParts(const std::string& unknown, const QStringList& parts);

/// How a person arranged the window, `{"layout": {...}}` in the file, as the text of that object;
/// empty: the project does not say. What stands in it is the window's own business.
std::string layoutOf(const std::string& unknown);
/// An empty or broken `layout` leaves what is there.
std::string withLayout(const std::string& unknown, const std::string& layout);

} // namespace layerlab
