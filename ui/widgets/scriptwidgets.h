#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QString>
#include <QStringList>
#include <QVector>

class QAction;
class QKeySequence;
class QListWidget;
class QWidget;

namespace layerlab {

// What a script does to the real widgets, as a person would. All of it works on whatever window it
// is given; widgets are found by objectName, in an open dialog first.

/// Null when there is none.
QWidget* findWidget(QWidget& window, const QString& name);
QAction* findAction(QWidget& window, const QString& name);

/// A number in plain notation ("0.001", "1e-3"); the Error says what is wrong with it.
Result<double> scriptNumber(const QString& text);
Result<int> scriptInteger(const QString& text);

/// Can `set` write it: spin box, combo box, line edit, check box, slider or tabs?
bool isSettable(const QWidget& widget);
/// Sets the value; a value the widget does not take is an Error and changes nothing. Combo entries
/// are found by their data (the Keras word) or their text.
Result<void> setWidgetValue(QWidget& widget, const QString& value);

/// Ticks exactly these entries; the Error names an entry that is not there.
Result<void> tickOnly(QListWidget& list, const QStringList& names);

/// A click in the middle; the Error says why it cannot be clicked.
Result<void> clickWidget(QWidget& widget);
/// Shortcuts first, as Qt does it, then the widget with the focus.
void pressKey(QWidget& window, const QKeySequence& keys);

/// Every visible widget a person can act on, in the order of the tree.
QVector<QWidget*> interactiveWidgets(QWidget& window);
/// Their objectName, class, accessible name, text, tooltip, enabled and geometry in the window.
QJsonArray widgetsJson(QWidget& window);

} // namespace layerlab
