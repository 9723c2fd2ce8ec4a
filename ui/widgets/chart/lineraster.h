#pragma once

#include <QImage>
#include <QPolygonF>
#include <QVector>

#include <cstdint>
#include <utility>
#include <vector>

namespace layerlab {

/// Antialiased dashes and dots of a few pixels' length in a picture. Many short strokes are what a
/// general stroker is slowest at, and those of twenty curves are painted with every move of a fit:
/// here a pixel is covered by its distance from the nearest piece of line.
class LineRaster {
public:
  explicit LineRaster(QSize size);
  /// The dashes of one curve, in pixels, over what is there already. Ends are round, within the
  /// length; where pieces of a curve meet or cross nothing is painted twice.
  void add(const QVector<QPolygonF>& dashes, double width, QRgb color);
  const QImage& image() const& { return m_image; } ///< transparent where no line is
  QImage image() && { return std::move(m_image); }

private:
  /// Columns of a row that are touched; none: from > to.
  struct Span {
    int from = 0;
    int to = -1;
  };

  void cover(QPointF from, QPointF to, float reach);
  void blend(QRgb color);

  QImage m_image;
  std::vector<std::uint8_t> m_mask; ///< how much of each pixel the present curve covers, 0 to 255
  std::vector<Span> m_touched;      ///< of each row
};

} // namespace layerlab
