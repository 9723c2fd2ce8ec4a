#pragma once

#include "core/insight/features.h"
#include "ui/session/errand.h"
#include "ui/widgets/inside/subject.h"
#include "ui/widgets/pages/page.h"

#include <memory>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableWidget;

namespace layerlab {

class ScatterPlot;
class SurfaceView;
class MessageRow;
class Prompts;
class Theme;
struct SurfacePicture;

/// A hidden layer as a new representation of the rows, beside the inputs: does it make the classes
/// separable? Live while training.
class FeaturesPage : public Page {
  Q_OBJECT
public:
  FeaturesPage(const Theme& theme, Workbench& workbench, Prompts& prompts,
               QWidget* parent = nullptr);

  QString title() const override;
  QString tip() const override;
  QString icon() const override;
  bool isLive() const override { return true; }
  QWidget* controls() const override { return m_controls; }
  ChartExport* exporter() const override { return m_export; }
  bool isBusy() const override { return m_refresher.busy(); }
  /// Null: nothing to show yet.
  const FeatureReport* report() const { return m_report.get(); }

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  void build();
  void connectAll();
  void connectExport();
  void retranslate();
  Errand::Work prepareWork();
  void show(const Subject& subject, const PreparedPtr& data,
            std::shared_ptr<const FeatureReport> report,
            std::shared_ptr<const SurfacePicture> surface);
  void showEmpty();
  void fillLayers(const Design& design);
  void fillAxes();
  void showClouds();
  void showUnits();
  void fitUnits();
  void fillUnit(int row);
  QString storyText(const UnitStory& story) const;
  QString rowsText(const UnitStory& story) const;
  QString axisTitle(const FeatureAxis& axis, const FeatureCloud& cloud) const;
  QString readOutText(const QString& what, double value) const;
  FeatureAxis axisOf(const QComboBox* combo, std::size_t usual) const;
  std::size_t layer() const;

  const Theme& m_theme;
  Workbench& m_workbench;
  Refresher m_refresher;
  std::shared_ptr<const FeatureReport> m_report;
  std::shared_ptr<const SurfacePicture> m_surface;
  PreparedPtr m_data;
  TablePtr m_table;
  int m_unitsOfAxes = -1;
  QComboBox* m_layer;
  QComboBox* m_x;
  QComboBox* m_y;
  QLabel* m_before;
  QLabel* m_after;
  ScatterPlot* m_inputs;
  SurfaceView* m_plane;
  ScatterPlot* m_features;
  QTableWidget* m_units;
  QLabel* m_empty;
  QStackedWidget* m_left;
  QStackedWidget* m_stack;
  MessageRow* m_message;
  ChartExport* m_export;
  QWidget* m_controls;
};

} // namespace layerlab
