#include "app/options.h"
#include "app/signals.h"

#include "ui/session/autosave.h"
#include "ui/session/translators.h"
#include "ui/session/workbench.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/script.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <memory>

using namespace layerlab;

namespace {

constexpr int usageError = 1;
constexpr int firstSignal = 128; ///< exit codes above it: ended from outside

constexpr const char* helpText =
    "Usage: layerlab [FILE] [options]\n"
    "Watch a neural network learn on your own data. FILE is a CSV table or a LayerLab project.\n"
    "\n"
    "  --script FILE         play a script of commands, one a line\n"
    "  --theme THEME         system, light or dark\n"
    "  --language LANGUAGE   en or ko\n"
    "  --version             print the version and leave\n"
    "  --help                print this text and leave\n";

int fail(int code, const std::string& sentence) {
  std::fprintf(stderr, "error: %s\n", sentence.c_str());
  return code;
}

/// Below 1 Qt paints only parts of the window, and nobody could read them.
void keepReadable() {
  bool isNumber = false;
  const double scale = qEnvironmentVariable("QT_SCALE_FACTOR").toDouble(&isNumber);
  if (isNumber && scale < 1.0) qputenv("QT_SCALE_FACTOR", "1");
}

void nameApplication() {
  QCoreApplication::setApplicationName(QStringLiteral("LayerLab"));
  QCoreApplication::setOrganizationName(QStringLiteral("LayerLab"));
  QCoreApplication::setApplicationVersion(QStringLiteral(LAYERLAB_VERSION));
  QGuiApplication::setDesktopFileName(QStringLiteral("layerlab"));
}

QString startLanguage(const Options& options) {
  if (!options.language.isEmpty()) return options.language;
  const QString saved = MainWindow::savedLanguage();
  return Translators::languages().contains(saved) ? saved : Translators::systemLanguage();
}

void connectLanguage(Translators& translators, MainWindow& window) {
  QObject::connect(&window, &MainWindow::languageRequested, &translators,
                   &Translators::setLanguage);
  QObject::connect(&translators, &Translators::changed, &window, &MainWindow::setLanguage);
  window.setLanguage(translators.language());
}

QString recoveryFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
         QStringLiteral("/recovery");
}

ScriptStage stageOf(MainWindow& window, Workbench& workbench, Theme& theme,
                    Translators& translators, ScriptPrompts& prompts) {
  return {
      window,
      workbench,
      theme,
      translators,
      prompts,
      [&window](const QString& path) { window.openPath(path); },
      [&window] { return window.saveProject(true); },
      [&window](const QString& kind, const QString& path) { return window.exportTo(kind, path); },
      [] { return MainWindow::exportKinds(); }};
}

/// Where nobody can see the window, the end of the script is the end of the program; else it stays
/// for the person.
void endWith(int exitCode, bool leave) {
  const QString platform = QGuiApplication::platformName();
  const bool unseen =
      platform == QLatin1String("offscreen") || platform == QLatin1String("minimal");
  if (leave || unseen) QCoreApplication::exit(exitCode);
}

} // namespace

int main(int argc, char** argv) {
  const Options options = readOptions(argc, argv);
  if (!options.error.isEmpty())
    return fail(usageError, options.error.toStdString() + "; see layerlab --help");
  if (options.help) return std::fputs(helpText, stdout) < 0 ? usageError : 0;
  if (options.version) return std::puts("LayerLab " LAYERLAB_VERSION) < 0 ? usageError : 0;

  nameApplication();
  keepReadable(); // before Qt looks
  const QApplication app(argc, argv);
  const QuitOnSignals quitOnSignals;
  Theme theme;
  Translators translators;
  translators.setLanguage(startLanguage(options));
  Workbench workbench;
  const bool scripted = !options.script.isEmpty();
  ScriptPrompts scriptPrompts;
  Prompts personPrompts;
  MainWindow window(theme, workbench, scripted ? scriptPrompts : personPrompts);
  connectLanguage(translators, window);
  if (options.theme) theme.setMode(*options.theme);
  Autosave autosave(workbench, recoveryFolder());
  window.offerRecovery(autosave);

  std::unique_ptr<ScriptRunner> script;
  if (scripted) {
    script = std::make_unique<ScriptRunner>(
        stageOf(window, workbench, theme, translators, scriptPrompts));
    if (const Result<void> loaded = script->load(options.script); !loaded)
      return fail(badLine, english(loaded.error()));
    QObject::connect(script.get(), &ScriptRunner::ended, &app, endWith);
  }
  window.show();
  if (!options.file.isEmpty()) window.openPath(options.file);
  if (script) script->start();
  const int exitCode = QApplication::exec();
  if (exitCode > firstSignal) autosave.keepAtEnd();
  return exitCode;
}
