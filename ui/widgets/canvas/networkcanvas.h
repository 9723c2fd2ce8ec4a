#pragma once

#include "core/net/spec.h"

#include <QGraphicsView>
#include <QImage>
#include <QStringList>

#include <memory>
#include <optional>

namespace layerlab {

class Theme;

/// What the canvas shows; everything is derived from the design and the data.
struct CanvasModel {
  NetworkSpec network;
  QStringList inputNames;  ///< after one-hot; empty: no data yet
  QStringList outputNames; ///< class labels, or the target's name
  QString outputReason;    ///< why the output layer is what it is, in one sentence
  QString problem{};       ///< why there are no inputs although there is data
};

/// The network as cards in a row: input card (no parameters), dense cards, output card, with (+)
/// between them. Shows, never edits: it asks for edits by signals and gets a new model back. Layers
/// are matched by id, so cards move instead of being rebuilt.
///
/// Keyboard: Left/Right walk the layers, Up/Down or digits change the units, Insert or + adds a
/// layer behind the selected one, Delete removes it, Ctrl+D duplicates, Alt+Left/Right move it,
/// Enter goes to its units, Ctrl+plus/minus/0 zoom. Mouse: drag a card to move the layer,
/// Ctrl+wheel zooms, middle button or Space+drag pans.
class NetworkCanvas : public QGraphicsView {
  Q_OBJECT
public:
  explicit NetworkCanvas(const Theme& theme, QWidget* parent = nullptr);
  ~NetworkCanvas() override;

  void setModel(const CanvasModel& model);
  /// Live weights (edges coloured by sign, width by size); nullopt: not initialised yet.
  void setWeights(const std::optional<Weights>& weights);
  void setEditable(bool editable);
  /// The layer the keyboard and the inspector are on; nullopt: none.
  std::optional<int> selectedLayer() const;
  void selectLayer(std::optional<int> id);
  /// Zoom 1, or as much less as lets every card fit; follows the window until the next zoom.
  void fitToWindow();
  void zoomIn();
  void zoomOut();
  /// 1 is the normal type size.
  double zoom() const;
  /// Input rows as the network gets them (scaled, rows x inputs). With them neurons are filled by
  /// their output for the first row, dead and saturated ones are marked (judged by 64 rows spread
  /// over all), and with two inputs each neuron shows a heat map of its output where the rows lie.
  void setProbe(const Matrix& rows);
  /// What a hover at this place of the viewport says; empty: nothing there.
  QString hoverText(QPoint at) const;
  /// The heat map that a hover there shows beside the words; null: there is none.
  QImage hoverPicture(QPoint at) const;
  /// What is in view, without the buttons that change it; `scale` pixels per pixel of the screen.
  QImage picture(double scale);

signals:
  void layerSelected(std::optional<int> id);
  /// A new dense layer in front of layers[index] of the spec.
  void insertRequested(int index);
  void removeRequested(int id);
  void duplicateRequested(int id);
  /// `index` is the layer's place in the spec after the move.
  void moveRequested(int id, int index);
  void unitsChanged(int id, int units);
  void activationChanged(int id, layerlab::Activation activation);
  /// A click on an edge, or with `input` -1 on a neuron, for its bias: `dense` counts the dense
  /// layers from 0.
  void weightClicked(int dense, int input, int unit);

protected:
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  class Private;
  std::unique_ptr<Private> d;
};

} // namespace layerlab
