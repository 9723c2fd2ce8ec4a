#include "ui/widgets/pages/datapage.h"

#include "core/data/order.h"
#include "ui/widgets/pages/columninspector.h"
#include "ui/widgets/pages/findbar.h"

#include <QLabel>
#include <QTableView>

// Which rows are seen: their order and what is looked for in them.

namespace layerlab {
namespace {

RowOrderPtr orderOf(const Column& column, bool descending, const CancelToken& cancel) {
  auto order = std::make_shared<RowOrder>();
  order->rows = sortedRows(column, descending, cancel);
  order->places.resize(order->rows.size());
  for (std::uint32_t place = 0; place < order->rows.size(); ++place)
    order->places[order->rows[place]] = place;
  return order;
}

} // namespace

// Order -----------------------------------------------------------------------------------------

void DataPage::sort(int column, int direction) {
  const TablePtr table = m_model->table();
  if (!table || column < 0 || column >= m_model->columnCount()) return;
  if (direction == 0) {
    m_ordering.drop();
    takeOrder(nullptr, -1, 0);
    return search();
  }
  m_ordering.ask(
      [table, column, direction](const CancelToken& cancel) {
        return orderOf(table->columns[static_cast<std::size_t>(column)], direction == 2, cancel);
      },
      [this, table, column, direction](RowOrderPtr order) {
        if (m_model->table() != table) return;
        takeOrder(std::move(order), column, direction);
        search();
      });
  m_summary->setText(summary());
}

void DataPage::takeOrder(RowOrderPtr order, int column, int direction) {
  m_order = std::move(order);
  m_sorted = column;
  m_direction = direction;
  m_model->setOrder(m_order);
  m_header->setSorted(column, direction == 2);
  m_inspector->showSorted(m_column >= 0 && m_column == m_sorted ? m_direction
                          : m_sorted < 0                        ? 0
                                                                : -1);
  m_view->scrollToTop();
  m_summary->setText(summary());
}

// Finding ---------------------------------------------------------------------------------------

void DataPage::find() {
  m_find->take();
}

void DataPage::search() {
  m_found = {};
  m_foundAt = -1;
  const TablePtr table = m_model->table();
  const QString text = m_find->text();
  if (!table || text.isEmpty()) {
    m_searching.drop();
    m_find->showCount(0, 0, false);
    return;
  }
  m_find->showWaiting();
  m_searching.ask(
      [table, text, order = m_order](const CancelToken& cancel) {
        return findCells(*table, text, order ? order->rows : std::vector<std::uint32_t>(), cancel);
      },
      [this](FoundCells found) {
        m_found = std::move(found);
        m_foundAt = m_found.cells.empty() ? -1 : 0;
        goToFound();
      });
}

void DataPage::stepFound(int direction) {
  const auto count = static_cast<int>(m_found.cells.size());
  if (count == 0) return;
  m_foundAt = (m_foundAt + direction + count) % count;
  goToFound();
}

void DataPage::goToFound() {
  const auto count = static_cast<int>(m_found.cells.size());
  m_find->showCount(m_foundAt + 1, count, m_found.more);
  if (m_foundAt < 0) return;
  const FoundCell& cell = m_found.cells[static_cast<std::size_t>(m_foundAt)];
  const QModelIndex index =
      m_model->index(m_model->shownRow(static_cast<int>(cell.row)), static_cast<int>(cell.column));
  m_view->setCurrentIndex(index);
  m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

} // namespace layerlab
