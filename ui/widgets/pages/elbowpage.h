#pragma once

#include "ui/widgets/pages/page.h"
#include "ui/widgets/panels/throttle.h"

#include <memory>

class QComboBox;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace layerlab {

class ChartExport;
class CurveChart;
class ElbowAside;
class ElbowCurve;
class ElbowVerdict;
class Field;
class MessageRow;
class Notice;
class Prompts;
class SweepChooser;
class SweepForm;
class SweepTable;
class Theme;
struct Curve;

/// How many units are enough? Trains the network with different counts and shows where the loss
/// stops falling fast.
class ElbowPage : public Page {
  Q_OBJECT
public:
  ElbowPage(const Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* parent = nullptr);
  ~ElbowPage() override;

  QString title() const override;
  QString tip() const override;
  QString icon() const override;
  QWidget* controls() const override { return m_controls; }
  ChartExport* exporter() const override { return m_export; }
  QList<QWidget*> viewOptions() const override;
  int leastHeight() const override;
  void bringUpToDate() override;
  CurveChart* chart() const { return m_chart; }
  void tell(const Notice& notice);
  void start();

signals:
  /// A curve was put there, to be looked at.
  void lossPageRequested();

protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void build();
  void buildChoices();
  void buildTable();
  void connectControls();
  void connectChart();
  void connectData();
  void retranslate();
  void refresh();
  void refreshRunning();
  void refreshEmpty();
  void refreshMetrics();
  void refreshWhy();
  void clickInPlot(QPointF at);
  void clickMark(const QString& id);
  void showTrialNear(double units, double loss);
  void keepTrial();
  QVector<Curve> curves() const;
  SweepMetric sweepMetric() const;
  QString axisChoice() const;
  Result<std::string> csv() const;

  const Theme& m_theme;
  Workbench& m_workbench;
  Session& m_session;
  SweepForm* m_form;
  CurveChart* m_chart;
  ChartExport* m_export;
  SweepTable* m_model;
  MessageRow* m_message;
  QWidget* m_controls;
  SweepChooser* m_compare;
  ElbowVerdict* m_verdict;
  ElbowAside* m_aside;
  QComboBox* m_metric = nullptr;
  QComboBox* m_axis = nullptr;
  Field* m_metricField = nullptr;
  Field* m_axisField = nullptr;
  QToolButton* m_why = nullptr;
  QToolButton* m_showTable = nullptr;
  QStackedWidget* m_views = nullptr;
  QTableView* m_table = nullptr;
  std::unique_ptr<const ElbowCurve> m_curve; ///< null: no sweep
  Throttle m_throttle;
};

} // namespace layerlab
