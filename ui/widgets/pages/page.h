#pragma once

#include "ui/session/workbench.h"

#include <QList>
#include <QWidget>

namespace layerlab {

class ChartExport;

/// One tab of the window: a big picture with few controls. Works only while it is in view.
class Page : public QWidget {
  Q_OBJECT
public:
  using QWidget::QWidget;

  /// In the present language.
  virtual QString title() const = 0;
  virtual QString tip() const = 0;
  virtual QString icon() const = 0; ///< name of the icon in the menu
  /// The page's switches, to stand beside the tabs while the page is in view; may be null.
  virtual QWidget* controls() const { return nullptr; }
  /// Writes the page's picture and numbers; null: there is nothing to export.
  virtual ChartExport* exporter() const { return nullptr; }
  /// Shows a running training, so that Fit may leave it in view.
  virtual bool isLive() const { return false; }
  /// What a person chose of how the picture looks: kept with the project, no change of it.
  virtual QList<QWidget*> viewOptions() const { return {}; }
  /// Below this height its picture cannot be read; in a low window the network then lends some of
  /// its own. 0: it can do with any.
  virtual int leastHeight() const { return 0; }
  /// Something to show is still being computed.
  virtual bool isBusy() const { return false; }
  /// Draws what is there now, also while another page is in view.
  virtual void bringUpToDate() {}
};

} // namespace layerlab
