#include "ui/widgets/iconengine.h"

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <utility>

namespace layerlab {

QByteArray tinted(QByteArray svg, const QColor& color) {
  return svg.replace("currentColor", color.name().toLatin1());
}

IconEngine::IconEngine(const Theme* theme, QByteArray svg, bool onAccent, std::optional<QColor> own)
    : m_theme(theme), m_svg(std::move(svg)), m_onAccent(onAccent), m_own(own) {}

QColor IconEngine::color(QIcon::Mode mode) const {
  if (!m_theme) return Qt::black;
  const Colors& colors = m_theme->colors();
  if (mode == QIcon::Disabled) return colors.disabled;
  if (m_own) return *m_own;
  return m_onAccent ? colors.accentText : colors.text;
}

void IconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) {
  QSvgRenderer renderer(tinted(m_svg, color(mode)));
  const int side = std::min(rect.width(), rect.height());
  QRectF square(0, 0, side, side);
  square.moveCenter(QRectF(rect).center());
  renderer.render(painter, square);
}

QPixmap IconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
  return scaledPixmap(size, mode, state, 1.0);
}

// `size` is in device pixels here, whatever `scale` says.
QPixmap IconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) {
  const QString key =
      QStringLiteral("layerlab-icon-%1-%2-%3x%4")
          .arg(qHash(m_svg))
          .arg(color(mode).name(), QString::number(size.width()), QString::number(size.height()));
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;
  pixmap = QPixmap(size);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  paint(&painter, QRect(QPoint(0, 0), size), mode, state);
  painter.end();
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

QSize IconEngine::actualSize(const QSize& size, QIcon::Mode, QIcon::State) {
  const int side = std::min(size.width(), size.height());
  return {side, side};
}

} // namespace layerlab
