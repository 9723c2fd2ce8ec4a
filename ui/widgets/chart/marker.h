#pragma once

#include <QPointF>
#include <QRectF>
#include <QVector>

#include <cstddef>
#include <vector>

class QPainter;

namespace layerlab {

/// A small figure that tells curves and classes apart where colour does not (a grey print, the eye
/// of a colour-blind person).
enum class Marker { none, disc, square, triangle, diamond, wedge, cross, plus };

/// With the painter's pen and brush, about `reach` pixels to each side of `at`; all of them look
/// equally large.
void paintMarker(QPainter& painter, Marker marker, QPointF at, double reach);

/// The figure of class `index` of `count`: with two, class 0 is a square and class 1 a disc, as
/// where they are painted by hand.
Marker classMarker(std::size_t index, std::size_t count);

/// Places on `pieces` at least `apart` pixels apart, inside `plot`; each kind of marker starts
/// elsewhere, so that curves on top of each other show theirs side by side.
QVector<QPointF> markerPlaces(const std::vector<QVector<QPointF>>& pieces, Marker marker,
                              const QRectF& plot, double apart);

} // namespace layerlab
