#include "bench.h"
#include "commandline.h"
#include "commands.h"
#include "signals.h"

#include <cstring>
#include <exception>
#include <malloc.h>
#include <new>
#include <unistd.h>

namespace layerlab::cli {
namespace {

Outcome benchOutcome(const Request& request) {
  const Request asOption{"bench", {{"threads", request.arguments[1]}}, {}};
  FlagReader flags(asOption);
  int threads = 1;
  flags.integer("threads", threads, 1);
  if (flags.trouble()) return *flags.trouble();
  return Outcome::ended(benchCommand(request.arguments[0], threads));
}

Outcome runCommand(const Request& request) {
  if (request.command == "inspect") return inspectCommand(request);
  if (request.command == "train") return trainCommand(request);
  if (request.command == "predict") return predictCommand(request);
  if (request.command == "sweep") return sweepCommand(request);
  if (request.command == "elbow") return elbowCommand(request);
  if (request.command == "check") return checkCommand(request);
  if (request.command == "lesson") return lessonCommand(request);
  if (request.command == "code") return codeCommand(request);
  return benchOutcome(request);
}

int run(int argc, const char* const* argv) {
  const auto parsed = parseCommandLine(argc, argv);
  if (const auto* instead = std::get_if<Outcome>(&parsed)) return deliver(*instead);
  return deliver(runCommand(std::get<Request>(parsed)));
}

/// Says it without needing memory.
int giveUp(const char* line) {
  writeAll(STDERR_FILENO, line, std::strlen(line));
  return exitStatus(ErrorKind::limit);
}

constexpr const char* noMemory =
    "error: not enough memory; use less data, smaller batches or a smaller network\n";

constexpr const char* notFinished = "error: the work could not be finished\n";

/// Where no handler can catch (statics before main, a noexcept function) memory may run out too:
/// that is status 5 as well, no abort.
[[noreturn]] void endWithoutAbort() {
  const char* line = notFinished;
  try {
    if (const auto exception = std::current_exception()) std::rethrow_exception(exception);
  } catch (const std::bad_alloc&) {
    line = noMemory;
  } catch (...) { // the line fits
  }
  ::_exit(giveUp(line));
}

/// Before the program's own statics are made, the command-line library's among them.
[[gnu::constructor(101)]] void watchTermination() {
  std::set_terminate(endWithoutAbort);
}

/// Large arrays come from the heap and are used again, instead of being given back to the system
/// page by page and cleared once more for the next column of a table: a quarter of reading one.
void reuseLargeBlocks() {
#if defined(__GLIBC__)
  constexpr int mostBytes = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, mostBytes);
  mallopt(M_TRIM_THRESHOLD, mostBytes);
#endif
}

} // namespace
} // namespace layerlab::cli

int main(int argc, char** argv) {
  using namespace layerlab::cli;
  try {
    reuseLargeBlocks();
    installSignals();
    occupyStandardFiles();
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    return giveUp(
        "error: not enough memory; use less data, smaller batches or a smaller network\n");
  } catch (const std::length_error&) {
    return giveUp("error: too large for this machine's memory\n");
  } catch (const std::exception&) {
    return giveUp("error: the system refused something this work needs\n");
  } catch (...) {
    return giveUp(notFinished);
  }
}
