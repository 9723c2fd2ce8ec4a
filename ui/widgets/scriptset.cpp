#include "ui/session/workbench.h"
#include "ui/widgets/scriptcommands.h"
#include "ui/widgets/scriptline.h"
#include "ui/widgets/scriptwidgets.h"

#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>

namespace layerlab {
namespace {

/// The words of a project file and the command line, and the widget behind each.
struct Key {
  const char* key;
  const char* widget;
};
constexpr std::array keys{Key{"task", "taskCombo"},           Key{"loss", "lossCombo"},
                          Key{"optimizer", "optimizerCombo"}, Key{"lr", "learningRateSpin"},
                          Key{"epochs", "epochsSpin"},        Key{"batch", "batchSpin"},
                          Key{"split", "splitCombo"},         Key{"scaling", "scalingCombo"},
                          Key{"missing", "missingCombo"},     Key{"seed", "seedSpin"},
                          Key{"cutoff", "cutoffSpin"},        Key{"encoding", "encodingCombo"},
                          Key{"delimiter", "delimiterCombo"}, Key{"header", "headerCombo"},
                          Key{"decimal", "decimalCombo"}};

QString undoText() {
  return QCoreApplication::translate("Script", "Hidden layers");
}

Result<std::vector<int>> unitsOf(const QString& value) {
  std::vector<int> units;
  for (const QString& word : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
    const Result<int> number = scriptInteger(word.trimmed());
    if (!number) return number.error();
    units.push_back(*number);
  }
  return units;
}

/// Hidden layers before the output layer, with the activation the first one had.
NetworkSpec withHidden(const NetworkSpec& before, const std::vector<int>& units) {
  const auto dense = before.denseLayers();
  const bool hadHidden = dense.size() > 1;
  const Activation activation =
      hadHidden ? before.layers[dense.front()].activation : Activation::relu;
  NetworkSpec after = hiddenNetwork(units, activation);
  if (!dense.empty()) {
    const int id = after.layers.back().id;
    after.layers.back() = before.layers[dense.back()];
    after.layers.back().id = id;
  }
  return after;
}

ScriptOutcome editNetwork(const ScriptStage& stage, const NetworkSpec& network) {
  Session& session = stage.workbench.session();
  const std::size_t inputs = session.outline() ? session.outline()->inputNames.size() : 1;
  if (const Result<void> usable = check(network, inputs); !usable)
    return ScriptOutcome::refused(usable.error());
  session.edit(undoText(), {}, [&](Design& design) { design.network = network; });
  return {};
}

ScriptOutcome setHidden(const ScriptStage& stage, const QString& value) {
  const Result<std::vector<int>> units = unitsOf(value == QLatin1String("none") ? "" : value);
  if (!units) return ScriptOutcome::refused(units.error());
  return editNetwork(stage, withHidden(stage.workbench.session().design().network, *units));
}

ScriptOutcome setActivation(const ScriptStage& stage, const QString& value) {
  const auto activation = activationFromName(value.toStdString());
  if (!activation) return ScriptOutcome::refused(noSuch("activation", value));
  NetworkSpec network = stage.workbench.session().design().network;
  const auto dense = network.denseLayers();
  for (std::size_t i = 0; i + 1 < dense.size(); ++i)
    network.layers[dense[i]].activation = *activation;
  return editNetwork(stage, network);
}

/// The slider counts per cent.
ScriptOutcome setShare(const ScriptStage& stage, const QString& value) {
  const Result<double> share = scriptNumber(value);
  if (!share) return ScriptOutcome::refused(share.error());
  if (const auto ok = checkValidationSplit(*share); !ok) return ScriptOutcome::refused(ok.error());
  const QString percent = QString::number(std::lround(100.0 * *share));
  return setNamed(stage, QStringLiteral("splitSlider"), percent);
}

} // namespace

ScriptOutcome setNamed(const ScriptStage& stage, const QString& name, const QString& value) {
  QWidget* widget = findWidget(stage.window, name);
  if (!widget || !isSettable(*widget)) return ScriptOutcome::bad(noSuch("setting", name));
  return ScriptOutcome::of(setWidgetValue(*widget, value));
}

ScriptOutcome runSet(const ScriptStage& stage, const ScriptLine& line) {
  const QString& key = line.words.front();
  const QString value = line.rest.mid(key.size()).trimmed();
  if (key == QLatin1String("hidden")) return setHidden(stage, value);
  if (key == QLatin1String("activation")) return setActivation(stage, value);
  if (key == QLatin1String("val-split")) return setShare(stage, value);
  for (const Key& known : keys)
    if (key == QLatin1String(known.key)) return setNamed(stage, QLatin1String(known.widget), value);
  return setNamed(stage, key, value);
}

} // namespace layerlab
