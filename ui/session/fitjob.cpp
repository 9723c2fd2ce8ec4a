#include "ui/session/fitjob.h"

#include <utility>

namespace layerlab {
namespace {

// Copying weights for the canvas costs training time: up to this many parameters per frame.
constexpr std::size_t parametersPerFrame = 200'000;
// The speed is taken over at least this long, so that the figure can be read.
constexpr double speedSeconds = 0.5;

template <class... Cases> struct Overloaded : Cases... { using Cases::operator()...; };
template <class... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

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
  bool paused = false;
  std::optional<double> learningRate;
  Snapshots snapshots; ///< what the other side keeps: the same rule on both sides

  void run() {
    box->post(guarded<FitResult>([this] { return work(); }));
  }

  Result<FitResult> work() {
    const Result<PreparedPtr> data = preparedOr(known, key);
    if (!data) return data.error();
    if (cancel.cancelled()) return cancelledBeforeStart();
    const Matrix& judged = (*data)->yValidation.empty() ? (*data)->yTrain : (*data)->yValidation;
    box->post(Ready{*data, baselineLoss(design.fit, (*data)->yTrain, judged)});
    return runFit(design, **data, control(), initial ? &*initial : nullptr);
  }

  static FitResult cancelledBeforeStart() {
    FitResult result;
    result.end = FitEnd::cancelled;
    return result;
  }

  FitControl control() {
    FitControl control;
    control.cancel = cancel;
    control.epochDone = [this](const EpochRecord& record) { box->post(record); };
    control.wantsSnapshot = [this] { return box->wanted(); };
    control.snapshot = [this](const Weights& weights, int) { box->publish(weights); };
    control.wantsEpoch = [this](int epoch) { return snapshots.wants(epoch); };
    control.epochWeights = [this](Weights weights, int epoch) { keep(std::move(weights), epoch); };
    control.checkpoint = [this] { obey(); };
    control.learningRate = [this] { return learningRate; };
    return control;
  }

  void keep(Weights weights, int epoch) {
    if (!finite(weights)) return;
    const auto shared = std::make_shared<const Weights>(std::move(weights));
    snapshots.add(epoch, shared);
    box->post(Snapshot{epoch, shared});
  }

  /// Between two batches: a look at one flag, unless there are orders or a pause.
  void obey() {
    if (orders->empty()) return;
    takeOrders();
    while (paused && !cancel.cancelled()) {
      orders->wait();
      takeOrders();
    }
  }

  void takeOrders() {
    for (const auto& order : orders->drain().items) {
      if (const auto* rate = std::get_if<double>(&order)) learningRate = *rate;
      if (order == std::variant<Order, double>(Order::pause)) paused = true;
      if (order == std::variant<Order, double>(Order::resume)) paused = false;
    }
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
  m_orders->post(Order::wake);
}

void FitJob::pause() {
  m_paused = true;
  m_orders->post(Order::pause);
}

void FitJob::resume() {
  m_paused = false;
  m_orders->post(Order::resume);
}

void FitJob::setLearningRate(double learningRate) {
  m_orders->post(learningRate);
}

std::vector<EpochRecord> FitJob::takeEpochs() {
  return std::exchange(m_epochs, {});
}

std::optional<Weights> FitJob::takeWeights() {
  return std::exchange(m_weights, std::nullopt);
}

std::vector<Snapshot> FitJob::takeSnapshots() {
  return std::exchange(m_snapshots, {});
}

Job::Mail FitJob::collect() {
  auto mail = m_box->drain();
  askForWeights();
  bool ended = false;
  for (News& news : mail.items)
    std::visit(Overloaded{[this](Ready& ready) {
                            m_prepared = std::move(ready.data);
                            m_baseline = ready.baseline;
                          },
                          [this](EpochRecord& record) { m_epochs.push_back(std::move(record)); },
                          [this](Snapshot& one) { m_snapshots.push_back(std::move(one)); },
                          [&](Result<FitResult>& result) {
                            m_result = std::move(result);
                            ended = true;
                          }},
               news);
  if (mail.latest) keepPicture(std::move(*mail.latest));
  measureSpeed();
  if (ended) return Mail::end;
  return mail.items.empty() && !mail.latest ? Mail::nothing : Mail::news;
}

void FitJob::keepPicture(Weights weights) {
  std::size_t parameters = 0;
  for (const LayerWeights& layer : weights)
    parameters += layer.kernel.values.size() + layer.bias.size();
  m_framesPerPicture = 1 + static_cast<int>(parameters / parametersPerFrame);
  m_weights = std::move(weights);
}

void FitJob::askForWeights() {
  if (m_weights) return; // nobody has looked at the last picture yet
  if (++m_frame % m_framesPerPicture == 0) m_box->want();
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
