#include "ui/widgets/pages/tableheaders.h"

#include "ui/widgets/pages/tablemodel.h"
#include "ui/widgets/theme.h"

#include <QContextMenuEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int sideMargin = 8;
constexpr int miniHeight = 20;
constexpr int chipPadding = 6;
constexpr int markWidth = 3;
constexpr double chipPoints = 8.0;

} // namespace

std::vector<float> pictureOf(const ColumnSketch& sketch, std::size_t bars) {
  std::vector<std::int64_t> counts = sketch.bins;
  if (counts.empty())
    for (std::size_t i = 0; i < std::min(bars, sketch.values.size()); ++i)
      counts.push_back(sketch.values[i].count);
  const std::int64_t most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
  std::vector<float> picture;
  picture.reserve(counts.size());
  for (const std::int64_t count : counts)
    picture.push_back(most > 0 ? static_cast<float>(count) / static_cast<float>(most) : 0.0f);
  return picture;
}

void drawBars(QPainter& painter, const QRectF& area, const std::vector<float>& bars,
              const QColor& color) {
  if (bars.empty()) return;
  const double step = area.width() / static_cast<double>(bars.size());
  const double gap = step > 4.0 ? 1.0 : 0.0;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (bars[i] <= 0.0f) continue;
    const double height = std::max(1.0, area.height() * bars[i]);
    painter.fillRect(QRectF(area.left() + step * static_cast<double>(i), area.bottom() - height,
                            step - gap, height),
                     color);
  }
}

ColumnHeader::ColumnHeader(const Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_theme(theme) {
  setSectionsClickable(false); // the clicks are ours
  setHighlightSections(false);
  setMouseTracking(true);
  setMinimumSectionSize(64);
}

void ColumnHeader::setPictures(ColumnPictures pictures) {
  m_pictures = std::move(pictures);
  viewport()->update();
}

void ColumnHeader::setChosen(int column) {
  m_chosen = column;
  viewport()->update();
}

void ColumnHeader::setSorted(int column, bool descending) {
  m_sorted = column;
  m_descending = descending;
  viewport()->update();
}

QString ColumnHeader::words(int column, int part) const {
  return model() ? model()->headerData(column, Qt::Horizontal, part).toString() : QString();
}

int ColumnHeader::lineHeight() const {
  return QFontMetrics(m_theme.font(10)).height();
}

QSize ColumnHeader::sizeHint() const {
  return {QHeaderView::sizeHint().width(), 2 * lineHeight() + m_theme.px(miniHeight) + 14};
}

QSize ColumnHeader::sectionSizeFromContents(int column) const {
  const QFontMetrics bold(m_theme.font(10, QFont::DemiBold));
  const QFontMetrics small(m_theme.font(8.5));
  const int chip = chipIn(QRect(0, 0, 1000, 100), column).width();
  const int first = bold.horizontalAdvance(words(column, TableModel::nameRole)) + 20 + chip;
  const int second = small.horizontalAdvance(words(column, TableModel::detailRole));
  return {std::max(first, second) + 2 * sideMargin + 8, sizeHint().height()};
}

QRect ColumnHeader::chipIn(const QRect& section, int column) const {
  const auto role = static_cast<ColumnRole>(
      model()->headerData(column, Qt::Horizontal, TableModel::columnRoleRole).toInt());
  const QFontMetrics metrics(m_theme.font(chipPoints));
  const int width = metrics.horizontalAdvance(roleWord(role)) + 2 * chipPadding;
  return {section.right() - sideMargin - width + 1, section.top() + 5, width, metrics.height() + 3};
}

QRect ColumnHeader::chipOf(int column) const {
  return chipIn(QRect(sectionViewportPosition(column), 0, sectionSize(column), height()), column);
}

void ColumnHeader::paintSection(QPainter* painter, const QRect& rect, int column) const {
  const Colors& colors = m_theme.colors();
  painter->save();
  painter->setClipRect(rect);
  painter->setRenderHint(QPainter::Antialiasing);
  painter->fillRect(rect, column == m_chosen ? colors.selection : colors.raised);
  painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colors.grid);
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.border);
  const QRect inside = rect.adjusted(sideMargin, 5, -sideMargin, -5);
  const QRect chip = chipIn(rect, column);
  painter->setFont(m_theme.font(10, QFont::DemiBold));
  painter->setPen(colors.text);
  QRect line(inside.left(), inside.top(), std::max(0, chip.left() - 4 - inside.left()),
             lineHeight());
  if (column == m_sorted) line.setRight(line.right() - 14);
  painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(words(column, TableModel::nameRole),
                                                      Qt::ElideRight, line.width()));
  if (column == m_sorted)
    drawArrow(*painter, QRect(line.right() + 4, line.top(), 10, lineHeight()));
  painter->setFont(m_theme.font(8.5));
  painter->setPen(colors.muted);
  painter->drawText(
      QRect(inside.left(), inside.top() + lineHeight() + 1, inside.width(), lineHeight()),
      Qt::AlignLeft | Qt::AlignVCenter,
      painter->fontMetrics().elidedText(words(column, TableModel::detailRole), Qt::ElideRight,
                                        inside.width()));
  drawChip(*painter, chip, column);
  painter->setRenderHint(QPainter::Antialiasing, false);
  const int bars = m_theme.px(miniHeight);
  if (const auto at = static_cast<std::size_t>(column); at < m_pictures.size())
    drawBars(*painter, QRectF(inside.left(), inside.bottom() - bars + 1, inside.width(), bars),
             m_pictures[at], mixed(colors.raised, colors.accent, 0.55));
  painter->restore();
}

/// The target filled, a feature outlined, an unused column only in words.
void ColumnHeader::drawChip(QPainter& painter, const QRect& chip, int column) const {
  const Colors& colors = m_theme.colors();
  const auto role = static_cast<ColumnRole>(
      model()->headerData(column, Qt::Horizontal, TableModel::columnRoleRole).toInt());
  const bool target = role == ColumnRole::target;
  painter.setFont(m_theme.font(chipPoints));
  painter.setBrush(target ? colors.accent : colors.surface);
  painter.setPen(QPen(target                        ? colors.accent
                      : role == ColumnRole::feature ? colors.accent
                                                    : colors.border,
                      1.0));
  painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  painter.setPen(target                        ? colors.accentText
                 : role == ColumnRole::feature ? colors.accent
                                               : colors.muted);
  painter.drawText(chip, Qt::AlignCenter, roleWord(role));
}

void ColumnHeader::drawArrow(QPainter& painter, const QRect& area) const {
  const QPointF centre = QRectF(area).center();
  const double up = m_descending ? -3.0 : 3.0;
  QPainterPath arrow;
  arrow.moveTo(centre + QPointF(-4.0, up));
  arrow.lineTo(centre + QPointF(4.0, up));
  arrow.lineTo(centre + QPointF(0.0, -up));
  arrow.closeSubpath();
  painter.fillPath(arrow, m_theme.colors().accent);
}

void ColumnHeader::mousePressEvent(QMouseEvent* event) {
  const bool resizing = cursor().shape() == Qt::SplitHCursor;
  m_pressed = event->button() == Qt::LeftButton && !resizing
                  ? logicalIndexAt(event->position().toPoint())
                  : -1;
  QHeaderView::mousePressEvent(event);
}

void ColumnHeader::mouseReleaseEvent(QMouseEvent* event) {
  QHeaderView::mouseReleaseEvent(event);
  const int column = std::exchange(m_pressed, -1);
  const QPoint at = event->position().toPoint();
  if (column < 0 || logicalIndexAt(at) != column) return;
  const QRect chip = chipOf(column);
  emit chosen(column);
  if (chip.contains(at)) emit roleRequested(column, viewport()->mapToGlobal(chip.bottomLeft()));
}

void ColumnHeader::mouseDoubleClickEvent(QMouseEvent* event) {
  const QPoint at = event->position().toPoint();
  const int column = logicalIndexAt(at);
  if (cursor().shape() == Qt::SplitHCursor || column < 0)
    QHeaderView::mouseDoubleClickEvent(event);
  else if (!chipOf(column).contains(at))
    emit sortRequested(column);
}

/// The hand says where a click asks for another role.
void ColumnHeader::mouseMoveEvent(QMouseEvent* event) {
  QHeaderView::mouseMoveEvent(event);
  if (event->buttons() != Qt::NoButton) return;
  const QPoint at = event->position().toPoint();
  const int column = logicalIndexAt(at);
  const bool onEdge = cursor().shape() == Qt::SplitHCursor;
  const bool onChip = !onEdge && column >= 0 && chipOf(column).contains(at);
  if (onChip)
    viewport()->setCursor(Qt::PointingHandCursor); // the header's own cursor tells of its edges
  else
    viewport()->unsetCursor();
}

void ColumnHeader::contextMenuEvent(QContextMenuEvent* event) {
  const int column = logicalIndexAt(event->pos());
  if (column < 0) return;
  emit chosen(column);
  emit roleRequested(column, event->globalPos());
}

RowHeader::RowHeader(const Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Vertical, parent), m_theme(theme) {
  setSectionsClickable(true);
  setSectionResizeMode(QHeaderView::Fixed);
}

void RowHeader::paintSection(QPainter* painter, const QRect& rect, int row) const {
  const Colors& colors = m_theme.colors();
  painter->fillRect(rect, colors.raised);
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.grid);
  painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colors.border);
  if (model()->headerData(row, Qt::Vertical, TableModel::validationRole).toBool())
    painter->fillRect(QRect(rect.left(), rect.top(), markWidth, rect.height()), colors.negative);
  painter->setFont(m_theme.font(10));
  painter->setPen(colors.muted);
  painter->drawText(rect.adjusted(sideMargin, 0, -sideMargin, 0), Qt::AlignRight | Qt::AlignVCenter,
                    model()->headerData(row, Qt::Vertical, Qt::DisplayRole).toString());
}

CellDelegate::CellDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

/// Cells stand in line with their headers.
void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  const Colors& colors = m_theme.colors();
  const bool selected = option.state & QStyle::State_Selected;
  const QVariant back = index.data(Qt::BackgroundRole);
  if (selected || back.isValid())
    painter->fillRect(option.rect, selected ? colors.selection : back.value<QColor>());
  if (option.state & QStyle::State_HasFocus) {
    painter->setPen(QPen(colors.accent, 1.0));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
  }
  const QVariant fore = index.data(Qt::ForegroundRole);
  painter->setFont(option.font);
  painter->setPen(fore.isValid() ? fore.value<QColor>() : colors.text);
  const QRect inside = option.rect.adjusted(sideMargin, 0, -sideMargin, 0);
  const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
  painter->drawText(
      inside, static_cast<int>(alignment),
      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, inside.width()));
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * sideMargin + 4,
          option.fontMetrics.height() + 10};
}

} // namespace layerlab

#include "moc_tableheaders.cpp"
