#pragma once

#include "tests/ui/desk.h"
#include "ui/widgets/script.h"
#include "ui/widgets/scriptcommands.h"

#include <QSignalSpy>
#include <QStringList>
#include <QTemporaryDir>

namespace layerlab {

constexpr int reachedTheEnd = -1; ///< no quit, no failure
constexpr int neverEnded = -2;

/// What a script may do to a Program or a Desk.
template <class Whole> ScriptStage stageOf(Whole& whole, ScriptPrompts& prompts) {
  MainWindow& window = whole.window;
  return {
      window,
      whole.workbench,
      whole.theme,
      whole.translators,
      prompts,
      [&window](const QString& path) { window.openPath(path); },
      [&window] { return window.saveProject(true); },
      [&window](const QString& kind, const QString& path) { return window.exportTo(kind, path); },
      [] { return MainWindow::exportKinds(); }};
}

/// Plays the script in a file; the exit code, or reachedTheEnd.
inline int playScript(const ScriptStage& stage, const QString& path, int patienceMs) {
  ScriptRunner runner(stage);
  if (!runner.load(path)) return badLine;
  QSignalSpy ended(&runner, &ScriptRunner::ended);
  runner.start();
  if (!ended.wait(patienceMs)) return neverEnded;
  return ended[0][1].toBool() ? ended[0][0].toInt() : reachedTheEnd;
}

/// The whole program but its main().
struct Program {
  Program() {
    QObject::connect(&translators, &Translators::changed, &window, &MainWindow::setLanguage);
    window.show();
  }

  /// Plays `lines`; the exit code, or reachedTheEnd.
  int play(const QStringList& lines) {
    const QString path = folder.filePath("script.txt");
    if (!writeTable(path, lines.join('\n').toUtf8())) return neverEnded;
    return playScript(stageOf(*this, prompts), path, 60'000);
  }

  Session& session() { return workbench.session(); }
  const Design& design() { return workbench.session().design(); }

  QTemporaryDir folder;
  Theme theme;
  Translators translators;
  Workbench workbench;
  ScriptPrompts prompts;
  MainWindow window{theme, workbench, prompts};
};

} // namespace layerlab
