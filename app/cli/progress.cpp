#include "progress.h"

#include "outcome.h"

#include <unistd.h>

namespace layerlab::cli {
namespace {

enum class Mode { automatic, yes, no };

std::optional<Mode> modeFromName(const std::string& name) {
  if (name == "auto") return Mode::automatic;
  if (name == "yes") return Mode::yes;
  if (name == "no") return Mode::no;
  return std::nullopt;
}

constexpr std::string_view eraseLine = "\r\x1b[K";

} // namespace

Progress::Progress(FlagReader& flags) : m_terminal(::isatty(STDERR_FILENO) == 1) {
  Mode mode = Mode::automatic;
  flags.word("progress", mode, modeFromName);
  m_enabled = mode == Mode::yes || (mode == Mode::automatic && m_terminal);
}

Progress::~Progress() {
  if (m_shown && m_terminal) writeAll(STDERR_FILENO, eraseLine.data(), eraseLine.size());
}

bool Progress::due() {
  if (!m_enabled || Clock::now() < m_next) return false;
  m_next = Clock::now() + std::chrono::milliseconds(m_terminal ? 100 : 1000);
  return true;
}

void Progress::show(const std::string& text) {
  const std::string line = m_terminal ? std::string(eraseLine) + text : text + "\n";
  writeAll(STDERR_FILENO, line.data(), line.size());
  m_shown = true;
}

} // namespace layerlab::cli
