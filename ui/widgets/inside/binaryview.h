#pragma once

#include "core/insight/report.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace layerlab {

class ConfusionView;
class CutOffPlot;
class ElidedLabel;
class Figures;
class RocPlot;
class Theme;

/// Two classes: probabilities with the cut-off, confusion matrix, figures, ROC. All of them follow
/// the cut-off at once; the counts come from the report's ranking, so dragging costs nothing.
class BinaryView : public QWidget {
  Q_OBJECT
public:
  explicit BinaryView(const Theme& theme, QWidget* parent = nullptr);

  void setReport(std::shared_ptr<const PredictionReport> report);
  void setCutOff(double cutOff);
  void setMarked(std::optional<std::size_t> reportRow);
  ConfusionView* confusion() const { return m_confusion; }
  CutOffPlot* plot() const { return m_plot; }
  /// Leaves room for another picture.
  void setCompact(bool compact);
  void retranslate();

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void refresh();
  void refreshTies(const ConfusionMatrix& matrix);
  QString description(const ConfusionMatrix& matrix) const;

  std::shared_ptr<const PredictionReport> m_report;
  bool m_compact = false;
  double m_cutOff = 0.5;
  CutOffPlot* m_plot;
  ConfusionView* m_confusion;
  Figures* m_figures;
  RocPlot* m_roc;
  ElidedLabel* m_ties; ///< rows that lie exactly on the cut-off: there the conventions part
};

QStringList namesOf(const std::vector<std::string>& names);

} // namespace layerlab
