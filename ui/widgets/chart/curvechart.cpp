#include "ui/widgets/chart/curvechart.h"

#include "ui/widgets/chart/curvechart_p.h"
#include "ui/widgets/chart/legendrow.h"
#include "ui/widgets/chart/readoutcard.h"
#include "ui/widgets/theme.h"

#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

namespace layerlab {
namespace {

constexpr double lowChart = 210.0; ///< below it the x title shares a row with the labels

QChart* bareChart() {
  auto* chart = new QChart;
  chart->setAnimationOptions(QChart::NoAnimation);
  chart->setBackgroundVisible(false);
  chart->setMargins(QMargins());
  chart->layout()->setContentsMargins(0, 0, 0, 0);
  return chart;
}

} // namespace

CurveChart::Private::Private(CurveChart& owner, const Theme& look)
    : q(owner), theme(look), chart(bareChart()), view(new PlotView(chart, &owner)),
      xAxis(new QValueAxis(chart)), yAxis(new QValueAxis(chart)),
      legend(new LegendRow(look, &owner)), emptyLabel(new QLabel(view)) {
  chart->legend()->hide();
  // Ticks, labels and titles are ours (grid, overlay): Qt's turn to "…" in low charts and cannot
  // label less than a decade. The axes only carry the range.
  chart->addAxis(xAxis, Qt::AlignBottom);
  chart->addAxis(yAxis, Qt::AlignLeft);
  xAxis->setVisible(false);
  yAxis->setVisible(false);
  grid = new PaintedItem(chart, 1.0, [this](QPainter& p) { paintFrame(p, theme, frame); });
  dashItem = new PaintedItem(chart, 50.0, [this](QPainter& p) { paintDashes(p); });
  overlay = new PaintedItem(chart, 60.0, [this](QPainter& p) {
    if (hasPoints() || !marks.isEmpty()) paintMarks(p, theme, frame, marks, drawnCurves());
    if (readOutX) paintReadOut(p, theme, frame, readOut(*readOutX));
    if (!q.hasFocus()) return;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(theme.colors().accent, 1.0));
    p.drawRoundedRect(overlay->boundingRect().adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0);
  });
  emptyLabel->setAlignment(Qt::AlignCenter);
  emptyLabel->setWordWrap(true);
  emptyLabel->setProperty("role", "muted");
  emptyLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
}

CurveChart::Private::~Private() {
  delete card;
}

CurveEntry* CurveChart::Private::entryOf(const QString& id) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const auto& entry) { return entry->curve.id == id; });
  return found == entries.end() ? nullptr : found->get();
}

bool CurveChart::Private::isShown(const CurveEntry& entry) const {
  return !entry.data.empty() && !legend->hidden().contains(entry.curve.id);
}

bool CurveChart::Private::hasPoints() const {
  return std::any_of(entries.begin(), entries.end(),
                     [](const auto& entry) { return !entry->data.empty(); });
}

std::vector<const DrawnCurve*> CurveChart::Private::drawnCurves() const {
  std::vector<const DrawnCurve*> curves;
  for (const auto& entry : entries)
    if (isShown(*entry)) curves.push_back(&entry->drawn);
  return curves;
}

/// Same ids in the same order keep their series; a new order is drawn anew, so that the later curve
/// lies above.
void CurveChart::Private::takeCurves(const QVector<Curve>& curves) {
  std::vector<std::unique_ptr<CurveEntry>> old = std::exchange(entries, {});
  bool sameOrder = true;
  for (const Curve& curve : curves) {
    const auto found = std::find_if(old.begin(), old.end(), [&](const auto& entry) {
      return entry && entry->curve.id == curve.id;
    });
    std::unique_ptr<CurveEntry> entry;
    if (found != old.end()) {
      sameOrder = sameOrder && found - old.begin() == std::ssize(entries);
      entry = std::move(*found);
    } else
      entry = std::make_unique<CurveEntry>();
    if (entry->curve.style != curve.style) dropSeries(*entry);
    entry->data.set(curve.points);
    entry->upper.set(curve.upper);
    entry->curve = curve;
    entry->curve.points.clear();
    entry->curve.upper.clear();
    entries.push_back(std::move(entry));
  }
  for (auto& entry : old)
    if (entry) dropSeries(*entry);
  if (!sameOrder)
    for (auto& entry : entries) dropSeries(*entry);
}

void CurveChart::Private::layOutFrame(QSizeF size) {
  PlotMap& map = frame.map;
  map.logX = logX;
  map.logY = logY;
  map.x = viewX.value_or(autoX());
  map.y = viewY.value_or(autoY());
  frame.titleInRow = size.height() < lowChart * theme.textScale();
  const bool titled = !frame.yTitle.isEmpty() || hasRight();
  frame.titlesAbove = titled && (!frame.titleInRow || legend->isEmpty());
  const double unit = theme.textScale();
  const int yWanted = std::max(2, static_cast<int>(size.height() / (46.0 * unit)));
  frame.yTicks = logY ? logTicks(map.y, yWanted, false) : linearTicks(map.y, yWanted, false);
  const bool right = hasRight();
  frame.right = right ? autoRight() : Range();
  frame.rightTicks = right ? linearTicks(frame.right, yWanted, false) : std::vector<Tick>();
  map.plot = plotRect(theme, size, frame);
  const int xWanted = std::max(2, static_cast<int>(map.plot.width() / (92.0 * unit)));
  frame.xTicks = logX ? logTicks(map.x, xWanted, binaryX()) : linearTicks(map.x, xWanted, wholeX());
  const bool placed = std::any_of(marks.begin(), marks.end(),
                                  [](const ChartMark& mark) { return std::isfinite(mark.at.y()); });
  if (!hasPoints() && !placed) { // numbers without curves would say something
    if (!axisWhenEmpty) frame.xTicks.clear();
    frame.yTicks.clear();
  }
  dropTicksOutside();
}

/// The air beside a few points has no numbers: there is no epoch 0.
void CurveChart::Private::dropTicksOutside() {
  const Range named = viewX ? *viewX : spanX();
  const double slack = 1e-9 * std::max(1.0, std::abs(named.to));
  std::erase_if(frame.xTicks, [&](const Tick& tick) {
    const double at = frame.map.axisX(tick.value);
    return at < named.from - slack || at > named.to + slack;
  });
}

void CurveChart::Private::later() {
  if (std::exchange(pending, true)) return;
  QMetaObject::invokeMethod(
      &q, [this] { refresh(); }, Qt::QueuedConnection);
}

void CurveChart::Private::refresh() {
  if (!std::exchange(pending, false)) return;
  const QSizeF size = view->viewport()->size();
  layOutFrame(size);
  const bool right = !frame.rightTicks.empty();
  legend->setTitles(frame.titlesAbove ? QString() : frame.yTitle,
                    frame.titlesAbove || !right ? QString() : frame.rightTitle);
  const PlotMap& map = frame.map;
  if (chart->plotArea() != map.plot) chart->setPlotArea(map.plot);
  xAxis->setRange(map.x.from, map.x.to);
  yAxis->setRange(map.y.from, map.y.to);
  for (auto& entry : entries) drawEntry(*entry);
  const QRectF all(QPointF(0, 0), size);
  for (PaintedItem* item : {grid, dashItem, overlay}) item->setRect(all);
  if (readOutX && !hasPoints()) readOutX.reset();
  emptyLabel->setText(emptyText);
  emptyLabel->setVisible(!hasPoints() && (marks.isEmpty() || axisWhenEmpty));
  emptyLabel->setGeometry(map.plot.adjusted(16, 4, -16, -4).toRect());
  // Not at once: this may be a paint event.
  if (card)
    QMetaObject::invokeMethod(
        &q, [this] { placeCard(); }, Qt::QueuedConnection);
}

void CurveChart::Private::restyle() {
  view->setBackgroundBrush(theme.colors().surface);
  emptyLabel->setFont(theme.font(10.5));
  legend->restyle();
  later();
}

CurveChart::CurveChart(const Theme& theme, QWidget* parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, theme)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addWidget(d->legend);
  column->addWidget(d->view, 1);
  d->legend->hide();
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(240, 120);
  d->connectView();
  connect(&theme, &Theme::changed, this, [this] { d->restyle(); });
  d->restyle();
}

CurveChart::~CurveChart() = default;

void CurveChart::setTitles(const QString& xTitle, const QString& yTitle) {
  d->frame.xTitle = xTitle;
  d->frame.yTitle = yTitle;
  d->later();
}

void CurveChart::setRightTitle(const QString& title) {
  d->frame.rightTitle = title;
  d->later();
}

void CurveChart::setLegendShown(bool on) {
  d->legend->setShown(on);
  d->later();
}

void CurveChart::setCurves(const QVector<Curve>& curves) {
  d->takeCurves(curves);
  d->legend->setCurves(curves);
  d->later();
}

void CurveChart::appendPoints(const QString& curveId, const QVector<QPointF>& points) {
  CurveEntry* entry = d->entryOf(curveId);
  if (!entry) return;
  entry->data.append(points);
  d->later();
}

void CurveChart::setCurveHidden(const QString& curveId, bool hidden) {
  d->legend->setHidden(curveId, hidden);
}

bool CurveChart::isCurveHidden(const QString& curveId) const {
  return d->legend->hidden().contains(curveId);
}

void CurveChart::setMarks(const QVector<ChartMark>& marks) {
  d->marks = marks;
  d->later();
}

void CurveChart::setLogX(bool on) {
  if (d->logX == on) return;
  d->logX = on;
  resetZoom();
}

void CurveChart::setLogY(bool on) {
  if (d->logY == on) return;
  d->logY = on;
  resetZoom();
}

void CurveChart::setXRange(std::optional<double> from, std::optional<double> to) {
  d->xFrom = from;
  d->xTo = to;
  d->later();
}

void CurveChart::setEmptyText(const QString& text) {
  d->emptyText = text;
  d->later();
}

void CurveChart::setAxisWhenEmpty(bool on) {
  d->axisWhenEmpty = on;
  d->later();
}

void CurveChart::setReadOutNotes(std::function<Notes(double x)> notes) {
  d->notes = std::move(notes);
}

void CurveChart::resetZoom() {
  d->viewX.reset();
  d->viewY.reset();
  d->later();
  emit rangeChanged();
}

void CurveChart::setDescription(const QString& text) {
  setAccessibleDescription(text);
}

void CurveChart::paintEvent(QPaintEvent* event) {
  d->refresh(); // before the legend paints; the plot sees to it again, as it may cover all of this
  QWidget::paintEvent(event);
}

bool CurveChart::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) d->later();
  if (event->type() == QEvent::Hide) d->placeCard();
  return QWidget::event(event);
}

} // namespace layerlab

#include "moc_curvechart.cpp"
