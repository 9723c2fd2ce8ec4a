#pragma once

#include "core/insight/report.h"
#include "ui/widgets/inside/scatterplot.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace layerlab {

class Figures;
class Theme;

/// Numbers: predicted against true with the diagonal, the errors, R², MAE and RMSE.
class NumbersView : public QWidget {
  Q_OBJECT
public:
  explicit NumbersView(const Theme& theme, QWidget* parent = nullptr);

  /// `target`: name of the predicted column.
  void setReport(std::shared_ptr<const PredictionReport> report, const QString& target,
                 bool validation);
  void setMarked(std::optional<std::size_t> reportRow);
  /// Leaves room for another picture.
  void setCompact(bool compact);
  void retranslate();

signals:
  void rowChosen(int reportRow);

private:
  void refresh();
  ScatterScene fitScene() const;
  ScatterScene errorScene() const;
  Dots dots(bool errors) const;

  const Theme& m_theme;
  std::shared_ptr<const PredictionReport> m_report;
  std::vector<std::uint32_t> m_shown; ///< rows of the report that are drawn
  QString m_target;
  bool m_validation = false;
  ScatterPlot* m_fit;
  ScatterPlot* m_errors;
  Figures* m_figures;
};

} // namespace layerlab
