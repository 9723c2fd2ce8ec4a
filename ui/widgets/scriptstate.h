#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

class QWidget;

namespace layerlab {

class Session;
class Theme;
class Translators;
class Workbench;

/// Everything `state` reports, as it is: null where there is nothing. `only`: this entry and no
/// other, for who asks again and again (words are gathered from all over the window).
QJsonObject scriptState(const Workbench& workbench, const Session& session, QWidget& window,
                        const Theme& theme, const Translators& translators,
                        const QString& only = {});

/// The value of `key` ("epoch", "sweep.done") as text; nullopt: there is no such key.
std::optional<QString> stateText(const QJsonObject& state, const QString& key);

/// Is `actual` what was expected? Texts must be equal; numbers as numbers; `<`, `<=`, `>`, `>=` in
/// front of a number compare.
bool stateMatches(const QString& actual, const QString& expected);

/// For waiting: a count that moves in leaps ("epoch", "runs", "sweep.done") may also have passed
/// the number.
bool stateReached(const QString& key, const QString& actual, const QString& expected);

} // namespace layerlab
