#pragma once

#include "ui/session/workbench.h"
#include "ui/widgets/canvas/networkcanvas.h"

#include <QFrame>

#include <optional>

class QLabel;
class QToolButton;

namespace layerlab {

class LayerInspector;
class Theme;

/// The network canvas and its heading. Turns what the canvas asks for into undoable edits of the
/// session, and the session's state into what the canvas shows.
class NetworkPane : public QFrame {
  Q_OBJECT
public:
  NetworkPane(const Theme& theme, Workbench& workbench, QWidget* parent = nullptr);

  NetworkCanvas* canvas() const { return m_canvas; }

  // What the Model menu does; on the selected layer, where one is needed.
  void addLayer();
  void duplicateSelected();
  void removeSelected();
  void followTaskAgain();
  bool canEditSelected() const;

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  QToolButton* makeTool(const QString& name);
  void connectCanvas();
  void insertLayer(int index);
  void removeLayer(int id);
  void duplicateLayer(int id);
  void moveLayer(int id, int index);
  void setUnits(int id, int units);
  void setActivation(int id, Activation activation);
  void refresh();
  void refreshSummary();
  void openWeight(const WeightPlace& place, QPoint global);
  void showInspector(bool on);
  void refreshProbe();
  void refreshWeights();
  void refreshIcons();
  void retranslate();
  CanvasModel model() const;
  bool isOutput(int id) const;

  const Theme& m_theme;
  Workbench& m_workbench;
  Session& m_session;
  PreparedPtr m_probed; ///< the data that the neurons show
  NetworkCanvas* m_canvas;
  QLabel* m_title = nullptr;
  QLabel* m_summary = nullptr;
  QToolButton* m_add = nullptr;
  QToolButton* m_zoomOut = nullptr;
  QToolButton* m_zoomIn = nullptr;
  QToolButton* m_fit = nullptr;
  QToolButton* m_inspect = nullptr;
  LayerInspector* m_inspector = nullptr;
};

} // namespace layerlab
