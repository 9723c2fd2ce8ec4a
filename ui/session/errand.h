#pragma once

#include "ui/session/job.h"
#include "ui/session/mailbox.h"

#include <functional>
#include <memory>
#include <optional>

namespace layerlab {

/// One computation off the GUI thread. The work gives back what to do with its answer; that runs on
/// the GUI thread, unless the errand is gone by then.
class Errand : public Job {
  Q_OBJECT
public:
  using Answer = std::function<void()>;
  using Work = std::function<Answer()>;
  using Job::Job;

  /// `work` must own all it touches.
  void start(Work work);
  /// Runs the answer; after finished(). The Error: an exception in the work (out of memory).
  Result<void> deliver();
  /// How long the work took on its thread, in milliseconds; after finished().
  qint64 took() const { return m_done->milliseconds; }

private:
  struct Done {
    Result<Answer> answer;
    qint64 milliseconds = 0;
  };
  Mail collect() override;

  using Box = Mailbox<Done>;
  std::shared_ptr<Box> m_box = std::make_shared<Box>();
  std::optional<Done> m_done;
};

/// Keeps one picture up to date with something that changes often: asks for the work to do, has it
/// done off the GUI thread, one at a time, and again as long as requests come in, at most every
/// `milliseconds` and, while something trains, at most a quarter of the time, so that training
/// never notices.
class Refresher : public QObject {
  Q_OBJECT
public:
  /// `prepare` copies what is needed, on the GUI thread; an empty Work: nothing to do. After a work
  /// it rests `restPerWork` times as long, while `trains` says so.
  Refresher(int milliseconds, std::function<Errand::Work()> prepare, std::function<bool()> trains,
            int restPerWork = 3);

  void request();
  /// Forgets a request that waits; an answer on its way is dropped.
  void cancel();
  bool busy() const { return m_errand != nullptr || m_wanted; }
  /// How long it rests after the last work, in milliseconds.
  qint64 rest() const { return m_trains() ? m_restPerWork * m_took : 0; }

signals:
  void failed(const layerlab::Error& error);
  void idle(); ///< every request is answered

private:
  void schedule();
  void begin();
  void end();

  int m_milliseconds;
  std::function<Errand::Work()> m_prepare;
  std::function<bool()> m_trains;
  int m_restPerWork;
  QTimer m_timer;
  Errand* m_errand = nullptr;
  bool m_wanted = false;
  qint64 m_began = 0; ///< the last work, ms of the clock
  qint64 m_ended = 0;
  qint64 m_took = 0; ///< on its thread: what the GUI thread was busy with does not count
};

} // namespace layerlab
