#include "app/signals.h"

#include <QCoreApplication>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace layerlab {
namespace {

int sockets[2] = {-1, -1};

// Only what is allowed inside a signal handler: one byte into a socket, read by the event loop.
void onSignal(int number) {
  const auto byte = static_cast<unsigned char>(number);
  if (write(sockets[0], &byte, 1) != 1) _exit(128 + number);
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
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

QuitOnSignals::~QuitOnSignals() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  for (const int socket : sockets)
    if (socket >= 0) close(socket);
}

} // namespace layerlab
