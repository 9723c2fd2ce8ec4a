#include "ui/widgets/pages/partspicture.h"

#include "core/io/files.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QWidget>

namespace layerlab {
namespace {

constexpr int margin = 12;
constexpr double scale = 2.0; ///< pixels of an image per pixel of the screen
constexpr double pdfPointsPerPixel = 0.75;

QRect placeOf(const PartsPicture& picture, const QWidget& part) {
  return {part.mapTo(picture.page, QPoint(0, 0)), part.size()};
}

QRect frameOf(const PartsPicture& picture) {
  QRect frame;
  for (const QWidget* part : picture.parts)
    if (part->isVisibleTo(picture.page)) frame |= placeOf(picture, *part);
  return frame.adjusted(-margin, -margin, margin, margin);
}

void paint(QPainter& painter, const PartsPicture& picture) {
  const QRect frame = frameOf(picture);
  painter.fillRect(QRect(QPoint(0, 0), frame.size()), picture.background);
  for (QWidget* part : picture.parts)
    if (part->isVisibleTo(picture.page))
      part->render(&painter, placeOf(picture, *part).topLeft() - frame.topLeft(), {},
                   QWidget::DrawChildren);
}

QImage imageOf(const PartsPicture& picture) {
  QImage image(frameOf(picture).size() * scale, QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  QPainter painter(&image);
  paint(painter, picture);
  return image;
}

void paintSvg(QBuffer& buffer, const PartsPicture& picture) {
  const QSize size = frameOf(picture).size();
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setSize(size);
  generator.setViewBox(QRect(QPoint(0, 0), size));
  QPainter painter(&generator);
  paint(painter, picture);
}

void paintPdf(QBuffer& buffer, const PartsPicture& picture) {
  QPdfWriter writer(&buffer);
  writer.setPageSize(
      QPageSize(QSizeF(frameOf(picture).size()) * pdfPointsPerPixel, QPageSize::Point));
  writer.setPageMargins(QMarginsF());
  writer.setResolution(96);
  QPainter painter(&writer);
  paint(painter, picture);
}

} // namespace

bool isDrawn(const PartsPicture& picture) {
  return picture.parts.first()->isVisibleTo(picture.page);
}

Result<void> writePicture(const PartsPicture& picture, const QString& format, const QString& path) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (format == QLatin1String("svg"))
    paintSvg(buffer, picture);
  else if (format == QLatin1String("pdf"))
    paintPdf(buffer, picture);
  else
    imageOf(picture).save(&buffer, "PNG");
  return writeFile(QFile::encodeName(path).toStdString(),
                   {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QPixmap pixmapOf(const PartsPicture& picture) {
  return QPixmap::fromImage(imageOf(picture));
}

} // namespace layerlab
