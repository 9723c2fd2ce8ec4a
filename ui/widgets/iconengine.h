#pragma once

#include "ui/widgets/theme.h"

#include <QHash>
#include <QIconEngine>
#include <QPointer>

#include <optional>

namespace layerlab {

/// Draws one SVG of the family, `currentColor` replaced by the theme's colour at the moment of
/// painting, so that icons held by actions follow a theme switch by themselves.
class IconEngine : public QIconEngine {
public:
  IconEngine(const Theme* theme, QByteArray svg, bool onAccent, std::optional<QColor> own);

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state,
                       qreal scale) override;
  QSize actualSize(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
  QIconEngine* clone() const override { return new IconEngine(*this); }
  QString key() const override { return QStringLiteral("layerlab"); }
  bool isNull() override { return m_svg.isEmpty(); }

private:
  QColor color(QIcon::Mode mode) const;

  QPointer<const Theme> m_theme;
  QByteArray m_svg;
  bool m_onAccent;
  std::optional<QColor> m_own;
};

/// `svg` with `currentColor` replaced.
QByteArray tinted(QByteArray svg, const QColor& color);

} // namespace layerlab
