#pragma once

#include "core/insight/distribution.h"

#include <QFontMetricsF>
#include <QRectF>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

namespace layerlab {

class Theme;

/// Probabilities of the rows of class 1 (bars up) and class 0 (bars down) with the cut-off as a
/// line to drag; what falls on the wrong side is pale. Keyboard: Left/Right 0.01, with Shift 0.1,
/// Home back to 0.5.
class CutOffPlot : public QWidget {
  Q_OBJECT
public:
  explicit CutOffPlot(const Theme& theme, QWidget* parent = nullptr);

  /// `byClass`: two histograms on [0, 1] with equal bins; empty: nothing to show.
  void setHistograms(std::vector<Histogram> byClass, const QStringList& classes);
  void setCutOff(double cutOff);
  double cutOff() const { return m_cutOff; }
  /// The probability of one row, as a small mark; nullopt: none.
  void setMarked(std::optional<double> probability);
  /// The first of the two that fits into the room; empty: neither.
  static QString sideText(const QFontMetricsF& metrics, double room, const QString& words,
                          const QString& brief);
  QSize sizeHint() const override { return {280, 200}; }
  QSize minimumSizeHint() const override { return {160, 96}; }

signals:
  void cutOffMoved(double cutOff); ///< by the person

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

private:
  QRectF plot() const;
  double pixelOf(double probability) const;
  void moveTo(double cutOff);
  void paintBars(QPainter& painter, std::size_t which) const;
  void paintSides(QPainter& painter) const;
  void paintLine(QPainter& painter) const;

  const Theme& m_theme;
  std::vector<Histogram> m_byClass;
  QStringList m_classes;
  double m_cutOff = 0.5;
  std::optional<double> m_marked;
};

} // namespace layerlab
