#include "ui/widgets/chart/curvechart_p.h"
#include "ui/widgets/chart/legendrow.h"

#include <QApplication>
#include <QChart>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>
#include <utility>

// Pointer and keyboard of a CurveChart.
namespace layerlab {
namespace {

constexpr double clickReach = 14.0;
constexpr double markReach = 9.0;
constexpr double zoomStep = 0.8;
constexpr double panStep = 0.1;

} // namespace

PaintedItem::PaintedItem(QGraphicsItem* parent, double z, std::function<void(QPainter&)> paint)
    : QGraphicsItem(parent), m_paint(std::move(paint)) {
  setZValue(z);
  setAcceptedMouseButtons(Qt::NoButton);
}

void PaintedItem::setRect(const QRectF& rect) {
  if (rect != m_rect) prepareGeometryChange();
  m_rect = rect;
  update();
}

void PaintedItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  m_paint(*painter);
  painter->restore();
}

PlotView::PlotView(QChart* chart, QWidget* parent) : QChartView(chart, parent) {
  setObjectName(QStringLiteral("chartPlot"));
  setProperty("bare", true);
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing);
  setFocusPolicy(Qt::NoFocus);
  setMouseTracking(true);
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // the chart's background is the whole of it
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void PlotView::resizeEvent(QResizeEvent* event) {
  QChartView::resizeEvent(event);
  emit resized();
}

void PlotView::paintEvent(QPaintEvent* event) {
  emit aboutToPaint();
  QChartView::paintEvent(event);
}

void PlotView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  m_pressed = m_last = event->position();
  m_down = true;
  m_dragging = false;
  emit pressedAt(m_pressed);
}

void PlotView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  const QPointF moved = at - m_pressed;
  if (m_down && std::hypot(moved.x(), moved.y()) >= QApplication::startDragDistance())
    m_dragging = true;
  if (m_dragging) {
    viewport()->setCursor(Qt::ClosedHandCursor);
    emit draggedBy(at - std::exchange(m_last, at));
  } else
    emit hovered(at);
}

void PlotView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !std::exchange(m_down, false)) return;
  viewport()->unsetCursor();
  if (!std::exchange(m_dragging, false)) emit clickedAt(event->position());
}

void PlotView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit doubleClicked();
}

void PlotView::wheelEvent(QWheelEvent* event) {
  const int turn = event->angleDelta().y();
  if (turn == 0) return event->ignore();
  emit wheeled(event->position(), turn / 120.0);
  event->accept();
}

void PlotView::leaveEvent(QEvent* event) {
  QChartView::leaveEvent(event);
  emit left();
}

void CurveChart::Private::connectView() {
  QObject::connect(view, &PlotView::resized, &q, [this] { later(); });
  QObject::connect(view, &PlotView::aboutToPaint, &q, [this] { refresh(); });
  QObject::connect(view, &PlotView::hovered, &q, [this](QPointF at) {
    const bool inside = frame.map.plot.adjusted(-4, 0, 4, 0).contains(at);
    showReadOut(inside ? std::optional(frame.map.dataX(frame.map.axisAt(at).x())) : std::nullopt);
  });
  QObject::connect(view, &PlotView::left, &q, [this] { showReadOut(std::nullopt); });
  QObject::connect(view, &PlotView::pressedAt, &q, [this] { q.setFocus(Qt::MouseFocusReason); });
  QObject::connect(view, &PlotView::draggedBy, &q, [this](QPointF by) {
    pan(-by.x() / frame.map.plot.width(), by.y() / frame.map.plot.height());
  });
  QObject::connect(view, &PlotView::clickedAt, &q, [this](QPointF at) { click(at); });
  QObject::connect(view, &PlotView::doubleClicked, &q, &CurveChart::resetZoom);
  QObject::connect(view, &PlotView::wheeled, &q, [this](QPointF at, double turns) {
    const QRectF& plot = frame.map.plot;
    zoomAt(at, std::pow(zoomStep, turns), at.y() > plot.bottom(), at.x() < plot.left());
  });
  QObject::connect(legend, &LegendRow::hiddenChanged, &q, [this] { later(); });
}

/// The mark nearest to a place, in pixels; null: none within reach.
const ChartMark* CurveChart::Private::markAt(QPointF at) const {
  const ChartMark* found = nullptr;
  double best = markReach;
  for (const ChartMark& mark : marks) {
    const auto place = markPlace(frame.map, mark);
    if (!place || std::isnan(mark.at.y())) continue;
    const QPointF away = *place - at;
    const double distance = std::hypot(away.x(), away.y());
    if (distance >= best) continue;
    best = distance;
    found = &mark;
  }
  return found;
}

/// The mark or, of all shown curves, the point nearest to the click, in pixels.
void CurveChart::Private::click(QPointF at) {
  if (!frame.map.plot.adjusted(-4, -4, 4, 4).contains(at)) return;
  const QPointF place = frame.map.axisAt(at);
  emit q.plotClicked({frame.map.dataX(place.x()), frame.map.dataY(place.y())});
  if (const ChartMark* mark = markAt(at)) {
    emit q.markClicked(mark->id);
    return;
  }
  const CurveEntry* found = nullptr;
  QPointF point;
  double best = clickReach;
  for (const auto& entry : entries) {
    if (!isShown(*entry)) continue;
    const double x = frame.map.dataX(frame.map.axisAt(at).x());
    const QPointF candidate = entry->data.at(entry->data.nearest(x));
    if (!frame.map.drawable(candidate)) continue;
    const QPointF away = frame.map.pixel(candidate) - at;
    const double distance = std::hypot(away.x(), away.y());
    if (distance > best) continue;
    best = distance;
    found = entry.get();
    point = candidate;
  }
  if (found) emit q.pointClicked(found->curve.id, point);
}

void CurveChart::keyPressEvent(QKeyEvent* event) {
  const QPointF centre = d->frame.map.plot.center();
  const bool shift = event->modifiers() & Qt::ShiftModifier;
  switch (event->key()) {
  case Qt::Key_Left:
  case Qt::Key_Right: {
    const int step = event->key() == Qt::Key_Left ? -1 : 1;
    return shift ? d->stepReadOut(step) : d->pan(step * panStep, 0.0);
  }
  case Qt::Key_Up:
    return d->pan(0.0, panStep);
  case Qt::Key_Down:
    return d->pan(0.0, -panStep);
  case Qt::Key_Plus:
  case Qt::Key_Equal:
    return d->zoomAt(centre, zoomStep, false, false);
  case Qt::Key_Minus:
    return d->zoomAt(centre, 1.0 / zoomStep, false, false);
  case Qt::Key_0:
    return resetZoom();
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (!d->readOutX) break;
    emit readOutChosen(*d->readOutX);
    return;
  case Qt::Key_Escape:
    if (!d->readOutX) break;
    return d->showReadOut(std::nullopt);
  default:
    break;
  }
  QWidget::keyPressEvent(event);
}

void CurveChart::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  d->overlay->update();
}

void CurveChart::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  d->overlay->update();
}

} // namespace layerlab
