#pragma once

#include "core/data/sketch.h"
#include "core/data/table.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

#include <memory>
#include <vector>

namespace layerlab {

class Theme;

/// A small picture of each column: bars of equal width, the highest is 1. Empty: none.
using ColumnPictures = std::vector<std::vector<float>>;
/// Bars of numbers by value, of labels by frequency.
std::vector<float> pictureOf(const ColumnSketch& sketch, std::size_t bars);
/// Bars into `area`, standing on its bottom.
void drawBars(QPainter& painter, const QRectF& area, const std::vector<float>& bars,
              const QColor& color);

/// Columns' headers: name, type and gaps, role, and a picture of the distribution. A click on the
/// role asks for another one, elsewhere it chooses the column; a double click sorts.
class ColumnHeader : public QHeaderView {
  Q_OBJECT
public:
  explicit ColumnHeader(const Theme& theme, QWidget* parent = nullptr);

  void setPictures(ColumnPictures pictures);
  /// The column whose details are shown; -1: none.
  void setChosen(int column);
  /// -1: as in the file.
  void setSorted(int column, bool descending);
  QSize sizeHint() const override;

signals:
  void chosen(int column);
  void sortRequested(int column);
  void roleRequested(int column, const QPoint& at); ///< `at` on the screen, where a menu fits

protected:
  void paintSection(QPainter* painter, const QRect& rect, int column) const override;
  QSize sectionSizeFromContents(int column) const override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

private:
  QString words(int column, int part) const;
  int lineHeight() const;
  QRect chipOf(int column) const;
  QRect chipIn(const QRect& section, int column) const;
  void drawChip(QPainter& painter, const QRect& chip, int column) const;
  void drawArrow(QPainter& painter, const QRect& section) const;

  const Theme& m_theme;
  ColumnPictures m_pictures;
  int m_chosen = -1;
  int m_sorted = -1;
  bool m_descending = false;
  int m_pressed = -1; ///< the column a click began in, not on an edge
};

/// Row numbers, with a bar in the colour of validation where a row is kept aside.
class RowHeader : public QHeaderView {
public:
  explicit RowHeader(const Theme& theme, QWidget* parent = nullptr);

protected:
  void paintSection(QPainter* painter, const QRect& rect, int row) const override;

private:
  const Theme& m_theme;
};

/// Cells of the table: the model's colours, the text in line with the header's.
class CellDelegate : public QStyledItemDelegate {
public:
  CellDelegate(const Theme& theme, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
  const Theme& m_theme;
};

} // namespace layerlab
