#include "ui/widgets/inside/matrixview.h"

#include "ui/widgets/inside/palette.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace layerlab {
namespace {

constexpr double widestHead = 88.0;
constexpr double strongest = 0.75;
constexpr double cellRoom = 8.0; // around a number

/// "-6.7e-4", "2.1e5"; "-7e-12", so that it is no wider.
QString powerText(double value) {
  const auto written = [value](int decimals) {
    const QString text = QString::number(value, 'e', decimals);
    return QStringLiteral("%1e%2")
        .arg(text.section(QLatin1Char('e'), 0, 0))
        .arg(text.section(QLatin1Char('e'), 1).toInt());
  };
  const QString exact = written(1);
  const bool fits = exact.size() <= static_cast<qsizetype>(std::strlen(MatrixView::widest));
  return fits ? exact : written(0);
}

} // namespace

QString MatrixView::textOf(float number) {
  const auto value = static_cast<double>(number);
  if (!std::isfinite(value)) return QString::number(value);
  const double size = std::abs(value);
  if (value == 0.0) return QStringLiteral("0");
  if (size < 1e-3 || size >= 9999.95) return powerText(value);
  return QString::number(value, 'f', size < 10.0 ? 3 : size < 100.0 ? 2 : 1);
}

MatrixView::MatrixView(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), m_theme(theme) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&theme, &Theme::changed, this, &MatrixView::layOut);
  connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(),
          qOverload<>(&QWidget::update));
  connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(),
          qOverload<>(&QWidget::update));
}

void MatrixView::setMatrix(const QString& caption, Matrix matrix, const QStringList& rowNames,
                           const QStringList& columnNames) {
  m_caption = caption;
  m_matrix = std::move(matrix);
  m_rowNames = rowNames;
  m_columnNames = columnNames;
  m_largest = 0.0f;
  for (const float value : m_matrix.values)
    if (std::isfinite(value)) m_largest = std::max(m_largest, std::abs(value));
  m_current.reset();
  m_marked.reset();
  layOut();
}

void MatrixView::setCurrent(std::optional<Cell> cell) {
  if (cell == m_current) return;
  m_current = cell;
  viewport()->update();
}

void MatrixView::setMarked(std::optional<Cell> cell) {
  if (cell == m_marked) return;
  m_marked = cell;
  viewport()->update();
}

void MatrixView::layOut() {
  const QFontMetricsF metrics(m_theme.font(smallType));
  double head = 0.0;
  for (const QString& name : m_rowNames) head = std::max(head, metrics.horizontalAdvance(name));
  m_headWidth = m_rowNames.isEmpty() ? 0.0 : std::min(widestHead, head) + 6.0;
  m_headHeight = metrics.height() + 4.0 + (m_columnNames.isEmpty() ? 0.0 : metrics.height() + 2.0);
  m_cellHeight = metrics.height() + 4.0;
  m_cellWidth = metrics.horizontalAdvance(QLatin1String(widest)) + cellRoom;
  const double insideWidth = viewport()->width() - m_headWidth;
  const double insideHeight = viewport()->height() - m_headHeight;
  // A few columns share the room there is.
  const auto columns = static_cast<double>(std::max<std::size_t>(1, m_matrix.cols));
  m_cellWidth = std::clamp(insideWidth / columns, m_cellWidth, 2.0 * m_cellWidth);
  const auto range = [](double cells, double size, double inside) {
    return std::max(0, static_cast<int>(std::ceil(cells * size - inside)));
  };
  horizontalScrollBar()->setRange(0, range(columns, m_cellWidth, insideWidth));
  horizontalScrollBar()->setSingleStep(static_cast<int>(m_cellWidth));
  horizontalScrollBar()->setPageStep(static_cast<int>(std::max(1.0, insideWidth)));
  verticalScrollBar()->setRange(
      0, range(static_cast<double>(m_matrix.rows), m_cellHeight, insideHeight));
  verticalScrollBar()->setSingleStep(static_cast<int>(m_cellHeight));
  verticalScrollBar()->setPageStep(static_cast<int>(std::max(1.0, insideHeight)));
  viewport()->update();
}

void MatrixView::resizeEvent(QResizeEvent* event) {
  layOut();
  QAbstractScrollArea::resizeEvent(event);
}

QRectF MatrixView::cellRect(int row, int column) const {
  return {m_headWidth + column * m_cellWidth - horizontalScrollBar()->value(),
          m_headHeight + row * m_cellHeight - verticalScrollBar()->value(), m_cellWidth,
          m_cellHeight};
}

void MatrixView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  const QFont font = m_theme.font(smallType);
  painter.setFont(font);
  const int rows = static_cast<int>(m_matrix.rows);
  const int columns = static_cast<int>(m_matrix.cols);
  const int firstRow = static_cast<int>(verticalScrollBar()->value() / m_cellHeight);
  const int firstColumn = static_cast<int>(horizontalScrollBar()->value() / m_cellWidth);
  const int lastRow =
      std::min(rows, firstRow + static_cast<int>(viewport()->height() / m_cellHeight) + 2);
  const int lastColumn =
      std::min(columns, firstColumn + static_cast<int>(viewport()->width() / m_cellWidth) + 2);
  painter.save();
  painter.setClipRect(QRectF(m_headWidth, m_headHeight, viewport()->width() - m_headWidth,
                             viewport()->height() - m_headHeight));
  for (int r = firstRow; r < lastRow; ++r)
    for (int c = firstColumn; c < lastColumn; ++c) paintCell(painter, r, c);
  painter.restore();
  paintHeads(painter, firstRow, lastRow, firstColumn, lastColumn);
}

bool MatrixView::isMarked(int row, int column) const {
  return m_marked && (m_marked->row < 0 || m_marked->row == row) &&
         (m_marked->column < 0 || m_marked->column == column);
}

void MatrixView::paintCell(QPainter& painter, int row, int column) const {
  const Colors& colors = m_theme.colors();
  const float value = m_matrix(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
  const double share = m_largest > 0.0f ? static_cast<double>(value / m_largest) : 0.0;
  const QColor tint = std::isfinite(value) ? signColor(colors, share * strongest) : colors.bad;
  const QRectF rect = cellRect(row, column);
  painter.fillRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), tint);
  painter.setPen(inkOn(tint));
  painter.drawText(rect.adjusted(2, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, textOf(value));
  const bool current = m_current == Cell{row, column};
  if (!current && !isMarked(row, column)) return;
  painter.setPen(QPen(current ? colors.text : colors.accent, current ? 2.0 : 1.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(rect.adjusted(1, 1, -1, -1));
}

void MatrixView::paintHeads(QPainter& painter, int firstRow, int lastRow, int firstColumn,
                            int lastColumn) const {
  const QFontMetricsF metrics(painter.font());
  const Colors& colors = m_theme.colors();
  painter.setPen(hasFocus() ? colors.accent : colors.text);
  const QString shape =
      QStringLiteral("%1  %2×%3").arg(m_caption).arg(m_matrix.rows).arg(m_matrix.cols);
  painter.drawText(QRectF(0, 0, viewport()->width(), metrics.height()), Qt::AlignLeft,
                   metrics.elidedText(shape, Qt::ElideRight, viewport()->width()));
  painter.setPen(colors.muted);
  painter.setClipRect(QRectF(0, m_headHeight, m_headWidth, viewport()->height()));
  for (int r = firstRow; r < lastRow && r < m_rowNames.size(); ++r)
    painter.drawText(QRectF(0, cellRect(r, 0).top(), m_headWidth - 6.0, m_cellHeight),
                     Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(m_rowNames[r], Qt::ElideRight, m_headWidth - 6.0));
  painter.setClipRect(QRectF(m_headWidth, 0, viewport()->width() - m_headWidth, m_headHeight));
  for (int c = firstColumn; c < lastColumn && c < m_columnNames.size(); ++c)
    painter.drawText(QRectF(cellRect(0, c).left() + 2.0, metrics.height() + 3.0, m_cellWidth - 6.0,
                            metrics.height()),
                     Qt::AlignRight,
                     metrics.elidedText(m_columnNames[c], Qt::ElideRight, m_cellWidth - 6.0));
}

std::optional<MatrixView::Cell> MatrixView::cellAt(QPointF at) const {
  if (at.x() < m_headWidth || at.y() < m_headHeight) return std::nullopt;
  const int column =
      static_cast<int>((at.x() - m_headWidth + horizontalScrollBar()->value()) / m_cellWidth);
  const int row =
      static_cast<int>((at.y() - m_headHeight + verticalScrollBar()->value()) / m_cellHeight);
  if (row >= static_cast<int>(m_matrix.rows) || column >= static_cast<int>(m_matrix.cols))
    return std::nullopt;
  return Cell{row, column};
}

void MatrixView::choose(std::optional<Cell> cell) {
  if (!cell || cell == m_current) return;
  m_current = cell;
  viewport()->update();
  emit currentChanged();
}

void MatrixView::mouseMoveEvent(QMouseEvent* event) {
  choose(cellAt(event->position()));
}

void MatrixView::mousePressEvent(QMouseEvent* event) {
  choose(cellAt(event->position()));
}

void MatrixView::keyPressEvent(QKeyEvent* event) {
  if (m_matrix.empty()) return QAbstractScrollArea::keyPressEvent(event);
  Cell next = m_current.value_or(Cell{});
  switch (event->key()) {
  case Qt::Key_Left:
    --next.column;
    break;
  case Qt::Key_Right:
    ++next.column;
    break;
  case Qt::Key_Up:
    --next.row;
    break;
  case Qt::Key_Down:
    ++next.row;
    break;
  default:
    return QAbstractScrollArea::keyPressEvent(event);
  }
  next.row = std::clamp(next.row, 0, static_cast<int>(m_matrix.rows) - 1);
  next.column = std::clamp(next.column, 0, static_cast<int>(m_matrix.cols) - 1);
  choose(next);
  const QRectF rect = cellRect(next.row, next.column);
  const auto follow = [](QScrollBar* bar, double from, double to, double low, double high) {
    if (from < low) bar->setValue(bar->value() - static_cast<int>(std::ceil(low - from)));
    if (to > high) bar->setValue(bar->value() + static_cast<int>(std::ceil(to - high)));
  };
  follow(horizontalScrollBar(), rect.left(), rect.right(), m_headWidth, viewport()->width());
  follow(verticalScrollBar(), rect.top(), rect.bottom(), m_headHeight, viewport()->height());
}

void MatrixView::focusInEvent(QFocusEvent* event) {
  viewport()->update();
  QAbstractScrollArea::focusInEvent(event);
}

void MatrixView::focusOutEvent(QFocusEvent* event) {
  viewport()->update();
  QAbstractScrollArea::focusOutEvent(event);
}

} // namespace layerlab

#include "moc_matrixview.cpp"
