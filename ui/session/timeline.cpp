#include "ui/session/timeline.h"

#include "ui/session/session.h"

namespace layerlab {

Timeline::Timeline(Session& session, QObject* parent) : QObject(parent), m_session(session) {
  connect(&session, &Session::changed, this, [this](Session::Parts parts) {
    if (!(parts & (Session::weightsPart | Session::tablePart | Session::runsPart))) return;
    if (parts & Session::weightsPart) m_now.reset();
    const Run* run = m_session.currentRun();
    if (m_run != 0 &&
        (!run || run->id != m_run || ((parts & Session::weightsPart) && !m_session.weights())))
      forget();
    else if (isNow() && (parts & Session::weightsPart))
      emit moved();
  });
}

void Timeline::forget() {
  m_run = 0;
  m_snapshots.clear();
  m_shown.reset();
  emit extentChanged();
  emit moved();
}

void Timeline::add(int run, std::vector<Snapshot> snapshots) {
  if (snapshots.empty()) return;
  if (run != m_run) {
    m_snapshots.clear();
    m_run = run;
    if (m_shown) show(std::nullopt);
  }
  for (Snapshot& one : snapshots) m_snapshots.add(one.epoch, std::move(one.weights));
  emit extentChanged();
}

void Timeline::bringBack(Past past) {
  m_run = past.run;
  m_snapshots = std::move(past.snapshots);
  m_shown = std::move(past.shown);
  emit extentChanged();
  emit moved();
}

void Timeline::show(std::optional<int> epoch) {
  const Snapshot* wanted = epoch ? m_snapshots.at(*epoch) : nullptr;
  if (!wanted && !m_shown) return;
  if (wanted && m_shown && wanted->epoch == m_shown->epoch) return;
  m_shown = wanted ? std::optional(*wanted) : std::nullopt;
  emit moved();
}

std::optional<int> Timeline::shownEpoch() const {
  return m_shown ? std::optional(m_shown->epoch) : std::nullopt;
}

void Timeline::lend(std::shared_ptr<const Weights> weights) {
  if (weights == m_lent) return;
  m_lent = std::move(weights);
  if (m_lent) m_shown.reset();
  emit moved();
}

std::shared_ptr<const Weights> Timeline::weights() const {
  if (m_lent) return m_lent;
  if (m_shown) return m_shown->weights;
  if (!m_now && m_session.weights()) m_now = std::make_shared<const Weights>(*m_session.weights());
  return m_now;
}

} // namespace layerlab

#include "moc_timeline.cpp"
