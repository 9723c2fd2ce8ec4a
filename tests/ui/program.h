#pragma once

#include "ui/session/translators.h"
#include "ui/session/workbench.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/script.h"
#include "ui/widgets/scriptcommands.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QSignalSpy>
#include <QStringList>
#include <QTemporaryDir>

namespace layerlab {

constexpr int reachedTheEnd = -1; ///< no quit, no failure
constexpr int neverEnded = -2;
constexpr int scriptPatienceMs = 60'000;

/// The whole program but its main().
struct Program {
  Program() {
    QObject::connect(&translators, &Translators::changed, &window, &MainWindow::setLanguage);
    window.show();
  }

  ScriptStage stage() {
    return {
        window,
        workbench,
        theme,
        translators,
        prompts,
        [this](const QString& path) { window.openPath(path); },
        [this] { return window.saveProject(true); },
        [this](const QString& kind, const QString& path) { return window.exportTo(kind, path); },
        [] { return MainWindow::exportKinds(); }};
  }

  /// Plays `lines`; the exit code, or reachedTheEnd.
  int play(const QStringList& lines) {
    const QString path = folder.filePath("script.txt");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return neverEnded;
    file.write(lines.join('\n').toUtf8());
    file.close();
    ScriptRunner runner(stage());
    if (!runner.load(path)) return badLine;
    QSignalSpy ended(&runner, &ScriptRunner::ended);
    runner.start();
    if (!ended.wait(scriptPatienceMs)) return neverEnded;
    return ended[0][1].toBool() ? ended[0][0].toInt() : reachedTheEnd;
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
