#include "app/signals.h"

#include <QCoreApplication>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace layerlab {
namespace {

int sockets[2] = {-1, -1};
constexpr int endings[] = {SIGINT, SIGTERM, SIGHUP};

// Only what is allowed inside a signal handler: one byte into a socket, read by the event loop.
void onSignal(int number) {
  const auto byte = static_cast<unsigned char>(number);
  if (write(sockets[0], &byte, 1) != 1) _exit(128 + number);
}

/// As below nohup, which the person meant.
bool isIgnored(int number) {
  struct sigaction present = {};
  return sigaction(number, nullptr, &present) == 0 && present.sa_handler == SIG_IGN;
}

} // namespace

QuitOnSignals::QuitOnSignals() {
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) return;
  m_notifier = std::make_unique<QSocketNotifier>(sockets[1], QSocketNotifier::Read);
  QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [] {
    unsigned char number = 0;
    if (read(sockets[1], &number, 1) == 1) QCoreApplication::exit(128 + number);
  });
  struct sigaction action = {};
  action.sa_handler = onSignal;
  action.sa_flags = SA_RESTART;
  for (const int ending : endings)
    if (ending != SIGHUP || !isIgnored(ending)) sigaction(ending, &action, nullptr);
}

QuitOnSignals::~QuitOnSignals() {
  for (const int ending : endings) std::signal(ending, SIG_DFL);
  for (const int socket : sockets)
    if (socket >= 0) close(socket);
}

} // namespace layerlab
