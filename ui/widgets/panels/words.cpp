#include "ui/widgets/panels/words.h"

#include "core/base/shown.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

QString fromCore(const std::string& text) {
  return QString::fromStdString(text);
}

void addChange(QStringList& list, const QString& name, const QString& before,
               const QString& after) {
  if (before != after) list << QStringLiteral("%1 %2 → %3").arg(name, before, after);
}

/// The layer alone: with another loss it is still the one the class notes ask for.
bool hasTaskOutput(const Design& design, const Outline& outline) {
  Design asked = design;
  followTask(asked, outline);
  return asked.network == design.network;
}

QString percent(double share) {
  return QString::fromStdString(percentText(share)) + QStringLiteral(" %");
}

} // namespace

QString Words::figure(double value) {
  if (!std::isfinite(value)) return QStringLiteral("–");
  const double size = std::abs(value);
  if (value == 0.0) return QStringLiteral("0.0000");
  if (size < 1e-3 || size >= 1e5) return QString::number(value, 'e', 2);
  const int before = size < 1.0 ? 0 : static_cast<int>(std::floor(std::log10(size))) + 1;
  return QString::number(value, 'f', std::clamp(4 - before, before == 0 ? 4 : 0, 4));
}

QString Words::setting(double value) {
  const double size = std::abs(value);
  const bool plain = size >= 1e-4 && size < 1e16;
  return plain ? QString::number(value, 'f', QLocale::FloatingPointShortest)
               : fromCore(numberText(value));
}

QString Words::count(qint64 value) {
  return QLocale(QLocale::English).toString(value); // the comma is right in Korean too
}

QString Words::duration(double seconds) {
  const auto whole = static_cast<qint64>(std::ceil(std::max(0.0, seconds)));
  if (whole < 60) return tr("%1 s").arg(whole);
  if (whole < 3600) return tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
  return tr("%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60);
}

QString Words::seconds(double seconds) {
  if (!(seconds > 0.0)) return QStringLiteral("0");
  const int before = static_cast<int>(std::floor(std::log10(seconds))) + 1;
  return QString::number(seconds, 'f', std::clamp(2 - before, 0, 9));
}

QString Words::task(Task task) {
  switch (task) {
  case Task::automatic:
    return tr("automatic");
  case Task::regression:
    return tr("regression");
  case Task::classification:
    return tr("classification");
  }
  return {};
}

QString Words::columnType(const Column& column) {
  if (column.type == ColumnType::numeric) return tr("number");
  if (column.type == ColumnType::empty) return tr("empty");
  return column.identifier ? tr("identifier") : tr("category");
}

QString Words::activations(const NetworkSpec& network) {
  QStringList names;
  for (const std::size_t i : network.denseLayers())
    names << QString::fromLatin1(kerasName(network.layers[i].activation));
  return names.join(QLatin1Char('-'));
}

QString Words::layers(const NetworkSpec& network) {
  QStringList units;
  for (const std::size_t i : network.denseLayers())
    units << QString::number(network.layers[i].units);
  return units.join(QLatin1Char('-'));
}

QString Words::outputReason(const Design& design, const Result<Outline>& outline) {
  if (!outline) return {};
  const auto classes = static_cast<int>(outline->classes.size());
  if (!hasTaskOutput(design, *outline))
    return tr("You chose this output layer yourself; the class notes ask for another.");
  if (outline->task == Task::regression) {
    if (outline->outputs > 1)
      return tr("Regression: %1 units without activation.").arg(outline->outputs);
    return tr("Regression: one unit without activation.");
  }
  if (classes == 2)
    return tr("2 classes: one sigmoid unit gives the probability of '%1'.")
        .arg(fromCore(outline->classes[1]));
  if (classes == 0)
    return tr("%1 yes/no targets: one sigmoid unit for each.").arg(outline->outputs);
  return tr("%1 classes: softmax over %1 units.").arg(classes);
}

QString Words::changes(const Design& before, const Design& after) {
  QStringList list;
  const auto joined = [](const std::vector<std::string>& names) {
    QStringList all;
    for (const std::string& name : names) all << fromCore(name);
    return all.join(QLatin1Char(' '));
  };
  const FitSpec& a = before.fit;
  const FitSpec& b = after.fit;
  addChange(list, tr("target"), joined(before.data.targets), joined(after.data.targets));
  addChange(list, tr("units"), layers(before.network), layers(after.network));
  addChange(list, tr("activation"), activations(before.network), activations(after.network));
  addChange(list, tr("loss"), QLatin1String(kerasName(a.loss)), QLatin1String(kerasName(b.loss)));
  addChange(list, tr("optimizer"), QLatin1String(kerasName(a.optimizer.kind)),
            QLatin1String(kerasName(b.optimizer.kind)));
  addChange(list, tr("learning rate"), setting(a.optimizer.learningRate),
            setting(b.optimizer.learningRate));
  addChange(list, tr("batch"), QString::number(a.batchSize), QString::number(b.batchSize));
  addChange(list, tr("epochs"), QString::number(a.epochs), QString::number(b.epochs));
  addChange(list, tr("seed"), QString::number(a.seed), QString::number(b.seed));
  addChange(list, tr("validation"), percent(before.data.validationSplit),
            percent(after.data.validationSplit));
  if (before.data.features != after.data.features || before.data.ignored != after.data.ignored)
    list << tr("other features");
  if (before.data.scaling != after.data.scaling ||
      before.data.scaleTarget != after.data.scaleTarget)
    list << tr("other scaling");
  if (list.isEmpty() && !(before == after)) list << tr("other settings");
  return list.join(QStringLiteral(", "));
}

QString Words::ending(FitEnd end, int divergedEpoch) {
  switch (end) {
  case FitEnd::completed:
    return tr("completed");
  case FitEnd::stoppedEarly:
    return tr("stopped early");
  case FitEnd::diverged:
    return tr("diverged at epoch %1").arg(divergedEpoch);
  case FitEnd::cancelled:
    return tr("stopped");
  }
  return {};
}

QString Words::strength(ElbowStrength strength) {
  switch (strength) {
  case ElbowStrength::clear:
    return tr("clear elbow");
  case ElbowStrength::weak:
    return tr("weak elbow");
  case ElbowStrength::unstable:
    return tr("unstable elbow");
  case ElbowStrength::flat:
    return tr("flat");
  case ElbowStrength::none:
    return tr("no elbow");
  case ElbowStrength::tooFew:
    return tr("too few counts");
  }
  return {};
}

QString Words::strengthMeaning(const Elbow& elbow) {
  switch (elbow.strength) {
  case ElbowStrength::clear:
    return elbow.units == elbow.lowest ? tr("More units than this do not lower the loss.")
                                       : tr("More units than this lower the loss only a little.");
  case ElbowStrength::weak:
    return tr("The curve bends here, but only slightly: look at it yourself.");
  case ElbowStrength::unstable:
    return tr("The repeats bend at different places: run more of them.");
  case ElbowStrength::flat:
    return tr("All counts reach about the same loss: the smallest is enough.");
  case ElbowStrength::none:
    return tr("The loss does not fall fast and then level off: try a wider range.");
  case ElbowStrength::tooFew:
    return tr("At least 4 different unit counts are needed to see an elbow.");
  }
  return {};
}

} // namespace layerlab
