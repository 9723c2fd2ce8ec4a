#include "outcome.h"

#include <cerrno>
#include <string_view>
#include <unistd.h>

namespace layerlab::cli {
namespace {

constexpr std::size_t longestLine = 990;

/// Line ends of Unicode (C1 controls, U+2028, U+2029) become blanks: an error is one line.
std::string oneLine(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i);
    const bool control = rest.size() > 1 && rest[0] == '\xc2' && (rest[1] & 0xe0) == 0x80;
    const bool separator = rest.starts_with("\xe2\x80\xa8") || rest.starts_with("\xe2\x80\xa9");
    if (control || separator) i += separator ? 2 : 1;
    out += control || separator || text[i] == '\n' || text[i] == '\r' ? ' ' : text[i];
  }
  return out;
}

/// Cut between two characters, not inside one.
std::string shortened(std::string text) {
  if (text.size() <= longestLine) return text;
  std::size_t end = longestLine - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

} // namespace

int exitStatus(ErrorKind kind) {
  switch (kind) {
  case ErrorKind::usage:
    return 1;
  case ErrorKind::input:
    return 2;
  case ErrorKind::diverged:
    return 3;
  case ErrorKind::output:
    return 4;
  case ErrorKind::limit:
    return 5;
  }
  return 2;
}

bool writeAll(int file, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(file, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

namespace {

void printLine(std::string line) {
  line = shortened(oneLine(line));
  line += '\n';
  writeAll(STDERR_FILENO, line.data(), line.size());
}

} // namespace

void printError(const std::string& text) {
  printLine("error: " + text);
}

void printNote(const std::string& text) {
  printLine("note: " + text);
}

int deliver(const Outcome& outcome) {
  const bool refused = outcome.error && (outcome.error->kind == ErrorKind::input ||
                                         outcome.error->kind == ErrorKind::usage);
  const bool written = refused || writeAll(STDOUT_FILENO, outcome.out.data(), outcome.out.size());
  if (outcome.error) {
    printError(english(*outcome.error));
    return exitStatus(outcome.error->kind);
  }
  if (written) return outcome.status;
  printError("standard output could not be written");
  return exitStatus(ErrorKind::output);
}

} // namespace layerlab::cli
