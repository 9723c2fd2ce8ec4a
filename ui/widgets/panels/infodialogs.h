#pragma once

class QWidget;

namespace layerlab {

class WindowActions;

/// Versions, licence and parts of the program.
void showAbout(QWidget* parent);
/// Every shortcut with its meaning.
void showShortcuts(QWidget* parent, const WindowActions& actions);

} // namespace layerlab
