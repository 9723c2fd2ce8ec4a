#include "ui/session/errand.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <sys/resource.h>
#include <utility>

namespace layerlab {
namespace {

constexpr qint64 longestRest = 3000;

qint64 clockNow() {
  return QDeadlineTimer::current().deadline();
}

/// What is only looked at waits for what is trained where both want the same core. On Linux a
/// thread has a priority of its own, and 0 means the calling one.
void stepBack() {
  constexpr int polite = 10;
  setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + polite); // at most 19, quietly
}

} // namespace

void Errand::start(Work work) {
  launch([work = std::move(work), box = m_box]() mutable {
    stepBack();
    const qint64 began = clockNow();
    Result<Answer> answer = guarded<Answer>([&work]() -> Result<Answer> { return work(); });
    work = nullptr; // what it holds goes here, before the GUI thread hears of the end
    box->post(Done{std::move(answer), clockNow() - began});
  });
}

Job::Mail Errand::collect() {
  auto mail = m_box->drain();
  if (mail.items.empty()) return Mail::nothing;
  m_done = std::move(mail.items.front());
  return Mail::end;
}

Result<void> Errand::deliver() {
  const Result<Answer>& answer = m_done->answer;
  if (!answer) return answer.error();
  if (*answer) (*answer)();
  return {};
}

Refresher::Refresher(int milliseconds, std::function<Errand::Work()> prepare,
                     std::function<bool()> trains, int restPerWork)
    : m_milliseconds(milliseconds), m_prepare(std::move(prepare)), m_trains(std::move(trains)),
      m_restPerWork(restPerWork) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &Refresher::begin);
}

void Refresher::request() {
  m_wanted = true;
  if (!m_errand) schedule(); // again: it may rest less now
}

void Refresher::schedule() {
  const qint64 due = std::max(m_began + m_milliseconds, m_ended + rest());
  m_timer.start(static_cast<int>(std::clamp<qint64>(due - clockNow(), 0, longestRest)));
}

void Refresher::cancel() {
  m_wanted = false;
  m_timer.stop();
  if (!m_errand) return;
  Errand* errand = std::exchange(m_errand, nullptr);
  errand->disconnect(this);
  connect(errand, &Job::finished, errand, &QObject::deleteLater);
}

void Refresher::begin() {
  if (!m_wanted) return;
  m_wanted = false;
  m_began = clockNow();
  Errand::Work work = m_prepare();
  if (!work) {
    emit idle();
    return;
  }
  m_errand = new Errand(this);
  connect(m_errand, &Job::finished, this, &Refresher::end);
  m_errand->start(std::move(work));
}

void Refresher::end() {
  Errand* errand = std::exchange(m_errand, nullptr);
  errand->deleteLater();
  m_took = errand->took();
  m_ended = clockNow();
  if (const Result<void> delivered = errand->deliver(); !delivered) emit failed(delivered.error());
  if (m_wanted)
    schedule();
  else
    emit idle();
}

} // namespace layerlab

#include "moc_errand.cpp"
