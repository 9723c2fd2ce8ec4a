#include "ui/widgets/panels/elidedlabel.h"

#include <QStyle>

#include <QPainter>

namespace layerlab {

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QString line = fontMetrics().elidedText(text(), Qt::ElideRight, width());
  const QString wanted = line == text() ? QString() : text();
  if (toolTip() != wanted) setToolTip(wanted);
  style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()), palette(),
                        isEnabled(), line, foregroundRole());
}

} // namespace layerlab
