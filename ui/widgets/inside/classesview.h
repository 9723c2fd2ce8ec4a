#pragma once

#include "core/insight/report.h"

#include <QWidget>

#include <memory>

class QTableWidget;

namespace layerlab {

class ConfusionView;
class Theme;

/// More than two classes: confusion matrix and the figures of every class.
class ClassesView : public QWidget {
  Q_OBJECT
public:
  explicit ClassesView(const Theme& theme, QWidget* parent = nullptr);

  void setReport(std::shared_ptr<const PredictionReport> report);
  ConfusionView* confusion() const { return m_confusion; }
  /// Leaves room for another picture.
  void setCompact(bool compact);
  void retranslate();

private:
  void fillRow(int row, const QString& name, const ClassScores& scores);
  void refresh();
  void fitColumns();

  std::shared_ptr<const PredictionReport> m_report;
  ConfusionView* m_confusion;
  QTableWidget* m_table;
};

} // namespace layerlab
