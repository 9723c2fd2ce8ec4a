#pragma once

#include "ui/widgets/canvas/networkcanvas.h"

#include <QCoreApplication>
#include <QMouseEvent>

#include <vector>

namespace layerlab {

inline NetworkSpec denseNetwork(const std::vector<int>& units,
                                Activation activation = Activation::linear) {
  NetworkSpec network;
  for (const int count : units) {
    LayerSpec layer;
    layer.id = static_cast<int>(network.layers.size()) + 1;
    layer.units = count;
    layer.activation = activation;
    network.layers.push_back(layer);
  }
  return network;
}

/// Inputs x1, x2, ... and dense layers, ready to be shown.
inline CanvasModel canvasModel(int inputs, const std::vector<int>& units,
                               Activation activation = Activation::linear) {
  CanvasModel model;
  model.network = denseNetwork(units, activation);
  for (int i = 1; i <= inputs; ++i) model.inputNames << QStringLiteral("x%1").arg(i);
  model.outputNames = QStringList{QStringLiteral("y")};
  return model;
}

/// Two inputs into one unit, z = slope·x1 + bias: it rises from left to right.
inline Weights risingWeights(float slope, float bias = 0.0f) {
  Weights weights(1);
  weights[0].kernel = Matrix(2, 1);
  weights[0].kernel(0, 0) = slope;
  weights[0].bias = {bias};
  return weights;
}

/// A place of the canvas whose hover says `words`; null: there is none.
inline QPoint placeThatSays(const NetworkCanvas& canvas, const QString& words) {
  for (int x = 0; x < canvas.width(); x += 3)
    for (int y = 0; y < canvas.height(); y += 2)
      if (canvas.hoverText({x, y}).contains(words)) return {x, y};
  return {};
}

/// Moves the pointer there, wherever the real one is.
inline void pointAt(NetworkCanvas& canvas, QPoint at) {
  QWidget* view = canvas.viewport();
  QMouseEvent move(QEvent::MouseMove, QPointF(at), view->mapToGlobal(QPointF(at)), Qt::NoButton,
                   Qt::NoButton, Qt::NoModifier);
  QCoreApplication::sendEvent(view, &move);
}

} // namespace layerlab
