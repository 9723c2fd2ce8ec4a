#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QPixmap>
#include <QVector>

class QString;
class QWidget;

namespace layerlab {

/// Parts of a page as one picture, each at its place; the switches between them are left out.
struct PartsPicture {
  QWidget* page = nullptr;
  QVector<QWidget*> parts; ///< without the first one there is no picture
  QColor background;
};

/// Has the page something to show in place of its hint?
bool isDrawn(const PartsPicture& picture);
/// `format`: "png", "svg", "pdf". Atomic; the Error names the file.
Result<void> writePicture(const PartsPicture& picture, const QString& format, const QString& path);
QPixmap pixmapOf(const PartsPicture& picture);

} // namespace layerlab
