#pragma once

#include "core/base/matrix.h"

#include <QAbstractScrollArea>
#include <QStringList>

#include <optional>

namespace layerlab {

class Theme;

/// A matrix as a coloured table: blue above zero, orange below, as strong as the number is large.
/// Draws only the cells in view. Hover or arrow keys choose a cell; whoever listens spells it out.
class MatrixView : public QAbstractScrollArea {
  Q_OBJECT
public:
  explicit MatrixView(const Theme& theme, QWidget* parent = nullptr);

  /// A number as a cell shows it: at most as wide as the widest one.
  static QString textOf(float value);
  static constexpr const char* widest = "-0.0000";

  /// `caption`: "X", "W and b"; names may be fewer than rows or columns. No cell is current then.
  void setMatrix(const QString& caption, Matrix matrix, const QStringList& rowNames = {},
                 const QStringList& columnNames = {});
  const Matrix& matrix() const { return m_matrix; }
  struct Cell {
    int row = 0;
    int column = 0;
    bool operator==(const Cell&) const = default;
  };
  std::optional<Cell> current() const { return m_current; }
  /// Emits nothing.
  void setCurrent(std::optional<Cell> cell);
  /// Marks a cell, row or column (-1: all of it) that belongs to what is spelled out elsewhere;
  /// emits nothing.
  void setMarked(std::optional<Cell> cell);
  QSize sizeHint() const override { return {180, 120}; }
  QSize minimumSizeHint() const override { return {72, 72}; }

signals:
  void currentChanged();

protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

private:
  void layOut();
  QRectF cellRect(int row, int column) const;
  std::optional<Cell> cellAt(QPointF at) const;
  void choose(std::optional<Cell> cell);
  void paintCell(QPainter& painter, int row, int column) const;
  void paintHeads(QPainter& painter, int firstRow, int lastRow, int firstColumn,
                  int lastColumn) const;
  bool isMarked(int row, int column) const;

  const Theme& m_theme;
  QString m_caption;
  Matrix m_matrix;
  QStringList m_rowNames;
  QStringList m_columnNames;
  float m_largest = 0.0f;
  double m_headWidth = 0.0;
  double m_headHeight = 0.0;
  double m_cellWidth = 52.0;
  double m_cellHeight = 20.0;
  std::optional<Cell> m_current;
  std::optional<Cell> m_marked;
};

} // namespace layerlab
