#pragma once

#include "ui/widgets/canvas/canvaslayout.h"
#include "ui/widgets/canvas/carditem.h"
#include "ui/widgets/canvas/edgesitem.h"
#include "ui/widgets/canvas/networkcanvas.h"

#include <QGraphicsScene>
#include <QLabel>
#include <QPointer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QGraphicsPathItem;
class QToolButton;

namespace layerlab {

class LayerControls;

/// What is kept of the weights of one dense layer: enough to draw and to explain, not the kernel.
struct ShownWeights {
  std::vector<std::vector<float>> columns; ///< kernel column of each shown neuron
  std::vector<float> bias;                 ///< of the shown neurons; empty: none
};

class NetworkCanvas::Private {
public:
  Private(NetworkCanvas& canvas, const Theme& theme);

  // Model and picture.
  void rebuild();
  void relayout();
  void restyle();
  void buildControls();
  void buildInserts();
  void placeControls();
  void applyWeights();
  void refreshStates();
  bool isEmpty() const { return model.inputNames.isEmpty() || model.network.layers.empty(); }
  void takeProbe(const Matrix& rows);

  // Selection, by layer id.
  int indexOf(std::optional<int> id) const; ///< into layers; -1: none
  std::optional<int> idAt(int index) const;
  const CardGeometry* cardAt(QPointF at) const;
  void select(std::optional<int> id, bool tell);
  void showSelection();
  void walk(int step);
  void reveal(int index);

  // Requests.
  bool isOutput(int index) const;
  bool canMove(int index, int to) const;
  void removeSelected();
  void duplicateSelected();
  void moveSelected(int step);
  void insertBehindSelected();
  void changeUnits(int step);
  bool typeUnits(QKeyEvent* event);
  bool layerKey(int key, Qt::KeyboardModifiers modifiers);
  bool zoomKey(int key, Qt::KeyboardModifiers modifiers);
  void openMenu(QPoint global, int index);

  // Pointer.
  struct EdgeHit {
    const CardGeometry* before;
    const CardGeometry* card;
    Edge edge;
  };
  /// The weight under the pointer, unless a neuron lies above it.
  std::optional<EdgeHit> edgeAt(QPointF at) const;
  struct WeightHit {
    int dense;
    int input; ///< -1: the bias
    int unit;
  };
  /// What a click here asks to change: the weight of an edge, or the bias of a neuron that has one.
  std::optional<WeightHit> clickable(QPointF at) const;
  void hover(QPointF at);
  void clearHover();
  void tell(QPoint at); ///< what hoverText says there, in a tool tip
  void retell();        ///< the words in view follow the weights, and go with them
  void hush();
  void startDrag(QPointF at);
  void dragTo(QPointF at);
  void endDrag(bool accept);
  int dropIndex(QPointF at) const; ///< in front of layers[index]
  void setZoom(double value, bool fit);

  NetworkCanvas& q;
  const Theme& theme;
  QGraphicsScene scene;
  CanvasModel model;
  CanvasLayout layout;
  double zoom = 1.0;
  bool autoFit = true;
  bool editable = true;

  std::vector<CardItem*> cards;      ///< like layout.cards
  std::vector<NeuronsItem*> neurons; ///< like layout.cards; null for dropout
  std::vector<EdgesItem*> edges;     ///< one per dense layer
  QGraphicsPathItem* dropMark = nullptr;
  QLabel* emptyText = nullptr;
  QLabel* emptyIcon = nullptr;
  std::map<int, std::unique_ptr<LayerControls>> controls; ///< by layer id
  std::vector<QToolButton*> inserts;                      ///< (+) in front of layers[i]

  std::optional<Weights> weights;
  std::vector<ShownWeights> shown;
  Matrix probe;
  QRectF heatPlane; ///< x: the range of the first input, y: that of the second

  std::optional<int> selected;
  std::optional<int> hovered;   ///< layer id under the pointer
  std::optional<QPoint> toldAt; ///< place of the viewport whose words are in view
  QPointF pressedAt;
  int dragged = -1; ///< index of the layer that follows the pointer
  int dropAt = 0;   ///< it would land in front of layers[dropAt]
  bool pressed = false;
  bool dragging = false;
  bool panning = false;
  bool spaceHeld = false;
  QPoint panFrom;

private:
  double fittingZoom() const;
  QSizeF roomAt(double unit) const;
  void buildItems();
  void chainTabs();
  void connectControls(LayerControls* controls, int id);
  std::vector<std::vector<NeuronState>> probeStates() const;
  void addHeat(std::vector<std::vector<NeuronState>>& states) const;
};

} // namespace layerlab
