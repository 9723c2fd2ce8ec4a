#include "signals.h"

#include <atomic>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

namespace layerlab::cli {
namespace {

std::atomic<int> caught{0};
const CancelToken* stop = nullptr; // set before any handler is installed

static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free,
              "the handlers below must not lock");

extern "C" void onStop(int number) {
  int none = 0;
  caught.compare_exchange_strong(none, number);
  stop->cancel();
}

extern "C" void onTimer(int) {
  stop->cancel();
}

void handle(int number, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  ::sigaction(number, &action, nullptr);
}

} // namespace

const CancelToken& stopToken() {
  static const CancelToken token;
  return token;
}

void installSignals() {
  stop = &stopToken();
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) handle(number, onStop);
  for (const int number : {SIGPIPE, SIGXFSZ}) handle(number, SIG_IGN);
}

void occupyStandardFiles() {
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(file, F_GETFD) != -1 || errno != EBADF) continue;
    // stdout read-only: writing to it must fail, not vanish.
    const int opened = ::open("/dev/null", file == STDOUT_FILENO ? O_RDONLY : O_RDWR);
    if (opened >= 0 && opened != file) ::close(opened);
  }
}

int signalStatus() {
  const int number = caught.load();
  if (number == 0) return 0;
  return 128 + (number == SIGINT ? SIGINT : SIGTERM);
}

void startTimer(double seconds) {
  handle(SIGALRM, onTimer);
  const double whole = std::floor(std::min(seconds, 1e9));
  itimerval timer{};
  timer.it_value.tv_sec = static_cast<time_t>(whole);
  timer.it_value.tv_usec = static_cast<suseconds_t>((std::min(seconds, 1e9) - whole) * 1e6);
  if (timer.it_value.tv_sec == 0 && timer.it_value.tv_usec == 0) timer.it_value.tv_usec = 1;
  ::setitimer(ITIMER_REAL, &timer, nullptr);
}

} // namespace layerlab::cli
