#include "ui/widgets/canvas/networkcanvas.h"

#include "ui/widgets/canvas/canvastexts.h"
#include "ui/widgets/canvas/layercontrols.h"
#include "ui/widgets/canvas/networkcanvas_p.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGraphicsPathItem>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QtMath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace layerlab {
namespace {

constexpr double smallestFit = 0.7; ///< zoom that "fit to window" does not go below

} // namespace

NetworkCanvas::Private::Private(NetworkCanvas& canvas, const Theme& look) : q(canvas), theme(look) {
  scene.setItemIndexMethod(QGraphicsScene::NoIndex);
  emptyText = new QLabel(q.viewport());
  emptyText->setObjectName(QStringLiteral("canvasEmpty"));
  emptyText->setAlignment(Qt::AlignCenter);
  emptyText->setWordWrap(true);
  emptyText->setProperty("role", "muted");
  emptyText->setAttribute(Qt::WA_TransparentForMouseEvents);
  emptyIcon = new QLabel(q.viewport());
  emptyIcon->setAlignment(Qt::AlignCenter);
  emptyIcon->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void NetworkCanvas::Private::rebuild() {
  emptyText->setText(model.problem.isEmpty() ? NetworkCanvas::tr("Open a CSV or pick an example")
                                             : model.problem);
  const auto& layers = model.network.layers;
  const auto known = [&](int id) {
    return std::any_of(layers.begin(), layers.end(), [id](const auto& l) { return l.id == id; });
  };
  const bool focusInside = q.viewport()->isAncestorOf(q.focusWidget());
  std::erase_if(controls, [&](const auto& entry) { return isEmpty() || !known(entry.first); });
  if (focusInside && !q.viewport()->isAncestorOf(q.focusWidget())) q.setFocus();
  if (selected && !known(*selected)) select(std::nullopt, true);
  buildControls();
  buildInserts();
  chainTabs();
  q.setAccessibleDescription(isEmpty() ? emptyText->text() : describe(model));
  relayout();
}

void NetworkCanvas::Private::connectControls(LayerControls* layer, int id) {
  QObject::connect(layer, &LayerControls::unitsChanged, &q,
                   [this, id](int units) { emit q.unitsChanged(id, units); });
  QObject::connect(layer, &LayerControls::activationChanged, &q,
                   [this, id](Activation a) { emit q.activationChanged(id, a); });
  // Queued: the answer removes the very button whose click is being delivered.
  QObject::connect(
      layer, &LayerControls::removeRequested, &q, [this, id] { emit q.removeRequested(id); },
      Qt::QueuedConnection);
  QObject::connect(
      layer, &LayerControls::duplicateRequested, &q, [this, id] { emit q.duplicateRequested(id); },
      Qt::QueuedConnection);
  for (QWidget* widget : layer->widgets()) widget->installEventFilter(&q);
}

void NetworkCanvas::Private::buildControls() {
  if (isEmpty()) return;
  for (std::size_t i = 0; i < model.network.layers.size(); ++i) {
    const LayerSpec& layer = model.network.layers[i];
    std::unique_ptr<LayerControls>& entry = controls[layer.id];
    const bool dense = layer.kind == LayerKind::dense;
    if (entry && dense != (entry->widgets().size() > 2)) entry.reset();
    if (!entry) {
      entry = std::make_unique<LayerControls>(theme, layer, q.viewport());
      connectControls(entry.get(), layer.id);
    }
    const int index = static_cast<int>(i);
    entry->show(layer, layerName(model.network, index), isOutput(index), editable);
  }
}

void NetworkCanvas::Private::buildInserts() {
  const std::size_t wanted = isEmpty() ? 0 : model.network.layers.size();
  while (inserts.size() > wanted) {
    inserts.back()->hide();
    inserts.back()->deleteLater();
    inserts.pop_back();
  }
  while (inserts.size() < wanted) {
    const int index = static_cast<int>(inserts.size());
    auto* button = new QToolButton(q.viewport());
    button->setObjectName(QStringLiteral("canvasInsert_%1").arg(index));
    button->setAccessibleDescription(button->objectName());
    button->setProperty("round", true);
    button->setFocusPolicy(Qt::TabFocus);
    QObject::connect(button, &QToolButton::clicked, &q,
                     [this, index] { emit q.insertRequested(index); });
    inserts.push_back(button);
  }
  for (std::size_t i = 0; i < inserts.size(); ++i) {
    const QString behind = layerName(model.network, static_cast<int>(i) - 1);
    inserts[i]->setAccessibleName(NetworkCanvas::tr("Add a layer after %1").arg(behind));
    inserts[i]->setToolTip(NetworkCanvas::tr("Add a hidden layer here"));
    inserts[i]->setEnabled(editable);
  }
}

void NetworkCanvas::Private::chainTabs() {
  QWidget* last = &q;
  const auto chain = [&last](QWidget* next) {
    QWidget::setTabOrder(last, next);
    last = next;
  };
  for (std::size_t i = 0; i < inserts.size(); ++i) {
    chain(inserts[i]);
    for (QWidget* widget : controls.at(model.network.layers[i].id)->widgets()) chain(widget);
  }
}

void NetworkCanvas::Private::relayout() {
  const QSizeF room = q.maximumViewportSize();
  if (room.isEmpty()) return;
  for (QLabel* label : {emptyIcon, emptyText}) label->setVisible(isEmpty());
  const QRect all(QPoint(0, 0), room.toSize());
  emptyIcon->setGeometry(all.translated(0, -theme.px(24)));
  emptyText->setGeometry(all.translated(0, theme.px(20)));
  if (autoFit) zoom = fittingZoom();
  const double unit = zoom * theme.textScale();
  layout = isEmpty() ? CanvasLayout{}
                     : layOut(model.network, static_cast<int>(model.inputNames.size()),
                              roomAt(unit), unit);
  q.setSceneRect(QRectF(QPointF(0, 0), isEmpty() ? room : layout.size));
  buildItems();
  applyWeights();
  placeControls();
  showSelection();
}

/// 1, or as much less as shows every card whole.
double NetworkCanvas::Private::fittingZoom() const {
  const QSizeF room = q.maximumViewportSize();
  const QSizeF least = smallestSize(model.network, theme.textScale());
  const double fits = std::min(room.width() / least.width(), room.height() / least.height());
  return std::clamp(std::floor(fits * 1000.0) / 1000.0, smallestFit, 1.0);
}

/// What the scroll bars leave of the window; beyond zoom 1 the picture grows with it.
QSizeF NetworkCanvas::Private::roomAt(double unit) const {
  const QSizeF room = q.maximumViewportSize();
  const QSizeF least = smallestSize(model.network, unit);
  const int bar = q.style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, &q);
  const bool wide = least.width() > room.width();
  const bool tall = least.height() > room.height();
  return QSizeF(room.width() - (tall ? bar : 0), room.height() - (wide ? bar : 0)) *
         std::max(1.0, zoom);
}

void NetworkCanvas::Private::buildItems() {
  scene.clear();
  cards.clear();
  neurons.clear();
  edges.clear();
  const CardGeometry* before = nullptr;
  for (const CardGeometry& card : layout.cards) {
    const CardTexts texts = cardTexts(model, card);
    cards.push_back(new CardItem(theme, card, texts, zoom));
    scene.addItem(cards.back());
    neurons.push_back(card.isDropout ? nullptr : new NeuronsItem(theme, card, texts, zoom));
    if (card.isDropout) continue;
    scene.addItem(neurons.back());
    if (before) {
      edges.push_back(new EdgesItem(theme, *before, card));
      scene.addItem(edges.back());
    }
    before = &card;
  }
  dropMark = scene.addPath({}, QPen(theme.colors().accent, 3.0, Qt::SolidLine, Qt::RoundCap));
  dropMark->setZValue(3.0);
}

void NetworkCanvas::Private::placeControls() {
  const QPoint offset = q.mapFromScene(QPointF(0, 0));
  const double side = 22.0 * zoom * theme.textScale();
  for (std::size_t i = 0; i < inserts.size() && i < layout.inserts.size(); ++i) {
    QRectF place(0, 0, side, side);
    place.moveCenter(layout.inserts[i]);
    inserts[i]->setIconSize(QSize(qRound(side * 0.62), qRound(side * 0.62)));
    inserts[i]->setGeometry(place.toAlignedRect().translated(offset));
    inserts[i]->show();
  }
  for (const CardGeometry& card : layout.cards) {
    if (card.isInput) continue;
    const int id = *idAt(card.layer);
    controls.at(id)->place(card, offset, zoom, id == selected || id == hovered);
  }
}

void NetworkCanvas::Private::restyle() {
  q.setBackgroundBrush(theme.colors().surface);
  q.setMinimumSize(360, qCeil(smallestSize({}, theme.textScale() * smallestFit).height()));
  for (const auto& [id, layer] : controls) layer->refreshIcons();
  for (QToolButton* button : inserts) button->setIcon(theme.icon(QStringLiteral("plus")));
  emptyText->setFont(theme.font(11.0));
  const int side = theme.px(40);
  emptyIcon->setPixmap(theme.icon(QStringLiteral("layers"), theme.colors().disabled)
                           .pixmap(QSize(side, side), q.devicePixelRatioF()));
}

int NetworkCanvas::Private::indexOf(std::optional<int> id) const {
  const auto& layers = model.network.layers;
  const auto found = std::find_if(layers.begin(), layers.end(),
                                  [&](const LayerSpec& layer) { return id && layer.id == *id; });
  return found == layers.end() ? -1 : static_cast<int>(found - layers.begin());
}

std::optional<int> NetworkCanvas::Private::idAt(int index) const {
  if (index < 0 || index >= static_cast<int>(model.network.layers.size())) return std::nullopt;
  return model.network.layers[static_cast<std::size_t>(index)].id;
}

bool NetworkCanvas::Private::isOutput(int index) const {
  return index + 1 == static_cast<int>(model.network.layers.size());
}

void NetworkCanvas::Private::setZoom(double value, bool fit) {
  autoFit = fit;
  zoom = std::clamp(value, 0.5, 3.0);
  relayout();
}

NetworkCanvas::NetworkCanvas(const Theme& theme, QWidget* parent)
    : QGraphicsView(parent), d(std::make_unique<Private>(*this, theme)) {
  setScene(&d->scene);
  setObjectName(QStringLiteral("canvas"));
  setFrameShape(QFrame::NoFrame);
  setProperty("bare", true);
  setAlignment(Qt::AlignLeft | Qt::AlignTop);
  setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
  setRenderHint(QPainter::Antialiasing);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  viewport()->setMouseTracking(true);
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // what lies below need not be painted
  setAccessibleName(tr("Network"));
  setToolTip(tr("The network: its layers, units and weights")); // read aloud; a move shows its own
  connect(&theme, &Theme::changed, this, [this] {
    d->restyle();
    d->relayout();
  });
  d->restyle();
  d->rebuild();
}

NetworkCanvas::~NetworkCanvas() {
  // Widgets that go pass their focus on, and the canvas looks at the cards when it moves: let go of
  // it while they are all there. Nobody is told any more.
  const QSignalBlocker quiet(this);
  hide();
}

void NetworkCanvas::setModel(const CanvasModel& model) {
  d->clearHover();
  d->model = model;
  d->rebuild();
  d->restyle();
}

void NetworkCanvas::setWeights(const std::optional<Weights>& weights) {
  d->weights = weights;
  d->applyWeights();
}

void NetworkCanvas::setProbe(const Matrix& rows) {
  d->takeProbe(rows);
  d->refreshStates();
}

void NetworkCanvas::setEditable(bool editable) {
  d->editable = editable;
  d->buildControls();
  d->buildInserts();
}

std::optional<int> NetworkCanvas::selectedLayer() const {
  return d->selected;
}

void NetworkCanvas::selectLayer(std::optional<int> id) {
  d->select(d->indexOf(id) < 0 ? std::nullopt : id, false);
}

/// The buttons step out of the picture for a moment; hidden, they would pass the focus on. Nothing
/// of this is seen: the screen is painted when they are back.
QImage NetworkCanvas::picture(double scale) {
  const auto buttons =
      viewport()->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
  const QPoint away(0, 2 * height());
  for (QToolButton* button : buttons) button->move(button->pos() + away);
  QImage image(size() * scale, QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  QWidget::render(&image);
  for (QToolButton* button : buttons) button->move(button->pos() - away);
  return image;
}

void NetworkCanvas::fitToWindow() {
  d->setZoom(1.0, true);
}

void NetworkCanvas::zoomIn() {
  d->setZoom(d->zoom * 1.2, false);
}

void NetworkCanvas::zoomOut() {
  d->setZoom(d->zoom / 1.2, false);
}

double NetworkCanvas::zoom() const {
  return d->zoom;
}

void NetworkCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    setAccessibleName(tr("Network"));
    setToolTip(tr("The network: its layers, units and weights"));
    d->rebuild();
  }
  QGraphicsView::changeEvent(event);
}

} // namespace layerlab

#include "moc_networkcanvas.cpp"
