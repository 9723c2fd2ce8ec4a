#include "ui/widgets/lessons/sketchpad.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr int columns = 41;
constexpr double top = 1.15;   ///< highest share of the first loss on the pad
constexpr int headHeight = 24; ///< above the plot: what is drawn, and which line is which
constexpr double sampleWidth = 18.0;

} // namespace

SketchPad::SketchPad(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_columns(columns, -1.0) {
  setFocusPolicy(Qt::StrongFocus);
  setMinimumHeight(150);
  setCursor(Qt::CrossCursor);
  connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

QSize SketchPad::sizeHint() const {
  return {260, 160};
}

void SketchPad::setQuestion(const LessonQuestion& question) {
  m_question = question;
  m_columns.fill(-1.0);
  m_cursor = 0;
  m_truth.clear();
  m_elbow.reset();
  update();
}

void SketchPad::setAnswer(const LessonAnswer& answer) {
  m_answer = answer;
  for (const QPointF& point : answer.curve)
    m_columns[std::clamp(static_cast<int>(std::lround(point.x() * (columns - 1))), 0,
                         columns - 1)] = point.y();
  update();
}

void SketchPad::setTruth(const QVector<QPointF>& truth, std::optional<double> elbow) {
  m_truth = truth;
  m_elbow = elbow;
  update();
}

QRectF SketchPad::plot() const {
  return QRectF(rect()).adjusted(12, headHeight, -12, -24);
}

QPointF SketchPad::share(QPointF at) const {
  const QRectF area = plot();
  return {std::clamp((at.x() - area.left()) / area.width(), 0.0, 1.0),
          std::clamp((area.bottom() - at.y()) / area.height(), 0.0, 1.0) * top};
}

QPointF SketchPad::place(QPointF share) const {
  const QRectF area = plot();
  return {area.left() + share.x() * area.width(),
          area.bottom() - std::min(share.y(), top) / top * area.height()};
}

/// Node counts stand on a log2 axis.
double SketchPad::unitsAt(double share) const {
  const double most = std::log2(std::max(2, m_question.most));
  return std::exp2(std::round(share * most));
}

double SketchPad::shareOf(double units) const {
  return std::log2(std::max(1.0, units)) / std::log2(std::max(2, m_question.most));
}

void SketchPad::draw(QPointF share) {
  const int column = static_cast<int>(std::lround(share.x() * (columns - 1)));
  // A fast hand leaves no gaps.
  const bool near = m_columns[m_cursor] >= 0.0 && std::abs(column - m_cursor) < columns / 3;
  const int from = near ? m_cursor : column;
  const double start = near ? m_columns[m_cursor] : share.y();
  const int steps = std::abs(column - from);
  for (int i = 0; i <= steps; ++i) {
    const double part = steps == 0 ? 1.0 : static_cast<double>(i) / steps;
    m_columns[from + (column > from ? i : -i)] = start + (share.y() - start) * part;
  }
  m_cursor = column;
  update();
}

void SketchPad::takeUnits(double share) {
  m_answer.units = unitsAt(share);
  m_cursor = static_cast<int>(std::lround(shareOf(m_answer.units) * (columns - 1)));
  update();
}

void SketchPad::finish() {
  if (m_question.kind == LessonQuestion::Kind::curve) {
    m_answer.curve.clear();
    for (int i = 0; i < columns; ++i)
      if (m_columns[i] >= 0.0)
        m_answer.curve << QPointF(i / static_cast<double>(columns - 1), m_columns[i]);
  }
  if (m_answer.given()) emit answered(m_answer);
}

void SketchPad::mousePressEvent(QMouseEvent* event) {
  m_question.kind == LessonQuestion::Kind::curve ? draw(share(event->position()))
                                                 : takeUnits(share(event->position()).x());
}

void SketchPad::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) mousePressEvent(event);
}

void SketchPad::mouseReleaseEvent(QMouseEvent*) {
  finish();
}

void SketchPad::keyPressEvent(QKeyEvent* event) {
  const bool curve = m_question.kind == LessonQuestion::Kind::curve;
  const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
  const double rise = event->key() == Qt::Key_Up     ? 0.05
                      : event->key() == Qt::Key_Down ? -0.05
                                                     : 0.0;
  if (step == 0 && rise == 0.0 && event->key() != Qt::Key_Return)
    return QWidget::keyPressEvent(event);
  const double now = m_columns[m_cursor] < 0.0 ? 1.0 : m_columns[m_cursor];
  if (curve && step != 0)
    draw({std::clamp(m_cursor + step, 0, columns - 1) / static_cast<double>(columns - 1), now});
  else if (curve)
    m_columns[m_cursor] = std::clamp(now + rise, 0.0, top);
  else if (step != 0)
    takeUnits(shareOf(std::clamp(std::max(1.0, m_answer.units) * std::exp2(step), 1.0,
                                 static_cast<double>(m_question.most))));
  update();
  finish();
}

void SketchPad::paintAxes(QPainter& painter) const {
  const Colors& colors = m_theme.colors();
  const QRectF area = plot();
  painter.setBrush(colors.raised);
  painter.setPen(hasFocus() ? colors.accent : colors.border);
  painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 6, 6);
  painter.setPen(colors.grid);
  for (const double y : {0.0, 0.5, 1.0}) painter.drawLine(place({0.0, y}), place({1.0, y}));
  painter.setPen(colors.muted);
  painter.setFont(m_theme.font(8.5));
  const QRectF below(area.left(), area.bottom() + 4, area.width(), 18);
  const QStringList words = axisWords();
  painter.drawText(below, Qt::AlignLeft, words[0]);
  painter.drawText(below, Qt::AlignHCenter, words[1]);
  painter.drawText(below, Qt::AlignRight, words[2]);
  painter.drawText(QRectF(area.left(), 0, area.width(), headHeight),
                   Qt::AlignLeft | Qt::AlignVCenter, words[3]);
}

/// A point of a curve is the end of an epoch, so that its axis begins at 0; counts of units
/// begin at 1.
QStringList SketchPad::axisWords() const {
  const bool curve = m_question.kind == LessonQuestion::Kind::curve;
  return {curve ? QStringLiteral("0") : QStringLiteral("1"), curve ? tr("epoch") : tr("units"),
          QString::number(curve ? m_question.epochs : m_question.most), tr("loss")};
}

QPen SketchPad::answerPen() const {
  return QPen(m_theme.colors().negative, 2.5, Qt::DashLine);
}

QPen SketchPad::truthPen() const {
  return QPen(m_theme.colors().accent, 2.5);
}

void SketchPad::paintKey(QPainter& painter) const {
  double right = plot().right();
  if (!m_truth.isEmpty()) right = paintKeyEntry(painter, right, tr("truth"), truthPen());
  if (m_answer.given()) paintKeyEntry(painter, right, tr("mine"), answerPen());
}

/// Ends at `right`; returns where the next one ends.
double SketchPad::paintKeyEntry(QPainter& painter, double right, const QString& words,
                                const QPen& pen) const {
  const double width = QFontMetricsF(painter.font()).horizontalAdvance(words);
  const double left = right - width - sampleWidth - 4.0;
  painter.setPen(pen);
  painter.drawLine(QPointF(left, headHeight / 2.0), QPointF(left + sampleWidth, headHeight / 2.0));
  painter.setPen(m_theme.colors().muted);
  painter.drawText(QRectF(right - width, 0, width + 1.0, headHeight),
                   Qt::AlignLeft | Qt::AlignVCenter, words);
  return left - 12.0;
}

void SketchPad::paintAnswer(QPainter& painter) const {
  painter.setPen(answerPen());
  if (m_question.kind == LessonQuestion::Kind::elbow && m_answer.units > 0.0) {
    const double x = shareOf(m_answer.units);
    painter.drawLine(place({x, 0.0}), place({x, top}));
    painter.drawText(QRectF(place({x, top}), QSizeF(60, 16)).translated(4, 12), Qt::AlignLeft,
                     QString::number(m_answer.units));
    return;
  }
  QPainterPath path;
  for (int i = 0; i < columns; ++i) {
    if (m_columns[i] < 0.0) continue;
    const QPointF at = place({i / static_cast<double>(columns - 1), m_columns[i]});
    path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
  }
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(path);
}

void SketchPad::paintTruth(QPainter& painter) const {
  if (m_truth.isEmpty()) return;
  const bool elbow = m_question.kind == LessonQuestion::Kind::elbow;
  painter.setPen(truthPen());
  QPainterPath path;
  for (const QPointF& point : m_truth) {
    const QPointF at = place(elbow ? QPointF(shareOf(point.x()), point.y()) : point);
    path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
  }
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(path);
  if (!elbow || !m_elbow) return;
  const double x = shareOf(*m_elbow);
  painter.drawLine(place({x, 0.0}), place({x, top}));
  painter.drawText(QRectF(place({x, top}), QSizeF(60, 16)).translated(4, 28), Qt::AlignLeft,
                   QString::number(*m_elbow));
}

void SketchPad::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintAxes(painter);
  paintKey(painter);
  paintAnswer(painter);
  paintTruth(painter);
}

} // namespace layerlab

#include "moc_sketchpad.cpp"
