#include "ui/widgets/chart/axis.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

/// The round step (1, 2, 5 times a power of ten) nearest above length / wanted.
double roundStep(double length, int wanted) {
  const double rough = length / std::max(1, wanted);
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= rough * 0.999) return factor * power;
  return 10.0 * power;
}

int decimalsOf(double step) {
  if (!(step > 0.0)) return 0;
  return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 12);
}

QString scientific(double value) {
  const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-9));
  const double mantissa = value / std::pow(10.0, exponent);
  return QStringLiteral("%1e%2").arg(QString::number(mantissa, 'g', 3)).arg(exponent);
}

/// Linear steps on a log axis that spans too little for decades.
std::vector<Tick> narrowTicks(Range range, int wanted) {
  const Range data{std::pow(10.0, range.from), std::pow(10.0, range.to)};
  std::vector<Tick> ticks = linearTicks(data, wanted, false);
  std::erase_if(ticks, [](const Tick& tick) { return tick.value <= 0.0; });
  return ticks;
}

std::vector<Tick> binaryTicks(Range range, int wanted) {
  const double perTwo = std::log10(2.0);
  const int first = static_cast<int>(std::ceil(range.from / perTwo - 1e-9));
  const int last = static_cast<int>(std::floor(range.to / perTwo + 1e-9));
  const int every = std::max(1, (last - first + 1 + wanted - 1) / std::max(1, wanted));
  std::vector<Tick> ticks;
  for (int k = first; k <= last; ++k) {
    const double value = std::ldexp(1.0, k);
    ticks.push_back({value, (k - first) % every == 0 ? axisNumber(value) : QString()});
  }
  return ticks;
}

} // namespace

QString axisNumber(double value, double step) {
  if (value == 0.0 || std::abs(value) < step * 1e-6) return QStringLiteral("0");
  const double size = std::abs(value);
  if (size < 9.99e-5 || size >= 1e7) return scientific(value);
  const QLocale english(QLocale::English); // the comma is right in Korean too
  if (step > 0.0) return english.toString(value, 'f', decimalsOf(step));
  if (size >= 1000.0) return english.toString(value, 'f', 0);
  return QString::number(value, 'g', 4);
}

std::vector<Tick> linearTicks(Range range, int wanted, bool whole) {
  double step = roundStep(range.length(), wanted);
  if (whole) step = std::max(1.0, step);
  const double first = std::ceil(range.from / step - 1e-9);
  const double last = std::floor(range.to / step + 1e-9);
  std::vector<Tick> ticks;
  for (double k = first; k <= last && ticks.size() < 100; ++k)
    ticks.push_back({k * step, axisNumber(k * step, step)});
  // One number alone is no scale: a round step may be two and a half times the one asked for.
  const bool finer = ticks.size() < 2 && wanted < 10 && (!whole || step > 1.0);
  return finer ? linearTicks(range, wanted + 1, whole) : ticks;
}

std::vector<Tick> logTicks(Range range, int wanted, bool binary) {
  if (binary) return binaryTicks(range, wanted);
  if (range.length() < 0.9) return narrowTicks(range, wanted);
  const int first = static_cast<int>(std::ceil(range.from - 1e-9)); // whole decades inside
  const int last = static_cast<int>(std::floor(range.to + 1e-9));
  const int every = std::max(1, (last - first + wanted) / std::max(1, wanted));
  const bool named25 = range.length() * 3.0 <= wanted + 0.5;
  const int finest = range.length() * 1.5 <= wanted ? 9 : 1;
  std::vector<Tick> ticks;
  for (int decade = first - 1; decade <= last; ++decade) {
    const bool named = (decade - first) % every == 0;
    for (int factor = 1; factor <= finest; ++factor) {
      const double value = factor * std::pow(10.0, decade);
      const double axis = std::log10(value);
      if (axis < range.from - 1e-9 || axis > range.to + 1e-9) continue;
      const bool label = (factor == 1 && named) || (named25 && (factor == 2 || factor == 5));
      ticks.push_back({value, label ? axisNumber(value) : QString()});
    }
  }
  return ticks;
}

double PlotMap::axisX(double value) const {
  return logX ? std::log10(value) : value;
}

double PlotMap::axisY(double value) const {
  return logY ? std::log10(value) : value;
}

double PlotMap::dataX(double axis) const {
  return logX ? std::pow(10.0, axis) : axis;
}

double PlotMap::dataY(double axis) const {
  return logY ? std::pow(10.0, axis) : axis;
}

double PlotMap::pixelX(double value) const {
  return plot.left() + (axisX(value) - x.from) / x.length() * plot.width();
}

double PlotMap::pixelY(double value) const {
  return plot.bottom() - (axisY(value) - y.from) / y.length() * plot.height();
}

QPointF PlotMap::axisAt(QPointF pixel) const {
  return {x.from + (pixel.x() - plot.left()) / plot.width() * x.length(),
          y.from + (plot.bottom() - pixel.y()) / plot.height() * y.length()};
}

bool PlotMap::drawable(QPointF data) const {
  return std::isfinite(data.x()) && std::isfinite(data.y()) && (!logX || data.x() > 0.0) &&
         (!logY || data.y() > 0.0);
}

} // namespace layerlab
