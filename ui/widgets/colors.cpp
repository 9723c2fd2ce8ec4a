#include "ui/widgets/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace layerlab {
namespace {

// The live curves are blue, orange and green: none of these here, so that an earlier run is never
// taken for one of them. Neighbours differ in hue and in lightness.
constexpr std::array<QRgb, 8> darkSeries{0xffa590f5, 0xffe3c14f, 0xffe07bc0, 0xff8fc7e8,
                                         0xfff2726f, 0xffa3cc5c, 0xffc9a27c, 0xffb8c0cc};
constexpr std::array<QRgb, 8> lightSeries{0xff6b4fd3, 0xff8c6a00, 0xffb83a8e, 0xff3b7ea8,
                                          0xffc5383a, 0xff5a7d0c, 0xff8a6440, 0xff66707e};

double linear(double channel) {
  return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
         0.0722 * linear(color.blueF());
}

} // namespace

QColor Colors::series(int index) const {
  const auto& list = dark ? darkSeries : lightSeries;
  return QColor(list[static_cast<std::size_t>(index < 0 ? 0 : index) % list.size()]);
}

Colors lightColors() {
  Colors c;
  c.window = QColor(0xf2f4f8);
  c.surface = QColor(0xffffff);
  c.raised = QColor(0xf6f8fb);
  c.border = QColor(0xd3dae4);
  c.grid = QColor(0xe7ebf1);
  c.text = QColor(0x16202c);
  c.muted = QColor(0x536071);
  c.disabled = QColor(0x97a2b0);
  c.accent = QColor(0x1f6feb);
  c.accentHover = QColor(0x185fce);
  c.accentText = QColor(0xffffff);
  c.positive = QColor(0x1a6fd6);
  c.negative = QColor(0xd1590c);
  c.trainEnd = QColor(0x0b8a6c);
  c.baseline = QColor(0x768396);
  c.good = QColor(0x11785a);
  c.note = QColor(0x8a5a00);
  c.bad = QColor(0xc2302f);
  c.hover = QColor(0xe9eef6);
  c.selection = QColor(0xd6e5fc);
  return c;
}

Colors darkColors() {
  Colors c;
  c.window = QColor(0x10141b);
  c.surface = QColor(0x181e28);
  c.raised = QColor(0x202835);
  c.border = QColor(0x303a4a);
  c.grid = QColor(0x273040);
  c.text = QColor(0xe7ecf3);
  c.muted = QColor(0x9caabc);
  c.disabled = QColor(0x5f6c7f);
  c.accent = QColor(0x58a6ff);
  c.accentHover = QColor(0x7ab8ff);
  c.accentText = QColor(0x0b1526);
  c.positive = QColor(0x56a8f8);
  c.negative = QColor(0xf0883e);
  c.trainEnd = QColor(0x3ec9a7);
  c.baseline = QColor(0x8390a3);
  c.good = QColor(0x45c99a);
  c.note = QColor(0xe5b454);
  c.bad = QColor(0xff7b72);
  c.dark = true;
  c.hover = QColor(0x263041);
  c.selection = QColor(0x24466f);
  return c;
}

QColor mixed(const QColor& a, const QColor& b, double share) {
  const auto t = static_cast<float>(std::clamp(share, 0.0, 1.0));
  const auto channel = [t](float from, float to) { return from + (to - from) * t; };
  return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                          channel(a.blueF(), b.blueF()));
}

double contrast(const QColor& a, const QColor& b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace layerlab
