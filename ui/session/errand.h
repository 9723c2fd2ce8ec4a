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

private:
  Mail collect() override;

  using Box = Mailbox<Result<Answer>>;
  std::shared_ptr<Box> m_box = std::make_shared<Box>();
  std::optional<Result<Answer>> m_answer;
};

/// Keeps one picture up to date with something that changes often: asks for the work to do, has it
/// done off the GUI thread, one at a time, and again as long as requests come in, at most every
/// `milliseconds` and at most a quarter of the time, so that training never notices.
class Refresher : public QObject {
  Q_OBJECT
public:
  /// `prepare` copies what is needed, on the GUI thread; an empty Work: nothing to do. After a work
  /// it rests `rest` times as long.
  Refresher(int milliseconds, std::function<Errand::Work()> prepare, int rest = 3);

  void request();
  /// Forgets a request that waits; an answer on its way is dropped.
  void cancel();
  bool busy() const { return m_errand != nullptr || m_wanted; }

signals:
  void failed(const layerlab::Error& error);
  void idle(); ///< every request is answered

private:
  void schedule();
  void begin();
  void end();

  int m_milliseconds;
  std::function<Errand::Work()> m_prepare;
  int m_rest;
  QTimer m_timer;
  Errand* m_errand = nullptr;
  bool m_wanted = false;
  qint64 m_began = 0;     ///< ms of the clock
  qint64 m_notBefore = 0; ///< when the next one may begin
};

} // namespace layerlab
