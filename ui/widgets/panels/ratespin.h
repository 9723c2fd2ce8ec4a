#pragma once

#include <QDoubleSpinBox>

namespace layerlab {

/// A spin box for learning rates: shows the shortest text ("0.001", "1e-05"), reads either form
/// with a point whatever the locale, and steps 1, 2, 5, 10 ... so that one press is a visible
/// change at any size.
class RateSpin : public QDoubleSpinBox {
  Q_OBJECT
public:
  explicit RateSpin(QWidget* parent = nullptr);

  QString textFromValue(double value) const override;
  double valueFromText(const QString& text) const override;
  QValidator::State validate(QString& text, int& position) const override;
  void fixup(QString& text) const override;
  void stepBy(int steps) override;

protected:
  StepEnabled stepEnabled() const override { return StepUpEnabled | StepDownEnabled; }
};

/// The next rate of the series 1, 2, 5, 10 ... above (`up`) or below `value` > 0.
double nextRate(double value, bool up);

} // namespace layerlab
