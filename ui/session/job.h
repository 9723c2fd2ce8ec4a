#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <thread>

namespace layerlab {

/// One piece of work on a thread of its own. The thread gets copies and const shared data and
/// answers through a Mailbox, which a timer empties once per frame. The destructor cancels and
/// joins; nothing is emitted then.
class Job : public QObject {
  Q_OBJECT
public:
  explicit Job(QObject* parent = nullptr);
  ~Job() override;

  /// Asks the work to end soon; finished() still follows.
  virtual void cancel();
  bool cancelled() const { return m_cancel.cancelled(); }
  /// Waits for the end of the work; finished() has been emitted then.
  void waitForEnd();

signals:
  void progressed(); ///< at most once per frame, when something came
  void finished();   ///< once, after the last progressed()

protected:
  /// What one look into the mailbox brought.
  enum class Mail { nothing, news, end };

  const CancelToken& cancelToken() const { return m_cancel; }
  /// Starts the thread; `work` must own all it touches.
  void launch(std::function<void()> work);
  /// Empties the mailbox on the GUI thread.
  virtual Mail collect() = 0;

private:
  void look();

  CancelToken m_cancel;
  QTimer m_frame;
  std::thread m_thread;
};

/// What an exception in a worker means to the person: the machine has too little memory, or
/// (anything else) the text of the exception.
Error machineError(const std::exception& exception);

/// Runs `work` and turns an exception into an Error; the top of every worker thread.
template <class T> Result<T> guarded(const std::function<Result<T>()>& work) {
  try {
    return work();
  } catch (const std::exception& exception) {
    return machineError(exception);
  }
}

} // namespace layerlab
