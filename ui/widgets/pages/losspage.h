#pragma once

#include "ui/widgets/pages/losscurves.h"
#include "ui/widgets/pages/page.h"
#include "ui/widgets/panels/throttle.h"

class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QSlider;
class QToolButton;

namespace layerlab {

class ChartExport;
class CurveChart;
class MessageRow;
class Prompts;
class RangeForm;
class ReadingBar;
class Theme;

/// The loss of the running or last fit over its epochs, earlier runs behind it, and what the curve
/// says in words.
class LossPage : public Page {
  Q_OBJECT
public:
  LossPage(const Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* parent = nullptr);

  QString title() const override;
  QString tip() const override;
  QString icon() const override;
  bool isLive() const override { return true; }
  QWidget* controls() const override { return m_controls; }
  ChartExport* exporter() const override { return m_export; }
  QList<QWidget*> viewOptions() const override;
  CurveChart* chart() const { return m_chart; }
  void bringUpToDate() override;

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void build();
  void buildControls();
  void buildDisplay();
  void openDisplay();
  void fillMetrics();
  void retranslateDisplay();
  void connectControls();
  void retranslate();
  void giveRoomToTheCurve();
  void sessionChanged(Session::Parts parts);
  void refreshCurves();
  void refreshReading();
  QVector<ChartMark> marks() const;
  QString description() const;
  QString emptyText() const;

  const Theme& m_theme;
  Workbench& m_workbench;
  Session& m_session;
  LossCurves m_lines;
  CurveChart* m_chart;
  ChartExport* m_export;
  ReadingBar* m_reading;
  MessageRow* m_message;
  QWidget* m_controls;
  QCheckBox* m_logY = nullptr;
  QCheckBox* m_logX = nullptr;
  QLabel* m_smoothingText = nullptr;
  QSlider* m_smoothing = nullptr;
  QToolButton* m_displayButton = nullptr;
  QFrame* m_display = nullptr; ///< what is chosen seldom, in a small window below its button
  QLabel* m_metricText = nullptr;
  QComboBox* m_metric = nullptr;
  RangeForm* m_range = nullptr;
  std::optional<int> m_markedEpoch; ///< the past epoch in view
  Throttle m_curvesThrottle;
  Throttle m_readingThrottle;
};

} // namespace layerlab
