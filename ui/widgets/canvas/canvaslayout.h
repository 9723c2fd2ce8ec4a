#pragma once

#include "core/net/spec.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace layerlab {

/// Neurons drawn per card; the rest is "⋯ 52 more".
inline constexpr int maxShownNeurons = 12;

/// Where everything of one card is, in scene pixels. Empty rectangles: not on this card.
struct CardGeometry {
  int layer = -1; ///< index into NetworkSpec::layers; -1: the input card
  int dense = -1; ///< index among the dense layers (into Weights); -1: input or dropout
  bool isInput = false;
  bool isOutput = false;
  bool isDropout = false;
  QRectF rect;
  QRectF title; ///< name; the buttons sit at its right end
  QRectF units; ///< spin box (input: the count in words, beside the title where names need room)
  QRectF activation; ///< picker
  QRectF reason;     ///< output only: why it is what it is
  QRectF footer;     ///< parameter arithmetic
  int total = 0;     ///< neurons of the layer
  double radius = 0.0;
  std::vector<QPointF> neurons; ///< the shown ones
  QPointF more;                 ///< place of "⋯ n more" when total > neurons.size()

  bool hasMore() const { return total > static_cast<int>(neurons.size()); }
  /// Place of any neuron: its own, or that of "⋯".
  QPointF placeOf(int neuron) const {
    const auto index = static_cast<std::size_t>(neuron);
    return index < neurons.size() ? neurons[index] : more;
  }
};

struct CanvasLayout {
  std::vector<CardGeometry> cards; ///< input card first
  std::vector<QPointF> inserts;    ///< centre of (+) in front of layers[i]
  QSizeF size;                     ///< of the whole picture; wider than the window: it scrolls
};

/// Lays the cards out for a window of `available` pixels. `unit` scales every length (text scale
/// times zoom). Cards shrink to a minimum before the picture grows wider than `available`.
CanvasLayout layOut(const NetworkSpec& network, int inputs, QSizeF available, double unit);

/// The size in which the cards still have all they need at this unit; what "fit to window" zooms
/// for. A little lower they fold some neurons, then the picture scrolls.
QSizeF smallestSize(const NetworkSpec& network, double unit);

} // namespace layerlab
