#include "core/fit/fit.h"

#include "core/fit/stepper.h"
#include "core/net/flush.h"

#include <algorithm>
#include <chrono>

namespace layerlab {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The watcher's wishes, granted between the stages of a fit.
class Watch {
public:
  Watch(const FitControl& control, FitStepper& stepper) : m_control(control), m_stepper(stepper) {}

  void beforeEpoch() {
    if (!m_control.learningRate) return;
    if (const std::optional<double> rate = m_control.learningRate())
      m_stepper.setLearningRate(*rate);
  }
  bool wantsStages() const { return m_control.stageByStage && m_control.stageByStage(); }
  void afterBatch() {
    if (m_control.wantsSnapshot && m_control.wantsSnapshot())
      m_control.snapshot(m_stepper.weights(), m_stepper.epoch());
  }
  /// A new record in the history: stamp it and tell.
  void afterEpoch() {
    m_stepper.stampSeconds(seconds());
    if (m_control.epochDone) m_control.epochDone(m_stepper.history().epochs.back());
    keepEpoch(m_stepper.history().epochs.back().epoch);
  }
  void keepEpoch(int epoch) {
    if (m_control.wantsEpoch && m_control.wantsEpoch(epoch))
      m_control.epochWeights(m_stepper.weights(), epoch);
  }
  double seconds() const { return secondsSince(m_start) - m_paused; }

  /// Between two steps: the watcher may look, and may hold the fit up. Its time does not count.
  void checkpoint() {
    if (m_control.checkpoint) m_paused += m_control.checkpoint(m_stepper);
  }

private:
  const FitControl& m_control;
  FitStepper& m_stepper;
  Clock::time_point m_start = Clock::now();
  double m_paused = 0.0;
};

/// False: cancelled.
bool run(FitStepper& stepper, const FitControl& control, Watch& watch) {
  const FlushDenormals flush;
  std::size_t epochs = 0;
  while (stepper.next() != FitStage::finished) {
    if (control.cancel.cancelled()) return false;
    const FitStage stage = stepper.next();
    const bool starts = stage == FitStage::batch;
    if (starts && stepper.batch() % stepper.batchesPerEpoch() == 0) watch.beforeEpoch();
    const bool alone = starts && watch.wantsStages();
    alone ? stepper.advance() : stepper.advanceBatch();
    if (stage == FitStage::initialise) watch.keepEpoch(0);
    if ((starts && !alone) || stage == FitStage::update) watch.afterBatch();
    if (stepper.history().epochs.size() != epochs) {
      ++epochs;
      watch.afterEpoch();
    }
    watch.checkpoint();
  }
  return true;
}

double labelMean(const Matrix& y, std::size_t column) {
  double sum = 0.0;
  for (std::size_t r = 0; r < y.rows; ++r) sum += static_cast<double>(y(r, column));
  return sum / static_cast<double>(y.rows);
}

double labelMedian(const Matrix& y, std::size_t column) {
  std::vector<float> values(y.rows);
  for (std::size_t r = 0; r < y.rows; ++r) values[r] = y(r, column);
  const std::size_t half = values.size() / 2;
  std::sort(values.begin(), values.end());
  return values.size() % 2 == 1
             ? static_cast<double>(values[half])
             : (static_cast<double>(values[half - 1]) + static_cast<double>(values[half])) / 2.0;
}

/// The best constant: the median for mae, the mean for the rest (for crossentropies the mean is
/// the base rate).
std::vector<float> bestConstant(const FitSpec& fit, const Matrix& y) {
  std::vector<float> constant(y.cols);
  for (std::size_t c = 0; c < y.cols; ++c)
    constant[c] = static_cast<float>(fit.loss == Loss::mae ? labelMedian(y, c) : labelMean(y, c));
  return constant;
}

} // namespace

Result<FitResult> runFit(const Design& design, const PreparedData& data, const FitControl& control,
                         const Weights* initial) {
  // The caller's data outlives this call: share it without owning it.
  const PreparedPtr borrowed(PreparedPtr(), &data);
  StepperOptions options;
  options.measureTrainLossEnd = control.measureTrainLossEnd;
  options.keepPrevious = false;
  options.cancel = control.cancel;
  auto stepper = FitStepper::create(design, borrowed, initial, options);
  if (!stepper) return stepper.error();
  Watch watch(control, *stepper);
  const bool whole = run(*stepper, control, watch);
  FitResult result;
  result.end = whole ? stepper->end() : FitEnd::cancelled;
  result.history = stepper->history();
  result.weights = stepper->finiteWeights();
  result.divergedEpoch = stepper->divergedEpoch();
  result.steps = stepper->steps();
  result.seconds = watch.seconds();
  return result;
}

Evaluation evaluate(const NetworkSpec& network, const FitSpec& fit, const Weights& weights,
                    const Matrix& x, const Matrix& y) {
  Evaluation out;
  if (x.rows == 0) return out;
  Network net(network, x.cols);
  net.setWeights(weights);
  Evaluator(net, fit, x.rows).measure(net, x, y, out);
  return out;
}

double baselineLoss(const FitSpec& fit, const Matrix& yTrain, const Matrix& y) {
  if (yTrain.rows == 0 || y.rows == 0) return 0.0;
  // A network of one layer that ignores its input and says the constant.
  LayerSpec layer;
  layer.units = static_cast<int>(yTrain.cols);
  Weights weights(1);
  weights[0].kernel = Matrix(1, yTrain.cols);
  weights[0].bias = bestConstant(fit, yTrain);
  return evaluate(NetworkSpec{{layer}}, fit, weights, Matrix(y.rows, 1), y).loss;
}

} // namespace layerlab
