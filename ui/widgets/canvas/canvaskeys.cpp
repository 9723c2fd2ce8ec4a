#include "ui/widgets/canvas/canvastexts.h"
#include "ui/widgets/canvas/layercontrols.h"
#include "ui/widgets/canvas/networkcanvas_p.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

// Selection, keyboard and context menu of the canvas.
namespace layerlab {

void NetworkCanvas::Private::select(std::optional<int> id, bool tell) {
  if (id == selected) return;
  selected = id;
  showSelection();
  if (selected) reveal(indexOf(selected));
  if (tell) emit q.layerSelected(selected);
}

void NetworkCanvas::Private::showSelection() {
  for (std::size_t i = 0; i < cards.size() && i < layout.cards.size(); ++i) {
    const std::optional<int> id = idAt(layout.cards[i].layer);
    const bool isSelected = id && id == selected;
    cards[i]->setSelected(isSelected, q.hasFocus());
    if (id) controls.at(*id)->setActive(isSelected || id == hovered);
  }
}

void NetworkCanvas::Private::reveal(int index) {
  for (const CardGeometry& card : layout.cards)
    if (card.layer == index && index >= 0) q.ensureVisible(card.rect, 24, 0);
}

void NetworkCanvas::Private::walk(int step) {
  const int count = static_cast<int>(model.network.layers.size());
  if (count == 0) return;
  const int now = indexOf(selected);
  const int start = step > 0 ? 0 : count - 1;
  select(idAt(now < 0 ? start : std::clamp(now + step, 0, count - 1)), true);
}

bool NetworkCanvas::Private::canMove(int index, int to) const {
  const int count = static_cast<int>(model.network.layers.size());
  return index >= 0 && to >= 0 && !isOutput(index) && to < count - 1 && to != index;
}

void NetworkCanvas::Private::removeSelected() {
  const int index = indexOf(selected);
  if (index < 0 || isOutput(index)) return;
  // The neighbour takes over, so that Delete can be pressed again.
  const int id = *selected;
  select(idAt(index + 1), true);
  emit q.removeRequested(id);
}

void NetworkCanvas::Private::duplicateSelected() {
  const int index = indexOf(selected);
  if (index >= 0 && !isOutput(index)) emit q.duplicateRequested(*selected);
}

void NetworkCanvas::Private::moveSelected(int step) {
  const int index = indexOf(selected);
  if (canMove(index, index + step)) emit q.moveRequested(*selected, index + step);
}

void NetworkCanvas::Private::insertBehindSelected() {
  const int last = static_cast<int>(model.network.layers.size()) - 1;
  const int index = indexOf(selected);
  emit q.insertRequested(index < 0 ? last : std::min(index + 1, last));
}

void NetworkCanvas::Private::changeUnits(int step) {
  const int index = indexOf(selected);
  if (index < 0) return;
  const LayerSpec& layer = model.network.layers[static_cast<std::size_t>(index)];
  if (layer.kind != LayerKind::dense) return;
  const int units = std::max(1, layer.units + step);
  if (units != layer.units) emit q.unitsChanged(layer.id, units);
}

/// A digit goes on in the spin box of the selected card.
bool NetworkCanvas::Private::typeUnits(QKeyEvent* event) {
  const QString text = event->text();
  if (!selected || text.size() != 1 || !text[0].isDigit()) return false;
  const auto widgets = controls.at(*selected)->widgets();
  if (widgets.size() < 3) return false;
  controls.at(*selected)->focusUnits();
  QKeyEvent again(QEvent::KeyPress, event->key(), Qt::NoModifier, text);
  QCoreApplication::sendEvent(widgets.front(), &again);
  return true;
}

bool NetworkCanvas::Private::zoomKey(int key, Qt::KeyboardModifiers modifiers) {
  if (!(modifiers & Qt::ControlModifier)) return false;
  if (key == Qt::Key_Plus || key == Qt::Key_Equal)
    q.zoomIn();
  else if (key == Qt::Key_Minus)
    q.zoomOut();
  else if (key == Qt::Key_0)
    q.fitToWindow();
  else
    return false;
  return true;
}

bool NetworkCanvas::Private::layerKey(int key, Qt::KeyboardModifiers modifiers) {
  const bool alt = modifiers & Qt::AltModifier;
  const bool control = modifiers & Qt::ControlModifier;
  if (control && key != Qt::Key_D) return false;
  switch (key) {
  case Qt::Key_Delete:
  case Qt::Key_Backspace:
    removeSelected();
    return true;
  case Qt::Key_D:
    if (control) duplicateSelected();
    return control;
  case Qt::Key_Insert:
  case Qt::Key_Plus:
    insertBehindSelected();
    return true;
  case Qt::Key_Left:
  case Qt::Key_Right: {
    const int step = key == Qt::Key_Left ? -1 : 1;
    if (alt) moveSelected(step);
    return alt;
  }
  case Qt::Key_Up:
    changeUnits(1);
    return true;
  case Qt::Key_Down:
    changeUnits(-1);
    return true;
  case Qt::Key_PageUp:
    changeUnits(8);
    return true;
  case Qt::Key_PageDown:
    changeUnits(-8);
    return true;
  default:
    return false;
  }
}

void NetworkCanvas::Private::openMenu(QPoint global, int index) {
  auto* menu = new QMenu(&q);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setObjectName(QStringLiteral("canvasMenu"));
  const auto add = [&](const char* icon, const QString& text, bool enabled, auto call) {
    QAction* action = menu->addAction(theme.icon(QLatin1String(icon)), text);
    action->setEnabled(enabled);
    QObject::connect(action, &QAction::triggered, &q, call);
  };
  if (index >= 0 && editable) {
    const bool hidden = !isOutput(index);
    const int id = *idAt(index);
    add("plus", NetworkCanvas::tr("Add a layer in front"), true,
        [this, index] { emit q.insertRequested(index); });
    add("duplicate", NetworkCanvas::tr("Duplicate"), hidden,
        [this, id] { emit q.duplicateRequested(id); });
    add("chevron-left", NetworkCanvas::tr("Move left"), canMove(index, index - 1),
        [this, id, index] { emit q.moveRequested(id, index - 1); });
    add("chevron-right", NetworkCanvas::tr("Move right"), canMove(index, index + 1),
        [this, id, index] { emit q.moveRequested(id, index + 1); });
    add("trash", NetworkCanvas::tr("Remove"), hidden, [this, id] { emit q.removeRequested(id); });
    menu->addSeparator();
  }
  add("zoom-in", NetworkCanvas::tr("Zoom in"), true, [this] { q.zoomIn(); });
  add("zoom-out", NetworkCanvas::tr("Zoom out"), true, [this] { q.zoomOut(); });
  add("fit", NetworkCanvas::tr("Fit to window"), true, [this] { q.fitToWindow(); });
  menu->popup(global);
}

void NetworkCanvas::keyPressEvent(QKeyEvent* event) {
  if (d->isEmpty()) return QGraphicsView::keyPressEvent(event);
  const int key = event->key();
  if (d->zoomKey(key, event->modifiers())) return;
  if (d->editable && (d->layerKey(key, event->modifiers()) || d->typeUnits(event))) return;
  if (key == Qt::Key_Left || key == Qt::Key_Right) return d->walk(key == Qt::Key_Left ? -1 : 1);
  if (key == Qt::Key_Home || key == Qt::Key_End) {
    d->select(std::nullopt, false);
    return d->walk(key == Qt::Key_Home ? 1 : -1);
  }
  if ((key == Qt::Key_Return || key == Qt::Key_Enter) && d->selected && d->editable)
    return d->controls.at(*d->selected)->focusUnits();
  if (key == Qt::Key_Escape && d->dragging) return d->endDrag(false);
  if (key == Qt::Key_Escape && d->selected) return d->select(std::nullopt, true);
  if (key == Qt::Key_Space) {
    d->spaceHeld = true;
    viewport()->setCursor(Qt::OpenHandCursor);
    return;
  }
  event->ignore();
}

void NetworkCanvas::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat() && d->spaceHeld) {
    d->spaceHeld = false;
    viewport()->unsetCursor();
    return;
  }
  event->ignore();
}

void NetworkCanvas::contextMenuEvent(QContextMenuEvent* event) {
  if (d->isEmpty()) return;
  int index = d->indexOf(d->selected);
  if (event->reason() == QContextMenuEvent::Mouse) {
    const CardGeometry* card = d->cardAt(mapToScene(event->pos()));
    index = card ? card->layer : -1;
    if (index >= 0) d->select(d->idAt(index), true);
  }
  d->openMenu(event->globalPos(), index);
}

void NetworkCanvas::focusInEvent(QFocusEvent* event) {
  QGraphicsView::focusInEvent(event);
  const bool byKey =
      event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  if (byKey && !d->selected) d->walk(1);
  d->showSelection();
}

void NetworkCanvas::focusOutEvent(QFocusEvent* event) {
  QGraphicsView::focusOutEvent(event);
  d->spaceHeld = false;
  d->showSelection();
}

// The controls on the cards: their focus selects the layer, Escape goes back to the canvas.
bool NetworkCanvas::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn)
    for (const auto& [id, layer] : d->controls)
      for (const QWidget* widget : layer->widgets())
        if (widget == watched) d->select(id, true);
  if (event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && watched->isWidgetType()) {
    setFocus();
    return true;
  }
  return QGraphicsView::eventFilter(watched, event);
}

} // namespace layerlab
