#include "ui/widgets/canvas/canvastexts.h"

#include <QBuffer>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace layerlab {
namespace {

constexpr std::size_t termsShown = 3;

const LayerSpec& layerAt(const CanvasModel& model, int layer) {
  return model.network.layers[static_cast<std::size_t>(layer)];
}

QString parameterText(int before, const LayerSpec& layer) {
  const qint64 inputs = before + (layer.useBias ? 1 : 0);
  return QLocale(QLocale::English).toString(inputs * layer.units);
}

QString arithmetic(int before, const LayerSpec& layer) {
  const QString count = parameterText(before, layer);
  return layer.useBias ? QStringLiteral("(%1+1)×%2 = %3").arg(before).arg(layer.units).arg(count)
                       : QStringLiteral("%1×%2 = %3").arg(before).arg(layer.units).arg(count);
}

CardTexts inputTexts(const CanvasModel& model) {
  CardTexts texts;
  texts.title = NetworkCanvas::tr("Input");
  texts.subtitle =
      NetworkCanvas::tr("%n inputs", nullptr, static_cast<int>(model.inputNames.size()));
  texts.footer = NetworkCanvas::tr("no parameters");
  texts.names = model.inputNames;
  return texts;
}

} // namespace

QString layerName(const NetworkSpec& network, int layer) {
  if (layer < 0) return NetworkCanvas::tr("Input");
  const auto index = static_cast<std::size_t>(layer);
  if (network.layers[index].kind == LayerKind::dropout) return NetworkCanvas::tr("Dropout");
  if (index + 1 == network.layers.size()) return NetworkCanvas::tr("Output");
  int hidden = 0;
  for (std::size_t i = 0; i <= index; ++i) hidden += network.layers[i].kind == LayerKind::dense;
  return NetworkCanvas::tr("Hidden %1").arg(hidden);
}

int widthBefore(const CanvasModel& model, int layer) {
  for (int i = layer - 1; i >= 0; --i)
    if (layerAt(model, i).kind == LayerKind::dense) return layerAt(model, i).units;
  return static_cast<int>(model.inputNames.size());
}

CardTexts cardTexts(const CanvasModel& model, const CardGeometry& card) {
  CardTexts texts;
  if (card.isInput)
    texts = inputTexts(model);
  else {
    const LayerSpec& layer = layerAt(model, card.layer);
    texts.title = layerName(model.network, card.layer);
    if (card.isDropout)
      texts.subtitle = NetworkCanvas::tr("rate %1").arg(figure(layer.rate));
    else {
      const int before = widthBefore(model, card.layer);
      texts.footer = arithmetic(before, layer);
      texts.shortFooter = QStringLiteral("= ") + parameterText(before, layer);
    }
    if (card.isOutput) {
      texts.reason = model.outputReason;
      texts.names = model.outputNames;
    }
  }
  if (card.hasMore()) {
    const int hidden = card.total - static_cast<int>(card.neurons.size());
    texts.more = NetworkCanvas::tr("⋯ %1 more").arg(hidden);
  }
  return texts;
}

QString describe(const CanvasModel& model) {
  QStringList parts{
      NetworkCanvas::tr("%n inputs", nullptr, static_cast<int>(model.inputNames.size()))};
  for (std::size_t i = 0; i < model.network.layers.size(); ++i) {
    const LayerSpec& layer = model.network.layers[i];
    const QString name = layerName(model.network, static_cast<int>(i));
    parts << (layer.kind == LayerKind::dropout
                  ? NetworkCanvas::tr("%1: rate %2").arg(name, figure(layer.rate))
                  : NetworkCanvas::tr("%1: %n units, %2", nullptr, layer.units)
                        .arg(name, QString::fromLatin1(kerasName(layer.activation))));
  }
  return parts.join(QStringLiteral("; "));
}

QString neuronName(const CanvasModel& model, int layer, int neuron) {
  if (layer < 0) return model.inputNames.value(neuron);
  const QString name = layerName(model.network, layer);
  const bool isOutput = static_cast<std::size_t>(layer) + 1 == model.network.layers.size();
  if (isOutput && neuron < model.outputNames.size())
    return NetworkCanvas::tr("%1, %2").arg(name, model.outputNames[neuron]);
  return NetworkCanvas::tr("%1, unit %2").arg(name).arg(neuron + 1);
}

QString withPicture(const QString& words, const QImage& picture, const QStringList& axes) {
  QBuffer file;
  picture.save(&file, "PNG");
  return QStringLiteral("<p style='white-space:pre'>%1</p>"
                        "<p><img src='data:image/png;base64,%2'/><br/>→ %3 &nbsp; ↑ %4</p>")
      .arg(words.toHtmlEscaped(), QString::fromLatin1(file.data().toBase64()),
           axes.value(0).toHtmlEscaped(), axes.value(1).toHtmlEscaped());
}

QString figure(double value) {
  QString text = QString::number(std::abs(value), 'g', 3);
  return value < 0.0 ? QChar(0x2212) + text : text;
}

QString sumText(const CanvasModel& model, int layer, const std::vector<float>& column,
                std::optional<float> bias) {
  std::vector<std::size_t> order(column.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::size_t shown = std::min(termsShown, order.size());
  std::partial_sort(
      order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown), order.end(),
      [&](std::size_t a, std::size_t b) { return std::abs(column[a]) > std::abs(column[b]); });
  QString text = QStringLiteral("z =");
  bool first = true;
  const auto add = [&](double value, const QString& factor) {
    const QString sign = value < 0.0 ? QStringLiteral(" −")
                         : first     ? QString()
                                     : QStringLiteral(" +");
    text += QStringLiteral("%1 %2%3").arg(sign, figure(std::abs(value)), factor);
    first = false;
  };
  int before = layer - 1;
  while (before >= 0 && layerAt(model, before).kind != LayerKind::dense) --before;
  for (std::size_t i = 0; i < shown; ++i) {
    const QString name = before < 0 ? model.inputNames.value(static_cast<int>(order[i]))
                                    : QStringLiteral("a%1").arg(order[i] + 1);
    add(static_cast<double>(column[order[i]]), QStringLiteral("·") + name);
  }
  if (column.size() > shown) text += QStringLiteral(" + …");
  if (bias) add(static_cast<double>(*bias), QString());
  return text;
}

} // namespace layerlab
