#include "ui/widgets/canvas/canvaslayout.h"

#include <algorithm>

namespace layerlab {
namespace {

// Lengths at unit 1, in pixels.
constexpr double margin = 8.0;
constexpr double padding = 8.0;
constexpr double titleHeight = 22.0;
constexpr double controlHeight = 24.0;
constexpr double controlGap = 4.0;
constexpr double footerHeight = 18.0;
constexpr double reasonHeight = 50.0;
constexpr double dropoutWidth = 88.0;
constexpr double oneRowWidth = 172.0;  ///< from here on both controls fit side by side
constexpr double smallestPitch = 10.0; ///< between neurons
constexpr double smallestWhole = 5.8;  ///< where that keeps a small layer from folding
constexpr double smallestNamed = 13.0; ///< between names that are not made smaller
constexpr double largestPitch = 38.0;
constexpr double smallestCard = 92.0;
constexpr double smallestGap = 34.0;
constexpr double enoughHeight = 156.0; ///< of a card: twelve units, and twelve names one can read
constexpr double lowestHeight = 134.0; ///< of a card that leaves its scroll bar some room
constexpr double titleShare = 0.4;     ///< of its row, where the count of the inputs sits beside it

struct Widths {
  double card = smallestCard;
  double gap = smallestGap;
};

struct Counts {
  int cards = 1; ///< input and dense
  int dropouts = 0;
  int gaps() const { return cards + dropouts - 1; }
};

Counts countsOf(const NetworkSpec& network) {
  Counts counts;
  for (const LayerSpec& layer : network.layers)
    ++(layer.kind == LayerKind::dense ? counts.cards : counts.dropouts);
  return counts;
}

double widthOf(const Counts& counts, const Widths& widths) {
  return 2 * margin + counts.cards * widths.card + counts.dropouts * dropoutWidth +
         counts.gaps() * widths.gap;
}

/// Raises `value` towards `limit` as far as `spare` pixels shared by `count` allow.
void grow(double& value, double limit, int count, double& spare) {
  if (count == 0 || value >= limit || spare <= 0.0) return;
  const double step = std::min(limit - value, spare / count);
  value += step;
  spare -= step * count;
}

/// Cards and gaps take turns, so that neither text nor edges starve.
Widths widthsFor(const Counts& counts, double available) {
  Widths widths;
  double spare = available - widthOf(counts, widths);
  const double steps[][2] = {{108, 40}, {124, 64}, {152, 96}, {172, 150}, {184, 230}};
  for (const auto& step : steps) {
    grow(widths.card, step[0], counts.cards, spare);
    grow(widths.gap, step[1], counts.gaps(), spare);
  }
  return widths;
}

QRectF scaled(double x, double y, double w, double h, double unit) {
  return {x * unit, y * unit, w * unit, h * unit};
}

/// Vertical room of one card at unit 1, and what sits in it.
struct Frame {
  double top = 0.0;
  double height = 0.0;
  bool oneRow = false;
  bool reason = false;
  double headHeight() const {
    const double rows = oneRow ? controlHeight : 2 * controlHeight + controlGap;
    return padding + titleHeight + rows + padding;
  }
  double zoneHeight(bool isOutput) const {
    return height - headHeight() - footerHeight - padding / 2 -
           (isOutput && reason ? reasonHeight : 0.0);
  }
  /// What the input card, which has no controls, lends to names that are short of room: the row of
  /// the picker, or the only one; its count then goes beside the title.
  double lentHeight(const CardGeometry& card) const {
    const int names = std::min(card.total, maxShownNeurons);
    if (!card.isInput || zoneHeight(false) >= smallestNamed * names) return 0.0;
    return oneRow ? controlHeight : controlHeight + controlGap;
  }
};

void placeTexts(CardGeometry& card, double x, double width, const Frame& frame, double unit) {
  const double inner = width - 2 * padding;
  double y = frame.top + padding;
  card.title = scaled(x + padding, y, inner, titleHeight, unit);
  y += titleHeight;
  if (card.isDropout) {
    card.units = scaled(x + padding, y, inner, controlHeight, unit);
    return;
  }
  const double unitsWidth = frame.oneRow && !card.isInput ? 56.0 : inner;
  card.units = scaled(x + padding, y, unitsWidth, controlHeight, unit);
  if (frame.oneRow && frame.lentHeight(card) > 0.0) {
    const double name = inner * titleShare;
    card.title.setWidth(name * unit);
    card.units = scaled(x + padding + name, y - titleHeight, inner - name, titleHeight, unit);
  }
  const double bottom = frame.top + frame.height - padding / 2;
  card.footer = scaled(x + 4, bottom - footerHeight, width - 8, footerHeight, unit);
  if (card.isInput) return;
  card.activation = frame.oneRow ? scaled(x + padding + unitsWidth + controlGap, y,
                                          inner - unitsWidth - controlGap, controlHeight, unit)
                                 : scaled(x + padding, y + controlHeight + controlGap, inner,
                                          controlHeight, unit);
  if (card.isOutput && frame.reason)
    card.reason =
        scaled(x + padding, bottom - footerHeight - reasonHeight, inner, reasonHeight, unit);
}

void placeNeurons(CardGeometry& card, double x, double width, const Frame& frame, double unit) {
  const double lent = frame.lentHeight(card);
  const double zone = std::max(frame.zoneHeight(card.isOutput), 2 * smallestPitch) + lent;
  const double top = frame.top + frame.headHeight() - lent;
  const double smallest = card.total <= maxShownNeurons   ? smallestWhole
                          : card.isInput || card.isOutput ? smallestNamed
                                                          : smallestPitch;
  const int fitting = std::max(1, static_cast<int>(zone / smallest));
  const int limit = std::min(maxShownNeurons, fitting);
  const int shown = card.total <= limit ? card.total : std::max(1, std::min(limit, fitting - 1));
  const int rows = std::max(1, shown + (card.total > shown ? 1 : 0));
  const double pitch = std::min(zone / rows, largestPitch);
  const double radius = std::clamp(pitch * 0.4, 2.6, 14.0);
  double neuronX = x + width / 2;
  if (card.isInput) neuronX = x + width - padding - radius;
  if (card.isOutput) neuronX = x + padding + radius;
  double y = top + (zone - pitch * rows) / 2 + pitch / 2;
  card.radius = radius * unit;
  for (int i = 0; i < shown; ++i, y += pitch) card.neurons.emplace_back(neuronX * unit, y * unit);
  card.more = QPointF(neuronX, y) * unit;
}

/// Height the fullest card wants; cards do not stretch beyond it.
double wantedHeight(const NetworkSpec& network, int inputs, const Frame& frame) {
  int rows = std::min(inputs, maxShownNeurons + 1);
  for (const LayerSpec& layer : network.layers)
    if (layer.kind == LayerKind::dense)
      rows = std::max(rows, std::min(layer.units, maxShownNeurons + 1));
  return frame.headHeight() + footerHeight + padding + reasonHeight +
         std::max(rows, 4) * largestPitch;
}

Frame frameFor(const NetworkSpec& network, int inputs, double available, double cardWidth) {
  Frame frame;
  frame.oneRow = cardWidth >= oneRowWidth;
  const double room = std::max(available - 2 * margin, lowestHeight);
  frame.height = std::min(room, wantedHeight(network, inputs, frame));
  frame.top = margin + (room - frame.height) / 2;
  frame.reason = frame.height >= 250.0;
  return frame;
}

CardGeometry cardFor(const NetworkSpec& network, int layer, int dense, int inputs) {
  CardGeometry card;
  card.layer = layer;
  card.isInput = layer < 0;
  card.total = inputs;
  if (card.isInput) return card;
  const LayerSpec& spec = network.layers[static_cast<std::size_t>(layer)];
  card.isDropout = spec.kind == LayerKind::dropout;
  card.isOutput = !card.isDropout && layer + 1 == static_cast<int>(network.layers.size());
  card.dense = card.isDropout ? -1 : dense;
  card.total = card.isDropout ? 0 : spec.units;
  return card;
}

} // namespace

QSizeF smallestSize(const NetworkSpec& network, double unit) {
  return QSizeF(widthOf(countsOf(network), Widths{}), enoughHeight + 2 * margin) * unit;
}

CanvasLayout layOut(const NetworkSpec& network, int inputs, QSizeF available, double unit) {
  const QSizeF room = available / unit;
  const Counts counts = countsOf(network);
  const Widths widths = widthsFor(counts, room.width());
  const Frame frame = frameFor(network, inputs, room.height(), widths.card);
  const double used = widthOf(counts, widths);
  double x = margin + std::max(0.0, (room.width() - used) / 2);
  int dense = 0;
  CanvasLayout layout;
  for (int layer = -1; layer < static_cast<int>(network.layers.size()); ++layer) {
    CardGeometry card = cardFor(network, layer, dense, inputs);
    const double width = card.isDropout ? dropoutWidth : widths.card;
    card.rect = scaled(x, frame.top, width, frame.height, unit);
    placeTexts(card, x, width, frame, unit);
    if (!card.isDropout) placeNeurons(card, x, width, frame, unit);
    if (card.dense >= 0) ++dense;
    if (layer >= 0)
      layout.inserts.emplace_back((x - widths.gap / 2) * unit,
                                  (frame.top + padding + titleHeight / 2) * unit);
    layout.cards.push_back(std::move(card));
    x += width + widths.gap;
  }
  // Exactly what is available where the cards fit: a rounding error would call for scroll bars.
  const double height = frame.top + frame.height + margin;
  layout.size = available;
  if (used > room.width() + 0.01) layout.size.setWidth(used * unit);
  if (height > room.height() + 0.01) layout.size.setHeight(height * unit);
  return layout;
}

} // namespace layerlab
