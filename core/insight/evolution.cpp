#include "core/insight/evolution.h"

#include "core/fit/stepper.h"
#include "core/insight/lookinside.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr std::size_t mostRows = 256;
constexpr std::size_t mostValues = 4096; // kept of each layer's numbers
constexpr double stray = 0.005;

std::vector<float> thinned(const std::vector<float>& values) {
  std::vector<float> out;
  for (const std::uint32_t i : evenRows(values.size(), mostValues)) out.push_back(values[i]);
  return out;
}

/// The design's loss over the first rows in one batch, nothing random in it.
Design quietDesign(const Design& design) {
  Design quiet = design;
  quiet.fit.batchSize = static_cast<int>(mostRows);
  quiet.fit.shuffle = false;
  quiet.fit.earlyStopping.reset();
  quiet.fit.reduceLr.reset();
  for (LayerSpec& layer : quiet.network.layers)
    if (layer.kind == LayerKind::dropout) layer.rate = 0.0;
  return quiet;
}

PreparedPtr firstRows(const PreparedData& data) {
  auto few = std::make_shared<PreparedData>();
  const auto rows = evenRows(data.xTrain.rows, mostRows);
  few->preprocessing = data.preprocessing;
  few->xTrain = rowsOf(data.xTrain, rows);
  few->yTrain = rowsOf(data.yTrain, rows);
  return few;
}

} // namespace

Result<EpochMoment> momentOf(const Design& design, const PreparedPtr& data,
                             const Snapshot& snapshot) {
  const Design quiet = quietDesign(design);
  Result<FitStepper> stepper = FitStepper::create(quiet, firstRows(*data), snapshot.weights.get());
  if (!stepper) return stepper.error();
  while (stepper->next() != FitStage::update && stepper->next() != FitStage::finished)
    stepper->advance();
  const bool counted = stepper->next() == FitStage::update;
  const Weights gradients = counted ? stepper->gradients() : Weights{};
  EpochMoment moment;
  moment.epoch = snapshot.epoch;
  const std::vector<std::size_t> dense = design.network.denseLayers();
  for (std::size_t l = 0; l < dense.size(); ++l) {
    const Matrix a = stepper->a(l);
    const UnitHealth health = unitHealth(design.network.layers[dense[l]].activation, a);
    LayerMoment layer;
    layer.weights = thinned((*snapshot.weights)[l].kernel.values);
    if (counted) layer.gradients = thinned(gradients[l].kernel.values);
    layer.activations = thinned(a.values);
    layer.units = a.cols;
    layer.dead = health.dead.size();
    layer.saturated = health.saturated.size();
    moment.layers.push_back(std::move(layer));
  }
  return moment;
}

std::vector<Histogram>
histogramsOver(const std::vector<std::shared_ptr<const EpochMoment>>& moments, std::size_t layer,
               MomentPart part, std::size_t bins) {
  std::vector<float> all;
  for (const auto& moment : moments)
    for (const float value : moment->layers[layer].*part)
      if (std::isfinite(value)) all.push_back(value);
  if (all.empty()) return {};
  const auto quantile = [&all](double share) {
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(all.size() - 1));
    std::nth_element(all.begin(), all.begin() + at, all.end());
    return static_cast<double>(all[static_cast<std::size_t>(at)]);
  };
  double low = quantile(stray);
  double high = quantile(1.0 - stray);
  const double margin = high > low ? (high - low) * 0.02 : std::max(1e-6, std::abs(low) * 0.1);
  low -= margin;
  high += margin;
  std::vector<Histogram> histograms;
  histograms.reserve(moments.size());
  for (const auto& moment : moments)
    histograms.push_back(histogram(moment->layers[layer].*part, low, high, bins));
  return histograms;
}

} // namespace layerlab
