#include "core/insight/stagewalk.h"

#include <chrono>
#include <utility>

namespace layerlab {

namespace {
// Beyond this many parameters the moments are not copied before every update.
constexpr std::int64_t mostKept = 2'000'000;
} // namespace

Result<StageWalk> StageWalk::create(const Design& design, const PreparedPtr& data) {
  Result<FitStepper> stepper = FitStepper::create(design, data);
  if (!stepper) return stepper.error();
  return StageWalk(std::move(*stepper),
                   design.network.parameterCount(data->xTrain.cols) <= mostKept);
}

void StageWalk::advanceStage() {
  if (finished()) return;
  if (!m_stage) {
    m_stepper.advance();
    m_stage = LessonStage::weights;
    return;
  }
  switch (*m_stage) {
  case LessonStage::weights:
  case LessonStage::repeat:
    return takeBatch();
  case LessonStage::predict:
    m_stepper.advance();
    m_batchLosses.push_back(m_stepper.batchLoss());
    m_stage = m_stepper.next() == FitStage::finished ? LessonStage::repeat : LessonStage::error;
    return;
  case LessonStage::error:
    return adjust();
  case LessonStage::adjust:
    return repeat();
  }
}

void StageWalk::takeBatch() {
  if (m_epochDone) m_batchLosses.clear();
  m_epochDone = false;
  m_stepper.advance(); // batch
  m_stepper.advance(); // predict
  m_stage = LessonStage::predict;
}

void StageWalk::adjust() {
  m_firstBefore = m_keepsMoments ? m_stepper.firstMoment() : Weights{};
  m_secondBefore = m_keepsMoments ? m_stepper.secondMoment() : Weights{};
  m_stepper.advance();                  // gradient
  if (!finished()) m_stepper.advance(); // update
  m_stage = LessonStage::adjust;
}

void StageWalk::repeat() {
  const std::size_t epochs = m_stepper.history().epochs.size();
  while (m_stepper.next() == FitStage::epochEnd || m_stepper.next() == FitStage::validate)
    m_stepper.advance();
  m_epochDone = m_stepper.history().epochs.size() > epochs;
  m_stage = LessonStage::repeat;
}

void StageWalk::finishBatch() {
  do advanceStage();
  while (!finished() && m_stage != LessonStage::repeat);
}

bool StageWalk::finishEpoch(double seconds) {
  const auto start = std::chrono::steady_clock::now();
  const auto passed = [start] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const bool kept = std::exchange(m_keepsMoments, false); // nobody looks in between
  do finishBatch();
  while (!finished() && !m_epochDone && passed() < seconds);
  m_keepsMoments = kept;
  return m_epochDone || finished();
}

} // namespace layerlab
