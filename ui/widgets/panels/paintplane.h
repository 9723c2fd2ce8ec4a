#pragma once

#include "core/data/generators.h"

#include <QPointF>
#include <QUndoStack>
#include <QWidget>

#include <vector>

namespace layerlab {

class Theme;
struct Colors;

/// The plane [-6, 6]^2 with points of two classes, or of a curve: shown, or painted by clicks with
/// undo. The keyboard paints too: arrows move a cursor, Enter sets a point, Delete takes the
/// nearest one away.
class PaintPlane : public QWidget {
  Q_OBJECT
public:
  enum class Mode { show, paint };
  static constexpr double reach = 6.0; ///< the plane goes from -reach to reach

  PaintPlane(const Theme& theme, Mode mode, QWidget* parent = nullptr);
  ~PaintPlane() override { m_undo.disconnect(); } // it tells of its own end, to those half gone

  const std::vector<PaintedPoint>& points() const { return m_points; }
  /// Replaces all points; not undoable (it is another picture, not an edit).
  void setPoints(std::vector<PaintedPoint> points);
  /// The points of a generated table: x1, x2, label or value, or x, y.
  void showTable(const Table& table, bool classification);
  /// A curve has one kind of point and no classes.
  void setCurve(bool curve);
  bool isCurve() const { return m_curve; }
  /// The class the next click paints, 0 or 1.
  void setBrush(int label);
  int brush() const { return m_brush; }
  void clear();
  QUndoStack& undoStack() { return m_undo; }

  /// A point of a class as the plane draws it: told apart by form as well, 0 a square, 1 a disc.
  static void drawShape(QPainter& painter, const Colors& colors, int label, QPointF at,
                        double radius);

  QSize sizeHint() const override { return {360, 360}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return width; }

signals:
  void pointsChanged();
  void brushChanged(int label);

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

private:
  friend class PaintCommand;
  QRectF plot() const;
  QPointF toScreen(QPointF value) const;
  QPointF toPlane(QPointF screen) const;
  void paintAt(QPointF value, int label);
  void eraseNear(QPointF value);
  void exchange(std::vector<PaintedPoint> points);
  void drawGrid(QPainter& painter) const;
  void drawPoint(QPainter& painter, const PaintedPoint& point) const;
  void drawCursor(QPainter& painter) const;

  const Theme& m_theme;
  Mode m_mode;
  std::vector<PaintedPoint> m_points;
  QUndoStack m_undo;
  bool m_curve = false;
  bool m_values = false; ///< colour by value (regression on two inputs)
  double m_largest = 1.0;
  int m_brush = 1;
  QPointF m_cursor;
  QPointF m_lastStroke;
  int m_stroke = 0; ///< counts the strokes
};

} // namespace layerlab
