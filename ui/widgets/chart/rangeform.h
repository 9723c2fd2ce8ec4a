#pragma once

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QPushButton;

namespace layerlab {

class CurveChart;

/// The stretch of both axes as four numbers to be typed, and a way back to the automatic one.
/// Follows zooming and panning with the mouse.
class RangeForm : public QWidget {
  Q_OBJECT
public:
  /// `name`: in front of the object names ("lossRange": lossRangeXFrom ...).
  RangeForm(CurveChart& chart, const QString& name, QWidget* parent = nullptr);

  void retranslate(const QString& xAxis, const QString& yAxis);
  /// Writes the stretch that is shown into the fields nobody is typing in.
  void refresh();

private:
  void apply();

  CurveChart& m_chart;
  std::array<QLineEdit*, 4> m_fields{}; ///< x from, x to, y from, y to
  std::array<QLabel*, 2> m_captions{};
  QLabel* m_error;
  QPushButton* m_automatic;
};

} // namespace layerlab
