#include "ui/widgets/inside/confusionview.h"

#include "ui/widgets/inside/palette.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace layerlab {
namespace {

constexpr double widestClass = 88.0;
constexpr double lightest = 0.08; // tint of a cell with few rows
constexpr double fullestCell = 0.85;

} // namespace

ConfusionView::ConfusionView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ConfusionView::setMatrix(const ConfusionMatrix& matrix, const QStringList& classes) {
  if (matrix.classes != m_matrix.classes) {
    m_chosen.reset();
    m_current = {};
  }
  m_matrix = matrix;
  m_classes = classes;
  update();
}

void ConfusionView::clearChosen() {
  if (!m_chosen) return;
  m_chosen.reset();
  update();
  emit cellChosen();
}

/// Left: the true classes' names; above: "predicted" and the predicted ones' names.
QRectF ConfusionView::grid() const {
  const QFontMetricsF metrics(m_theme.font(smallType));
  double head = 0.0;
  for (const QString& name : m_classes) head = std::max(head, metrics.horizontalAdvance(name));
  head = std::clamp(head, 24.0, std::min(widestClass, width() * 0.35)) + 8.0;
  const double top = 2.0 * metrics.height() + 6.0;
  return {head, top, std::max(8.0, width() - head - 2.0), std::max(8.0, height() - top - 2.0)};
}

QRectF ConfusionView::cellRect(Cell cell) const {
  const QRectF area = grid();
  const auto count = static_cast<double>(std::max<std::size_t>(1, m_matrix.classes));
  const double w = area.width() / count;
  const double h = area.height() / count;
  return QRectF(area.left() + static_cast<double>(cell.predicted) * w,
                area.top() + static_cast<double>(cell.truth) * h, w, h)
      .adjusted(1, 1, -1, -1);
}

void ConfusionView::paintEvent(QPaintEvent*) {
  if (m_matrix.classes == 0) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintHeads(painter);
  for (std::size_t t = 0; t < m_matrix.classes; ++t)
    for (std::size_t p = 0; p < m_matrix.classes; ++p) paintCell(painter, {t, p});
}

void ConfusionView::paintHeads(QPainter& painter) const {
  painter.setFont(m_theme.font(smallType));
  const QFontMetricsF metrics(painter.font());
  const QRectF area = grid();
  painter.setPen(m_theme.colors().muted);
  painter.drawText(QRectF(area.left(), 0, area.width(), metrics.height()), Qt::AlignCenter,
                   tr("predicted"));
  painter.drawText(QRectF(0, 0, area.left() - 6.0, metrics.height()), Qt::AlignRight, tr("true"));
  painter.setPen(m_theme.colors().text);
  for (std::size_t i = 0; i < m_matrix.classes; ++i) {
    const QString name = m_classes.value(static_cast<int>(i));
    const QRectF column = cellRect({0, i});
    painter.drawText(
        QRectF(column.left(), metrics.height() + 2.0, column.width(), metrics.height()),
        Qt::AlignCenter, metrics.elidedText(name, Qt::ElideRight, column.width()));
    const QRectF row = cellRect({i, 0});
    painter.drawText(QRectF(0, row.top(), area.left() - 6.0, row.height()),
                     Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(name, Qt::ElideRight, area.left() - 6.0));
  }
}

/// Tinted by its share of the true class: blue where right, orange where wrong.
void ConfusionView::paintCell(QPainter& painter, Cell cell) const {
  const Colors& colors = m_theme.colors();
  const std::int64_t count = m_matrix.at(cell.truth, cell.predicted);
  const auto all = static_cast<double>(std::max<std::int64_t>(1, m_matrix.rowTotal(cell.truth)));
  const double share = static_cast<double>(count) / all;
  const QColor hue = cell.truth == cell.predicted ? colors.positive : colors.negative;
  const QColor tint = count == 0
                          ? colors.raised
                          : mixed(colors.surface, hue, lightest + share * (fullestCell - lightest));
  const QRectF rect = cellRect(cell);
  const bool current = hasFocus() && cell == m_current;
  painter.setPen(m_chosen == cell ? QPen(colors.text, 2.0)
                 : current        ? QPen(colors.accent, 2.0)
                                  : QPen(Qt::NoPen));
  painter.setBrush(tint);
  painter.drawRoundedRect(rect, 4, 4);
  const double points = std::clamp(std::min(rect.height() * 0.32, rect.width() * 0.2), 6.0, 14.0);
  painter.setFont(m_theme.font(points, QFont::DemiBold));
  painter.setPen(count == 0 ? colors.muted : inkOn(tint));
  painter.drawText(rect, Qt::AlignCenter, Words::count(count));
}

std::optional<ConfusionView::Cell> ConfusionView::cellAt(QPointF at) const {
  for (std::size_t t = 0; t < m_matrix.classes; ++t)
    for (std::size_t p = 0; p < m_matrix.classes; ++p)
      if (cellRect({t, p}).contains(at)) return Cell{t, p};
  return std::nullopt;
}

void ConfusionView::choose(Cell cell) {
  m_current = cell;
  m_chosen = m_chosen == cell ? std::nullopt : std::optional(cell);
  update();
  emit cellChosen();
}

void ConfusionView::mousePressEvent(QMouseEvent* event) {
  if (const auto cell = cellAt(event->position())) choose(*cell);
}

void ConfusionView::keyPressEvent(QKeyEvent* event) {
  const std::size_t last = m_matrix.classes == 0 ? 0 : m_matrix.classes - 1;
  switch (event->key()) {
  case Qt::Key_Left:
    m_current.predicted -= m_current.predicted > 0 ? 1 : 0;
    break;
  case Qt::Key_Right:
    m_current.predicted += m_current.predicted < last ? 1 : 0;
    break;
  case Qt::Key_Up:
    m_current.truth -= m_current.truth > 0 ? 1 : 0;
    break;
  case Qt::Key_Down:
    m_current.truth += m_current.truth < last ? 1 : 0;
    break;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (m_matrix.classes > 0) choose(m_current);
    return;
  case Qt::Key_Escape:
    if (m_chosen) return clearChosen();
    [[fallthrough]];
  default:
    QWidget::keyPressEvent(event);
  }
  update();
}

QString ConfusionView::words(Cell cell) const {
  return tr("%1 rows that are %2 were called %3. Click: show only these.")
      .arg(Words::count(m_matrix.at(cell.truth, cell.predicted)),
           m_classes.value(static_cast<int>(cell.truth)),
           m_classes.value(static_cast<int>(cell.predicted)));
}

bool ConfusionView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto cell = cellAt(help->pos())) {
      QToolTip::showText(help->globalPos(), words(*cell), this);
      return true;
    }
  }
  return QWidget::event(event);
}

void ConfusionView::focusInEvent(QFocusEvent* event) {
  update();
  QWidget::focusInEvent(event);
}

void ConfusionView::focusOutEvent(QFocusEvent* event) {
  update();
  QWidget::focusOutEvent(event);
}

} // namespace layerlab

#include "moc_confusionview.cpp"
