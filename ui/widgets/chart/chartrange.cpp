#include "ui/widgets/chart/curvechart_p.h"
#include "ui/widgets/chart/legendrow.h"
#include "ui/widgets/chart/readoutcard.h"

#include <algorithm>
#include <cmath>
#include <limits>

// Ranges and the read-out of a CurveChart.
namespace layerlab {
namespace {

constexpr double narrowest = 1e-9; ///< of a range, relative to its size
constexpr std::size_t mostRows = 12;

/// Grows an empty or backward range; the result is finite and from < to.
Range opened(Range range, bool isLog) {
  if (!std::isfinite(range.from) || !std::isfinite(range.to) || range.from > range.to)
    return isLog ? Range{-2.0, 0.0} : Range{0.0, 1.0};
  const double size = std::max(std::abs(range.from), std::abs(range.to));
  if (range.length() > size * narrowest) return range;
  const double by = isLog ? 0.3 : size > 0.0 ? size * 0.1 : 0.5;
  return {range.from - by, range.to + by};
}

struct Span {
  double from = std::numeric_limits<double>::infinity();
  double to = -std::numeric_limits<double>::infinity();
  void add(double value) {
    from = std::min(from, value);
    to = std::max(to, value);
  }
};

} // namespace

Range CurveChart::Private::spanX() const {
  Span span;
  const auto add = [&](double x) {
    if (std::isfinite(x) && (!logX || x > 0.0)) span.add(x);
  };
  for (const auto& entry : entries) {
    if (!isShown(*entry)) continue;
    const CurveData& data = entry->data;
    const std::size_t first =
        logX ? std::min(data.indexOf(std::numeric_limits<double>::min()), data.size() - 1) : 0;
    add(data.at(first).x());
    add(data.at(data.size() - 1).x());
  }
  if (xFrom) add(*xFrom);
  if (xTo) add(*xTo);
  for (const ChartMark& mark : marks) add(mark.at.x());
  const auto axis = [this](double value) { return logX ? std::log10(value) : value; };
  return opened({axis(span.from), axis(span.to)}, logX);
}

/// A few points with marks on them need air at the sides; a long curve starts at the axis.
Range CurveChart::Private::autoX() const {
  std::size_t most = 0;
  for (const auto& entry : entries)
    if (isShown(*entry)) most = std::max(most, entry->data.size());
  const Range range = spanX();
  const double air = most < 60 && !marks.isEmpty() ? range.length() * 0.03 : 0.0;
  return {range.from - air, range.to + air};
}

bool CurveChart::Private::hasRight() const {
  return std::any_of(entries.begin(), entries.end(),
                     [this](const auto& entry) { return entry->curve.onRight && isShown(*entry); });
}

/// Shares (accuracy, R²) are shown from 0 to 1 as long as they fit; others by their values.
Range CurveChart::Private::autoRight() const {
  Span span;
  for (const auto& entry : entries) {
    if (!entry->curve.onRight || !isShown(*entry)) continue;
    const Extremes found = entry->data.extremes(0, entry->data.size(), false);
    if (found.lowest < 0) continue;
    span.add(entry->data.at(static_cast<std::size_t>(found.lowest)).y());
    span.add(entry->data.at(static_cast<std::size_t>(found.highest)).y());
  }
  if (span.from >= 0.0 && span.to <= 1.0) return {0.0, 1.0};
  const Range range = opened({std::min(span.from, 0.0), span.to}, false);
  return {range.from, range.to + range.length() * 0.06};
}

Range CurveChart::Private::autoY() const {
  Span span;
  for (const auto& entry : entries) {
    if (!isShown(*entry) || entry->curve.onRight) continue;
    for (const CurveData* data : {&entry->data, &entry->upper}) {
      const Extremes found = data->extremes(0, data->size(), logY);
      if (found.lowest < 0) continue;
      span.add(data->at(static_cast<std::size_t>(found.lowest)).y());
      span.add(data->at(static_cast<std::size_t>(found.highest)).y());
    }
  }
  for (const ChartMark& mark : marks)
    if (std::isfinite(mark.at.y()) && (!logY || mark.at.y() > 0.0)) span.add(mark.at.y());
  if (logY) {
    const Range range = opened({std::log10(span.from), std::log10(span.to)}, true);
    const double air = std::max(0.02, range.length() * 0.05);
    return {range.from - air, range.to + air};
  }
  // Losses are compared with zero, unless all of them are far from it.
  const bool fromZero = span.from >= 0.0 && span.from <= 0.4 * span.to;
  const Range range = opened({span.from, span.to}, false);
  const double air = range.length() * 0.06;
  return {fromZero ? 0.0 : range.from - air, range.to + air};
}

bool CurveChart::Private::wholeX() const {
  return std::all_of(entries.begin(), entries.end(), [](const auto& entry) {
    const CurveData& data = entry->data;
    for (std::size_t k = 0; k < std::min<std::size_t>(data.size(), 5); ++k) {
      const double x = data.at(k * (data.size() - 1) / 4).x();
      if (x != std::round(x)) return false;
    }
    return true;
  });
}

/// Are all x powers of two? (1, 2, 4, ... units)
bool CurveChart::Private::binaryX() const {
  const auto power = [](double x) {
    int exponent = 0;
    return std::frexp(x, &exponent) == 0.5;
  };
  if (!hasPoints()) return xFrom && xTo && power(*xFrom) && power(*xTo);
  bool any = false;
  for (const auto& entry : entries) {
    for (std::size_t i = 0; i < entry->data.size(); ++i) {
      if (i > 64 || !power(entry->data.at(i).x())) return false;
      any = true;
    }
  }
  return any;
}

void CurveChart::Private::setView(Range x, Range y) {
  const Range wholeXRange = autoX();
  const Range wholeYRange = autoY();
  const auto sane = [](const Range& range) {
    const double size = std::max({std::abs(range.from), std::abs(range.to), 1e-300});
    return std::isfinite(range.from) && std::isfinite(range.to) && range.length() > size * 1e-7;
  };
  if (!sane(x) || !sane(y)) return;
  // Zoomed out past everything: back to following the data.
  if (x.length() >= wholeXRange.length() && y.length() >= wholeYRange.length())
    return q.resetZoom();
  viewX = x.length() > 4.0 * wholeXRange.length() ? wholeXRange : x;
  viewY = y.length() > 4.0 * wholeYRange.length() ? wholeYRange : y;
  later();
  emit q.rangeChanged();
}

void CurveChart::Private::zoomAt(QPointF pixel, double factor, bool onlyX, bool onlyY) {
  const QPointF at = frame.map.axisAt(pixel);
  const auto scaled = [factor](const Range& range, double centre, bool on) {
    if (!on) return range;
    return Range{centre + (range.from - centre) * factor, centre + (range.to - centre) * factor};
  };
  setView(scaled(frame.map.x, at.x(), !onlyY), scaled(frame.map.y, at.y(), !onlyX));
}

void CurveChart::Private::pan(double xShare, double yShare) {
  const auto moved = [](const Range& range, double share) {
    const double by = share * range.length();
    return Range{range.from + by, range.to + by};
  };
  // Panning the whole picture would only leave the data behind.
  if (!viewX && !viewY) return;
  viewX = moved(frame.map.x, xShare);
  viewY = moved(frame.map.y, yShare);
  later();
  emit q.rangeChanged();
}

std::optional<double> CurveChart::Private::nearestX(double x) const {
  std::optional<double> best;
  for (const auto& entry : entries) {
    if (!isShown(*entry) || !entry->curve.inLegend) continue;
    const double candidate = entry->data.at(entry->data.nearest(x)).x();
    if (!best || std::abs(candidate - x) < std::abs(*best - x)) best = candidate;
  }
  return best;
}

/// All curves that have a point at `x`; a level curve of two points counts in between too.
ReadOut CurveChart::Private::readOut(double x) const {
  ReadOut out;
  out.x = x;
  for (const auto& entry : entries) {
    if (!isShown(*entry) || !entry->curve.inLegend || out.rows.size() == mostRows) continue;
    const CurveData& data = entry->data;
    QPointF point = data.at(data.nearest(x));
    const bool level = data.size() == 2 && data.at(0).y() == data.at(1).y();
    if (level && x >= data.at(0).x() && x <= data.at(1).x()) point.setX(x);
    if (point.x() != x || !std::isfinite(point.y())) continue;
    const Curve& curve = entry->curve;
    const QString& name = curve.name;
    out.rows.push_back(
        {curve.color, curve.style, curve.marker, curve.edges.value(0, name), point, curve.onRight});
    if (curve.style != Curve::Style::band || entry->upper.empty()) continue;
    const QPointF top = entry->upper.at(entry->upper.nearest(x));
    if (top.x() == x)
      out.rows.push_back(
          {curve.color, curve.style, curve.marker, curve.edges.value(1, name), top, false});
  }
  if (notes) out.notes = notes(x);
  return out;
}

void CurveChart::Private::showReadOut(std::optional<double> x) {
  const std::optional<double> found = x ? nearestX(*x) : std::nullopt;
  if (found == readOutX) return;
  readOutX = found;
  overlay->update();
  placeCard();
}

void CurveChart::Private::placeCard() {
  if (!readOutX || !q.isVisible()) {
    if (card) card->hide();
    return;
  }
  QWidget* window = q.window();
  if (!card || card->parentWidget() != window) {
    delete card;
    card = new ReadOutCard(theme, window);
    card->setObjectName(q.objectName() + QStringLiteral("ReadOut"));
  }
  const QPoint corner = view->viewport()->mapTo(window, QPoint());
  const QString head = QStringLiteral("%1 %2").arg(frame.xTitle, axisNumber(*readOutX)).trimmed();
  card->tell(readOut(*readOutX), head, frame.map.plot.translated(corner),
             frame.map.pixelX(*readOutX) + corner.x());
}

void CurveChart::Private::stepReadOut(int step) {
  const double start = readOutX.value_or(frame.map.dataX(frame.map.x.from));
  const CurveEntry* longest = nullptr;
  for (const auto& entry : entries)
    if (isShown(*entry) && (!longest || entry->data.size() > longest->data.size()))
      longest = entry.get();
  if (!longest) return;
  const CurveData& data = longest->data;
  const auto now = static_cast<std::ptrdiff_t>(data.nearest(start));
  const std::ptrdiff_t next =
      readOutX
          ? std::clamp<std::ptrdiff_t>(now + step, 0, static_cast<std::ptrdiff_t>(data.size()) - 1)
          : now;
  showReadOut(data.at(static_cast<std::size_t>(next)).x());
}

bool CurveChart::showRange(double xFrom, double xTo, double yFrom, double yTo) {
  const auto stretch = [](double from, double to, bool isLog) {
    const bool possible =
        std::isfinite(from) && std::isfinite(to) && from < to && (!isLog || from > 0.0);
    if (!possible) return std::optional<Range>();
    return std::optional(isLog ? Range{std::log10(from), std::log10(to)} : Range{from, to});
  };
  const auto x = stretch(xFrom, xTo, d->logX);
  const auto y = stretch(yFrom, yTo, d->logY);
  if (!x || !y) return false;
  d->viewX = x;
  d->viewY = y;
  d->later();
  emit rangeChanged();
  return true;
}

QRectF CurveChart::visibleRange() const {
  d->refresh();
  const PlotMap& map = d->frame.map;
  return QRectF(QPointF(map.dataX(map.x.from), map.dataY(map.y.from)),
                QPointF(map.dataX(map.x.to), map.dataY(map.y.to)));
}

QStringList CurveChart::readOutAt(double x) const {
  const std::optional<double> found = d->nearestX(x);
  if (!found) return {};
  QStringList lines{axisNumber(*found)};
  for (const ReadOut::Row& row : d->readOut(*found).rows)
    lines << QStringLiteral("%1 %2").arg(row.name, QString::number(row.at.y(), 'g', 4));
  for (const auto& [name, value] : d->readOut(*found).notes)
    lines << QStringLiteral("%1 %2").arg(name, value);
  return lines;
}

int CurveChart::drawnPoints() const {
  d->refresh();
  qsizetype count = 0;
  for (const auto& entry : d->entries) {
    for (const auto& piece : entry->drawn.pieces) count += piece.size();
    count += entry->drawn.upper.size();
  }
  return static_cast<int>(count);
}

} // namespace layerlab
