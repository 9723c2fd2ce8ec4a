#include "ui/widgets/scriptstate.h"

#include "core/sweep/elbow.h"
#include "ui/session/translators.h"
#include "ui/session/workbench.h"
#include "ui/widgets/pages/elbowcurve.h"
#include "ui/widgets/scriptwidgets.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QTabWidget>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

QJsonValue number(std::optional<double> value) {
  return value && std::isfinite(*value) ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QString text(const std::string& value) {
  return QString::fromStdString(value);
}

/// The words of a label, or of all visible labels and chips inside a widget.
QString shownWords(QWidget& window, const QString& name) {
  QWidget* widget = findWidget(window, name);
  if (!widget) return {};
  if (const auto* label = qobject_cast<QLabel*>(widget)) return label->text();
  QStringList words;
  for (const QWidget* part : widget->findChildren<QWidget*>()) {
    if (part->isHidden()) continue;
    if (const auto* label = qobject_cast<const QLabel*>(part)) words << label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(part)) words << button->text();
  }
  words.removeAll({});
  return words.join(QStringLiteral(" · "));
}

QString currentPage(QWidget& window) {
  const auto* pages = qobject_cast<QTabWidget*>(findWidget(window, QStringLiteral("pages")));
  if (!pages || !pages->currentWidget()) return {};
  QString name = pages->currentWidget()->objectName();
  if (name.endsWith(QLatin1String("Page"))) name.chop(4);
  return name;
}

QString taskName(const Session& session) {
  if (!session.outline()) return {};
  return session.outline()->task == Task::regression ? QStringLiteral("regression")
                                                     : QStringLiteral("classification");
}

QString targetNames(const Session& session) {
  QStringList names;
  for (const std::string& target : session.design().data.targets) names << text(target);
  return names.join(QLatin1Char(','));
}

/// The newest epoch of the run in view; nullptr: none.
const EpochRecord* lastEpoch(const Session& session) {
  const Run* run = session.currentRun();
  return run && !run->history.epochs.empty() ? &run->history.epochs.back() : nullptr;
}

QVariant chosen(QWidget& window, const char* name) {
  const auto* combo = qobject_cast<QComboBox*>(findWidget(window, QLatin1String(name)));
  return combo ? combo->currentData() : QVariant();
}

/// The elbow as the page shows it: of the figure and on the axis that are chosen there.
Elbow shownElbow(const SweepResult& sweep, bool running, QWidget& window) {
  const QVariant metric = chosen(window, "sweepMetricCombo");
  const ElbowCurve curve(
      sweep,
      metric.isValid() ? static_cast<SweepMetric>(metric.toInt()) : SweepMetric::finalValLoss,
      ElbowCurve::optionsOf(chosen(window, "sweepAxisCombo").toString()), running);
  return curve.elbow();
}

QJsonObject sweepState(const Workbench& workbench, const Session& session, QWidget& window) {
  QJsonObject sweep{{"running", workbench.isSweeping()},
                    {"done", workbench.sweepDone()},
                    {"total", workbench.sweepTotal()},
                    {"elbow", QJsonValue::Null},
                    {"strength", QString::fromLatin1(name(ElbowStrength::tooFew))}};
  if (!session.sweep()) return sweep;
  const Elbow elbow = shownElbow(*session.sweep(), workbench.isSweeping(), window);
  sweep["elbow"] = number(elbow.units);
  sweep["strength"] = QString::fromLatin1(name(elbow.strength));
  return sweep;
}

QString hiddenText(const NetworkSpec& network) {
  QStringList units;
  for (const std::size_t index : network.denseLayers())
    units << QString::number(network.layers[index].units);
  if (!units.isEmpty()) units.removeLast();
  return units.join(QLatin1Char(','));
}

QJsonObject lessonState(QWidget& window) {
  const QWidget* panel = findWidget(window, QStringLiteral("lessonPanel"));
  if (!panel) return {{"name", ""}, {"step", 0}, {"done", 0}, {"step_done", false}};
  return {{"name", panel->property("lessonName").toString()},
          {"step", panel->property("lessonStep").toInt()},
          {"done", panel->property("lessonDone").toInt()},
          {"step_done", panel->property("lessonStepDone").toBool()}};
}

QJsonObject settings(const Design& design) {
  static const char* const splits[] = {"last", "random", "stratified"};
  static const char* const scalings[] = {"none", "standard", "minmax"};
  static const char* const missing[] = {"drop", "mean"};
  const auto dense = design.network.denseLayers();
  const bool hidden = dense.size() > 1;
  return {{"hidden", hiddenText(design.network)},
          {"activation", hidden ? kerasName(design.network.layers[dense.front()].activation) : ""},
          {"loss", kerasName(design.fit.loss)},
          {"optimizer", kerasName(design.fit.optimizer.kind)},
          {"lr", design.fit.optimizer.learningRate},
          {"epochs", design.fit.epochs},
          {"batch", design.fit.batchSize},
          {"seed", static_cast<double>(design.fit.seed)},
          {"val-split", design.data.validationSplit},
          {"split", splits[static_cast<int>(design.data.split)]},
          {"scaling", scalings[static_cast<int>(design.data.scaling)]},
          {"missing", missing[static_cast<int>(design.data.missing)]}};
}

} // namespace

QJsonObject scriptState(const Workbench& workbench, const Session& session, QWidget& window,
                        const Theme& theme, const Translators& translators, const QString& only) {
  const TablePtr table = session.table();
  const EpochRecord* last = lastEpoch(session);
  const Run* run = session.currentRun();
  const std::optional<FitPlace> place = workbench.place();
  const Workbench::TrainState train = workbench.trainState();
  const bool inProject = !workbench.projectPath().isEmpty();
  QJsonObject state;
  const auto put = [&](const char* key, const auto& value) {
    if (only.isEmpty() || only == QLatin1String(key)) state[QLatin1String(key)] = value();
  };
  put("file", [&] { return inProject ? workbench.projectPath() : workbench.dataPath(); });
  put("data", [&] { return workbench.dataPath(); });
  put("rows", [&] { return table ? static_cast<qint64>(table->rows) : 0; });
  put("columns", [&] { return table ? static_cast<int>(table->columns.size()) : 0; });
  put("target", [&] { return targetNames(session); });
  put("task", [&] { return taskName(session); });
  put("dirty", [&] { return session.isDirty(); });
  put("loading", [&] { return workbench.isLoading(); });
  put("remarks", [&] { return table ? static_cast<int>(table->report.issues.size()) : 0; });
  put("training", [&] { return train != Workbench::TrainState::idle; });
  put("paused", [&] { return train == Workbench::TrainState::paused; });
  put("batch", [&] { return place ? place->batch : 0; });
  put("epoch", [&] { return last ? last->epoch : 0; });
  put("loss", [&] { return number(last ? std::optional(last->loss) : std::nullopt); });
  put("val_loss", [&] { return number(last ? last->valLoss : std::nullopt); });
  put("runs", [&] { return static_cast<int>(session.runs().size()); });
  put("diverged_epoch", [&] { return run ? run->divergedEpoch : 0; });
  put("sweep", [&] { return sweepState(workbench, session, window); });
  put("settings", [&] { return settings(session.design()); });
  put("lesson", [&] { return lessonState(window); });
  put("page", [&] { return currentPage(window); });
  put("language", [&] { return translators.language(); });
  put("theme", [&] { return QString::fromLatin1(theme.isDark() ? "dark" : "light"); });
  put("recovered", [&] { return workbench.recovered(); });
  put("advice", [&] { return shownWords(window, QStringLiteral("advice")); });
  put("reading", [&] { return shownWords(window, QStringLiteral("reading")); });
  return state;
}

std::optional<QString> stateText(const QJsonObject& state, const QString& key) {
  QJsonValue value = state;
  for (const QString& part : key.split(QLatin1Char('.'))) {
    if (!value.isObject() || !value.toObject().contains(part)) return std::nullopt;
    value = value.toObject().value(part);
  }
  if (value.isNull()) return QStringLiteral("null");
  if (value.isObject()) return std::nullopt;
  if (value.isDouble()) return QString::fromStdString(numberText(value.toDouble()));
  return value.toVariant().toString();
}

namespace {

bool compares(const QString& sign, double actual, double expected) {
  if (sign == QLatin1String("<")) return actual < expected;
  if (sign == QLatin1String("<=")) return actual <= expected;
  if (sign == QLatin1String(">")) return actual > expected;
  return actual >= expected;
}

} // namespace

bool stateMatches(const QString& actual, const QString& expected) {
  if (actual == expected) return true;
  const Result<double> have = scriptNumber(actual);
  if (!have) return false;
  if (const Result<double> wanted = scriptNumber(expected)) return *have == *wanted;
  if (!expected.startsWith(QLatin1Char('<')) && !expected.startsWith(QLatin1Char('>')))
    return false;
  const QString sign = expected.left(expected.mid(1, 1) == QLatin1String("=") ? 2 : 1);
  const Result<double> limit = scriptNumber(expected.mid(sign.size()).trimmed());
  return limit && compares(sign, *have, *limit);
}

bool stateReached(const QString& key, const QString& actual, const QString& expected) {
  if (stateMatches(actual, expected)) return true;
  if (key != QLatin1String("epoch") && key != QLatin1String("runs") &&
      key != QLatin1String("sweep.done"))
    return false;
  const Result<double> have = scriptNumber(actual);
  const Result<double> wanted = scriptNumber(expected);
  return have && wanted && *have >= *wanted;
}

} // namespace layerlab
