#include "ui/widgets/chart/curvechart_p.h"
#include "ui/widgets/chart/legendrow.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>

// A CurveChart as a picture for files: drawn by geometry alone, because QSvgGenerator cannot clip.
namespace layerlab {
namespace {

constexpr double margin = 12.0;
constexpr double pdfPointsPerPixel = 0.75;

QSizeF pictureSize(const QWidget& view) {
  return QSizeF(view.size()) + QSizeF(2 * margin, 2 * margin);
}

/// Draws the legend in rows from the top, with the titles of the axes where it has them; returns
/// the height it took.
double paintLegend(QPainter& painter, const Theme& theme, const ChartFrame& frame,
                   const std::vector<const DrawnCurve*>& curves, double width) {
  const QFont font = theme.font(9.0);
  const QFontMetricsF metrics(font);
  const double line = metrics.height() + 4.0;
  painter.setFont(font);
  double x = 0.0;
  double y = 0.0;
  double end = width; // of the first row
  if (!frame.titlesAbove) {
    painter.setPen(theme.colors().muted);
    painter.drawText(QPointF(2.0, 2.0 + metrics.ascent()), frame.yTitle);
    x = metrics.horizontalAdvance(frame.yTitle) + 18.0;
    if (!frame.rightTicks.empty()) end -= metrics.horizontalAdvance(frame.rightTitle) + 16.0;
    if (end < width)
      painter.drawText(QPointF(end + 16.0, 2.0 + metrics.ascent()), frame.rightTitle);
  }
  for (const DrawnCurve* curve : curves) {
    const double entry = 28.0 + metrics.horizontalAdvance(curve->name) + 16.0;
    if (x > 0.0 && x + entry > (y > 0.0 ? width : end)) {
      x = 0.0;
      y += line;
    }
    paintSample(painter, QRectF(x, y, 22.0, line), curve->color, curve->style, curve->marker);
    painter.setPen(theme.colors().text);
    painter.drawText(QPointF(x + 28.0, y + 2.0 + metrics.ascent()), curve->name);
    x += entry;
  }
  return curves.empty() ? 0.0 : y + line + 4.0;
}

/// QSaveFile and the flush before commit: Qt 6.4 does not notice a full disk otherwise.
bool writeFile(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return false;
  return file.write(bytes) == bytes.size() && file.flush() && file.commit();
}

} // namespace

/// Fitted to `size`, whatever room there is on the screen, where the chart may never have been.
void CurveChart::Private::paintAll(QPainter& painter, QSizeF size) {
  pending = true;
  refresh(); // every curve has its name and colour
  std::vector<const DrawnCurve*> named;
  for (const auto& entry : entries)
    if (isShown(*entry) && entry->curve.inLegend) named.push_back(&entry->drawn);
  const QSizeF inner = size - QSizeF(2 * margin, 2 * margin);
  QImage nowhere(1, 1, QImage::Format_RGB32);
  double top = 0.0;
  for (int round = 0; round < 2; ++round) { // the legend holds the titles of a low frame
    layOutFrame(inner - QSizeF(0.0, top));
    QPainter measure(&nowhere);
    top = paintLegend(measure, theme, frame, named, inner.width());
  }
  for (auto& entry : entries) drawEntry(*entry);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRectF(QPointF(0, 0), size), theme.colors().surface);
  painter.translate(margin, margin);
  paintLegend(painter, theme, frame, named, inner.width());
  painter.translate(0.0, top);
  paintFrame(painter, theme, frame);
  for (const auto& entry : entries)
    if (isShown(*entry)) paintCurve(painter, entry->drawn, frame.map.plot);
  paintMarks(painter, theme, frame, marks, drawnCurves());
  later(); // and back to the screen's
}

QImage CurveChart::picture(QSize size, double scale) {
  QImage image(size * scale, QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  QPainter painter(&image);
  d->paintAll(painter, size);
  painter.end();
  return image;
}

bool CurveChart::exportPng(const QString& path, double scale) {
  const QSizeF size = pictureSize(*this);
  QImage image((size * scale).toSize(), QImage::Format_RGB32);
  if (image.isNull()) return false;
  image.setDevicePixelRatio(scale);
  QPainter painter(&image);
  d->paintAll(painter, size);
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  return image.save(&buffer, "PNG") && writeFile(path, bytes);
}

bool CurveChart::exportSvg(const QString& path) {
  const QSizeF size = pictureSize(*this);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setSize(size.toSize());
  generator.setViewBox(QRectF(QPointF(0, 0), size));
  generator.setTitle(accessibleName());
  generator.setDescription(accessibleDescription());
  QPainter painter(&generator);
  d->paintAll(painter, size);
  painter.end();
  return writeFile(path, bytes);
}

bool CurveChart::exportPdf(const QString& path) {
  const QSizeF size = pictureSize(*this);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setPageSize(QPageSize(size * pdfPointsPerPixel, QPageSize::Point));
  writer.setPageMargins(QMarginsF());
  writer.setResolution(96);
  writer.setTitle(accessibleName());
  QPainter painter(&writer);
  d->paintAll(painter, size);
  painter.end();
  return writeFile(path, bytes);
}

} // namespace layerlab
