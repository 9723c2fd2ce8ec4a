#pragma once

#include "ui/widgets/pages/page.h"
#include "ui/widgets/panels/throttle.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace layerlab {

class ChartExport;
class CurveChart;
class ElbowCurve;
class Field;
class MessageRow;
class Prompts;
class SweepForm;
class SweepTable;
class Theme;

/// How many units are enough? Trains the network with different counts and shows where the loss
/// stops falling fast.
class ElbowPage : public Page {
  Q_OBJECT
public:
  ElbowPage(const Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* parent = nullptr);

  QString title() const override;
  QString tip() const override;
  QString icon() const override;
  QWidget* controls() const override { return m_controls; }
  ChartExport* exporter() const override { return m_export; }
  CurveChart* chart() const { return m_chart; }
  void showError(const QString& sentence);
  void say(const QString& sentence);
  void start();

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void buildChoices();
  QLayout* buildVerdict();
  void connectControls();
  void retranslate();
  void refresh();
  void refreshRunning();
  void refreshVerdict(const ElbowCurve& curve);
  void clearVerdict();
  void adopt();
  SweepMetric metric() const;
  ElbowAxis axis() const;
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
  QComboBox* m_metric = nullptr;
  QComboBox* m_axis = nullptr;
  Field* m_metricField = nullptr;
  Field* m_axisField = nullptr;
  QToolButton* m_showTable = nullptr;
  QStackedWidget* m_views = nullptr;
  QTableView* m_table = nullptr;
  QProgressBar* m_progress = nullptr;
  QLabel* m_progressText = nullptr;
  QLabel* m_verdict = nullptr;
  QLabel* m_meaning = nullptr;
  QPushButton* m_adopt = nullptr;
  int m_adoptUnits = 0;
  Throttle m_throttle;
};

} // namespace layerlab
