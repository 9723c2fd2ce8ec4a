#include "ui/widgets/panels/ratespin.h"

#include "ui/widgets/panels/words.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace layerlab {

double nextRate(double value, bool up) {
  const double decade = std::pow(10.0, std::floor(std::log10(value)));
  constexpr std::array<double, 5> steps{0.5, 1.0, 2.0, 5.0, 10.0};
  const double mantissa = value / decade;
  constexpr double slack = 1e-6; // 0.002 is not exactly 2 * 0.001
  if (up) {
    for (const double step : steps)
      if (step > mantissa * (1.0 + slack)) return step * decade;
  } else {
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
      if (*step < mantissa * (1.0 - slack)) return *step * decade;
  }
  return value;
}

RateSpin::RateSpin(QWidget* parent) : QDoubleSpinBox(parent) {
  setLocale(QLocale::c());
  setDecimals(12);
  setRange(1e-10, 1000.0);
  setKeyboardTracking(false);
  setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
}

QString RateSpin::textFromValue(double value) const {
  return Words::setting(value);
}

double RateSpin::valueFromText(const QString& text) const {
  bool ok = false;
  const double value = QLocale::c().toDouble(text.trimmed(), &ok);
  return ok && std::isfinite(value) ? value : this->value();
}

QValidator::State RateSpin::validate(QString& text, int&) const {
  bool ok = false;
  const double value = QLocale::c().toDouble(text.trimmed(), &ok);
  if (ok && std::isfinite(value) && value >= minimum() && value <= maximum())
    return QValidator::Acceptable;
  const auto typed = [](QChar c) { return c.isDigit() || QStringLiteral(".eE+-").contains(c); };
  return std::all_of(text.cbegin(), text.cend(), typed) ? QValidator::Intermediate
                                                        : QValidator::Invalid;
}

void RateSpin::fixup(QString& text) const {
  text = textFromValue(value());
}

void RateSpin::stepBy(int steps) {
  double rate = value();
  for (int i = 0; i < std::abs(steps); ++i) rate = nextRate(rate, steps > 0);
  setValue(rate);
}

} // namespace layerlab

#include "moc_ratespin.cpp"
