#include "ui/widgets/canvas/activationgraph.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPointer>
#include <QPolygonF>

#include <algorithm>

namespace layerlab {
namespace {

constexpr double reach = 4.0; ///< z from -reach to reach

/// Lowest and highest value in the picture: bounded functions fill it, the others share one scale.
std::pair<double, double> heights(Activation activation) {
  switch (activation) {
  case Activation::sigmoid:
  case Activation::hardSigmoid:
    return {-0.15, 1.15};
  case Activation::tanh:
  case Activation::softsign:
    return {-1.2, 1.2};
  case Activation::linear:
    return {-4.2, 4.2};
  default:
    return {-1.9, 4.2};
  }
}

void paintBars(QPainter& painter, const QRectF& rect, const QColor& line) {
  const double shares[] = {0.22, 0.62, 0.16};
  const double width = rect.width() / 5.0;
  painter.setPen(Qt::NoPen);
  painter.setBrush(line);
  for (int i = 0; i < 3; ++i) {
    const double height = rect.height() * (0.12 + shares[i] * 1.3);
    const double x = rect.left() + width * (0.5 + 1.5 * i);
    painter.drawRoundedRect(QRectF(x, rect.bottom() - height, width, height), 1.0, 1.0);
  }
}

class ActivationIconEngine : public QIconEngine {
public:
  ActivationIconEngine(const Theme* theme, Activation activation)
      : m_theme(theme), m_activation(activation) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    if (!m_theme) return;
    const Colors& colors = m_theme->colors();
    const QColor line = mode == QIcon::Disabled ? colors.disabled : colors.accent;
    paintActivation(*painter, rect, m_activation, line, mixed(colors.surface, colors.muted, 0.4));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
  }
  QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
  QIconEngine* clone() const override { return new ActivationIconEngine(*this); }

private:
  QPointer<const Theme> m_theme;
  Activation m_activation;
};

} // namespace

void paintActivation(QPainter& painter, const QRectF& rect, Activation activation,
                     const QColor& line, const QColor& axes) {
  painter.setRenderHint(QPainter::Antialiasing);
  if (activation == Activation::softmax) return paintBars(painter, rect, line);
  const auto [low, high] = heights(activation);
  const auto yOf = [&, low = low, high = high](double value) {
    return rect.bottom() - (std::clamp(value, low, high) - low) / (high - low) * rect.height();
  };
  if (rect.height() >= 24.0) {
    painter.setPen(QPen(axes, 1.0));
    painter.drawLine(QPointF(rect.left(), yOf(0.0)), QPointF(rect.right(), yOf(0.0)));
    painter.drawLine(QPointF(rect.center().x(), rect.top()),
                     QPointF(rect.center().x(), rect.bottom()));
  }
  QPolygonF curve;
  const int steps = std::max(24, static_cast<int>(rect.width()));
  for (int i = 0; i <= steps; ++i) {
    const double z = reach * (2.0 * i / steps - 1.0);
    const double value = activate(activation, z);
    if (value > high + 0.05) break; // leaves the picture at the top
    curve << QPointF(rect.left() + rect.width() * i / steps, yOf(value));
  }
  const double width = std::clamp(rect.height() / 14.0, 1.4, 3.0);
  painter.setPen(QPen(line, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(curve);
}

QIcon activationIcon(const Theme& theme, Activation activation) {
  return QIcon(new ActivationIconEngine(&theme, activation));
}

} // namespace layerlab
