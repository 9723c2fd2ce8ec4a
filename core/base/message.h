#pragma once

#include "core/base/api.h"

#include <string>
#include <vector>

// Qt's translation tools collect the texts marked with this macro; the core itself stays free of
// Qt. The definition is token for token Qt's own, so that both may be seen in one file.
#define QT_TRANSLATE_NOOP(scope, x) x

namespace layerlab {

/// A sentence for people, not yet in a language: an English pattern with %1 ... %9 and what goes
/// there. Front ends translate the pattern and fill it. The pattern must be a literal wrapped in
/// QT_TRANSLATE_NOOP("Core", "...").
struct Message {
  const char* pattern = "";
  std::vector<std::string> args;

  bool empty() const { return pattern[0] == '\0'; }
};

/// `pattern` with %1 ... %9 replaced by `args`; a missing argument becomes nothing.
LAYERLAB_API std::string fill(const std::string& pattern, const std::vector<std::string>& args);

/// The message in English.
LAYERLAB_API std::string english(const Message& message);

/// Shortest text that reads back as the same number ("0.001", "1e-07"), whatever the locale.
LAYERLAB_API std::string numberText(double value);

/// `value` with `digits` significant digits, whatever the locale ("0.213").
LAYERLAB_API std::string numberText(double value, int digits);

} // namespace layerlab
