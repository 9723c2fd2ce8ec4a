#pragma once

#include "ui/widgets/chart/curvechart.h"

#include <QAbstractButton>
#include <QSet>
#include <QWidget>

#include <vector>

class QLabel;
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
  Marker m_marker = Marker::none;
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
  bool isEmpty() const { return m_count == 0 || !m_shown; }
  void setShown(bool on);
  /// Titles of the axes at the ends of the first row, where the chart is too low for a row of
  /// theirs.
  void setTitles(const QString& left, const QString& right);
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
  int placeTitle(QLabel* title, bool atEnd, int width, bool move) const;

  const Theme& m_theme;
  std::vector<LegendButton*> m_buttons; ///< only the first m_count are in use
  std::size_t m_count = 0;
  bool m_shown = true;
  QToolButton* m_more = nullptr;
  QLabel* m_left = nullptr;
  QLabel* m_right = nullptr;
  QSet<QString> m_hidden;
};

} // namespace layerlab
