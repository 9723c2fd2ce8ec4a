#pragma once

#include "core/insight/distribution.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace layerlab {

class Theme;

/// Histograms over the epochs as one picture: a column is one epoch, dark where many numbers lie.
class EvolutionPlot : public QWidget {
  Q_OBJECT
public:
  explicit EvolutionPlot(const Theme& theme, QWidget* parent = nullptr);

  /// One histogram and one mean per epoch, all on the same range.
  void setColumns(std::vector<Histogram> columns, std::vector<double> means,
                  std::vector<int> epochs);
  void setTitle(const QString& title);
  /// A line at the epoch in view.
  void setShownEpoch(std::optional<int> epoch);
  QSize sizeHint() const override { return {240, 180}; }
  QSize minimumSizeHint() const override { return {140, 96}; }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  void draw();

  const Theme& m_theme;
  std::vector<Histogram> m_columns;
  std::vector<double> m_means;
  std::vector<int> m_epochs;
  QString m_title;
  QImage m_image;
  std::optional<int> m_shown;
};

} // namespace layerlab
