#pragma once

#include "core/insight/evolution.h"
#include "ui/session/errand.h"
#include "ui/widgets/inside/subject.h"
#include "ui/widgets/pages/page.h"

#include <map>
#include <memory>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace layerlab {

class EvolutionPlot;
class MessageRow;
class Prompts;
class Theme;

/// Weights, gradients and activations of one layer over the stored epochs, and how many of its
/// units carry nothing.
class WeightsPage : public Page {
  Q_OBJECT
public:
  WeightsPage(const Theme& theme, Workbench& workbench, Prompts& prompts,
              QWidget* parent = nullptr);

  QString title() const override;
  QString tip() const override;
  QString icon() const override;
  bool isLive() const override { return true; }
  QWidget* controls() const override { return m_controls; }
  ChartExport* exporter() const override { return m_export; }
  bool isBusy() const override { return m_refresher.busy(); }

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  using Moments = std::vector<std::shared_ptr<const EpochMoment>>;
  /// Moments looked at before, by the weights they are of.
  using Known = std::map<std::shared_ptr<const Weights>, std::shared_ptr<const EpochMoment>>;
  /// A picture of one kind of numbers.
  struct Picture {
    std::vector<Histogram> columns;
    std::vector<double> means;
  };

  void build();
  void connectAll();
  void connectExport();
  void retranslate();
  Errand::Work prepareWork();
  void show(const Moments& moments, const std::vector<Picture>& pictures, std::size_t layer);
  void showEpoch();
  void showEmpty();
  void fillLayers(const Design& design);
  std::vector<Snapshot> chosenSnapshots() const;
  QString healthText(const LayerMoment& moment) const;

  Workbench& m_workbench;
  Refresher m_refresher;
  Known m_known;
  Moments m_moments; ///< in view
  std::size_t m_shownLayer = 0;
  QComboBox* m_layer;
  QLabel* m_health;
  EvolutionPlot* m_plots[3];
  QLabel* m_empty;
  QStackedWidget* m_stack;
  MessageRow* m_message;
  ChartExport* m_export;
  QWidget* m_controls;
};

} // namespace layerlab
