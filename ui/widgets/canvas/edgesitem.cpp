#include "ui/widgets/canvas/edgesitem.h"

#include "ui/widgets/canvas/edgeraster.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace layerlab {
namespace {

constexpr std::size_t scanLimit = 1'000'000;

double squaredDistance(QPointF p, QPointF a, QPointF b) {
  const QPointF ab = b - a;
  const double length = QPointF::dotProduct(ab, ab);
  const double t = length > 0.0 ? std::clamp(QPointF::dotProduct(p - a, ab) / length, 0.0, 1.0) : 0;
  const QPointF d = p - (a + t * ab);
  return QPointF::dotProduct(d, d);
}

} // namespace

float edgeStrength(float weight, std::size_t inputs, std::size_t units) {
  const float size = std::abs(weight);
  if (!std::isfinite(size)) return 1.0f;
  const auto bound = std::sqrt(6.0f / static_cast<float>(inputs + units));
  return size / (size + 0.8f * bound);
}

std::vector<Edge> strongestEdges(const Matrix& kernel, int shownFrom, int shownTo) {
  const auto rows = static_cast<int>(kernel.rows);
  const auto cols = static_cast<int>(kernel.cols);
  const int fromPlaces = std::min(rows, shownFrom + 1);
  const int toPlaces = std::min(cols, shownTo + 1);
  std::vector<Edge> best(static_cast<std::size_t>(fromPlaces * toPlaces));
  // Rows without a place of their own only colour the bundle at "⋯": a sample does for huge layers.
  const auto step = static_cast<int>(1 + kernel.values.size() / scanLimit);
  for (int r = 0; r < rows; r += r < shownFrom ? 1 : step) {
    const auto row = kernel.row(static_cast<std::size_t>(r));
    const std::size_t base = static_cast<std::size_t>(std::min(r, fromPlaces - 1) * toPlaces);
    for (int c = 0; c < cols; ++c) {
      const float weight = row[static_cast<std::size_t>(c)];
      Edge& edge = best[base + static_cast<std::size_t>(std::min(c, toPlaces - 1))];
      if (std::abs(weight) >= std::abs(edge.weight)) edge = {r, c, weight, 0.0f};
    }
  }
  // From "⋯" to "⋯": one line for everything nobody sees. Left out.
  if (rows > shownFrom && cols > shownTo) best.pop_back();
  for (Edge& edge : best) edge.strength = edgeStrength(edge.weight, kernel.rows, kernel.cols);
  std::sort(best.begin(), best.end(),
            [](const Edge& a, const Edge& b) { return a.strength < b.strength; });
  if (best.size() > maxDrawnEdges)
    best.erase(best.begin(), best.end() - static_cast<std::ptrdiff_t>(maxDrawnEdges));
  return best;
}

EdgesItem::EdgesItem(const Theme& theme, const CardGeometry& from, const CardGeometry& to)
    : m_theme(theme), m_from(from), m_to(to) {
  setAcceptedMouseButtons(Qt::NoButton);
  setZValue(1.0);
}

void EdgesItem::setEdges(std::optional<std::vector<Edge>> edges) {
  m_weighted = edges.has_value();
  m_edges = std::move(edges).value_or(std::vector<Edge>());
  update();
}

void EdgesItem::setFocus(std::optional<int> fromNeuron, std::optional<int> toNeuron) {
  if (m_focusFrom == fromNeuron && m_focusTo == toNeuron) return;
  m_focusFrom = fromNeuron;
  m_focusTo = toNeuron;
  update();
}

bool EdgesItem::inFocus(const Edge& edge) const {
  return (!m_focusFrom || m_from.placeOf(edge.from) == m_from.placeOf(*m_focusFrom)) &&
         (!m_focusTo || m_to.placeOf(edge.to) == m_to.placeOf(*m_focusTo));
}

/// From the rim of one neuron to that of the other.
QLineF EdgesItem::ends(const Edge& edge) const {
  return {m_from.placeOf(edge.from) + QPointF(m_from.radius, 0.0),
          m_to.placeOf(edge.to) - QPointF(m_to.radius, 0.0)};
}

EdgesItem::Polyline EdgesItem::curve(const Edge& edge) const {
  const QLineF line = ends(edge);
  Polyline places;
  for (std::size_t i = 0; i < points; ++i) {
    const double u = static_cast<double>(i) / (points - 1);
    places[i] = QPointF(line.x1() + line.dx() * u, line.y1() + line.dy() * edgeShape(u).height);
  }
  return places;
}

bool EdgesItem::isBundle(const Edge& edge) const {
  return edge.from >= static_cast<int>(m_from.neurons.size()) ||
         edge.to >= static_cast<int>(m_to.neurons.size());
}

std::optional<Edge> EdgesItem::nearest(QPointF at, double reach) const {
  std::optional<Edge> found;
  if (!boundingRect().adjusted(-reach, -reach, reach, reach).contains(at)) return found;
  double best = reach * reach;
  // Strongest last, so equal distances go to the one painted on top.
  for (const Edge& edge : m_edges) {
    const auto [top, bottom] =
        std::minmax({m_from.placeOf(edge.from).y(), m_to.placeOf(edge.to).y()});
    if (at.y() < top - reach || at.y() > bottom + reach) continue; // most of them
    const Polyline line = curve(edge);
    for (std::size_t i = 1; i < points; ++i) {
      const double distance = squaredDistance(at, line[i - 1], line[i]);
      if (distance > best) continue;
      best = distance;
      found = edge;
    }
  }
  return found;
}

QRectF EdgesItem::boundingRect() const {
  const double left = m_from.more.x();
  const double right = m_to.more.x();
  const double top = std::min(m_from.placeOf(0).y(), m_to.placeOf(0).y());
  const double bottom = std::max(m_from.more.y(), m_to.more.y());
  return QRectF(left, top, right - left, bottom - top).adjusted(0.0, -6.0, 0.0, 6.0);
}

void EdgesItem::drawNeutral(const Draw& draw) const {
  const Colors& colors = m_theme.colors();
  const QColor color = mixed(colors.surface, colors.muted, 0.28);
  const auto count = [](const CardGeometry& card) {
    return static_cast<int>(card.neurons.size()) + (card.hasMore() ? 1 : 0);
  };
  for (int from = 0; from < count(m_from); ++from)
    for (int to = 0; to < count(m_to); ++to) draw({from, to, 0.0f, 0.0f}, color, 1.0);
}

void EdgesItem::drawWeighted(const Draw& draw) const {
  const Colors& colors = m_theme.colors();
  const bool focused = m_focusFrom || m_focusTo;
  const bool single = m_focusFrom && m_focusTo; // the edge under the pointer: seen, however weak
  const double thick = std::min(3.6, 0.45 * (m_from.radius + m_to.radius));
  const auto drawOne = [&](const Edge& edge, double fade, bool lit = false) {
    const double strength = static_cast<double>(edge.strength);
    const QColor& sign = edge.weight < 0.0f ? colors.negative : colors.positive;
    const double size = strength * std::sqrt(strength);
    // What leads to "⋯" stays in the background: its place stands for many neurons.
    const double share = (isBundle(edge) ? 0.45 : 1.0) * fade * (0.12 + 0.88 * size);
    const double width = isBundle(edge) ? 0.9 : 0.7 + thick * strength * strength;
    if (lit)
      draw(edge, sign, std::max(width, 2.0));
    else
      draw(edge, mixed(colors.surface, sign, share), width);
  };
  for (const Edge& edge : m_edges)
    if (!focused || !inFocus(edge)) drawOne(edge, focused ? 0.3 : 1.0);
  if (!focused) return;
  for (const Edge& edge : m_edges)
    if (inFocus(edge)) drawOne(edge, 1.0, single);
}

void EdgesItem::drawAll(const Draw& draw) const {
  if (m_weighted)
    drawWeighted(draw);
  else
    drawNeutral(draw);
}

/// In pixels of the device, so that it is as sharp at any scale.
void EdgesItem::paintPixels(QPainter* painter) const {
  const QTransform& device = painter->deviceTransform();
  const QRectF room = device.mapRect(boundingRect());
  const QPointF corner(std::floor(room.left()), std::floor(room.top()));
  const QSize size(qCeil(room.right() - corner.x()), qCeil(room.bottom() - corner.y()));
  const double scale = device.m11();
  EdgeRaster raster(size);
  drawAll([&](const Edge& edge, const QColor& color, double width) {
    const double pixels = std::max(1.0, width * scale); // as Qt's own thinnest
    raster.add(device.map(ends(edge)).translated(-corner), pixels, color.rgb());
  });
  QImage image = std::move(raster).image(); // its scale would be set on a copy otherwise
  image.setDevicePixelRatio(scale);
  painter->drawImage(device.inverted().map(corner), image);
}

void EdgesItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const QTransform& device = painter->deviceTransform();
  const bool plain = device.type() <= QTransform::TxScale && device.m11() == device.m22();
  if (plain && painter->paintEngine()->type() == QPaintEngine::Raster) return paintPixels(painter);
  // A file is drawn in lines.
  painter->setRenderHint(QPainter::Antialiasing);
  drawAll([&](const Edge& edge, const QColor& color, double width) {
    painter->setPen(QPen(color, width));
    painter->drawPolyline(curve(edge).data(), points);
  });
}

} // namespace layerlab
