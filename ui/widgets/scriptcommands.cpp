#include "ui/widgets/scriptcommands.h"

#include "ui/session/translators.h"
#include "ui/session/workbench.h"
#include "ui/widgets/pages/page.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/scriptline.h"
#include "ui/widgets/scriptmeter.h"
#include "ui/widgets/scriptstate.h"
#include "ui/widgets/scriptwidgets.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QKeySequence>
#include <QListWidget>
#include <QPixmap>
#include <QTabWidget>

#include <array>
#include <cmath>
#include <cstdio>
#include <memory>

namespace layerlab {
namespace {

using Outcome = ScriptOutcome;
constexpr double forEver = 1e12;
constexpr int settleTime = 100; // ms between a state reached and the next line
constexpr double usualPatience = 60.0;

void print(const QByteArray& line) {
  std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
  std::fputc('\n', stdout);
  std::fflush(stdout);
}

void print(const QJsonDocument& json) {
  print(json.toJson(QJsonDocument::Compact));
}

QString name(const char* text) {
  return QLatin1String(text);
}

Outcome badWord(const ScriptLine& line) {
  return Outcome::bad(inputError({QT_TRANSLATE_NOOP("Core", "'%1' does not go with '%2'"),
                                  {line.rest.toStdString(), line.command.toStdString()}}));
}

Outcome untilLoaded(const ScriptStage& stage) {
  const Workbench& workbench = stage.workbench;
  return Outcome::waiting({[&workbench] { return !workbench.isLoading(); }, forEver, {}});
}

QJsonObject stateOf(const ScriptStage& stage, const QString& only = {}) {
  return scriptState(stage.workbench, stage.workbench.session(), stage.window, stage.theme,
                     stage.translators, only);
}

/// The value of one key; nullopt: there is no such key.
std::optional<QString> stateOfKey(const ScriptStage& stage, const QString& key) {
  return stateText(stateOf(stage, key.section(QLatin1Char('.'), 0, 0)), key);
}

Outcome clickNamed(const ScriptStage& stage, const QString& wanted) {
  if (QWidget* widget = findWidget(stage.window, wanted)) return Outcome::of(clickWidget(*widget));
  QAction* action = findAction(stage.window, wanted);
  if (!action) return Outcome::bad(noSuch("button", wanted));
  if (!action->isEnabled())
    return Outcome::refused(inputError(
        {QT_TRANSLATE_NOOP("Core", "%1 cannot be clicked now"), {wanted.toStdString()}}));
  action->trigger();
  return {};
}

/// The entry must exist: a name that is not there is a bad line, not a refusal.
Outcome chooseNamed(const ScriptStage& stage, const char* combo, const QString& value) {
  QWidget* widget = findWidget(stage.window, name(combo));
  if (!widget) return Outcome::bad(noSuch("setting", name(combo)));
  const Result<void> chosen = setWidgetValue(*widget, value);
  return chosen ? Outcome() : Outcome::bad(chosen.error());
}

// The commands --------------------------------------------------------------------------------

Outcome open(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  stage.open(line.rest);
  return untilLoaded(stage);
}

Outcome example(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  if (!Workbench::exampleNames().contains(line.rest))
    return Outcome::bad(noSuch("example", line.rest));
  auto* combo = qobject_cast<QComboBox*>(findWidget(stage.window, name("exampleCombo")));
  // Choosing what is chosen already does nothing, as with a hand; the menu opens it anew.
  if (combo && combo->currentData().toString() == line.rest && !stage.workbench.isLoading()) {
    Outcome again = clickNamed(stage, name("example_") + line.rest);
    return again.complaint ? again : untilLoaded(stage);
  }
  Outcome chosen = chooseNamed(stage, "exampleCombo", line.rest);
  return chosen.complaint ? chosen : untilLoaded(stage);
}

Outcome target(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  return chooseNamed(stage, "targetCombo", line.rest);
}

Outcome features(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  auto* list = qobject_cast<QListWidget*>(findWidget(stage.window, name("featureList")));
  if (!list) return Outcome::bad(noSuch("setting", name("featureList")));
  QStringList names;
  for (const QString& word : line.rest.split(QLatin1Char(','))) names << word.trimmed();
  const Result<void> ticked = tickOnly(*list, names);
  return ticked ? Outcome() : Outcome::bad(ticked.error());
}

Outcome set(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  return runSet(stage, line);
}

Outcome click(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  return clickNamed(stage, line.rest);
}

Outcome menu(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  if (!findAction(stage.window, line.rest)) return Outcome::bad(noSuch("menu entry", line.rest));
  return clickNamed(stage, line.rest);
}

Outcome key(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  const QKeySequence keys = QKeySequence::fromString(line.rest, QKeySequence::PortableText);
  if (keys.isEmpty() || keys[0].key() == Qt::Key_unknown)
    return Outcome::bad(noSuch("key", line.rest));
  pressKey(stage.window, keys);
  return {};
}

Outcome train(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  using State = Workbench::TrainState;
  const State now = stage.workbench.trainState();
  if (line.rest == name("stop"))
    return now == State::idle ? Outcome() : clickNamed(stage, name("stopButton"));
  if (line.rest == name("start"))
    return now == State::idle || now == State::paused ? clickNamed(stage, name("fitButton"))
                                                      : Outcome();
  if (line.rest == name("pause"))
    return now == State::running ? clickNamed(stage, name("fitButton")) : Outcome();
  return badWord(line);
}

/// A little time for what the page in view computes, so that the next line finds it there.
Outcome untilCalm(const ScriptStage& stage, double seconds = 2.0) {
  const auto over = [&stage] {
    const auto* pages = qobject_cast<QTabWidget*>(findWidget(stage.window, name("pages")));
    const auto* page = pages ? qobject_cast<const Page*>(pages->currentWidget()) : nullptr;
    return !page || !page->isBusy();
  };
  return Outcome::waiting({over, seconds, {}});
}

Outcome showPage(const ScriptStage& stage, const QString& page) {
  auto* pages = qobject_cast<QTabWidget*>(findWidget(stage.window, name("pages")));
  for (int i = 0; pages && i < pages->count(); ++i)
    if (pages->widget(i)->objectName() == page + name("Page")) {
      pages->setCurrentIndex(i);
      return untilCalm(stage);
    }
  return Outcome::bad(noSuch("page", page));
}

/// On the Stages page its own machine steps; elsewhere the training itself.
Outcome stepOnPage(const ScriptStage& stage, const ScriptLine& line) {
  const std::pair<const char*, const char*> buttons[] = {
      {"stage", "stageStepButton"}, {"batch", "stageBatchButton"}, {"epoch", "stageEpochButton"}};
  for (const auto& [word, button] : buttons) {
    if (line.rest != name(word)) continue;
    Outcome clicked = clickNamed(stage, name(button));
    return clicked.complaint ? clicked : untilCalm(stage, forEver);
  }
  return badWord(line);
}

/// Goes on when the step is done: the fit stands, or has ended.
Outcome step(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  if (stateOfKey(stage, name("page")) == name("stages")) return stepOnPage(stage, line);
  using State = Workbench::TrainState;
  const QStringList units{name("stage"), name("batch"), name("epoch")};
  const std::array actions{"trainStepStage", "trainStepBatch", "trainStepEpoch"};
  const auto unit = units.indexOf(line.rest);
  if (unit < 0) return badWord(line);
  Outcome clicked = clickNamed(stage, name(actions[static_cast<std::size_t>(unit)]));
  if (clicked.complaint) return clicked;
  const Workbench& workbench = stage.workbench;
  const auto over = [&workbench] {
    const State now = workbench.trainState();
    return now == State::paused || now == State::idle;
  };
  return Outcome::waiting({over, usualPatience, {}});
}

Outcome sweep(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  const bool starts = line.rest == name("start");
  if (!starts && line.rest != name("stop")) return badWord(line);
  if (Outcome shown = showPage(stage, name("elbow")); shown.complaint) return shown;
  if (starts == stage.workbench.isSweeping()) return {};
  return clickNamed(stage, name(starts ? "sweepStartButton" : "sweepStopButton"));
}

Outcome page(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  return showPage(stage, line.rest);
}

Outcome language(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  return stage.translators.setLanguage(line.rest) ? Outcome() : badWord(line);
}

Outcome theme(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  if (line.rest != name("light") && line.rest != name("dark")) return badWord(line);
  stage.theme.setMode(line.rest == name("dark") ? ThemeMode::dark : ThemeMode::light);
  return {};
}

Outcome size(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  const Result<int> width = scriptInteger(line.words[0]);
  const Result<int> height = scriptInteger(line.words[1]);
  if (!width || !height || *width < 1 || *height < 1 || *width > 16384 || *height > 16384)
    return badWord(line);
  stage.window.setWindowState(stage.window.windowState() &
                              ~(Qt::WindowMaximized | Qt::WindowFullScreen)); // they have their own
  stage.window.resize(*width, *height);
  return {};
}

Outcome wait(const ScriptStage&, ScriptMeter&, const ScriptLine& line) {
  const Result<double> ms = scriptNumber(line.rest);
  if (!ms || *ms < 0.0) return badWord(line);
  return Outcome::waiting({[] { return false; }, *ms / 1000.0, {}});
}

Message difference(const QString& key, const QString& expected, const QString& actual) {
  return {QT_TRANSLATE_NOOP("Core", "expected %1 %2, but it is %3"),
          {key.toStdString(), expected.toStdString(), actual.toStdString()}};
}

Outcome expect(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  const QString& wantedKey = line.words.front();
  const QString expected = line.rest.mid(wantedKey.size()).trimmed();
  const auto actual = stateOfKey(stage, wantedKey);
  if (!actual) return Outcome::bad(noSuch("state", wantedKey));
  if (stateMatches(*actual, expected)) return {};
  return Outcome::failed(inputError(difference(wantedKey, expected, *actual)));
}

Outcome until(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  const QString wantedKey = line.words.front();
  QStringList words = line.words.mid(1);
  double seconds = usualPatience;
  if (words.size() > 1)
    if (const Result<double> limit = scriptNumber(words.back())) {
      seconds = *limit;
      words.removeLast();
    }
  const QString expected = words.join(QLatin1Char(' '));
  const auto actual = [&stage, wantedKey] { return stateOfKey(stage, wantedKey); };
  if (!actual()) return Outcome::bad(noSuch("state", wantedKey));
  // Pages redraw a few times a second at most: a state counts once they have had time to show it.
  const auto since = std::make_shared<QElapsedTimer>();
  const auto over = [=] {
    if (since->isValid()) return since->hasExpired(settleTime);
    if (stateReached(wantedKey, actual().value_or(QString()), expected)) since->start();
    return false;
  };
  return Outcome::waiting({over, seconds, [=] {
                             return difference(wantedKey, expected, actual().value_or(QString()));
                           }});
}

Outcome save(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  stage.prompts.answerPath(line.rest);
  stage.saveAs(); // a failure is said by the window
  return {};
}

Outcome exportFile(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  const QString& kind = line.words.front();
  const QString path = line.rest.mid(kind.size()).trimmed();
  if (!stage.exportKinds().contains(kind)) return Outcome::bad(noSuch("export", kind));
  return Outcome::of(stage.exportTo(kind, path));
}

Outcome edit(const ScriptStage& stage, ScriptMeter&, const ScriptLine&) {
  stage.workbench.session().touch();
  return {};
}

Outcome answer(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  using Answer = Prompts::SaveAnswer;
  if (line.rest == name("recover")) {
    if (QWidget* button = findWidget(stage.window, name("recoverButton"));
        button && button->isVisible())
      if (const Result<void> clicked = clickWidget(*button); !clicked)
        return Outcome::refused(clicked.error());
    return untilLoaded(stage);
  }
  if (line.rest == name("save"))
    stage.prompts.answerUnsaved(Answer::save);
  else if (line.rest == name("discard"))
    stage.prompts.answerUnsaved(Answer::discard);
  else if (line.rest == name("cancel"))
    stage.prompts.answerUnsaved(Answer::cancel);
  else
    return badWord(line);
  return {};
}

Outcome screenshot(const ScriptStage& stage, ScriptMeter&, const ScriptLine& line) {
  QString path = line.rest;
  QWidget* widget = &stage.window;
  if (line.words.size() > 1)
    if (QWidget* named = findWidget(stage.window, line.words.back())) {
      widget = named;
      path = line.rest.left(line.rest.size() - line.words.back().size()).trimmed();
    }
  if (widget->grab().save(path, "PNG")) return {};
  return Outcome::refused({ErrorKind::output,
                           {QT_TRANSLATE_NOOP("Core", "the picture could not be written; check the "
                                                      "folder and the free space"),
                            {}},
                           path.toStdString(),
                           0,
                           0});
}

Outcome state(const ScriptStage& stage, ScriptMeter&, const ScriptLine&) {
  print(QJsonDocument(stateOf(stage)));
  return {};
}

Outcome widgets(const ScriptStage& stage, ScriptMeter&, const ScriptLine&) {
  print(QJsonDocument(widgetsJson(stage.window)));
  return {};
}

Outcome latency(const ScriptStage&, ScriptMeter& meter, const ScriptLine&) {
  print("latency " + QByteArray::number(std::lround(meter.takeLatency())));
  return {};
}

Outcome frames(const ScriptStage&, ScriptMeter& meter, const ScriptLine&) {
  const FrameFigures figures = meter.takeFrames();
  QByteArray out = "frames " + QByteArray::number(figures.number);
  for (const double ms : {figures.median, figures.p99, figures.longest})
    out += " " + QByteArray::number(ms, 'f', 1);
  print(out);
  return {};
}

Outcome close(const ScriptStage& stage, ScriptMeter&, const ScriptLine&) {
  return stage.window.close() ? Outcome::end(0) : Outcome();
}

Outcome quit(const ScriptStage&, ScriptMeter&, const ScriptLine&) {
  return Outcome::end(0);
}

using Handler = Outcome (*)(const ScriptStage&, ScriptMeter&, const ScriptLine&);
struct Entry {
  const char* name;
  Handler handler;
};
constexpr std::array entries{Entry{"open", open},         Entry{"example", example},
                             Entry{"target", target},     Entry{"features", features},
                             Entry{"set", set},           Entry{"click", click},
                             Entry{"menu", menu},         Entry{"key", key},
                             Entry{"train", train},       Entry{"step", step},
                             Entry{"sweep", sweep},       Entry{"page", page},
                             Entry{"language", language}, Entry{"theme", theme},
                             Entry{"size", size},         Entry{"wait", wait},
                             Entry{"until", until},       Entry{"save", save},
                             Entry{"export", exportFile}, Entry{"edit", edit},
                             Entry{"answer", answer},     Entry{"screenshot", screenshot},
                             Entry{"state", state},       Entry{"widgets", widgets},
                             Entry{"expect", expect},     Entry{"latency", latency},
                             Entry{"frames", frames},     Entry{"close", close},
                             Entry{"quit", quit}};

} // namespace

Error noSuch(const char* what, const QString& wanted) {
  return inputError(
      {QT_TRANSLATE_NOOP("Core", "there is no %1 named '%2'"), {what, wanted.toStdString()}});
}

ScriptOutcome runCommand(const ScriptStage& stage, ScriptMeter& meter, const ScriptLine& line) {
  for (const Entry& entry : entries)
    if (line.command == QLatin1String(entry.name)) return entry.handler(stage, meter, line);
  return Outcome::bad(noSuch("command", line.command));
}

} // namespace layerlab
