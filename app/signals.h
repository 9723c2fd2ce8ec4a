#pragma once

#include <QSocketNotifier>

#include <memory>

namespace layerlab {

/// While it lives, SIGINT, SIGTERM and SIGHUP (the terminal was closed) end the event loop with
/// 128 + signal, so that jobs are joined and files closed as on any other way out.
class QuitOnSignals {
public:
  QuitOnSignals();
  ~QuitOnSignals();
  QuitOnSignals(const QuitOnSignals&) = delete;
  QuitOnSignals& operator=(const QuitOnSignals&) = delete;

private:
  std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace layerlab
