#pragma once

#include "ui/session/workbench.h"
#include "ui/widgets/pages/losscurves.h"
#include "ui/widgets/panels/throttle.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSlider;

namespace layerlab {

class ChartExport;
class CurveChart;
class MessageRow;
class Prompts;
class ReadingBar;
class Theme;

/// The loss of the running or last fit over its epochs, earlier runs behind it, and what the curve
/// says in words.
class LossPage : public QWidget {
  Q_OBJECT
public:
  LossPage(const Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* parent = nullptr);

  /// The page's switches, to stand beside the tabs while the page is in view.
  QWidget* controls() const { return m_controls; }
  ChartExport* exporter() const { return m_export; }
  CurveChart* chart() const { return m_chart; }
  /// Draws what is there now, also while another page is in view.
  void bringUpToDate();

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  void build();
  void buildControls();
  void connectControls();
  void retranslate();
  void sessionChanged(Session::Parts parts);
  void refreshCurves();
  void refreshReading();
  QString description() const;

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
  Throttle m_curvesThrottle;
  Throttle m_readingThrottle;
};

} // namespace layerlab
