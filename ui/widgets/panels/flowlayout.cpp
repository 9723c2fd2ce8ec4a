#include "ui/widgets/panels/flowlayout.h"

#include <algorithm>

namespace layerlab {

FlowLayout::FlowLayout(int horizontal, int vertical)
    : m_horizontal(horizontal), m_vertical(vertical) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
  qDeleteAll(m_items);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < m_items.size() ? m_items.at(index) : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : m_items) size = size.expandedTo(item->minimumSize());
  const QMargins edge = contentsMargins();
  return size + QSize(edge.left() + edge.right(), edge.top() + edge.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

/// Returns the height used; moves the items only when `apply`.
int FlowLayout::arrange(const QRect& rect, bool apply) const {
  const QMargins edge = contentsMargins();
  const QRect inner = rect.marginsRemoved(edge);
  int y = inner.y();
  qsizetype first = 0;
  int used = 0;
  for (qsizetype i = 0; i < m_items.size(); ++i) {
    if (m_items[i]->isEmpty()) continue; // hidden
    const int width = m_items[i]->sizeHint().width();
    if (used > 0 && used + m_horizontal + width > inner.width()) {
      y += place(first, i, inner, y, apply) + m_vertical;
      first = i;
      used = 0;
    }
    used += (used > 0 ? m_horizontal : 0) + width;
  }
  y += place(first, m_items.size(), inner, y, apply);
  return y - rect.y() + edge.bottom();
}

/// One line of items; returns its height.
int FlowLayout::place(qsizetype first, qsizetype end, const QRect& inner, int y, bool apply) const {
  int height = 0;
  for (qsizetype i = first; i < end; ++i)
    if (!m_items[i]->isEmpty()) height = std::max(height, m_items[i]->sizeHint().height());
  int x = inner.x();
  for (qsizetype i = first; apply && i < end; ++i) {
    if (m_items[i]->isEmpty()) continue;
    QSize size = m_items[i]->sizeHint();
    size.setWidth(std::min(size.width(), inner.width()));
    m_items[i]->setGeometry({QPoint(x, y + height - size.height()), size});
    x += size.width() + m_horizontal;
  }
  return height;
}

} // namespace layerlab
