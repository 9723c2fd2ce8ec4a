#include "ui/widgets/canvas/networkcanvas_p.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

// What the canvas makes of weights: edges, bias dots and, with probe rows, the neurons' outputs.
namespace layerlab {
namespace {

constexpr std::size_t maxProbeRows = 64;
constexpr std::size_t enoughRows = 32; ///< before a neuron is called dead or saturated
constexpr double maxProbeWork = 4e6;   ///< multiplications per update that nobody feels
constexpr int heatSide = 18;           ///< pixels of a heat map
constexpr double heatReach = 2.5;      ///< of the input plane, where the rows do not tell

ShownWeights shownOf(const LayerWeights& layer, std::size_t neurons) {
  ShownWeights shown;
  const std::size_t count = std::min(neurons, layer.kernel.cols);
  shown.columns.resize(count, std::vector<float>(layer.kernel.rows));
  for (std::size_t r = 0; r < layer.kernel.rows; ++r)
    for (std::size_t c = 0; c < count; ++c) shown.columns[c][r] = layer.kernel(r, c);
  shown.bias.assign(layer.bias.begin(), layer.bias.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                 count, layer.bias.size())));
  return shown;
}

bool isFlat(Activation activation, float a) {
  switch (activation) {
  case Activation::sigmoid:
  case Activation::hardSigmoid:
    return a < 0.01f || a > 0.99f;
  case Activation::tanh:
    return std::abs(a) > 0.99f;
  default:
    return false;
  }
}

/// Rows from all over: a sorted file has its classes one after the other.
Matrix spread(const Matrix& rows, std::size_t wanted) {
  Matrix some(std::min(wanted, rows.rows), rows.cols);
  for (std::size_t i = 0; i < some.rows; ++i)
    std::copy_n(rows.row(i * rows.rows / some.rows).begin(), rows.cols, some.row(i).begin());
  return some;
}

/// Where a column lies, with a tenth of its width around it.
std::pair<double, double> rangeOf(const Matrix& rows, std::size_t column) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (std::size_t r = 0; r < rows.rows; ++r) {
    low = std::min(low, static_cast<double>(rows(r, column)));
    high = std::max(high, static_cast<double>(rows(r, column)));
  }
  if (low > high) return {-heatReach, heatReach}; // no rows
  const double around = low < high ? 0.1 * (high - low) : heatReach;
  return {low - around, high + around};
}

/// The input plane as rows: top left first, the first input to the right, the second upwards.
Matrix planeRows(const QRectF& plane) {
  Matrix rows(static_cast<std::size_t>(heatSide) * heatSide, 2);
  const auto share = [](int i) { return (i + 0.5) / heatSide; };
  for (int y = 0; y < heatSide; ++y)
    for (int x = 0; x < heatSide; ++x) {
      const auto row = static_cast<std::size_t>(y * heatSide + x);
      rows(row, 0) = static_cast<float>(plane.left() + plane.width() * share(x));
      rows(row, 1) = static_cast<float>(plane.bottom() - plane.height() * share(y));
    }
  return rows;
}

/// Column `neuron` of the outputs over the plane as a picture: orange below the middle of its own
/// range for [0, 1] outputs, below zero for the others; blue above.
QImage heatOf(const Matrix& a, std::size_t neuron, bool isShare, const Colors& colors) {
  QImage image(heatSide, heatSide, QImage::Format_RGB32);
  auto* pixel = reinterpret_cast<QRgb*>(image.bits()); // rows of 4 bytes a pixel have no gaps
  for (int i = 0; i < heatSide * heatSide; ++i) {
    const double raw = static_cast<double>(a(static_cast<std::size_t>(i), neuron));
    const double value = isShare ? 2.0 * raw - 1.0 : raw / (1.0 + std::abs(raw)) * 1.6;
    const QColor& sign = value < 0.0 ? colors.negative : colors.positive;
    pixel[i] = mixed(colors.surface, sign, std::min(1.0, std::abs(value))).rgb();
  }
  return image;
}

bool isShare(Activation activation) {
  return activation == Activation::sigmoid || activation == Activation::hardSigmoid ||
         activation == Activation::softmax;
}

/// Outputs of one layer over the probe rows, as states of its shown neurons; `judged`: the rows are
/// enough to say what a neuron never does.
std::vector<NeuronState> statesOf(const Matrix& a, Activation activation, std::size_t neurons,
                                  bool judged) {
  std::vector<NeuronState> states(std::min(neurons, a.cols));
  for (std::size_t n = 0; n < states.size(); ++n) {
    bool above = false;
    bool flat = true;
    for (std::size_t r = 0; r < a.rows; ++r) {
      above = above || a(r, n) > 0.0f;
      flat = flat && isFlat(activation, a(r, n));
    }
    states[n].value = a(0, n);
    states[n].rows = static_cast<int>(a.rows);
    states[n].dead = judged && activation == Activation::relu && !above;
    states[n].saturated = judged && flat;
  }
  return states;
}

} // namespace

void NetworkCanvas::Private::applyWeights() {
  shown.clear();
  if (!isEmpty() && weights &&
      checkWeights(*weights, model.network, static_cast<std::size_t>(model.inputNames.size())))
    for (const CardGeometry& card : layout.cards)
      if (card.dense >= 0)
        shown.push_back(
            shownOf((*weights)[static_cast<std::size_t>(card.dense)], card.neurons.size()));
  const CardGeometry* before = nullptr;
  for (const CardGeometry& card : layout.cards) {
    if (card.isDropout) continue;
    if (card.dense >= 0) {
      const auto dense = static_cast<std::size_t>(card.dense);
      std::optional<std::vector<Edge>> list;
      if (before && !shown.empty())
        list = strongestEdges((*weights)[dense].kernel, static_cast<int>(before->neurons.size()),
                              static_cast<int>(card.neurons.size()));
      edges[dense]->setEdges(std::move(list));
    }
    before = &card;
  }
  refreshStates();
}

void NetworkCanvas::Private::takeProbe(const Matrix& rows) {
  probe = spread(rows, maxProbeRows);
  if (rows.cols != 2) return;
  const auto [left, right] = rangeOf(rows, 0);
  const auto [low, high] = rangeOf(rows, 1);
  heatPlane = QRectF(QPointF(left, low), QPointF(right, high));
}

void NetworkCanvas::Private::refreshStates() {
  std::vector<std::vector<NeuronState>> probed = probeStates();
  if (!probed.empty()) addHeat(probed);
  for (std::size_t i = 0; i < layout.cards.size(); ++i) {
    const CardGeometry& card = layout.cards[i];
    if (!neurons[i]) continue;
    std::vector<NeuronState> states(card.neurons.size());
    const auto place = static_cast<std::size_t>(card.dense + 1); // the input comes first
    if (place < probed.size()) states = probed[place];
    if (card.dense >= 0 && static_cast<std::size_t>(card.dense) < shown.size()) {
      const std::vector<float>& bias = shown[static_cast<std::size_t>(card.dense)].bias;
      for (std::size_t n = 0; n < bias.size() && n < states.size(); ++n) states[n].bias = bias[n];
    }
    neurons[i]->setStates(std::move(states));
  }
  retell();
}

/// One list for the input and one per dense layer; empty without probe rows or weights, or when the
/// network is too large to run beside the training.
std::vector<std::vector<NeuronState>> NetworkCanvas::Private::probeStates() const {
  const auto inputs = static_cast<std::size_t>(model.inputNames.size());
  if (shown.empty() || probe.empty() || probe.cols != inputs) return {};
  const double parameters = static_cast<double>(model.network.parameterCount(inputs));
  const std::size_t affordable = static_cast<std::size_t>(maxProbeWork / (parameters + 1.0));
  Matrix a = spread(probe, affordable);
  if (a.rows == 0) return {};
  const bool judged = a.rows >= std::min(enoughRows, probe.rows);
  std::vector<std::vector<NeuronState>> all;
  for (const CardGeometry& card : layout.cards) {
    if (card.isInput) all.push_back(statesOf(a, Activation::linear, card.neurons.size(), judged));
    if (card.dense < 0) continue;
    const LayerSpec& layer = model.network.layers[static_cast<std::size_t>(card.layer)];
    a = predict({{layer}}, {(*weights)[static_cast<std::size_t>(card.dense)]}, a);
    all.push_back(statesOf(a, layer.activation, card.neurons.size(), judged));
  }
  return all;
}

/// With two inputs every neuron, inputs too, shows its output over the input plane.
void NetworkCanvas::Private::addHeat(std::vector<std::vector<NeuronState>>& states) const {
  const double work = heatSide * heatSide * static_cast<double>(model.network.parameterCount(2));
  if (model.inputNames.size() != 2 || work > maxProbeWork) return;
  Matrix a = planeRows(heatPlane);
  std::size_t place = 0;
  for (const CardGeometry& card : layout.cards) {
    if (card.isDropout) continue;
    Activation activation = Activation::linear;
    if (card.dense >= 0) {
      const LayerSpec& layer = model.network.layers[static_cast<std::size_t>(card.layer)];
      activation = layer.activation;
      a = predict({{layer}}, {(*weights)[static_cast<std::size_t>(card.dense)]}, a);
    }
    for (std::size_t n = 0; n < states[place].size(); ++n)
      states[place][n].heat = heatOf(a, n, isShare(activation), theme.colors());
    ++place;
  }
}

} // namespace layerlab
