#pragma once

#include "ui/widgets/chart/chartpaint.h"

#include <QWidget>

namespace layerlab {

/// The figures of a read-out. A child of the window, over whatever is around the chart: a low chart
/// would cut them off. Lets the pointer through.
class ReadOutCard : public QWidget {
  Q_OBJECT
public:
  explicit ReadOutCard(const Theme& theme, QWidget* window);

  /// Shows it beside the read-out's line at `x` of `plot`, both in the window.
  void tell(const ReadOut& readOut, const QString& head, const QRectF& plot, double x);
  QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  double lineHeight() const;

  const Theme& m_theme;
  ReadOut m_readOut;
  QString m_head;
};

} // namespace layerlab
