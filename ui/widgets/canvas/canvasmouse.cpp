#include "ui/widgets/canvas/canvastexts.h"
#include "ui/widgets/canvas/layercontrols.h"
#include "ui/widgets/canvas/networkcanvas_p.h"

#include <QApplication>
#include <QGraphicsPathItem>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

// Pointer, wheel and window geometry of the canvas.
namespace layerlab {
namespace {

constexpr double edgeReach = 5.0; ///< pixels around an edge that count as on it
constexpr int pictureSide = 96;   ///< of a heat map beside the words, before text scale

/// " = 0.73" for the first probe row, and what is wrong with the neuron.
QString stateText(const NeuronState& state) {
  QString text;
  if (state.value)
    text +=
        QStringLiteral(" = ") +
        NetworkCanvas::tr("%1 for the first row").arg(figure(static_cast<double>(*state.value)));
  if (state.dead)
    text +=
        QLatin1Char('\n') +
        NetworkCanvas::tr("Dead: 0 for all %1 rows looked at; it can no longer learn from them.")
            .arg(state.rows);
  if (state.saturated)
    text += QLatin1Char('\n') +
            NetworkCanvas::tr(
                "Saturated: at its limit for all %1 rows looked at; it learns very slowly.")
                .arg(state.rows);
  return text;
}

} // namespace

const CardGeometry* NetworkCanvas::Private::cardAt(QPointF at) const {
  for (const CardGeometry& card : layout.cards)
    if (card.rect.contains(at)) return &card;
  return nullptr;
}

std::optional<NetworkCanvas::Private::EdgeHit> NetworkCanvas::Private::edgeAt(QPointF at) const {
  for (const NeuronsItem* item : neurons)
    if (item && item->neuronAt(at)) return std::nullopt;
  const CardGeometry* before = nullptr;
  for (const CardGeometry& card : layout.cards) {
    if (card.isDropout) continue;
    if (card.dense >= 0)
      if (const auto edge = edges[static_cast<std::size_t>(card.dense)]->nearest(at, edgeReach))
        return EdgeHit{before, &card, *edge};
    before = &card;
  }
  return std::nullopt;
}

std::optional<NetworkCanvas::Private::WeightHit>
NetworkCanvas::Private::clickable(QPointF at) const {
  for (std::size_t i = 0; i < layout.cards.size(); ++i) {
    const CardGeometry& card = layout.cards[i];
    const std::optional<int> neuron = neurons[i] ? neurons[i]->neuronAt(at) : std::nullopt;
    if (!neuron) continue;
    if (card.dense < 0 || !neurons[i]->state(*neuron).bias) return std::nullopt;
    return WeightHit{card.dense, -1, *neuron};
  }
  const auto hit = edgeAt(at);
  if (!hit) return std::nullopt;
  return WeightHit{hit->card->dense, hit->edge.from, hit->edge.to};
}

void NetworkCanvas::Private::clearHover() {
  for (NeuronsItem* item : neurons)
    if (item) item->setHover(std::nullopt);
  for (EdgesItem* item : edges) item->setFocus(std::nullopt, std::nullopt);
  hovered.reset();
}

// The edges of the neuron under the pointer, or the edge itself, stand out and the others fade; the
// card under it shows its buttons.
void NetworkCanvas::Private::hover(QPointF at) {
  const std::optional<EdgeHit> hit = edgeAt(at);
  std::optional<int> from;
  std::size_t dense = 0; // how many dense layers lie in front
  for (std::size_t i = 0; i < layout.cards.size(); ++i) {
    const CardGeometry& card = layout.cards[i];
    if (!neurons[i]) continue;
    const std::optional<int> here = neurons[i]->neuronAt(at);
    neurons[i]->setHover(here);
    if (card.dense >= 0) {
      EdgesItem* item = edges[dense++];
      hit && hit->card == &card ? item->setFocus(hit->edge.from, hit->edge.to)
                                : item->setFocus(from, here);
    }
    from = here;
  }
  const CardGeometry* card = cardAt(at);
  const std::optional<int> id = card ? idAt(card->layer) : std::nullopt;
  if (id == hovered) return;
  hovered = id;
  showSelection();
}

void NetworkCanvas::Private::tell(QPoint at) {
  const QString words = q.hoverText(at);
  if (words.isEmpty()) return hush();
  const QImage picture = q.hoverPicture(at);
  toldAt = at;
  QToolTip::showText(q.viewport()->mapToGlobal(at),
                     picture.isNull() ? words : withPicture(words, picture, model.inputNames),
                     q.viewport());
}

void NetworkCanvas::Private::retell() {
  if (toldAt && QToolTip::isVisible()) tell(*toldAt);
}

void NetworkCanvas::Private::hush() {
  if (std::exchange(toldAt, std::nullopt)) QToolTip::hideText();
}

int NetworkCanvas::Private::dropIndex(QPointF at) const {
  int index = 0;
  while (index + 1 < static_cast<int>(layout.cards.size()) &&
         at.x() > layout.cards[static_cast<std::size_t>(index + 1)].rect.center().x())
    ++index;
  return std::min(index, static_cast<int>(model.network.layers.size()) - 1);
}

void NetworkCanvas::Private::startDrag(QPointF at) {
  const CardGeometry* card = cardAt(pressedAt);
  if (!card || card->isInput || card->isOutput || !editable) return;
  dragging = true;
  dragged = card->layer;
  cards[static_cast<std::size_t>(dragged + 1)]->setLifted(true);
  q.viewport()->setCursor(Qt::ClosedHandCursor);
  dragTo(at);
}

void NetworkCanvas::Private::dragTo(QPointF at) {
  dropAt = dropIndex(at);
  const double x = layout.inserts[static_cast<std::size_t>(dropAt)].x();
  const QRectF card = layout.cards.front().rect;
  QPainterPath line;
  line.moveTo(x, card.top() + 4.0);
  line.lineTo(x, card.bottom() - 4.0);
  dropMark->setPath(line);
}

void NetworkCanvas::Private::endDrag(bool accept) {
  const int index = dragged;
  dropMark->setPath({});
  q.viewport()->unsetCursor();
  dragging = false;
  dragged = -1;
  cards[static_cast<std::size_t>(index + 1)]->setLifted(false);
  const int to = dropAt > index ? dropAt - 1 : dropAt; // counted without the card itself
  if (accept && canMove(index, to)) emit q.moveRequested(*idAt(index), to);
}

QString NetworkCanvas::hoverText(QPoint position) const {
  const QPointF at = mapToScene(position);
  for (std::size_t i = 0; i < d->layout.cards.size(); ++i) {
    const CardGeometry& card = d->layout.cards[i];
    const std::optional<int> neuron = d->neurons[i] ? d->neurons[i]->neuronAt(at) : std::nullopt;
    if (!neuron) continue;
    QString text = neuronName(d->model, card.layer, *neuron);
    const auto dense = static_cast<std::size_t>(card.dense);
    if (card.dense < 0 || dense >= d->shown.size()) return text;
    const auto n = static_cast<std::size_t>(*neuron);
    const ShownWeights& weights = d->shown[dense];
    const std::optional<float> bias =
        n < weights.bias.size() ? std::optional(weights.bias[n]) : std::nullopt;
    const LayerSpec& layer = d->model.network.layers[static_cast<std::size_t>(card.layer)];
    text += QLatin1Char('\n') + sumText(d->model, card.layer, weights.columns[n], bias);
    text += QStringLiteral("\na = %1(z)").arg(QLatin1String(kerasName(layer.activation))) +
            stateText(d->neurons[i]->state(*neuron));
    return bias && d->editable ? text + QLatin1Char('\n') + tr("Click to change its bias") : text;
  }
  if (const auto hit = d->edgeAt(at))
    return tr("%1 → %2\nweight %3")
               .arg(neuronName(d->model, hit->before->layer, hit->edge.from),
                    neuronName(d->model, hit->card->layer, hit->edge.to),
                    figure(static_cast<double>(hit->edge.weight))) +
           QLatin1Char('\n') + tr("Click to change it");
  const CardGeometry* card = d->cardAt(at);
  if (!card) return {};
  QString hint = d->cards[static_cast<std::size_t>(card->layer + 1)]->hint(at);
  if (!hint.isEmpty()) return hint;
  // A low card has no room for the reason: it is said wherever nothing else is.
  const bool asksWhy = card->isOutput && (card->reason.isEmpty() || card->reason.contains(at));
  return asksWhy ? d->model.outputReason : QString();
}

QImage NetworkCanvas::hoverPicture(QPoint position) const {
  const QPointF at = mapToScene(position);
  for (const NeuronsItem* item : d->neurons)
    if (const std::optional<int> neuron = item ? item->neuronAt(at) : std::nullopt) {
      const QImage heat = item->state(*neuron).heat;
      const int side = d->theme.px(pictureSide);
      return heat.isNull()
                 ? heat
                 : heat.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
  return {};
}

void NetworkCanvas::mousePressEvent(QMouseEvent* event) {
  if (d->isEmpty()) return;
  const bool pan =
      event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && d->spaceHeld);
  if (pan) {
    d->panning = true;
    d->panFrom = event->pos();
    viewport()->setCursor(Qt::ClosedHandCursor);
    return;
  }
  if (event->button() != Qt::LeftButton) return;
  d->pressed = true;
  d->pressedAt = mapToScene(event->pos());
  const CardGeometry* card = d->cardAt(d->pressedAt);
  d->select(card ? d->idAt(card->layer) : std::nullopt, true);
}

void NetworkCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (d->isEmpty()) return;
  const QPointF at = mapToScene(event->pos());
  if (d->panning) {
    const QPoint by = event->pos() - d->panFrom;
    d->panFrom = event->pos();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
    return;
  }
  if (d->dragging) return d->dragTo(at);
  const double moved = std::hypot(at.x() - d->pressedAt.x(), at.y() - d->pressedAt.y());
  if (d->pressed && moved >= QApplication::startDragDistance()) return d->startDrag(at);
  d->hover(at);
  d->editable && d->clickable(at) ? viewport()->setCursor(Qt::PointingHandCursor)
                                  : viewport()->unsetCursor();
  d->tell(event->pos());
}

void NetworkCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (d->panning) {
    d->panning = false;
    viewport()->unsetCursor();
    return;
  }
  if (event->button() != Qt::LeftButton) return;
  const bool clicked = std::exchange(d->pressed, false) && !d->dragging;
  if (d->dragging) return d->endDrag(true);
  const auto hit = clicked && d->editable ? d->clickable(mapToScene(event->pos())) : std::nullopt;
  if (hit) emit weightClicked(hit->dense, hit->input, hit->unit);
}

void NetworkCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !d->editable) return;
  const CardGeometry* card = d->cardAt(mapToScene(event->pos()));
  if (card && card->dense >= 0) d->controls.at(*d->idAt(card->layer))->focusUnits();
}

void NetworkCanvas::wheelEvent(QWheelEvent* event) {
  const int turn = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
  if (event->modifiers() & Qt::ControlModifier) {
    if (turn != 0) d->setZoom(d->zoom * std::pow(1.2, turn / 120.0), false);
    event->accept();
    return;
  }
  // A row of cards scrolls sideways, whichever wheel the mouse has.
  if (verticalScrollBar()->maximum() == 0 && horizontalScrollBar()->maximum() > 0)
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - turn);
  else
    QGraphicsView::wheelEvent(event);
}

bool NetworkCanvas::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave) {
    d->clearHover();
    d->toldAt.reset(); // the tool tip goes by itself
    d->showSelection();
  }
  if (event->type() == QEvent::ToolTip) return true; // shown at once by the move
  return QGraphicsView::viewportEvent(event);
}

void NetworkCanvas::resizeEvent(QResizeEvent* event) {
  QGraphicsView::resizeEvent(event);
  d->relayout();
}

void NetworkCanvas::scrollContentsBy(int dx, int dy) {
  QGraphicsView::scrollContentsBy(dx, dy);
  d->placeControls();
}

} // namespace layerlab
