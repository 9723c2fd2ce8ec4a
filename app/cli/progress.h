#pragma once

#include "flags.h"

#include <chrono>
#include <string>

namespace layerlab::cli {

/// A line on stderr that says how far the work is: rewritten in place on a terminal, one line per
/// second elsewhere (--progress yes). Gone before anything else is printed.
class Progress {
public:
  explicit Progress(FlagReader& flags);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  bool enabled() const { return m_enabled; }
  /// Cheap to ask; true at most ten times (on a terminal) or once a second.
  bool due();
  void show(const std::string& text);

private:
  using Clock = std::chrono::steady_clock;
  bool m_terminal = false;
  bool m_enabled = false;
  bool m_shown = false;
  Clock::time_point m_next = Clock::now();
};

} // namespace layerlab::cli
