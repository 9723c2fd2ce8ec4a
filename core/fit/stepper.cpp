#include "core/fit/stepper.h"

#include "core/fit/metrics.h"
#include "core/net/activations.h"
#include "core/net/flush.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace layerlab {
namespace {

Error sizeError(const char* pattern, std::size_t a, std::size_t b) {
  return inputError({pattern, {std::to_string(a), std::to_string(b)}});
}

/// Do the matrices belong together and to the network?
Result<void> checkData(const NetworkSpec& network, const PreparedData& data) {
  const std::size_t inputs = data.xTrain.cols;
  const std::size_t outputs = data.yTrain.cols;
  const auto units = static_cast<std::size_t>(network.layers[network.denseLayers().back()].units);
  if (data.xTrain.rows == 0)
    return inputError({QT_TRANSLATE_NOOP("Core", "there are no rows to train on"), {}});
  if (outputs != units)
    return sizeError(QT_TRANSLATE_NOOP("Core",
                                       "the output layer has %1 units, but the target needs "
                                       "%2; set the units of the last layer to %2"),
                     units, outputs);
  const auto fits = [&](const Matrix& x, const Matrix& y) {
    return x.rows == y.rows && (x.rows == 0 || (x.cols == inputs && y.cols == outputs));
  };
  if (!fits(data.xTrain, data.yTrain) || !fits(data.xValidation, data.yValidation))
    return inputError({QT_TRANSLATE_NOOP("Core", "inputs and targets have different sizes"), {}});
  return {};
}

Result<void> checkAll(const Design& design, const PreparedData& data, const Weights* initial) {
  if (auto ok = check(design.fit); !ok) return ok;
  if (auto ok = check(design.network, data.xTrain.cols); !ok) return ok;
  if (auto ok = checkData(design.network, data); !ok) return ok;
  return initial ? checkWeights(*initial, design.network, data.xTrain.cols) : Result<void>();
}

std::size_t batchCapacity(const FitSpec& fit, std::size_t rows) {
  return std::min(static_cast<std::size_t>(fit.batchSize), rows);
}

bool hasDropout(const Network& network) {
  return std::any_of(network.layers().begin(), network.layers().end(),
                     [](const DenseLayer& layer) { return !layer.dropoutRates.empty(); });
}

} // namespace

Result<FitStepper> FitStepper::create(const Design& design, PreparedPtr data,
                                      const Weights* initial, StepperOptions options) {
  if (auto ok = checkAll(design, *data, initial); !ok) return ok.error();
  FitStepper stepper(design, std::move(data), std::move(options));
  if (initial) stepper.m_initial = *initial;
  return stepper;
}

FitStepper::FitStepper(const Design& design, PreparedPtr data, StepperOptions options)
    : m_design(std::make_shared<const Design>(design)), m_data(std::move(data)),
      m_options(std::move(options)), m_network(design.network, m_data->xTrain.cols) {
  const FitSpec& fit = m_design->fit;
  const std::size_t rows = m_data->xTrain.rows;
  const std::size_t capacity = batchCapacity(fit, rows);
  m_rule = lossRule(fit.loss, fit.huberDelta, m_network.layers().back().activation);
  m_batches = static_cast<int>((rows + capacity - 1) / capacity);
  m_work.cache = ForwardCache(m_network, capacity, true);
  m_work.gradients = Gradients(m_network, m_work.cache.stride);
  m_optimizer = Optimizer(fit.optimizer, m_network);
  m_evaluator = Evaluator(m_network, fit, std::max(rows, m_data->xValidation.rows));
  if (fit.earlyStopping) m_stopper.emplace(*fit.earlyStopping);
  if (fit.reduceLr) m_plateau.emplace(*fit.reduceLr);
  m_order.resize(rows);
  std::iota(m_order.begin(), m_order.end(), 0U);
  m_work.y.resize(m_network.outputs() * m_work.cache.stride);
  m_work.rowLosses.resize(m_work.cache.stride);
  m_sums.metrics.assign(fit.metrics.size(), 0.0);
  m_history.metrics = fit.metrics;
}

void FitStepper::advance() {
  const FlushDenormals flush;
  step();
}

void FitStepper::advanceBatch() {
  if (m_next != FitStage::batch) return step();
  takeBatch();
  predictBatch();
  if (m_next == FitStage::measure) measureBatch();
  if (m_next == FitStage::gradient) computeGradient();
  if (m_next == FitStage::update) update();
}

void FitStepper::step() {
  switch (m_next) {
  case FitStage::initialise:
    return initialise();
  case FitStage::batch:
    return takeBatch();
  case FitStage::predict:
    return predictBatch();
  case FitStage::measure:
    return measureBatch();
  case FitStage::gradient:
    return computeGradient();
  case FitStage::update:
    return update();
  case FitStage::epochEnd:
    return endEpoch();
  case FitStage::validate:
    return validate();
  case FitStage::finished:
    break;
  }
  assert(false && "advance() after the end");
}

void FitStepper::initialise() {
  if (m_initial.empty())
    m_initial = initialWeights(m_design->network, m_network.inputs(), m_design->fit.seed);
  m_network.setWeights(m_initial);
  m_initial.clear();
  const std::span<const float> w = m_network.parameters();
  m_kept.previous.assign(w.begin(), w.end());
  m_kept.lastGood.assign(w.begin(), w.end());
  m_next = FitStage::batch;
}

/// Starts an epoch when the last one is over, then picks the next rows.
void FitStepper::takeBatch() {
  const FitSpec& fit = m_design->fit;
  if (m_batch == 0 || m_batch == m_batches) {
    ++m_epoch;
    m_batch = 0;
    m_sums.loss = 0.0;
    m_sums.rows = 0.0;
    std::fill(m_sums.metrics.begin(), m_sums.metrics.end(), 0.0);
    const auto epoch = static_cast<std::uint64_t>(m_epoch);
    if (fit.shuffle) {
      std::iota(m_order.begin(), m_order.end(), 0U);
      Random(fit.seed, Stream::shuffle, epoch).shuffle(m_order);
    }
    if (hasDropout(m_network)) m_dropout.emplace(fit.seed, Stream::dropout, epoch);
  }
  ++m_batch;
  const std::span<const std::uint32_t> rows = batchRows();
  m_work.cache.setSamples(rows.size());
  const PreparedData& data = *m_data;
  kernels::gather(data.xTrain.values.data(), data.xTrain.cols, rows, m_work.cache.x.data(),
                  m_work.cache.stride);
  kernels::gather(data.yTrain.values.data(), data.yTrain.cols, rows, m_work.y.data(),
                  m_work.cache.stride);
  prefetchNext();
  m_next = FitStage::predict;
}

/// While this batch is computed, the rows of the next one may come from memory.
void FitStepper::prefetchNext() const {
  const std::span<const std::uint32_t> rows = rowsOf(m_batch + 1);
  kernels::prefetch(m_data->xTrain.values.data(), m_data->xTrain.cols, rows);
}

void FitStepper::predictBatch() {
  Random* dropout = m_dropout ? &*m_dropout : nullptr;
  if (!forward(m_network, m_work.cache, dropout, &m_options.cancel)) return;
  m_next = FitStage::measure;
}

LossInput FitStepper::lossInput() const {
  return {m_work.cache.layers.back().z.data(),
          m_work.cache.output(),
          m_work.y.data(),
          m_network.outputs(),
          m_work.cache.columns,
          m_work.cache.stride};
}

/// Keras' running mean: each batch before its update, weighted by its rows, penalties included.
void FitStepper::measureBatch() {
  const auto rows = static_cast<double>(m_work.cache.samples);
  sampleLosses(m_rule, lossInput(), m_work.rowLosses.data());
  std::fill(m_work.rowLosses.data() + m_work.cache.samples,
            m_work.rowLosses.data() + m_work.cache.columns, 0.0f);
  m_work.penalty = m_network.hasPenalty() ? m_network.penalty() : 0.0;
  m_work.loss = sumOf(m_work.rowLosses.data(), m_work.cache.columns) / rows + m_work.penalty;
  m_sums.loss += m_work.loss * rows;
  m_sums.rows += rows;
  for (std::size_t i = 0; i < m_sums.metrics.size(); ++i)
    m_sums.metrics[i] += metricSum(m_design->fit.metrics[i],
                                   {m_work.cache.output(), m_work.y.data(), m_network.outputs(),
                                    m_work.cache.samples, m_work.cache.stride});
  if (!std::isfinite(m_work.loss)) return diverge();
  m_next = FitStage::gradient;
}

void FitStepper::computeGradient() {
  const LossInput in = lossInput();
  float* dz = m_work.gradients.dz.back().data();
  lossGradient(m_rule, in, 1.0f / static_cast<float>(m_work.cache.samples), dz);
  for (std::size_t j = 0; j < in.outputs; ++j)
    std::fill(dz + j * in.stride + m_work.cache.samples, dz + j * in.stride + in.columns, 0.0f);
  if (!m_rule.fromLogits)
    applyDerivative(m_network.layers().back().activation, in.z, in.a, dz, in.outputs, in.columns,
                    in.stride);
  if (!backward(m_network, m_work.cache, m_work.gradients, &m_options.cancel)) return;
  m_next = FitStage::update;
}

void FitStepper::update() {
  const std::span<float> w = m_network.parameters();
  if (m_options.keepPrevious) std::copy(w.begin(), w.end(), m_kept.previous.begin());
  m_optimizer.step(w, m_work.gradients.parameters);
  m_next = m_batch == m_batches ? FitStage::epochEnd : FitStage::batch;
}

/// False: cancelled.
bool FitStepper::measure(const Matrix& x, const Matrix& y) {
  return m_evaluator.measure(m_network, x, y, m_evaluation, &m_options.cancel);
}

void FitStepper::endEpoch() {
  m_record = {};
  m_record.epoch = m_epoch;
  m_record.loss = runningLoss();
  m_record.trainLossEnd = m_record.loss;
  m_record.learningRate = learningRate();
  for (const double sum : m_sums.metrics) m_record.metrics.push_back(sum / m_sums.rows);
  if (!m_network.finite()) return diverge();
  if (m_options.measureTrainLossEnd) {
    if (!measure(m_data->xTrain, m_data->yTrain)) return;
    m_record.trainLossEnd = m_evaluation.loss;
    if (!std::isfinite(m_record.trainLossEnd)) return diverge();
  }
  if (m_data->xValidation.rows > 0)
    m_next = FitStage::validate;
  else
    closeEpoch();
}

void FitStepper::validate() {
  if (!measure(m_data->xValidation, m_data->yValidation)) return;
  m_record.valLoss = m_evaluation.loss;
  m_record.valMetrics = m_evaluation.metrics;
  if (!std::isfinite(m_evaluation.loss)) return diverge();
  closeEpoch();
}

/// The epoch is whole and finite: into the history with it, then the callbacks.
void FitStepper::closeEpoch() {
  const std::span<const float> w = m_network.parameters();
  std::copy(w.begin(), w.end(), m_kept.lastGood.begin());
  m_history.epochs.push_back(m_record);
  m_next = FitStage::batch;
  runCallbacks(m_record);
  if (m_next != FitStage::finished && m_epoch == m_design->fit.epochs) finish(FitEnd::completed);
}

void FitStepper::runCallbacks(const EpochRecord& record) {
  const FitSpec& fit = m_design->fit;
  const auto watched = [&](const std::string& name) {
    return monitored(name, fit.metrics, record);
  };
  if (m_plateau)
    setLearningRate(m_plateau->epochDone(watched(fit.reduceLr->monitor), learningRate()));
  if (!m_stopper) return;
  const auto verdict = m_stopper->epochDone(watched(fit.earlyStopping->monitor), record.epoch);
  if (verdict.best && fit.earlyStopping->restoreBestWeights) m_kept.best = m_kept.lastGood;
  if (verdict.stop) finish(FitEnd::stoppedEarly);
}

void FitStepper::diverge() {
  const std::span<float> w = m_network.parameters();
  std::copy(m_kept.lastGood.begin(), m_kept.lastGood.end(), w.begin());
  m_divergedEpoch = m_epoch;
  m_end = FitEnd::diverged;
  m_next = FitStage::finished;
}

/// Keras puts the best weights back even when training was not cut short.
void FitStepper::finish(FitEnd end) {
  if (!m_kept.best.empty())
    std::copy(m_kept.best.begin(), m_kept.best.end(), m_network.parameters().begin());
  m_end = end;
  m_next = FitStage::finished;
}

} // namespace layerlab
