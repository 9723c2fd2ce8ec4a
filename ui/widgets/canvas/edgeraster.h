#pragma once

#include <QImage>
#include <QLineF>

#include <utility>

namespace layerlab {

/// Height of an edge over its width, both from 0 to 1: a cubic Bézier curve with level ends, both
/// control points in the middle.
struct EdgeShape {
  double height = 0.0;
  double slope = 0.0; ///< d height / d width
};

EdgeShape edgeShape(double u);

/// Antialiased edges of a few pixels' width in a picture, column by column: such a curve meets each
/// column once, so what it covers there has a closed form. A tenth of the work of a general
/// stroker, which matters while a fit moves the edges twenty times a second.
class EdgeRaster {
public:
  explicit EdgeRaster(QSize size);
  EdgeRaster(const EdgeRaster&) = delete;
  EdgeRaster& operator=(const EdgeRaster&) = delete;
  /// From the left to the right end, in pixels, over what is there already.
  void add(const QLineF& ends, double width, QRgb color);
  const QImage& image() const& { return m_image; } ///< transparent where no edge is
  QImage image() && { return std::move(m_image); }

private:
  void addColumn(int x, double y, double length, double lean, double part, QRgb color);

  QImage m_image;
  QRgb* m_pixels = nullptr; ///< of the image
};

} // namespace layerlab
