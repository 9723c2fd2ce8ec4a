#pragma once

#include "core/data/prepare.h"
#include "core/data/table.h"

#include <QString>

namespace layerlab {

class Session;

enum class ColumnRole { target, feature, unused };

bool isTarget(const PrepareSpec& spec, const std::string& name);
ColumnRole roleOf(const Table& table, const PrepareSpec& spec, const Column& column);
/// "target", "feature", "not used" in the language that is on.
QString roleWord(ColumnRole role);

/// Whether the column may take the role: an empty one is never used, and the only target or the
/// only feature cannot just go.
bool mayTakeRole(const Table& table, const PrepareSpec& spec, const Column& column,
                 ColumnRole role);
/// One undoable edit; a column that may not take the role keeps its own.
void giveRole(Session& session, const std::string& name, ColumnRole role);
/// Number <-> category, as one undoable edit; a column that cannot change stays.
void giveType(Session& session, const std::string& name, ColumnType type);

} // namespace layerlab
