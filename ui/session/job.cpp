#include "ui/session/job.h"

#include <exception>
#include <new>

namespace layerlab {
namespace {

// A frame and what a busy machine is late: two of these are still 30 pictures a second.
constexpr int frameMs = 15;
// Once somebody wants the work to end, its last words should not wait for a frame.
constexpr int endingMs = 1;

} // namespace

Job::Job(QObject* parent) : QObject(parent) {
  m_frame.setTimerType(Qt::PreciseTimer);
  m_frame.setInterval(frameMs);
  connect(&m_frame, &QTimer::timeout, this, &Job::look);
}

Job::~Job() {
  m_cancel.cancel();
  if (m_thread.joinable()) m_thread.join();
}

void Job::cancel() {
  m_cancel.cancel();
  if (m_frame.isActive()) m_frame.start(endingMs);
}

void Job::waitForEnd() {
  if (!m_thread.joinable()) return;
  m_thread.join();
  look();
}

void Job::launch(std::function<void()> work) {
  m_thread = std::thread(std::move(work));
  m_frame.start();
}

void Job::look() {
  const Mail mail = collect();
  if (mail == Mail::nothing) return;
  if (mail == Mail::end) {
    m_frame.stop();
    if (m_thread.joinable()) m_thread.join(); // its last act was to post the end
  }
  emit progressed();
  if (mail == Mail::end) emit finished();
}

Error machineError(const std::exception& exception) {
  if (dynamic_cast<const std::bad_alloc*>(&exception) != nullptr)
    return {ErrorKind::limit,
            {QT_TRANSLATE_NOOP("Core", "there is not enough memory; close other programs, or use "
                                       "fewer rows or a smaller network"),
             {}},
            {},
            0,
            0};
  return {ErrorKind::limit,
          {QT_TRANSLATE_NOOP("Core", "the work stopped unexpectedly: %1"), {exception.what()}},
          {},
          0,
          0};
}

} // namespace layerlab

#include "moc_job.cpp"
