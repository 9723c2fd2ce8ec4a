#pragma once

#include "core/insight/scores.h"

#include <QRectF>
#include <QStringList>
#include <QWidget>

#include <optional>

namespace layerlab {

class Theme;

/// Rows by true class and predicted class. A chosen cell (click, or arrows and Enter) is what the
/// table of rows shows; choosing it again, or Escape, shows all.
class ConfusionView : public QWidget {
  Q_OBJECT
public:
  struct Cell {
    std::size_t truth = 0;
    std::size_t predicted = 0;
    bool operator==(const Cell&) const = default;
  };

  explicit ConfusionView(const Theme& theme, QWidget* parent = nullptr);

  void setMatrix(const ConfusionMatrix& matrix, const QStringList& classes);
  const ConfusionMatrix& matrix() const { return m_matrix; }
  std::optional<Cell> chosen() const { return m_chosen; }
  void clearChosen();
  QSize sizeHint() const override { return {224, 160}; }
  QSize minimumSizeHint() const override { return {144, 96}; }

signals:
  void cellChosen(); ///< see chosen()

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

private:
  QRectF grid() const;
  QRectF cellRect(Cell cell) const;
  std::optional<Cell> cellAt(QPointF at) const;
  void choose(Cell cell);
  QString words(Cell cell) const;
  void paintHeads(QPainter& painter) const;
  void paintCell(QPainter& painter, Cell cell) const;

  const Theme& m_theme;
  ConfusionMatrix m_matrix;
  QStringList m_classes;
  std::optional<Cell> m_chosen;
  Cell m_current;
};

} // namespace layerlab
