#pragma once

#include <QRgb>

namespace layerlab {

/// All four channels times `share` of 255, rounded as in Qt's own blending.
inline QRgb scaled(QRgb color, unsigned share) {
  QRgb odd = (color & 0xff00ffu) * share;
  odd = ((odd + ((odd >> 8) & 0xff00ffu) + 0x800080u) >> 8) & 0xff00ffu;
  QRgb even = ((color >> 8) & 0xff00ffu) * share;
  even = (even + ((even >> 8) & 0xff00ffu) + 0x800080u) & 0xff00ff00u;
  return odd | even;
}

/// `share` of 255 of an opaque colour over a premultiplied pixel.
inline QRgb blended(QRgb below, QRgb color, unsigned share) {
  return scaled(color, share) + scaled(below, 255u - share);
}

} // namespace layerlab
