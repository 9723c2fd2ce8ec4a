#include "ui/session/fitjob.h"

#include "core/fit/stepper.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace layerlab {
namespace {

using Clock = std::chrono::steady_clock;

// Something moves with every frame, but not all of it: the picture of the weights, the curves and
// the numbers have their turns. A frame is painted in a third of the time then, and the machine is
// left to the training.
constexpr int turns = 3;
constexpr int pictureTurn = 0;
constexpr int curvesTurn = 1;
// Copying weights costs training time: of up to this many parameters they are copied in each turn.
constexpr std::size_t parametersPerTurn = 600'000;
// The speed is taken over at least this long, so that the figure can be read.
constexpr double speedSeconds = 0.5;

template <class... Cases> struct Overloaded : Cases... { using Cases::operator()...; };
template <class... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

/// At a border: the next stage begins a batch, and one has been done before.
bool batchIsDone(const FitStepper& stepper) {
  return stepper.next() == FitStage::batch && stepper.batch() > 0;
}

bool isDone(StepUnit unit, const FitStepper& stepper) {
  if (unit == StepUnit::stage) return true;
  const bool last = stepper.batch() == stepper.batchesPerEpoch();
  return batchIsDone(stepper) && (unit == StepUnit::batch || last);
}

} // namespace

/// Lives on the fitting thread; owns copies of all it needs.
struct FitJob::Worker {
  std::shared_ptr<Box> box;
  std::shared_ptr<Orders> orders;
  CancelToken cancel;
  Design design;
  PreparationKey key;
  PreparedPtr known;
  std::optional<Weights> initial;
  int order = 0; ///< the last move heard of
  bool paused = false;
  std::optional<StepUnit> stepping;
  std::optional<double> learningRate;
  double pace = 0.0;       ///< epochs per second, 0: free
  Clock::time_point due{}; ///< when the next batch may begin, at that pace
  Snapshots snapshots;     ///< what the other side keeps: the same rule on both sides
  Epochs epochs;           ///< not posted yet

  void run() {
    Result<FitResult> result = guarded<FitResult>([this] { return work(); });
    postEpochs();
    box->post(std::move(result));
  }

  /// Only when the other side has emptied its box: most epochs of a small network cost no lock.
  void epochDone(const EpochRecord& record) {
    epochs.push_back(record);
    if (box->empty()) postEpochs();
  }
  void postEpochs() {
    if (!epochs.empty()) box->post(std::exchange(epochs, {}));
  }

  Result<FitResult> work() {
    const Result<PreparedPtr> data = preparedOr(known, key);
    if (!data) return data.error();
    if (cancel.cancelled()) return cancelledBeforeStart();
    const Matrix& judged = (*data)->yValidation.empty() ? (*data)->yTrain : (*data)->yValidation;
    box->post(
        Ready{*data, baselineLoss(design.fit, (*data)->yTrain, judged), trainBaseline(**data)});
    return runFit(design, **data, control(), initial ? &*initial : nullptr);
  }

  /// Only R² asks for it, which is told from a squared loss.
  std::optional<double> trainBaseline(const PreparedData& data) const {
    if (design.fit.loss != Loss::mse) return std::nullopt;
    return baselineLoss(design.fit, data.yTrain, data.yTrain);
  }

  static FitResult cancelledBeforeStart() {
    FitResult result;
    result.end = FitEnd::cancelled;
    return result;
  }

  FitControl control() {
    FitControl control;
    control.cancel = cancel;
    control.epochDone = [this](const EpochRecord& record) { epochDone(record); };
    control.wantsSnapshot = [this] { return box->wanted(); };
    control.snapshot = [this](const Weights& weights, int) { box->publish(weights); };
    control.checkpoint = [this](const FitStepper& stepper) { return obey(stepper); };
    control.wantsEpoch = [this](int epoch) { return snapshots.wants(epoch); };
    control.epochWeights = [this](Weights weights, int epoch) { keep(std::move(weights), epoch); };
    control.stageByStage = [this] { return stepping == StepUnit::stage; };
    control.learningRate = [this] { return learningRate; };
    return control;
  }

  void keep(Weights weights, int epoch) {
    if (!finite(weights)) return;
    const auto shared = std::make_shared<const Weights>(std::move(weights));
    snapshots.add(epoch, shared);
    postEpochs();
    box->post(Snapshot{epoch, shared});
  }

  /// Between two batches: a look at one flag, unless there are orders, a pace or a pause. Returns
  /// how long it held up the fit, in seconds.
  double obey(const FitStepper& stepper) {
    takeOrders();
    if (stepping && isDone(*stepping, stepper)) {
      stepping.reset();
      paused = true;
    }
    const bool slow = pace > 0.0 && !stepping && batchIsDone(stepper);
    if (!paused && !slow) return 0.0;
    const Clock::time_point before = Clock::now();
    if (!paused) dawdle(stepper);
    if (paused) hold(stepper);
    return std::chrono::duration<double>(Clock::now() - before).count();
  }

  /// Tells where it stands, with its weights, and waits for the next move.
  void hold(const FitStepper& stepper) {
    if (stepper.next() == FitStage::finished) return;
    if (stepper.next() != FitStage::initialise) box->publish(stepper.weights());
    postEpochs();
    box->post(
        Held{{stepper.epoch(), stepper.batch(), stepper.batchesPerEpoch(), stepper.next()}, order});
    while (paused && !cancel.cancelled()) {
      orders->wait();
      takeOrders();
    }
    due = Clock::now();
  }

  /// Spreads the time of an epoch over its batches, so that the picture moves evenly.
  void dawdle(const FitStepper& stepper) {
    postEpochs();
    const std::chrono::duration<double> share(1.0 / (pace * stepper.batchesPerEpoch()));
    due = std::max(due, Clock::now() - std::chrono::milliseconds(50)) +
          std::chrono::duration_cast<Clock::duration>(share);
    while (Clock::now() < due && pace > 0.0 && !paused && !stepping && !cancel.cancelled()) {
      orders->waitUntil(due);
      takeOrders();
    }
  }

  void takeOrders() {
    if (orders->empty()) return;
    for (const Order& next : orders->drain().items) take(next);
  }

  void take(const Order& next) {
    using Kind = Order::Kind;
    if (next.kind == Kind::learningRate) learningRate = next.value;
    if (next.kind == Kind::pace) pace = next.value;
    if (next.kind != Kind::pause && next.kind != Kind::resume && next.kind != Kind::step) return;
    order = next.number;
    paused = next.kind == Kind::pause;
    stepping.reset();
    if (next.kind == Kind::step) stepping = next.unit;
  }
};

void FitJob::start(const TablePtr& table, const Design& design, const PreparedPtr& known,
                   const std::optional<Weights>& initial) {
  auto worker = std::make_shared<Worker>();
  worker->box = m_box;
  worker->orders = m_orders;
  worker->cancel = cancelToken();
  worker->design = design;
  worker->key = preparationKey(table, design);
  worker->known = known;
  worker->initial = initial;
  m_box->want();
  launch([worker] { worker->run(); });
}

FitJob::~FitJob() {
  cancel(); // wakes a paused worker, so that the join in ~Job comes to an end
}

void FitJob::cancel() {
  Job::cancel();
  m_orders->post({});
}

void FitJob::order(Order::Kind kind, StepUnit unit) {
  m_paused = kind == Order::Kind::pause;
  if (!m_paused) m_place.reset();
  m_orders->post({kind, ++m_order, unit, 0.0});
}

void FitJob::pause() {
  order(Order::Kind::pause);
}

void FitJob::resume() {
  order(Order::Kind::resume);
}

void FitJob::step(StepUnit unit) {
  order(Order::Kind::step, unit);
}

void FitJob::setLearningRate(double learningRate) {
  m_orders->post({Order::Kind::learningRate, 0, {}, learningRate});
}

void FitJob::setPace(double epochsPerSecond) {
  m_orders->post({Order::Kind::pace, 0, {}, epochsPerSecond});
}

/// News of a move that another one has overtaken does not count.
void FitJob::keepHeld(const Held& held) {
  if (held.order != m_order) return;
  m_paused = true;
  m_place = held.place;
}

/// A fit that stands or is over has no turns: all there is comes at once.
bool FitJob::isTurn(int turn) const {
  return m_place || m_result || m_frame % turns == turn;
}

std::vector<EpochRecord> FitJob::takeEpochs() {
  return isTurn(curvesTurn) ? std::exchange(m_epochs, {}) : std::vector<EpochRecord>();
}

std::optional<Weights> FitJob::takeWeights() {
  return isTurn(pictureTurn) ? std::exchange(m_weights, std::nullopt) : std::nullopt;
}

std::vector<Snapshot> FitJob::takeSnapshots() {
  return std::exchange(m_snapshots, {});
}

Job::Mail FitJob::collect() {
  auto mail = m_box->drain();
  ++m_frame;
  askForWeights();
  bool ended = false;
  for (News& news : mail.items)
    std::visit(Overloaded{[this](Ready& ready) {
                            m_prepared = std::move(ready.data);
                            m_baseline = ready.baseline;
                            m_trainBaseline = ready.trainBaseline;
                          },
                          [this](Epochs& epochs) { append(epochs); },
                          [this](const Held& held) { keepHeld(held); },
                          [this](Snapshot& one) { m_snapshots.push_back(std::move(one)); },
                          [&](Result<FitResult>& result) {
                            m_result = std::move(result);
                            ended = true;
                          }},
               news);
  if (mail.latest) keepPicture(std::move(*mail.latest));
  measureSpeed();
  if (ended) return Mail::end;
  return m_epochs.empty() && !m_weights && mail.items.empty() ? Mail::nothing : Mail::news;
}

void FitJob::append(Epochs& epochs) {
  if (m_epochs.empty())
    m_epochs = std::move(epochs);
  else
    m_epochs.insert(m_epochs.end(), epochs.begin(), epochs.end());
}

void FitJob::keepPicture(Weights weights) {
  std::size_t parameters = 0;
  for (const LayerWeights& layer : weights)
    parameters += layer.kernel.values.size() + layer.bias.size();
  m_turnsPerPicture = 1 + static_cast<int>(parameters / parametersPerTurn);
  m_weights = std::move(weights);
}

/// A frame ahead of their turn, so that they are there when it comes.
void FitJob::askForWeights() {
  if (m_weights) return; // nobody has looked at the last picture yet
  if ((m_frame + 1) % (turns * m_turnsPerPicture) == pictureTurn) m_box->want();
}

void FitJob::measureSpeed() {
  if (m_epochs.empty() || !m_prepared) return;
  const EpochRecord& newest = m_epochs.back();
  const double seconds = newest.seconds - m_markSeconds;
  const bool longEnough = seconds >= speedSeconds;
  if (seconds <= 0.0 || (m_samplesPerSecond > 0.0 && !longEnough)) return;
  const auto rows = static_cast<double>(m_prepared->xTrain.rows);
  m_samplesPerSecond = rows * (newest.epoch - m_markEpoch) / seconds;
  if (!longEnough) return;
  m_markEpoch = newest.epoch;
  m_markSeconds = newest.seconds;
}

} // namespace layerlab

#include "moc_fitjob.cpp"
