#pragma once

class QString;
class QWidget;

namespace layerlab {

/// The part of the window that a word of lessonHighlights names; null: none.
QWidget* windowPart(const QWidget* window, const QString& word);
/// What is hidden with a part: a captioned control goes with its caption.
QWidget* wholePart(QWidget* part);
/// Of a page its tab is shown or hidden, and with it its menu entry and shortcut.
void setPartShown(QWidget* part, bool shown);
bool isPartShown(const QWidget* part);

} // namespace layerlab
