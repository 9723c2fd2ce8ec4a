#include "ui/widgets/panels/paintplane.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QUndoCommand>

#include <algorithm>
#include <cmath>

namespace layerlab {

/// One change of the picture; undo is an exchange of values.
class PaintCommand : public QUndoCommand {
public:
  /// Points of the same stroke are one step; 0: of none.
  PaintCommand(const QString& text, PaintPlane& plane, std::vector<PaintedPoint> after,
               int stroke = 0)
      : QUndoCommand(text), m_plane(plane), m_before(plane.points()), m_after(std::move(after)),
        m_stroke(stroke) {}
  int id() const override { return m_stroke > 0 ? 1 : -1; }
  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = static_cast<const PaintCommand*>(other);
    if (next->m_stroke != m_stroke) return false;
    m_after = next->m_after;
    return true;
  }
  void undo() override { m_plane.exchange(m_before); }
  void redo() override { m_plane.exchange(m_after); }

private:
  PaintPlane& m_plane;
  std::vector<PaintedPoint> m_before;
  std::vector<PaintedPoint> m_after;
  int m_stroke;
};

namespace {

constexpr double margin = 12.0;
constexpr double pointRadius = 4.5;
constexpr double strokeStep = 0.45; // a drag sets a point each time it has moved this far
constexpr double cursorStep = 0.5;
constexpr double eraseReach = 0.6;

double distance(const PaintedPoint& point, QPointF at) {
  return std::hypot(point.x - at.x(), point.y - at.y());
}

} // namespace

PaintPlane::PaintPlane(const Theme& theme, Mode mode, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_mode(mode) {
  setObjectName(QStringLiteral("paintPlane"));
  setMinimumSize(220, 220);
  if (mode == Mode::paint) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
  }
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PaintPlane::setPoints(std::vector<PaintedPoint> points) {
  m_undo.clear();
  exchange(std::move(points));
}

void PaintPlane::showTable(const Table& table, bool classification) {
  m_curve = table.columns.size() == 2;
  m_values = !classification && !m_curve;
  const auto& x = table.columns.front().numbers;
  const auto& y = table.columns[1].numbers;
  const Column& target = table.columns.back();
  m_largest = std::max({std::abs(target.min), std::abs(target.max), 1e-9});
  std::vector<PaintedPoint> points;
  // More than a few thousand dots are one blot; the picture needs no more.
  const std::size_t step = std::max<std::size_t>(1, x.size() / 4000);
  for (std::size_t i = 0; i < x.size(); i += step) {
    const double value = target.numbers[i];
    const int label = m_values ? static_cast<int>(1000.0 * value / m_largest) : value > 0.5;
    points.push_back({x[i], y[i], label});
  }
  setPoints(std::move(points));
}

void PaintPlane::setCurve(bool curve) {
  if (m_curve == curve) return;
  m_curve = curve;
  update();
}

void PaintPlane::setBrush(int label) {
  if (m_brush == label) return;
  m_brush = label;
  emit brushChanged(label);
  update();
}

void PaintPlane::clear() {
  if (!m_points.empty()) m_undo.push(new PaintCommand(tr("Clear"), *this, {}));
}

void PaintPlane::exchange(std::vector<PaintedPoint> points) {
  m_points = std::move(points);
  emit pointsChanged();
  update();
}

QRectF PaintPlane::plot() const {
  const double side = std::min(width(), height()) - 2.0 * margin;
  return {(width() - side) / 2.0, (height() - side) / 2.0, side, side};
}

QPointF PaintPlane::toScreen(QPointF value) const {
  const QRectF area = plot();
  return {area.left() + (value.x() + reach) / (2.0 * reach) * area.width(),
          area.bottom() - (value.y() + reach) / (2.0 * reach) * area.height()};
}

QPointF PaintPlane::toPlane(QPointF screen) const {
  const QRectF area = plot();
  const double x = (screen.x() - area.left()) / area.width() * 2.0 * reach - reach;
  const double y = (area.bottom() - screen.y()) / area.height() * 2.0 * reach - reach;
  return {std::clamp(x, -reach, reach), std::clamp(y, -reach, reach)};
}

void PaintPlane::paintAt(QPointF value, int label) {
  std::vector<PaintedPoint> after = m_points;
  // Two decimals: what a person can mean by a click, and a tidy table.
  after.push_back({std::round(value.x() * 100.0) / 100.0, std::round(value.y() * 100.0) / 100.0,
                   m_curve ? 1 : label});
  m_undo.push(new PaintCommand(tr("Paint"), *this, std::move(after), m_stroke));
}

void PaintPlane::eraseNear(QPointF value) {
  const auto nearest =
      std::min_element(m_points.begin(), m_points.end(), [&](const auto& a, const auto& b) {
        return distance(a, value) < distance(b, value);
      });
  if (nearest == m_points.end() || distance(*nearest, value) > eraseReach) return;
  std::vector<PaintedPoint> after = m_points;
  after.erase(after.begin() + (nearest - m_points.begin()));
  m_undo.push(new PaintCommand(tr("Erase a point"), *this, std::move(after)));
}

void PaintPlane::mousePressEvent(QMouseEvent* event) {
  if (m_mode != Mode::paint) return QWidget::mousePressEvent(event);
  const QPointF at = toPlane(event->position());
  m_cursor = at;
  m_lastStroke = at;
  ++m_stroke;
  if (event->button() == Qt::MiddleButton || event->modifiers() & Qt::ShiftModifier)
    return eraseNear(at);
  paintAt(at, event->button() == Qt::RightButton ? 1 - m_brush : m_brush);
}

void PaintPlane::mouseMoveEvent(QMouseEvent* event) {
  const bool painting = event->buttons() & (Qt::LeftButton | Qt::RightButton);
  if (m_mode != Mode::paint || !painting || event->modifiers() & Qt::ShiftModifier) return;
  const QPointF at = toPlane(event->position());
  if (std::hypot(at.x() - m_lastStroke.x(), at.y() - m_lastStroke.y()) < strokeStep) return;
  m_lastStroke = at;
  paintAt(at, event->buttons() & Qt::RightButton ? 1 - m_brush : m_brush);
}

void PaintPlane::keyPressEvent(QKeyEvent* event) {
  if (m_mode != Mode::paint) return QWidget::keyPressEvent(event);
  const auto move = [&](double dx, double dy) {
    m_cursor = {std::clamp(m_cursor.x() + dx, -reach, reach),
                std::clamp(m_cursor.y() + dy, -reach, reach)};
    update();
  };
  switch (event->key()) {
  case Qt::Key_Left:
    return move(-cursorStep, 0.0);
  case Qt::Key_Right:
    return move(cursorStep, 0.0);
  case Qt::Key_Up:
    return move(0.0, cursorStep);
  case Qt::Key_Down:
    return move(0.0, -cursorStep);
  case Qt::Key_Return:
  case Qt::Key_Enter:
  case Qt::Key_Space:
    ++m_stroke;
    return paintAt(m_cursor, m_brush);
  case Qt::Key_Delete:
  case Qt::Key_Backspace:
    return eraseNear(m_cursor);
  case Qt::Key_1:
    return setBrush(0);
  case Qt::Key_2:
    return setBrush(1);
  default:
    break;
  }
  if (event->matches(QKeySequence::Undo)) return m_undo.undo();
  if (event->matches(QKeySequence::Redo)) return m_undo.redo();
  QWidget::keyPressEvent(event);
}

void PaintPlane::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void PaintPlane::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

void PaintPlane::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  drawGrid(painter);
  for (const PaintedPoint& point : m_points) drawPoint(painter, point);
  if (m_mode == Mode::paint && hasFocus()) drawCursor(painter);
}

void PaintPlane::drawGrid(QPainter& painter) const {
  const Colors& colors = m_theme.colors();
  const QRectF area = plot();
  painter.setPen(QPen(colors.border, 1.0));
  painter.setBrush(colors.surface);
  painter.drawRoundedRect(area, 6.0, 6.0);
  painter.setPen(QPen(colors.grid, 1.0));
  for (int i = -4; i <= 4; i += 2) {
    if (i == 0) continue;
    painter.drawLine(toScreen(QPointF(i, -reach)), toScreen(QPointF(i, reach)));
    painter.drawLine(toScreen(QPointF(-reach, i)), toScreen(QPointF(reach, i)));
  }
  painter.setPen(QPen(colors.border, 1.0));
  painter.drawLine(toScreen({0.0, -reach}), toScreen({0.0, reach}));
  painter.drawLine(toScreen({-reach, 0.0}), toScreen({reach, 0.0}));
}

void PaintPlane::drawShape(QPainter& painter, const Colors& colors, int label, QPointF at,
                           double radius) {
  painter.setPen(QPen(colors.surface, 1.0));
  painter.setBrush(label == 0 ? colors.negative : colors.positive);
  const double half = radius * 0.9; // of a square that looks as large as the disc
  if (label == 0)
    painter.drawRect(QRectF(at.x() - half, at.y() - half, 2.0 * half, 2.0 * half));
  else
    painter.drawEllipse(at, radius, radius);
}

void PaintPlane::drawPoint(QPainter& painter, const PaintedPoint& point) const {
  const Colors& colors = m_theme.colors();
  const QPointF at = toScreen({point.x, point.y});
  if (m_values) {
    painter.setPen(QPen(colors.surface, 1.0));
    const double share = std::clamp(std::abs(point.label) / 1000.0, 0.0, 1.0);
    painter.setBrush(
        mixed(colors.surface, point.label < 0 ? colors.negative : colors.positive, share));
    painter.drawEllipse(at, pointRadius, pointRadius);
    return;
  }
  drawShape(painter, colors, m_curve ? 1 : point.label, at, pointRadius);
}

void PaintPlane::drawCursor(QPainter& painter) const {
  const QPointF at = toScreen(m_cursor);
  painter.setPen(QPen(m_theme.colors().accent, 1.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(at, 8.0, 8.0);
  painter.drawLine(at + QPointF(-12.0, 0.0), at + QPointF(-5.0, 0.0));
  painter.drawLine(at + QPointF(5.0, 0.0), at + QPointF(12.0, 0.0));
  painter.drawLine(at + QPointF(0.0, -12.0), at + QPointF(0.0, -5.0));
  painter.drawLine(at + QPointF(0.0, 5.0), at + QPointF(0.0, 12.0));
}

} // namespace layerlab

#include "moc_paintplane.cpp"
