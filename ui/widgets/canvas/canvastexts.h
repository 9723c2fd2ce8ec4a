#pragma once

#include "ui/widgets/canvas/canvaslayout.h"
#include "ui/widgets/canvas/carditem.h"
#include "ui/widgets/canvas/edgesitem.h"
#include "ui/widgets/canvas/networkcanvas.h"

#include <QString>

namespace layerlab {

/// "Hidden 1", "Output", "Dropout"; layer -1 is "Input".
QString layerName(const NetworkSpec& network, int layer);

/// Neurons in front of layers[layer]: the units of the dense layer before it, or the inputs.
int widthBefore(const CanvasModel& model, int layer);

CardTexts cardTexts(const CanvasModel& model, const CardGeometry& card);

/// The whole network in one line for screen readers.
QString describe(const CanvasModel& model);

/// "age", or "Hidden 1, unit 3".
QString neuronName(const CanvasModel& model, int layer, int neuron);

/// Words with a picture below, and what its axes are, as rich text for a tool tip.
QString withPicture(const QString& words, const QImage& picture, const QStringList& axes);

/// Three significant digits with a true minus sign, whatever the locale.
QString figure(double value);

/// "z = 0.31·age − 1.20·bmi + … + 0.05" from one kernel column: the strongest terms, then the bias.
QString sumText(const CanvasModel& model, int layer, const std::vector<float>& column,
                std::optional<float> bias);

} // namespace layerlab
