#pragma once

#include "core/net/spec.h"

#include <QGraphicsView>
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
};

/// The network as cards in a row: input card (no parameters), dense cards, output card, with (+)
/// between them. Shows, never edits: it asks for edits by signals and gets a new model back. Layers
/// are matched by id, so cards move instead of being rebuilt.
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
  void fitToWindow();

signals:
  void layerSelected(std::optional<int> id);
  /// A new dense layer in front of layers[index] of the spec.
  void insertRequested(int index);
  void removeRequested(int id);
  void duplicateRequested(int id);
  void moveRequested(int id, int index);
  void unitsChanged(int id, int units);
  void activationChanged(int id, layerlab::Activation activation);

private:
  class Private;
  std::unique_ptr<Private> d;
};

} // namespace layerlab
