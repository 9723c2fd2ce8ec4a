#pragma once

#include <QString>

namespace layerlab {

/// Which control of the window belongs to a setting named by KerasLine ("epochs" -> "epochsSpin");
/// empty: none, or a layer of the canvas.
QString controlOfSetting(const QString& setting);

/// The setting a control belongs to; empty: none.
QString settingOfControl(const QString& objectName);

} // namespace layerlab
