#pragma once

#include "ui/session/lessonrunner.h"

#include <QPen>
#include <QWidget>

namespace layerlab {

class Theme;

/// Where a prediction is drawn before the run: a loss curve by dragging, or an elbow by a click;
/// afterwards the truth is laid over it; a key says which line is which. Keyboard: Left and Right
/// walk, Up and Down draw; Enter takes the elbow.
class SketchPad : public QWidget {
  Q_OBJECT
public:
  explicit SketchPad(const Theme& theme, QWidget* parent = nullptr);

  void setQuestion(const LessonQuestion& question);
  void setAnswer(const LessonAnswer& answer);
  /// curve: shares as in LessonAnswer; elbow: units and relative mean loss (0 ... 1).
  void setTruth(const QVector<QPointF>& truth, std::optional<double> elbow);
  /// What is written at the axes: left end, what is counted, right end, what is drawn.
  QStringList axisWords() const;
  QSize sizeHint() const override;

signals:
  void answered(const layerlab::LessonAnswer& answer);

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  QRectF plot() const;
  QPointF share(QPointF at) const;
  QPointF place(QPointF share) const;
  void draw(QPointF share);
  void takeUnits(double share);
  void finish();
  double unitsAt(double share) const;
  double shareOf(double units) const;
  void paintAxes(QPainter& painter) const;
  QPen answerPen() const;
  QPen truthPen() const;
  void paintKey(QPainter& painter) const;
  double paintKeyEntry(QPainter& painter, double right, const QString& words,
                       const QPen& pen) const;
  void paintAnswer(QPainter& painter) const;
  void paintTruth(QPainter& painter) const;

  const Theme& m_theme;
  LessonQuestion m_question;
  LessonAnswer m_answer;
  QVector<QPointF> m_truth;
  std::optional<double> m_elbow;
  QVector<double> m_columns; ///< sketched share of the first loss per column; negative: none
  int m_cursor = 0;
};

} // namespace layerlab
