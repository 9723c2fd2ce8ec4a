#pragma once

#include "core/insight/report.h"
#include "ui/session/errand.h"
#include "ui/widgets/inside/subject.h"
#include "ui/widgets/pages/page.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace layerlab {

class BinaryView;
class ClassesView;
class ConfusionView;
class MessageRow;
class NumbersView;
class Prompts;
class RowsPane;
class SurfaceView;
class Theme;
struct SurfacePicture;

/// What the network says about the rows, and how far that is from the truth; live while training.
class PredictPage : public Page {
  Q_OBJECT
public:
  PredictPage(const Theme& theme, Workbench& workbench, Prompts& prompts,
              QWidget* parent = nullptr);

  QString title() const override;
  QString tip() const override;
  QString icon() const override;
  bool isLive() const override { return true; }
  QWidget* controls() const override { return m_controls; }
  ChartExport* exporter() const override { return m_export; }
  bool isBusy() const override { return m_refresher.busy(); }
  QList<QWidget*> viewOptions() const override;

  double cutOff() const;
  void setCutOff(double cutOff);
  /// The figures in view; null: none yet.
  std::shared_ptr<const PredictionReport> report() const { return m_report; }

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  void build();
  QLayout* buildControls();
  void connectControls();
  void connectViews();
  void connectExport();
  void retranslate();
  Errand::Work prepareWork();
  void show(std::shared_ptr<const PredictionReport> report, const PreparedPtr& data,
            const Subject& subject);
  void showSurface(std::shared_ptr<const SurfacePicture> surface);
  void showTyped(const Result<Matrix>& outputs, const Preprocessing& preprocessing);
  void showEmpty();
  void fillParts(bool hasValidation);
  void fillTargets();
  void refreshCode();
  void cellChosen(const ConfusionView& view);
  void markRow(int reportRow);
  void askPredict(bool otherFile);
  void writePredictions(const QString& source, const QString& target);
  bool validation() const;

  const Theme& m_theme;
  Workbench& m_workbench;
  Prompts& m_prompts;
  Refresher m_refresher;
  std::shared_ptr<const PredictionReport> m_report;
  Preprocessing m_preprocessing;
  QComboBox* m_part;
  QComboBox* m_target;
  QLabel* m_cutOffText;
  QDoubleSpinBox* m_cutOff;
  QLabel* m_code;
  QLabel* m_note;
  QCheckBox* m_surfaceOn;
  QPushButton* m_other;
  QPushButton* m_save;
  MessageRow* m_message;
  QStackedWidget* m_stack;
  QLabel* m_empty;
  SurfaceView* m_surface;
  QStackedWidget* m_views;
  BinaryView* m_binary;
  ClassesView* m_classes;
  NumbersView* m_numbers;
  RowsPane* m_rows;
  ChartExport* m_export;
  QWidget* m_controls;
};

} // namespace layerlab
