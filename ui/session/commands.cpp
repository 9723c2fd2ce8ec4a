#include "ui/session/commands.h"

#include <algorithm>

namespace layerlab {

float* weightAt(Weights& weights, const WeightPlace& place) {
  if (place.dense >= weights.size()) return nullptr;
  LayerWeights& layer = weights[place.dense];
  const auto unit = static_cast<std::size_t>(place.unit);
  if (place.input < 0) return unit < layer.bias.size() ? &layer.bias[unit] : nullptr;
  const auto input = static_cast<std::size_t>(place.input);
  const bool inside = input < layer.kernel.rows && unit < layer.kernel.cols;
  return inside ? &layer.kernel(input, unit) : nullptr;
}

WeightCommand::WeightCommand(Session& session, const QString& text, const WeightPlace& place,
                             float value)
    : QUndoCommand(text), m_session(session), m_place(place), m_before(value), m_after(value) {
  Weights weights = *session.weights();
  if (const float* now = weightAt(weights, place)) m_before = *now;
}

void WeightCommand::exchange(float from, float to) {
  std::optional<Weights> weights = m_session.weights();
  float* now = weights ? weightAt(*weights, m_place) : nullptr;
  if (!now || *now != from) return setObsolete(true);
  *now = to;
  m_session.setWeights(std::move(weights));
}

void RemoveRunCommand::redo() {
  const Run* current = m_session.currentRun();
  m_current = current && current->id == m_id;
  m_run = m_session.takeRun(m_id, m_index);
  if (m_run->running) m_run->end = FitEnd::cancelled; // it stops without its run
  m_run->running = false;
}

void RemoveRunCommand::undo() {
  if (m_run) m_session.putRun(std::move(*m_run), m_index, m_current);
  m_run.reset();
}

RunLookCommand::RunLookCommand(Session& session, const QString& text, int id, RunLook after)
    : QUndoCommand(text), m_session(session), m_id(id), m_after(std::move(after)) {
  if (const Run* run = session.run(id)) m_before = {run->name, run->colour};
}

void RunLookCommand::show(const RunLook& look) {
  const auto change = [&look](Run& run) {
    run.name = look.name;
    run.colour = look.colour;
  };
  m_session.updateRun(m_id, change, Session::runsPart);
}

} // namespace layerlab
