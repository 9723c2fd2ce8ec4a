#pragma once

#include "core/net/spec.h"
#include "ui/widgets/canvas/canvaslayout.h"
#include "ui/widgets/theme.h"

#include <QGraphicsItem>
#include <QLineF>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace layerlab {

/// Never draws more than this many edges between two layers: beyond it nobody sees a difference.
inline constexpr std::size_t maxDrawnEdges = 1000;

/// One drawn edge: the strongest weight between two places (a shown neuron, or "⋯").
struct Edge {
  int from = 0;
  int to = 0;
  float weight = 0.0f;
  float strength = 0.0f; ///< 0 to 1, see edgeStrength
};

/// How strong a weight looks, 0 to 1: half way at 0.8 of the bound a fresh Glorot weight keeps, so
/// that fresh layers of any width look alike and a grown weight still grows.
float edgeStrength(float weight, std::size_t inputs, std::size_t units);

/// The strongest edge between each two places, weak ones first, at most maxDrawnEdges. `shownFrom`
/// and `shownTo` count the neurons with a place of their own.
std::vector<Edge> strongestEdges(const Matrix& kernel, int shownFrom, int shownTo);

/// All edges into one dense layer as one graphics item (one item per edge costs 40 times as much).
/// Only opaque pens, premixed with the background, thick ones last.
class EdgesItem : public QGraphicsItem {
public:
  EdgesItem(const Theme& theme, const CardGeometry& from, const CardGeometry& to);

  /// Without weights: thin neutral edges between the shown neurons.
  void setEdges(std::optional<std::vector<Edge>> edges);
  /// Emphasises the edges of one neuron, or the one between two, and fades the others; nullopt:
  /// none.
  void setFocus(std::optional<int> fromNeuron, std::optional<int> toNeuron);
  /// The drawn edge nearest to `at`, exact, not farther than `reach` pixels.
  std::optional<Edge> nearest(QPointF at, double reach) const;
  bool hasWeights() const { return m_weighted; }

  QRectF boundingRect() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
  static constexpr std::size_t points = 13;
  using Polyline = std::array<QPointF, points>;

  /// Told of each edge with its look, those on top last.
  using Draw = std::function<void(const Edge& edge, const QColor& color, double width)>;

  QLineF ends(const Edge& edge) const;
  Polyline curve(const Edge& edge) const;
  bool inFocus(const Edge& edge) const;
  bool isBundle(const Edge& edge) const; ///< from or to the neurons without a place of their own
  void drawNeutral(const Draw& draw) const;
  void drawWeighted(const Draw& draw) const;
  void drawAll(const Draw& draw) const;
  void paintPixels(QPainter* painter) const;

  const Theme& m_theme;
  CardGeometry m_from;
  CardGeometry m_to;
  std::vector<Edge> m_edges;
  bool m_weighted = false;
  std::optional<int> m_focusFrom;
  std::optional<int> m_focusTo;
};

} // namespace layerlab
