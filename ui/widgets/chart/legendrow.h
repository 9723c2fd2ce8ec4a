#pragma once

#include "ui/widgets/chart/curvechart.h"

#include <QAbstractButton>
#include <QSet>
#include <QWidget>

#include <vector>

class QToolButton;

namespace layerlab {

/// One entry: sample of the line and its name; a click hides or shows the curve.
class LegendButton : public QAbstractButton {
  Q_OBJECT
public:
  LegendButton(const Theme& theme, QWidget* parent);
  void show(const Curve& curve);
  QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const Theme& m_theme;
  QColor m_color;
  Curve::Style m_style = Curve::Style::solid;
};

/// The legend of a CurveChart: at most two rows of entries, the rest behind "n more".
class LegendRow : public QWidget {
  Q_OBJECT
public:
  LegendRow(const Theme& theme, QWidget* parent);

  /// Curves with inLegend, in their order.
  void setCurves(const QVector<Curve>& curves);
  const QSet<QString>& hidden() const { return m_hidden; }
  void setHidden(const QString& id, bool hidden);
  void restyle();

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

signals:
  void hiddenChanged();

protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  /// Places the entries when `move`; returns the height.
  int flow(int width, bool move) const;
  void fillMenu();

  const Theme& m_theme;
  std::vector<LegendButton*> m_buttons; ///< only the first m_count are in use
  std::size_t m_count = 0;
  QToolButton* m_more = nullptr;
  QSet<QString> m_hidden;
};

} // namespace layerlab
