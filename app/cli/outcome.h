#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <utility>

namespace layerlab::cli {

/// What a command leaves behind: text for stdout, at most one error, and an exit status of its own
/// (interrupted) where the error does not give it.
struct Outcome {
  std::string out;
  std::optional<Error> error;
  int status = 0;

  Outcome() = default;
  explicit Outcome(std::string text) : out(std::move(text)) {}
  Outcome(Error wrong) : error(std::move(wrong)) {}
  /// Ended by a signal: nothing to say, but the status tells.
  static Outcome ended(int status) {
    Outcome outcome;
    outcome.status = status;
    return outcome;
  }
};

/// usage 1, input 2, diverged 3, output 4, limit 5.
int exitStatus(ErrorKind kind);

/// A mistake on the command line: exit status 1.
inline Error usageError(Message message) {
  return {ErrorKind::usage, std::move(message), {}, 0, 0};
}

/// Writes `outcome` to stdout and stderr; the exit status. Nothing goes to stdout for a refused
/// input; a failed write to stdout is status 4.
int deliver(const Outcome& outcome);

/// One line "error: ..." on stderr, at most 1000 characters.
void printError(const std::string& text);

/// One line "note: ..." on stderr: nothing that ends the command.
void printNote(const std::string& text);

/// Writes all of it; false when the other end does not take it.
bool writeAll(int file, const char* bytes, std::size_t size);

} // namespace layerlab::cli
