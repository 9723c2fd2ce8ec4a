#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace layerlab {

class ScriptMeter;
class ScriptPrompts;
class Theme;
class Translators;
class Workbench;
struct ScriptLine;

/// What a script acts on. The functions are the window's own ways; all else are real widgets, found
/// by objectName.
struct ScriptStage {
  QWidget& window;
  Workbench& workbench;
  Theme& theme;
  Translators& translators;
  ScriptPrompts& prompts;
  std::function<void(const QString& path)> open;
  std::function<bool()> saveAs; ///< asks the prompts for the path
  std::function<Result<void>(const QString& kind, const QString& path)> exportTo;
  std::function<QStringList()> exportKinds;
};

inline constexpr int expectationFailed = 9;
inline constexpr int badLine = 2;

/// How a command went.
struct ScriptOutcome {
  /// The next line waits until `over` or for `seconds`; `late` is what to say when the time is up
  /// (which then counts as a failed expectation), empty when waiting was all.
  struct Wait {
    std::function<bool()> over;
    double seconds = 0.0;
    std::function<Message()> late;
  };

  std::optional<Error> complaint; ///< said on standard error
  std::optional<int> exitCode;    ///< ends the script
  std::optional<Wait> wait;

  /// The program refused, as it would a person: said, and the script goes on.
  static ScriptOutcome refused(Error error) { return {std::move(error), {}, {}}; }
  /// The line is wrong: the script ends.
  static ScriptOutcome bad(Error error) { return {std::move(error), badLine, {}}; }
  static ScriptOutcome failed(Error error) { return {std::move(error), expectationFailed, {}}; }
  static ScriptOutcome end(int code) { return {{}, code, {}}; }
  static ScriptOutcome waiting(Wait wait) { return {{}, {}, std::move(wait)}; }
  static ScriptOutcome of(const Result<void>& result) {
    return result ? ScriptOutcome() : refused(result.error());
  }
};

/// Carries out one command on the stage.
ScriptOutcome runCommand(const ScriptStage& stage, ScriptMeter& meter, const ScriptLine& line);

/// `set KEY VALUE`, in scriptset.cpp.
ScriptOutcome runSet(const ScriptStage& stage, const ScriptLine& line);
/// Sets or refuses; bad when there is no such widget.
ScriptOutcome setNamed(const ScriptStage& stage, const QString& name, const QString& value);

/// "there is no %1 named '%2'"
Error noSuch(const char* what, const QString& name);

} // namespace layerlab
